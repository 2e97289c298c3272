"""Reads what is open, ruled out or known of the attempts at one place; the resolver and the duplicate check ask."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal.attempts.undone import taken_back_ids
from koodrive.journal.duplicates import find_ruled_out
from koodrive.journal.encoding import place_of, to_db_text
from koodrive.journal.errors import Operation
from koodrive.journal.rows import full_rows
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.records import Attempt
    from koodrive.journal.sharing.processes import ProcessRegistry
    from koodrive.models import Action, Connection, RequestKind

SENDING = "SELECT attempt_id, process, of_attempt FROM attempt WHERE outcome = 'sending'"
"""The attempts under way, whose processes may have ended."""

_OPEN = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE c.service_address = :service_address AND c.user_id = :user_id AND a.outcome IN ('unknown', 'sending')
    AND (:action IS NULL OR a.action = :action) ORDER BY a.attempt_id
"""
_KNOWN = """
    SELECT a.result_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE a.result_id IN (SELECT value FROM json_each(:ids)) AND c.service_address = :service_address
"""
_DELETE_OF = "SELECT max(attempt_id) FROM attempt WHERE of_attempt = ?"


class KnownAttempts:
    """Reads attempts by what is known of them.

    Args:
        writer: The connection that writes, which sees its own writes at once.
        processes: Those that use the history.
    """

    def __init__(self, writer: DatabaseConnection, processes: ProcessRegistry) -> None:
        self._writer = writer
        self._processes = processes

    def others_are_sending(self) -> bool:
        """Return whether an attempt is ``sending`` that this process has not begun.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            names = {name for _, name, _ in database.execute(SENDING)}
        return bool(names - {self._processes.own})

    def open_attempts(self, connection: Connection, action: Action | None = None) -> list[Attempt]:
        """Return the attempts that are ``unknown`` or ``sending`` at the place of `connection`, oldest first.

        Args:
            connection: Service address and user that they were sent as.
            action: Only creates or only deletes; None for both.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            values = {**place_of(connection), "action": None if action is None else str(action)}
            found = [attempt_id for (attempt_id,) in database.execute(_OPEN, values)]
            return full_rows(database, found)

    def ruled_out_attempts(self, connection: Connection, name: str | None, since: datetime) -> list[Attempt]:
        """Return the creates that were ``unknown`` and then found to have made nothing, oldest first.

        Args:
            connection: Service address and user that they were sent as.
            name: The name in their requests.
            since: Only those that began then or later; with a time zone.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            return find_ruled_out(database, connection, name, since)

    def known_ids(self, connection: Connection, object_ids: Collection[str]) -> set[str]:
        """Return those of `object_ids` that an attempt at the service of `connection` is known to have created.

        Raises:
            JournalError: When the history cannot be used.
        """
        ids = json.dumps([to_db_text(object_id) for object_id in object_ids])
        with self._writer.exclusive() as database:
            return {
                result_id for (result_id,) in database.execute(_KNOWN, place_of(connection) | {"ids": ids})
            }

    def taken_back_ids(
        self, connection: Connection, kind: RequestKind | str, object_ids: Collection[str]
    ) -> set[str]:
        """Return those of `object_ids` at the service of `connection` that were taken back.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            return taken_back_ids(database, connection.service_address, str(kind), object_ids)

    def attempt(self, attempt_id: int) -> Attempt:
        """Return an attempt as it is now, also while somebody stops a search of the history.

        Raises:
            JournalError: When there is no such attempt, or the history cannot be used.
        """
        with self._writer.exclusive() as database:
            found = full_rows(database, [attempt_id])
        if not found:
            raise JournalError(
                Operation.READING.value, Message("Entry {number} is not in it.", number=attempt_id)
            )
        return found[0]

    def latest_delete(self, attempt_id: int) -> Attempt | None:
        """Return the newest delete of what a create has made; None where there is none.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            (found,) = database.execute(_DELETE_OF, (attempt_id,)).fetchone()
            return None if found is None else full_rows(database, [found])[0]
