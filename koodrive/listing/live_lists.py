"""Reads the lists of the live view for one connection, and records what they show."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from koodrive.api.list_responses import ListMissingError
from koodrive.api.serialization import list_name
from koodrive.core.deadline import is_cancelled
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    JournalError,
    KoodriveError,
    NotSentError,
    RefusedError,
)
from koodrive.listing.list_record import ListRecord
from koodrive.listing.snapshots import ListSnapshot, PageCheck, all_pages, page_of
from koodrive.models import (
    AlbumKind,
    AlbumType,
    CreateAlbum,
    CreateSharedFolder,
    QueryType,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Journal
    from koodrive.listing.list_record import Listed
    from koodrive.messages import Message
    from koodrive.models import Connection, CreateRequest

_NO_PERMISSION = "403"

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class ListReading:
    """Result of reading one list."""

    rows: dict[str, Listed] = field(default_factory=dict)
    """Rows by ID; of a list that broke off, those before that."""
    error: KoodriveError | None = None
    """Error that ended the reading."""
    check: PageCheck = field(default_factory=PageCheck)
    """Check of its pages for gaps."""
    gaps: tuple[Message, ...] = ()
    """Reasons why a list that was read to its end may not be whole; see `koodrive.listing.snapshots.ListSnapshot`."""
    removed: set[str] = field(default_factory=set)
    """IDs of what counts as removed from it."""

    @property
    def is_answered(self) -> bool:
        """Whether the service has answered clearly, be it that it does not give this list."""
        return self.error is None or isinstance(self.error, RefusedError | ListMissingError)

    @property
    def is_left_out(self) -> bool:
        """Whether the answer had no list, which may be an empty one."""
        return isinstance(self.error, ListMissingError)


class ListReader:
    """Reads lists for one connection, and keeps in the history what those showed that a create may look into.

    Args:
        client: Reads the lists; belongs to `connection`.
        connection: Service address and user to read as.
        journal: The history, which records whole lists; it may be read-only.
        cancellation: Ends reading within a second.
        progress: Gets the number of rows so far, from all lists.
    """

    def __init__(
        self,
        client: KooDriveClient,
        connection: Connection,
        journal: Journal,
        cancellation: Cancellation | None,
        progress: Callable[[int], object] | None,
    ) -> None:
        self._client = client
        self._connection = connection
        self._journal = journal
        self._cancellation = cancellation
        self._progress = progress
        self._count = 0
        self._unreachable: NotSentError | None = None

    def shared_folders(self) -> ListReading:
        """Read the list of the shared folders that the user has made or joined.

        Raises:
            AuthenticationError: When the service does not accept the token.
            KoodriveError: When it was cancelled.
        """
        return self._read(CreateSharedFolder("", ""))

    def albums(
        self, album_type: AlbumType, album_kind: AlbumKind, group_id: str | None = None
    ) -> ListReading:
        """Read one list of albums.

        Args:
            album_type: Collection or manual.
            album_kind: Personal or shared.
            group_id: Only those of one shared folder's group.

        Raises:
            AuthenticationError: When the service does not accept the token; that the user may not see a group is none.
            KoodriveError: When it was cancelled.
        """
        request = CreateAlbum(album_type, album_kind, group_id=group_id)
        return self._read(request)

    def _read(self, request: CreateRequest) -> ListReading:
        if self._unreachable is not None:
            # Each of the others would need as long to fail.
            return ListReading(error=self._unreachable)
        reading = ListReading()
        record = self._record(request)
        page = page_of(request, self._client, self._cancellation, QueryType.ALL)
        try:
            for rows in all_pages(page, reading.check):
                self._count += len(rows.keys() - reading.rows.keys())
                reading.rows |= rows
                if self._progress is not None:
                    self._progress(self._count)
        except KoodriveError as error:
            if is_cancelled(self._cancellation) or _is_of_token(error, request):
                raise
            reading.error = error
            if isinstance(error, NotSentError):
                self._unreachable = error
        else:
            _judge(reading, record)
        return reading

    def _record(self, request: CreateRequest) -> ListRecord | None:
        """Return the history's record of the list; None without one."""
        try:
            return ListRecord(self._journal, self._connection, _kept_name(request), request)
        except JournalError as error:
            _log.warning("earlier readings of a list could not be loaded: %s", error.title)
            return None


def _judge(reading: ListReading, record: ListRecord | None) -> None:
    """Record a list in the history, and collect its gaps, by its pages and by the history."""
    rows = list(reading.rows.values())
    read = ListSnapshot(rows, reading.check.gaps(len(rows)), reading.check.made_at)
    reading.gaps = read.gaps
    if record is None:
        return
    try:
        reading.gaps = read.lacking(record.save(read.rows, is_whole=read.is_whole)).gaps
        reading.removed = record.removed()
    except JournalError as error:
        _log.warning("a list could not be stored: %s", error.title)


def _kept_name(request: CreateRequest) -> str:
    """Return under which name a list is kept: those of all users and of all groups are not what a create looks into."""
    is_of_all = not isinstance(request, CreateAlbum) or (
        request.album_kind is AlbumKind.SHARED and request.group_id is None
    )
    return f"all/{list_name(request)}" if is_of_all else list_name(request)


def _is_of_token(error: KoodriveError, request: CreateRequest) -> bool:
    """Return whether the service does not accept the token, so that no other list can be read either."""
    if not isinstance(error, AuthenticationError) or isinstance(error, ClockError):
        return False
    # Who has left a family may not see its albums any more.
    is_of_group = isinstance(request, CreateAlbum) and request.group_id is not None
    return not (is_of_group and _NO_PERMISSION in {error.code, str(error.status)})
