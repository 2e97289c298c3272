"""Help of the command in its language: click writes all of it through one formatter, which translates and wraps."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import click

from koodrive.cli.texts.click_words import said_by_click
from koodrive.cli.texts.language import in_language, is_chinese, look_up
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILL = "\0"
"""Follows each character that takes two places of a terminal, so that it counts twice."""
_OPENING = rf"(?:[（“‘]{_FILL}?|[\[(])*"
_CHUNK = re.compile(
    rf"\s+|{_OPENING}[^\s{_FILL}](?:{_FILL}[，。；：？！、）”’…]?)*(?:(?<!{_FILL})[^\s{_FILL}](?!{_FILL}))*"
)
"""What a line may end after: blanks, a Chinese character with the marks that close it, a word."""
_EXTRA = re.compile(r"(?P<text>.*?)(?P<extra>  \[[^\[\]]*\])?", re.DOTALL)
"""Help of an option, and what click has added: that it is required, its default, its range."""
_BETWEEN_CHINESE = re.compile(rf"(?<={_FILL}) (?=[^\s{_FILL}]{_FILL})")


class HelpFormatter(click.HelpFormatter):
    """Writes help as click does, in the language of the command; see `click.HelpFormatter` for the arguments."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line with the arguments."""
        title = in_language(Message("Usage:")) + ("" if is_chinese() else " ")
        super().write_usage(prog, args, title if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        title = Message("{heading}:", heading=heading)
        self.write(f"{'':>{self.current_indent}}{in_language(title)}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs; for the catalogue each is one line, however it is wrapped in the source."""
        if not is_chinese():
            super().write_text(text)
            return
        indent = " " * self.current_indent
        source = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        paragraphs = look_up(source).split("\n\n")
        lines = [_wrapped(paragraph, self.width - self.current_indent) for paragraph in paragraphs]
        self.write(textwrap.indent("\n\n".join("\n".join(each) for each in lines), indent) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names beside what they mean."""
        if not is_chinese():
            super().write_dl(rows, col_max, col_spacing)
            return
        pairs = [(name, _translated(meaning)) for name, meaning in rows]
        column = min(max((len(name) for name, _meaning in pairs), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, meaning in pairs:
            first, *others = _wrapped(meaning, self.width - self.current_indent - column) or [""]
            is_long = len(name) > column - col_spacing
            start = f"{name}\n{indent}{'':<{column}}" if is_long else f"{name:<{column}}"
            lines = [f"{start}{first}", *(f"{'':<{column}}{line}" for line in others)]
            self.write("".join(f"{indent}{line}".rstrip() + "\n" for line in lines))


class HelpContext(click.Context):
    """Context whose help is in the language of the command; see `click.Context` for the arguments."""

    formatter_class = HelpFormatter


def _translated(meaning: str) -> str:
    parts = _EXTRA.fullmatch(meaning)
    if parts is None or not parts["extra"]:
        return look_up(meaning)
    words = [said_by_click(word) for word in parts["extra"].strip(" []").split("; ")]
    return f"{look_up(parts['text'])} [{'; '.join(words)}]"


class _CellWrapper(textwrap.TextWrapper):
    def _split(self, text: str) -> list[str]:
        return _CHUNK.findall(text)


def _wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a paragraph, none wider than `width` places of a terminal where that can be."""
    filled = "".join(
        character + _FILL if east_asian_width(character) in "WF" else character for character in text
    )
    joined = _BETWEEN_CHINESE.sub("", " ".join(filled.split()))
    wrapper = _CellWrapper(max(width, 20), break_long_words=False)
    return [line.replace(_FILL, "") for line in wrapper.wrap(joined)]
