"""Reads everything that the service lists, in the background, for the page that shows it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from koodrive.core.deadline import Cancellation
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.session.session import TokenState
from ui.texts.name_order import name_places

if TYPE_CHECKING:
    from koodrive.listing.live import LiveView
    from koodrive.models import Connection
    from ui.session.session import Session

STALE_SECONDS = 300.0
"""After this time the lists are read anew when the page is shown."""
_PROGRESS_SECONDS = 0.1


class LiveReader(QObject):
    """Reads the lists of the connection in use, once at a time.

    Args:
        session: Which connection is in use.

    Signals:
        began: The lists are being read.
        progressed: How many rows have come so far.
        read: The `LiveView`, and the place of each of its names in their order (a dict).
        forgotten: Another connection is in use, and what was read is that of the last one.
        failed: What kept them from being read; an `AuthenticationError` wants a new token.
        stopped: The user stopped it.
    """

    began = Signal()
    progressed = Signal(int)
    read = Signal(object, object)
    forgotten = Signal()
    failed = Signal(object)
    stopped = Signal()

    _counted = Signal(object, int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read = LatestTask(session.runner, self)
        self._cancellation: Cancellation | None = None
        self._connection: Connection | None = None
        self._read_at = float("-inf")
        self._began_at = self._known_until = self._expired_at = float("-inf")
        # The count comes from the thread that reads.
        self._counted.connect(self._on_counted, Qt.ConnectionType.QueuedConnection)
        session.current_changed.connect(self._on_current_changed)

    @property
    def is_busy(self) -> bool:
        """Whether the lists are being read."""
        return self._read.is_running

    @property
    def can_begin(self) -> bool:
        """Whether there is a connection with a token."""
        return self._session.current is not None and self._session.token_state is TokenState.READY

    @property
    def is_stale(self) -> bool:
        """Whether the last read is old or missing, or something has been made since it began."""
        is_old = time.monotonic() - self._read_at > STALE_SECONDS
        return is_old or self._known_until <= self._expired_at

    def expire(self) -> None:
        """Mark the last read, or the one under way, as old, as something has been created since."""
        self._expired_at = time.monotonic()

    @Slot()
    def begin(self) -> None:
        """Read the lists, unless they are being read."""
        session = self._session
        connection, token = session.current, session.token
        if self.is_busy or connection is None or token is None or session.runner.is_closed:
            return
        backend, cancellation = session.backend, Cancellation()
        self._connection, self._cancellation = connection, cancellation
        self._began_at = time.monotonic()
        told_at = 0.0

        def progress(count: int) -> None:
            nonlocal told_at
            if time.monotonic() - told_at > _PROGRESS_SECONDS:
                told_at = time.monotonic()
                self._counted.emit(cancellation, count)

        def work() -> tuple[LiveView, dict[str, int]]:
            view = backend.live(connection, token, cancellation, progress)
            # Here, as many names take a second to be put in order.
            return view, name_places(row.name for row in view.rows)

        self._read.start(
            Lane.READ,
            work,
            on_success=self._on_read,
            on_error=self.failed.emit,
            key="live",
            cancellation=cancellation,
        )
        self.began.emit()

    @Slot()
    def stop(self) -> None:
        """Stop reading; earlier results stay."""
        if self.is_busy:
            self._read.cancel()
            self.stopped.emit()

    @Slot(object, int)
    def _on_counted(self, cancellation: Cancellation, count: int) -> None:
        if self.is_busy and cancellation is self._cancellation:
            self.progressed.emit(count)

    def _on_read(self, found: tuple[LiveView, dict[str, int]]) -> None:
        self._read_at, self._known_until = time.monotonic(), self._began_at
        self.read.emit(*found)

    @Slot()
    def _on_current_changed(self) -> None:
        current = self._session.current
        if self._connection is not None and current != self._connection:
            self._read.cancel()
            self._connection = None
            self._read_at = float("-inf")
            self.forgotten.emit()
