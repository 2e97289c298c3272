"""Starts KooDesk: reads the command line, builds the application and runs it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window.main_window import MainWindow


def main() -> int:
    """Run KooDesk until its window is closed.

    Returns:
        The exit code of the process.
    """
    # Until the window stands, nothing that is loaded is garbage; afterwards see `ui.lifecycle.garbage_collection`.
    gc.disable()
    from ui.lifecycle import qt_check  # noqa: PLC0415 - `koodesk` is imported as a script's entry point

    reason = qt_check.refusal_here()
    if reason is not None:
        _screen = qt_check.screen()
        return _report_failed_start(SystemExit(reason))
    from ui.app import build, has_display  # noqa: PLC0415 - after the binding is known to be sound
    from ui.lifecycle.command_line import parse  # noqa: PLC0415

    options = parse(sys.argv[1:])
    if options.tour is not None:
        from ui.tour.tour import run  # noqa: PLC0415 - only the tour needs Qt's test module

        return run(sys.argv, options.tour)
    if not has_display():
        sys.stderr.write(
            "KooDesk: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
            "Start it on a desktop, or play the tour without a screen: main.py --tour DIR\n"
        )
        return 1
    try:
        application, window = build(sys.argv)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - who double-clicks KooDesk sees no terminal
        return _report_failed_start(error)
    window.loaded.connect(lambda: _install_hooks(window))
    return int(application.exec())


def _install_hooks(window: MainWindow) -> None:
    """Connect unhandled exceptions and the operating system's signals with the window."""
    from ui.lifecycle.excepthook import ExceptionHook  # noqa: PLC0415 - nothing waits for it before the first paint
    from ui.lifecycle.os_signals import UnixSignalHandler  # noqa: PLC0415

    ExceptionHook(window).install()
    UnixSignalHandler(window).install()


def _report_failed_start(error: BaseException) -> int:
    """Show why KooDesk cannot start, and return the exit code."""
    if isinstance(error, SystemExit) and not isinstance(error.code, str):
        raise error
    from ui.lifecycle.start_failure import report  # noqa: PLC0415 - hopefully never needed

    box = report(error)
    if box is not None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        box.open()
        QApplication.exec()
    return 1


if __name__ == "__main__":
    sys.exit(main())
