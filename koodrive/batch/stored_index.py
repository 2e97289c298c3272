"""The index of the rows of a stored plan, which is read from the journal where the reading of the file left none."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.batch.cross_check import RowIndex, own_part
from koodrive.batch.models import Verdict
from koodrive.batch.running.plan import without_plan
from koodrive.batch.stored_rows import checked_row
from koodrive.core.deadline import CancelledByUserError, is_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.core.deadline import Cancellation
    from koodrive.journal import BatchRow, Journal

EXCLUDED = "excluded"
"""Decision of the user about a row, see `BatchRowTable.decide`."""
_AT_ONCE = 1_000
"""Rows that are read at once."""


class StoredIndex:
    """The `RowIndex` of one batch; any thread may ask for it.

    Args:
        journal: Holds the batch.
        batch_id: Its number.
        index: That of the rows as they are stored, where there is one already.
    """

    def __init__(self, journal: Journal, batch_id: int, index: RowIndex | None = None) -> None:
        self._rows = journal.batch_rows
        self._batch_id = batch_id
        self._index = index
        self._lock = threading.Lock()

    @property
    def is_ready(self) -> bool:
        """Whether `get` returns at once."""
        return self._index is not None

    def get(self, cancellation: Cancellation | None = None) -> RowIndex:
        """Return the index; blocks for half a second for each 10,000 rows, the first time.

        Args:
            cancellation: Ends the reading early.

        Raises:
            CancelledByUserError: When that was cancelled; the next call begins anew.
            JournalError: When the history cannot be read.
        """
        with self._lock:
            if self._index is None:
                self._index = self._read(cancellation)
            return self._index

    def _read(self, cancellation: Cancellation | None) -> RowIndex:
        index = RowIndex()
        for row in self.rows():
            if is_cancelled(cancellation):
                raise CancelledByUserError
            own = own_part(without_plan(checked_row(row)))
            index.add(replace(own, verdict=Verdict.EXCLUDED) if row.decision == EXCLUDED else own)
        return index

    def rows(self) -> Iterator[BatchRow]:
        """Yield all rows of the batch, in the order of the file.

        Raises:
            JournalError: When the history cannot be read.
        """
        after = 0
        while rows := self._rows.page(self._batch_id, after, _AT_ONCE):
            yield from rows
            after = rows[-1].row
