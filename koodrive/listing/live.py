"""Albums and shared folders as the service lists them now, joined with the history: ours, others', gone since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from koodrive.errors import (
    NotSentError,
)
from koodrive.listing.live_lists import ListReader, ListReading
from koodrive.listing.live_rows import (
    LiveRow,
    Standing,
    listed_album,
    listed_folder,
    recorded_album,
    recorded_folder,
    sent_album,
)
from koodrive.messages import Message, clauses
from koodrive.models import (
    Album,
    AlbumKind,
    AlbumType,
    RequestKind,
    SharedFolder,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import CreatedObject, Journal
    from koodrive.listing.live_rows import AlbumList
    from koodrive.models import Connection

MOST_GROUPS = 20
"""Shared folders whose albums are asked for one by one."""

MOST_UNLISTED = 20_000
"""Rows of each kind that the history has and the service does not list."""

_AlbumLists: TypeAlias = "dict[AlbumList, ListReading]"

_LEADS = {
    (AlbumType.COLLECTION, AlbumKind.PERSONAL): Message("The personal collection albums"),
    (AlbumType.MANUAL, AlbumKind.PERSONAL): Message("The personal manual albums"),
    (AlbumType.COLLECTION, AlbumKind.SHARED): Message("The shared collection albums"),
    (AlbumType.MANUAL, AlbumKind.SHARED): Message("The shared manual albums"),
}
"""What a list holds, by type and kind: first words of its problem."""
_FOLDERS_LEAD = Message("The shared folders")
_GROUP_LEAD = Message("The albums of a shared folder")


@dataclass(frozen=True, slots=True)
class LiveView:
    """Rows of the service's lists, and of the history besides."""

    rows: tuple[LiveRow, ...]
    """Shared folders, then albums; of each first those that are listed, in the order of the lists."""
    read_at: datetime
    """Start of the reading; UTC."""
    problems: tuple[Message, ...] = ()
    """Messages about lists that could not be read or are not whole."""


def read_live(
    client: KooDriveClient,
    connection: Connection,
    journal: Journal,
    cancellation: Cancellation | None = None,
    progress: Callable[[int], object] | None = None,
) -> LiveView:
    """Read all lists of a user and compare them with the history; it changes nothing at the service.

    A list that cannot be read costs its own rows only, and is among the problems.

    Args:
        client: Reads the lists; belongs to `connection`, and best repeats failed reads.
        connection: Service address and user to read as.
        journal: The history; it may be read-only.
        cancellation: Ends it within a second.
        progress: Gets the number of rows so far, on this thread.

    Raises:
        AuthenticationError: When the service does not accept the token.
        JournalError: When the history cannot be read.
        KoodriveError: When it was cancelled.
    """
    began = datetime.now(UTC)
    reader = ListReader(client, connection, journal, cancellation, progress)
    join = _Join(connection, journal)
    folders = reader.shared_folders()
    albums: _AlbumLists = {(*kind, None): reader.albums(*kind) for kind in _LEADS}
    join.add_folders(folders)
    join.add_albums(albums, reader)
    return LiveView(tuple(join.rows), began, tuple(join.problems))


