"""Orderly end of the application, with a visible, bounded wait for tasks under way."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.session.session import Session

CANCEL_AFTER_MS = 4_000
GIVE_UP_AFTER_MS = 8_000
LINGER_MS = 80_000
"""Further wait for a session refresh under way: as long as the call and the keyring may take."""

_ONLY_READ = (Lane.KEYRING, Lane.READ, Lane.FILES)
_NO_RENEWAL = tuple(lane for lane in Lane if lane is not Lane.RENEWAL)


class Shutdown(QObject):
    """Waits for the tasks, closes the backend, ends the lanes; the window thread is never blocked.

    Tasks that take longer than a few seconds are cancelled; those that cannot be, such as a keyring that waits
    for its password, are left behind on their daemon threads. The renewal of a session is waited for longer, as its
    answer may be the only one that has the new tokens while the old ones have ended.

    Args:
        session: Gives the tasks that are waited for, and the backend, which is closed after them.

    Signals:
        done: The application may end.
        lingers: A session that is being renewed is all that is waited for; `end_lingering` ends that.
    """

    done = Signal()
    lingers = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = session.runner
        self._session = session
        self._is_running = False
        self._may_linger = True
        self._is_lingering = False
        self._is_closing_backend = False
        self._cancel = self._timer(CANCEL_AFTER_MS, self._on_patience_over)
        self._give_up = self._timer(GIVE_UP_AFTER_MS, self._on_give_up)
        self._last: list[Callable[[], object]] = []

    @property
    def is_running(self) -> bool:
        """Whether `start` was called."""
        return self._is_running

    def close_last(self, *work: Callable[[], object]) -> None:
        """Do `work` in the background, one after the other, after the backend has been closed.

        Args:
            work: Blocking calls without arguments, which may be made twice.
        """
        self._last += work

    def start(self) -> None:
        """Begin; `done` follows within `GIVE_UP_AFTER_MS`, or after `lingers` within `LINGER_MS`.

        Read-only tasks, such as those of the keyring or the service's lists, are cancelled at once; a create gets
        a few seconds for its answer.
        """
        self._is_running = True
        self._give_up.start()
        self._runner.drained.connect(self._on_drained)
        self._runner.idle.connect(self._on_idle)
        self._runner.cancel_all(_ONLY_READ)
        if self._runner.is_busy:
            self._cancel.start()
        else:
            self._on_drained()

    def hurry(self) -> None:
        """Wait for nothing longer than a few seconds, also not for a session that is being renewed."""
        self._may_linger = False
        self.end_lingering()

    @Slot()
    def end_lingering(self) -> None:
        """Wait no longer for a session that is being renewed, where that is all that is waited for."""
        if self._is_lingering:
            self._runner.cancel_all()
            self._stop_lingering()

    @Slot()
    def _on_patience_over(self) -> None:
        renewals = self._runner.tasks_of(Lane.RENEWAL)
        if not (renewals and self._may_linger):
            self._runner.cancel_all()
            return
        self._runner.cancel_all(_NO_RENEWAL)
        self._is_lingering = True
        self._give_up.start(LINGER_MS)
        for task in renewals:
            task.finished.connect(self._on_renewed)
        self.lingers.emit()

    @Slot()
    def _on_renewed(self) -> None:
        # Also what somebody has begun with the fresh token.
        self._runner.cancel_all(_NO_RENEWAL)
        if not self._runner.is_lane_busy(Lane.RENEWAL):
            self._stop_lingering()

    def _stop_lingering(self) -> None:
        if self._is_lingering:
            self._is_lingering = False
            # What cannot be cancelled either gets its moment, and no more.
            self._give_up.start(GIVE_UP_AFTER_MS - CANCEL_AFTER_MS)

    def _timer(self, milliseconds: int, action: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    @Slot()
    def _on_drained(self) -> None:
        if not self._is_closing_backend:
            self._is_closing_backend = True
            self._runner.start(Lane.SETUP, lambda: _call_all([self._session.close_backend, *self._last]))
            self._runner.close()

    @Slot()
    def _on_give_up(self) -> None:
        # Not waited for: the disk may be what has not answered.
        threading.Thread(target=_call_all, args=(self._last,), name="koodesk-end", daemon=True).start()
        self.done.emit()

    @Slot()
    def _on_idle(self) -> None:
        self._cancel.stop()
        self._give_up.stop()
        self.done.emit()


def _call_all(work: list[Callable[[], object]]) -> None:
    """Make the calls in their order, whatever one of them raises."""
    with ExitStack() as stack:
        for call in reversed(work):
            stack.callback(call)
