"""Copies requests as texts for a ticket, from wherever the window shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from ui.session.session import Session


class TicketCopying(QObject):
    """Reads an attempt in the background and puts it on the clipboard as a text; of several wishes the last one counts.

    Args:
        session: Gives the backend and the task runner.

    Signals:
        copied: The number of the attempt (an int, as object) whose text is on the clipboard now.
        failed: The exception that kept it from being read; the clipboard is as it was.
    """

    copied = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = LatestTask(session.runner, self, reports_unexpected=True)

    @Slot(object)
    def copy(self, attempt_id: int) -> None:
        """Copy one attempt; `copied` or `failed` follows.

        Args:
            attempt_id: Its number in the journal.
        """
        backend = self._session.backend

        def put(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(attempt_id)

        self._reading.start(Lane.HISTORY, lambda: backend.ticket(attempt_id), put, self.failed.emit)
