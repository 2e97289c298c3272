"""An ID of 19 digits is the same text wherever it comes by, from the service's answer to the next request (C-29)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from exported_files import read_csv, read_json
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit
from window_fixtures import posts

from koodrive.models import AlbumKind, AlbumType, CreateAlbum, CreateSharedFolder
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN
from ui.history.columns import Column
from ui.history.table import HistoryTable
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from koodrive.models import CreatedSharedFolder, Outcome

CONTROL = Qt.KeyboardModifier.ControlModifier


class WindowDriver:
    """A driver of the main window."""

    def __init__(self, window: QWidget, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot

    def find(self, kind: type[QWidget], name: str):
        """Return the widget `name`."""
        return self.window.findChild(kind, name)

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    def paste(self, name: str) -> None:
        """Put what is on the clipboard into a line that has nothing yet."""
        line = self.find(QLineEdit, name)
        line.clear()
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_V, CONTROL)

    def create(self, request: CreateAlbum | CreateSharedFolder) -> Outcome:
        """Create something without a form; return its outcome."""
        session = self.window.session
        return session.backend.create(request, session.current, session.token)

    def history(self, rows: int) -> HistoryTable:
        self.click("nav.history")
        table = self.find(HistoryTable, "history.table")
        self.window.history.refresh()
        self.qtbot.waitUntil(lambda: len(self.column(Column.ID)) == rows and all(self.column(Column.ID)))
        return table

    def column(self, column: Column) -> list[str]:
        model = self.find(HistoryTable, "history.table").model()
        return [model.index(row, column).data() or "" for row in range(model.rowCount())]

    def select(self, result_id: str) -> None:
        table = self.find(HistoryTable, "history.table")
        table.selectRow(self.column(Column.ID).index(result_id))
        self.qtbot.waitUntil(lambda: table.selected is not None and table.selected.result_id == result_id)

    def export(self, file_format: str, path: Path) -> Path:
        self.find(QAction, f"history.export.{file_format}").trigger()
        dialog = self.find(QFileDialog, "history.export.file")
        dialog.setDirectory(str(path.parent))
        dialog.findChild(QLineEdit, "fileNameEdit").setText(path.name)
        dialog.accept()
        self.qtbot.waitUntil(lambda: self.find(QFileDialog, "history.export.file") is None)
        status = self.find(QLabel, "history.export.status")
        runner = self.window.session.runner
        self.qtbot.waitUntil(lambda: str(path) in status.text() and not runner.is_busy)
        return path


@pytest.fixture
def driver(window, qtbot):
    return WindowDriver(window, qtbot)


@pytest.fixture
def folder(driver) -> CreatedSharedFolder:
    """A shared folder with two IDs of 19 digits, and two albums that sort around it."""
    driver.create(CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name="First"))
    outcome = driver.create(CreateSharedFolder(container_id=SANDBOX_CONTAINER_ID, name="Family"))
    driver.create(CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name="Second"))
    return outcome.created


def test_c29_an_id_is_the_same_from_the_answer_to_the_next_request(driver, folder, sandbox, tmp_path):
    made = [effect["id"] for effect in sandbox.effects()]
    assert folder.id in made
    assert len(folder.id) == len(folder.group_id) == 19
    table = driver.history(rows=3)
    assert sorted(driver.column(Column.ID)) == sorted(made)
    table.sortByColumn(Column.ID, Qt.SortOrder.AscendingOrder)
    driver.qtbot.waitUntil(lambda: driver.column(Column.ID) == sorted(made))

    for read, file_format in ((read_csv, "csv"), (read_json, "json")):
        (row,) = (
            row
            for row in read(driver.export(file_format, tmp_path / f"history.{file_format}"))
            if row["name"] == "Family"
        )
        assert (row["ID"], row["group ID"]) == (folder.id, folder.group_id)

    driver.select(folder.id)
    driver.click("history.copyId")
    assert driver.copied() == folder.id
    driver.click("nav.album")
    driver.click("album.albumKind.2")
    driver.paste("album.shareFolderId")
    QGuiApplication.clipboard().setText(folder.group_id)
    driver.paste("album.groupId")
    driver.find(QLineEdit, "album.name").insert("In it")
    driver.click("album.create")
    driver.qtbot.waitUntil(lambda: bool(driver.find(Banner, "album.result").result_id), timeout=10_000)
    assert driver.find(Banner, "album.result").result_id == sandbox.effects()[-1]["id"]
    body = json.loads(posts(sandbox)[-1].body)
    assert body["shareFolderId"] == int(folder.id)
    assert type(body["shareFolderId"]) is int
    assert body["groupId"] == folder.group_id


@pytest.mark.parametrize(
    ("pasted", "words", "is_refused"),
    [
        ("1.80593E+18", "⚠ A spreadsheet or a program has rounded", True),
        ("1.80593E18", "⚠ A spreadsheet or a program has rounded", True),
        ("1805929618625030000", "⚠ This ID may have been rounded", False),
    ],
)
def test_c29_an_id_that_a_spreadsheet_has_rounded_is_told_at_the_field(driver, pasted, words, is_refused):
    driver.click("album.albumKind.2")
    for field in ("groupId", "shareFolderId"):
        QGuiApplication.clipboard().setText(pasted)
        driver.paste(f"album.{field}")
        driver.find(QLineEdit, "album.name").setFocus()
        assert driver.find(QLabel, f"album.{field}.message").text().startswith(words)
    page = driver.window.album
    assert {"groupId", "shareFolderId"}.isdisjoint(page.spec.check(page.fields())) is not is_refused


def test_c12_nothing_that_the_history_copies_holds_the_token(driver, folder):
    driver.history(rows=3)
    driver.select(folder.id)
    seen = []
    for name in ("history.copyId", "history.copyRow"):
        driver.click(name)
        seen.append(driver.copied())
    assert folder.id in seen[0]
    assert "Family" in seen[1]
    assert SANDBOX_TOKEN not in "".join(seen)
