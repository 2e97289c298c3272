"""A driver that types into a create form as fast as keys come, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from form_driver import FormDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from koodrive.sandbox import Sandbox
    from ui.main_window.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


class Typist:
    """Types into whatever has the keyboard, as fast as keys come, and notes the buttons that this presses."""

    def __init__(self, qtbot: QtBot, window: MainWindow, sandbox: Sandbox, form: str) -> None:
        self.qtbot = qtbot
        self.window = window
        self.form = FormDriver(qtbot, window.album if form == "album" else window.shared_folder, sandbox)
        self.page = self.form.page
        self.line = self.page.findChild(QLineEdit, f"{form}.name")
        self.pressed: list[str] = []
        self.page.banner.action_chosen.connect(self.pressed.append)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        self.line.setFocus()

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.focused, character)

    def enter(self) -> None:
        QTest.keyClick(self.focused, Qt.Key.Key_Return)

    @property
    def focused(self):
        focused = self.window.focusWidget()
        assert not isinstance(focused, QAbstractButton), focused.objectName()
        return focused

    @property
    def names(self) -> list[str]:
        return [effect["name"] for effect in self.form.sandbox.effects()]

    @property
    def waiting(self) -> list[str]:
        return [str(one.fields["name"]) for one in self.page.submission.queue.entries]

    @property
    def waiting_words(self) -> str:
        label = self.page.findChild(QLabel, f"{self.form.name}.waiting.names")
        return label.text() if label is not None and label.isVisible() else ""

    def press_waiting(self, key: str) -> None:
        button = self.page.findChild(QPushButton, f"{self.form.name}.waiting.{key}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.submission.is_busy, timeout=20_000)
