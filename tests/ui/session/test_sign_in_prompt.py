"""The prompt that asks for a token or a password in place: keyboard, cleaning, errors, keyring, an app's key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from keyring.errors import KeyringLocked
from lost_answer_services import site
from memory_keyring import AskingKeyring, RaisingKeyring, store_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from window_session_fixtures import refreshes, rest, use_account, use_pasted

from koodrive.api.serialization import LOGIN, REFRESH_TOKEN
from koodrive.connections.sessions import SessionManager
from koodrive.sandbox import SANDBOX_TOKEN, Fault
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_PASSWORD
from ui.session.sign_in_prompt import SignInPrompt

__all__ = ["site"]


class PromptDriver:
    """A prompt in a dialog that has a default button of its own."""

    def __init__(self, qtbot, site) -> None:
        self.qtbot = qtbot
        self.site = site
        self.dialog = QDialog()
        self.other = QPushButton("Choose", self.dialog)
        self.other.setDefault(True)
        self.prompt = SignInPrompt("picker", site.services)
        layout = QVBoxLayout(self.dialog)
        layout.addWidget(self.prompt)
        layout.addWidget(self.other)
        self.heard = []
        # Without a cycle, which would be collected on any thread.
        heard = self.heard
        self.prompt.renewed.connect(lambda: heard.append("renewed"))
        self.prompt.cancelled.connect(lambda: heard.append("cancelled"))
        self.other.clicked.connect(lambda: heard.append("other"))
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        qtbot.waitUntil(self.dialog.isVisible)

    def part(self, name, kind=QLineEdit):
        return self.prompt.findChild(kind, f"picker.signIn.{name}")

    @property
    def message(self):
        return self.part("message", QLabel).text()

    def press(self, key, part="token"):
        self.qtbot.keyClick(self.part(part), key)

    def rest(self, condition=lambda: True):
        rest(self.qtbot, self.site.session, condition)


@pytest.fixture
def driver(qtbot, site):
    return PromptDriver(qtbot, site)


def test_it_is_hidden_until_it_asks_and_names_its_parts(qtbot, site, driver):
    assert not driver.prompt.isVisible()
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("The list could not be read on.")
    assert driver.prompt.objectName() == "picker.signIn"
    assert driver.part("token").isVisible()
    assert not driver.part("password").isVisible()
    assert driver.part("reason", QLabel).text() == "The list could not be read on."
    assert driver.dialog.focusWidget() is driver.part("token")
    assert driver.part("token").echoMode() is QLineEdit.EchoMode.Password


def test_enter_goes_on_and_presses_no_button_of_the_dialog(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    driver.part("token").insert(site.sandbox.renew_token())
    driver.press(Qt.Key.Key_Return)
    driver.rest(lambda: bool(driver.heard))
    assert driver.heard == ["renewed"]
    assert not driver.prompt.isVisible()
    assert driver.part("token").text() == ""
    assert driver.dialog.isVisible()


def test_escape_cancels_and_leaves_the_dialog(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    driver.part("token").insert("half")
    driver.press(Qt.Key.Key_Escape)
    assert driver.heard == ["cancelled"]
    assert driver.dialog.isVisible()
    assert not driver.prompt.isVisible()
    assert site.session.token == SANDBOX_TOKEN


def test_enter_on_cancel_cancels(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    cancel = driver.part("cancel", QPushButton)
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert driver.heard == ["cancelled"]


def test_a_paste_is_cleaned_and_that_is_said(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    QGuiApplication.clipboard().setText("Authorization: Bearer abc-def")
    driver.part("token").paste()
    assert driver.part("token").text() == "abc-def"
    assert "prefix was removed" in driver.message
    qtbot.keyClicks(driver.part("token"), "g")
    assert driver.message == ""


def test_what_is_no_token_is_told_in_place_and_stays_to_be_mended(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    driver.press(Qt.Key.Key_Return)
    assert "Paste the access token." in driver.message
    driver.part("token").insert("abc中")
    driver.press(Qt.Key.Key_Return)
    assert "U+4E2D" in driver.message
    assert driver.part("token").property("state") == "problem"
    assert driver.part("token").text() == "abc中"
    assert driver.heard == []


def test_a_wrong_password_is_told_in_the_service_s_words_and_is_gone(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    driver.prompt.ask("", may_refresh=False)
    assert SANDBOX_ACCOUNT in driver.part("password").accessibleName()
    driver.part("password").insert("Not-The-Password-9")
    driver.press(Qt.Key.Key_Return, "password")
    assert driver.part("password").text() == ""
    assert "Signing in" in driver.message
    driver.rest(lambda: "The account or its password is wrong." in driver.message)
    assert not driver.part("password").isUndoAvailable()
    driver.part("password").insert(SANDBOX_PASSWORD)
    driver.press(Qt.Key.Key_Return, "password")
    driver.rest(lambda: driver.heard == ["renewed"])


def test_no_password_is_sent_when_none_is_typed(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    before = sum(request.path == LOGIN for request in site.sandbox.requests())
    driver.prompt.ask("", may_refresh=False)
    driver.press(Qt.Key.Key_Return, "password")
    assert "Type the password" in driver.message
    assert sum(request.path == LOGIN for request in site.sandbox.requests()) == before


def test_a_held_enter_signs_in_once(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    before = sum(request.path == LOGIN for request in site.sandbox.requests())
    driver.prompt.ask("", may_refresh=False)
    driver.part("password").insert("Not-The-Password-9")
    for _ in range(5):
        driver.press(Qt.Key.Key_Return, "password")
    driver.rest()
    assert sum(request.path == LOGIN for request in site.sandbox.requests()) == before + 1


def test_a_session_is_renewed_without_asking_first(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    assert "being renewed" in driver.message
    driver.rest(lambda: driver.heard == ["renewed"])
    assert refreshes(site.sandbox) == 1


def test_two_prompts_share_one_renewal(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    other = PromptDriver(qtbot, site)
    driver.prompt.ask("")
    other.prompt.ask("")
    driver.rest(lambda: driver.heard == other.heard == ["renewed"])
    assert refreshes(site.sandbox) == 1


def test_where_the_session_is_not_renewed_the_password_is_asked(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    site.sandbox.inject(Fault.EXPIRED_TOKEN, path=REFRESH_TOKEN, times=1)
    driver.prompt.ask("")
    driver.rest(lambda: driver.message.startswith("⚠"))
    assert driver.part("password").isVisible()
    assert driver.dialog.focusWidget() is driver.part("password")
    driver.part("password").insert(SANDBOX_PASSWORD)
    driver.press(Qt.Key.Key_Return, "password")
    driver.rest(lambda: driver.heard == ["renewed"])


def with_keyring(site, backend):
    site.backend.credentials = store_on(backend)
    site.backend.sessions = SessionManager(site.backend.credentials, site.backend.clients.transport)


def test_where_the_keyring_fails_the_session_only_is_offered(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    with_keyring(site, RaisingKeyring(KeyringLocked("locked")))
    driver.prompt.ask("")
    keep = driver.part("keepForSession", QPushButton)
    assert not keep.isVisible()
    driver.part("token").insert(site.sandbox.renew_token())
    driver.press(Qt.Key.Key_Return)
    driver.rest(keep.isVisible)
    assert "forgotten when KooDesk closes" in driver.message
    keep.click()
    assert driver.heard == ["renewed"]


def test_a_keyring_that_asks_is_waited_for_and_can_be_left(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    keyring = AskingKeyring()
    with_keyring(site, keyring)
    driver.prompt.ask("")
    driver.part("token").insert(site.sandbox.renew_token())
    driver.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: driver.message == "Waiting for your password manager…", timeout=3_000)
    driver.press(Qt.Key.Key_Escape)
    assert driver.heard == ["cancelled"]
    keyring.answer.set()
    driver.rest()
    assert driver.heard == ["cancelled"]


def test_an_app_has_no_token_to_give(qtbot, site, driver):
    connection = use_pasted(qtbot, site.session, site.sandbox)
    site.session.use(replace(connection, authorization_format="app_signature"))
    wanted = []
    site.session.token_wanted.connect(lambda: wanted.append(True))
    driver.prompt.ask("")
    assert not driver.part("token").isVisible()
    assert not driver.part("password").isVisible()
    driver.part("goOn", QPushButton).click()
    assert wanted == [True]
    assert driver.prompt.is_asking


def test_another_connection_ends_the_question(qtbot, site, driver):
    use_pasted(qtbot, site.session, site.sandbox)
    driver.prompt.ask("")
    driver.part("token").insert("for-the-first")
    site.session.use(site.connection)
    driver.rest()
    assert not driver.prompt.isVisible()
    assert driver.part("token").text() == ""
    assert driver.heard == []


def test_a_long_and_odd_account_does_not_widen_it(qtbot, site, driver):
    connection = use_account(qtbot, site.session, site.sandbox)
    driver.prompt.ask("<b>" + "x" * 5_000, may_refresh=False)
    width = driver.prompt.minimumSizeHint().width()
    site.session.use(replace(connection, account="<i>\u202e" + "W" * 500))
    driver.rest()
    assert driver.prompt.minimumSizeHint().width() <= max(width, 560)
    assert "[U+202E]" in driver.part("password").accessibleName()


def test_while_the_session_is_renewed_nothing_is_asked_and_who_types_goes_on_typing(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    search = QLineEdit(driver.dialog)
    driver.dialog.layout().addWidget(search)
    qtbot.waitUntil(search.isVisible)
    search.setFocus()
    site.sandbox.inject(Fault.EXPIRED_TOKEN, path=REFRESH_TOKEN, times=1)
    driver.prompt.ask("")
    assert not driver.part("password").isVisible()
    assert not driver.part("goOn", QPushButton).isVisible()
    assert driver.dialog.focusWidget() is search
    driver.rest(lambda: driver.message.startswith("⚠"))
    assert driver.dialog.focusWidget() is search, "what is typed on must not go into the password"


def test_a_renewal_can_be_left_with_escape_and_enter_presses_nothing(qtbot, site, driver):
    use_account(qtbot, site.session, site.sandbox)
    site.sandbox.inject(Fault.SLOW, path=REFRESH_TOKEN, times=1, seconds=1)
    driver.other.setFocus()
    driver.prompt.ask("")
    assert driver.dialog.focusWidget() is driver.prompt
    qtbot.keyClick(driver.prompt, Qt.Key.Key_Return)
    assert driver.heard == []
    qtbot.keyClick(driver.prompt, Qt.Key.Key_Escape)
    assert driver.heard == ["cancelled"]
    driver.rest()


def test_it_is_scrolled_to_where_its_page_is_longer_than_the_window(qtbot, site):
    use_pasted(qtbot, site.session, site.sandbox)
    area, column = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    layout = QVBoxLayout(column)
    layout.addSpacing(2_000)
    prompt = SignInPrompt("step", site.services)
    layout.addWidget(prompt)
    area.setWidget(column)
    area.setWidgetResizable(True)
    area.resize(480, 320)
    area.show()
    prompt.ask("")
    line = prompt.findChild(QLineEdit, "step.signIn.token")
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())
