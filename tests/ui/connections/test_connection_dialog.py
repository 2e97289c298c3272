"""The fields of the connection dialog: verdicts, the token, saving and closing."""

from __future__ import annotations

import json

import pytest
from connection_fixtures import CANARY, Driver, assert_in_no_file, shown_text, written
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QScrollArea

from koodrive.credentials.store import CredentialStore
from koodrive.errors import KeyringMissingError
from koodrive.messages import Message
from koodrive.sandbox import SANDBOX_TOKEN
from ui.widgets.question import DiscardQuestion


@pytest.fixture
def new(qtbot, session, window):
    return Driver(qtbot, session, window)


def test_a_new_connection_is_saved_with_its_token_in_the_keyring(qtbot, new, session, keyring):
    new.fill(address="intl.MyHuaweicloud-koodrive.com/")
    new.find("authorizationFormat.bearer_plus").click()
    new.find("language").setCurrentIndex(1)
    with qtbot.waitSignal(new.dialog.saved) as saved:
        new.click("save")
    (connection,) = json.loads(written(session))["connections"]
    assert connection == {
        "connection_id": saved.args[0].connection_id,
        "name": "Family cloud",
        "service_address": "https://intl.myhuaweicloud-koodrive.com",
        "user_id": "1644817543959100032",
        "authorization_format": "bearer_plus",
        "language": "zh-CN",
    }
    assert session.connections == (saved.args[0],)
    assert keyring.items == {saved.args[0].connection_id: CANARY}
    assert_in_no_file(session, CANARY)
    new.wait_until_gone()


def test_every_control_can_be_named_and_found(new):
    for name in ("name", "serviceAddress", "userId", "token", "language"):
        assert new.find(name).accessibleName()
        assert new.label(f"{name}.message") is not None
        assert new.find(name).accessibleDescription() == new.message(name)
    for button in new.dialog.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName()


@pytest.mark.parametrize("way", ["token", "account", "appKey"])
def test_no_two_controls_share_a_mnemonic(new, way):
    new.find(f"signInWay.{way}").click()
    new.click("advanced")
    new.find("proxy.manual").click()
    labels = [
        label.text() for label in new.dialog.findChildren(QLabel) if label.buddy() and label.isVisible()
    ]
    buttons = [button.text() for button in new.dialog.findChildren(QPushButton) if button.isVisible()]
    mnemonics = [text.split("&")[1][0].lower() for text in (*labels, *buttons) if "&" in text]
    assert len(mnemonics) == len(set(mnemonics)) >= 18
    # What the banner offers meanwhile: stop, keep for this session, try again.
    assert not set("pkr") & set(mnemonics)


def test_nobody_is_blamed_before_a_field_is_left_and_then_live(new):
    new.type("userId", "12 3")
    assert new.message("userId").startswith("The user's ID")
    new.find("token").setFocus()
    assert new.message("userId") == "⚠ A user ID has letters, digits and signs only, and no spaces."
    assert new.find("userId").property("state") == "problem"
    new.type("userId", "123")
    assert new.message("userId").startswith("The user's ID")


def test_save_reveals_all_problems_and_goes_to_the_first(new, session):
    new.find("language").setFocus()
    assert new.find("save").isEnabled()
    new.click("save")
    for name in ("name", "serviceAddress", "userId", "token"):
        assert new.message(name).startswith("⚠ ")
    assert new.focus_name == "connection.name"
    new.type("name", "Work")
    new.click("save")
    assert new.focus_name == "connection.serviceAddress"
    assert written(session) == ""


def test_the_first_problem_is_scrolled_to_on_a_small_screen(new):
    new.fill()
    new.type("name", "")
    new.find("language").setFocus()
    new.dialog.resize(new.dialog.width(), 300)
    scroll_area = new.dialog.findChild(QScrollArea)
    scroll_area.verticalScrollBar().setValue(scroll_area.verticalScrollBar().maximum())
    assert new.find("name").visibleRegion().isEmpty()
    new.click("save")
    assert new.focus_name == "connection.name"
    assert not new.find("name").visibleRegion().isEmpty()


def test_a_taken_name_is_a_problem_and_the_own_name_is_not(qtbot, session, window, stored):
    adding = Driver(qtbot, session, window)
    adding.type("name", "FAMILY cloud")
    adding.find("token").setFocus()
    assert "Another connection has this name" in adding.message("name")
    editing = Driver(qtbot, session, window, stored)
    editing.click("save")
    editing.wait_until_gone()


