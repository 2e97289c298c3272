"""Counts the attempts of unknown outcome, independently of what the history page is busy with."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.journal import ReadInterruptedError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.backend.backend import Backend
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
        self._count = LatestTask(session.runner, self)
        self._is_stale = False

    @Slot()
    def refresh(self) -> None:
        """Count anew; `counted` follows, unless the history cannot be read, which its page says."""
        if self._count.is_running:
            # One more afterwards does for all that came meanwhile, as one look may settle very many.
            self._is_stale = True
            return
        self._is_stale = False
        backend = self._session.backend
        # Not on the lane of the history, where a search through all of it may take seconds.
        self._count.start(Lane.SETUP, lambda: _count(backend), self._on_counted, self._on_failed)

    def _on_counted(self, count: int) -> None:
        self.counted.emit(count)
        self._refresh_stale()

    def _on_failed(self, error: Exception) -> None:
        _log.info("the open attempts could not be counted: %s", type(error).__name__)
        self._refresh_stale()

    def _refresh_stale(self) -> None:
        if self._is_stale:
            self.refresh()


def _count(backend: Backend) -> int:
    while True:
        try:
            return backend.journal.history.unknown_count()
        except ReadInterruptedError:
            # Meant for a search of the history page, which reads through the same channel.
            continue
