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

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from PySide6.QtNetwork import QLocalServer

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
        self._listener: _Listener | None = None
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
                f"KooDesk cannot write into the data directory {self._data_dir}. Check its permissions and whether"
                " the disk is full, or name another one with --data-dir."
            )
        if self._raise_other():
            raise DirectoryInUseError("KooDesk is open already.", was_raised=True)
        process, host, _program = self._lock.getLockInfo()
        owner = f"process {process} on {host}" if process > 0 else "nobody that can be told"
        raise DirectoryInUseError(
            f"The data directory {self._data_dir} belongs to another KooDesk ({owner}), which does not answer. If it"
            f" is not running any more, delete the file {self._path} and start again."
        )

    @Slot()
    def listen(self) -> None:
        """Hear from now on when another process is started for the directory; does not block."""
        if os.name == "posix":
            self._listener = _Listener(Path(QtCore.QDir.tempPath()) / self._name, self._called.emit)
            self._listener.start()
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - can wait until the window stands

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(self._name):
            _log.warning("requests of a second start cannot be received: %s", self._server.errorString())

    def release(self) -> None:
        """Give the directory back; blocks, and may be called on any thread and twice."""
        with self._releasing:
            if self._listener is not None:
                self._listener.stop()
            # Nothing where it is another process's by now.
            self._lock.unlock()

    def _raise_other(self) -> bool:
        """Ask the process that uses the directory to show its window; return whether it confirmed."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - can wait until the window stands

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
        return answered and socket.readAll().data() == _ANSWER

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


class _Listener(threading.Thread):
    """Accepts connections on a Unix socket, whose file is made and removed on this thread: a disk may take its time.

    On Windows there is no file, and Qt's own server does.

    Args:
        path: The file of the socket; one that a dead process has left is replaced.
        on_connection: Called on this thread with each connection, to be answered and closed; raises `RuntimeError` when
            there is no window any more.
    """

    def __init__(self, path: Path, on_connection: Callable[[socket.socket], object]) -> None:
        super().__init__(name="koodesk-instance", daemon=True)
        self._path = path
        self._on_connection = on_connection
        self._is_stopped = False

    def run(self) -> None:
        """Listen until `stop`."""
        import socket  # noqa: PLC0415 - not needed to start

        with socket.socket(socket.AF_UNIX) as server:
            try:
                self._path.unlink(missing_ok=True)
                server.bind(str(self._path))
                server.listen()
            except OSError as error:
                _log.warning("requests of a second start cannot be received: %s", error.strerror or error)
                return
            if not self._is_stopped:
                with suppress(OSError):
                    self._accept(server)
        with suppress(OSError):
            self._path.unlink()

    def _accept(self, server: socket.socket) -> None:
        while True:
            connection, _address = server.accept()
            if self._is_stopped:
                connection.close()
                return
            with suppress(RuntimeError):
                self._on_connection(connection)

    def stop(self) -> None:
        """End the thread and remove the file; blocks."""
        import socket  # noqa: PLC0415 - not needed to start

        if self._is_stopped:
            return
        self._is_stopped = True
        # Wakes the thread up.
        with socket.socket(socket.AF_UNIX) as call, suppress(OSError):
            call.connect(str(self._path))
        self.join()


def _socket_name(data_dir: Path) -> str:
    """Return where to listen: in the data directory, which is the user's alone, as far as the system can."""
    path = str(data_dir.resolve() / SOCKET_FILE)
    if os.name == "posix" and len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
        return path
    algorithm = QtCore.QCryptographicHash
    digest = algorithm.hash(path.encode(), algorithm.Algorithm.Sha256)
    return "koodesk-" + bytes(digest.toHex().data()).decode()[:24]
