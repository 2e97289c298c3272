"""A row as a file has it, before its columns are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.batch.models import Finding


_LOST = frozenset({"formula_without_value", "error_cell"})
"""Codes of findings of cells that are empty here, and not in the spreadsheet."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as a file has it, before its columns are known."""

    line: int
    """From 1, as a spreadsheet counts."""
    cells: Sequence[str]
    findings: tuple[tuple[int | None, Finding], ...] = ()
    """Each with the index of its column; None for the whole row."""

    @property
    def is_empty(self) -> bool:
        """Whether it has neither text nor a cell whose text is lost."""
        text = "".join(self.cells)
        return (not text or text.isspace()) and not any(finding.code in _LOST for _, finding in self.findings)
