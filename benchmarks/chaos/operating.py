"""Simulates one operator at a backend: ``python -m benchmarks.chaos.operating ORDERS``; may be killed at any time."""

from __future__ import annotations

import json
import random
import sys
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.diary import Ask, Diary
from benchmarks.chaos.troubles import PAUSES, TIMEOUTS, Troubles
from benchmarks.chaos.workload import ANCHORS, OperatorConfig, planned_requests
from koodrive.api.client import KooDriveClient
from koodrive.backend.backend import Backend
from koodrive.connections.client_factory import ClientFactory
from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError, KoodriveError
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.models import CreateRequest

PASSES = 4
"""Passes over the items that were not created."""
SNAPSHOT_SHARE, CANCEL_SHARE, IMPATIENT_SHARE, ONE_MORE_SHARE = 0.25, 0.04, 0.1, 0.7
NOTHING_MADE = {OutcomeKind.REFUSED, OutcomeKind.NOT_SENT}
DIARY_FILE = "diary.jsonl"


class ImpatientClients(ClientFactory):
    """Client factory with short timeouts."""

    def client(self, connection: Connection, token: str, **_options: object) -> KooDriveClient:
        """Return a client for `connection` with short timeouts."""
        return KooDriveClient(
            base_url=connection.service_address,
            user_id=connection.user_id,
            token=token,
            clock=super().client(connection, token).clock,
            timeouts=TIMEOUTS,
        )


class ImpatientBackend(Backend):
    """Backend with short timeouts."""

    @cached_property
    def clients(self) -> ImpatientClients:
        """The clients of the connections."""
        return ImpatientClients(self._clocks, self.proxy_passwords, self.token_expiries)


class Operator:
    """One operator with one data directory, in one process.

    Args:
        config: Requests, service and operator.
    """

    def __init__(self, config: OperatorConfig) -> None:
        self._config = config
        self._draw = random.Random(f"operator {config.seed} {config.operator} {config.life}")
        self._requests = planned_requests(config)
        folder = Path(config.data_dir)
        self._backend = ImpatientBackend(folder)
        self._backend.open()
        self._diary = Diary(folder / DIARY_FILE)
        self._connection = connection_to(config.service_address)
        self._troubles = Troubles(config.service_address, config.secret, self._draw)
        self._searching = Searching(self._backend, self._connection, self._diary, config)

    def work(self) -> None:
        """Create all missing items, as far as that succeeds."""
        self._searching.start()
        if not self._config.is_calm:
            for _ in range(PASSES):
                wanted = list(self._wanted())
                if not wanted:
                    break
                for item in wanted:
                    self._fulfil(item)
                self._searching.finish()
            for item in self._wanted():
                self._diary.give_up(item)
        self._searching.finish()
        self._searching.stop()
        self._backend.close()

    def _wanted(self) -> Iterator[int]:
        for item in range(len(self._requests)):
            if item not in self._diary.given_up and set(self._outcomes(item)) <= NOTHING_MADE:
                yield item

    def _outcomes(self, item: int) -> list[str]:
        journal = self._backend.journal
        numbers = self._diary.attempts_of(item, journal.history.latest_id())
        return [journal.history.attempt(number).outcome for number in numbers]

    def _fulfil(self, item: int) -> None:
        request = self._requests[item]
        if self._draw.random() < SNAPSHOT_SHARE:
            self._snapshot_list(request)
        self._click(item, again=False)
        if OutcomeKind.UNKNOWN in self._outcomes(item) and self._draw.random() < IMPATIENT_SHARE:
            self._click(item, again=False)

    def _click(self, item: int, *, again: bool) -> None:
        """Request an item once, and answer the question of the duplicate check."""
        request = self._requests[item]
        if item >= ANCHORS:
            self._troubles.for_create(request)
        may_be_there = not set(self._outcomes(item)) <= NOTHING_MADE
        self._diary.ask(Ask(item, self._backend.journal.history.latest_id(), is_extra=again and may_be_there))
        cancellation = Cancellation()
        impatience = threading.Timer(self._draw.uniform(0, 0.03), cancellation.cancel)
        if self._draw.random() < CANCEL_SHARE:
            impatience.start()
        try:
            outcome = self._backend.create(
                request, self._connection, self._config.token, cancellation, again=again
            )
        except DuplicateRequestError:
            if self._draw.random() < ONE_MORE_SHARE:
                self._click(item, again=True)
            elif not may_be_there:
                self._diary.give_up(item)
            return
        if outcome.created is not None and outcome.journal_problem is None:
            self._diary.record_result(outcome.created.result_id)

    def _snapshot_list(self, request: CreateRequest) -> None:
        self._troubles.for_lists()
        try:
            self._backend.snapshot_list(request, self._connection, self._config.token, Cancellation())
        except KoodriveError:
            # The window goes on without it, too.
            return


class Searching:
    """Resolves open attempts in the background, as the window does.

    Args:
        backend: Backend with the attempts.
        connection: Connection of the attempts.
        diary: Records attempts that need a manual decision at the end.
        config: Configuration of the operator.
    """

    def __init__(
        self, backend: Backend, connection: Connection, diary: Diary, config: OperatorConfig
    ) -> None:
        self._backend = backend
        self._connection = connection
        self._diary = diary
        self._config = config
        draw = random.Random(f"searching {config.seed} {config.operator} {config.life}")
        self._troubles = None if config.is_calm else Troubles(config.service_address, config.secret, draw)
        self._left: set[int] = set()
        self._changed = threading.Condition()
        self._is_idle = False
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="searching", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def finish(self) -> None:
        """Wait until all searches have ended.

        Raises:
            RuntimeError: When the search has failed.
        """
        with self._changed:
            self._is_idle = False
            self._changed.wait_for(lambda: self._is_idle or self._is_over)
            if self._is_over:
                raise RuntimeError("the search has failed")

    def stop(self) -> None:
        """Stop the thread."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._search_until_over()
        finally:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()

    def _search_until_over(self) -> None:
        while not self._is_over:
            wanted = {
                row.attempt_id for row in self._backend.journal.attempts.open_attempts(self._connection)
            }
            wanted -= self._left
            if wanted:
                self._search(wanted)
            with self._changed:
                self._is_idle = not wanted
                self._changed.notify_all()
                self._changed.wait(0.1)

    def _search(self, wanted: set[int]) -> None:
        if self._troubles is not None:
            self._troubles.for_lists()
        findings = self._backend.resolver.resolve(
            wanted,
            client=self._backend.clients.client(self._connection, self._config.token),
            connection=self._connection,
            pauses=PAUSES,
            cancellation=Cancellation(),
        )
        for finding in findings:
            if finding.ending is Resolution.CANNOT_TELL:
                # People would decide; this one leaves it open, until the next start.
                self._left |= set(finding.attempt_ids)
                if self._config.is_calm and finding.candidates:
                    self._diary.leave(finding.attempt_ids)


def connection_to(service_address: str) -> Connection:
    """Return the connection of all operators, who share one account."""
    return Connection("chaos", "Chaos", service_address, SANDBOX_USER_ID, "bearer", "en-US")


if __name__ == "__main__":
    Operator(OperatorConfig(**json.loads(sys.argv[1]))).work()
