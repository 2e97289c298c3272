"""Which row of a batch goes out next: in the order of the file, read from the journal a few at a time."""

from __future__ import annotations

import heapq
from collections import deque
from functools import lru_cache
from typing import TYPE_CHECKING

from koodrive.batch.made_folders import made_folder
from koodrive.batch.row_request import request_of
from koodrive.batch.stored_rows import checked_row
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.batch.models import FolderIds
    from koodrive.journal import BatchRow, Journal
    from koodrive.models import CreateRequest

ROWS_AHEAD = 200
"""Rows that are read at once."""


class NoFolderIdsError(ValueError):
    """Raised when a folder is made, but not all of its IDs are known.

    Args:
        message: What is missing, for the user.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class RowSource:
    """The rows of a batch that may be sent, one by one; its owner holds a lock.

    Args:
        journal: The history with the batch.
        batch_id: Number of the batch.
    """

    def __init__(self, journal: Journal, batch_id: int) -> None:
        self._journal = journal
        self._batch_id = batch_id
        self._ahead: deque[BatchRow] = deque()
        self._returned: list[tuple[int, BatchRow]] = []
        self._after = 0
        self._is_rescan_due = True
        self._folder = lru_cache(maxsize=1000)(self._read_folder)

    def start_anew(self) -> None:
        """Begin with the first row again: rows may have become ready since they were passed."""
        self._ahead.clear()
        self._returned.clear()
        self._after, self._is_rescan_due = 0, True

    def note_change(self) -> None:
        """Look once more for rows that were passed, as a folder was made, or what was lost was found."""
        self._is_rescan_due = True

    def take(self, in_flight: Collection[int]) -> BatchRow | None:
        """Return the next row and hand it over; None when no row may be sent now.

        Args:
            in_flight: Numbers of the rows that were taken and have not ended.

        Raises:
            JournalError: When the history cannot be read.
        """
        if self._returned and (not self._ahead or self._returned[0][0] < self._ahead[0].row):
            return heapq.heappop(self._returned)[1]
        while True:
            while self._ahead:
                row = self._ahead.popleft()
                if row.row not in in_flight:
                    return row
            rows = self._journal.batch_runs.sendable(self._batch_id, self._after, ROWS_AHEAD)
            if not rows:
                if not self._is_rescan_due or not self._after:
                    self._is_rescan_due = False
                    return None
                self._is_rescan_due, self._after = False, 0
                continue
            self._ahead.extend(rows)
            self._after = rows[-1].row

    def put_back(self, row: BatchRow) -> None:
        """Take back a row of which nothing was made; it is the next one with the lowest number."""
        heapq.heappush(self._returned, (row.row, row))

    def request(self, row: BatchRow) -> CreateRequest:
        """Return the create that a row asks for, with the IDs of its folder.

        Raises:
            JournalError: When the history cannot be read.
            NoFolderIdsError: When not all IDs of its folder are known.
            ValueError: When the row does not make a request.
            KeyError: Likewise.
        """
        folder = None if row.folder_row is None else self._folder(row.folder_row)
        return request_of(checked_row(row), folder)

    def _read_folder(self, number: int) -> FolderIds:
        folder = made_folder(self._journal, self._batch_id, number)
        if folder is None:
            raise NoFolderIdsError(
                Message("The history lacks the group ID of its folder (row {row}).", row=number)
            )
        return folder
