"""Copy as cURL in the window: for which shell, with which token, and what is left on the clipboard."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu

from koodrive.api.signing import AppKey
from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.creation.curl import TOKEN_VARIABLE, Shell, token_prompt_command
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID
from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET
from ui.create.curl import SHELL_SETTING, CurlCopying
from ui.create.request_preview import RequestPreview
from ui.widgets.question import Question
from ui.widgets.value_views import ValueText

KEY = AppKey(SANDBOX_APP_ID, SANDBOX_APP_SECRET)
SIGNED = "host;x-date;x-user-id"


@pytest.fixture
def form(window):
    """Return the window with the preview of New album shown and a name typed."""
    QGuiApplication.clipboard().clear()
    window.resize(1100, 760)
    press(window, "activity.request")
    window.findChild(QLineEdit, "album.name").insert("It's $100% 家")
    yield window
    QGuiApplication.clipboard().clear()


def press(window, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(window, name: str) -> None:
    window.findChild(QAction, f"album.preview.{name}").trigger()


def text_of(window, name: str) -> str:
    label = window.findChild(QLabel, f"album.preview.{name}")
    return label.text() if label.isVisible() else ""


def copied() -> str:
    return QGuiApplication.clipboard().text()


def answer(window, qtbot, button: str) -> None:
    question = window.findChild(Question, "copyToken")
    qtbot.waitUntil(question.isVisible, timeout=5_000)
    with qtbot.waitSignal(question.destroyed, timeout=5_000):
        press(question, f"copyToken.{button}")


def copy_with_token(window, qtbot) -> None:
    choose(window, "copyToken")
    answer(window, qtbot, "confirm")
    qtbot.waitUntil(lambda: SANDBOX_TOKEN in copied(), timeout=5_000)


@pytest.mark.parametrize(
    ("shell", "beginning"),
    [
        (Shell.SH, "curl --request POST http"),
        (Shell.CMD, 'curl --request POST "http'),
        (Shell.POWERSHELL, "& {\n"),
    ],
)
def test_a_shell_is_chosen_from_the_menu_and_remembered(form, shell, beginning):
    choose(form, f"copy.{shell}")
    command = copied()
    assert command.startswith(beginning)
    assert TOKEN_VARIABLE in command
    assert SANDBOX_TOKEN not in command
    assert text_of(form, "code") == token_prompt_command(shell)
    assert text_of(form, "note")
    press(form, "album.preview.copy")
    assert copied().startswith(beginning)
    assert form._settings.value(SHELL_SETTING) == shell.value
    for page in ("album", "sharedFolder"):
        marked = [
            action.data()
            for action in form.findChild(QMenu, f"{page}.preview.menu").actions()
            if action.isChecked()
        ]
        assert marked == [shell]


def test_the_next_start_begins_with_the_shell_of_last_time(window, tmp_path):
    for number, stored in enumerate([*Shell, "", "fish", None]):
        settings = QSettings(str(tmp_path / f"{number}.ini"), QSettings.Format.IniFormat)
        if stored is not None:
            settings.setValue(SHELL_SETTING, str(stored))
        preview = RequestPreview(f"start{number}", window.session, window)
        CurlCopying(window.session, settings, window).serve(preview)
        marked = [action.data() for action in preview.findChild(QMenu).actions() if action.isChecked()]
        assert marked == [stored if stored in set(Shell) else Shell.SH]


@pytest.mark.parametrize(
    ("platform", "first"), [("win32", Shell.POWERSHELL), ("linux", Shell.SH), ("darwin", Shell.SH)]
)
def test_the_shells_of_this_system_come_first(window, tmp_path, monkeypatch, platform, first):
    monkeypatch.setattr(sys, "platform", platform)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    preview = RequestPreview("other", window.session, window)
    CurlCopying(window.session, settings, window).serve(preview)
    actions = preview.findChild(QMenu).actions()
    assert actions[0].data() == first
    assert actions[0].isChecked()


def test_the_token_goes_along_only_after_a_yes(form, qtbot):
    press(form, "album.preview.copy")
    before = copied()
    choose(form, "copyToken")
    answer(form, qtbot, "stay")
    assert copied() == before
    copy_with_token(form, qtbot)
    assert TOKEN_VARIABLE not in copied()
    assert bytes(QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    assert "60 s" in text_of(form, "note")
    assert SANDBOX_TOKEN not in text_of(form, "note")


def test_the_clipboard_can_be_cleared_at_once(form, qtbot):
    copy_with_token(form, qtbot)
    press(form, "album.preview.clearNow")
    assert copied() == ""
    assert "no longer on the clipboard" in text_of(form, "note")
    assert not form.findChild(QAbstractButton, "album.preview.clearNow").isVisible()


@pytest.mark.parametrize("end", ["close", "terminate"])
@pytest.mark.parametrize("other", [None, "something else"])
def test_no_token_survives_the_window(form, qtbot, end, other):
    copy_with_token(form, qtbot)
    if other is not None:
        QGuiApplication.clipboard().setText(other)
    form.album.start_fresh()
    with qtbot.waitSignal(form.shut_down, timeout=15_000):
        form.close() if end == "close" else form.quit_without_question()
    assert copied() == (other or "")


def test_a_question_that_is_answered_too_late_copies_nothing(form, qtbot):
    choose(form, "copyToken")
    question = form.findChild(Question, "copyToken")
    qtbot.waitUntil(question.isVisible, timeout=5_000)
    form.page_services.curl.close()
    answer(form, qtbot, "confirm")
    assert copied() == ""


def test_without_a_token_there_is_nothing_to_ask(form):
    form.session.token = None
    choose(form, "copyToken")
    assert form.findChild(Question, "copyToken") is None
    assert "no token" in text_of(form, "note")
    assert copied() == ""


def test_what_no_command_can_hold_is_said(form, monkeypatch):
    clock = SimpleNamespace(x_date=lambda: "2026\nX-Evil: 1")
    monkeypatch.setattr(form.session.backend, "clock", lambda _address: clock)
    press(form, "album.preview.copy")
    assert copied() == ""
    assert "cannot" in text_of(form, "note")


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
@pytest.mark.parametrize("with_token", [False, True])
def test_what_was_copied_creates_the_album(form, sandbox, qtbot, tmp_path, with_token):
    if with_token:
        copy_with_token(form, qtbot)
    else:
        press(form, "album.preview.copy")
    subprocess.run(
        ["sh"],
        input=copied().encode("ascii"),
        check=True,
        timeout=20,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
        | ({} if with_token else {TOKEN_VARIABLE: SANDBOX_TOKEN}),
    )
    assert [effect["name"] for effect in sandbox.effects()] == ["It's $100% 家"]


# The forms of a connection ------------------------------------------------------------------------------------------


def switch(form, token: str, **changes: str) -> None:
    """Use the sandbox with other forms and with `token`."""
    form.session.backend.credentials.save_for_session(SANDBOX_CONNECTION_ID, token)
    form.session.use(dataclasses.replace(form.session.current, **changes))
    assert form.session.token == token


def preview_text(form) -> str:
    return form.findChild(ValueText, "album.preview.text").toPlainText()


def run(command: str, tmp_path, **variables: str) -> None:
    subprocess.run(
        ["sh"],
        input=command.encode("ascii"),
        check=True,
        timeout=20,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)} | variables,
    )


def test_the_preview_follows_the_forms_of_the_connection(form):
    usual = form.session.current
    for changes, token, line in [
        ({}, SANDBOX_TOKEN, "Authorization: Bearer ••••••••"),
        ({"authorization_format": "bearer_plus"}, SANDBOX_TOKEN, "Authorization: Bearer+••••••••"),
        ({"authorization_format": "as_is"}, SANDBOX_TOKEN, "Authorization: ••••••••"),
        ({"authorization_format": "as_is"}, "AT canary-7f3a9c", "Authorization: AT ••••••••"),
        (
            {"authorization_format": "app_signature"},
            KEY.text,
            f"Authorization: HMAC-SHA256 AppId={SANDBOX_APP_ID},SignedHeaders={SIGNED},Signature=••••••••",
        ),
        ({}, SANDBOX_TOKEN, "language: en-US"),
        ({"language_form": "underscore"}, SANDBOX_TOKEN, "language: en_us"),
        ({"language": "zh-CN", "language_form": "underscore"}, SANDBOX_TOKEN, "language: zh_cn"),
        ({}, SANDBOX_TOKEN, '  "type": 2,'),
        ({"number_form": "text"}, SANDBOX_TOKEN, '  "type": "2",'),
        ({}, SANDBOX_TOKEN, "X-Traceid: <58 characters, new for every attempt>"),
    ]:
        form.session.use(usual)
        switch(form, token, **changes)
        shown = preview_text(form)
        assert line in shown.splitlines()
        for secret in (SANDBOX_TOKEN, SANDBOX_APP_SECRET, "canary"):
            assert secret not in shown
        is_signed = changes.get("authorization_format") == "app_signature"
        assert ("15 minutes" in text_of(form, "signatureNote")) == is_signed


def test_a_trace_id_that_is_left_out_is_neither_shown_nor_copied(form):
    press(form, "album.preview.copy")
    assert "X-Traceid: " in copied()
    switch(form, SANDBOX_TOKEN, trace_id_header="omitted")
    assert "X-Date" in preview_text(form)
    assert "X-Traceid" not in preview_text(form)
    press(form, "album.preview.copy")
    assert "X-Date: " in copied()
    assert "X-Traceid" not in copied()


@pytest.mark.parametrize("format_", ["bearer", "as_is", "app_signature"])
def test_how_long_a_command_is_good_is_said_before_and_after(form, format_):
    switch(form, KEY.text if format_ == "app_signature" else SANDBOX_TOKEN, authorization_format=format_)
    limit = form.findChild(QAction, "album.preview.limit")
    assert "15 minutes" in limit.text()
    assert not limit.isEnabled()
    assert form.findChild(QMenu, "album.preview.menu").actions()[-1] is limit
    press(form, "album.preview.copy")
    assert "15 minutes" in text_of(form, "note")


def test_the_app_id_is_shown_as_soon_as_the_keyring_has_told_it(form):
    switch(form, KEY.text, authorization_format="app_signature")
    form.session.token = None
    form.session.token_changed.emit()
    assert "AppId=<AppId>," in preview_text(form)
    form.session.token = KEY.text
    form.session.token_renewed.emit()
    assert f"AppId={SANDBOX_APP_ID}," in preview_text(form)


def test_a_command_is_not_copied_without_a_signature(form):
    switch(form, KEY.text, authorization_format="app_signature")
    press(form, "album.preview.copy")
    assert copied() == ""
    assert "cannot sign by itself" in text_of(form, "note")
    assert text_of(form, "code") == ""
    choose(form, f"copy.{Shell.CMD}")
    assert copied() == ""
    assert form._settings.value(SHELL_SETTING) == Shell.CMD.value
    switch(form, SANDBOX_TOKEN, authorization_format="bearer")
    assert text_of(form, "note") == ""
    press(form, "album.preview.copy")
    assert TOKEN_VARIABLE in copied()


def test_the_menu_offers_what_the_connection_can_give(form):
    action = form.findChild(QAction, "album.preview.copyToken")
    assert action.text() == "With your real &token, good for 15 minutes (secret)…"
    switch(form, KEY.text, authorization_format="app_signature")
    assert action.text() == "With a signature, good for 15 &minutes (secret)…"
    switch(form, SANDBOX_TOKEN, authorization_format="bearer")
    assert action.text() == "With your real &token, good for 15 minutes (secret)…"


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_what_was_copied_with_a_signature_creates_the_album(form, sandbox, qtbot, tmp_path):
    sandbox.accept_only("app_signature")
    switch(
        form, KEY.text, authorization_format="app_signature", number_form="text", language_form="underscore"
    )
    choose(form, "copyToken")
    question = form.findChild(Question, "copyToken")
    assert "exactly this request" in question.text()
    answer(form, qtbot, "confirm")
    qtbot.waitUntil(lambda: bool(copied()), timeout=5_000)
    command = copied()
    assert re.search("Signature=[0-9a-f]{64}", command)
    assert SANDBOX_APP_SECRET not in command
    assert TOKEN_VARIABLE not in command
    assert bytes(QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    assert "signature, good for 15 minutes" in text_of(form, "note")
    run(command, tmp_path)
    assert [effect["name"] for effect in sandbox.effects()] == ["It's $100% 家"]
    sent = sandbox.requests()[-1]
    assert (sent.headers["language"], sent.headers["X-User-Id"]) == ("en_us", SANDBOX_USER_ID)
    assert b'"type": "2"' in sent.body
    press(form, "album.preview.clearNow")
    assert copied() == ""
    assert text_of(form, "note") == "The signature is no longer on the clipboard."


def test_without_an_app_secret_there_is_nothing_to_sign_with(form):
    switch(form, KEY.text, authorization_format="app_signature")
    form.session.token = None
    choose(form, "copyToken")
    assert form.findChild(Question, "copyToken") is None
    assert "nothing to sign with" in text_of(form, "note")


def test_half_a_key_copies_nothing(form, qtbot):
    switch(form, "only-an-app-id", authorization_format="app_signature")
    choose(form, "copyToken")
    answer(form, qtbot, "confirm")
    qtbot.waitUntil(lambda: bool(text_of(form, "note")), timeout=5_000)
    assert copied() == ""
    assert "AppSecret" in text_of(form, "note")


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_the_variable_takes_the_whole_token_of_a_session(form, sandbox, tmp_path):
    sandbox.accept_only("at")
    switch(form, f"AT {SANDBOX_TOKEN}", authorization_format="as_is")
    press(form, "album.preview.copy")
    assert "such as AT" in text_of(form, "note")
    assert SANDBOX_TOKEN not in copied()
    run(copied(), tmp_path, **{TOKEN_VARIABLE: f"AT {SANDBOX_TOKEN}"})
    assert [effect["name"] for effect in sandbox.effects()] == ["It's $100% 家"]
