"""A driver that types into a create form as fast as keys come, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from form_driver import FormDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from koodrive.sandbox import Sandbox
    from ui.activity.entry import ActivityEntry
    from ui.main_window.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


class Typist:
    """Types into whatever has the keyboard, as fast as keys come, and notes the buttons that this presses."""

    def __init__(self, qtbot: QtBot, window: MainWindow, sandbox: Sandbox, form: str) -> None:
        self.qtbot = qtbot
        self.window = window
        self.form = FormDriver(qtbot, window.album if form == "album" else window.shared_folder, sandbox)
        self.page = self.form.page
        self.activity = window.activity
        self.line = self.page.findChild(QLineEdit, f"{form}.name")
        self.pressed: list[str] = []
        self.page.notice.action_chosen.connect(self.pressed.append)
        self.activity.added.connect(self.watch)
        for entry in self.activity.entries:
            self.watch(entry)
        window.resize(1100, 760)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        self.line.setFocus()

    def watch(self, entry: ActivityEntry) -> None:
        entry.card.action_chosen.connect(self.pressed.append)

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.focused, character)

    def enter(self) -> None:
        QTest.keyClick(self.focused, Qt.Key.Key_Return)

    def type_names(self, *names: str) -> None:
        """Type each name and press Enter after it."""
        for name in names:
            self.type(name)
            self.enter()

    @property
    def focused(self):
        focused = self.window.focusWidget()
        assert not isinstance(focused, QAbstractButton), focused.objectName()
        return focused

    @property
    def names(self) -> list[str]:
        """The names that the service has made, the oldest first."""
        return [effect["name"] for effect in self.form.sandbox.effects()]

    def entry(self, name: str) -> ActivityEntry:
        """Return the newest entry with a name."""
        return next(entry for entry in self.activity.entries if entry.pending.request.name == name)

    @property
    def waiting(self) -> list[str]:
        """The names of the entries that wait, the oldest first."""
        return [str(one.pending.request.name) for one in reversed(self.activity.entries) if one.is_waiting]

    @property
    def queued(self) -> int:
        """Number of requests in the journal's queue."""
        return len(self.window.session.backend.journal.queue.requests())

    def press(self, name: str, action: str) -> None:
        """Choose an action of the card of an entry: in its menu, or by its button with the mouse."""
        card = self.entry(name).card
        self.qtbot.waitUntil(
            lambda: (
                action in card.menu_actions
                or (card.action(action) is not None and card.action(action).isEnabled())
            )
        )
        if action in card.menu_actions:
            card.trigger(action)
        else:
            QTest.mouseClick(card.action(action), Qt.MouseButton.LeftButton)
        self.pressed.remove(action)

    def rest(self) -> None:
        """Wait until nothing is under way, and nothing waits for its turn."""
        self.qtbot.waitUntil(
            lambda: not self.activity.is_sending and not any(one.is_in_line for one in self.activity.entries),
            timeout=30_000,
        )
