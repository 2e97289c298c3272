"""Counts the attempts of unknown outcome, independently of what the history page is busy with."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.journal import ReadInterruptedError
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.backend.backend import Backend
    from ui.core.tasks import Task
    from ui.session.session import Session

_log = logging.getLogger(__name__)


class OpenAttemptCounter(QObject):
    """Says how many attempts have no known outcome, whatever connection they belong to.

    Args:
        session: Gives the journal and the task runner.

    Signals:
        counted: How many there are.
    """

    counted = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._is_stale = False

    @Slot()
    def refresh(self) -> None:
        """Count anew; `counted` follows, unless the history cannot be read, which its page says."""
        backend, runner = self._session.backend, self._session.runner
        if self._task is not None:
            # One more afterwards does for all that came meanwhile, as one look may settle very many.
            self._is_stale = True
            return
        if runner.is_closed:
            return
        self._is_stale = False
        # Not on the lane of the history, where a search through all of it may take seconds.
        self._task = runner.start(Lane.SETUP, lambda: _count(backend))
        self._task.succeeded.connect(self._on_counted)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self.counted.emit(count)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        _log.info("the open attempts could not be counted: %s", type(error).__name__)

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        if self._is_stale:
            self.refresh()


def _count(backend: Backend) -> int:
    while True:
        try:
            return backend.journal.history.unknown_count()
        except ReadInterruptedError:
            # Meant for a search of the history page, which reads through the same channel.
            continue
