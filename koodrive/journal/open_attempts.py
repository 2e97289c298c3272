"""The attempts that may have made something nobody knows of, and what there is to compare them with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.journal.rows import full_rows
from koodrive.journal.texts import storable
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.journal.channel import Channel
    from koodrive.journal.records import Attempt
    from koodrive.models import Connection

_AT_PLACE = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE c.service_address = :service_address AND c.user_id = :user_id
"""
_OPEN = f"{_AT_PLACE} AND a.outcome IN ('unknown', 'sending') ORDER BY a.attempt_id"
_FOLLOW_UP = "UPDATE attempt SET followed_up = 1 WHERE attempt_id = ? AND outcome = ?"
_KNOWN = """
    SELECT a.result_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE a.result_id IN (SELECT value FROM json_each(:ids)) AND c.service_address = :service_address
"""


def open_attempts(channel: Channel, connection: Connection) -> list[Attempt]:
    """See `koodrive.journal.Journal.open_attempts`."""
    with channel.held() as database:
        found = [attempt_id for (attempt_id,) in database.execute(_OPEN, place_of(connection))]
        return full_rows(database, found)


def known_ids(channel: Channel, connection: Connection, object_ids: Collection[str]) -> set[str]:
    """See `koodrive.journal.Journal.known_ids`."""
    values = {**place_of(connection), "ids": json.dumps([storable(object_id) for object_id in object_ids])}
    with channel.held() as database:
        return {result_id for (result_id,) in database.execute(_KNOWN, values)}


def annotate(channel: Channel, attempt_id: int, note: str) -> None:
    """See `koodrive.journal.Journal.annotate`."""
    with channel.transaction() as database:
        database.execute(_FOLLOW_UP, (attempt_id, OutcomeKind.UNKNOWN))
        database.execute(
            "UPDATE exchange SET note = ? WHERE attempt_id = ? AND EXISTS "
            "(SELECT 1 FROM attempt a WHERE a.attempt_id = exchange.attempt_id AND a.outcome = ?)",
            (storable(note), attempt_id, OutcomeKind.UNKNOWN),
        )


def add_remark(channel: Channel, attempt_id: int, remark: str) -> None:
    """See `koodrive.journal.Journal.add_remark`."""
    with channel.transaction() as database:
        database.execute(
            "UPDATE exchange SET note = coalesce(note || ' ', '') || ? WHERE attempt_id = ? AND EXISTS "
            "(SELECT 1 FROM attempt a WHERE a.attempt_id = exchange.attempt_id AND a.outcome = ?)",
            (storable(remark), attempt_id, OutcomeKind.CREATED),
        )


def place_of(connection: Connection) -> dict[str, str]:
    """Return the values by which statements tell one user of one service from others."""
    return {
        "service_address": storable(connection.service_address),
        "user_id": storable(connection.user_id),
    }
