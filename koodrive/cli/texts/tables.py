"""Tables for people."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING

from koodrive.cli.streams import visible
from koodrive.cli.texts.language import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.cli.streams import Output


_FLEXIBLE = frozenset({"Name", "Connection", "Table", "Why", "Rows", "Service address"})
"""Headings of the columns whose cells may take several lines; IDs and times stay whole."""
_NARROWEST = 12
"""Places that such a column takes at least."""


def print_table(output: Output, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows below their headings: drawn for a terminal that is wide enough, else each on one line.

    Args:
        output: The streams.
        headings: One for each column.
        rows: The cells of each row, a `Message` in the language of the command; None for an empty one. Nothing in them
            is taken for markup.
    """
    from rich.cells import cell_len  # noqa: PLC0415 - slow, and only for people; CJK characters take two places

    table = [[in_language(visible(cell)) for cell in row] for row in (headings, *rows)]
    widths = [max(cell_len(row[place]) for row in table) for place in range(len(headings))]
    least = [
        min(width, _NARROWEST) if heading in _FLEXIBLE else width
        for heading, width in zip(headings, widths, strict=True)
    ]
    if output.is_terminal and sum(least) + 3 * len(least) <= get_terminal_size().columns:
        output.text(_drawn(table, [heading in _FLEXIBLE for heading in headings]), end="")
        return
    for row in table:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        output.text("  ".join(padded).rstrip())


def _drawn(rows: Sequence[Sequence[str]], is_flexible: Sequence[bool]) -> str:
    """Return the table, its headings first, as rich draws it for the terminal."""
    from rich import box, console, table, text  # noqa: PLC0415

    drawn = table.Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading, may_wrap in zip(rows[0], is_flexible, strict=True):
        drawn.add_column(text.Text(heading), overflow="fold", no_wrap=not may_wrap)
    for row in rows[1:]:
        drawn.add_row(*map(text.Text, row))
    screen = console.Console(highlight=False, emoji=False, markup=False)
    with screen.capture() as captured:
        screen.print(drawn)
    return captured.get()
