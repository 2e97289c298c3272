"""A window that closes during a session refresh: the new tokens are stored, or the loss is shown."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from window_fixtures import posts
from window_session_fixtures import CONNECTION_ID, refreshes, use_account

from koodrive.api.serialization import ALBUM_CREATE, REFRESH_TOKEN
from koodrive.api.tokens import tokens_from_text
from koodrive.sandbox import Fault
from ui.core.tasks import Lane
from ui.main_window import shutdown


@pytest.fixture
def renewing(qtbot, window, sandbox):
    """Return a function that has the session renewed by a service with a fault, and closes the window soon after."""

    def begin(fault, seconds):
        use_account(qtbot, window.session, sandbox)
        old = window.session.tokens
        sandbox.inject(fault, path=REFRESH_TOKEN, seconds=seconds)
        window.services.renewal.refresh()
        qtbot.waitUntil(lambda: refreshes(sandbox) == 1)
        window._shutdown._cancel.setInterval(50)
        window._shutdown._give_up.setInterval(300)
        return SimpleNamespace(window=window, old=old, lingers=window._shutdown.lingers)

    return begin


def end_now(window):
    return window.messages.finishing.findChild(QAbstractButton, "finishing.endNow")


def test_the_new_tokens_are_waited_for_and_kept(qtbot, renewing, sandbox):
    site = renewing(Fault.SLOW, 1.0)
    credentials = site.window.session.backend.credentials
    with qtbot.waitSignals([site.lingers, site.window.shut_down], timeout=10_000, order="strict"):
        site.window.close()
    kept = tokens_from_text(credentials.load_for_session(CONNECTION_ID))
    assert kept.access_token != site.old.access_token
    assert kept.refresh_token != site.old.refresh_token
    assert not site.window.isVisible()
    assert refreshes(sandbox) == 1


def test_it_is_said_what_is_waited_for_and_people_can_end_at_once(qtbot, renewing):
    site = renewing(Fault.HANG, 30)
    with qtbot.waitSignal(site.lingers):
        site.window.close()
    assert "being renewed" in site.window.messages.finishing.accessibleName()
    assert not end_now(site.window).hasFocus(), "a blank that was meant for a form must not end it"
    QTest.keyClick(site.window, Qt.Key.Key_Tab)
    assert end_now(site.window).hasFocus()
    with qtbot.waitSignal(site.window.shut_down, timeout=6_000):
        end_now(site.window).click()


def test_to_close_once_more_ends_at_once(qtbot, renewing):
    site = renewing(Fault.HANG, 30)
    site.window.close()
    with qtbot.waitSignal(site.lingers):
        # Whoever closes twice out of habit has not read yet what would be lost.
        site.window.close()
    with qtbot.waitSignal(site.window.shut_down, timeout=6_000):
        site.window.close()


def test_the_system_does_not_have_to_wait(qtbot, renewing):
    site = renewing(Fault.HANG, 30)
    lingering = []
    site.lingers.connect(lambda: lingering.append(True))
    with qtbot.waitSignal(site.window.shut_down, timeout=6_000):
        site.window.quit_without_question()
    assert lingering == []


def test_the_system_ends_a_wait_that_has_begun(qtbot, renewing):
    site = renewing(Fault.HANG, 30)
    with qtbot.waitSignal(site.lingers):
        site.window.close()
    with qtbot.waitSignal(site.window.shut_down, timeout=6_000):
        site.window.quit_without_question()


def test_what_hangs_besides_does_not_hold_up_the_end_once_the_tokens_are_there(
    qtbot, renewing, window, monkeypatch
):
    monkeypatch.setattr(shutdown, "GIVE_UP_AFTER_MS", shutdown.CANCEL_AFTER_MS + 100)
    site, release = renewing(Fault.SLOW, 0.5), threading.Event()
    window.session.runner.start(Lane.FILES, lambda: release.wait(30), key="export")
    with qtbot.waitSignals([site.lingers, window.shut_down], timeout=6_000, order="strict"):
        window.close()
    assert not window.isVisible()
    with qtbot.waitSignal(window.session.runner.idle):
        release.set()


def test_no_renewal_begins_while_the_window_closes(qtbot, window, sandbox):
    use_account(qtbot, window.session, sandbox)
    window.open_page("album")
    window.album.field("name").set_text("in flight")
    sandbox.inject(Fault.HANG_AFTER_COMMIT, path=ALBUM_CREATE, seconds=30)
    window.album.submit()
    qtbot.waitUntil(lambda: len(posts(sandbox)) == 1)
    window._shutdown._cancel.setInterval(300)
    window.session.life.mark_rejected()
    window.quit_without_question()
    with qtbot.waitSignal(window.shut_down, timeout=6_000):
        window.services.renewal.renew_in_time()
        assert not window.services.renewal.is_busy
    assert refreshes(sandbox) == 0
