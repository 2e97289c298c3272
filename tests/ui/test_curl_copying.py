"""Copy as cURL in the window: for which shell, with which token, and what is left on the clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu

from koodrive.curl import TOKEN_VARIABLE, Shell, asking_for_token
from koodrive.sandbox import SANDBOX_TOKEN
from ui.curl_copying import SHELL_SETTING, CurlCopying
from ui.dialogs.question import Question
from ui.widgets.request_preview import RequestPreview


@pytest.fixture
def form(window):
    """Return the window with the preview of New album unfolded and a name typed."""
    QGuiApplication.clipboard().clear()
    press(window, "album.togglePreview")
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
    assert text_of(form, "code") == asking_for_token(shell)
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


@pytest.mark.parametrize("stored", [*Shell, "", "fish", None])
def test_the_next_start_begins_with_the_shell_of_last_time(window, tmp_path, stored):
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    if stored is not None:
        settings.setValue(SHELL_SETTING, str(stored))
    preview = RequestPreview("again", window.session, window)
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
    assert "not on the clipboard" in text_of(form, "note")
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
    form.curl_copying.close()
    answer(form, qtbot, "confirm")
    assert copied() == ""


def test_without_a_token_there_is_nothing_to_ask(form):
    form.session.token = None
    choose(form, "copyToken")
    assert form.findChild(Question, "copyToken") is None
    assert "no token" in text_of(form, "note")
    assert copied() == ""


def test_what_no_command_can_hold_is_said(form, monkeypatch):
    monkeypatch.setattr(form.session.desk, "x_date", lambda _address: "2026\nX-Evil: 1")
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
