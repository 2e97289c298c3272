"""The tables of the history and the way from one version of them to the next.

The small columns that a table shows, sorts by and searches are apart from the long texts of request and
answer, so that a scan of a million rows does not read those. Connections are written once for each change of
their name, address or user, and not once for each attempt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.journal.attempts.stored_messages import DATA_COLUMNS
from koodrive.journal.batches.schema import create_batch_tables
from koodrive.journal.batches.undo_schema import create_undo_tables
from koodrive.journal.connection import all_at_once
from koodrive.journal.encoding import stored_fingerprint, stored_visible_form

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    Migration = Callable[[sqlite3.Connection], None]

ID_COLUMNS = ("result_id", "file_id", "group_id", "tenant_id", "creator", "trace_id", "related_ids")
"""The columns that hold an ID, or in `related_ids` several with blanks between them."""

UNUSUAL_IDS = " OR ".join(f"{column} GLOB '*[^ -~]*'" for column in ID_COLUMNS)
"""Whether an ID of an attempt has another character than those of ASCII. None should; with an index of those that
do, a search for Chinese need not read the IDs of all attempts, and still overlooks none."""

_TABLES = (
    """
    CREATE TABLE connection (
        connection_key INTEGER PRIMARY KEY,
        connection_id TEXT NOT NULL,
        name TEXT NOT NULL,
        service_address TEXT NOT NULL,
        user_id TEXT NOT NULL,
        UNIQUE (connection_id, name, service_address, user_id)
    )
    """,
    # AUTOINCREMENT: a number that was once shown never names another attempt.
    """
    CREATE TABLE attempt (
        attempt_id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        name TEXT,
        outcome TEXT NOT NULL,
        connection_key INTEGER NOT NULL REFERENCES connection,
        started_at INTEGER NOT NULL,
        settled_at INTEGER,
        trace_id TEXT NOT NULL,
        result_id TEXT,
        file_id TEXT,
        group_id TEXT,
        tenant_id TEXT,
        creator TEXT,
        create_time TEXT,
        related_ids TEXT,
        status INTEGER,
        code TEXT
    )
    """,
    """
    CREATE TABLE exchange (
        attempt_id INTEGER PRIMARY KEY REFERENCES attempt,
        body TEXT NOT NULL,
        answer TEXT,
        title TEXT,
        message TEXT,
        note TEXT
    )
    """,
)

# Each holds what filters ask about, too: a jump into the middle of a filtered million then reads it alone.
_INDEXES = (
    "CREATE INDEX attempt_by_time ON attempt (started_at, attempt_id, kind, outcome, connection_key)",
    "CREATE INDEX attempt_by_kind ON attempt (kind, attempt_id, outcome, connection_key, started_at)",
    """
    CREATE INDEX attempt_by_name ON attempt
        (name COLLATE NOCASE, attempt_id, kind, outcome, connection_key, started_at)
    """,
    "CREATE INDEX attempt_by_result ON attempt (result_id, attempt_id, kind, outcome, connection_key, started_at)",
    "CREATE INDEX attempt_by_outcome ON attempt (outcome, attempt_id, kind, connection_key, started_at)",
    "CREATE INDEX attempt_by_connection ON attempt (connection_key, attempt_id, kind, outcome, started_at)",
    "CREATE INDEX connection_by_name ON connection (name COLLATE NOCASE)",
    f"CREATE INDEX attempt_with_unusual_ids ON attempt (attempt_id) WHERE {UNUSUAL_IDS}",
)


def _create_tables(connection: sqlite3.Connection) -> None:
    for statement in (*_TABLES, *_INDEXES):
        connection.execute(statement)


# What the service's lists have shown, so that something older is never taken for what an attempt has made. Attempts
# are numbered in the order in which they begin; a number is a better clock here than any clock.
_LIST_TABLES = (
    """
    CREATE TABLE list (
        list_key INTEGER PRIMARY KEY,
        service_address TEXT NOT NULL,
        user_id TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (service_address, user_id, name)
    )
    """,
    # A list was read to its end when the newest attempt was `after_attempt`.
    """
    CREATE TABLE list_reading (
        list_key INTEGER NOT NULL REFERENCES list,
        after_attempt INTEGER NOT NULL,
        read_at INTEGER NOT NULL,
        PRIMARY KEY (list_key, after_attempt)
    ) WITHOUT ROWID
    """,
    # `seen_after` is that of the first reading that showed the object.
    """
    CREATE TABLE list_object (
        list_key INTEGER NOT NULL REFERENCES list,
        object_id TEXT NOT NULL,
        name TEXT,
        seen_after INTEGER NOT NULL,
        PRIMARY KEY (list_key, object_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX list_object_by_name ON list_object (list_key, name)",
)


def _create_list_tables(connection: sqlite3.Connection) -> None:
    for statement in _LIST_TABLES:
        connection.execute(statement)


_LOOKUP_TABLES = (
    # The answers come last in their rows: those of other questions are passed over without reading them.
    """
    CREATE TABLE kept_answer (
        service_address TEXT NOT NULL,
        user_id TEXT NOT NULL,
        question TEXT NOT NULL,
        read_at INTEGER NOT NULL,
        answer TEXT NOT NULL,
        PRIMARY KEY (service_address, user_id, question)
    ) WITHOUT ROWID
    """,
    # An ID means the same to every user of a service.
    """
    CREATE TABLE object_name (
        service_address TEXT NOT NULL,
        object_id TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (service_address, object_id)
    ) WITHOUT ROWID
    """,
)


def _create_lookup_tables(connection: sqlite3.Connection) -> None:
    for statement in _LOOKUP_TABLES:
        connection.execute(statement)


# `served_at`: when the attempt began, by the service's clock; NULL where no answer told its time.
# `is_repeat`: it was begun while another one with its fingerprint was open; `followed_up`: something about it was
# found out or decided after its answer was lost.
_DUPLICATE_COLUMNS = (
    "ALTER TABLE attempt ADD COLUMN fingerprint TEXT",
    "ALTER TABLE attempt ADD COLUMN served_at INTEGER",
    "ALTER TABLE attempt ADD COLUMN is_repeat INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attempt ADD COLUMN followed_up INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE list_object ADD COLUMN visible_name TEXT",
    "DROP INDEX list_object_by_name",
    "UPDATE list_object SET visible_name = stored_visible_form(CAST(name AS BLOB)) WHERE name IS NOT NULL",
    "CREATE INDEX list_object_by_name ON list_object (list_key, visible_name)",
    """
    UPDATE attempt SET followed_up = 1 WHERE outcome IN ('refused', 'unknown') AND EXISTS (
        SELECT 1 FROM exchange e WHERE e.attempt_id = attempt.attempt_id AND e.note IS NOT NULL
    )
    """,
    # Those that can hold something back: the open ones, those that may be opened again and, as an hour is more than "a
    # moment ago", the latest created.
    """
    UPDATE attempt SET fingerprint = (
        SELECT stored_fingerprint(
            CAST(attempt.kind AS BLOB), CAST(c.service_address AS BLOB), CAST(c.user_id AS BLOB), CAST(e.body AS BLOB)
        )
        FROM connection c, exchange e
        WHERE c.connection_key = attempt.connection_key AND e.attempt_id = attempt.attempt_id
    )
    WHERE outcome IN ('unknown', 'sending') OR outcome = 'refused' AND followed_up
        OR outcome = 'created' AND attempt.started_at >= (strftime('%s', 'now') - 3600) * 1000
    """,
    """
    CREATE INDEX attempt_by_fingerprint ON attempt (fingerprint, attempt_id)
    WHERE fingerprint IS NOT NULL
    """,
    # The order of the attempts, with all that filters ask about, as the other orders have it.
    "CREATE INDEX attempt_by_order ON attempt (attempt_id, kind, outcome, connection_key, started_at)",
    # A history may hold several open attempts of one request: the user has confirmed them, or programs have raced.
    """
    UPDATE attempt SET is_repeat = 1 WHERE outcome IN ('unknown', 'sending') AND EXISTS (
        SELECT 1 FROM attempt first WHERE first.fingerprint = attempt.fingerprint
        AND first.outcome IN ('unknown', 'sending') AND first.attempt_id < attempt.attempt_id
    )
    """,
    """
    CREATE UNIQUE INDEX open_attempt_by_fingerprint ON attempt (fingerprint)
    WHERE outcome IN ('unknown', 'sending') AND is_repeat = 0
    """,
)


def _add_duplicate_columns(connection: sqlite3.Connection) -> None:
    connection.create_function("stored_fingerprint", 4, stored_fingerprint, deterministic=True)
    connection.create_function("stored_visible_form", 1, stored_visible_form, deterministic=True)
    if not any(name == "fts5" for (name,) in connection.execute("PRAGMA module_list")):
        # The triggers of `search_index` would fail on every change; it makes them anew, with the index.
        for event in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS attempt_search_{event}")
    for statement in _DUPLICATE_COLUMNS:
        connection.execute(statement)


_LIST_GAPS = (
    # Of the last reading of any kind; `list_reading` has those alone that missed nothing.
    "ALTER TABLE list ADD COLUMN read_at INTEGER",
    # Up to which attempt `list_object` has what attempts have made.
    "ALTER TABLE list ADD COLUMN made_until INTEGER NOT NULL DEFAULT 0",
    # The attempt that has made it; NULL for what the history does not know.
    "ALTER TABLE list_object ADD COLUMN made_by INTEGER",
    # Whether the list has ever shown it.
    "ALTER TABLE list_object ADD COLUMN was_listed INTEGER NOT NULL DEFAULT 1",
    # Since when the list has not shown it any more; NULL while it does.
    "ALTER TABLE list_object ADD COLUMN missing_since INTEGER",
    # Whether it is certain by now that it was removed.
    "ALTER TABLE list_object ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX list_object_missing ON list_object (list_key, missing_since) WHERE missing_since IS NOT NULL",
    # Names were forgotten when a list showed an object no more. Others are put right by the next reading.
    "UPDATE list_object SET is_gone = 1 WHERE name IS NULL",
)


def _add_list_gaps(connection: sqlite3.Connection) -> None:
    for statement in _LIST_GAPS:
        connection.execute(statement)


_FOLDED_NAME_TABLES = (
    # Only of names which LIKE does not compare as a search does; see `koodrive.journal.search_index`.
    "CREATE TABLE folded_name (attempt_id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    # The attempts of before whose names have not been looked at yet; one row, or none when that is done.
    "CREATE TABLE unfolded (first_attempt INTEGER NOT NULL, last_attempt INTEGER NOT NULL)",
    """
    INSERT INTO unfolded SELECT first, last
    FROM (SELECT (SELECT min(attempt_id) FROM attempt) AS first, (SELECT max(attempt_id) FROM attempt) AS last)
    WHERE first IS NOT NULL AND last IS NOT NULL
    """,
)


def _create_folded_names(connection: sqlite3.Connection) -> None:
    for statement in _FOLDED_NAME_TABLES:
        connection.execute(statement)


_QUEUE_TABLE = """
    CREATE TABLE queued (
        queued_id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        connection_id TEXT NOT NULL,
        connection_name TEXT NOT NULL,
        service_address TEXT NOT NULL,
        user_id TEXT NOT NULL,
        queued_at INTEGER NOT NULL
    )
"""


def _create_queue(connection: sqlite3.Connection) -> None:
    connection.execute(_QUEUE_TABLE)


def _add_processes(connection: sqlite3.Connection) -> None:
    """Add which process sends an attempt (`koodrive.journal.sharing`); NULL once its outcome is written down."""
    connection.execute("ALTER TABLE attempt ADD COLUMN process TEXT")


_UNDO_COLUMNS = (
    # `create` or `delete`; a delete has the kind, the name and the ID of the create that it takes back, `of_attempt`.
    "ALTER TABLE attempt ADD COLUMN action TEXT NOT NULL DEFAULT 'create'",
    "ALTER TABLE attempt ADD COLUMN of_attempt INTEGER REFERENCES attempt",
    # Of a damaged table it still says which attempts are deletes.
    "CREATE INDEX attempt_by_create ON attempt (of_attempt, attempt_id, outcome) WHERE of_attempt IS NOT NULL",
)


def _add_undo(connection: sqlite3.Connection) -> None:
    """Add the deletes that take creates back, and the runs that take whole batches back."""
    for statement in _UNDO_COLUMNS:
        connection.execute(statement)
    create_undo_tables(connection)


def _add_message_data(connection: sqlite3.Connection) -> None:
    """Add template and values beside the words of each message; those from before stand as they are."""
    for column in DATA_COLUMNS:
        connection.execute(f"ALTER TABLE exchange ADD COLUMN {column} TEXT")


MIGRATIONS: tuple[Migration, ...] = (
    _create_tables,
    _create_list_tables,
    _create_lookup_tables,
    _add_duplicate_columns,
    _add_list_gaps,
    _create_folded_names,
    _create_queue,
    create_batch_tables,
    _add_processes,
    _add_undo,
    _add_message_data,
)
"""The step at place n takes a file from version n to n + 1; a step that was released never changes."""

_NEEDED = {"connection", "attempt", "exchange"}


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version that the file of `connection` has; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def is_complete(connection: sqlite3.Connection) -> bool:
    """Return whether the file has the tables that every version since the first has."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in found} >= _NEEDED


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the file to the newest version, in one transaction: it has the old one or the newest.

    Args:
        connection: In autocommit mode; its file has at most the newest version.
        steps: From each version to the next.

    Raises:
        sqlite3.Error: When a step fails; the file is as it was.
    """
    if version_of(connection) >= len(steps):
        return
    with all_at_once(connection):
        # Read again: another process may have done it meanwhile, also a newer KooDesk.
        version = version_of(connection)
        for step in steps[version:]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {max(version, len(steps))}")
