"""The tables of batches that are taken back, made by a migration of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_STATEMENTS = (
    # The run that takes a batch back has a state, a pace and an owner of its own; the columns are those of `batch`.
    """
    CREATE TABLE batch_undo (
        batch_id INTEGER PRIMARY KEY REFERENCES batch,
        begun_at INTEGER NOT NULL,
        parallel INTEGER NOT NULL,
        rate REAL,
        state TEXT NOT NULL,
        reason TEXT,
        reason_text TEXT,
        owner TEXT,
        wish TEXT
    )
    """,
    # One for each create of the batch that has made something. Its outcome is that of the deletes of the same create
    # (`attempt.of_attempt`), whoever has begun them: no row can be taken back twice, and none is lost by a crash.
    # `folder_attempt`: the create of the shared folder that an album is in, where this batch has made it.
    # `verdict`: `open` until it was looked at, then `ready`, `gone` or `kept`, with `reason` as a message in JSON.
    # `after_attempt`: deletes up to this attempt that took nothing back do not count any more.
    """
    CREATE TABLE batch_undo_row (
        of_attempt INTEGER PRIMARY KEY REFERENCES attempt,
        batch_id INTEGER NOT NULL REFERENCES batch,
        kind TEXT NOT NULL,
        folder_attempt INTEGER,
        verdict TEXT NOT NULL DEFAULT 'open',
        reason TEXT,
        after_attempt INTEGER NOT NULL DEFAULT 0
    )
    """,
    """
    CREATE INDEX batch_undo_row_by_batch
    ON batch_undo_row (batch_id, of_attempt, verdict, after_attempt, folder_attempt)
    """,
    """
    CREATE INDEX batch_undo_row_by_folder ON batch_undo_row (folder_attempt, of_attempt)
    WHERE folder_attempt IS NOT NULL
    """,
)


def create_undo_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of the batches that are taken back; `attempt` has `action` and `of_attempt` by then."""
    for statement in _STATEMENTS:
        connection.execute(statement)
