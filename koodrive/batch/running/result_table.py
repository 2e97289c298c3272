"""A batch as tables that go back to the user: its file with what became of each row, and the rows that are left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from koodrive.api.rehearsal import MADE_UP_ID
from koodrive.batch.columns import IN, RESULT_COLUMNS, map_columns
from koodrive.batch.made_folders import made_folder
from koodrive.batch.running.unsendable import FOLDER_NOT_MADE
from koodrive.batch.stored_rows import findings_from_text
from koodrive.journal import RowFilter
from koodrive.messages import Message, sentences
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from koodrive.batch.columns import Columns
    from koodrive.batch.models import FolderIds
    from koodrive.journal import Batch, BatchRow, Journal

_AT_ONCE = 500
_LEFT = frozenset({"ready", "doubtful", "refused", "not_sent", "problem"})
_SENT = frozenset({"created", "deleted", "refused", "not_sent", "unknown", "sending"})
DRY_RUN = "dry run: "
"""Stands before each outcome of a dry run."""


@dataclass(frozen=True, slots=True)
class ResultTable:
    """A table that can be written row by row, as often as needed."""

    headings: tuple[str, ...]
    rows: Callable[[], Iterator[tuple[int, list[str]]]]
    """The line in which each row stood in the file, and its cells."""


def result_table(
    journal: Journal,
    batch_id: int,
    numbers: Sequence[int] | None = None,
    *,
    is_dry_run: bool = False,
    translate: Callable[[str], str] = str,
) -> ResultTable:
    """Return all columns of the file, untouched, and behind them what became of each row.

    In a result that was opened again, its own columns hold what is known now.

    Args:
        journal: The history with the batch.
        batch_id: The batch.
        numbers: The rows, in their order; None for all.
        is_dry_run: Whether nothing was sent, so that each outcome says so.
        translate: Translates a message; headings, outcomes and codes are the same in every language.

    Raises:
        JournalError: When there is no such batch, or the history cannot be read; also while rows are read.
    """
    batch = journal.batches.batch(batch_id)
    places = dict(map_columns(batch.headings).results)
    headings = [*batch.headings]
    for name in RESULT_COLUMNS:
        if name not in places:
            places[name] = len(headings)
            headings.append(name)

    def rows() -> Iterator[tuple[int, list[str]]]:
        for row in chain.from_iterable(row_pages(journal, batch_id, numbers)):
            cells = [*row.cells, *[""] * (len(headings) - len(row.cells))]
            if row.state != "exists" or row.history_attempt is not None:
                for name, text in _result(journal, row, is_dry_run=is_dry_run).items():
                    said = translate(text)
                    cells[places[name]] = MADE_UP_ID.sub("–", said) if is_dry_run else said
            yield row.line, cells

    return ResultTable(tuple(headings), rows)


def remaining_table(journal: Journal, batch_id: int) -> ResultTable:
    """Return the rows that may be sent again, with the columns of the file.

    What was created is not among them, nor what is unknown, left out by hand, or has a problem of its own. Albums
    that are to be in a folder that is made have its IDs.

    Args:
        journal: The history with the batch.
        batch_id: The batch.

    Raises:
        JournalError: When there is no such batch, or the history cannot be read; also while rows are read.
    """
    batch = journal.batches.batch(batch_id)
    columns = map_columns(batch.headings)
    kept = [place for place in range(len(batch.headings)) if place not in columns.results.values()]
    added = [name for name in ("groupId", "shareFolderId") if name not in columns.places]
    table = _Remaining(journal, batch, columns)
    if not table.has_made_folders:
        added = []

    def rows() -> Iterator[tuple[int, list[str]]]:
        for line, row in enumerate(table.rows(), start=2):
            cells, folder = list(row.cells), table.folder_of(row)
            ids = {} if folder is None else _ids(folder)
            for name, text in ids.items():
                if name in columns.places:
                    cells[columns.places[name]] = text
            if row.folder_row is not None:
                cells[columns.places[IN]] = "" if folder is not None else table.key_of(row)
            yield line, [*(cells[place] for place in kept), *(ids.get(name, "") for name in added)]

    return ResultTable((*(batch.headings[place] for place in kept), *added), rows)


class _Remaining:
    """The rows of a batch that may be sent again, and the folders that they are to be in."""

    def __init__(self, journal: Journal, batch: Batch, columns: Columns) -> None:
        self._journal = journal
        self._batch_id = batch.batch_id
        self._made: dict[int, FolderIds | None] = {}
        self._lines: dict[int, int] = {}
        self._refs: dict[int, str] = {}
        if IN not in columns.places:
            return
        for line, row in enumerate(self.rows(), start=2):
            if row.kind == RequestKind.SHARED_FOLDER:
                self._lines[row.row] = line
                if row.ref:
                    self._refs[row.row] = row.ref
            if row.folder_row is not None and row.folder_row not in self._made:
                self._made[row.folder_row] = made_folder(journal, batch.batch_id, row.folder_row)

    @property
    def has_made_folders(self) -> bool:
        """Whether some are to be in a folder that is made."""
        return any(folder is not None for folder in self._made.values())

    def rows(self) -> Iterator[BatchRow]:
        numbers = self._journal.batch_rows.numbers(self._batch_id, RowFilter(_LEFT))
        for row in chain.from_iterable(row_pages(self._journal, self._batch_id, numbers)):
            if row.state != "problem" or _waits_for_folder(row):
                yield row

    def folder_of(self, row: BatchRow) -> FolderIds | None:
        """Return the IDs of the folder that a row is to be in, where that is made."""
        return None if row.folder_row is None else self._made.get(row.folder_row)

    def key_of(self, row: BatchRow) -> str:
        """Return what names the folder of a row in this table: its `ref`, or its line here."""
        number = row.folder_row or 0
        if number in self._refs:
            return self._refs[number]
        return str(self._lines[number]) if number in self._lines else row.folder_key or ""


def row_pages(
    journal: Journal, batch_id: int, numbers: Sequence[int] | None = None
) -> Iterator[list[BatchRow]]:
    """Yield the rows of a batch, some at a time.

    Args:
        journal: The history with the batch.
        batch_id: The batch.
        numbers: The rows, in their order; None for all.

    Raises:
        JournalError: When the history cannot be read.
    """
    if numbers is None:
        numbers = journal.batch_rows.numbers(batch_id)
    for start in range(0, len(numbers), _AT_ONCE):
        yield journal.batch_rows.rows(batch_id, numbers[start : start + _AT_ONCE])


def _waits_for_folder(row: BatchRow) -> bool:
    return any(finding.code == FOLDER_NOT_MADE for finding in findings_from_text(row.findings))


def _result(journal: Journal, row: BatchRow, *, is_dry_run: bool) -> dict[str, str]:
    """Return the texts of the columns that a result adds."""
    is_folder = row.kind == RequestKind.SHARED_FOLDER
    if row.state == "exists":
        row = _with_ids_of_history(journal, row)
    is_made = row.state in {"created", "deleted", "exists"} and not is_dry_run
    is_sent = row.state in _SENT
    made = (row.result_id if is_made else None) or ""
    return {
        "outcome": f"{DRY_RUN if is_dry_run else ''}{row.state}",
        "albumId": "" if is_folder else made,
        "shareFolderId": made if is_folder else "",
        "fileId": (is_made and row.file_id) or "",
        "groupId": (is_made and row.group_id) or "",
        "traceId": (is_sent and not is_dry_run and row.trace_id) or "",
        "code": (is_sent and row.code) or "",
        "message": _message(row, is_sent=is_sent),
        "time": f"{row.settled_at:%Y-%m-%dT%H:%M:%S}Z" if is_sent and row.settled_at else "",
    }


def _with_ids_of_history(journal: Journal, row: BatchRow) -> BatchRow:
    folder = made_folder(journal, row.batch_id, row.row) if row.kind == RequestKind.SHARED_FOLDER else None
    return replace(row, result_id=row.existing, group_id=folder.group_id if folder else None)


def _message(row: BatchRow, *, is_sent: bool) -> str:
    if is_sent:
        title = Message("{title}.", title=row.title) if row.title else ""
        return sentences(title, row.message or "", row.note or "")
    return sentences("", *(finding.message for finding in findings_from_text(row.findings)))


def _ids(folder: FolderIds) -> dict[str, str]:
    return {"groupId": folder.group_id, "shareFolderId": folder.share_folder_id}
