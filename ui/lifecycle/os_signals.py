"""Ctrl+C in the terminal and the operating system's wish to end: the window closes in order, without a question."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from ui.main_window.main_window import MainWindow


class UnixSignalHandler(QObject):
    """Brings signals of the operating system to the window thread.

    Python runs its signal handlers only between its own instructions, and Qt's event loop has none of them; so
    the number of a signal travels through a socket that Qt watches.

    Args:
        window: What is closed.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def install(self) -> None:
        """Take over the signals that ask a process to end, as far as the system has them."""
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _do_nothing)

    @Slot()
    def _on_signal(self) -> None:
        self._reader.recv(64)
        self._window.quit_without_question()


def _do_nothing(*_details: object) -> None:
    """Let Python write the number of the signal to the socket; a handler has to be there for that."""
