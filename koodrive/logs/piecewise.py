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
        pattern: Looks no further than `longest` characters from where a match begins.
        text: Any text.
        start: An index into `text`.
        longest: How many characters a match may have, those of a look-ahead included.
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
    """Return `text` with a replacement for each match; see `re.Pattern.sub`.

    Args:
        pattern: As for `search`; does not match an empty text.
        replacement: Returns what goes in the place of a match.
        text: Any text.
        longest: As for `search`.
    """
    parts, done = [], 0
    while (found := search(pattern, text, done, longest)) is not None:
        parts += [text[done : found.start()], replacement(found)]
        done = found.end()
    return "".join((*parts, text[done:])) if parts else text
