"""The columns of the table of a batch: six of ours, then those of the file that are not among them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from ui.texts.translate import translate
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from ui.batch.rows.shown_row import RowTexts, ShownRow

_LONGEST_HEADING = 60
_LONGEST_CELL = 500


class Column(IntEnum):
    """Our columns, from left to right."""

    LINE = 0
    STATE = 1
    KIND = 2
    NAME = 3
    FOLDER = 4
    REASON = 5


_FIELDS = {Column.KIND: "kind", Column.NAME: "name", Column.FOLDER: "in"}
"""Columns of ours that show a column of the file."""


class Columns:
    """The columns of one batch.

    Args:
        texts: Which columns its file has.
        runs: Whether the table shows outcomes instead of verdicts.
    """

    def __init__(self, texts: RowTexts, *, runs: bool = False) -> None:
        self._texts = texts
        shown = {texts.columns[name] for name in _FIELDS.values() if name in texts.columns}
        self.more = [place for place in range(len(texts.headings)) if place not in shown]
        """Columns of the file that follow ours."""
        self.titles = (
            *_our_titles(runs=runs),
            *(in_short(texts.headings[place], _LONGEST_HEADING) for place in self.more),
        )

    @property
    def names(self) -> list[str]:
        """A name for each column, by which the choice is remembered."""
        return [
            *(column.name.lower() for column in Column),
            *(f"file.{self._texts.headings[place]}" for place in self.more),
        ]

    def file_column(self, column: int) -> int | None:
        """Return the column of the file that a column of the table shows; None for none."""
        if column > Column.REASON:
            return self.more[column - len(Column)]
        field = _FIELDS.get(Column(column))
        return self._texts.columns.get(field) if field else None

    def column_of(self, file_column: int | None) -> int:
        """Return the column of the table that shows a column of the file, by default the reason."""
        if file_column is None:
            return Column.REASON
        for field_column, field in _FIELDS.items():
            if self._texts.columns.get(field) == file_column:
                return field_column
        return len(Column) + self.more.index(file_column)

    def text(self, row: ShownRow, column: int) -> str:
        """Return what a cell says, in one line."""
        if column == Column.LINE:
            return str(row.line)
        if column == Column.STATE:
            return row.word
        if column == Column.KIND:
            return row.kind_word
        if column == Column.REASON:
            return row.reason
        return in_short(self.whole_text(row, column), _LONGEST_CELL)

    def whole_text(self, row: ShownRow, column: int) -> str:
        """Return what a cell of the file holds, for editing and tool tips; of ours what it says."""
        place = self.file_column(column)
        if place is None:
            return row.reason if column == Column.REASON else ""
        return row.cells[place] if place < len(row.cells) else ""


def _our_titles(*, runs: bool) -> tuple[str, ...]:
    return (
        translate("Batch", "Line"),
        translate("Batch", "Outcome") if runs else translate("Batch", "Verdict"),
        translate("Batch", "Kind"),
        translate("Batch", "Name"),
        translate("Batch", "In folder"),
        translate("Batch", "ID or reason") if runs else translate("Batch", "Reason or ID"),
    )
