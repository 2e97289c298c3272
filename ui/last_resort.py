"""What happens to an exception that nobody caught: it is logged and told in the window, and the app lives on."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from types import TracebackType

    from ui.main_window import MainWindow

_log = logging.getLogger(__name__)


class LastResort(QObject):
    """Takes over Python's hooks for exceptions that were not caught, on whichever thread.

    Args:
        window: Where they are told.
    """

    _happened = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        # Queued: the hooks run on the thread of the exception, and in the middle of whatever it was doing.
        self._happened.connect(window.show_error, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks over, until the process ends."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("not caught", exc_info=(kind, error, trace))
        self._happened.emit(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
