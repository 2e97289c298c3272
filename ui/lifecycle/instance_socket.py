"""The socket at which a second start of KooDesk for the same data directory asks for the window."""

from __future__ import annotations

import logging
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_log = logging.getLogger(__name__)


class InstanceSocket(threading.Thread):
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
        if self._is_stopped:
            return
        self._is_stopped = True
        # Wakes the thread up.
        with socket.socket(socket.AF_UNIX) as call, suppress(OSError):
            call.connect(str(self._path))
        self.join()
