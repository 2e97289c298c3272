"""Extra text around a pasted token is removed, shown, and not stored."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from koodrive.api.auth import AuthorizationFormat
from ui.session.secret_line import PastedToken

BEARER, AS_IS = AuthorizationFormat.BEARER, AuthorizationFormat.AS_IS


@pytest.fixture
def line(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    return line


def paste(line, text):
    QGuiApplication.clipboard().setText(text)
    line.selectAll()
    line.paste()


def test_the_prefix_of_a_pasted_token_is_taken_away_and_said(line, qtbot):
    told = []
    PastedToken(line, BEARER).cleaned.connect(told.append)
    paste(line, "Bearer abcdefgh")
    assert line.text() == "abcdefgh"
    assert "prefix" in told[-1]


def test_what_is_typed_key_by_key_waits_to_be_cleaned(line, qtbot):
    pasted = PastedToken(line, BEARER)
    qtbot.keyClicks(line, "Bearer abcdefgh")
    assert line.text() == "Bearer abcdefgh"
    pasted.clean()
    assert line.text() == "abcdefgh"


def test_nothing_is_said_any_more_once_the_text_is_another(line, qtbot):
    told = []
    PastedToken(line, BEARER).cleaned.connect(told.append)
    paste(line, "Bearer abcdefgh")
    qtbot.keyClicks(line, "x")
    assert told[-1] == ""


def test_another_form_gets_back_what_the_last_one_took_away(line):
    pasted = PastedToken(line, BEARER)
    paste(line, "Bearer abcdefgh")
    pasted.set_format(AS_IS)
    assert line.text() == "Bearer abcdefgh"


def test_without_a_known_form_nothing_is_taken_away(line):
    pasted = PastedToken(line, "")
    paste(line, "Bearer abcdefgh")
    assert line.text() == "Bearer abcdefgh"
    pasted.set_format(BEARER)
    assert line.text() == "abcdefgh"


def test_a_token_that_is_gone_is_not_kept(line):
    pasted = PastedToken(line, BEARER)
    paste(line, "Bearer abcdefgh")
    line.setText("")
    assert not any("abcdefgh" in str(value) for value in vars(pasted).values())
