"""A row as a file has it, before its columns are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.batch.models import Finding


_LOST = frozenset({"formula_without_value", "error_cell"})
"""Codes of findings of cells that are empty here, and not in the spreadsheet."""


@dataclass(slots=True)
class RawRow:
    """A row as a file has it, before its columns are known."""

    line: int
    """From 1, as a spreadsheet counts."""
    cells: Sequence[str]
    findings: tuple[tuple[int | None, Finding], ...] = ()
    """Each with the index of its column; None for the whole row."""

    text: str = ""
    """All cells, each with U+001F in front, so that one look finds what any of them holds."""

    @property
    def is_empty(self) -> bool:
        """Whether it has neither text nor a cell whose text is lost."""
        # U+001F counts as a blank.
        return (not self.text or self.text.isspace()) and not any(
            finding.code in _LOST for _, finding in self.findings
        )


def raw_row(line: int, cells: Sequence[str], findings: tuple[tuple[int | None, Finding], ...] = ()) -> RawRow:
    """Return a row as a file has it.

    Args:
        line: From 1.
        cells: Its texts.
        findings: What was found in them; see `RawRow`.
    """
    return RawRow(line, cells, findings, "\x1f".join(("", *cells)))
