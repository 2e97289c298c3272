"""One window for one data directory: a second start raises the first one's window and ends."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

LOCK_FILE = "koodesk.lock"
_CONNECT_MS = 1_000


class SingleInstance(QObject):
    """Holds a data directory for this process.

    The lock of a process that died is taken over; the lock file says which process it was.

    Args:
        data_dir: The directory, which has to exist.

    Signals:
        raise_requested: Another process was started for the same directory.
    """

    raise_requested = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(data_dir / LOCK_FILE))
        self._lock.setStaleLockTime(0)
        self._name = "koodesk-" + hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:24]
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Return whether the directory is ours now."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)
        return True

    def raise_other(self) -> bool:
        """Ask the process that holds the directory to show its window; return whether it could be asked."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(_CONNECT_MS)
        socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Give the directory back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        if self._server is not None:
            self._server.nextPendingConnection().deleteLater()
            self.raise_requested.emit()
