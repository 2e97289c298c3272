"""The meter in the connection bar of the real window: where it stands, and where its button leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from memory_keyring import ForgettingKeyring, MemoryKeyring, store_on
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from window_fixtures import use_keyring
from window_session_fixtures import CONNECTION_ID, prompt_of, rest, use_account, use_pasted

from koodrive.credentials.store import SERVICE_NAME
from ui.session.token_meter import TokenMeter


def end_token(window):
    window.session.life.mark_rejected()
    meter = window.findChild(TokenMeter)
    meter.refresh()
    return meter.findChild(QPushButton, "connection.newToken")


def dialogs():
    return [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "connectionDialog"]


def test_the_bar_has_no_meter_for_the_sandbox(window):
    meter = window.findChild(TokenMeter)
    assert meter is None or not meter.isVisible()


def test_the_bar_shows_how_long_the_token_lives_after_a_call(qtbot, window, sandbox):
    use_pasted(qtbot, window.session, sandbox)
    qtbot.waitUntil(lambda: window.findChild(TokenMeter).isVisible(), timeout=5_000)
    meter = window.findChild(TokenMeter)
    assert meter.window() is window
    assert meter.accessibleName() == "Token: about 20 min left"
    assert not [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TokenMeter)]


@pytest.mark.parametrize("page", ["album", "sharedFolder", "recipe"])
def test_its_button_asks_on_the_page_that_is_open(qtbot, window, sandbox, page):
    use_pasted(qtbot, window.session, sandbox)
    window.open_page(page)
    end_token(window).click()
    shown = window._stack.currentWidget()
    prompt = prompt_of(shown)
    assert prompt is not None
    assert prompt.isVisible()
    token = sandbox.renew_token()
    line = prompt.findChild(QLineEdit, f"{prompt.objectName()}.token")
    line.insert(token)
    prompt.go_on()
    rest(qtbot, window.session, lambda: window.session.token == token)
    assert prompt_of(shown) is None
    assert sandbox.effects() == []


def test_its_button_asks_where_a_step_of_the_page_asks_already(qtbot, window, sandbox):
    use_pasted(qtbot, window.session, sandbox)
    window.open_page("recipe")
    folder, album = window.recipe.steps
    album.prompt.ask("The album waits for it.")
    window.connections.renew_token()
    assert (folder.prompt.is_asking, album.prompt.is_asking) == (False, True)
    album.prompt.cancel()
    window.connections.renew_token()
    assert (folder.prompt.is_asking, album.prompt.is_asking) == (True, False)


def test_its_button_opens_the_dialog_where_no_page_can_ask(qtbot, window, sandbox):
    use_pasted(qtbot, window.session, sandbox)
    window.open_page("history")
    end_token(window).click()
    (dialog,) = dialogs()
    dialog.reject()


def test_its_button_renews_a_session_without_asking(qtbot, window, sandbox):
    use_account(qtbot, window.session, sandbox)
    before = window.session.token
    button = end_token(window)
    assert button.text() == "Sign in…"
    button.click()
    rest(qtbot, window.session, lambda: window.session.token not in (None, before))
    assert prompt_of(window.album) is None


def test_a_connection_that_was_edited_has_the_benefit_of_the_doubt(qtbot, window, sandbox):
    connection = use_pasted(qtbot, window.session, sandbox)
    window.session.life.mark_rejected()
    assert window.session.is_token_rejected
    window.session.use(replace(connection, authorization_format="bearer_plus"))
    assert not window.session.is_token_expired
    rest(qtbot, window.session)


def test_the_bar_says_that_a_renewed_session_could_not_be_stored(qtbot, window, sandbox):
    session, keyring = window.session, ForgettingKeyring()
    use_keyring(session.backend, store_on(keyring))
    connection = use_account(qtbot, session, sandbox)
    # As if it had been stored, and the keyring had begun to fail since.
    kept = session.backend.credentials.load(CONNECTION_ID)
    MemoryKeyring.set_password(keyring, SERVICE_NAME, CONNECTION_ID, kept)
    use_keyring(session.backend, store_on(keyring))
    session.use(None)
    session.use(connection)
    rest(qtbot, session, lambda: session.tokens is not None)
    label = window.findChild(object, "connection.tokenState")
    assert label.text() == label.toolTip() == ""
    window.services.renewal.refresh()
    rest(qtbot, session, lambda: bool(label.text()))
    assert label.text() == "Token kept for this session only"
    assert "could not be stored" in label.toolTip()


def test_the_bar_says_where_a_token_of_this_session_is_kept(qtbot, window, sandbox):
    use_pasted(qtbot, window.session, sandbox)
    label = window.findChild(object, "connection.tokenState")
    assert label.text() == "Token kept for this session only"
    assert window.session.backend.credentials.is_session_only(CONNECTION_ID)