class _Join:
    """Puts the lists and the history together."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self.rows: list[LiveRow] = []
        self.problems: list[Message] = []
        self._connection = connection
        self._journal = journal

    def add_folders(self, reading: ListReading) -> None:
        """Add all shared folders."""
        ours, besides = self._created_objects(RequestKind.SHARED_FOLDER, reading.rows)
        for row in reading.rows.values():
            if isinstance(row, SharedFolder):
                self.rows.append(listed_folder(row, ours.get(row.id)))
        for made in besides.values():
            self.rows.append(recorded_folder(made, self._standing(made, [reading])))
        self._add_remarks(_FOLDERS_LEAD, reading, is_missed=bool(besides))

    def add_albums(self, lists: _AlbumLists, reader: ListReader) -> None:
        """Add all albums, also those of our groups that the lists of all groups do not show."""
        ours, besides = self._created_objects(RequestKind.ALBUM, _ids_in(lists))
        groups = _groups_to_ask(lists, besides.values())
        if groups:
            lists = lists | {group: reader.albums(*group) for group in groups}
            ours, besides = self._created_objects(RequestKind.ALBUM, _ids_in(lists))
        self.rows += _listed_albums(lists, ours)
        missed: set[AlbumList] = set()
        for made in besides.values():
            row = recorded_album(made, Standing.GONE)
            if row.album_type is not None and row.album_kind is not None:
                place = (row.album_type, row.album_kind, row.group_id)
                missed |= {place, (*place[:2], None)}
                own = [lists[name] for name in (place, (*place[:2], None)) if name in lists]
                row = replace(row, standing=self._standing(made, own if place in lists else []))
            else:
                row = replace(row, standing=Standing.NOT_LISTED)
            self.rows.append(row)
        for place, reading in lists.items():
            lead = _LEADS[place[:2]] if place[2] is None else _GROUP_LEAD
            self._add_remarks(lead, reading, is_missed=place in missed)

    def _created_objects(
        self, kind: RequestKind, listed_ids: Collection[str]
    ) -> tuple[dict[str, CreatedObject], dict[str, CreatedObject]]:
        ours, besides = self._journal.history.created_objects(
            self._connection, kind, listed_ids, MOST_UNLISTED
        )
        if len(besides) == MOST_UNLISTED:
            self._add(Message("The history has more that is not listed: only the newest of it is shown."))
        return ours, besides

    @staticmethod
    def _standing(made: CreatedObject, lists: Sequence[ListReading]) -> Standing:
        """Return how something stands that is in none of the lists which would show it.

        Args:
            made: What the history has of it.
            lists: Those lists, first the one that has to show it; empty where that one was not asked for.
        """
        if not lists or lists[0].error is not None:
            return Standing.NOT_READ
        is_gone = any(made.result_id in reading.removed for reading in lists)
        return Standing.GONE if is_gone else Standing.NOT_LISTED

    def _add_remarks(self, lead: Message, reading: ListReading, *, is_missed: bool) -> None:
        """Add why a list could not be read, unless it may simply be empty, or why it is not whole."""
        if reading.gaps:
            gaps = clauses(*reading.gaps)
            self._add(Message("{objects}: the list is not whole: {gaps}", objects=lead, gaps=gaps))
        if reading.error is None or (reading.is_left_out and not is_missed):
            return
        reason = Message("{title}: {message}", title=reading.error.title, message=reading.error.message)
        if isinstance(reading.error, NotSentError):
            # Nothing else was asked after that.
            self._add(Message("Not everything was read. {reason}", reason=reason))
        else:
            self._add(Message("{objects} could not be listed. {reason}", objects=lead, reason=reason))

    def _add(self, problem: Message) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _ids_in(lists: _AlbumLists) -> set[str]:
    return {object_id for reading in lists.values() for object_id in reading.rows}


def _groups_to_ask(lists: _AlbumLists, missed: Iterable[CreatedObject]) -> list[AlbumList]:
    """Return the lists of the groups in which albums may be that the lists of all groups do not show.

    Whether those show all groups is not stated. The newest albums count first.
    """
    groups: dict[str, None] = {}
    wanted: dict[AlbumList, None] = {}
    for made in missed:
        sent = sent_album(made)
        if sent is None or sent.album_kind is not AlbumKind.SHARED or not sent.group_id:
            continue
        if lists[sent.type, sent.album_kind, None].is_answered and (
            sent.group_id in groups or len(groups) < MOST_GROUPS
        ):
            groups[sent.group_id] = None
            wanted[sent.type, sent.album_kind, sent.group_id] = None
    return list(wanted)


def _listed_albums(lists: _AlbumLists, ours: Mapping[str, CreatedObject]) -> Iterator[LiveRow]:
    shown: set[str] = set()
    for place, reading in lists.items():
        for row in reading.rows.values():
            if row.id not in shown and isinstance(row, Album):
                shown.add(row.id)
                yield listed_album(row, place, ours.get(row.id))
