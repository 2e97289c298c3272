"""Faults of a single create in the window: texts, kept input, and created objects."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from form_driver import FormDriver, go_to, lone_form
from lost_answer_services import ALBUM_CREATE, QUICK
from memory_keyring import MemoryKeyring
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from resolve_driver import click, close, use_account
from scripted_server import ScriptedServer, reply
from window_fixtures import posts, use_keyring
from window_session_fixtures import prompt_of

from koodrive.credentials.store import CredentialStore
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, Fault, Sandbox

ROOT = Path(__file__).parents[3]


# C-06 ----------------------------------------------------------------------------------------------------------------


def test_c06_a_redirect_is_a_mistake_in_the_connection(form, window):
    with ScriptedServer(reply(200, b"{}")) as other:
        script = reply(307, b"", f"Location: {other.url}{ALBUM_CREATE}")
        with ScriptedServer(script) as server:
            go_to(form, window, server.url)
            form.type("name", "Elsewhere")
            assert form.create().kind is OutcomeKind.REFUSED
            form.qtbot.waitUntil(lambda: not window.session.runner.is_busy)
        assert (form.state, form.title) == ("refused", "The service address leads somewhere else")
        assert "Correct the service address" in form.message
    assert other.requests == []
    assert sum(request.startswith(b"POST") for request in server.requests) == 1


# C-07 ----------------------------------------------------------------------------------------------------------------


def hold_enter(widget, times=30):
    """Press Enter as a keyboard does that repeats it, and let go."""
    keys = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
    for number in range(times):
        is_repeat = number > 0
        QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, *keys, "\r", is_repeat))
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, *keys))


@pytest.mark.parametrize("is_slow", [False, True])
def test_c07_enter_that_is_held_makes_one(qtbot, form, window, sandbox, is_slow):
    form.type("name", "Held")
    if is_slow:
        form.fault(Fault.SLOW, seconds=0.3)
    name = form.page.findChild(QLineEdit, "album.name")
    name.setFocus()
    for _ in range(5):
        hold_enter(name)
        form.rest()
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert form.sent == len(sandbox.effects()) == 1


def test_c07_two_forms_of_one_window_make_one(qtbot, window, sandbox):
    """Two pages with the same content, as two windows would have, on one backend."""
    with lone_form(qtbot, window, sandbox) as first, lone_form(qtbot, window, sandbox) as second:
        forms = (first, second)
        for form in forms:
            form.type("name", "Twice")
        sandbox.inject(Fault.SLOW, path=ALBUM_CREATE, seconds=0.3)
        for form in forms:
            form.click("create")
        outcomes = [form.rest() for form in forms]
        assert [outcome and outcome.kind for outcome in outcomes] == [OutcomeKind.CREATED, None]
        assert second.actions[-1] == "Create one more"
        assert len(posts(sandbox)) == len(sandbox.effects()) == 1


def test_c07_a_second_process_sends_nothing_and_raises_the_window(qtbot, form, window, sandbox, data_dir):
    form.fault(Fault.SLOW, seconds=3)
    form.type("name", "In the first one")
    form.click("create")
    qtbot.waitUntil(lambda: form.sent == 1)
    with qtbot.waitSignal(window.raise_requested, timeout=20_000):
        second = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "--sandbox", "--data-dir", str(data_dir)],
            cwd=data_dir,
            stderr=subprocess.PIPE,
            text=True,
        )
    _nothing, errors = second.communicate(timeout=20)
    assert (second.returncode, errors) == (0, "")
    assert form.rest().kind is OutcomeKind.CREATED
    assert len(posts(sandbox)) == len(sandbox.effects()) == 1


# C-16 and C-18 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.CLOCK_FAST, Fault.CLOCK_SLOW])
def test_c16_people_are_told_once_that_their_clock_is_wrong(form, sandbox, fault):
    sandbox.inject(fault, times=20, seconds=960)
    form.type("name", "First")
    assert form.create().kind is OutcomeKind.CREATED
    assert form.remark.startswith("The clock of this computer is ")
    form.type("name", "Second")
    assert form.create().kind is OutcomeKind.CREATED
    assert form.remark == ""
    assert [effect["name"] for effect in sandbox.effects()] == ["First", "Second"]
    assert form.sent == 3


def test_c18_both_causes_are_named(form, window):
    with ScriptedServer(reply(401, b'{"code": 401, "msg": "no"}', "Date: yesterday")) as server:
        go_to(form, window, server.url)
        form.type("name", "Why")
        session = window.session
        form.qtbot.waitUntil(lambda: session.is_token_rejected and not session.runner.is_busy)
        form.click("create")
        form.qtbot.waitUntil(lambda: prompt_of(form.page) is not None)
        window.services.renewal.use_token("another-token")
        form.qtbot.waitUntil(
            lambda: (
                any(request.startswith(b"POST") for request in server.requests)
                and prompt_of(form.page) is not None
                and not session.runner.is_busy
            )
        )
    assert "token" in form.message
    assert "clock of this computer" in form.message
    assert sum(request.startswith(b"POST") for request in server.requests) == 1


# C-19 ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.EXPIRED_TOKEN, Fault.EXPIRED_TOKEN_200])
def test_c19_an_expired_token_is_replaced_in_place_and_the_request_is_kept(qtbot, start, data_dir, fault):
    with Sandbox() as sandbox:
        use_account(data_dir, sandbox)
        window = start()
        use_keyring(window.session.backend, CredentialStore(backend=MemoryKeyring))
        window.session.backend.credentials.save_for_session("c1", SANDBOX_TOKEN)
        window.session.reload_token()
        qtbot.waitUntil(lambda: bool(sandbox.requests()) and not window.session.runner.is_busy)
        sandbox.inject(fault, path=ALBUM_CREATE)
        form = FormDriver(qtbot, window.album, sandbox)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        form.type("name", "Kept")
        form.click("create")
        qtbot.waitUntil(lambda: prompt_of(form.page) is not None and not form.submission.is_busy)
        assert form.state == "refused"
        assert form.title == "Your token has expired"
        assert sandbox.effects() == []
        assert form.entry.pending.request.name == "Kept"
        assert form.sent == 1

        token = window.findChild(QLineEdit, "album.signIn.token")
        qtbot.waitUntil(token.hasFocus)
        token.insert(sandbox.renew_token())
        click(window, "album.signIn.goOn")
        qtbot.waitUntil(lambda: form.state == "created")
        assert len(sandbox.effects()) == 1
        assert form.sent == 2
        assert len(sandbox.effects()) == 1
        close(qtbot, window)


# C-21 ----------------------------------------------------------------------------------------------------------------


def test_c21_a_history_that_takes_nothing_keeps_the_request_here_and_names_the_file(
    form, window, sandbox, data_dir
):
    if sys.platform == "win32":
        pytest.skip("files that are open cannot be moved there")
    moved = data_dir.with_name("moved")
    # As when a disk is pulled out: the folder is there no longer, and none may be made in its place.
    data_dir.rename(moved)
    data_dir.touch()
    try:
        form.type("name", "Nowhere")
        assert form.create() is None
        assert form.state == "problem"
        assert form.entry.pending.request.name == "Nowhere"
        # A long word is broken where it has to be, with characters that nobody sees.
        assert str(data_dir) in form.message.replace("\u200b", "")
        assert form.sent == 0
    finally:
        data_dir.unlink()
        moved.rename(data_dir)
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.sent == len(sandbox.effects()) == 1
    assert sandbox.effects()[0]["name"] == "Nowhere"


# C-32 ----------------------------------------------------------------------------------------------------------------


def test_c32_cancel_ends_a_drip_within_a_second_and_what_it_made_is_found(qtbot, form, window, sandbox):
    window.searches.set_pauses(QUICK)
    form.fault(Fault.DRIP)
    form.type("name", "Drop by drop")
    form.click("create")
    qtbot.waitUntil(lambda: len(sandbox.effects()) == 1)
    begun = time.monotonic()
    form.choose("cancel")
    outcome = form.rest()
    assert time.monotonic() - begun < 1
    assert outcome.kind in {OutcomeKind.UNKNOWN, OutcomeKind.CREATED}
    qtbot.waitUntil(lambda: form.state == "created")
    assert form.card.result_id == sandbox.effects()[0]["id"]
    assert form.sent == len(sandbox.effects()) == 1
