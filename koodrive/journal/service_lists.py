"""The table of readings of the service's lists, by which the resolver distinguishes old objects from new ones.

A reading counts as one that missed nothing only if it showed everything that the list ought to show: what earlier
readings showed and what attempts are known to have made, unless it was removed. Something counts as removed when

- the list had shown it before, and has not for `GONE_AFTER`, in no reading, while the rest of the list is there; or
- it has not for `ALL_GONE_AFTER`, though most or all of the list is missing; or
- the list has never shown it, and has shown something for `GONE_AFTER` that a later attempt has made.

An object that the list has never shown does not count as removed for its age alone: the list may leave such objects out
(those without pictures, say), and then it does not show the result of a lost create, either.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from koodrive.core.characters import visible_form
from koodrive.journal.attempts.undone import has_delete
from koodrive.journal.created_objects import created_since
from koodrive.journal.encoding import milliseconds, moment_of, to_db_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.records import CreatedObject
    from koodrive.models import Connection, RequestKind

GONE_AFTER = timedelta(minutes=5)
"""Time after which a missing object counts as removed, where the rest of the list is there."""
ALL_GONE_AFTER = timedelta(days=1)
"""Time after which a missing object counts as removed, where most of the list is missing."""
_FIRST_SIGHT = timedelta(days=1)
"""Age of the attempts, at the first reading of a list, whose results it is expected to show."""
_MOST_MADE = 2_000
"""Most results of attempts since the last reading that a list is expected to show."""
_READINGS_KEPT = 500
"""Readings of one list that are remembered."""

_KEY = "SELECT list_key FROM list WHERE service_address = ? AND user_id = ? AND name = ?"
_ADD_LIST = "INSERT OR IGNORE INTO list (service_address, user_id, name) VALUES (?, ?, ?)"
_TOUCH_LIST = """
    UPDATE list SET read_at = :now, made_until = coalesce(:made_until, made_until) WHERE list_key = :list_key
"""
_ADD_READING = """
    INSERT OR REPLACE INTO list_reading (list_key, after_attempt, read_at)
    SELECT :list_key, coalesce(max(attempt_id), 0), :now FROM attempt
"""
_FORGET_READINGS = """
    DELETE FROM list_reading WHERE list_key = :list_key AND after_attempt <= (
        SELECT after_attempt FROM list_reading WHERE list_key = :list_key
        ORDER BY after_attempt DESC LIMIT 1 OFFSET :kept
    )
"""
_SAVE_MADE = """
    INSERT INTO list_object (list_key, object_id, seen_after, made_by, was_listed)
    SELECT :list_key, key, value, value, 0 FROM json_each(:made) WHERE true
    ON CONFLICT DO UPDATE SET made_by = excluded.made_by
"""
_SAVE_OBJECTS = """
    INSERT INTO list_object (list_key, object_id, name, visible_name, seen_after)
    SELECT :list_key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
        (SELECT coalesce(max(attempt_id), 0) FROM attempt)
    FROM json_each(:objects) WHERE true
    ON CONFLICT DO UPDATE SET
        name = excluded.name, visible_name = excluded.visible_name, was_listed = 1, missing_since = NULL, is_gone = 0
    WHERE name IS NOT excluded.name OR was_listed = 0 OR missing_since IS NOT NULL OR is_gone
"""
_IDS = "SELECT json_extract(value, '$[0]') FROM json_each(:objects)"
_COUNT_KNOWN = f"""
    SELECT count(*) FROM list_object WHERE list_key = :list_key AND was_listed AND object_id IN ({_IDS})
"""  # noqa: S608 - values are bound
_NOTE_MISSING = f"""
    UPDATE list_object SET missing_since = :now
    WHERE list_key = :list_key AND missing_since IS NULL AND NOT is_gone AND object_id NOT IN ({_IDS})
"""  # noqa: S608 - values are bound
_MISSING = "list_key = :list_key AND missing_since IS NOT NULL AND NOT is_gone"
# A list that is late shows for a while what was deleted; once it does not, that is why.
_NOTE_DELETED = f"""
    UPDATE list_object SET is_gone = 1, name = NULL, visible_name = NULL
    WHERE {_MISSING} AND {has_delete("list_object.object_id", ["deleted"])}
"""  # noqa: S608 - values are bound
# What may just be deleted is no gap, whether the list shows it or not.
_COUNT_MISSING = f"""
    SELECT count(*) FROM list_object WHERE {_MISSING}
    AND object_id NOT IN (SELECT value FROM json_each(:may_lack))
    AND NOT {has_delete("list_object.object_id", ["sending", "unknown"])}
