"""A driver that takes things back in a window as people do, and reads what the question and the history show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget

from koodrive.models import AlbumKind, AlbumType, CreateAlbum, CreateSharedFolder
from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.history.columns import Column
from ui.undo.dialog import UndoDialog

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest, Outcome
    from koodrive.sandbox import Sandbox
    from ui.activity.card import ActivityCard
    from ui.activity.entry import ActivityEntry
    from ui.main_window.main_window import MainWindow

DELETE_ALBUM = "/koodrive/ose/v1/album/{albumId}"


def album(name: str, **fields) -> CreateAlbum:
    return CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name, **fields)


def folder(name: str) -> CreateSharedFolder:
    return CreateSharedFolder(name, SANDBOX_CONTAINER_ID)


class UndoDriver:
    """Creates in the background, opens the question from the history, and answers it."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def sandbox(self) -> Sandbox:
        running = self.window.session.backend.sandbox
        assert running is not None
        return running

    @property
    def connection(self) -> Connection:
        current = self.window.session.current
        assert current is not None
        return current

    def create(self, *requests: CreateRequest) -> list[Outcome]:
        """Create on this thread, and show the history."""
        session = self.window.session
        made = [session.backend.create(one, self.connection, session.token, again=True) for one in requests]
        assert all(one.created is not None for one in made)
        self.show_history()
        return made

    def show_history(self) -> None:
        self.find("nav.history").click()
        self.window.history.refresh()
        self.wait(lambda: not self.window.session.runner.is_busy)

    def wait(self, condition, seconds: float = 15) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=round(seconds * 1000))

    def find(self, name: str, kind: type[QWidget] = QAbstractButton):
        found = self.window.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    @property
    def table(self) -> QTableView:
        return self.find("history.table", QTableView)

    def outcomes(self) -> list[str]:
        """Return what the history says of each row, from top to bottom."""
        model = self.table.model()
        return [model.index(row, Column.OUTCOME).data() for row in range(model.rowCount())]

    def row_of(self, attempt_id: int) -> int:
        model = self.table.model()
        rows = (row for row in range(model.rowCount()) if model.row_at(row) is not None)
        return next(row for row in rows if model.row_at(row).attempt_id == attempt_id)

    def select(self, attempt_id: int) -> None:
        """Select the row of an attempt, and wait for its details."""
        self.wait(lambda: self.table.model().rowCount())
        self.window.history.show_attempt(attempt_id)
        details = self.window.history.findChild(QWidget, "history.details")
        self.wait(lambda: details.attempt is not None and details.attempt.attempt_id == attempt_id)

    @property
    def undo_action(self):
        return next(one for one in self.table.actions() if one.objectName() == "history.menu.undo")

    def ask(self, attempt_id: int) -> UndoDialog:
        """Open the question about an attempt from the history."""
        self.select(attempt_id)
        self.wait(self.undo_action.isEnabled)
        self.undo_action.trigger()
        self.wait(self.dialog.isActiveWindow)
        return self.dialog

    @property
    def dialog(self) -> UndoDialog:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UndoDialog), dialog
        return dialog

    def looked(self) -> UndoDialog:
        """Wait until everything was looked at."""
        self.wait(lambda: self.dialog.findChild(QWidget, "undo.mark").state != "sending")
        return self.dialog

    def text(self, name: str) -> str:
        label = self.dialog.findChild(QLabel, f"undo.{name}")
        return label.text().replace("\u200b", "")

    @property
    def lines(self) -> list[str]:
        """Return the lines of the question, the last ones that were shown."""
        return [one.text() for one in self.dialog.findChildren(QLabel, "undo.line") if one.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return self.dialog.findChild(QAbstractButton, f"undo.{name}")

    def confirm(self) -> None:
        """Press Take back as soon as that can be pressed."""
        self.looked()
        self.wait(lambda: self.button("confirm").isEnabled())
        QTest.mouseClick(self.button("confirm"), Qt.MouseButton.LeftButton)
        self.wait(lambda: QApplication.activeModalWidget() is None)

    @property
    def entry(self) -> ActivityEntry:
        """The newest entry of what is taken back."""
        entry = self.window.activity.newest("undo")
        assert entry is not None
        return entry

    @property
    def card(self) -> ActivityCard:
        return self.entry.card

    def rest(self) -> str:
        """Wait until nothing is under way, and return the state of the newest entry."""
        self.wait(lambda: not self.window.activity.is_sending)
        return self.card.property("state")

    def take_back(self, attempt_id: int) -> str:
        """Take back an attempt, and return the state of its entry."""
        self.ask(attempt_id)
        self.confirm()
        return self.rest()

    def type_token(self, prompt: str, token: str) -> None:
        """Give a new token in a prompt, by its object name."""
        root = QApplication.activeModalWidget() or self.window
        line = root.findChild(QLineEdit, f"{prompt}.token")
        self.wait(lambda: line.isEnabled() and not line.isHidden())
        line.setText(token)
        root.findChild(QAbstractButton, f"{prompt}.goOn").click()
