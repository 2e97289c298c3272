"""Looks alongside a run for what became of its requests whose answers were lost; sends nothing."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from koodrive.core.deadline import Cancellation
from koodrive.creation.search_schedule import PAUSES
from koodrive.creation.search_scheduler import SearchScheduler
from koodrive.errors import KoodriveError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.creation.resolver import Resolver
    from koodrive.models import Connection

_LONGEST_REST = 10.0
"""Seconds between two looks, unless they take longer than that."""
_SOON = 0.25
"""Seconds between one look for new losses and the next."""

_log = logging.getLogger(__name__)


class LostWatch:
    """Looks for the effects of the lost requests of one run, on a thread of its own.

    Args:
        resolver: Finds out what became of them.
        lost: Returns the attempts of the run whose outcome is unknown; may raise `JournalError`.
        connection: Service address and user to read as.
        client: Returns the client to read with; raises `KoodriveError` where there is none.
        pauses: Seconds between one look for a lost request and the next; empty for no looks.
        on_found: Called when it was found out what became of some.
        on_tick: Called every quarter of a second.
    """

    def __init__(
        self,
        resolver: Resolver,
        lost: Callable[[], list[int]],
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        pauses: Sequence[float],
        on_found: Callable[[], object],
        on_tick: Callable[[], object],
    ) -> None:
        self._resolver = resolver
        self._lost = lost
        self._connection = connection
        self._client = client
        self._pauses = pauses
        self._on_found, self._on_tick = on_found, on_tick
        self._cancellation = Cancellation()
        self._woken = threading.Event()
        self._cancellation.listen(self._woken.set)
        self._next_look = 0.0
        self._thread: threading.Thread | None = None
        self._scheduler = SearchScheduler(pauses)
        self._given_up: frozenset[int] = frozenset()
        """Attempts that are looked for no more."""

    def may_find(self) -> bool:
        """Return whether lost requests of the run are still looked for.

        Raises:
            JournalError: When the history cannot be read.
        """
        return bool(self._pauses) and not self._given_up.issuperset(self._lost())

    def look_once(self) -> None:
        """Look once for what the lost requests of the run have done; blocks.

        Raises:
            KoodriveError: When there is no client, or the history cannot be read.
        """
        lost = self._lost()
        if lost and self._pauses:
            self._scheduler.start(lost)
            self._look()

    def start(self) -> None:
        """Begin to look alongside, on a thread of its own."""
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

    def _read_alongside(self) -> None:
        """Read what the run goes by, as often as it is due; nothing here."""

    def _run(self) -> None:
        while not self._woken.wait(_SOON):
            try:
                self._on_tick()
                if self._pauses:
                    self._search()
                self._read_alongside()
            except KoodriveError as error:
                # The rows that are sent meet the same trouble, and pause the run where that is due.
                _log.info("could not read alongside a run: %s", error.title)

    def _search(self) -> None:
        lost = self._lost()
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
            findings = self._resolver.look(
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
