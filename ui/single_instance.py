"""One window for one data directory: a second start raises the first one's window and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

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
        digest = QCryptographicHash.hash(
            str(data_dir.resolve()).encode(), QCryptographicHash.Algorithm.Sha256
        )
        self._name = "koodesk-" + bytes(digest.toHex().data()).decode()[:24]
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Return whether the directory is ours now."""
        return self._lock.tryLock(0)

    @Slot()
    def listen(self) -> None:
        """Hear from now on when another process is started for the directory."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - can wait until the window stands

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def raise_other(self) -> bool:
        """Ask the process that holds the directory to show its window; return whether it could be asked."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - as above

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
