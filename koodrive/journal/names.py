"""The table of names behind IDs, shown in place of 19 digits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.journal.encoding import to_db_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from koodrive.journal.connection import DatabaseConnection

_SAVE = """
    INSERT INTO object_name (service_address, object_id, name) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name WHERE name IS NOT excluded.name
"""
_KNOWN = """
    SELECT object_id, name FROM object_name
    WHERE service_address = ? AND object_id IN (SELECT value FROM json_each(?))
"""
_CREATED = """
    SELECT result_id, attempt.name FROM attempt JOIN connection USING (connection_key)
    WHERE service_address = ? AND kind = 'sharedFolder' AND attempt.name IS NOT NULL
    AND result_id IN (SELECT value FROM json_each(?)) ORDER BY attempt_id
"""


class NameTable:
    """Table of the names behind the IDs of every service.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
    """

    def __init__(self, writer: DatabaseConnection) -> None:
        self._writer = writer

    def save(self, service_address: str, names: Mapping[str, str]) -> None:
        """Store the names of IDs in one transaction; other IDs keep theirs.

        Args:
            service_address: Base URL of the service that issued the IDs.
            names: Dict of ID -> name.

        Raises:
            JournalError: When they could not be written.
        """
        address = to_db_text(service_address)
        rows = [(address, to_db_text(object_id), to_db_text(name)) for object_id, name in names.items()]
        if rows:
            with self._writer.transaction() as database:
                database.executemany(_SAVE, rows)

    def known(self, service_address: str, object_ids: Collection[str]) -> dict[str, str]:
        """Return a dict of ID -> name for the stored IDs of `object_ids`, and for shared folders created from here.

        A name from a list of the service takes precedence, as the folder may have been renamed.

        Args:
            service_address: Base URL of the service that issued the IDs.
            object_ids: IDs in any number.

        Raises:
            JournalError: When the history cannot be used.
        """
        asked = {to_db_text(object_id): object_id for object_id in object_ids}
        if not asked:
            return {}
        values = (to_db_text(service_address), json.dumps(list(asked)))
        with self._writer.exclusive() as database:
            rows = [*database.execute(_CREATED, values), *database.execute(_KNOWN, values)]
        return {asked[object_id]: name for object_id, name in rows}
