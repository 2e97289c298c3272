"""Objects that the service's lists showed, found by name or ID across all services and users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.core.characters import folded
from koodrive.models import RequestKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

# An object may be in several lists, such as that of a group and that of all groups.
_LISTED = """
    SELECT l.service_address, l.user_id, l.name, o.object_id, max(o.name)
    FROM list l JOIN list_object o ON o.list_key = l.list_key
    WHERE o.was_listed AND NOT o.is_gone {matching}
    GROUP BY l.service_address, l.user_id, l.name LIKE '%album/%', o.object_id
    ORDER BY max(o.seen_after) DESC, o.object_id
"""
_MATCHING = r"AND (o.name LIKE :pattern ESCAPE '\' OR o.object_id LIKE :pattern ESCAPE '\')"


@dataclass(frozen=True, slots=True)
class ListedObject:
    """One album or shared folder by the last reading that showed it."""

    service_address: str
    user_id: str
    """User whose list it is in."""
    kind: RequestKind
    object_id: str
    name: str


def find_listed(
    database: sqlite3.Connection, text: str, accounts: Collection[tuple[str, str]], most: int
) -> list[ListedObject]:
    """Return objects whose name or ID contains a text in any case, the newest first.

    Args:
        database: Connection to the history.
        text: Not empty.
        accounts: Service address and user of the connections that count.
        most: How many at most.
    """
    wanted = folded(text)
    found: list[ListedObject] = []
    for address, user_id, list_name, object_id, name in _rows(database, text):
        is_match = wanted in folded(name or "") or wanted in folded(object_id)
        if is_match and (address, user_id) in accounts:
            kind = RequestKind.ALBUM if "album/" in list_name else RequestKind.SHARED_FOLDER
            found.append(ListedObject(address, user_id, kind, object_id, name or ""))
            if len(found) == most:
                break
    return found


def _rows(database: sqlite3.Connection, text: str) -> sqlite3.Cursor:
    """Return the rows that may match: SQLite itself folds ASCII only, and a name may be written in full width."""
    matching, values = "", {}
    if text.isdigit() and text.isascii():
        matching, values = _MATCHING, {"pattern": f"%{text}%"}
    return database.execute(_LISTED.format(matching=matching), values)
