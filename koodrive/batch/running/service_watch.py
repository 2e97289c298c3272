"""What a run reads from the service alongside: its lists, and what became of rows whose answers were lost."""

from __future__ import annotations

import logging
import math
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.batch.made_folders import made_folder
from koodrive.batch.row_request import request_of
from koodrive.batch.running.list_reading import read_patiently
from koodrive.batch.running.lost_watch import LostWatch
from koodrive.batch.stored_rows import checked_row
from koodrive.errors import KoodriveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.creator import Creator
    from koodrive.journal import Journal
    from koodrive.models import Connection, CreateRequest

LIST_SECONDS = 60.0
"""Time after which the lists are read again alongside."""
JUST_READ_SECONDS = 10.0
"""Age up to which the reading for the plan counts as that of the start."""

_log = logging.getLogger(__name__)


def listed_requests(journal: Journal, batch_id: int) -> list[CreateRequest]:
    """Return one request for each list of the service in which rows of a batch that may be sent will stand.

    Args:
        journal: The history with the batch.
        batch_id: The batch.

    Raises:
        JournalError: When the history cannot be read.
    """
    found = []
    for row in journal.batch_runs.list_examples(batch_id):
        folder = None if row.folder_row is None else made_folder(journal, batch_id, row.folder_row)
        if row.folder_row is None or folder is not None:
            found.append(request_of(checked_row(row), folder))
    return found


def read_lists(
    requests: Iterable[CreateRequest],
    creator: Creator,
    *,
    client: KooDriveClient,
    connection: Connection,
    cancellation: Cancellation,
    is_patient: bool = True,
    young: float = 0.0,
    on_failure: Callable[[CreateRequest], object] = lambda _request: None,
) -> None:
    """Read the lists that show what requests make, each to its end; blocks.

    Args:
        requests: From `listed_requests`.
        creator: Has the lists.
        client: Belongs to `connection`.
        connection: Service address and user to read as.
        cancellation: Ends it within a second.
        is_patient: Whether a list that is throttled or lost is asked for again, as `read_patiently` does.
        young: Age in seconds up to which an earlier reading counts; 0 for none.
        on_failure: Called before an error is raised, with the request whose list it was.

    Raises:
        KoodriveError: When one of them could not be read or not be written down.
    """

    def read(request: CreateRequest) -> None:
        creator.readings.read(
            request,
            client=client,
            connection=connection,
            cancellation=cancellation,
            unless_read_within=young,
        )

    for request in requests:
        if cancellation.is_cancelled:
            return
        try:
            if is_patient:
                read_patiently(partial(read, request), cancellation)
            else:
                read(request)
        except KoodriveError:
            on_failure(request)
            raise


class ServiceWatch(LostWatch):
    """Reads the lists of a batch, and looks for the effects of its lost creates; sends nothing.

    Args:
        creator: Has the lists and the resolver.
        batch_id: Number of the batch.
        connection: Service address and user to read as.
        client: Returns the client to read with; raises `KoodriveError` where there is none.
        pauses: Seconds between one look for a lost create and the next; empty for no looks.
        on_found: Called when it was found out what became of some.
        on_tick: Called every quarter of a second.
    """

    def __init__(
        self,
        creator: Creator,
        batch_id: int,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        pauses: Sequence[float],
        on_found: Callable[[], object],
        on_tick: Callable[[], object],
    ) -> None:
        super().__init__(
            creator.resolver,
            lambda: creator.journal.batch_runs.unknown_attempts(batch_id),
            connection=connection,
            client=client,
            pauses=pauses,
            on_found=on_found,
            on_tick=on_tick,
        )
        self._creator = creator
        self._batch_id = batch_id
        self._next_reading = math.inf
        self._requests: list[CreateRequest] | None = None
        """Those whose lists are read; found once, as it takes a while for a long table."""
        self._lock = threading.Lock()
        self._of_folders: dict[str, threading.Event] = {}
        """The readings of folders' lists by name; set when they have ended."""
        self.unread: CreateRequest | None = None
        """A request whose list could not be read; None while there was none."""

    def start(self) -> None:
        """Begin to read and look alongside, on a thread of its own."""
        self._next_reading = time.monotonic() + LIST_SECONDS
        super().start()

    def read_lists(self, *, is_patient: bool = True, young: float = 0.0) -> None:
        """Read every list once, whole, in which rows that may be sent will stand; blocks.

        Args:
            is_patient: Whether one that is throttled or lost is asked for again.
            young: Age in seconds up to which an earlier reading counts; 0 for none.

        Raises:
            KoodriveError: When one of them could not be read or not be written down.
        """
        if self._requests is None:
            self._requests = listed_requests(self._creator.journal, self._batch_id)
        read_lists(
            self._requests,
            self._creator,
            client=self._client(),
            connection=self._connection,
            cancellation=self._cancellation,
            is_patient=is_patient,
            young=young,
            on_failure=self._note_unread,
        )

    def _note_unread(self, request: CreateRequest) -> None:
        self.unread = request

    def read_list_of_folder(self, request: CreateRequest) -> None:
        """Read the list of a shared folder once, before the first album goes into it; blocks.

        It tells whether what it shows after a lost answer is new. Without it the album goes out all the same.

        Args:
            request: An album in a folder that the batch has made.
        """
        name = serialization.list_name(request)
        with self._lock:
            reading, is_own = self._of_folders.get(name), name not in self._of_folders
            if reading is None:
                reading = self._of_folders[name] = threading.Event()
        if not is_own:
            reading.wait()
            return
        try:
            self._creator.readings.read(
                request,
                client=self._client(),
                connection=self._connection,
                cancellation=self._cancellation,
            )
        except KoodriveError as error:
            _log.info("batch %d: the list of a new folder: %s", self._batch_id, error.title)
        finally:
            reading.set()

    def _read_alongside(self) -> None:
        if time.monotonic() < self._next_reading:
            return
        began = time.monotonic()
        self._next_reading = began + LIST_SECONDS
        self.read_lists(is_patient=False)
        # Of a thousand groups, say, there are as many lists: rows go out, too.
        took = time.monotonic() - began
        self._next_reading = time.monotonic() + max(LIST_SECONDS, 10 * took)
