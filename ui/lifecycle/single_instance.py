"""One window for one data directory: a second start raises the first one's window and ends."""

from __future__ import annotations

import logging
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from koodrive.core.lazy import load

if TYPE_CHECKING:
    import socket

    from PySide6.QtNetwork import QLocalServer

    from ui.lifecycle.instance_socket import InstanceSocket

LOCK_FILE = "koodesk.lock"
SOCKET_FILE = "koodesk.socket"
_ANSWER = b"raised"
_WAIT_MS = 2_000
# Unix allows no longer names for sockets.
_LONGEST_SOCKET_PATH = 100

_log = logging.getLogger(__name__)


class DirectoryInUseError(Exception):
    """Raised when the data directory is in use or cannot be locked; its text is for the user.

    Args:
        message: What keeps it, and what to do.
        was_raised: Whether the process that has it has shown its window.
    """

    def __init__(self, message: str, *, was_raised: bool = False) -> None:
        super().__init__(message)
        self.was_raised = was_raised


class SingleInstance(QObject):
    """Holds a data directory for this process.

    The lock of a process that died on this computer is taken over.

    Args:
        data_dir: The directory, which has to exist.

    Signals:
        raise_requested: Another process was started for the same directory.
    """

    raise_requested = Signal()

    _called = Signal(object)

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._path = data_dir / LOCK_FILE
        self._lock = QLockFile(str(self._path))
        # A lock never grows old while its process lives.
        self._lock.setStaleLockTime(0)
        self._name = _socket_name(data_dir)
        self._server: QLocalServer | None = None
        self._listener: InstanceSocket | None = None
        self._releasing = threading.Lock()
        self._called.connect(self._on_called)

    def acquire(self) -> None:
        """Take the directory.

        Raises:
            DirectoryInUseError: When it is another process's, or the lock cannot be written.
        """
        if self._lock.tryLock(0):
            return
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            raise DirectoryInUseError(
                self.tr(
                    "KooDesk cannot write into the data directory {path}. Check its permissions and whether the disk"
                    " is full, or name another one with --data-dir."
                ).format(path=self._data_dir)
            )
        if self._raise_other():
            raise DirectoryInUseError(self.tr("KooDesk is open already."), was_raised=True)
        process, host, _program = self._lock.getLockInfo()
        owner = (
            self.tr("process {process} on {host}").format(process=process, host=host)
            if process > 0
            else self.tr("nobody that can be told")
        )
        raise DirectoryInUseError(
            self.tr(
                "The data directory {path} belongs to another KooDesk ({owner}), which does not answer. If it is not"
                " running any more, delete the file {lock} and start again."
            ).format(path=self._data_dir, owner=owner, lock=self._path)
        )

    @Slot()
    def listen(self) -> None:
        """Hear from now on when another process is started for the directory; does not block."""
        if os.name == "posix":
            self._listener = load("ui.lifecycle.instance_socket:InstanceSocket")(
                Path(QtCore.QDir.tempPath()) / self._name, self._called.emit
            )
            self._listener.start()
            return
        local_server = load("PySide6.QtNetwork:QLocalServer")
        local_server.removeServer(self._name)
        self._server = server = local_server(self)
        server.setSocketOptions(local_server.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        if not server.listen(self._name):
            _log.warning("requests of a second start cannot be received: %s", server.errorString())

    def release(self) -> None:
        """Give the directory back; blocks, and may be called on any thread and twice."""
        with self._releasing:
            if self._listener is not None:
                self._listener.stop()
            # Nothing where it is another process's by now.
            self._lock.unlock()

    def _raise_other(self) -> bool:
        """Ask the process that uses the directory to show its window; return whether it confirmed."""
        other = load("PySide6.QtNetwork:QLocalSocket")()
        other.connectToServer(self._name)
        answered = other.waitForConnected(_WAIT_MS) and other.waitForReadyRead(_WAIT_MS)
        return bool(answered and other.readAll().data() == _ANSWER)

    @Slot(object)
    def _on_called(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.sendall(_ANSWER)
        self.raise_requested.emit()

    @Slot()
    def _on_connection(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(_ANSWER)
        socket.flush()
        socket.disconnectFromServer()
        self.raise_requested.emit()


def _socket_name(data_dir: Path) -> str:
    """Return where to listen: in the data directory, which is the user's alone, as far as the system can."""
    path = str(data_dir.resolve() / SOCKET_FILE)
    if os.name == "posix" and len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
        return path
    algorithm = QtCore.QCryptographicHash
    digest = algorithm.hash(path.encode(), algorithm.Algorithm.Sha256)
    return "koodesk-" + bytes(digest.toHex().data()).decode()[:24]
