"""Which SQLite the journal runs on."""

from __future__ import annotations

import sqlite3


def sqlite_version() -> str:
    """Return the version of SQLite, such as ``3.45.1``."""
    return sqlite3.sqlite_version
