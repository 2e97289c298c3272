"""What a run reads from the service alongside: its lists, and what became of rows whose answers were lost."""

from __future__ import annotations

import logging
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.batch.made_folders import made_folder
from koodrive.batch.row_request import request_of
from koodrive.batch.running.list_reading import read_patiently
from koodrive.batch.stored_rows import checked_row
from koodrive.core.deadline import Cancellation
from koodrive.creation.search_schedule import PAUSES
from koodrive.creation.search_scheduler import SearchScheduler
from koodrive.errors import KoodriveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.creation.creator import Creator
    from koodrive.journal import Journal
    from koodrive.models import Connection, CreateRequest

LIST_SECONDS = 60.0
"""Time after which the lists are read again alongside."""
_LONGEST_REST = 10.0
"""Seconds between two looks, unless they take longer than that."""
_SOON = 0.25
"""Seconds between one look for new losses and the next."""

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
        on_failure: Called before an error is raised, with the request whose list it was.

    Raises:
        KoodriveError: When one of them could not be read or not be written down.
    """

    def read(request: CreateRequest) -> None:
        creator.readings.read(request, client=client, connection=connection, cancellation=cancellation)

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


class ServiceWatch:
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
        self._creator = creator
        self._batch_id = batch_id
        self._connection = connection
        self._client = client
        self._pauses = pauses
        self._on_found, self._on_tick = on_found, on_tick
        self._cancellation = Cancellation()
        self._woken = threading.Event()
        self._cancellation.listen(self._woken.set)
        self._next_look = 0.0
        self._requests: list[CreateRequest] | None = None
        """Those whose lists are read; found once, as it takes a while for a long table."""
        self._lock = threading.Lock()
        self._of_folders: dict[str, threading.Event] = {}
        """The readings of folders' lists by name; set when they have ended."""
        self._thread: threading.Thread | None = None
        self._scheduler = SearchScheduler(pauses)
        self.unread: CreateRequest | None = None
        """A request whose list could not be read; None while there was none."""
        self._given_up: frozenset[int] = frozenset()
        """Attempts that are looked for no more."""

    def may_find(self) -> bool:
        """Return whether lost creates of the batch are still looked for.

        Raises:
            JournalError: When the history cannot be read.
        """
        lost = self._creator.journal.batch_runs.unknown_attempts(self._batch_id)
        return bool(self._pauses) and not self._given_up.issuperset(lost)

    def read_lists(self, *, is_patient: bool = True) -> None:
        """Read every list once, whole, in which rows that may be sent will stand; blocks.

        Args:
            is_patient: Whether one that is throttled or lost is asked for again.

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

    def look_once(self) -> None:
        """Look once for what the lost creates of the batch have made; blocks.

        Raises:
            KoodriveError: When there is no client, or the history cannot be read.
        """
        lost = self._creator.journal.batch_runs.unknown_attempts(self._batch_id)
        if lost and self._pauses:
            self._scheduler.start(lost)
            self._look()

    def start(self) -> None:
        """Begin to read and look alongside, on a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="koodrive-batch-watch", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """End what is under way within a second; returns at once."""
        self._cancellation.cancel()

    def stop(self) -> None:
        """End what is under way; returns when it has ended."""
        self.cancel()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        next_reading = time.monotonic() + LIST_SECONDS
        while not self._woken.wait(_SOON):
            try:
                self._on_tick()
                if self._pauses:
                    self._search()
                if time.monotonic() >= next_reading:
                    began = time.monotonic()
                    self.read_lists(is_patient=False)
                    # Of a thousand groups, say, there are as many lists: rows go out, too.
                    took = time.monotonic() - began
                    next_reading = time.monotonic() + max(LIST_SECONDS, 10 * took)
            except KoodriveError as error:
                # The rows that are sent meet the same trouble, and pause the run where that is due.
                _log.info("batch %d: could not read alongside: %s", self._batch_id, error.title)
                next_reading = time.monotonic() + LIST_SECONDS

    def _search(self) -> None:
        lost = self._creator.journal.batch_runs.unknown_attempts(self._batch_id)
        for attempt_id in lost:
            # A late effect may have opened it again.
            self._scheduler.reopen(attempt_id)
        known = {search.attempt_id for search in self._scheduler.searches}
        self._scheduler.start(attempt_id for attempt_id in lost if attempt_id not in known)
        seconds = self._scheduler.seconds_to_next_look()
        self._given_up = frozenset(
            search.attempt_id for search in self._scheduler.searches if not search.is_going_on
        )
        if seconds is not None and seconds <= 0 and time.monotonic() >= self._next_look:
            began = time.monotonic()
            self._look()
            # A look may read all of a long list: rows go out, too.
            took = time.monotonic() - began
            self._next_look = time.monotonic() + max(PAUSES[0], took, min(4 * took, _LONGEST_REST))

    def _look(self) -> None:
        look = self._scheduler.begin_look()
        if look is None:
            return
        try:
            findings = self._creator.resolver.look(
                look.attempt_ids,
                last=look.last,
                client=self._client(),
                connection=self._connection,
                cancellation=self._cancellation,
            )
        except BaseException:
            self._scheduler.fail_look()
            raise
        self._scheduler.end_look(findings)
        if any(finding.ending is not None for finding in findings):
            self._on_found()
