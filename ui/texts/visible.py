"""Escapes invisible characters in text from outside before it is shown; copies keep the original."""

from __future__ import annotations

import re

from koodrive.core.characters import escape_char, invisible_chars
from ui.texts.translate import translate

_LONGEST_TIP = 1_000
"""Characters, so that a tool tip does not cover the screen."""
_LONG_WORD = re.compile(r"\S{401,}")
_SHOWN_START, _SHOWN_END = 200, 60
"""Characters of a long word."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_ELLIPSIS = "…"
_MNEMONIC = re.compile(r"\(&\w\)|&(.)")


def visible(text: str) -> str:
    """Return a value for one line, with all that cannot be seen in it spelled, for example ``[U+202E]``.

    Control, zero-width and direction characters, line breaks and tabs are among it, and halves of characters.

    Args:
        text: Any text.
    """
    return text if _is_plain(text) else "".join(_pieces(text, _unseen(text)))


def without_mnemonic(words: str) -> str:
    """Return the words of a button or a label without what marks its letter: ``Save``, of ``&Save`` or ``Save(&S)``.

    Args:
        words: As Qt takes them; languages without such letters add one in brackets.
    """
    return _MNEMONIC.sub(r"\1", words)


def escape_invisible(text: str) -> str:
    """Return a text of several lines with all that cannot be seen in it spelled.

    Line breaks and tabs stay, and so do marks that keep the direction of a name to itself: each pair of them ends what
    it begins, so that no text can turn what follows it.

    Args:
        text: Any text.
    """
    return text if _is_plain(text) else "".join(_pieces(text, _unseen_in_words(text)))


class EscapedText:
    """A text with escapes, mapped to the original text.

    Args:
        original: Any text.
        is_line: Whether it is shown in one line (`visible`) or in several (`escape_invisible`).
        longest_line: After how many characters a line ends of several at the latest; None for no limit.
        column: How many characters stand before it in its first line.
    """

    def __init__(
        self, original: str, *, is_line: bool, longest_line: int | None = None, column: int = 0
    ) -> None:
        self.original = original
        self.column = column
        """Number of characters up to the end of its last line."""
        self._pieces = _pieces(original, _unseen(original) if is_line else _unseen_in_words(original))
        if longest_line is not None:
            self._break_lines(longest_line)
        self.shown = "".join(self._pieces)
        """The shown text."""

    def _break_lines(self, longest_line: int) -> None:
        for place, piece in enumerate(self._pieces):
            if piece == "\n":
                self.column = 0
                continue
            if self.column >= longest_line:
                self._pieces[place] = f"\n{piece}"
                self.column = 0
            self.column += len(piece)

    def original_of(self, start: int, end: int) -> str:
        """Return the original text of a selection; an escaped character counts when any part of its escape is selected.

        Args:
            start: Where it begins in `shown`, as Qt counts.
            end: Where it ends.
        """
        taken, place = [], 0
        for piece, character in zip(self._pieces, self.original, strict=True):
            begin, place = place, place + utf16_length(piece)
            if begin < end and place > start:
                taken.append(character)
        return "".join(taken)


def utf16_length(text: str) -> int:
    """Return how long `text` is as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape`, whose import would delay the first paint."""


def as_tool_tip(text: str) -> str:
    """Return `text` so that a tool tip, which looks for markup, shows it literally; empty stays empty."""
    if not text:
        return ""
    shown = text if len(text) <= _LONGEST_TIP else f"{text[:_LONGEST_TIP]}…"
    # Always rich text of our own making: plain text is taken for markup when it looks like it.
    return f'<qt><span style="white-space: pre-wrap">{escape_invisible(shown).translate(_MARKUP)}</span></qt>'


def on_button(text: str, limit: int = 80) -> str:
    """Return a value as a button, a menu or an entry of a list shows it: in one line, of bounded length, ``&`` as such.

    Args:
        text: Any text.
        limit: How many characters are shown at most.
    """
    return in_short(text, limit).replace("&", "&&")


def in_short(text: str, limit: int) -> str:
    """Return a value for one line that has no more than `limit` characters.

    Args:
        text: Any text.
        limit: A number of characters; what is left out is an ellipsis.
    """
    shown = visible(text[: limit + 1])
    return shown if len(shown) <= limit and len(text) <= limit else shown[: limit - 1] + _ELLIPSIS


def without_long_words(text: str) -> str:
    """Return `text` with the middle left out of each word of more than 400 characters, and how much that is.

    Qt lays a word of 64 KiB out in two seconds.

    Args:
        text: Such as an answer; line breaks and blanks stay.
    """
    return _LONG_WORD.sub(_ends_of, text)


def _ends_of(word: re.Match[str]) -> str:
    left_out = len(word[0]) - _SHOWN_START - _SHOWN_END
    middle = translate("VisibleText", "[… {count} characters …]").format(count=left_out)
    return f"{word[0][:_SHOWN_START]} {middle} {word[0][-_SHOWN_END:]}"


def _pieces(text: str, unseen: set[int]) -> list[str]:
    """Return the displayed text of each character."""
    return [
        f"[{escape_char(character)}]" if place in unseen else character
        for place, character in enumerate(text)
    ]


def _is_plain(text: str) -> bool:
    """Return whether all of a text can be seen, which is known at once for most of them."""
    return text.isascii() and text.isprintable()


def _unseen(text: str) -> set[int]:
    if _is_plain(text):
        return set()
    # Qt would leave out half of a pair of surrogates that stands alone.
    halves = {place for place, character in enumerate(text) if "\ud800" <= character <= "\udfff"}
    return halves | set(invisible_chars(text))


def _unseen_in_words(text: str) -> set[int]:
    unseen = _unseen(text.replace("\n", " ").replace("\t", " "))
    return unseen - _isolating(text) if unseen else unseen


def _isolating(text: str) -> set[int]:
    """Return the places of the isolates that are ended, and of their ends."""
    begun: list[int] = []
    pairs: set[int] = set()
    for place, character in enumerate(text):
        if character == _ISOLATE:
            begun.append(place)
        elif character == _END_OF_ISOLATE and begun:
            pairs |= {begun.pop(), place}
    return pairs
