"""The dialog of the support bundle: what it shows is what it saves."""

from __future__ import annotations

import os
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
)
from window_fixtures import has_settled, submission_of

from koodrive.backend.support_bundle import Choice
from ui.core.tasks import Lane
from ui.support.bundle_dialog import SupportBundleDialog


def open_dialog(qtbot, window):
    window.findChild(QAction, "help.supportBundle").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SupportBundleDialog)
    settle(qtbot, dialog)
    return dialog


def settle(qtbot, dialog):
    qtbot.waitUntil(dialog.findChild(QAbstractButton, "supportBundle.save").isEnabled, timeout=10_000)


def shown(dialog):
    """Return the text of every file as the dialog shows it."""
    files = dialog.findChild(QListWidget, "supportBundle.files")
    text = dialog.findChild(QPlainTextEdit, "supportBundle.text")
    found = {}
    for row in range(files.count()):
        files.setCurrentRow(row)
        found[files.item(row).text()] = text.toPlainText()
    return found


def save_to(qtbot, dialog, path):
    QTest.mouseClick(dialog.findChild(QAbstractButton, "supportBundle.save"), Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog, "supportBundle.file")
    chooser.fileSelected.emit(str(path))
    chooser.close()
    settle(qtbot, dialog)
    return dialog.findChild(QLabel, "supportBundle.status").text()


def create(qtbot, window, name):
    window.open_page("album")
    window.album.start_fresh()
    window.findChild(QLineEdit, "album.name").insert(name)
    window.findChild(QAbstractButton, "album.create").click()
    qtbot.waitUntil(lambda: has_settled(window.album))
    return submission_of(window.album).outcome


@pytest.fixture
def bundle(qtbot, window):
    dialog = open_dialog(qtbot, window)
    yield dialog
    dialog.close()


def test_it_shows_the_files_and_saves_just_them(qtbot, window, tmp_path):
    outcome = create(qtbot, window, "Holiday <b>2026</b>")
    dialog = open_dialog(qtbot, window)
    files = shown(dialog)
    assert {"versions.txt", "settings.txt", "connections.json", "logs/koodesk.log"} <= set(files)
    text = files[f"requests/{outcome.attempt_id}.txt"]
    assert "Holiday <b>2026</b>" in text
    assert outcome.trace_id in text
    assert outcome.trace_id in files["logs/koodesk.log"]
    assert "Qt platform: offscreen" in files["versions.txt"]
    token = window.session.token
    assert not [name for name, text in files.items() if token in text]
    path = tmp_path / "support.zip"
    assert f"Saved to {path}" in save_to(qtbot, dialog, path)
    with zipfile.ZipFile(path) as archive:
        saved = {
            name.removeprefix("koodesk-support/"): archive.read(name).decode() for name in archive.namelist()
        }
    assert saved == files
    dialog.close()


def test_users_are_masked_when_that_is_asked_for(qtbot, window):
    outcome = create(qtbot, window, "Holiday")
    dialog = open_dialog(qtbot, window)
    name = f"requests/{outcome.attempt_id}.txt"
    user = window.session.current.user_id
    assert f"user ID: {user}" in shown(dialog)[name]
    masks = dialog.findChild(QAbstractButton, "supportBundle.maskUsers")
    masks.click()
    settle(qtbot, dialog)
    masked = shown(dialog)
    assert "user ID: [user 1]" in masked[name]
    assert not [name for name, text in masked.items() if user in text]
    masks.click()
    settle(qtbot, dialog)
    assert f"user ID: {user}" in shown(dialog)[name]
    dialog.close()


def test_the_requests_can_be_chosen(qtbot, window):
    create(qtbot, window, "First")
    dialog = open_dialog(qtbot, window)
    choice = dialog.findChild(QComboBox, "supportBundle.requests")
    assert choice.currentData() == Choice.LATEST
    assert choice.findData(Choice.SELECTED) == -1, "none is selected"
    choice.setCurrentIndex(choice.findData(Choice.OPEN))
    settle(qtbot, dialog)
    assert "0." in shown(dialog)["requests/about.txt"]
    choice.setCurrentIndex(choice.findData(Choice.NONE))
    settle(qtbot, dialog)
    assert [name for name in shown(dialog) if name.startswith("requests/")] == ["requests/about.txt"]
    dialog.close()


def test_the_request_that_is_selected_in_the_history_comes_first(qtbot, window):
    outcome = create(qtbot, window, "First")
    create(qtbot, window, "Second")
    window.open_page("history")
    window.history.show_attempt(outcome.attempt_id)
    qtbot.waitUntil(lambda: window.support._selected() == outcome.attempt_id)
    dialog = open_dialog(qtbot, window)
    assert [name for name in shown(dialog) if name.startswith("requests/")] == [
        "requests/about.txt",
        f"requests/{outcome.attempt_id}.txt",
    ]
    dialog.close()


def test_a_place_that_cannot_be_written_is_told(qtbot, bundle, tmp_path):
    words = save_to(qtbot, bundle, tmp_path / "nowhere" / "support.zip")
    assert "could not be saved" in words
    assert "Choose another place" in words
    assert list(tmp_path.glob("*.zip")) == []


def test_it_can_be_closed_while_it_collects(qtbot, window):
    window.findChild(QAction, "help.supportBundle").trigger()
    dialog = QApplication.activeModalWidget()
    dialog.close()
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert QApplication.activeModalWidget() is None


def test_it_does_not_wait_for_a_long_export(qtbot, window):
    written_whole = threading.Event()
    window.session.runner.start(Lane.FILES, lambda: written_whole.wait(30), key="export")
    dialog = open_dialog(qtbot, window)
    assert window.session.runner.is_lane_busy(Lane.FILES, key="export")
    written_whole.set()
    dialog.reject()


def test_there_is_a_bundle_before_anything_is_open(qtbot, start, data_dir):
    data_dir.mkdir()
    (data_dir / "history.sqlite3").mkdir()
    window = start("--sandbox")
    dialog = open_dialog(qtbot, window)
    assert "The history could not be read" in shown(dialog)["requests/about.txt"]
    dialog.close()
    (data_dir / "history.sqlite3").rmdir()


@pytest.mark.skipif(not Path("/dev/full").exists() or os.name != "posix", reason="needs a full device")
def test_a_log_that_cannot_be_written_is_told_in_the_window(qtbot, start, data_dir):
    (data_dir / "logs").mkdir(parents=True)
    (data_dir / "logs" / "koodesk.log").symlink_to("/dev/full")
    window = start("--sandbox")
    qtbot.waitUntil(lambda: "log cannot be written" in window.messages.notice.accessibleName())
    qtbot.waitUntil(lambda: window.session.token is not None)
    assert create(qtbot, window, "All the same").created is not None


def test_settings_show_no_bytes(bundle):
    assert "(none)" not in shown(bundle)["settings.txt"]
    assert "Token state: ready" in shown(bundle)["versions.txt"]
