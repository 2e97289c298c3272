"""Runs KooDesk through `main.py` and types names into New album as fast as keys come, for `test_typing_morning.py`.

``typing_process.py DATA_DIR COUNT``: gives the connection its token, and types COUNT names, each with Enter. Where a
card asks for a token then, it gets the one in the file ``token`` beside the data directory. When all are created, it
prints what it has seen as a line of JSON, and quits.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from window_program import run_operated

from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN
from ui.session.sign_in_prompt import SignInPrompt

NAME = "Morning {number:02}"
SEARCH_PAUSES = (0.1, 0.1, 0.1)
PAUSE = 20
"""Milliseconds from one look at what was created to the next."""


class Typist(QObject):
    """Performs one step after the other when the window is ready for it; while it types, a key each turn."""

    def __init__(self, window, data_dir, count):
        super().__init__(window)
        self._window = window
        self._token_file = data_dir.parent / "token"
        self._count = count
        self._keys = [key for number in range(count) for key in (*NAME.format(number=number), "\r")]
        self._seen = {"strayed": [], "tokens given": 0, "most waiting": 0}
        self._deeds = [self._begin, self._type, self._wait, self._end]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do)
        self._timer.start(0)

    @Slot()
    def _do(self):
        if self._deeds and self._deeds[0]():
            del self._deeds[0]

    def _begin(self):
        window, session = self._window, self._window.session
        if not window.is_opened or session.current is None or session.runner.is_busy:
            return False
        if session.token is None:
            session.backend.credentials.save_for_session(session.current.connection_id, SANDBOX_TOKEN)
            session.reload_token()
            return False
        window.searches.set_pauses(SEARCH_PAUSES)
        window.findChild(QLineEdit, "album.name").setFocus()
        return True

    def _type(self):
        focused, key = self._window.focusWidget(), self._keys.pop(0)
        if focused is None or focused.objectName() != "album.name":
            self._seen["strayed"].append(focused and focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Return if key == "\r" else key)
        waiting = sum(entry.is_waiting for entry in self._window.activity.entries)
        self._seen["most waiting"] = max(self._seen["most waiting"], waiting)
        if self._keys:
            return False
        # A turn for nothing takes the processor from the threads that create.
        self._timer.start(PAUSE)
        return True

    def _wait(self):
        prompt = self._window.findChild(SignInPrompt, "album.signIn")
        if prompt is not None and prompt.is_asking and self._token_file.exists():
            prompt.findChild(QLineEdit, "album.signIn.token").insert(self._token_file.read_text("utf-8"))
            self._token_file.unlink()
            self._seen["tokens given"] += 1
            prompt.go_on()
        outcomes = [entry.submission.outcome for entry in self._window.activity.entries]
        created = [outcome for outcome in outcomes if outcome and outcome.kind is OutcomeKind.CREATED]
        return len(created) == self._count and not self._window.session.runner.is_busy

    def _end(self):
        entries = self._window.activity.entries
        self._seen["cards"] = [
            entry.card.findChild(QObject, f"{_name(entry)}.name").text() for entry in entries
        ]
        self._seen["name"] = self._window.findChild(QLineEdit, "album.name").text()
        sys.stdout.write(f"{json.dumps(self._seen)}\n")
        sys.stdout.flush()
        self._window.quit_without_question()
        return True


def _name(entry):
    return entry.card.objectName()


if __name__ == "__main__":
    data_dir, count = sys.argv[1:]
    sys.exit(run_operated(data_dir, lambda window: Typist(window, Path(data_dir), int(count))))
