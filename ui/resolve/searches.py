"""Background searches for the results of creates with lost answers, with growing pauses."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.search_schedule import PAUSES, Search, Stage
from koodrive.creation.search_scheduler import SearchScheduler, lost_attempts
from koodrive.messages import Message
from ui.core.tasks import Lane
from ui.session.session import TokenState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from koodrive.creation.matching import Candidate
    from koodrive.journal import Attempt
    from koodrive.models import Connection
    from ui.core.tasks import Task
    from ui.session.session import Session

__all__ = ["DECIDED_BY_USER", "ResolutionSearches", "Search", "Stage"]

_log = logging.getLogger(__name__)

DECIDED_BY_USER = Message("Decided by you.")
"""The evidence of a `LookResult` that is a decision of the user."""


class ResolutionSearches(QObject):
    """The searches for all open attempts of the connection in use.

    They begin by themselves when the token of a connection is at hand, and after an unknown outcome.

    Args:
        session: Which connection is in use.
        pauses: Seconds between one look and the next; by default `koodrive.creation.search_schedule.PAUSES`.

    Signals:
        changed: The number of an attempt whose `Search` is another, as object.
        decided: A `LookResult` with an ending, also after a decision of the user.
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
        self._scheduler = SearchScheduler(
            PAUSES if pauses is None else pauses, on_changed=self.changed.emit, on_decided=self.decided.emit
        )
        self._attempts: dict[int, Attempt] = {}
        self._task: Task | None = None
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        session.token_changed.connect(self.start_all)
        session.token_renewed.connect(self._on_token_renewed)

    @property
    def pauses(self) -> Sequence[float]:
        """Seconds between one look and the next."""
        return self._scheduler.pauses

    def set_pauses(self, pauses: Sequence[float]) -> None:
        """Set the seconds between one look and the next."""
        self._scheduler.pauses = pauses

    def search(self, attempt_id: int) -> Search | None:
        """Return the search for an attempt; None when there is none."""
        return self._scheduler.search(attempt_id)

    @property
    def searches(self) -> list[Search]:
        """Return all searches, in no order that means anything."""
        return self._scheduler.searches

    def attempt(self, attempt_id: int) -> Attempt | None:
        """Return what the history said of an attempt before the last look for it; None before the first."""
        return self._attempts.get(attempt_id)

    def start(self, attempt_ids: Iterable[int], *, anew: bool = False) -> None:
        """Look for attempts of the connection in use, at once; without a token, as soon as there is one.

        Args:
            attempt_ids: Which ones.
            anew: Whether a search that is going on begins anew, too, as its attempt has only now lost its answer.
        """
        if self._may_start:
            self._scheduler.start(attempt_ids, anew=anew)
            self._schedule()

    def resume(self, attempt_id: int) -> None:
        """Look for an attempt that the history may have opened again, whatever an earlier search came to."""
        self._scheduler.reopen(attempt_id)
        self.start([attempt_id])

    def stop(self, attempt_ids: Iterable[int]) -> None:
        """Stop the searches for attempts until `start` is called."""
        self._scheduler.stop(attempt_ids)
        if not self._scheduler.is_look_wanted:
            self._cancel_look()
        self._schedule()

    def stop_all(self) -> None:
        """Look for nothing any more, and forget what is not settled."""
        self._cancel_look()
        self._scheduler.clear()
        self._schedule()

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
        backend = session.backend
        task = session.runner.start(
            Lane.READ, lambda: (connection, lost_attempts(backend.journal, connection)), key="resolver"
        )
        task.succeeded.connect(self._on_open_found)
        task.failed.connect(self._on_open_not_found)

    @Slot()
    def _on_token_renewed(self) -> None:
        if self._may_start:
            self._scheduler.start_rejected()
            self._schedule()

    def adopt(self, attempt_id: int, chosen: Candidate) -> None:
        """Write down that `chosen` is what an attempt has made, as the user says; `decided` follows."""
        connection, backend = self._session.current, self._session.backend
        if connection is not None:
            self._decide(
                LookResult(
                    (attempt_id,), Resolution.DONE, DECIDED_BY_USER, adopted=((attempt_id, chosen.listed.id),)
                ),
                lambda: backend.resolver.adopt(attempt_id, chosen, connection),
            )

    def declare_not_made(self, attempt_id: int) -> None:
        """Write down that an attempt has made nothing, as the user says; `decided` follows."""
        backend = self._session.backend
        self._decide(
            LookResult((attempt_id,), Resolution.NOT_DONE, DECIDED_BY_USER),
            lambda: backend.resolver.declare_not_made(attempt_id),
        )

    # Looking ----------------------------------------------------------------------------------------------------

    @property
    def _may_start(self) -> bool:
        return not self._is_closed and self._session.current is not None and self._session.token is not None

    def _cancel_look(self) -> None:
        """Cancel the look under way; results that it has written by then are still reported."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._scheduler.cancel_look()

    def _schedule(self) -> None:
        """Wake up when the next look is due."""
        may_look = self._task is None and not self._is_closed
        if may_look and self.searches and self._session.is_token_rejected:
            # All calls would be refused; `token_renewed` brings it here again.
            self._session.renewal_wanted.emit()
            may_look = False
        seconds = self._scheduler.seconds_to_next_look()
        if seconds is not None and may_look:
            self._timer.start(round(seconds * 1000))
        else:
            self._timer.stop()

    @Slot()
    def _look(self) -> None:
        session = self._session
        connection, token = session.current, session.token
        if self._is_closed or self._task is not None or connection is None or token is None:
            return
        look = None if session.is_token_rejected else self._scheduler.begin_look()
        if look is None:
            self._schedule()
            return
        backend, cancellation = session.backend, Cancellation()

        def work() -> tuple[list[Attempt], tuple[LookResult, ...]]:
            attempts = backend.journal.attempts.open_attempts(connection)
            return attempts, backend.look(
                look.attempt_ids, connection, token, last=look.last, cancellation=cancellation
            )

        self._task = session.runner.start(Lane.READ, work, cancellation=cancellation, key="resolver")
        self._task.succeeded.connect(self._on_looked)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)

    @Slot(object)
    def _on_looked(self, looked: tuple[list[Attempt], tuple[LookResult, ...]]) -> None:
        attempts, findings = looked
        self._attempts.update({attempt.attempt_id: attempt for attempt in attempts})
        if self.sender() is self._task:
            self._scheduler.end_look(findings)
        else:
            self._scheduler.apply_settled(findings)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._task:
            self._scheduler.fail_look()
            self._session.runner.unhandled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self._scheduler.cancel_look()
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

    def _decide(self, finding: LookResult, write: Callable[[], None]) -> None:
        if self._is_closed:
            return
        task = self._session.runner.start(Lane.SETUP, write)
        task.succeeded.connect(lambda _nothing: self._on_decided(finding))
        task.failed.connect(self.decision_failed)

    def _on_decided(self, finding: LookResult) -> None:
        self._scheduler.decide(finding)
        self._schedule()
