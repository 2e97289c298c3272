"""Runs KooDesk through `main.py` with a driver on its window, for `test_shutdown.py`; may be ended at any time.

``driven_window.py DATA_DIR NAME``: gives the connection its token, and, where NAME is not empty, creates an album of
this name as soon as its list was read. It closes the window, and says yes to the question, once there is a file
``close`` beside the data directory.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from window_program import run_operated

from koodrive.sandbox import SANDBOX_TOKEN


class WindowDriver(QObject):
    """Performs one step after the other when the window is ready for it."""

    def __init__(self, window, data_dir, name):
        super().__init__(window)
        self._window = window
        self._name = name
        self._close = data_dir.parent / "close"
        self._deeds = [self._enter_token, self._create, self._quit, self._confirm]
        timer = QTimer(self)
        timer.setInterval(10)
        timer.timeout.connect(self._do)
        timer.start()

    def _do(self):
        if self._deeds and self._deeds[0]():
            del self._deeds[0]

    def _enter_token(self):
        session = self._window.session
        if not self._window.is_opened or session.current is None or session.runner.is_busy:
            return False
        session.backend.credentials.save_for_session(session.current.connection_id, SANDBOX_TOKEN)
        session.reload_token()
        return True

    def _create(self):
        if self._window.session.token is None:
            return False
        if self._name:
            if not self._is_list_read():
                return False
            self._window.findChild(QLineEdit, "album.name").insert(self._name)
            self._click("album.create")
        return True

    def _is_list_read(self):
        session = self._window.session
        _found, read_at = session.backend.journal.service_lists.named(
            session.current, "album/2/1", self._name
        )
        return read_at is not None

    def _quit(self):
        if not self._close.exists():
            return False
        self._window.close()
        return True

    def _confirm(self):
        return self._click("quit.confirm")

    def _click(self, name):
        button = self._window.findChild(QAbstractButton, name)
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return button is not None


if __name__ == "__main__":
    data_dir, name = sys.argv[1:]
    sys.exit(run_operated(data_dir, lambda window: WindowDriver(window, Path(data_dir), name)))
