"""Brings the attempts of unknown outcome to the window thread: the numbers of all, and any of them in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from koodrive.api.serialization import request_from_body
from koodrive.journal import HistoryQuery, ReadInterruptedError
from koodrive.models import Action, OutcomeKind
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal import Attempt, Journal
    from koodrive.models import CreateRequest
    from ui.session.session import Session

MOST = 1_000
"""Most attempts that are loaded at once; more cannot be decided in one session."""


@dataclass(frozen=True, slots=True)
class SentAttempt:
    """An attempt and the request that it carried."""

    attempt: Attempt
    request: CreateRequest | None
    """Of a delete, the one that has created what it deletes. None for one that this version does not understand."""


class OpenAttempts(QObject):
    """Reads on the history lane; of several wishes for an attempt only the last one counts.

    Args:
        session: Gives the journal and the task runner.

    Signals:
        listed: The numbers of all open attempts, oldest first, as a list.
        loaded: A `SentAttempt`.
        failed: The exception that kept something from being read.
    """

    listed = Signal(object)
    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listing = LatestTask(session.runner, self)
        self._loading = LatestTask(session.runner, self)

    def list_open(self) -> None:
        """Ask for the numbers of all open attempts (`listed`)."""
        if not self._listing.is_running:
            self._start(self._listing, _open_ids, self.listed.emit, self.list_open)

    def load(self, attempt_id: int) -> None:
        """Ask for one attempt (`loaded`), also when it was read before, as it may have changed."""
        self._start(
            self._loading,
            lambda journal: _sent(journal, attempt_id),
            self.loaded.emit,
            lambda: self.load(attempt_id),
        )

    def _start(
        self,
        latest: LatestTask,
        work: Callable[[Journal], object],
        on_success: Callable[[Any], None],
        restart: Callable[[], None],
    ) -> None:
        def fail(error: Exception) -> None:
            if isinstance(error, ReadInterruptedError):
                # Meant for a search that ran on this lane before.
                restart()
            else:
                self.failed.emit(error)

        backend = self._session.backend
        latest.start(Lane.HISTORY, lambda: work(backend.journal), on_success, fail)


def _open_ids(journal: Journal) -> list[int]:
    query = HistoryQuery(outcomes=frozenset({OutcomeKind.UNKNOWN}), descending=False)
    return [row.attempt_id for row in journal.history.rows(query, 0, MOST)]


def _sent(journal: Journal, attempt_id: int) -> SentAttempt:
    attempt = journal.history.attempt(attempt_id)
    if attempt.action == Action.DELETE and attempt.of_attempt is not None:
        # It carries an ID alone; what it takes back is what people know.
        create = journal.history.attempt(attempt.of_attempt)
        return SentAttempt(attempt, request_from_body(create.kind, create.body))
    return SentAttempt(attempt, request_from_body(attempt.kind, attempt.body))
