"""Brings the attempts of unknown outcome to the window thread: the numbers of all, and any of them in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.api.serialization import request_from_body
from koodrive.journal import HistoryQuery, ReadInterruptedError
from koodrive.models import OutcomeKind
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal import Attempt, Journal
    from koodrive.models import CreateRequest
    from ui.core.tasks import Task
    from ui.session.session import Session

MOST = 1_000
"""How many are brought at once; nobody decides on more in one go."""


@dataclass(frozen=True, slots=True)
class SentAttempt:
    """An attempt and the request that it carried."""

    attempt: Attempt
    request: CreateRequest | None
    """None for one that this version does not understand."""


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
        self._wanted: int | None = None
        self._listing: Task | None = None
        self._loading: Task | None = None

    def list_open(self) -> None:
        """Ask for the numbers of all open attempts (`listed`)."""
        if self._listing is None:
            self._listing = self._start(_open_ids, self._on_listed)

    def load(self, attempt_id: int) -> None:
        """Ask for one attempt (`loaded`), also when it was read before, as it may have changed."""
        self._wanted = attempt_id
        self._loading = self._start(lambda journal: _sent(journal, attempt_id), self._on_loaded)

    def _start(self, work: Callable[[Journal], object], then: Callable[[Any], None]) -> Task | None:
        session = self._session
        if session.runner.is_closed:
            return None
        task = session.runner.start(Lane.HISTORY, lambda: work(session.backend.journal))
        task.succeeded.connect(then)
        task.failed.connect(self._on_failed)
        return task

    @Slot(object)
    def _on_listed(self, attempt_ids: list[int]) -> None:
        self._listing = None
        self.listed.emit(attempt_ids)

    @Slot(object)
    def _on_loaded(self, sent: SentAttempt) -> None:
        if self.sender() is self._loading:
            self._loading = None
            self.loaded.emit(sent)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        is_listing, is_loading = self.sender() is self._listing, self.sender() is self._loading
        if is_listing:
            self._listing = None
        if is_loading:
            self._loading = None
        if not isinstance(error, ReadInterruptedError):
            if is_listing or is_loading:
                self.failed.emit(error)
        # Meant for a search that ran on this lane before.
        elif is_listing:
            self.list_open()
        elif is_loading and self._wanted is not None:
            self.load(self._wanted)


def _open_ids(journal: Journal) -> list[int]:
    query = HistoryQuery(outcomes=frozenset({OutcomeKind.UNKNOWN}), descending=False)
    return [row.attempt_id for row in journal.history.rows(query, 0, MOST)]


def _sent(journal: Journal, attempt_id: int) -> SentAttempt:
    attempt = journal.history.attempt(attempt_id)
    return SentAttempt(attempt, request_from_body(attempt.kind, attempt.body))
