"""A row's claim by the attempt that sends it, and a batch's by the process that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal.batches.rows import MADE_NOTHING, SENDABLE
from koodrive.messages import Message

if TYPE_CHECKING:
    import sqlite3

    from koodrive.journal.batches.records import RowKey

# What was refused or never left may be sent once more: by the same create, after the clock was put right.
_CLAIM = f"""
    UPDATE batch_row AS r SET attempt_id = :attempt_id, is_released = 0, tries = tries + 1
    WHERE r.batch_id = :batch_id AND r.row = :row AND {SENDABLE}
    AND (r.attempt_id IS NULL OR {MADE_NOTHING})
"""  # noqa: S608 - values are bound
_BELONG = "UPDATE attempt SET batch_id = :batch_id WHERE attempt_id = :attempt_id"


class RowTakenError(JournalError):
    """Raised when a row of a batch is being sent already, was created, or may not be sent; nothing was written."""


class BatchStateError(JournalError):
    """Raised when a batch cannot be run or changed in the state that it is in; nothing was written."""


def claim_row(database: sqlite3.Connection, key: RowKey | None, attempt_id: int) -> None:
    """Give a row of a batch to the attempt that begins in this transaction; None gives nothing.

    Raises:
        RowTakenError: When it has an attempt that may have made something, or must not be sent.
    """
    if key is None:
        return
    values = {"batch_id": key.batch_id, "row": key.row, "attempt_id": attempt_id}
    if database.execute(_CLAIM, values).rowcount != 1:
        raise RowTakenError(
            Message("This row was sent already"),
            Message(
                "Row {row} of the batch is being sent, was created or was left out, so it was not sent once more.",
                row=key.row,
            ),
        )
    database.execute(_BELONG, values)
