"""What the history knows of one list of the service, by which each reading is judged (`koodrive.journal.lists`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.api import wire
from koodrive.creation.matching import list_name
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from koodrive.journal import Journal
    from koodrive.listing.inventory import ListSnapshot
    from koodrive.models import Connection, CreateRequest, RequestKind


class ListRecord:
    """What the history knows of one list; made before the list is read, as what is made meanwhile need not be in it.

    Args:
        journal: Where it is written down.
        connection: Where and as whom.
        name: Under which name the list is written down.
        request: Something whose making the list has to show.

    Raises:
        JournalError: When the history cannot be used, or is read-only.
    """

    def __init__(self, journal: Journal, connection: Connection, name: str, request: CreateRequest) -> None:
        self._lists, self._connection, self._name = journal.lists, connection, name
        kind, shown_in = wire.kind_of(request), list_name(request)
        since, self._until = self._lists.made_since(connection, name, kind)
        self._made = {
            found.result_id: found.attempt_id for found in since if _is_in(shown_in, kind, found.body)
        }

    def keep(self, read: ListSnapshot) -> ListSnapshot:
        """Write down what the list showed; return it with what it lacks as a gap.

        Raises:
            JournalError: When it could not be written.
        """
        missing = self._lists.keep(
            self._connection,
            self._name,
            [(row.id, row.name) for row in read.rows],
            is_complete=read.is_whole,
            made=self._made,
            made_until=self._until,
        )
        if not missing:
            return read
        gap = Sentence("it lacks {count} that it showed before or that the history knows", count=missing)
        return replace(read, gaps=(*read.gaps, gap), missing=missing)

    def removed(self) -> set[str]:
        """Return the IDs of what counts as removed from the list.

        Raises:
            JournalError: When the history cannot be used.
        """
        return self._lists.removed(self._connection, self._name)


def _is_in(name: str, kind: RequestKind, body: str) -> bool:
    """Return whether what a request has made belongs into the list `name`."""
    sent = wire.request_from_body(kind, body)
    return sent is not None and list_name(sent) == name
