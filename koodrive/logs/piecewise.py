"""Searching of long texts in pieces: the `re` module keeps the interpreter's lock for as long as a call takes.

While one thread searches a megabyte, no other thread runs Python, and a window stands still (issue 11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

PIECE = 16_384
"""Characters that one call searches; about a millisecond for the patterns of KooDesk."""


def search(pattern: re.Pattern[str], text: str, start: int, longest: int) -> re.Match[str] | None:
    """Return the first match of `pattern` in `text` that begins at `start` or later, or None.

    Args:
        pattern: Examines at most `longest` characters from the start of a match.
        text: Any text.
        start: Index into `text`.
        longest: Most characters of a match, with those of a look-ahead.
    """
    while start <= len(text):
        end = start + PIECE
        found = pattern.search(text, start, end + longest)
        if found is not None and found.start() < end:
            return found
        start = end
    return None


def substitute(
    pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str, longest: int
) -> str:
    """Return `text` with each match replaced, like `re.Pattern.sub`.

    Args:
        pattern: Examines at most `longest` characters from the start of a match; never matches an empty text.
        replacement: Returns the replacement of a match.
        text: Any text.
        longest: Most characters of a match, with those of a look-ahead.
    """
    parts, done = [], 0
    while (found := search(pattern, text, done, longest)) is not None:
        parts += [text[done : found.start()], replacement(found)]
        done = found.end()
    return "".join((*parts, text[done:])) if parts else text
