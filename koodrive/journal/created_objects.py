"""What attempts are known to have created: the join of the history with the service's lists asks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.journal.attempts.undone import is_undone
from koodrive.journal.encoding import moment_of, place_of, to_db_text
from koodrive.journal.records import CreatedObject

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from koodrive.models import Connection, RequestKind

_COLUMNS = """
    SELECT a.attempt_id, a.result_id, a.name, a.settled_at, a.file_id, a.group_id, a.creator, a.create_time, e.body
"""
_OF_PLACE = """
    c.service_address = :service_address AND c.user_id = :user_id
    AND a.kind = :kind AND {outcome} = 'created' AND a.settled_at IS NOT NULL
"""
# Each one along its index: the one of the results, of which few are asked for, and the one of the outcomes.
_LISTED = f"""
    {_COLUMNS} FROM json_each(:ids) listed CROSS JOIN attempt a ON a.result_id = listed.value
    JOIN connection c USING (connection_key) JOIN exchange e USING (attempt_id)
    WHERE {_OF_PLACE.format(outcome="+a.outcome")} ORDER BY a.attempt_id DESC
"""
_BESIDES = f"""
    {_COLUMNS} FROM attempt a JOIN connection c USING (connection_key) JOIN exchange e USING (attempt_id)
    WHERE {_OF_PLACE.format(outcome="a.outcome")} AND a.result_id IS NOT NULL AND NOT {is_undone("a")}
    AND a.result_id NOT IN (SELECT value FROM json_each(:ids)) ORDER BY a.attempt_id DESC LIMIT :most
"""  # noqa: S608 - values are bound
_SINCE = f"""
    {_COLUMNS} FROM attempt a JOIN connection c USING (connection_key) JOIN exchange e USING (attempt_id)
    WHERE {_OF_PLACE.format(outcome="+a.outcome")} AND a.result_id IS NOT NULL AND NOT {is_undone("a")}
    AND a.attempt_id > :after ORDER BY a.attempt_id DESC LIMIT :most
"""


def created_since(
    database: sqlite3.Connection, connection: Connection, kind: RequestKind, after: int, most: int
) -> list[CreatedObject]:
    """Return what attempts with a number above `after` have created and was not taken back, newest first.

    Args:
        database: The file.
        connection: Service address and user that they were sent as.
        kind: Album or shared folder.
        after: The number of an attempt.
        most: How many there may be; the newest count.
    """
    values = {**place_of(connection), "kind": str(kind), "after": after, "most": most}
    return list(_newest(database.execute(_SINCE, values)).values())


def _newest(rows: Iterable[tuple[int, str, str, int, str, str, str, str, str]]) -> dict[str, CreatedObject]:
    """Return the first of the rows of each result, by its ID."""
    found: dict[str, CreatedObject] = {}
    for attempt_id, result_id, name, settled_at, *others in rows:
        if result_id not in found:
            found[result_id] = CreatedObject(attempt_id, result_id, name, moment_of(settled_at), *others)
    return found


def find_created(
    database: sqlite3.Connection,
    connection: Connection,
    kind: RequestKind,
    listed_ids: Collection[str],
    most: int,
) -> tuple[dict[str, CreatedObject], dict[str, CreatedObject]]:
    """Return what attempts have created, apart by whether the service lists it; see `HistoryReader.created_objects`.

    Args:
        database: The file.
        connection: Service address and user that they were sent as.
        kind: Album or shared folder.
        listed_ids: The IDs that the service lists.
        most: How many there may be that it does not list; the newest count.
    """
    asked = {to_db_text(object_id): object_id for object_id in listed_ids}
    values = {**place_of(connection), "kind": str(kind), "ids": json.dumps(list(asked)), "most": most}
    listed = _newest(database.execute(_LISTED, values))
    besides = _newest(database.execute(_BESIDES, values))
    return {asked[result_id]: row for result_id, row in listed.items()}, besides
