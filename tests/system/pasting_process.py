"""Runs KooDesk through `main.py` and creates a pasted table, for `test_pasted_table.py`.

``pasting_process.py DATA_DIR TABLE``: gives the connection its token; opens Create many, pastes the text of the file
TABLE as people do, waits for the plan, mends the first problem by keyboard, leaves out the others, presses the button
that creates the ready rows, and copies the result. It prints what it has seen as a line of JSON, and quits.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget
from window_program import run_operated

from koodrive.sandbox import SANDBOX_TOKEN

HAND_SECONDS = 0.3
"""Between one press and the next."""
MENDED = "Customer mended"


class Paster(QObject):
    """Performs one step after the other when the window is ready for it, no faster than a hand."""

    def __init__(self, window, text):
        super().__init__(window)
        self._window = window
        self._text = text
        self._seen = {}
        self._steps = [
            self._begin,
            self._open_page,
            self._paste,
            self._go_to_problem,
            self._mend,
            self._start,
            self._wait,
            self._copy,
            self._end,
        ]
        self._not_before = 0.0
        timer = QTimer(self)
        timer.timeout.connect(self._do)
        timer.start(10)

    @Slot()
    def _do(self):
        if self._steps and time.monotonic() >= self._not_before and self._steps[0]():
            del self._steps[0]
            self._not_before = time.monotonic() + HAND_SECONDS

    def _find(self, name, kind=QAbstractButton):
        return self._window.findChild(kind, name)

    def _click(self, name):
        QTest.mouseClick(self._find(name), Qt.MouseButton.LeftButton)

    def _begin(self):
        window, session = self._window, self._window.session
        if not window.is_opened or session.current is None or session.runner.is_busy:
            return False
        if session.token is None:
            session.backend.credentials.save_for_session(session.current.connection_id, SANDBOX_TOKEN)
            session.reload_token()
            return False
        window.activateWindow()
        self._began = time.monotonic()
        return window.isActiveWindow()

    def _open_page(self):
        self._click("nav.batch")
        return True

    def _paste(self):
        QGuiApplication.clipboard().setText(self._text)
        QTest.keyClick(self._window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return True

    def _go_to_problem(self):
        table, rows = self._find("batch.table", QTableView), self._text.strip().count("\n")
        if table.model().rowCount() != rows or not self._find("batch.start").isEnabled():
            return False
        self._seen["planned after"] = time.monotonic() - self._began
        QTest.keyClick(table, Qt.Key.Key_F8)
        return True

    def _mend(self):
        table = self._find("batch.table", QTableView)
        if table.currentIndex().row() == 0:
            return False
        QTest.keyClick(table, Qt.Key.Key_Return)
        line = table.findChild(QLineEdit, "batch.cell")
        QTest.keyClicks(line, MENDED)
        QTest.keyClick(line, Qt.Key.Key_Return)
        return True

    def _start(self):
        button = self._find("batch.start")
        rows = self._text.strip().count("\n")
        if not button.isEnabled() or str(rows) not in button.text():
            return False
        self._click("batch.start")
        return True

    def _wait(self):
        if not self._find("batch.result", QWidget).isVisible():
            return False
        self._seen["seconds"] = time.monotonic() - self._began
        self._seen["title"] = self._find("batch.result.title", QLabel).text()
        return True

    def _copy(self):
        self._click("batch.copyResults")
        return True

    def _end(self):
        text = QGuiApplication.clipboard().text()
        if "albumId" not in text:
            return False
        self._seen["result"] = text
        sys.stdout.write(f"{json.dumps(self._seen)}\n")
        sys.stdout.flush()
        self._window.quit_without_question()
        return True


if __name__ == "__main__":
    data_dir, table = sys.argv[1:]
    text = Path(table).read_text("utf-8")
    sys.exit(run_operated(data_dir, lambda window: Paster(window, text)))
