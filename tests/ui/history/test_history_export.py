"""Exporting what the history shows: whole files, in words what became of them, and nothing after Cancel."""

from __future__ import annotations

import csv
import json
import threading
from typing import TYPE_CHECKING

import pytest
from history_fixtures import backend_at, opened, page_on
from history_samples import FIRST_ID, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.history.page import HistoryPage


@pytest.fixture
def page(qtbot, tmp_path: Path) -> Iterator[HistoryPage]:
    with backend_at(tmp_path / "data") as backend:
        for number, name in enumerate(["=1+1", "家庭", "Holiday"]):
            write(backend.journal, number, name=name)
        with page_on(backend, qtbot) as page:
            yield opened(page, qtbot, 3)


def export(page: HistoryPage, file_format: str, path: Path) -> None:
    """Choose a format in the menu and a file in the dialog."""
    page.findChild(QAction, f"history.export.{file_format}").trigger()
    dialog = page.findChild(QFileDialog, "history.export.file")
    assert dialog.isVisible()
    dialog.setDirectory(str(path.parent))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(path.name)
    dialog.accept()


def status(page: HistoryPage) -> str:
    return page.findChild(QLabel, "history.export.status").text()


def test_csv_holds_exact_ids_and_no_formula(page, qtbot, tmp_path) -> None:
    path = tmp_path / "history.csv"
    export(page, "csv", path)
    qtbot.waitUntil(lambda: status(page).startswith("Exported 3 attempts to "))
    assert str(path) in status(page)

    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == ["Holiday", "家庭", "'=1+1"]
    assert rows[2]["ID"] == f"'{FIRST_ID}"


def test_what_was_written_is_said_for_a_while_with_its_folder(page, qtbot, tmp_path, monkeypatch) -> None:
    page._export._end.setInterval(200)
    opened_folders = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened_folders.append(url.toLocalFile()) or True
    )
    export(page, "csv", tmp_path / "history.csv")
    button = page.findChild(QPushButton, "history.export.openFolder")
    qtbot.waitUntil(lambda: not button.isHidden())
    button.click()
    assert opened_folders == [str(tmp_path)]
    qtbot.waitUntil(page._export.isHidden)


def test_json_is_written_with_the_suffix_that_was_left_out(page, qtbot, tmp_path) -> None:
    export(page, "json", tmp_path / "history")
    qtbot.waitUntil(lambda: status(page).startswith("Exported 3 attempts to "))

    members = json.loads((tmp_path / "history.json").read_text(encoding="utf-8"))
    assert [member["ID"] for member in members] == [str(FIRST_ID + number) for number in (2, 1, 0)]


def test_only_what_is_shown_is_exported(page, qtbot, tmp_path) -> None:
    page.findChild(QLineEdit, "history.search").setText("家庭")
    qtbot.waitUntil(lambda: page.findChild(QLabel, "history.count").text() == "1 of 3")

    export(page, "json", tmp_path / "history.json")
    qtbot.waitUntil(lambda: status(page).startswith("Exported 1 attempt to "))


def test_a_file_that_cannot_be_written_is_told(page, qtbot, tmp_path) -> None:
    folder = tmp_path / "away"
    folder.mkdir()
    page.findChild(QAction, "history.export.csv").trigger()
    folder.rmdir()
    # The folder goes between choosing the file and writing it; the dialog would not let it be chosen.
    page.findChild(QFileDialog, "history.export.file").fileSelected.emit(str(folder / "history.csv"))

    label = page.findChild(QLabel, "history.export.status")
    qtbot.waitUntil(lambda: label.property("state") == "problem")
    assert "history.csv" in label.text()
    assert list(tmp_path.glob("**/*.csv")) == []


def test_while_it_runs_it_can_be_cancelled_and_leaves_no_file(page, qtbot, tmp_path) -> None:
    release = threading.Event()
    page._session.runner.start(Lane.FILES, release.wait, key="export")
    export(page, "csv", tmp_path / "history.csv")
    cancel = page.findChild(QPushButton, "history.export.cancel")
    assert status(page) == "Exporting…"

    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    release.set()

    qtbot.waitUntil(lambda: "cancelled" in status(page) and not cancel.isVisible())
    assert list(tmp_path.glob("*.csv")) == []


def test_a_second_export_waits_for_the_first(page, qtbot, tmp_path) -> None:
    release = threading.Event()
    page._session.runner.start(Lane.FILES, release.wait, key="export")
    export(page, "csv", tmp_path / "one.csv")

    page.findChild(QAction, "history.export.json").trigger()
    assert [dialog for dialog in page.findChildren(QFileDialog) if dialog.isVisible()] == []

    release.set()
    qtbot.waitUntil(lambda: status(page).startswith("Exported"))
