"""Whether the service still has an object, by its ID and by its list; both have to say so before it counts as gone.

A list may lag behind, and a call by ID may be refused for another reason. What neither shows is gone.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api.serialization import list_name
from koodrive.creation.matching import belongs_to_others
from koodrive.errors import KoodriveError, OutcomeUnknownError, RefusedError
from koodrive.listing.snapshots import ListSnapshot, read_and_record
from koodrive.messages import Message
from koodrive.models import CreateAlbum, RequestKind

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection, CreateRequest

_NOT_FOUND = frozenset({"13000309", "13000302", "13000411"})
SHOWN_AFTER = timedelta(minutes=5)
"""Age from which what was created is expected to be shown everywhere: before, what is not shown may just be late."""
SHOWN_AGAIN_AFTER = timedelta(seconds=10)
"""The same for what was shown to us right before its delete: copies of a list may differ only while it is new."""
DELETED_STATUS = 1
"""`status` of a shared folder that was deleted."""
_LASTS_TIMES = 10.0
"""How many times longer than it takes to read a long list its reading holds, for those who allow for some age."""
_HIDDEN = Message("The shared folder that it is in is not shown to this user any more")
_MAY_BE_THERE = Message(
    "You may not be a member of the folder any more, and it may be there still. Nothing was changed."
)
_MOST_LISTS = 32
"""Readings that are kept, each of one list."""


@dataclass(slots=True)
class _Reading:
    """The last reading of one list."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    """Held while it is read, so that workers of a batch share one reading."""
    began: float = 0.0
    """By `time.monotonic`."""
    took: float = 0.0
    """Seconds that it took."""
    snapshot: ListSnapshot | None = None


class UndoLists:
    """Reads whole lists; those who allow for some age share a reading. Safe to use from several threads.

    Args:
        journal: Records them.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._readings: dict[tuple[str, str, str], _Reading] = {}

    def read(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None,
        within: float = 0.0,
    ) -> ListSnapshot:
        """Return the list that shows the result of `request`.

        Args:
            request: A create.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.
            within: Seconds; one that was begun within them is as good as a new one, or of a long list one that was
                begun within ten times the seconds that it took; 0 for a new one in any case.

        Raises:
            KoodriveError: When it could not be read to its end, or not be written down.
        """
        place = (*connection.account_key, list_name(request))
        with self._lock:
            reading = self._readings.setdefault(place, _Reading())
            if len(self._readings) > _MOST_LISTS:
                del self._readings[next(iter(self._readings))]
        with reading.lock:
            began = time.monotonic()
            # Else those who read a long list would hardly do anything else.
            lasts = max(within, _LASTS_TIMES * reading.took) if within else 0.0
            if reading.snapshot is None or began - reading.began > lasts or not within:
                reading.snapshot = self._read(request, client, connection, cancellation)
                reading.began, reading.took = began, time.monotonic() - began
            return reading.snapshot

    def _read(
        self,
        request: CreateRequest,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None,
    ) -> ListSnapshot:
        try:
            return read_and_record(
                request,
                client=client,
                connection=connection,
                journal=self._journal,
                cancellation=cancellation,
            )
        except KoodriveError as error:
            # The list of a group that went with its folder has nothing in it.
            if is_not_found(error) and isinstance(request, CreateAlbum) and request.group_id:
                return ListSnapshot()
            raise

    def require_in_sight(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None,
    ) -> None:
        """Require that what is not shown is not just hidden from this user.

        An album in a shared folder of somebody else is also shown no more to those who are no member any more.

        Args:
            request: The create.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.

        Raises:
            KoodriveError: When it may be, or cannot be asked.
        """
        if not isinstance(request, CreateAlbum) or not request.share_folder_id:
            return
        folder_id = request.share_folder_id
        ours, _ = self._journal.history.created_objects(connection, RequestKind.SHARED_FOLDER, [folder_id], 0)
        if ours:
            return
        try:
            client.shared_folder_metadata(folder_id, cancellation)
        except KoodriveError as error:
            if is_not_found(error):
                raise OutcomeUnknownError(_HIDDEN, _MAY_BE_THERE) from error
            raise


def may_be_late(create: Attempt, *, was_shown: bool = False) -> bool:
    """Return whether a create is so new that the service may not show everywhere what it has made.

    Args:
        create: The create.
        was_shown: Whether the service has shown it to us already.
    """
    expected = SHOWN_AGAIN_AFTER if was_shown else SHOWN_AFTER
    # A clock that was set back makes nothing new for longer than that.
    return create.settled_at is None or abs(datetime.now(UTC) - create.settled_at) < expected


def is_not_found(error: KoodriveError) -> bool:
    """Return whether the service says, in its own form, that it does not have what was named."""
    return isinstance(error, RefusedError) and error.code in _NOT_FOUND


def is_known_by_id(
    request: CreateRequest, object_id: str, client: KooDriveClient, cancellation: Cancellation | None
) -> bool:
    """Return whether the service knows an object by its ID.

    Args:
        request: The create that has made it.
        object_id: Album ID, or primary key of the shared folder.
        client: Reads.
        cancellation: Ends it within a second.

    Raises:
        KoodriveError: When it cannot be asked.
    """
    try:
        if not isinstance(request, CreateAlbum):
            return client.shared_folder_metadata(object_id, cancellation).status != DELETED_STATUS
        client.list_album_content(object_id, page_size=1, cancellation=cancellation)
    except KoodriveError as error:
        if is_not_found(error):
            return False
        raise
    return True


def lacks(read: ListSnapshot, object_id: str, connection: Connection) -> bool:
    """Return whether all pages of a list were read, it is that of the user, and an object is not in it.

    That it lacks other things that the history knows says nothing about this one: somebody may have deleted several.
    """
    return (
        read.has_all_pages
        and not belongs_to_others(read.rows, connection.user_id)
        and all(row.id != object_id for row in read.rows)
    )
