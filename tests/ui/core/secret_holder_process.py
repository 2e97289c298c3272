"""A program that puts a secret on the clipboard and says on its output when it has counted to the end."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QMetaObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from ui.core.clipboard import SecretClipboard


def main(secret: str, seconds: float, own: str | None = None) -> int:
    """Hold `secret` for `seconds`, or until it copies `own` itself; end when a line comes in."""
    application = QGuiApplication(sys.argv[:1])
    holder = SecretClipboard(seconds=seconds)

    def quit_on_request() -> None:
        sys.stdin.readline()
        QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)

    holder.counted.connect(lambda left: None if left else report("gone"))
    holder.copy(secret)
    report("held")
    if own is not None:
        QTimer.singleShot(0, application, lambda: QGuiApplication.clipboard().setText(own))
    threading.Thread(target=quit_on_request, daemon=True).start()
    return int(application.exec())


def report(word: str) -> None:
    """Report the progress to the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), *sys.argv[3:]))
