"""The table of last good answers to lookups, shown until the service has answered again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.journal.encoding import milliseconds, moment_of, place_of, to_db_text

if TYPE_CHECKING:
    from koodrive.journal.connection import DatabaseConnection
    from koodrive.models import Connection

ANSWERS_KEPT = 300
"""Most answers that are stored for one user of one service."""
RECENT = "recent/"
"""How questions begin whose answers are not forgotten: the user gave them (`koodrive.listing.recent_folders`)."""

_SAVE = """
    INSERT INTO kept_answer (service_address, user_id, question, read_at, answer)
    VALUES (:service_address, :user_id, :question, :read_at, :answer)
    ON CONFLICT DO UPDATE SET read_at = excluded.read_at, answer = excluded.answer
"""
_FORGET = """
    DELETE FROM kept_answer WHERE service_address = :service_address AND user_id = :user_id AND question IN (
        SELECT question FROM kept_answer WHERE service_address = :service_address AND user_id = :user_id
        AND question NOT LIKE :recent ORDER BY read_at DESC, question LIMIT -1 OFFSET :kept
    )
"""
_LAST = """
    SELECT answer, read_at FROM kept_answer
    WHERE service_address = :service_address AND user_id = :user_id AND question = :question
"""


class LookupCacheTable:
    """Table of the service's answers to every user of every service.

    A question is named by a text of the caller's choice. The ones that were answered longest ago are forgotten.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
    """

    def __init__(self, writer: DatabaseConnection) -> None:
        self._writer = writer

    def save(self, connection: Connection, question: str, answer: str) -> None:
        """Write down the answer to a question, in place of the one before.

        Args:
            connection: Service address and user of the lookup.
            question: The name of the lookup.
            answer: Any text; no secret may be in it.

        Raises:
            JournalError: When it could not be written.
        """
        place = place_of(connection)
        kept = {
            "question": to_db_text(question),
            "read_at": milliseconds(datetime.now(UTC)),
            "answer": to_db_text(answer),
        }
        with self._writer.transaction() as database:
            database.execute(_SAVE, place | kept)
            database.execute(_FORGET, place | {"kept": ANSWERS_KEPT, "recent": f"{RECENT}%"})

    def last(self, connection: Connection, question: str) -> tuple[str, datetime] | None:
        """Return the last answer to a question and when it came; None when it was never kept.

        Args:
            connection: Service address and user of the lookup.
            question: The name of the lookup.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            row = database.execute(
                _LAST, place_of(connection) | {"question": to_db_text(question)}
            ).fetchone()
        return None if row is None else (row[0], moment_of(row[1]))
