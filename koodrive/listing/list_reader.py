"""Reads the list that shows what a request makes: in the background while the user types, and again at the press.

Both share a reading that is under way, so that a list is never read twice at once for the same reason.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from koodrive.api.serialization import list_name
from koodrive.clock.server_clock import seconds_elapsed
from koodrive.core.characters import visible_form
from koodrive.core.deadline import Cancellation, is_cancelled
from koodrive.errors import KoodriveError
from koodrive.listing.snapshots import ListSnapshot, read_and_record
from koodrive.messages import Message, clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.journal import Journal
    from koodrive.listing.list_record import Listed
    from koodrive.models import Connection, CreateRequest

    Place = tuple[str, str, str]

YOUNG_SECONDS = 2.0
"""A reading that began at most so long ago is as good as a new one."""
PRESS_SECONDS = 0.8
"""Most time that a press waits for the list, all pages together."""
_MOST_KEPT = 8
"""Lists whose last reading is kept."""
_NOT_IN_TIME = Message("it could not be read in time")


@dataclass(frozen=True, slots=True)
class ListLook:
    """The list as a press has read it before it sends."""

    rows: Sequence[Listed] = ()
    """The rows that were read now; empty where nothing had to be read."""
    is_whole: bool = False
    """Whether what is not in `rows` is not in the list."""
    error: KoodriveError | None = None
    """Error that ended the reading; None when there was none, or when the time was over."""
    note: Message | None = None
    """Remark for the user, where the list was not read, or not all of it."""
    made_at: datetime | None = None
    """When it was made, by the service's clock, for one that was not read now; None where that is not known."""

    def ids_named(self, name: str) -> list[str]:
        """Return the IDs of the rows whose names look like `name`."""
        visible = visible_form(name)
        return [row.id for row in self.rows if row.name is not None and visible_form(row.name) == visible]


NOTHING_READ = ListLook()
"""Result for a press that has a young reading, or needs none."""


@dataclass(slots=True)
class _Reading:
    """One reading of one list, perhaps under way."""

    began: float
    """Start, by `seconds_elapsed`."""
    cancellation: Cancellation
    began_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    """Start, by the local clock."""
    rows: list[Listed] = field(default_factory=list)
    """The rows of its pages so far."""
    result: Future[ListSnapshot] = field(default_factory=Future)

    @property
    def error(self) -> BaseException | None:
        """Error of a failed reading; None when it has not failed, or not yet."""
        return self.result.exception() if self.result.done() else None


class _WholeReading(NamedTuple):
    """A reading without a gap."""

    began: float
    """Start, by `seconds_elapsed`."""
    began_at: datetime
    """Start, by the local clock."""
    snapshot: ListSnapshot


