"""Backing up the history from its page, and what the page says of a history that is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from history_fixtures import backend_at, label_text, opened, page_on
from history_samples import write
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit

from koodrive.backend.backend import JOURNAL_FILE
from koodrive.journal import HistoryQuery, Journal

if TYPE_CHECKING:
    from pathlib import Path


def back_up(page, path: Path) -> None:
    """Choose the entry of the menu and a file in the dialog."""
    page.findChild(QAction, "history.export.sqlite3").trigger()
    dialog = page.findChild(QFileDialog, "history.export.file")
    assert dialog.windowTitle() == "Back up the history"
    dialog.setDirectory(str(path.parent))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(path.name)
    dialog.accept()


@pytest.mark.parametrize("searched", ["", "Holiday"])
def test_c51_a_backup_has_all_of_the_history_whatever_is_shown(qtbot, tmp_path: Path, searched: str) -> None:
    target = tmp_path / "kept"
    with backend_at(tmp_path / "data") as backend:
        for number, name in enumerate(["家庭", "Holiday", "Garden"]):
            write(backend.journal, number, name=name)
        with page_on(backend, qtbot) as page:
            opened(page, qtbot, 3)
            page.findChild(QLineEdit, "history.search").setText(searched)
            back_up(page, target)
            qtbot.waitUntil(lambda: label_text(page, "export.status").startswith("Backed up 3 attempts to "))
            assert "no token" in label_text(page, "export.status")
    with Journal(target.with_suffix(".sqlite3")) as journal:
        assert journal.history.count(HistoryQuery()) == 3


def test_c51_a_backup_over_the_open_history_is_refused_in_words(qtbot, tmp_path: Path) -> None:
    with backend_at(tmp_path / "data") as backend:
        write(backend.journal, 0, name="Garden")
        with page_on(backend, qtbot) as page:
            opened(page, qtbot, 1)
            page.findChild(QAction, "history.export.sqlite3").trigger()
            chosen = str(tmp_path / "data" / JOURNAL_FILE)
            page.findChild(QFileDialog, "history.export.file").fileSelected.emit(chosen)
            qtbot.waitUntil(lambda: "is the open history itself" in label_text(page, "export.status"))
            assert backend.journal.history.count(HistoryQuery()) == 1


def test_c50_the_page_says_how_many_entries_are_damaged_and_shows_all(qtbot, tmp_path: Path) -> None:
    path = tmp_path / "data"
    with backend_at(path) as backend:
        for number in range(6):
            write(backend.journal, number, name=f"Garden {number}")
    with closing(sqlite3.connect(path / JOURNAL_FILE, isolation_level=None)) as connection:
        connection.execute("UPDATE attempt SET name = CAST(x'476172C3' AS TEXT) WHERE attempt_id IN (2, 4)")
    with backend_at(path) as backend, page_on(backend, qtbot) as page:
        opened(page, qtbot, 6)
        qtbot.waitUntil(lambda: "2 of 6 entries" in label_text(page, "damage"))
