"""The dialog for saving begins where the last file went; the folder can be opened afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.widgets.save_file import OpenFolderButton, ask_where_to_save, last_folder, set_last_folder


@pytest.fixture(autouse=True)
def _folder_of_before():
    before = last_folder()
    set_last_folder("")
    yield
    set_last_folder(before)


@pytest.mark.usefixtures("qapp")
def test_the_next_dialog_begins_in_the_folder_of_the_last_file(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    first = ask_where_to_save("file", "Save", "one.csv", window)
    first.fileSelected.emit(str(tmp_path / "other.csv"))
    assert last_folder() == str(tmp_path)
    second = ask_where_to_save("file", "Save", "two.csv", window)
    assert Path(second.directory().absolutePath()) == tmp_path
    assert Path(second.selectedFiles()[0]).name == "two.csv"


def test_the_button_opens_the_folder_of_the_file(qtbot, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    window = QWidget()
    button = OpenFolderButton("open", window)
    qtbot.addWidget(window)
    window.show()
    assert not button.isVisible()
    button.offer(tmp_path / "one.csv")
    button.click()
    assert opened == [str(tmp_path)]
    assert button.isEnabled()


def test_where_no_program_opens_folders_the_button_is_of_no_use(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    button = OpenFolderButton("open")
    qtbot.addWidget(button)
    button.offer(tmp_path / "one.csv")
    button.click()
    assert not button.isEnabled()


def test_the_folder_is_remembered_over_a_restart(qtbot, start, tmp_path):
    first = start("--sandbox")
    set_last_folder(str(tmp_path))
    with qtbot.waitSignal(first.shut_down, timeout=15_000):
        first.quit_without_question()
    set_last_folder("")
    assert start("--sandbox").isVisible()
    assert last_folder() == str(tmp_path)
