"""The rows of a batch that go out in the order of the file, and the creates that they ask for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from koodrive.batch.made_folders import made_folder
from koodrive.batch.row_request import request_of
from koodrive.batch.running.row_queue import ROWS_AHEAD, RowQueue
from koodrive.batch.stored_rows import checked_row
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.batch.models import FolderIds
    from koodrive.journal import BatchRow, Journal
    from koodrive.models import CreateRequest


class NoFolderIdsError(ValueError):
    """Raised when a folder is made, but not all of its IDs are known.

    Args:
        message: What is missing, for the user.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class RowSource(RowQueue["BatchRow"]):
    """The rows of a batch that may be sent, in the order of the file.

    Args:
        journal: The history with the batch.
        batch_id: Number of the batch.
    """

    def __init__(self, journal: Journal, batch_id: int) -> None:
        super().__init__()
        self._journal = journal
        self._batch_id = batch_id
        self._folder = lru_cache(maxsize=1000)(self._read_folder)

    def counts(self, without: Collection[int]) -> dict[str, int]:
        """Return the number of rows of each state, without those of some numbers."""
        return self._journal.batch_rows.counts(self._batch_id, without=without)

    def _read(self, last: BatchRow | None) -> list[BatchRow]:
        return self._journal.batch_runs.sendable(self._batch_id, 0 if last is None else last.row, ROWS_AHEAD)

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
