"""Takes secrets out of text before it gets into a log, a dialog or a support bundle.

The tokens that this process has loaded are known, in memory alone, and so is the password of somebody who signs in, for
as long as that takes. They are found in every form in which they travel: plain, URL-encoded, JSON-escaped, base64. What
looks like a secret is taken out even where it is not known.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from koodrive.logs import piecewise
from koodrive.logs.secret_patterns import REDACTED, secret_patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST = 4
"""A shorter secret protects nothing, and its characters may stand anywhere."""
_SHORTEST_ANYWHERE = 8
"""A shorter one is only looked for as a word of its own."""
_WORD = "[A-Za-z0-9]"


class Redactor:
    """Knows secrets and takes them out of texts; safe to share between threads."""

    def __init__(self) -> None:
        self._secrets: frozenset[str] = frozenset()
        self._forms: frozenset[str] = frozenset()
        self._passing: Counter[str] = Counter()
        """Those that are only known for now, with how many need it."""
        self._longest_first: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def register(self, secret: str | None) -> None:
        """Take `secret` out of every text from now on, until the process ends.

        Args:
            secret: A token or a password; None and what is too short to protect anything are passed over.
        """
        if secret is None or len(secret) < _SHORTEST or secret in self._secrets:
            return
        with self._lock:
            self._forms |= encodings_of(secret)
            self._sort()
            # The last, so that it is known in every form to whoever finds it here.
            self._secrets |= {secret}

    @contextmanager
    def registered(self, secret: str) -> Iterator[None]:
        """Take `secret` out of every text while the block runs; for good if it ends with an exception.

        For what people choose themselves: it may be an ordinary word, which later texts are not to lose. Whoever shall
        learn of an exception without the secret has to catch it inside.

        Args:
            secret: As for `register`.
        """
        if len(secret) < _SHORTEST:
            yield
            return
        with self._lock:
            self._passing[secret] += 1
            self._sort()
        try:
            yield
        except BaseException:
            # It is told of later and elsewhere, and nobody knows what is in it.
            self.register(secret)
            raise
        finally:
            with self._lock:
                self._passing -= Counter((secret,))
                self._sort()

    def _sort(self) -> None:
        known = self._forms.union(*map(encodings_of, self._passing))
        self._longest_first = tuple(sorted(known, key=len, reverse=True))

    def redact(self, text: str) -> str:
        """Return `text` with `REDACTED` in place of every secret in it.

        Args:
            text: Any text; one that was redacted before stays as it is.
        """
        # One pattern of all forms would be slow to make and to search for when many sessions have come and gone.
        present = [form for form in self._longest_first if form in text]
        if present:
            # The longest first, so that nothing is left of it where it holds another.
            pattern = re.compile("|".join(_anywhere_or_word(form) for form in present))
            text = piecewise.substitute(pattern, lambda _found: REDACTED, text, len(present[0]) + 1)
        for looks_secret in secret_patterns():
            text = looks_secret.redact(text)
        return text


def encodings_of(secret: str) -> set[str]:
    """Return every spelling in which `secret` may stand in a text.

    Args:
        secret: A token or a password, at least `_SHORTEST` characters long.
    """
    as_json = json.dumps(secret)[1:-1]
    found = {secret, as_json, json.dumps(secret, ensure_ascii=False)[1:-1], as_json.replace("/", r"\/")}
    escaped = secret.encode("unicode_escape").decode()
    found |= {escaped, escaped.replace("'", r"\'"), repr(secret)[1:-1]}
    for encoded in (quote(secret, safe="", errors="replace"), quote_plus(secret, errors="replace")):
        found |= {encoded, re.sub("%..", lambda match: match.group().lower(), encoded)}
    found.add(quote(secret, errors="replace"))
    for core in _base64_cores(secret.encode("utf-8", "surrogatepass")):
        found |= {core, core.replace("+", "-").replace("/", "_")}
    return {form for form in found if len(form) >= _SHORTEST}


def _base64_cores(secret: bytes) -> Iterable[str]:
    """Yield what base64 makes of `secret`, wherever it stands in what is encoded: what its neighbours do not touch."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret).decode()
        core = encoded[(before * 8 + 5) // 6 : (before + len(secret)) * 8 // 6]
        if len(core) >= _SHORTEST_ANYWHERE:
            yield core


def _anywhere_or_word(form: str) -> str:
    escaped = re.escape(form)
    return escaped if len(form) >= _SHORTEST_ANYWHERE else f"(?<!{_WORD}){escaped}(?!{_WORD})"


SECRETS = Redactor()
"""The secrets of this process. Logs and hooks for exceptions belong to the process as well, and need to know them."""
