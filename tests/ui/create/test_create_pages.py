"""The two create pages in the real window, against the sandbox over a socket."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
)
from window_fixtures import card_of, has_settled, posts, submission_of

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault
from ui.widgets.banner import Banner


@pytest.fixture
def find(window):
    def find(name, kind=QLineEdit):
        found = window.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    return find


@pytest.fixture
def click(find):
    return lambda name: QTest.mouseClick(find(name, QAbstractButton), Qt.MouseButton.LeftButton)


@pytest.fixture
def settled(qtbot, window):
    """Return a function that waits until the form has an outcome, and gives it."""

    def wait(form="album"):
        page = window.album if form == "album" else window.shared_folder
        qtbot.waitUntil(lambda: has_settled(page), timeout=15_000)
        return submission_of(page).outcome

    return wait


def message(find, form, field):
    return find(f"{form}.{field}.message", QLabel).text()


def card(find, form="album"):
    return find(f"{form}.result", Banner)


def test_one_click_makes_one_manual_album(window, sandbox, find, click, settled):
    find("album.name").insert("家庭 2026")
    click("album.create")
    outcome = settled()
    (effect,) = sandbox.effects()
    assert effect["name"] == "家庭 2026"
    assert card(find).result_id == effect["id"] == outcome.created.album_id
    click("album.result.id.copy")
    assert QGuiApplication.clipboard().text() == effect["id"]


def test_a_collection_album_sends_its_scope(window, sandbox, find, click, settled):
    click("album.type.1")
    QGuiApplication.clipboard().setText("1765148493107805441\n1765148493107805442,1765148493107805443")
    find("album.scopeDir.entry").setFocus()
    QTest.keyClick(find("album.scopeDir.entry"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    find("album.scopeDir.entry").insert("1765148493107805444")
    find("album.scopeParentFolderId").insert("root")
    find("album.scopeKind.2", QCheckBox).click()
    click("album.create")
    settled()
    (effect,) = sandbox.effects()
    assert effect["scopeDir"] == [f"176514849310780544{digit}" for digit in "1234"]
    assert effect["scopeKind"] == "1"
    assert "name" not in effect


def test_a_shared_folder_and_a_shared_album_in_it(window, sandbox, find, click, settled):
    click("nav.sharedFolder")
    find("sharedFolder.name").insert("Family")
    find("sharedFolder.containerId").insert(SANDBOX_CONTAINER_ID)
    click("sharedFolder.create")
    folder = settled("sharedFolder").created
    card_of(window.shared_folder).trigger("sharedAlbum")
    assert window.page_name == "album"
    assert find("album.albumKind.2", QRadioButton).isChecked()
    assert find("album.shareFolderId").text() == folder.id
    assert find("album.groupId").text() == folder.group_id
    find("album.name").insert("In it")
    click("album.create")
    assert settled().kind is OutcomeKind.CREATED
    album = sandbox.effects()[1]
    assert album["shareFolderId"] == int(folder.id)
    assert album["groupId"] == folder.group_id


def test_create_with_problems_shows_all_and_focuses_the_first(window, sandbox, find, click):
    click("album.type.1")
    click("album.albumKind.2")
    find("album.scopeKind.1", QCheckBox).click()
    find("album.scopeKind.2", QCheckBox).click()
    click("album.create")
    for field in ("groupId", "shareFolderId", "scopeDir", "scopeParentFolderId", "scopeKind"):
        assert message(find, "album", field).startswith("⚠"), field
    assert window.focusWidget() is find("album.groupId")
    assert find("album.notice", Banner).isVisible()
    assert posts(sandbox) == []
    find("album.groupId").insert("17")
    assert not message(find, "album", "groupId").startswith("⚠")


def test_the_first_verdict_waits_until_the_field_is_left(window, find):
    line = find("sharedFolder.name")
    window.open_page("sharedFolder")
    line.setFocus()
    line.insert("..")
    assert not message(find, "sharedFolder", "name").startswith("⚠")
    find("sharedFolder.containerId").setFocus()
    assert "just “..”" in message(find, "sharedFolder", "name")
    line.setText(".")
    assert "just “.”" in message(find, "sharedFolder", "name")
    line.setText("fine")
    assert not message(find, "sharedFolder", "name").startswith("⚠")


def test_the_counter_counts_code_points_and_cuts_nothing(window, find):
    find("album.name").insert("\U00020bb7" * 25)
    assert find("album.name").text() == "\U00020bb7" * 25
    shown = [label.text() for label in window.album.field("name").findChildren(QLabel)]
    assert "25/20" in shown


def test_nothing_typed_is_lost_by_choices_pages_or_errors(window, sandbox, find, click, settled):
    click("album.type.1")
    find("album.scopeParentFolderId").insert("root")
    click("album.type.2")
    assert not find("album.scopeParentFolderId").isVisible()
    find("album.name").insert("Keep me")
    sandbox.inject(Fault.NONZERO_CODE, path=ALBUM_CREATE)
    click("album.create")
    assert settled().kind is OutcomeKind.REFUSED
    assert find("album.name").text() == ""
    click("nav.history")
    click("nav.album")
    card_of(window.album).trigger("template")
    assert find("album.name").text() == "Keep me"
    click("album.type.1")
    assert find("album.scopeParentFolderId").text() == "root"


def test_enter_in_a_line_creates(window, sandbox, find, settled):
    find("album.name").insert("By keyboard")
    QTest.keyClick(find("album.name"), Qt.Key.Key_Return)
    assert settled().kind is OutcomeKind.CREATED


def test_hostile_text_of_the_server_is_shown_literally(window, sandbox, find, click, settled):
    name = "<img src=x><b>&lt;"
    find("album.name").insert(name)
    click("album.create")
    settled()
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()


def test_the_preview_follows_the_typing_and_masks_the_token(window, find, click):
    window.resize(1100, 760)
    click("activity.request")
    find("album.name").insert('It\'s "x" & 家')
    text = find("album.preview.text", QPlainTextEdit).toPlainText()
    head, _, body = text.partition("\n\n")
    assert json.loads(body) == {"name": 'It\'s "x" & 家', "type": 2, "albumKind": 1}
    assert "Authorization: Bearer ••••" in head
    assert "sandbox-token" not in text
    click("album.preview.copy")
    command = QGuiApplication.clipboard().text()
    assert "sandbox-token" not in command
    assert command.startswith("curl --request POST http://127.0.0.1:")


def test_clear_empties_the_form(window, find, click):
    find("album.name").insert("x")
    assert window.album.has_unsaved_input
    click("album.clear")
    assert find("album.name").text() == ""
    assert not window.album.has_unsaved_input


def test_every_control_has_a_name_for_screen_readers(window):
    for kind in (QLineEdit, QAbstractButton, QPlainTextEdit):
        for widget in window.findChildren(kind):
            if widget.objectName() and not widget.objectName().startswith("qt_") and not widget.isHidden():
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, widget.objectName()


def test_a_field_is_not_judged_because_the_page_or_a_choice_changes(window, find, click):
    find("album.name").setFocus()
    click("album.type.1")
    click("album.type.2")
    click("nav.history")
    click("nav.album")
    assert not message(find, "album", "name").startswith("⚠")


def ids(find):
    listed = find("album.scopeDir.list", QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def test_enter_in_the_list_adds_and_does_not_submit(window, sandbox, find, click):
    click("album.type.1")
    find("album.scopeParentFolderId").insert("root")
    for directory in ("17", "18"):
        find("album.scopeDir.entry").setFocus()
        find("album.scopeDir.entry").insert(directory)
        QTest.keyClick(find("album.scopeDir.entry"), Qt.Key.Key_Return)
    QTest.keyClick(find("album.scopeDir.entry"), Qt.Key.Key_Return)
    assert ids(find) == ["17", "18"]
    assert posts(sandbox) == []


def test_folders_are_put_in_order_and_removed(window, find, click):
    click("album.type.1")
    window.album.field("scopeDir").list.set_ids(["a", "b", "c"])
    listed = find("album.scopeDir.list", QListWidget)
    listed.item(0).setSelected(True)
    click("album.scopeDir.down")
    click("album.scopeDir.down")
    assert ids(find) == ["b", "c", "a"]
    assert [item.text() for item in listed.selectedItems()] == ["a"]
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert ids(find) == ["b"]


def test_what_is_being_edited_in_the_list_is_sent(window, sandbox, find, click, settled):
    click("album.type.1")
    window.album.field("scopeDir").list.set_ids(["17"])
    find("album.scopeParentFolderId").insert("root")
    listed = find("album.scopeDir.list", QListWidget)
    listed.editItem(listed.item(0))
    editor = next(line for line in listed.findChildren(QLineEdit))
    editor.setText("1999")
    window.album.submit()
    settled()
    assert sandbox.effects()[0]["scopeDir"] == ["1999"]


def test_an_id_that_is_not_added_yet_is_neither_lost_nor_left_behind(window, find, click):
    click("album.type.1")
    find("album.scopeDir.entry").insert("17")
    assert window.album.has_unsaved_input
    click("album.clear")
    assert find("album.scopeDir.entry").text() == ""


def test_tab_goes_the_way_of_the_eye(window, find):
    window.open_page("sharedFolder")
    walk = ["sharedFolder.shareType.0", "sharedFolder.name", "sharedFolder.containerId", "sharedFolder.clear"]
    find(walk[0], QRadioButton).setFocus()
    for name in walk[1:]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget().objectName() == name
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "sharedFolder.create"


def test_the_focus_comes_back_to_where_it_was(window, find, click):
    window.open_page("sharedFolder")
    find("sharedFolder.containerId").setFocus()
    click("nav.history")
    click("nav.sharedFolder")
    assert window.focusWidget() is find("sharedFolder.containerId")


def emitted(page):
    seen = []
    page.edited.connect(seen.append)
    return seen


def test_the_page_tells_what_is_about_to_be_created_while_it_is_seen(qtbot, window, find):
    album, folder = emitted(window.album), emitted(window.shared_folder)
    find("album.name").insert("x")
    assert [request.name for request in album] == ["x"]
    find("sharedFolder.name").insert("unseen")
    assert folder == []
    window.open_page("sharedFolder")
    assert [request.name for request in folder] == ["unseen"]
    window.open_page("album")
    assert [request.name for request in album] == ["x", "x"]


def test_the_page_tells_nothing_while_it_is_not_known_which_list_is_meant(qtbot, window, find, click):
    click("album.albumKind.2")
    seen = emitted(window.album)
    find("album.name").insert("x")
    find("album.shareFolderId").insert("17")
    assert seen == []
    find("album.groupId").insert("18")
    assert [request.group_id for request in seen] == ["18"]
    find("album.groupId").setText("")
    click("album.albumKind.1")
    assert [request.group_id for request in seen] == ["18", None]


def test_the_page_tells_again_when_the_token_is_there(qtbot, window):
    seen = emitted(window.album)
    window.session.reload_token()
    qtbot.waitUntil(lambda: window.session.token is not None)
    assert len(seen) >= 1
