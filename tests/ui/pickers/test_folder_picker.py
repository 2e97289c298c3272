"""Folders are chosen from a tree of the space instead of pasted, in the real window on a sandbox over a socket."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QWidget

from koodrive.api.serialization import INDIVIDUAL_FILES, SPACE
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Fault
from ui.create.album_page import COLLECTION
from ui.pickers.folder_picker import FolderPicker
from ui.pickers.folder_selection import FolderPick
from ui.session.session import TokenState

TOP = QModelIndex()
CHECK = Qt.ItemDataRole.CheckStateRole
OTHER_SPACE = "IAAFanxbXNArpAncB1645841408025905538"


class Picker:
    """A driver of the dialog."""

    def __init__(self, qtbot, window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.picks: list[FolderPick] = []
        self.dialog: FolderPicker

    def open(self, begin=None, *, wait=True) -> Picker:
        self.dialog = FolderPicker(self.window.services, begin or FolderPick(), self.window)
        return self._shown(wait=wait)

    def press_choose(self, *, wait=True) -> Picker:
        """Open it from the form."""
        QTest.mouseClick(
            self.window.findChild(QAbstractButton, "album.scopeDir.choose"), Qt.MouseButton.LeftButton
        )
        self.dialog = self.window.findChild(QDialog, "folderPicker")
        return self._shown(wait=wait)

    def _shown(self, *, wait) -> Picker:
        self.dialog.picked.connect(self.picks.append)
        self.tree = self.dialog.findChild(QWidget, "folderPicker.tree")
        self.model = self.tree.model()
        self.dialog.open()
        if wait:
            self.qtbot.waitUntil(lambda: self.model.rowCount() > 1, timeout=10_000)
        return self

    def find(self, name, kind=QWidget):
        return self.dialog.findChild(kind, f"folderPicker.{name}")

    def text(self, name) -> str:
        return self.find(name, QLabel).text()

    def click(self, name) -> None:
        QTest.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def texts(self, parent=TOP) -> list[str]:
        return [self.model.index(row, 0, parent).data() for row in range(self.model.rowCount(parent))]

    def row(self, *names):
        """Return the index of a folder, opening those on the way."""
        index = TOP
        for name in names:
            if index.isValid():
                self.tree.expand(index)
            self.qtbot.waitUntil(
                lambda inside=index, wanted=name: wanted in self.texts(inside), timeout=10_000
            )
            index = self.model.index(self.texts(index).index(name), 0, index)
        return index

    def press(self, index, key) -> None:
        self.tree.setCurrentIndex(index)
        QTest.keyClick(self.tree, key)

    def is_checked(self, index) -> bool:
        return Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked


@pytest.fixture
def picker(qtbot, window):
    picker = Picker(qtbot, window)
    yield picker
    runner = window.session.runner
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=10_000)


@pytest.fixture
def collection(window):
    """Return the album page as a form for a collection."""
    window.album.fill({"type": COLLECTION, "albumKind": "1"})
    return window.album


def lists(sandbox) -> list:
    return [request for request in sandbox.requests() if request.path == INDIVIDUAL_FILES]


def test_chosen_folders_fill_the_form_by_keyboard_alone(picker, window, sandbox, collection):
    picker.press_choose()
    picker.press(picker.row("Pictures", "Holidays 2025"), Qt.Key.Key_Space)
    picker.press(picker.row("Pictures", "Holidays 2026"), Qt.Key.Key_Space)
    assert picker.text("chosen") == "2 of 30"
    assert "Pictures" in picker.text("path")
    QTest.keyClick(picker.tree, Qt.Key.Key_Return)
    (pick,) = picker.picks
    fields = collection.fields()
    assert fields["scopeDir"] == list(pick.folder_ids)
    assert fields["scopeParentFolderId"] == pick.parent_folder_id
    assert fields["containerId"] == SANDBOX_CONTAINER_ID
    assert sorted(pick.names.values()) == ["Holidays 2025", "Holidays 2026", "Pictures"]
    collection.submit()
    picker.qtbot.waitUntil(lambda: bool(sandbox.effects()), timeout=10_000)
    assert sandbox.effects()[-1]["scopeDir"] == list(pick.folder_ids)


def test_only_what_is_opened_is_asked_for(picker, sandbox):
    picker.open()
    assert len(lists(sandbox)) == 1
    picker.row("Videos", "Football")
    assert len(lists(sandbox)) == 2


def test_the_top_is_called_by_the_id_that_the_space_tells(picker, window):
    (space,) = window.services.spaces.spaces
    picker.open()
    picker.press(picker.row("Videos"), Qt.Key.Key_Space)
    assert picker.text("path") == "Top of the space"
    picker.click("choose")
    assert picker.picks[0].parent_folder_id == space.root_folder_id


def test_the_form_is_found_again_in_the_tree(picker, window, collection):
    picker.press_choose()
    for name in ("Camera", "Holidays 2024"):
        picker.press(picker.row("Pictures", name), Qt.Key.Key_Space)
    picker.click("choose")
    before = picker.picks[0]
    picker.press_choose()
    assert picker.text("chosen") == "2 of 30"
    assert not picker.is_checked(picker.row("Pictures", "Screenshots"))
    assert picker.is_checked(picker.row("Pictures", "Camera"))
    picker.press(picker.row("Pictures", "Camera"), Qt.Key.Key_Space)
    picker.press(picker.row("Pictures", "Screenshots"), Qt.Key.Key_Space)
    picker.click("choose")
    assert picker.picks[-1].folder_ids[0] == before.folder_ids[1]
    assert len(collection.fields()["scopeDir"]) == 2


def test_boxes_of_other_parents_wait_until_all_is_unchecked(picker):
    picker.open()
    picker.press(picker.row("Pictures", "Camera"), Qt.Key.Key_Space)
    other = picker.row("Videos", "Family")
    picker.press(other, Qt.Key.Key_Space)
    assert not picker.is_checked(other)
    assert "folders of one parent" in picker.text("state")
    picker.click("uncheckAll")
    assert not picker.find("choose").isEnabled()
    picker.press(other, Qt.Key.Key_Space)
    assert picker.is_checked(other)


def test_a_click_on_a_box_that_cannot_be_checked_does_nothing(picker):
    picker.open()
    picker.press(picker.row("Pictures", "Camera"), Qt.Key.Key_Space)
    videos = picker.row("Videos")
    place = picker.tree.visualRect(videos)
    for x in range(place.left(), place.left() + 30, 4):
        point = place.center()
        point.setX(x)
        QTest.mouseClick(picker.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not picker.is_checked(videos)


def test_escape_leaves_the_form_alone_and_cancels_what_is_under_way(picker, window, sandbox, collection):
    picker.press_choose()
    sandbox.inject(Fault.HANG, path=INDIVIDUAL_FILES)
    picker.tree.expand(picker.model.index(0, 0))
    picker.qtbot.waitUntil(lambda: len(lists(sandbox)) == 2, timeout=10_000)
    began = time.monotonic()
    QTest.keyClick(picker.dialog, Qt.Key.Key_Escape)
    picker.qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=10_000)
    assert time.monotonic() - began < 3
    assert collection.fields()["scopeDir"] == []
    picker.qtbot.waitUntil(lambda: window.findChild(QDialog, "folderPicker") is None)


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_a_branch_that_fails_says_why_and_is_tried_again_in_place(picker, sandbox, way):
    picker.open()
    sandbox.inject(Fault.NONZERO_CODE, path=INDIVIDUAL_FILES)
    pictures = picker.row("Pictures")
    picker.tree.expand(pictures)
    picker.qtbot.waitUntil(lambda: "⚠" in "".join(picker.texts(pictures)), timeout=10_000)
    assert "could not be read" in picker.text("state")
    assert picker.row("Videos", "Football").isValid(), "other branches keep working"
    failed = picker.model.index(0, 0, pictures)
    if way == "enter":
        picker.press(failed, Qt.Key.Key_Return)
        assert picker.dialog.isVisible()
    elif way == "double click":
        place = picker.tree.visualRect(failed).center()
        QTest.mouseClick(picker.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(picker.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        picker.click("retry")
    assert picker.row("Pictures", "Camera").isValid()
    assert not picker.find("retry").isVisible()


def test_a_token_that_has_ended_is_asked_for_in_place_and_the_tree_goes_on(picker, sandbox):
    picker.open()
    sandbox.expire_tokens()
    pictures = picker.row("Pictures")
    picker.tree.expand(pictures)
    line = picker.find("signIn.token", QLineEdit)
    picker.qtbot.waitUntil(line.isVisible, timeout=10_000)
    assert picker.text("state") == ""
    assert not picker.find("retry").isVisible()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert "could not be read" in picker.text("state")
    picker.find("retry").click()
    picker.qtbot.waitUntil(line.isVisible, timeout=10_000)
    line.setFocus()
    line.insert(sandbox.renew_token())
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert picker.row("Pictures", "Camera").isValid()
    assert not picker.find("signIn").isVisible()
    assert picker.dialog.isVisible()


def test_with_the_fresh_token_the_keyboard_is_at_the_first_folder(picker, sandbox):
    sandbox.expire_tokens()
    picker.open(wait=False)
    line = picker.find("signIn.token", QLineEdit)
    picker.qtbot.waitUntil(line.isVisible, timeout=10_000)
    line.insert(sandbox.renew_token())
    QTest.keyClick(line, Qt.Key.Key_Return)
    picker.row("Pictures")
    picker.qtbot.waitUntil(lambda: picker.tree.currentIndex().data() == "Pictures")


def test_without_a_token_it_is_asked_for_first(picker, window, sandbox):
    token, window.session.token = window.session.token, None
    window.session.token_state = TokenState.MISSING
    picker.open(FolderPick(SANDBOX_CONTAINER_ID), wait=False)
    line = picker.find("signIn.token", QLineEdit)
    assert line.isVisible()
    assert lists(sandbox) == []
    line.insert(token)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert picker.row("Pictures", "Camera").isValid()


def test_a_service_that_refuses_the_fresh_token_too_is_not_asked_over_and_over(picker, sandbox):
    picker.open()
    sandbox.inject(Fault.EXPIRED_TOKEN, times=3, path=INDIVIDUAL_FILES)
    picker.tree.expand(picker.row("Pictures"))
    line = picker.find("signIn.token", QLineEdit)
    for calls in (2, 3, 4):
        picker.qtbot.waitUntil(
            lambda wanted=calls: line.isVisible() and len(lists(sandbox)) == wanted and not line.text()
        )
        line.insert(sandbox.renew_token())
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert picker.row("Pictures", "Camera").isValid()
    assert not line.isVisible()
    assert len(lists(sandbox)) == 5


def test_of_several_spaces_one_is_chosen_in_the_dialog(picker, window, sandbox, collection):
    sandbox.set_spaces([SANDBOX_CONTAINER_ID, OTHER_SPACE])
    window.services.spaces.refresh()
    picker.qtbot.waitUntil(lambda: len(window.services.spaces.spaces) == 2, timeout=10_000)
    picker.press_choose(wait=False)
    assert picker.text("state") == "You have 2 spaces. Choose one above."
    combo = picker.find("space", QComboBox)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    picker.press(picker.row("Videos"), Qt.Key.Key_Space)
    picker.click("choose")
    assert picker.picks[0].container_id == OTHER_SPACE
    assert collection.fields()["containerId"] == OTHER_SPACE


def test_where_no_space_is_known_it_is_typed(picker, window, sandbox):
    spaces = window.services.spaces
    sandbox.inject(Fault.NONZERO_CODE, path=f"{SPACE}/{SANDBOX_USER_ID}")
    spaces.refresh()
    picker.qtbot.waitUntil(lambda: spaces.error is not None and not spaces.is_loading, timeout=10_000)
    # As for a user whose space was never told.
    spaces.spaces = ()
    picker.open(wait=False)
    assert "Type its ID above." in picker.text("state")
    combo = picker.find("space", QComboBox)
    combo.setFocus()
    QTest.keyClicks(combo.lineEdit(), SANDBOX_CONTAINER_ID)
    QTest.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert picker.dialog.isVisible(), "Enter opens the space; it does not choose"
    picker.press(picker.row("Videos"), Qt.Key.Key_Space)
    picker.click("choose")
    assert picker.picks[0].parent_folder_id == "root", "nothing better is known of the top"


def test_folders_of_the_form_are_not_looked_for_in_another_space(picker, window, sandbox):
    sandbox.set_spaces([SANDBOX_CONTAINER_ID, OTHER_SPACE])
    window.services.spaces.refresh()
    picker.qtbot.waitUntil(lambda: len(window.services.spaces.spaces) == 2, timeout=10_000)
    picker.open(FolderPick(SANDBOX_CONTAINER_ID, "17", ("18", "19")))
    assert picker.text("chosen") == "2 of 30"
    combo = picker.find("space", QComboBox)
    combo.setEditText(OTHER_SPACE)
    QTest.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert picker.text("chosen") == "0 of 30"
    combo.setEditText(SANDBOX_CONTAINER_ID)
    QTest.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert picker.text("chosen") == "2 of 30"
    QTest.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    assert picker.dialog.isVisible(), "Enter in this line opens a space, and nothing else"


def test_five_thousand_folders_come_while_one_scrolls_and_nothing_stalls(picker, sandbox):
    (many,) = sandbox.add_folders("root", ["Many"])
    sandbox.add_folders(many, [f"Day {number}" for number in range(5_000)])
    picker.open()
    index = picker.row("Many")
    picker.tree.expand(index)
    picker.qtbot.waitUntil(lambda: picker.model.rowCount(index) > 50, timeout=10_000)
    asked = len(lists(sandbox))
    assert asked < 8, "pages come as they are needed"
    bar = picker.tree.verticalScrollBar()
    # The time of this thread alone, as tests run beside each other.
    gaps, last = [], [time.thread_time()]

    def tick():
        now = time.thread_time()
        gaps.append(now - last[0])
        last[0] = now
        bar.setValue(bar.maximum())

    timer = QTimer(interval=2)
    timer.timeout.connect(tick)
    timer.start()
    picker.qtbot.waitUntil(lambda: picker.model.rowCount(index) == 5_000, timeout=40_000)
    timer.stop()
    assert len(set(picker.texts(index))) == 5_000
    assert sorted(gaps)[int(len(gaps) * 0.99)] < 0.1, max(gaps)


def test_the_list_of_the_form_shows_names_and_keeps_ids(picker, window, collection):
    picker.press_choose()
    picker.press(picker.row("Pictures", "Holidays 2026"), Qt.Key.Key_Space)
    picker.click("choose")
    listed = window.findChild(QListWidget, "album.scopeDir.list")
    (folder_id,) = picker.picks[0].folder_ids
    assert listed.item(0).text() == folder_id
    assert "Holidays 2026" in listed.item(0).toolTip()
    assert "Pictures" in window.findChild(QLabel, "album.scopeParentFolderId.message").text()


def test_a_template_shows_the_names_that_the_history_knows(qtbot, window, collection):
    address = window.session.current.service_address
    window.session.backend.journal.names.save(address, {"17": "Pictures", "18": "Holidays 2026"})
    listed = window.findChild(QListWidget, "album.scopeDir.list")
    parent_help = window.findChild(QLabel, "album.scopeParentFolderId.message")
    collection.start_fresh({**collection.fields(), "scopeDir": ["18"], "scopeParentFolderId": "17"})
    qtbot.waitUntil(lambda: "Holidays 2026" in listed.item(0).toolTip() and "Pictures" in parent_help.text())
    assert collection.fields()["scopeDir"] == ["18"]
    collection.start_fresh()
    assert "Pictures" not in parent_help.text()