def test_known_addresses_are_offered_and_blanks_around_what_is_pasted_go(new):
    combo = new.find("serviceAddress")
    offered = [combo.itemText(row) for row in range(combo.count())]
    assert offered == ["https://intl.myhuaweicloud-koodrive.com", "https://cn.myhuaweicloud-koodrive.com"]
    assert combo.currentText() == ""
    combo.showPopup()
    assert not new.message("serviceAddress").startswith("⚠"), "going into the list is not leaving the field"
    combo.hidePopup()
    new.paste("serviceAddress", "  https://kd.example.com ")
    new.find("userId").setFocus()
    assert combo.currentText() == "https://kd.example.com"
    assert not new.message("serviceAddress").startswith("⚠")


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("\u200bcanary-\r\n7f3a9c ", "Line breaks and invisible characters were removed."),
        ("Bearer canary-7f3a9c", "The prefix was removed"),
        ("Authorization: Bearer+canary-7f3a9c", "The prefix was removed"),
        ("  canary-7f3a9c  ", ""),
    ],
)
def test_a_pasted_token_is_cleaned_at_once_and_says_so(new, pasted, words):
    new.paste("token", pasted)
    assert new.find("token").text() == CANARY
    assert words in new.message("token")
    assert CANARY not in shown_text(new.dialog)


def test_a_typed_token_is_cleaned_when_the_field_is_left(new):
    new.type("token", "bearer canary-7f3a9c")
    assert new.find("token").text() == "bearer canary-7f3a9c"
    new.find("userId").setFocus()
    assert new.find("token").text() == CANARY
    assert "prefix" in new.message("token")
    new.type("token", "x")
    assert "prefix" not in new.message("token")


def test_a_token_that_cannot_be_cleaned_is_refused_with_the_reason(new):
    new.paste("token", "canary-７f3a9c")
    new.find("userId").setFocus()
    assert "Character 8 of 13 cannot be in a token (U+FF17)" in new.message("token")


def test_the_format_changes_the_verdict_on_the_token(new):
    new.paste("token", "AT 3b911d")
    new.find("userId").setFocus()
    assert "choose the format “Unchanged”" in new.message("token")
    new.find("authorizationFormat.as_is").click()
    assert not new.message("token").startswith("⚠")
    new.paste("token", "")
    new.find("authorizationFormat.bearer").click()
    assert "choose the format “Unchanged”" in new.message("token")


def test_another_format_gets_back_what_the_last_one_took_away(new):
    new.paste("token", "Bearer canary-7f3a9c")
    new.find("authorizationFormat.as_is").click()
    assert new.find("token").text() == "Bearer canary-7f3a9c"
    new.find("authorizationFormat.bearer_plus").click()
    assert new.find("token").text() == CANARY


def test_the_token_is_shown_nowhere(qtbot, session, window, stored):
    driver = Driver(qtbot, session, window, stored)
    token = driver.find("token", QLineEdit)
    assert token.text() == ""
    assert token.echoMode() is QLineEdit.EchoMode.Password
    assert token.placeholderText().startswith("Stored in connection_fixtures.KeyringInMemory.")
    assert SANDBOX_TOKEN not in shown_text(driver.dialog)
    driver.paste("token", CANARY)
    token.selectAll()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(token, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ""


def test_the_dialog_names_the_keyring_or_says_that_there_is_none(qtbot, session, window):
    def find_nothing():
        raise KeyringMissingError(Message("This computer has no keyring"), Message("…"))

    assert "KeyringInMemory" in Driver(qtbot, session, window).label("keyring").text()
    session.backend.credentials = CredentialStore(backend=find_nothing)
    words = Driver(qtbot, session, window).label("keyring").text()
    assert words.startswith("This computer has no keyring. When you save, you can keep the token")


def test_enter_saves(qtbot, new):
    new.fill()
    with qtbot.waitSignal(new.dialog.saved):
        qtbot.keyClick(new.find("token"), Qt.Key.Key_Return)


def test_escape_closes_what_is_untouched(qtbot, new):
    qtbot.keyClick(new.dialog, Qt.Key.Key_Escape)
    new.wait_until_gone()


def test_escape_asks_before_it_throws_away_what_was_typed(qtbot, new, session):
    new.type("name", "Work")
    qtbot.keyClick(new.dialog, Qt.Key.Key_Escape)
    question = new.find("discardQuestion", DiscardQuestion)
    assert question.isVisible()
    assert question.focusWidget() is new.find("keepEditing")
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert new.dialog.isVisible()
    assert new.find("name").text() == "Work"
    new.dialog.close()
    assert new.dialog.isVisible()
    assert question.isVisible()
    new.click("discard")
    new.wait_until_gone()
    assert written(session) == ""


def test_chinese_names_are_kept(qtbot, new, session):
    new.fill()
    for character in "公司":
        QTest.sendKeyEvent(
            QTest.KeyAction.Click,
            new.find("name"),
            Qt.Key.Key_unknown,
            character,
            Qt.KeyboardModifier.NoModifier,
        )
    with qtbot.waitSignal(new.dialog.saved):
        new.click("save")
    assert session.connections[0].name == "Family cloud公司"
