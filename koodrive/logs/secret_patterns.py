"""What looks like a secret: headers, tokens, passwords in assignments and addresses, known or not.

Each pattern costs no more than a few milliseconds at a time, whatever the text: it is looked for by a short word that
every match holds, and what surrounds the word is matched only where it stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from koodrive.logs import piecewise

if TYPE_CHECKING:
    from collections.abc import Callable

REDACTED = "[redacted]"
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
    """One way in which a secret gives itself away."""

    words: tuple[str, ...]
    """In lower case; one of them stands in every match, where that is ASCII."""
    begin: re.Pattern[str]
    """How a match begins, in `_LONGEST_WORD` characters at most."""
    whole: re.Pattern[str]
    """The match; its first group is kept, and so is its second, which stands behind the secret."""
    is_allowed: Callable[[str, int], bool] | None = None
    """Whether a match may begin at this place of the text, where `begin` cannot say so."""

    def redact(self, text: str) -> str:
        """Return `text` with `REDACTED` in place of what the pattern finds.

        Args:
            text: Any text.
        """
        if text.isascii() and not self._may_be_in(text):
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

    def _may_be_in(self, text: str) -> bool:
        """Return whether one of the words is in `text`; far faster than a pattern."""
        lower = text.lower()
        return any(word in lower for word in self.words)


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
