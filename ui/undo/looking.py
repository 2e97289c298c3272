"""Reads what is to be taken back again, one object after the other, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from koodrive.backend.undoing import look_before_undo
from koodrive.core.deadline import Cancellation
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.creation.undo.models import UndoLook
    from ui.session.session import Session

KEY = "undo"
"""Queue of the reading lane."""


class UndoLooking(QObject):
    """Looks at several attempts; the next one when the one before has been looked at.

    Args:
        session: Connection and token to read with, journal, task runner.
        parent: Owner.

    Signals:
        progressed: Number of attempts that have been looked at (int).
        looked: All `UndoLook`s, in the order of the attempts (a list, as object).
        failed: What kept the next one from being looked at.
    """

    progressed = Signal(int)
    looked = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task = LatestTask(session.runner, self)
        self._left: list[int] = []
        self._looks: list[UndoLook] = []

    @property
    def is_running(self) -> bool:
        """Whether something is being read."""
        return self._task.is_running

    def start(self, attempt_ids: Sequence[int]) -> None:
        """Look at all of `attempt_ids` anew; `looked` or `failed` follows. Needs a connection with a token."""
        self._left, self._looks = list(attempt_ids), []
        self._look_at_next()

    def cancel(self) -> None:
        """Read no more, and report nothing."""
        self._left = []
        self._task.cancel()

    def close(self) -> None:
        """Read no more; outlive the parent until the call under way has ended."""
        self.cancel()
        self._task.detach()

    def _look_at_next(self) -> None:
        session, cancellation = self._session, Cancellation()
        connection, token = session.current, session.token
        if not self._left:
            self.looked.emit(self._looks)
            return
        if connection is None or token is None:
            return
        attempt_id, backend = self._left[0], session.backend
        self._task.start(
            Lane.READ,
            lambda: look_before_undo(backend, attempt_id, connection, token, cancellation),
            self._on_looked,
            self.failed.emit,
            key=KEY,
            cancellation=cancellation,
        )

    def _on_looked(self, look: UndoLook) -> None:
        self._looks.append(look)
        self._left = self._left[1:]
        self.progressed.emit(len(self._looks))
        self._look_at_next()
