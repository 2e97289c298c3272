"""An underlined letter acts at once, with what stands in the window then: what is typed on comes afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from window_fixtures import card_of, posts, submission_of

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault
from ui.connections.dialog import ConnectionDialog

ALT = Qt.KeyboardModifier.AltModifier
PAGES = ["album", "sharedFolder", "recipe", "live", "history"]


def names(sandbox):
    return [effect["name"] for effect in sandbox.effects()]


def type_on(window, text):
    """Type without a pause; a capital after Alt is Alt with that letter."""
    was_tab = False
    for character in text.replace("Alt+", "\t"):
        is_after_alt, was_tab = was_tab, character == "\t"
        if is_after_alt:
            QTest.keyClick(window.focusWidget(), character.lower(), ALT)
        elif not was_tab:
            QTest.keyClick(window.focusWidget(), character)


@pytest.fixture
def front(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("form", ["album", "sharedFolder"])
def test_names_typed_on_after_the_letter_of_create_are_made_as_typed(qtbot, front, sandbox, form) -> None:
    front.open_page(form)
    page = front.album if form == "album" else front.shared_folder
    if form == "sharedFolder":
        page.field("containerId").set_text(SANDBOX_CONTAINER_ID)
    page.findChild(QLineEdit, f"{form}.name").setFocus()
    type_on(front, "Human oneAlt+CHuman twoAlt+CHuman threeAlt+CHu")
    qtbot.waitUntil(lambda: names(sandbox) == ["Human one", "Human two", "Human three"], timeout=20_000)
    qtbot.waitUntil(lambda: not front.activity.is_sending, timeout=20_000)
    assert page.findChild(QLineEdit, f"{form}.name").text() == "Hu"


def test_clear_empties_what_stood_there_and_nothing_that_is_typed_on(front) -> None:
    line = front.album.findChild(QLineEdit, "album.name")
    line.setFocus()
    type_on(front, "WrongAlt+LRight")
    assert line.text() == "Right"


@pytest.mark.parametrize(("letter", "page"), [("H", "history"), ("D", "sharedFolder"), ("A", "album")])
def test_what_is_typed_after_the_letter_of_a_page_goes_there(front, letter, page) -> None:
    if page == "album":
        front.open_page("history")
    before = front.focusWidget()
    type_on(front, f"Alt+{letter}Anna")
    assert front.page_name == page
    line = front.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line is not before
    assert line.text() == "Anna"
    assert not isinstance(before, QLineEdit) or before.text() == ""


def test_a_letter_pressed_again_while_it_is_under_way_types_nothing_and_makes_one(
    qtbot, front, sandbox
) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    front.album.findChild(QLineEdit, "album.name").setFocus()
    type_on(front, "Once" + "Alt+C" * 10)
    assert submission_of(front.album).is_busy
    assert len(front.activity.entries) == 1
    qtbot.waitUntil(lambda: not submission_of(front.album).is_busy, timeout=20_000)
    assert len(posts(sandbox)) == 1
    assert names(sandbox) == ["Once"]
    assert front.album.findChild(QLineEdit, "album.name").text() == ""


def test_clear_while_a_create_is_under_way_empties_the_next_one_only(qtbot, front, sandbox) -> None:
    sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.5)
    line = front.album.findChild(QLineEdit, "album.name")
    line.setFocus()
    type_on(front, "OnceAlt+CWrongAlt+LNext")
    assert line.text() == "Next"
    assert not card_of(front.album).action("cancel").isHidden()
    qtbot.waitUntil(lambda: not submission_of(front.album).is_busy, timeout=20_000)
    assert names(sandbox) == ["Once"]
    assert card_of(front.album).property("state") == "created"
    assert line.text() == "Next"


def letter_buttons(window):
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    return [button for button in buttons if button.shortcut().toString().startswith("Alt+")]


@pytest.mark.parametrize("page", PAGES)
def test_every_button_with_a_letter_acts_at_once(front, page) -> None:
    front.open_page(page)
    acts_late = []
    for button in letter_buttons(front):
        if button.isEnabled() and getattr(button, "menu", lambda: None)() is None:
            clicks = []
            button.clicked.connect(lambda *_, clicks=clicks: clicks.append(1))
            front.open_page(page)
            if button.isVisible() and button.isEnabled():
                QTest.keyClick(front, button.shortcut()[0].key(), ALT)
                if clicks != [1]:
                    acts_late.append(button.objectName())
    assert acts_late == []


def test_the_letters_of_a_dialog_act_at_once(qtbot, front) -> None:
    front.findChild(QAbstractButton, "connection.add").click()
    (dialog,) = front.findChildren(ConnectionDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    button = next(one for one in letter_buttons(dialog) if one.isEnabled())
    clicks = []
    button.clicked.connect(lambda *_: clicks.append(1))
    QTest.keyClick(dialog, button.shortcut()[0].key(), ALT)
    assert clicks == [1]
