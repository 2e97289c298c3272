"""Keeps looking for what became of creates whose answers were lost, with growing pauses, while people go on working."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.deadline import Cancellation
from koodrive.errors import AuthenticationError
from koodrive.findings import Ending, Finding
from koodrive.models import OutcomeKind
from koodrive.wording import Sentence
from ui.searches import Search, Stage, after_look, due_last
from ui.session import TokenState
from ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from koodrive.desk import Desk
    from koodrive.journal import Attempt
    from koodrive.matching import Candidate
    from koodrive.models import Connection
    from ui.session import Session
    from ui.tasks import Task

__all__ = ["DECIDED_BY_USER", "Resolutions", "Search", "Stage"]

_log = logging.getLogger(__name__)

DECIDED_BY_USER = Sentence("Decided by you.")
"""The evidence of a `Finding` that is a decision of the user."""


class Resolutions(QObject):
    """The searches for all open attempts of the connection in use.

    They begin by themselves when the token of a connection is at hand, and after an unknown outcome.

    Args:
        session: Which connection is in use.
        pauses: Seconds between one look and the next; by default those of `koodrive.resolver`.

    Signals:
        changed: The number of an attempt whose `Search` is another, as object.
        decided: A `Finding` with an ending, also after a decision of the user.
        decision_failed: The exception that kept a decision of the user from being written down.
    """

    changed = Signal(object)
    decided = Signal(object)
    decision_failed = Signal(object)

    def __init__(
        self, session: Session, pauses: Sequence[float] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pauses = pauses
        self._searches: dict[int, Search] = {}
        self._attempts: dict[int, Attempt] = {}
        self._task: Task | None = None
        self._asked: set[int] = set()
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        session.token_changed.connect(self.start_all)
        session.token_renewed.connect(self._on_token_renewed)

    @property
    def pauses(self) -> Sequence[float]:
        """Seconds between one look and the next."""
        if self._pauses is None:
            from koodrive.resolver import PAUSES  # noqa: PLC0415 - not needed to start

            self._pauses = PAUSES
        return self._pauses

    def set_pauses(self, pauses: Sequence[float]) -> None:
        """Say how many seconds there are between one look and the next, from now on."""
        self._pauses = pauses

    def search(self, attempt_id: int) -> Search | None:
        """Return what is going on for an attempt; None when nobody looks for it."""
        return self._searches.get(attempt_id)

    @property
    def searches(self) -> list[Search]:
        """Return all searches, in no order that means anything."""
        return list(self._searches.values())

    def attempt(self, attempt_id: int) -> Attempt | None:
        """Return what the history said of an attempt before the last look for it; None before the first."""
        return self._attempts.get(attempt_id)

    def start(self, attempt_ids: Iterable[int], *, anew: bool = False) -> None:
        """Look for attempts of the connection in use, at once; without a token, as soon as there is one.

        A search that has ended or was stopped begins anew, and so has its full time; one that is waiting goes on
        after a look that does not count.

        Args:
            attempt_ids: Which ones.
            anew: Whether a search that is going on begins anew, too, as its attempt has only now lost its answer.
        """
        if self._is_closed or self._session.current is None or self._session.token is None:
            return
        for attempt_id in attempt_ids:
            search = self._searches.get(attempt_id)
            if search is None or (not search.is_settled and (anew or not search.is_going_on)):
                self._put(Search(attempt_id, Stage.LOOKING))
            elif search.stage is Stage.WAITING:
                self._put(replace(search, stage=Stage.LOOKING))
        self._schedule()

    def resume(self, attempt_id: int) -> None:
        """Look for an attempt that the history may have opened again, whatever an earlier search came to."""
        search = self._searches.get(attempt_id)
        if search is not None and search.is_settled:
            del self._searches[attempt_id]
        self.start([attempt_id])

    def stop(self, attempt_ids: Iterable[int]) -> None:
        """Look no more for attempts until somebody calls `start`."""
        for attempt_id in attempt_ids:
            search = self._searches.get(attempt_id)
            if search is not None and search.is_going_on:
                self._put(replace(search, stage=Stage.STOPPED))
        if not any(self._is_looking(attempt_id) for attempt_id in self._asked):
            self._abandon_look()
        self._schedule()

    def stop_all(self) -> None:
        """Look for nothing any more, and forget what is not settled."""
        left = [attempt_id for attempt_id, search in self._searches.items() if not search.is_settled]
        for attempt_id in left:
            del self._searches[attempt_id]
        self._abandon_look()
        self._schedule()
        for attempt_id in left:
            self.changed.emit(attempt_id)

    def close(self) -> None:
        """Look for nothing any more for good, as the application ends."""
        self._is_closed = True
        self.stop_all()

    @Slot()
    def start_all(self) -> None:
        """Begin anew to look for all open attempts of the connection in use, once its token is at hand."""
        session = self._session
        connection = session.current
        self.stop_all()
        if self._is_closed or connection is None or session.token_state is not TokenState.READY:
            return
        desk = session.desk
        task = session.runner.start(Lane.RESOLVER, lambda: _open_ids(desk, connection))
        task.succeeded.connect(self._on_open_found)
        task.failed.connect(self._on_open_not_found)

    @Slot()
    def _on_token_renewed(self) -> None:
        ended = [
            search.attempt_id
            for search in self.searches
            if search.finding is not None and isinstance(search.finding.problem, AuthenticationError)
        ]
        self.start(ended)

    def adopt(self, attempt_id: int, chosen: Candidate) -> None:
        """Write down that `chosen` is what an attempt has made, as the user says; `decided` follows."""
        connection, desk = self._session.current, self._session.desk
        if connection is not None:
            self._decide(
                Finding(
                    (attempt_id,), Ending.DONE, DECIDED_BY_USER, adopted=((attempt_id, chosen.listed.id),)
                ),
                lambda: desk.resolver.adopt(attempt_id, chosen, connection),
            )

    def declare_not_made(self, attempt_id: int) -> None:
        """Write down that an attempt has made nothing, as the user says; `decided` follows."""
        desk = self._session.desk
        self._decide(
            Finding((attempt_id,), Ending.NOT_DONE, DECIDED_BY_USER),
            lambda: desk.resolver.declare_not_made(attempt_id),
        )

    # Looking ----------------------------------------------------------------------------------------------------

    def _is_looking(self, attempt_id: int) -> bool:
        search = self._searches.get(attempt_id)
        return search is not None and search.stage is Stage.LOOKING

    def _put(self, search: Search) -> None:
        self._searches[search.attempt_id] = search
        self.changed.emit(search.attempt_id)

    def _abandon_look(self) -> None:
        """End the look that is under way; what it has settled by then is still told, but nothing else of it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._asked = set()

    def _schedule(self) -> None:
        """Wake up when the next look is due."""
        due = [
            0 if search.stage is Stage.LOOKING else search.next_look_at - time.monotonic()
            for search in self._searches.values()
            if search.is_going_on
        ]
        may_look = self._task is None and not self._is_closed
        if may_look and self._searches and self._session.is_token_dead:
            # All calls would be refused; `token_renewed` brings it here again.
            self._session.renewal.renew_in_time()
            may_look = False
        if due and may_look:
            self._timer.start(max(0, round(min(due) * 1000)))
        else:
            self._timer.stop()

    @Slot()
    def _look(self) -> None:
        session = self._session
        connection, token = session.current, session.token
        if self._is_closed or self._task is not None or connection is None or token is None:
            return
        if session.is_token_dead:
            self._schedule()
            return
        now = time.monotonic()
        for search in self.searches:
            if search.stage is Stage.WAITING and search.next_look_at <= now:
                self._put(replace(search, stage=Stage.LOOKING))
        wanted = {search.attempt_id for search in self.searches if search.stage is Stage.LOOKING}
        if not wanted:
            self._schedule()
            return
        desk, last = session.desk, due_last(self.searches, self.pauses, now)
        cancellation = Cancellation()

        def look() -> tuple[list[Attempt], tuple[Finding, ...]]:
            attempts = desk.journal.open_attempts(connection)
            return attempts, desk.look(wanted, connection, token, last=last, cancellation=cancellation)

        self._asked = wanted
        self._task = session.runner.start(Lane.RESOLVER, look, cancellation=cancellation)
        self._task.succeeded.connect(self._on_looked)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)

    @Slot(object)
    def _on_looked(self, looked: tuple[list[Attempt], tuple[Finding, ...]]) -> None:
        attempts, findings = looked
        self._attempts.update({attempt.attempt_id: attempt for attempt in attempts})
        if self.sender() is self._task:
            for attempt_id in self._asked.difference(*(finding.attempt_ids for finding in findings)):
                # It is open no more, or belongs to another connection.
                self._searches.pop(attempt_id, None)
                self.changed.emit(attempt_id)
        else:
            # Of a look that was abandoned only what is written down counts.
            findings = tuple(
                finding for finding in findings if finding.ending in {Ending.DONE, Ending.NOT_DONE}
            )
        for finding in findings:
            self._take(finding)

    def _take(self, finding: Finding) -> None:
        known = [
            self._searches.get(attempt_id, Search(attempt_id, Stage.LOOKING))
            for attempt_id in finding.attempt_ids
        ]
        group = [search for search in known if not search.is_settled]
        if not group:
            return
        after = after_look(group, finding, self.pauses, time.monotonic())
        for search in after:
            self._put(search)
        ended = next((search.finding for search in after if search.stage is Stage.ENDED), None)
        if ended is not None:
            self.decided.emit(ended)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._task:
            self.stop(self._asked.copy())
            self._session.runner.unhandled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self._asked = set()
            self._schedule()

    @Slot(object)
    def _on_open_found(self, found: tuple[Connection, list[int]]) -> None:
        connection, attempt_ids = found
        if connection == self._session.current:
            self.start(attempt_ids)

    @Slot(object)
    def _on_open_not_found(self, error: Exception) -> None:
        # The history page says what is wrong with the history; there is nothing to add.
        _log.info("open attempts could not be read: %s", type(error).__name__)

    # Deciding ---------------------------------------------------------------------------------------------------

    def _decide(self, finding: Finding, write: Callable[[], None]) -> None:
        if self._is_closed:
            return
        task = self._session.runner.start(Lane.SETUP, write)
        task.succeeded.connect(lambda _nothing: self._on_decided(finding))
        task.failed.connect(self.decision_failed)

    def _on_decided(self, finding: Finding) -> None:
        (attempt_id,) = finding.attempt_ids
        before = self._searches.get(attempt_id)
        self._put(Search(attempt_id, Stage.ENDED, finding=finding))
        self.decided.emit(finding)
        if before is not None and before.finding is not None:
            # What the list could not tell from this one may be clear now.
            left = [self._searches.get(other) for other in before.finding.attempt_ids]
            self.start(
                search.attempt_id for search in left if search is not None and search.stage is Stage.ENDED
            )


def _open_ids(desk: Desk, connection: Connection) -> tuple[Connection, list[int]]:
    attempts = desk.journal.open_attempts(connection)
    return connection, [attempt.attempt_id for attempt in attempts if attempt.outcome is OutcomeKind.UNKNOWN]
