"""Redaction of secrets in texts for logs, dialogs and support bundles.

Tokens that this process has loaded are registered, in memory only, and so is a password for the time of the login.
They are found in every encoding in which they are sent: plain, URL-encoded, JSON-escaped, base64. Text that looks like
a secret is redacted even if it is not registered.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections import Counter
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, quote_plus

from koodrive.logs import piecewise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

REDACTED = "[redacted]"
MASK = "[token]"
"""Replaces a token that a response repeats."""
_VALUE = r"""[^\s"',;&\\<>]{4,}+"""
_HEADERS = "authorization|(?:set-)?cookie|x-(?:auth|subject|security|access)-token"
_NAMES = "pass(?:word|wd|phrase)|pwd|secret|api[_-]?key|access[_-]?key|signature|token"
# As a header, an assignment or JSON has it, or two quoted texts of a tuple. Possessive: a run of blanks is read once.
_BETWEEN = r"""(?:\\?["']?\s*+[:=]\s*+(?:b?\\?["'])?|\\?["']\s*+,\s*+b?\\?["'])"""
# Many blanks are passed over at once; few are tried one by one, as a plus sign may belong to the value.
_SCHEME = r"(?:(?:bearer|basic|digest|negotiate|at)(?:[\s+]++|[\s+]{1,200}))?"
_LONGEST_WORD = 40
"""Characters of the longest word that begins a match, with what is looked at behind it."""
_LONGEST_PREFIX = 30
_PREFIX = re.compile(r"(?i)(?:\A|[^a-z0-9_])[a-z0-9_-]{0,30}\Z")


class SecretPattern(NamedTuple):
    """Pattern of one kind of secret."""

    words: tuple[str, ...]
    """In lower case; one of them stands in every match, where that is ASCII."""
    begin: re.Pattern[str]
    """Beginning of a match, at most `_LONGEST_WORD` characters."""
    whole: re.Pattern[str]
    """The match; its first group is kept, and so is its second, which stands behind the secret."""
    is_allowed: Callable[[str, int], bool] | None = None
    """Returns whether a match may begin at an index of a text; a condition that `begin` cannot express."""

    def redact(self, text: str) -> str:
        """Return `text` with `REDACTED` in place of what the pattern finds.

        Args:
            text: Any text.
        """
        # Far faster than a pattern.
        if text.isascii() and not any(map(text.lower().__contains__, self.words)):
            return text
        parts, kept, place = [], 0, 0
        while (begin := piecewise.search(self.begin, text, place, _LONGEST_WORD)) is not None:
            place = begin.end()
            if self.is_allowed is not None and not self.is_allowed(text, begin.start()):
                continue
            found = self.whole.match(text, begin.start())
            if found is None:
                continue
            before, after = found.group(1, 2)
            parts += [text[kept : found.start()], before, REDACTED, after]
            kept = place = found.end()
        return "".join((*parts, text[kept:])) if parts else text


@cache
def secret_patterns() -> tuple[SecretPattern, ...]:
    """Return the patterns in the order in which they are to be applied; compiled at the first call."""
    patterns = (
        # With its scheme, if it has one, so that not only this is taken for the value.
        (
            ("authorization", "cookie", "-token"),
            rf"(?i)\b(?:{_HEADERS})",
            rf"(?i)((?:{_HEADERS}){_BETWEEN}){_SCHEME}{_VALUE}()",
        ),
        (
            ("bearer",),
            r"(?i)\bbearer",
            r"(?i)(bearer(?:\s*+[+:]\s*+|\s++|%20|%2B))[A-Za-z0-9._~+/=-]{6,}+()",
        ),
        (("at ", "at+"), r"\bAT[ +]", r"(AT[ +])[A-Za-z0-9._~+/=-]{12,}+()"),
        (
            ("eyj",),
            r"(?<![\w-])eyJ",
            r"()eyJ[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]{4,}+(?:\.[A-Za-z0-9_-]*+)?()",
        ),
        (("://",), "://", r"""(://)[^\s/@:"']*+:[^\s/@"']++(@)"""),
    )
    compiled = [
        SecretPattern(words, re.compile(begin), re.compile(whole)) for words, begin, whole in patterns
    ]
    named = SecretPattern(
        ("pass", "pwd", "secret", "key", "signature", "token"),
        re.compile(rf"""(?i)(?:{_NAMES})(?=[\\"'\s:=])"""),
        re.compile(rf"(?i)((?:{_NAMES}){_BETWEEN}){_VALUE}()"),
        _has_short_prefix,
    )
    return (*compiled, named)


def _has_short_prefix(text: str, place: int) -> bool:
    """Return whether the word that goes on at `place` has begun at most `_LONGEST_PREFIX` characters before."""
    return _PREFIX.search(text, max(0, place - _LONGEST_PREFIX - 1), place) is not None


_SHORTEST = 4
"""A shorter secret protects nothing, and its characters may stand anywhere."""
_SHORTEST_ANYWHERE = 8
"""A shorter one is only looked for as a word of its own."""
_WORD = "[A-Za-z0-9]"
_ESCAPED_ASCII = re.compile(rb"\\u00([2-7][0-9A-Fa-f])")


class Redactor:
    """Set of secrets that are redacted from texts; safe to share between threads."""

    def __init__(self) -> None:
        self._secrets: frozenset[str] = frozenset()
        self._forms: frozenset[str] = frozenset()
        self._passing: Counter[str] = Counter()
        """Temporarily registered secrets, with the number of blocks that registered them."""
        self._longest_first: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def register(self, secret: str | None) -> None:
        """Redact `secret` from every text until the process ends.

        Args:
            secret: A token or a password; None and secrets under 4 characters are ignored.
        """
        if secret is None or len(secret) < _SHORTEST or secret in self._secrets:
            return
        with self._lock:
            self._forms |= encodings_of(secret)
            self._sort()
            # Last: a secret in this set has all its encodings registered.
            self._secrets |= {secret}

    @contextmanager
    def registered(self, secret: str) -> Iterator[None]:
        """Redact `secret` from every text while the block runs; for good if it ends with an exception.

        For passwords, which may be ordinary words that later texts need. Exceptions that cannot hold the secret have
        to be caught inside the block.

        Args:
            secret: A password; secrets under 4 characters are ignored.
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
            # It is logged later and may hold the secret.
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
    """Return every encoding of `secret` that may be in a text.

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
    """Yield, for each byte alignment, the base64 characters that depend on `secret` alone."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret).decode()
        core = encoded[(before * 8 + 5) // 6 : (before + len(secret)) * 8 // 6]
        if len(core) >= _SHORTEST_ANYWHERE:
            yield core


def _anywhere_or_word(form: str) -> str:
    escaped = re.escape(form)
    return escaped if len(form) >= _SHORTEST_ANYWHERE else f"(?<!{_WORD}){escaped}(?!{_WORD})"


class TokenMask:
    """Masks a token in answers where the service repeats it, plain or encoded.

    Args:
        token: As it is sent; the words of one with a scheme (``AT ...``) are masked one by one.
    """

    def __init__(self, token: str) -> None:
        words = [word for word in token.split() if len(word) >= _SHORTEST_ANYWHERE]
        # The longest first, so that nothing is left of one that holds another.
        self._forms = sorted({form for word in words for form in encodings_of(word)}, key=len, reverse=True)

    def mask(self, body: bytes) -> bytes:
        """Return the body of a response with `MASK` in place of the token."""
        for form in self._forms:
            body = body.replace(form.encode(), MASK.encode())
        if b"\\" in body:
            # Most answers hold nothing of it, and need not be gone through character by character.
            unescaped = _without_escapes(body)
            for form in self._forms:
                if form.replace("\\", "").encode() in unescaped:
                    body = _spellings_in_json(form).sub(MASK.encode(), body)
        return body


def _without_escapes(body: bytes) -> bytes:
    """Return roughly what JSON means: all that could be a spelling of a text is that text without its backslashes."""
    return _ESCAPED_ASCII.sub(lambda match: bytes.fromhex(match[1].decode()), body).replace(b"\\", b"")


def _spellings_in_json(word: str) -> re.Pattern[bytes]:
    r"""Return a pattern for `word`, each of whose characters JSON may write as ``\/`` or ``\u002F``, too."""
    # A backslash that begins the spelling of the next character is not one of the word.
    ends = {"\\": r"(?!u[0-9A-Fa-f]{4})"}
    spelt = (
        rf"(?:\\u(?i:{ord(character):04x})|\\?{re.escape(character)}{ends.get(character, '')})"
        for character in word
    )
    return re.compile("".join(spelt).encode())


SECRETS = Redactor()
"""The secrets of this process, shared by its log and its exception hooks."""
