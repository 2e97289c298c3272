"""The tables of the batches, made by a migration of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_STATEMENTS = (
    # `row_count` is NULL until all rows are in; `rate` is in creates a second, NULL for no limit. `wish` is the state
    # that another process has asked the owner for.
    """
    CREATE TABLE batch (
        batch_id INTEGER PRIMARY KEY AUTOINCREMENT,
        added_at INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        reading TEXT NOT NULL,
        headings TEXT NOT NULL,
        mapping TEXT NOT NULL,
        connection_key INTEGER REFERENCES connection,
        parallel INTEGER NOT NULL,
        rate REAL,
        state TEXT NOT NULL,
        reason TEXT,
        reason_text TEXT,
        owner TEXT,
        wish TEXT,
        row_count INTEGER
    )
    """,
    # A row has no outcome of its own: it is that of its last attempt. One that has made nothing may be `is_released`:
    # then the row may be sent again, as long as the attempt is not found to have made something after all.
    # `decision`: what somebody decided about it, `confirmed` or `excluded`.
    # `history_attempt`: the attempt that made it a double, `existing`: the ID that this one has made.
    """
    CREATE TABLE batch_row (
        row_key INTEGER PRIMARY KEY,
        batch_id INTEGER NOT NULL REFERENCES batch,
        row INTEGER NOT NULL,
        line INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        decision TEXT,
        attempt_id INTEGER REFERENCES attempt,
        is_released INTEGER NOT NULL DEFAULT 0,
        tries INTEGER NOT NULL DEFAULT 0,
        folder_row INTEGER,
        ref TEXT,
        folder_key TEXT,
        kind TEXT,
        existing TEXT,
        existing_folder TEXT,
        history_attempt INTEGER,
        findings TEXT,
        fields TEXT NOT NULL,
        cells TEXT NOT NULL
    )
    """,
    # Each count and each list of row numbers is read from it alone.
    """
    CREATE INDEX batch_row_by_number
    ON batch_row (batch_id, row, verdict, decision, attempt_id, is_released, folder_row)
    """,
    "CREATE UNIQUE INDEX one_batch_row ON batch_row (batch_id, row)",
    "CREATE INDEX batch_row_by_attempt ON batch_row (attempt_id) WHERE attempt_id IS NOT NULL",
    # The batch that it belongs to, also where its row was sent once more since.
    "ALTER TABLE attempt ADD COLUMN batch_id INTEGER REFERENCES batch",
    "CREATE INDEX attempt_by_batch ON attempt (batch_id, attempt_id) WHERE batch_id IS NOT NULL",
)


def create_batch_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of the batches, and the column by which an attempt belongs to one."""
    for statement in _STATEMENTS:
        connection.execute(statement)
