"""Folders that were chosen last stand on top of the pickers, in the real window on a sandbox over a socket."""

from __future__ import annotations

from dataclasses import replace

import pytest
from picker_fixtures import expected, fill, ids, text
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from koodrive.models import OutcomeKind
from ui.create.album_page import COLLECTION
from ui.pickers.recent_bar import RecentBar

TOP = QModelIndex()


def names(dialog) -> list[str]:
    bar = dialog.findChild(RecentBar)
    return [] if bar.isHidden() else [button.text() for button in bar.buttons]


def press(dialog, name: str) -> None:
    bar = dialog.findChild(RecentBar)
    next(button for button in bar.buttons if button.text() == name).click()


def test_a_shared_folder_is_chosen_again_by_one_press(qtbot, page, sandbox, opened):
    folders = fill(sandbox, "Smith & Sons", "Family two")
    for chosen in folders:
        picker = opened()
        assert not picker.findChild(RecentBar).hasFocus()
        table = picker.findChild(QWidget, "sharedFolderPicker.table")
        assert table.folder is not None
        table.select_row(table.model().row_of(chosen["id"]))
        picker.accept()
    picker = opened()
    qtbot.waitUntil(lambda: names(picker) == ["Family two", "Smith && Sons"])
    press(picker, "Smith && Sons")
    assert ids(page) == expected(folders[0])
    assert "Smith & Sons" in text(page, "sharedFolder.name", QLabel)
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)
    picker = opened()
    qtbot.waitUntil(lambda: names(picker) == ["Smith && Sons", "Family two"])
    picker.reject()
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)
    # Those of another user are others.
    page.session.use(replace(page.session.current, user_id="1644817543959100099"))
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)
    picker = opened()
    assert names(picker) == []
    picker.reject()


def test_the_tree_begins_at_a_recent_parent_and_goes_back(qtbot, window):
    window.album.fill({"type": COLLECTION, "albumKind": "1"})

    def open_picker():
        QTest.mouseClick(
            window.findChild(QAbstractButton, "album.scopeDir.choose"), Qt.MouseButton.LeftButton
        )
        dialog = window.findChild(QWidget, "folderPicker")
        tree = dialog.findChild(QWidget, "folderPicker.tree")
        model = tree.model()
        qtbot.waitUntil(lambda: model.rowCount() > 1 and not window.session.runner.is_busy)
        return dialog, tree, model

    def row(model, name, parent=TOP):
        qtbot.waitUntil(lambda: name in texts(model, parent))
        return model.index(texts(model, parent).index(name), 0, parent)

    def texts(model, parent=TOP):
        return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]

    dialog, tree, model = open_picker()
    assert names(dialog) == []
    tree.expand(row(model, "Pictures"))
    camera = row(model, "Camera", row(model, "Pictures"))
    model.setData(camera, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.findChild(QAbstractButton, "folderPicker.choose").click()
    parent = window.album.fields()["scopeParentFolderId"]
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)

    window.album.fill({"type": COLLECTION, "albumKind": "1"})
    dialog, tree, model = open_picker()
    assert names(dialog) == ["Pictures"]
    press(dialog, "Pictures")
    screenshots = row(model, "Screenshots")
    assert "Videos" not in texts(model)
    model.setData(screenshots, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert "Pictures" in dialog.findChild(QLabel, "folderPicker.path").text()
    assert names(dialog) == ["Whole space", "Pictures"]
    press(dialog, "Whole space")
    assert row(model, "Videos").isValid()
    assert names(dialog) == ["Pictures"]
    press(dialog, "Pictures")
    row(model, "Screenshots")
    dialog.findChild(QAbstractButton, "folderPicker.choose").click()
    fields = window.album.fields()
    assert fields["scopeParentFolderId"] == parent
    assert len(fields["scopeDir"]) == 1
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)


@pytest.mark.slow
def test_the_name_stands_wherever_the_ids_are(qtbot, window, page, sandbox):
    (folder,) = fill(sandbox, "Smith & sons")
    session = window.session
    backend = session.backend
    backend.journal.names.save(session.current.service_address, {folder["id"]: "Smith & sons"})
    group_id, share_folder_id = expected(folder)
    page.fill({"albumKind": "2", "name": "Summer", "groupId": group_id, "shareFolderId": share_folder_id})
    name = page.findChild(QLabel, "album.sharedFolder.name")
    qtbot.waitUntil(lambda: "Smith & sons" in name.text())
    window.resize(1200, 760)
    window.page_services.panel.request_tab.click()
    assert "Smith & sons" in window.findChild(QLabel, "album.preview.folder").text()
    page.submit()
    activity = window.activity
    qtbot.waitUntil(lambda: activity.newest("album").submission.outcome is not None)
    outcome = activity.newest("album").submission.outcome
    assert outcome.kind is OutcomeKind.CREATED
    state = window.findChild(QLabel, "album.result.state")
    qtbot.waitUntil(lambda: "Smith & sons" in state.text())
    assert f"in shared folder: {share_folder_id} (“Smith & sons”)" in backend.ticket(outcome.attempt_id)
    window.open_page("history")
    window.history.show_attempt(outcome.attempt_id)
    details = window.history.findChild(QWidget, "history.details")
    qtbot.waitUntil(lambda: details.attempt is not None and details.attempt.name == "Summer")
    assert details.value("groupId") == group_id
    qtbot.waitUntil(lambda: any("Smith & sons" in label.text() for label in details.findChildren(QLabel)))
    page.fill({"albumKind": "2"})
    assert name.text() == ""
