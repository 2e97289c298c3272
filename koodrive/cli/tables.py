"""Tables for people: as wide as the terminal, or as their texts where no terminal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.cli.streams import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.cli.streams import Output


def print_table(output: Output, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows below their headings; IDs and names stay whole, where need be over several lines.

    Args:
        output: The streams.
        headings: One for each column.
        rows: The cells of each row; None for an empty one. Nothing in them is taken for markup.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    if output.is_terminal:
        output.text(_drawn(headings, cells), end="")
        return
    from rich.cells import cell_len  # noqa: PLC0415 - CJK characters take two places

    table = [list(headings), *cells]
    widths = [max(cell_len(row[place]) for row in table) for place in range(len(headings))]
    for row in table:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        output.text("  ".join(padded).rstrip())


def _drawn(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """Return the table as rich draws it for the terminal."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - slow, and only for people
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(table)
    return captured.get()
