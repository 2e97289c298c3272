"""Part of the tour with the pickers and with a token that expires during work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QTreeView, QWidget

from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QAbstractItemModel

    from ui.main_window.main_window import MainWindow
    from ui.tour.robot import UiRobot

    Condition = Callable[[], object]


FRIEND = "1644817543959100047"
"""A user who has made shared folders that this one has joined."""
FRIENDS_FOLDERS = ("爷爷的家庭相册", "Grandma's kitchen", "Football 2026", "家庭旅行 Kruger")
PHONE_ALBUMS = ("Screenshots", "手机相册", "From the old phone", "毕业典礼 Graduation", "Garden")


class PickerWalk:
    """Runs through pickers and lists step by step; each step is a condition to wait for.

    Args:
        hands: Use what is shown, and take the pictures.
        window: The main window, on the sandbox.
    """

    def __init__(self, hands: UiRobot, window: MainWindow) -> None:
        self._hands = hands
        self._window = window

    def furnish(self) -> None:
        """Let others have made some things, so that there is something to choose from; once for a data directory."""
        sandbox = self._window.session.backend.sandbox
        if sandbox is None or any(item["creator"] == FRIEND for item in sandbox.effects()):
            return
        for name in FRIENDS_FOLDERS:
            fields = {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID, "name": name}
            sandbox.make_elsewhere("sharedFolder", fields, creator=FRIEND)
        for name in PHONE_ALBUMS:
            sandbox.make_elsewhere("album", {"name": name, "type": 2, "albumKind": 1})

    def choose_folders(self) -> Iterator[Condition]:
        """Choose three folders of one parent for the collection album that the form is about."""
        yield lambda: self._hands.find("album.containerId", QLineEdit).text()
        self._hands.click("album.scopeDir.choose")
        yield lambda: self._is_open("folderPicker.tree")
        tree = self._hands.find("folderPicker.tree", QTreeView)
        model = tree.model()
        yield lambda: _row(model, QModelIndex(), "Pictures") is not None
        pictures = _row(model, QModelIndex(), "Pictures") or QModelIndex()
        tree.expand(pictures)
        yield lambda: _row(model, pictures, "Holidays 2026") is not None
        for name in ("Holidays 2024", "Holidays 2025", "Holidays 2026"):
            tree.setCurrentIndex(_row(model, pictures, name) or QModelIndex())
            QTest.keyClick(tree, Qt.Key.Key_Space)
        self._hands.picture("folder-picker", tree.window())
        self._hands.click("folderPicker.choose")
        yield lambda: QApplication.activeModalWidget() is None
        # What the folders are called comes from the history.
        yield lambda: not self._window.session.runner.is_busy

    def choose_shared_folder(self, name: str) -> Iterator[Condition]:
        """Choose the shared folder called `name` for the shared album that the form is about."""
        self._hands.click("album.sharedFolder.choose")
        yield lambda: self._is_open("sharedFolderPicker.table")
        table = self._hands.find("sharedFolderPicker.table", QTableView)
        yield lambda: table.model().rowCount() > 0
        # The first characters do, also as a second tour finds the folder of the first one.
        self._hands.insert("sharedFolderPicker.search", name[:2])
        yield lambda: self._has_searched() and not self._window.session.runner.is_busy
        rows = range(table.model().rowCount())
        table.selectRow(next(row for row in rows if table.model().index(row, 0).data() == name))
        self._hands.picture("shared-folder-picker", table.window())
        self._hands.click("sharedFolderPicker.choose")
        yield lambda: QApplication.activeModalWidget() is None

    def recipe(self) -> Iterator[Condition]:
        """Make a shared folder and an album in it with one press."""
        self._hands.click("nav.recipe")
        yield lambda: self._hands.find("recipeFolder.containerId", QLineEdit).text()
        self._hands.insert("recipeFolder.name", f"Choir {time.strftime('%H%M%S')}")
        self._hands.insert("recipeAlbum.name", "Concert 音乐会")
        self._hands.click("recipe.create")
        banner = self._hands.find("recipeAlbum.result", Banner)
        yield lambda: banner.result_id and not self._window.session.runner.is_busy
        self._hands.picture("recipe")
        self._hands.click("recipe.clear")

    def live_view(self) -> Iterator[Condition]:
        """See everything that the service lists."""
        self._hands.click("nav.live")
        table = self._hands.find("live.table", QTableView)
        yield lambda: table.model().rowCount() > 0 and not self._window.session.runner.is_busy
        table.selectRow(0)
        self._hands.picture("live")

    def ended_token(self) -> Iterator[Condition]:
        """Let the token end, and go on with another one."""
        session = self._window.session
        sandbox = session.backend.sandbox
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        self._hands.click("nav.album")
        self._hands.click("album.clear")
        self._hands.insert("album.name", f"Evening {time.strftime('%H%M%S')}")
        yield lambda: not session.runner.is_busy
        sandbox.expire_tokens()
        self._hands.click("album.create")
        yield lambda: self._is_visible("album.signIn.token")
        self._hands.picture("token-ended")
        self._hands.insert("album.signIn.token", sandbox.renew_token())
        self._hands.click("album.signIn.goOn")
        card = self._hands.find("album.result", Banner)
        yield lambda: card.property("state") == "created" and not session.runner.is_busy

    def _has_searched(self) -> bool:
        sandbox = self._window.session.backend.sandbox
        return sandbox is not None and "keyWord=" in sandbox.requests()[-1].query

    def _is_open(self, name: str) -> bool:
        modal = QApplication.activeModalWidget()
        return modal is not None and modal.findChild(QWidget, name) is not None

    def _is_visible(self, name: str) -> bool:
        found = self._window.findChild(QWidget, name)
        return found is not None and found.isVisible()


def _row(model: QAbstractItemModel, parent: QModelIndex, name: str) -> QModelIndex | None:
    """Return the row with the text `name`, when it has appeared."""
    for number in range(model.rowCount(parent)):
        index = model.index(number, 0, parent)
        if index.data() == name:
            return index
    return None
