"""Copies requests as texts for a ticket, from wherever the window shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.session.session import Session

MOST_AT_ONCE = 500
"""Attempts in one text; more would be megabytes that no ticket takes."""
_BETWEEN = f"\n{'-' * 72}\n\n"


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
        self.copy_all([attempt_id])

    def copy_all(self, attempt_ids: Sequence[int]) -> None:
        """Copy several attempts as one text; `copied`, with the first of them, or `failed` follows.

        Args:
            attempt_ids: Their numbers in the journal, in the order of the text; at least one, at most `MOST_AT_ONCE`.
        """
        backend = self._session.backend

        def put(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(attempt_ids[0])

        def read() -> str:
            return _BETWEEN.join(map(backend.ticket, attempt_ids))

        self._reading.start(Lane.HISTORY, read, put, self.failed.emit)
