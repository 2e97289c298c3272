"""Opens a table in the background: reads it, checks all rows and stores them; asks what cannot be decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.batch.cross_check import RowIndex
from koodrive.batch.errors import EncodingNeededError, HeadingNeededError
from koodrive.batch.series import is_series, open_series
from koodrive.batch.stored_plan import store_table
from koodrive.batch.table import TableOptions, open_table
from koodrive.core.deadline import Cancellation, CancelledByUserError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.batch.models import Finding
    from koodrive.batch.table import Table
    from koodrive.journal import Batch
    from ui.session.session import Session

KEY = "batch"
"""Queue of the files' lane."""


_SERIES_FIELDS = {"kind": "album", "type": "2", "albumKind": "1"}


class OpenedTable(NamedTuple):
    """A table whose rows are stored."""

    batch: Batch
    table: Table
    findings: tuple[Finding, ...]
    """Advice about the table as a whole."""
    row_index: RowIndex
    """That of its rows, for edits."""


class _SheetsFound(NamedTuple):
    """A workbook of several sheets, of which one has to be chosen."""

    names: tuple[str, ...]


def _read(source: Path | str, options: TableOptions) -> Table:
    """Return a table; one line with a range of numbers is a series of manual albums."""
    if isinstance(source, str) and len(source.strip().splitlines()) == 1 and is_series(source):
        return open_series(source.strip(), _SERIES_FIELDS, datetime.now().astimezone().date())
    return open_table(source, options)


class TableOpening(QObject):
    """Opens one table at a time; opening another one ends the one before.

    Args:
        session: Gives journal and task runner.
        parent: Owner.

    Signals:
        began: Name of the file; empty for a pasted table.
        progressed: How many rows are checked.
        encoding_asked: The `EncodingReading`s of which one is right.
        sheet_asked: Names of the sheets of which one is wanted.
        heading_asked: The first row of a table of one column, of which it has to be said whether it is a heading.
        opened: An `OpenedTable`.
        failed: What kept it from being opened.
        cancelled: The user has ended it.
    """

    began = Signal(str)
    progressed = Signal(int)
    encoding_asked = Signal(object)
    sheet_asked = Signal(object)
    heading_asked = Signal(str)
    opened = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task = LatestTask(session.runner, self, reports_unexpected=True)
        self._source: Path | str = ""
        self._options = TableOptions()

    @property
    def is_busy(self) -> bool:
        """Whether a table is being opened."""
        return self._task.is_running

    @property
    def path(self) -> Path | None:
        """The file that was opened last; None for a pasted table."""
        return self._source if isinstance(self._source, Path) else None

    def open(self, source: Path | str, options: TableOptions | None = None) -> None:
        """Open a file or a pasted text.

        Args:
            source: Path of a file, or a text.
            options: What is decided about it already.
        """
        self._source, self._options = source, options or TableOptions()
        self._start()

    def open_text_of(self, make: Callable[[], str]) -> None:
        """Open the table that a blocking call returns as text."""
        self.began.emit("")
        self._task.start(Lane.HISTORY, make, self.open, self.failed.emit, key=KEY)

    @Slot(object)
    def read_again(self, path: Path) -> None:
        """Read a file once more, as it has changed; what is decided about the one that was opened last stays."""
        self.open(path, self._options if path == self._source else None)

    def set_encoding(self, encoding: str) -> None:
        """Answer `encoding_asked`."""
        self._options = replace(self._options, encoding=encoding)
        self._start()

    def set_sheet(self, sheet: str) -> None:
        """Answer `sheet_asked`."""
        self._options = replace(self._options, sheet=sheet)
        self._start()

    @Slot(bool)
    def set_heading(self, has_heading: bool) -> None:  # noqa: FBT001 - the argument of the signal
        """Answer `heading_asked`; the names become manual albums, as those of a series do."""
        common = tuple(_SERIES_FIELDS.items())
        self._options = replace(self._options, has_heading=has_heading, common=common)
        self._start()

    def cancel(self) -> None:
        """End it; nothing is kept."""
        self._task.cancel()
        self.cancelled.emit()

    def _start(self) -> None:
        source, options, journal = self._source, self._options, self._session.backend.journal
        self.began.emit(source.name if isinstance(source, Path) else "")
        cancellation, progress = Cancellation(), self.progressed.emit

        def open_and_store() -> OpenedTable | _SheetsFound:
            table = _read(source, options)
            if len(table.source.sheets) > 1 and options.sheet is None:
                return _SheetsFound(table.source.sheets)
            if cancellation.is_cancelled:
                raise CancelledByUserError
            index = RowIndex()
            batch_id = store_table(journal, table, cancellation=cancellation, progress=progress, index=index)
            if batch_id is None:
                raise CancelledByUserError
            return OpenedTable(journal.batches.batch(batch_id), table, table.findings, index)

        self._task.start(
            Lane.FILES, open_and_store, self._on_opened, self._on_failed, key=KEY, cancellation=cancellation
        )

    def _on_opened(self, opened: OpenedTable | _SheetsFound) -> None:
        if isinstance(opened, _SheetsFound):
            self.sheet_asked.emit(opened.names)
        else:
            self.opened.emit(opened)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, EncodingNeededError):
            self.encoding_asked.emit(error.readings)
        elif isinstance(error, HeadingNeededError):
            self.heading_asked.emit(error.first)
        else:
            self.failed.emit(error)
