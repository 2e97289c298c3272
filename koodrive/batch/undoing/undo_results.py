"""The result of taking a batch back, as a CSV or XLSX file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.running.result_files import write_table
from koodrive.batch.running.result_table import ResultTable, row_pages
from koodrive.batch.undoing.groups import UndoGroup, group_of
from koodrive.messages import Message, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from koodrive.journal import Journal, UndoRow

UNDO_COLUMNS = ("takenBack", "takenBackId", "takenBackReason", "takenBackTraceId", "takenBackTime")
"""Columns behind those of the file: the group, the ID of the object, why, the delete's trace ID, when; UTC."""


def write_undo_results(
    path: Path, journal: Journal, batch_id: int, translate: Callable[[str], str] = str
) -> int:
    """Write the file of a batch with what became of taking each row back, and return the number of rows.

    Args:
        path: Where to, ``.xlsx`` or else CSV; replaced as a whole when all is written, else untouched.
        journal: The history with the batch.
        batch_id: The batch.
        translate: Translates the reasons; headings and groups are the same in every language.

    Raises:
        JournalError: When it cannot be written, there is no such batch, or the history cannot be read.
    """
    return write_table(path, journal, batch_id, undo_table(journal, batch_id, translate))


def undo_table(journal: Journal, batch_id: int, translate: Callable[[str], str] = str) -> ResultTable:
    """Return all columns of the file, untouched, and behind them what became of taking each row back.

    Rows that have made nothing have nothing behind them. What was found late, after its row was sent once more, stands
    below all rows.

    Args:
        journal: The history with the batch.
        batch_id: The batch.
        translate: As for `write_undo_results`.

    Raises:
        JournalError: When there is no such batch, or the history cannot be read; also while rows are read.
    """
    headings = journal.batches.batch(batch_id).headings

    def rows() -> Iterator[tuple[int, list[str]]]:
        line = 1
        for some in row_pages(journal, batch_id):
            undone = journal.batch_undos.of_rows(batch_id, [row.row for row in some])
            for row in some:
                line = row.line
                yield line, [*_filled(row.cells, len(headings)), *_cells(undone.get(row.row), translate)]
        for late in journal.batch_undos.without_row(batch_id):
            line += 1
            yield line, [*_filled((), len(headings)), *_cells(late, translate)]

    return ResultTable((*headings, *UNDO_COLUMNS), rows)


def reason_text(row: UndoRow) -> str:
    """Return why an object was kept or could not be taken back, or what is said of its end; empty for nothing."""
    if row.attempt_id is None:
        return row.reason or ""
    title = Message("{title}.", title=row.title) if row.title else ""
    return sentences(title, row.message or "", row.note or "")


def _filled(cells: tuple[str, ...], length: int) -> list[str]:
    return [*cells, *[""] * (length - len(cells))]


def _cells(row: UndoRow | None, translate: Callable[[str], str]) -> list[str]:
    if row is None:
        return [""] * len(UNDO_COLUMNS)
    group = group_of(row.state)
    return [
        group,
        row.result_id,
        "" if group is UndoGroup.LEFT else translate(reason_text(row)),
        (row.attempt_id is not None and row.trace_id) or "",
        f"{row.settled_at:%Y-%m-%dT%H:%M:%S}Z" if row.attempt_id is not None and row.settled_at else "",
    ]