class ListReadings:
    """Reads lists and knows when each was last read; safe to use from several threads.

    Args:
        journal: Records the readings.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._read_at: dict[Place, float] = {}
        """Start of the last whole reading, by `seconds_elapsed`, a clock that is never set."""
        self._under_way: dict[Place, _Reading] = {}
        self._latest: dict[Place, _WholeReading] = {}
        """The last reading without a gap of each of the lists that were read last."""

    def recent(
        self, request: CreateRequest, connection: Connection, *, within: float, after: datetime
    ) -> ListLook | None:
        """Return the last reading of the list of `request` that had no gap; None where there is no young one.

        Args:
            request: A request whose result the list shows.
            connection: Service address and user that it was read as.
            within: Most seconds since its start.
            after: Earliest start, by the local clock; with a time zone.
        """
        with self._lock:
            latest = self._latest.get(_place(request, connection))
        if latest is None or seconds_elapsed() - latest.began > within or latest.began_at < after:
            return None
        return ListLook(latest.snapshot.rows, is_whole=True, made_at=latest.snapshot.made_at)

    def read(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation,
        unless_read_within: float = 0.0,
    ) -> None:
        """Read the list of `request` to its end; blocks.

        Args:
            request: A request whose result the list shows.
            client: Belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.
            unless_read_within: Seconds; where the last whole reading is younger, nothing is read.

        Raises:
            KoodriveError: When it could not be read to its end, or not be written down.
        """
        place = _place(request, connection)
        reading, is_own = self._started(place, cancellation, young=unless_read_within)
        if reading is None:
            return
        if not is_own:
            _wait(reading, time.monotonic() + PRESS_SECONDS, cancellation)
            if reading.result.done() and reading.error is None:
                return
            with self._lock:
                reading = self._begun(place, cancellation)
        self._carry_out(place, reading, request, client, connection)
        reading.result.result()

    def look(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
    ) -> ListLook:
        """Return what the list of `request` shows now, as far as it can be read in `PRESS_SECONDS`.

        Nothing is read when the last reading is recent: it is in the history.

        Args:
            request: A request whose result the list shows.
            client: Belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it at once.
        """
        place, deadline = _place(request, connection), time.monotonic() + PRESS_SECONDS
        while True:
            reading, is_own = self._started(place, Cancellation(), young=YOUNG_SECONDS)
            if reading is None:
                return NOTHING_READ
            if is_own:
                threading.Thread(
                    target=self._carry_out,
                    args=(place, reading, request, client, connection),
                    name="koodrive-list",
                    daemon=True,
                ).start()
            _wait(reading, deadline, cancellation)
            if is_own and not reading.result.done():
                self._discard(place, reading)
                reading.cancellation.cancel()
            if is_own or reading.error is None or time.monotonic() >= deadline:
                return _look(reading, cancellation)
            # The one in the background was given up, as its form was left.

    def _started(
        self, place: Place, cancellation: Cancellation, *, young: float
    ) -> tuple[_Reading | None, bool]:
        """Return the reading to wait for and whether it is new; None when the last one is young enough."""
        with self._lock:
            now = seconds_elapsed()
            read_at, under_way = self._read_at.get(place), self._under_way.get(place)
            if read_at is not None and now - read_at <= young and young > 0:
                return None, False
            if under_way is not None and now - under_way.began <= YOUNG_SECONDS:
                return under_way, False
            return self._begun(place, cancellation), True

    def _begun(self, place: Place, cancellation: Cancellation) -> _Reading:
        """Return a new reading; the caller holds the lock."""
        self._under_way[place] = reading = _Reading(seconds_elapsed(), cancellation)
        return reading

    def _carry_out(
        self,
        place: Place,
        reading: _Reading,
        request: CreateRequest,
        client: KooDriveClient,
        connection: Connection,
    ) -> None:
        try:
            snapshot = read_and_record(
                request,
                client=client,
                connection=connection,
                journal=self._journal,
                cancellation=reading.cancellation,
                on_page=reading.rows.extend,
            )
        except BaseException as error:  # noqa: BLE001 - handed over to those who wait, whatever it is
            self._discard(place, reading)
            reading.result.set_exception(error)
            return
        if snapshot.has_all_pages:
            with self._lock:
                self._read_at[place] = max(reading.began, self._read_at.get(place, reading.began))
                if snapshot.is_whole:
                    self._latest.pop(place, None)
                    self._latest[place] = _WholeReading(reading.began, reading.began_at, snapshot)
                    if len(self._latest) > _MOST_KEPT:
                        del self._latest[next(iter(self._latest))]
        self._discard(place, reading)
        reading.result.set_result(snapshot)

    def _discard(self, place: Place, reading: _Reading) -> None:
        with self._lock:
            if self._under_way.get(place) is reading:
                del self._under_way[place]


def _place(request: CreateRequest, connection: Connection) -> Place:
    return connection.service_address, connection.user_id, list_name(request)


def _wait(reading: _Reading, deadline: float, cancellation: Cancellation | None) -> None:
    """Wait until `reading` has ended, `deadline` (by `time.monotonic`) is over, or the user cancels."""
    woken = threading.Event()
    reading.result.add_done_callback(lambda _ended: woken.set())
    if cancellation is not None:
        cancellation.listen(woken.set)
    woken.wait(max(0.0, deadline - time.monotonic()))


def _look(reading: _Reading, cancellation: Cancellation | None) -> ListLook:
    error = reading.error
    if reading.result.done() and error is None:
        snapshot = reading.result.result()
        note = None if snapshot.has_all_pages else _not_whole(snapshot)
        return ListLook(snapshot.rows, is_whole=snapshot.is_whole, note=note)
    if error is not None and not isinstance(error, KoodriveError):
        raise error
    rows = tuple(reading.rows)
    if is_cancelled(cancellation):
        return ListLook(rows)
    if rows:
        note = Message(
            "Only {count} entries of the service's list were looked at before it was sent, as it could not be read to"
            " its end in time. The name may be taken in the rest.",
            count=len(rows),
        )
    else:
        note = Message(
            "The service's list was not looked at before it was sent ({reason}). The name may have been taken.",
            reason=_NOT_IN_TIME if error is None else error.title,
        )
    return ListLook(rows, error=error, note=note)


def _not_whole(snapshot: ListSnapshot) -> Message:
    return Message(
        "The service's list was not whole when it was looked at before it was sent: {reason}. The name may have been"
        " taken.",
        reason=clauses(*snapshot.gaps),
    )
