"""Which creates were taken back, and which objects are gone by that: parts of statements, and questions about IDs.

The ID of the object decides, and not the create that its delete names: where a service has returned one ID to two
creates, both are taken back by one delete. A create that was given the ID of something deleted before is not.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.journal.encoding import to_db_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

# A unary + keeps SQLite from taking another index than that of the results, in which one ID has few rows.
_DELETES = """
    FROM attempt u JOIN connection uc ON uc.connection_key = u.connection_key
    WHERE u.result_id = {object_id} AND u.of_attempt IS NOT NULL AND +u.kind = {kind}
    AND uc.service_address = {service_address}
"""
_ANY = "EXISTS (SELECT 1 FROM attempt WHERE outcome = 'deleted')"
"""Asked once for a statement: most histories have none."""


UNDONE = """(
    SELECT m.attempt_id FROM attempt u JOIN connection uc ON uc.connection_key = u.connection_key
    JOIN attempt m ON m.result_id = u.result_id AND m.attempt_id < u.attempt_id
    JOIN connection mc ON mc.connection_key = m.connection_key AND mc.service_address = uc.service_address
    WHERE u.of_attempt IS NOT NULL AND +u.outcome = 'deleted' AND +m.kind = u.kind AND +m.outcome = 'created'
)"""
"""All creates that were taken back: found once for a statement from the deletes, which are few."""


def is_undone(alias: str) -> str:
    """Return the condition for a create that was taken back.

    Args:
        alias: That of its row of `attempt`.
    """
    address = (
        f"(SELECT ac.service_address FROM connection ac WHERE ac.connection_key = {alias}.connection_key)"  # noqa: S608 - our own names
    )
    deletes = _DELETES.format(object_id=f"{alias}.result_id", kind=f"{alias}.kind", service_address=address)
    return (
        f"({_ANY} AND EXISTS (SELECT 1 {deletes} AND u.attempt_id > {alias}.attempt_id"
        " AND +u.outcome = 'deleted'))"
    )


def has_delete(object_id: str, outcomes: Sequence[str]) -> str:
    """Return the condition for an object that a delete of one of `outcomes` is about.

    Its statement has the values ``:service_address`` and ``:kind``.

    Args:
        object_id: The column with its ID.
        outcomes: Words of `koodrive.models.OutcomeKind`.
    """
    deletes = _DELETES.format(object_id=object_id, kind=":kind", service_address=":service_address")
    words = ", ".join(f"'{word}'" for word in outcomes)
    return f"EXISTS (SELECT 1 {deletes} AND +u.outcome IN ({words}))"


_TAKEN_BACK = f"SELECT value FROM json_each(:ids) asked WHERE {has_delete('asked.value', ['deleted'])}"  # noqa: S608 - values are bound
_UNDONE_BY = f"""
    SELECT a.attempt_id, u.attempt_id, u.settled_at
    FROM attempt a JOIN connection ac ON ac.connection_key = a.connection_key
    JOIN attempt u ON u.result_id = a.result_id AND u.attempt_id > a.attempt_id
    JOIN connection uc ON uc.connection_key = u.connection_key AND uc.service_address = ac.service_address
    WHERE {_ANY} AND a.attempt_id IN (SELECT value FROM json_each(?)) AND +a.outcome = 'created'
    AND u.of_attempt IS NOT NULL AND +u.outcome = 'deleted' AND +u.kind = a.kind ORDER BY u.attempt_id DESC
"""  # noqa: S608 - values are bound


def taken_back_ids(
    database: sqlite3.Connection, service_address: str, kind: str, object_ids: Collection[str]
) -> set[str]:
    """Return those of `object_ids` that the history has as taken back.

    Args:
        database: Of the history.
        service_address: Base URL of the service that issued the IDs.
        kind: A value of `koodrive.models.RequestKind`.
        object_ids: IDs of albums or shared folders.
    """
    if not object_ids:
        return set()
    asked = {to_db_text(object_id): object_id for object_id in object_ids}
    values = {"ids": json.dumps(list(asked)), "service_address": to_db_text(service_address), "kind": kind}
    return {asked[object_id] for (object_id,) in database.execute(_TAKEN_BACK, values)}


def undone_by(database: sqlite3.Connection, attempt_ids: Sequence[int]) -> dict[int, tuple[int, object]]:
    """Return which of `attempt_ids` were taken back, with the delete and the stored time at which it was settled.

    Raises:
        sqlite3.Error: When the file is damaged.
    """
    found = database.execute(_UNDONE_BY, (json.dumps(list(attempt_ids)),))
    return {attempt_id: (delete_id, settled_at) for attempt_id, delete_id, settled_at in found}
