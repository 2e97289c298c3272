"""The IDs of shared folders that rows of a batch have made, or that were there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.models import FolderIds
from koodrive.batch.stored_rows import folder_ids
from koodrive.journal import ReadInterruptedError

if TYPE_CHECKING:
    from koodrive.journal import Attempt, BatchRow, Journal

_MADE = frozenset({"created", "exists"})


def made_folder(journal: Journal, batch_id: int, number: int) -> FolderIds | None:
    """Return the IDs of the shared folder of a row; None when it is not made, or the history lacks one of them.

    Args:
        journal: The history with the batch.
        batch_id: Number of the batch.
        number: Number of the row.

    Raises:
        JournalError: When the history cannot be read.
    """
    for row in journal.batch_rows.rows(batch_id, [number]):
        if row.state not in _MADE:
            return None
        if row.attempt_id is None and (told := folder_ids(row)) is not None:
            return told
        made: BatchRow | Attempt = row
        if row.attempt_id is None and row.history_attempt is not None:
            made = read_attempt(journal, row.history_attempt)
        if made.result_id and made.group_id:
            return FolderIds(made.result_id, made.group_id, str(row.fields.get("containerId", "")))
    return None


def read_attempt(journal: Journal, attempt_id: int) -> Attempt:
    """Return what the history has of an attempt, also while somebody stops a search of theirs.

    Raises:
        JournalError: When there is no such attempt, or the history cannot be read.
    """
    while True:
        try:
            return journal.history.attempt(attempt_id)
        except ReadInterruptedError:
            # Meant for a search of the window, which reads through the same channel.
            continue