"""  # noqa: S608 - values are bound
_COUNT_LISTED_MISSING = f"{_COUNT_MISSING} AND was_listed"
# Only the name goes: it may be back at a later reading, and is not new then.
_NOTE_GONE = f"""
    UPDATE list_object SET is_gone = 1, name = NULL, visible_name = NULL WHERE {_MISSING} AND CASE
        WHEN was_listed THEN missing_since <= iif(:known >= :missing, :gone_before, :all_gone_before)
        ELSE missing_since <= :gone_before AND made_by < (
            SELECT max(made_by) FROM list_object
            WHERE list_key = :list_key AND was_listed AND missing_since IS NULL AND NOT is_gone
        )
    END
"""  # noqa: S608 - values are bound
_SEEN = """
    SELECT object_id FROM list_object WHERE list_key = ? AND seen_after < ?
    AND object_id IN (SELECT value FROM json_each(?))
"""
_REMOVED = "SELECT object_id FROM list_object WHERE list_key = ? AND is_gone"
_NAMED = """
    SELECT object_id, missing_since IS NULL FROM list_object WHERE list_key = ? AND visible_name = ? ORDER BY object_id
"""
_LAST_READING = "SELECT max(read_at) FROM list_reading WHERE list_key = ? AND after_attempt < ?"
_READ_AT = """
    SELECT coalesce(read_at, (SELECT max(r.read_at) FROM list_reading r WHERE r.list_key = list.list_key))
    FROM list WHERE list_key = ?
"""
# What is still under way may get an ID that is not looked at again when its number is passed.
_MADE_UNTIL = """
    SELECT coalesce(
        (SELECT min(attempt_id) - 1 FROM attempt WHERE outcome = 'sending'), (SELECT max(attempt_id) FROM attempt), 0
    )
"""
_BEFORE_FIRST_SIGHT = """
    SELECT coalesce(min(attempt_id) - 1, (SELECT max(attempt_id) FROM attempt), 0) FROM attempt WHERE started_at >= ?
"""


class ServiceListTable:
    """Table of the lists of every user of every service.

    A list is named by a text of the caller's choice.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
    """

    def __init__(self, writer: DatabaseConnection) -> None:
        self._writer = writer

    def save(
        self,
        connection: Connection,
        name: str,
        objects: Iterable[tuple[str, str | None]],
        *,
        is_complete: bool = True,
        may_lack: Collection[str] = (),
        made: Mapping[str, int] | None = None,
        made_until: int | None = None,
    ) -> int:
        """Write down what a list showed when it was read to its end.

        Objects missing from the reading keep their names until they count as removed, and stay known as old.

        Args:
            connection: Service address and user that it was read as.
            name: Which list.
            objects: ID and name of everything in it.
            is_complete: Whether nothing in the answers themselves speaks against its being all; else only what it
                showed is written down, and nothing of what it did not show.
            may_lack: IDs whose absence is no gap, as the question is whether they are gone.
            made: What attempts have made since the last reading that belongs into this list: ID and attempt.
            made_until: Up to which attempt that is all, from `created_since`.

        Returns:
            Number of objects missing from a complete list; 0 for an incomplete one.

        Raises:
            JournalError: When it could not be written.
        """
        rows = [(to_db_text(object_id), *_name_columns(text)) for object_id, text in objects]
        moment = datetime.now(UTC)
        with self._writer.transaction() as database:
            place = _place(connection, name)
            database.execute(_ADD_LIST, place)
            values = {
                "list_key": database.execute(_KEY, place).fetchone()[0],
                "now": milliseconds(moment),
                "gone_before": milliseconds(moment - GONE_AFTER),
                "all_gone_before": milliseconds(moment - ALL_GONE_AFTER),
                "kept": _READINGS_KEPT,
                "objects": json.dumps(rows),
                "may_lack": json.dumps([to_db_text(object_id) for object_id in may_lack]),
                "service_address": to_db_text(connection.service_address),
                "kind": "album" if "album/" in name else "sharedFolder",
                "made": json.dumps(
                    {to_db_text(object_id): number for object_id, number in (made or {}).items()}
                ),
                "made_until": made_until,
            }
            return _save(database, values, is_complete=is_complete)

    def created_since(
        self, connection: Connection, name: str, kind: RequestKind
    ) -> tuple[list[CreatedObject], int]:
        """Return what attempts have made since a list was last read, be it for this list or for another.

        Args:
            connection: Service address and user that the list belongs to.
            name: Which list.
            kind: What is in it.

        Returns:
            The created objects, newest first, and the ID of the last attempt that they cover.

        Raises:
            JournalError: When the history cannot be used.
        """
        since = milliseconds(datetime.now(UTC) - _FIRST_SIGHT)
        with self._writer.exclusive() as database:
            until: int = database.execute(_MADE_UNTIL).fetchone()[0]
            key = _key(database, connection, name)
            row = database.execute("SELECT made_until FROM list WHERE list_key = ?", (key,)).fetchone()
            after = (row and row[0]) or database.execute(_BEFORE_FIRST_SIGHT, (since,)).fetchone()[0]
            return created_since(database, connection, kind, after, _MOST_MADE), until

    def read_before(self, connection: Connection, name: str, attempt_id: int) -> datetime | None:
        """Return when the list was last read to its end, and missed nothing, before an attempt began.

        Args:
            connection: Service address and user that the list belongs to.
            name: Which list.
            attempt_id: The attempt.

        Returns:
            The time; None when there was no such reading.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            key = _key(database, connection, name)
            row = database.execute(_LAST_READING, (key, attempt_id)).fetchone()
        return None if row[0] is None else moment_of(row[0])

    def seen_before(
        self, connection: Connection, name: str, attempt_id: int, object_ids: Collection[str]
    ) -> set[str]:
        """Return those of `object_ids` that the list had ever shown before an attempt began.

        Args:
            connection: Service address and user that the list belongs to.
            name: Which list.
            attempt_id: The attempt.
            object_ids: What to look for.

        Raises:
            JournalError: When the history cannot be used.
        """
        ids = json.dumps([to_db_text(object_id) for object_id in object_ids])
        with self._writer.exclusive() as database:
            key = _key(database, connection, name)
            return {object_id for (object_id,) in database.execute(_SEEN, (key, attempt_id, ids))}

    def removed(self, connection: Connection, name: str) -> set[str]:
        """Return the IDs of what counts as removed from a list.

        Args:
            connection: Service address and user that the list belongs to.
            name: Which list.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            return {row[0] for row in database.execute(_REMOVED, (_key(database, connection, name),))}

    def named(self, connection: Connection, name: str, text: str) -> tuple[list[str], datetime | None]:
        """Return the IDs of what a list showed under a name, and when it was last read to its end.

        Args:
            connection: Service address and user that the list belongs to.
            name: Which list.
            text: The name to look for, in its visible form (`koodrive.core.characters.visible_form`).

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            found = listed_as(database, connection, name, text)
        return list(found.shown), found.read_at


