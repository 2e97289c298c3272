"""Changes to the history that are made all at once or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@contextmanager
def all_at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Make the changes inside one transaction, which is on the disk when the block has ended.

    Args:
        connection: In autocommit mode.

    Raises:
        sqlite3.Error: When the file is locked for too long or cannot be written; it is as it was.
        BaseException: What the block raises; as above.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk, for one, has made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
