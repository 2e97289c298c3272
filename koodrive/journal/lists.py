"""What the service's lists have shown, and when: the ground on which the resolver tells old from new."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.journal.texts import milliseconds, moment_of, storable
from koodrive.visible_names import visible_form

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable

    from koodrive.journal.channel import Channel
    from koodrive.models import Connection

_READINGS_KEPT = 500
"""Readings of one list that are remembered."""

_KEY = "SELECT list_key FROM list WHERE service_address = ? AND user_id = ? AND name = ?"
_ADD_LIST = "INSERT OR IGNORE INTO list (service_address, user_id, name) VALUES (?, ?, ?)"
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
_KEEP_OBJECTS = """
    INSERT INTO list_object (list_key, object_id, name, visible_name, seen_after)
    SELECT :list_key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
        (SELECT coalesce(max(attempt_id), 0) FROM attempt)
    FROM json_each(:objects) WHERE true
    ON CONFLICT DO UPDATE SET name = excluded.name, visible_name = excluded.visible_name
    WHERE name IS NOT excluded.name
"""
# Only the name goes: what is missing now may be back at the next reading, and is not new then.
_FORGET_NAMES = """
    UPDATE list_object SET name = NULL, visible_name = NULL WHERE list_key = :list_key AND name IS NOT NULL
    AND object_id NOT IN (SELECT json_extract(value, '$[0]') FROM json_each(:objects))
"""
_SEEN = """
    SELECT object_id FROM list_object WHERE list_key = ? AND seen_after < ?
    AND object_id IN (SELECT value FROM json_each(?))
"""
_NAMED = "SELECT object_id FROM list_object WHERE list_key = ? AND visible_name = ? ORDER BY object_id"
_LATEST_READING = "SELECT max(read_at) FROM list_reading WHERE list_key = ?"
_LAST_READING = "SELECT max(read_at) FROM list_reading WHERE list_key = ? AND after_attempt < ?"


class ListRecords:
    """What is remembered of the lists of every user of every service.

    A list is named by a text of the caller's choice.

    Args:
        writing: Returns the channel that writes, or raises `JournalError` where the history is read-only.
    """

    def __init__(self, writing: Callable[[], Channel]) -> None:
        self._writing = writing

    def keep(self, connection: Connection, name: str, objects: Iterable[tuple[str, str | None]]) -> None:
        """Write down what a list showed when it was read to its end.

        What it showed before and not now is found under its name no longer, but stays known as old.

        Args:
            connection: Where and as whom it was read.
            name: Which list.
            objects: ID and name of everything in it.

        Raises:
            JournalError: When it could not be written.
        """
        rows = [(storable(object_id), *_name_columns(text)) for object_id, text in objects]
        with self._writing().transaction() as database:
            place = _place(connection, name)
            database.execute(_ADD_LIST, place)
            values = {
                "list_key": database.execute(_KEY, place).fetchone()[0],
                "now": milliseconds(datetime.now(UTC)),
                "kept": _READINGS_KEPT,
                "objects": json.dumps(rows),
            }
            for statement in (_ADD_READING, _FORGET_READINGS, _FORGET_NAMES, _KEEP_OBJECTS):
                database.execute(statement, values)

    def read_before(self, connection: Connection, name: str, attempt_id: int) -> datetime | None:
        """Return when the list was last read to its end before an attempt began; None when it never was.

        Args:
            connection: Where and as whom.
            name: Which list.
            attempt_id: The attempt.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writing().held() as database:
            key = _key(database, connection, name)
            row = database.execute(_LAST_READING, (key, attempt_id)).fetchone()
        return None if row[0] is None else moment_of(row[0])

    def seen_before(
        self, connection: Connection, name: str, attempt_id: int, object_ids: Collection[str]
    ) -> set[str]:
        """Return those of `object_ids` that the list had ever shown before an attempt began.

        Args:
            connection: Where and as whom.
            name: Which list.
            attempt_id: The attempt.
            object_ids: What to look for.

        Raises:
            JournalError: When the history cannot be used.
        """
        ids = json.dumps([storable(object_id) for object_id in object_ids])
        with self._writing().held() as database:
            key = _key(database, connection, name)
            return {object_id for (object_id,) in database.execute(_SEEN, (key, attempt_id, ids))}

    def named(self, connection: Connection, name: str, text: str) -> tuple[list[str], datetime | None]:
        """Return the IDs of what a list showed under a name, and when it was last read to its end.

        Args:
            connection: Where and as whom.
            name: Which list.
            text: The name to look for, as people see it (`koodrive.visible_names.visible_form`).

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writing().held() as database:
            return listed_as(database, connection, name, text)


def listed_as(
    database: sqlite3.Connection, connection: Connection, list_name: str, text: str
) -> tuple[list[str], datetime | None]:
    """Return what a list showed under a name; see `ListRecords.named` for arguments and result."""
    key = _key(database, connection, list_name)
    found = [object_id for (object_id,) in database.execute(_NAMED, (key, visible_form(storable(text))))]
    read_at = database.execute(_LATEST_READING, (key,)).fetchone()[0]
    return found, None if read_at is None else moment_of(read_at)


def _name_columns(text: str | None) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    stored = storable(text)
    return stored, visible_form(stored)


def _place(connection: Connection, name: str) -> tuple[str, str, str]:
    return storable(connection.service_address), storable(connection.user_id), storable(name)


def _key(database: sqlite3.Connection, connection: Connection, name: str) -> int | None:
    row = database.execute(_KEY, _place(connection, name)).fetchone()
    return None if row is None else row[0]
