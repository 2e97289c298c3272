"""Handling of unhandled exceptions: log, one dialog, and the application goes on."""

from __future__ import annotations

import atexit
import logging
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from koodrive.core.deadline import CancelledByUserError
from koodrive.core.lazy import load
from koodrive.errors import KoodriveError
from koodrive.logs.formatter import safe_line
from koodrive.logs.setup import LogWriter

if TYPE_CHECKING:
    from types import TracebackType

    from ui.main_window.main_window import MainWindow
    from ui.support.error_dialog import ProblemDialog

_qt_log = logging.getLogger("ui.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_REMIND_SECONDS = 10.0
"""Least time between two messages that a known error has happened again."""

_PEACE_SECONDS = 1.0


class ExceptionHook(QObject):
    """Installs the hooks of Python and Qt for unhandled exceptions, on all threads.

    The first of each kind opens the dialog, or is added to it; what happens again is only counted, as something that
    fails while it is painted fails with every frame.

    Args:
        window: Over which the dialog stands.
    """

    _happened = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._errors = window.support.errors
        self._dialog: ProblemDialog | None = None
        self._has_new = False
        self._is_announced = False
        self._next_reminder = time.monotonic()
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Queued: the hooks run on the thread of the exception, and in the middle of whatever it was doing.
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks over."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)
        # Qt still speaks when there is no interpreter any more to listen.
        atexit.register(qInstallMessageHandler, None)
        unhandled = self._window.session.runner.unhandled
        unhandled.disconnect(self._window.messages.show_error)
        unhandled.connect(self._on_unhandled)

    def uninstall(self) -> None:
        """Restore the previous hooks."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        qInstallMessageHandler(None)
        atexit.unregister(qInstallMessageHandler)

    # The hooks, on any thread -----------------------------------------------------------------------------------

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._note(error, trace, f"thread {threading.current_thread().name}")

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            name = arguments.thread.name if arguments.thread else "unknown"
            self._note(arguments.exc_value, arguments.exc_traceback, f"thread {name}")

    def _on_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            # Only the name of the type: the object itself may be half gone.
            where = f"{arguments.err_msg or 'ignored'}: {type(arguments.object).__name__}"
            self._note(arguments.exc_value, arguments.exc_traceback, where)

    def _note(self, error: BaseException, trace: TracebackType | None, where: str) -> None:
        is_new = self._errors.add(error, trace, where)
        if is_new:
            _write_to_terminal(self._errors.records[-1].details)
        self._announce(is_new=is_new)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        level = _LEVELS.get(kind, logging.WARNING)
        _qt_log.log(level, "%s: %s", context.category, message)
        if level >= logging.WARNING:
            _write_to_terminal(safe_line(message))
        if kind is QtMsgType.QtCriticalMsg:
            self._announce(is_new=self._errors.add_text(message, "Qt"))
        elif kind is QtMsgType.QtFatalMsg:
            # Qt ends the process right after this.
            for handler in logging.getLogger().handlers:
                if isinstance(handler, LogWriter):
                    handler.drain()

    def _announce(self, *, is_new: bool) -> None:
        self._has_new = self._has_new or is_new
        if self._is_announced:
            return
        self._is_announced = True
        # Where the window is gone, the log has it.
        with suppress(RuntimeError):
            self._happened.emit()

    # On the window thread ---------------------------------------------------------------------------------------

    @Slot(object)
    def _on_unhandled(self, error: Exception) -> None:
        if isinstance(error, KoodriveError):
            self._window.messages.show_error(error)
        elif not isinstance(error, CancelledByUserError):
            self._note(error, error.__traceback__, "background task")

    @Slot()
    def _on_happened(self) -> None:
        self._is_announced = False
        has_new, self._has_new = self._has_new, False
        if not self._window.isVisible():
            return
        if self._dialog is not None:
            self._dialog.show_errors(self._errors)
        elif has_new:
            self._open()
        elif time.monotonic() >= self._next_reminder:
            self._next_reminder = time.monotonic() + _REMIND_SECONDS
            self._window.messages.notice.show_content(
                "problem",
                self.tr("The same problem has happened again"),
                self.tr("Help > Support bundle… collects what is needed to find out why."),
                actions=[("dismiss", self.tr("Dismiss"))],
            )

    @Slot()
    def _open(self) -> None:
        dialog: ProblemDialog = load("ui.support.error_dialog:ProblemDialog")(self._window)
        dialog.show_errors(self._errors)
        dialog.bundle_requested.connect(self._on_bundle_requested)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_bundle_requested(self) -> None:
        self._window.support.open_bundle(self._dialog)

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None
        # What fails while it is painted fails as soon as the dialog does not cover it any more.
        self._next_reminder = time.monotonic() + _PEACE_SECONDS


def _write_to_terminal(text: str) -> None:
    """Write a redacted text to the terminal, if there is one."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{text.rstrip()}\n")
