"""The record of one list of the service in the history (`koodrive.journal.service_lists`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.api.serialization import list_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from koodrive.journal import Journal
    from koodrive.models import Album, Connection, CreateRequest, RequestKind, SharedFolder

    Listed: TypeAlias = Album | SharedFolder


class ListRecord:
    """Record of one list; made before the list is read, as objects that are created meanwhile need not be in it.

    Args:
        journal: The history.
        connection: Service address and user to read as.
        name: The name of the list in the history.
        request: A request whose result the list has to show.

    Raises:
        JournalError: When the history cannot be used, or is read-only.
    """

    def __init__(self, journal: Journal, connection: Connection, name: str, request: CreateRequest) -> None:
        self._lists, self._connection, self._name = journal.service_lists, connection, name
        kind, shown_in = serialization.kind_of(request), list_name(request)
        since, self._until = self._lists.created_since(connection, name, kind)
        self._made = {
            found.result_id: found.attempt_id for found in since if _is_in(shown_in, kind, found.body)
        }

    def save(self, rows: Sequence[Listed], *, is_whole: bool) -> int:
        """Store a reading of the list.

        Args:
            rows: All its rows.
            is_whole: Whether nothing in its pages speaks against its being whole.

        Returns:
            Number of known objects missing from the list; 0 for an incomplete list.

        Raises:
            JournalError: When it could not be written.
        """
        return self._lists.save(
            self._connection,
            self._name,
            [(row.id, row.name) for row in rows],
            is_complete=is_whole,
            made=self._made,
            made_until=self._until,
        )

    def removed(self) -> set[str]:
        """Return the IDs that count as removed from the list.

        Raises:
            JournalError: When the history cannot be used.
        """
        return self._lists.removed(self._connection, self._name)


def _is_in(name: str, kind: RequestKind, body: str) -> bool:
    """Return whether the result of a request belongs into the list `name`."""
    sent = serialization.request_from_body(kind, body)
    return sent is not None and list_name(sent) == name
