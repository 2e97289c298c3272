"""Runs KooDesk through `main.py` with one failure in it, for `test_crashes.py`.

``crashing_process.py DEED DATA_DIR``: prints the later events of the window as JSON lines.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QObject,
    QPointF,
    Qt,
    QTimer,
    Slot,
    qFatal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView

import main
import ui.app

CANARY = "canary-1679091c5a880faf6fb5e6087eb1b2dc"


class Unreadable(QAbstractTableModel):
    """Item model whose `data` raises."""

    def rowCount(self, _parent=None):  # noqa: N802 - Qt's name
        return 5

    def columnCount(self, _parent=None):  # noqa: N802 - Qt's name
        return 2

    def data(self, _index, _role=0):
        raise KeyError(f"no such cell; Authorization: Bearer {CANARY}")


class Deed(QObject):
    """Causes the failure when the window works, and then creates an album."""

    def __init__(self, deed, window):
        super().__init__(window)
        self._deed, self._window = deed, window
        self._is_done = False
        self._has_told = self._is_sent = False
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._advance)
        self._timer.start()

    @Slot()
    def _advance(self):
        window = self._window
        if window.session.token is None or window.session.runner.is_busy:
            return
        if not self._is_done:
            self._is_done = True
            QTimer.singleShot(0, getattr(self, f"_do_{self._deed}"))
        elif (dialog := QApplication.activeModalWidget()) is not None:
            self._has_told = True
            report(dialog=dialog.objectName())
            dialog.close()
        elif self._has_told and not self._is_sent:
            self._is_sent = True
            window.findChild(QLineEdit, "album.name").insert("After the storm")
            click(window.findChild(QAbstractButton, "album.create"))
        elif window.activity.newest_outcome("album") is not None or self._deed == "nothing":
            outcome = window.activity.newest_outcome("album")
            self._timer.stop()
            report(notice=window.messages.notice.accessibleName(), outcome=outcome and str(outcome.kind))
            window.quit_without_question()

    @Slot()
    def _do_nothing(self):
        pass

    @Slot()
    def _do_slot(self):
        raise ValueError(f"in a slot; token={CANARY}")

    @Slot()
    def _do_model(self):
        table = QTableView(self._window)
        table.setModel(Unreadable(table))
        table.setGeometry(0, 0, 400, 300)
        table.show()

    @Slot()
    def _do_abort(self):
        os.abort()

    @Slot()
    def _do_segfault(self):
        ctypes.string_at(0)

    @Slot()
    def _do_fatal(self):
        qFatal(f"no way on; Bearer {CANARY}")


def click(button):
    """Click as the desktop does: the events come from the event loop, not from a call."""
    middle = QPointF(button.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(
            kind, middle, QPointF(button.mapToGlobal(middle)), left, held, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.postEvent(button, event)


def report(**facts):
    """Print a JSON line at once."""
    sys.stdout.write(f"{json.dumps(facts)}\n")
    sys.stdout.flush()


def run(deed, data_dir):
    """Run `main.main` with the failure."""
    build = ui.app.build

    def build_and_watch(argv):
        if deed == "start":
            raise RuntimeError(f"cannot even start; password={CANARY}")
        application, window = build(argv)
        window.deed = Deed(deed, window)
        return application, window

    ui.app.build = build_and_watch
    sys.argv = ["main.py", "--sandbox", "--data-dir", data_dir]
    return main.main()


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