class ListedIds(NamedTuple):
    """Objects that a list showed under one name."""

    shown: tuple[str, ...]
    """IDs at the last reading."""
    missing: tuple[str, ...]
    """IDs at an earlier reading that the last one lacked, though they do not count as removed."""
    read_at: datetime | None
    """Time of the last reading to its end, by the local clock."""


def listed_as(database: sqlite3.Connection, connection: Connection, list_name: str, text: str) -> ListedIds:
    """Return what a list showed under a name; see `ServiceListTable.named` for the arguments."""
    key = _key(database, connection, list_name)
    found = database.execute(_NAMED, (key, visible_form(to_db_text(text)))).fetchall()
    row = database.execute(_READ_AT, (key,)).fetchone()
    return ListedIds(
        tuple(object_id for object_id, is_shown in found if is_shown),
        tuple(object_id for object_id, is_shown in found if not is_shown),
        None if row is None or row[0] is None else moment_of(row[0]),
    )


def _name_columns(text: str | None) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    stored = to_db_text(text)
    return stored, visible_form(stored)


def _save(database: sqlite3.Connection, values: dict[str, object], *, is_complete: bool) -> int:
    """Write one reading down; see `ServiceListTable.save`."""
    known: int = database.execute(_COUNT_KNOWN, values).fetchone()[0]
    for statement in (_TOUCH_LIST, _SAVE_MADE, _SAVE_OBJECTS):
        database.execute(statement, values)
    if not is_complete:
        return 0
    database.execute(_NOTE_MISSING, values)
    database.execute(_NOTE_DELETED, values)
    missing: int = database.execute(_COUNT_LISTED_MISSING, values).fetchone()[0]
    database.execute(_NOTE_GONE, values | {"known": known, "missing": missing})
    left: int = database.execute(_COUNT_MISSING, values).fetchone()[0]
    if not left:
        database.execute(_ADD_READING, values)
        database.execute(_FORGET_READINGS, values)
    return left


def _place(connection: Connection, name: str) -> tuple[str, str, str]:
    return to_db_text(connection.service_address), to_db_text(connection.user_id), to_db_text(name)


def _key(database: sqlite3.Connection, connection: Connection, name: str) -> int | None:
    row = database.execute(_KEY, _place(connection, name)).fetchone()
    return None if row is None else row[0]
