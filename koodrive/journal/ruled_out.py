"""Attempts that seemed to have made nothing, and how one of them is opened again when that turns out to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.journal.open_attempts import place_of
from koodrive.journal.rows import full_rows
from koodrive.journal.texts import milliseconds, storable
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.journal.channel import Channel
    from koodrive.journal.records import Attempt
    from koodrive.models import Connection
    from koodrive.wording import Sentence

# Only what was found out later has a note: the service itself has refused none of these.
_RULED_OUT = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key) JOIN exchange e USING (attempt_id)
    WHERE c.service_address = :service_address AND c.user_id = :user_id
    AND a.started_at >= :since AND +a.outcome = 'refused' AND a.name IS :name AND e.note IS NOT NULL
    ORDER BY a.attempt_id
"""
_REOPEN = "UPDATE attempt SET outcome = 'unknown' WHERE attempt_id = :attempt_id AND outcome = 'refused'"
_TELL = "UPDATE exchange SET title = :title, message = :message, note = :note WHERE attempt_id = :attempt_id"


def ruled_out(channel: Channel, connection: Connection, name: str | None, since: datetime) -> list[Attempt]:
    """See `koodrive.journal.Journal.ruled_out`."""
    values = {
        **place_of(connection),
        "name": None if name is None else storable(name),
        "since": milliseconds(since),
    }
    with channel.held() as database:
        found = database.execute(_RULED_OUT, values)
        return full_rows(database, [attempt_id for (attempt_id,) in found])


def reopen(channel: Channel, attempt: Attempt, title: Sentence, message: Sentence, note: str) -> None:
    """See `koodrive.journal.Journal.reopen`."""
    values = {
        "attempt_id": attempt.attempt_id,
        "title": storable(title),
        "message": storable(message),
        "note": storable(note),
    }
    if attempt.outcome is not OutcomeKind.REFUSED or attempt.note is None:
        raise ValueError("only an attempt that was ruled out can be opened again")
    with channel.transaction() as database:
        if database.execute(_REOPEN, values).rowcount:
            database.execute(_TELL, values)
