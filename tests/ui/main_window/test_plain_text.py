"""Hostile text in every place where text from outside is shown: literal, visible, bounded, and copied as it is."""

from __future__ import annotations

import json
import logging
import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

import pytest
from exported_files import read_csv, read_json
from history_samples import begin, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from scripted_server import ScriptedServer, reply
from window_fixtures import submission_of

from koodrive.core.characters import invisible_chars
from koodrive.creation.matching import Candidate
from koodrive.errors import NotSentError
from koodrive.journal import HistoryQuery
from koodrive.journal.export import write_csv, write_json
from koodrive.logs.crash_file import LOG_DIRECTORY
from koodrive.logs.formatter import one_line
from koodrive.logs.setup import LogWriter
from koodrive.logs.unexpected_errors import ErrorCollector
from koodrive.messages import Message
from koodrive.models import Album, Connection, OutcomeKind
from ui.connections.dialog import ConnectionDialog
from ui.connections.remove_dialog import RemoveConnection
from ui.history.columns import Column
from ui.lifecycle import start_failure
from ui.resolve.candidate_list import CandidateList
from ui.support.diagnostics_dialog import DiagnosticsDialog
from ui.support.error_dialog import ProblemDialog
from ui.texts.visible import as_tool_tip, escape_invisible, in_short, on_button, visible
from ui.widgets.labels import ElidedLabel, PlainLabel, with_break_points
from ui.widgets.question import Question
from ui.widgets.value_views import ValueLine, ValueText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from koodrive.journal import Journal
    from ui.main_window.main_window import MainWindow

HOSTILE = {
    "image": "<img src=file:///x onerror=1>",
    "entities": "&lt;b&gt;",
    "link": "<a href=x>y</a>",
    "bidi": "A\u202egpj.exe",
    "isolate": "a\u2069\u2067b",
    "controls": "a\x00b\x1b[31m\r\nc\td",
    "half": "a\ud800b",
    "mnemonic": "&File",
    "long": "W" * 10_000,
}
LOG_LINE = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z [A-Z]+ +[\w.]+ \[.+?\] ")
NARROW = (800, 520)
BREAK = "\u200b"
LINES = "\n\t"
ISOLATES = {"\u2068", "\u2069"}


@pytest.fixture(params=HOSTILE, name="text")
def hostile_text(request: pytest.FixtureRequest) -> str:
    """Return one hostile text after the other."""
    return HOSTILE[request.param]


# What is shown -----------------------------------------------------------------------------------------------


def test_a_tool_tip_is_literal_visible_and_bounded(text: str) -> None:
    tip = as_tool_tip(text)
    assert tip.startswith("<qt>")
    assert len(tip) < 2_000
    assert escape(escape_invisible(text))[:900] in tip
    assert not {"\x00", "\x1b", "\u202e", "\u2067", "\u2069"} & set(tip)


# Widgets -----------------------------------------------------------------------------------------------------


def test_a_label_shows_it_literally(qtbot: QtBot, text: str) -> None:
    for label in (PlainLabel(text), ElidedLabel(text), PlainLabel(with_break_points(text))):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert_visible(label.text())
    assert PlainLabel(text).text() == escape_invisible(text)


@pytest.mark.parametrize("widget", [ValueLine, ValueText])
def test_a_copy_is_the_original(qtbot: QtBot, text: str, widget: type[ValueLine | ValueText]) -> None:
    shown = widget()
    qtbot.addWidget(shown)
    shown.show_value(text)
    shown.selectAll()
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert shown.original == text
    # Qt leaves halves of characters out.
    wanted = text.replace("\ud800", "")
    assert QGuiApplication.clipboard().text().replace("\ud800", "") == wanted
    assert_visible(shown.text() if isinstance(shown, QLineEdit) else shown.toPlainText())


def test_candidates_show_it_literally(qtbot: QtBot, text: str) -> None:
    table = CandidateList("resolve.candidates")
    qtbot.addWidget(table)
    table.set_candidates([Candidate(Album(id="1", name=text), (Message("{x}", x=text),))])
    for column in (0, 2):
        item = table.item(0, column)
        assert_visible(item.text())
        assert item.text() == in_short(text, 500)
        assert item.toolTip() == as_tool_tip(text)


# The real window -----------------------------------------------------------------------------------------------


def connection_called(name: str, url: str = "https://koodrive.example") -> Connection:
    """Return a connection whose name and user come from outside."""
    return Connection("c1", name, url, "user-1", "bearer", "en-US")


def assert_visible(text: str) -> None:
    """Check that all of `text` can be seen, but for the ends of lines and what KooDesk itself has put there."""
    kept = [text[place] for place in invisible_chars(text) if text[place] not in LINES]
    assert set(kept) <= {*ISOLATES, BREAK}, [hex(ord(character)) for character in kept]
    assert kept.count("\u2068") == kept.count("\u2069")
    assert "\x00" not in text
    assert "\ud800" not in text


def assert_literal(root: QWidget) -> None:
    """Check every widget below `root` that shows a text."""
    for label in root.findChildren(QLabel):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, (label.objectName(), label.text()[:80])
            assert_visible(label.text())
    for shown in [
        *root.findChildren(QAbstractButton),
        *root.findChildren(QAction),
        *root.findChildren(QMenu),
    ]:
        words = shown.title() if isinstance(shown, QMenu) else shown.text()
        assert_visible(words)
        assert "&File" not in words.replace("&&", "§"), words
        assert len(words) < 200
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.toolTip():
            assert widget.toolTip().startswith("<qt>") or "<" not in widget.toolTip()
            assert_visible(widget.toolTip())
        assert_visible(widget.windowTitle())
        # A combo box or a field that people type into keeps what they typed.
        if isinstance(widget, ValueLine | ValueText):
            text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
            assert_visible(text)
        assert_visible(widget.accessibleName())
    for combo in root.findChildren(QComboBox):
        for place in range(combo.count()):
            assert_visible(combo.itemText(place))


def assert_fits(root: QWidget, width: int) -> None:
    """Check that nothing widens the window."""
    QApplication.sendPostedEvents()
    assert root.minimumSizeHint().width() <= width
    assert root.width() <= width


def record_attempts(journal: Journal, text: str) -> Connection:
    """Record two attempts that say `text`, and return their connection."""
    name = text.replace("\ud800", "")
    where = connection_called(name)
    for number, kind in enumerate((OutcomeKind.CREATED, OutcomeKind.REFUSED)):
        attempt = begin(journal, number, name=name, where=where, at=datetime.now(UTC))
        settle(journal, attempt, kind, number=number, answer=json.dumps({"msg": text}, ensure_ascii=True))
    return where


@pytest.fixture
def outside(window: MainWindow, text: str) -> MainWindow:
    """Return the window with a connection, attempts and answers that all say `text`."""
    where = record_attempts(window.session.backend.journal, text)
    window.resize(*NARROW)
    window.session.set_connections((replace(where, name=text),))
    return window


def test_the_window_shows_it_literally(qtbot: QtBot, outside: MainWindow, text: str) -> None:
    window, stored = outside, text.replace("\ud800", "")
    window.session.use(window.session.connections[0])
    window.messages.show_missing_profile(text)
    window.open_page("history")
    window.history.refresh()
    table = window.findChild(QTableView, "history.table")
    model = table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 2 and bool(model.index(0, 0).data()))
    for column, whole in ((Column.NAME, stored), (Column.CONNECTION, stored)):
        index = model.index(0, column)
        assert index.data() == in_short(whole, 500)
        assert index.data(Qt.ItemDataRole.ToolTipRole) == as_tool_tip(whole)
    table.selectRow(0)
    name = window.findChild(QWidget, "history.details")
    qtbot.waitUntil(lambda: window.findChild(ValueLine, "history.details.name") is not None)
    line = window.findChild(ValueLine, "history.details.name")
    qtbot.waitUntil(lambda: line.original == stored)
    assert line.text() == visible(stored)[: line.maxLength()]
    turn = window.findChild(QAbstractButton, "history.showDetails")
    if turn.isVisible():
        turn.click()
    assert name.isVisible()
    switch = window.findChild(QAbstractButton, "connection.switch")
    assert switch.toolTip() == as_tool_tip(text)
    switch.menu().aboutToShow.emit()
    assert on_button(text) in [action.text() for action in switch.menu().actions()]
    assert_literal(window)
    assert_fits(window, NARROW[0])
    assert not window.grab().isNull()


def test_an_answer_of_the_service_is_shown_literally(qtbot: QtBot, window: MainWindow, text: str) -> None:
    answer = json.dumps({"code": 1001, "msg": text}).encode()
    with ScriptedServer(reply(200, answer)) as server:
        session = window.session
        where = connection_called("Family", server.url)
        session.backend.credentials.save_for_session(where.connection_id, "token-of-a-test")
        session.set_connections((where,))
        session.use(where)
        qtbot.waitUntil(lambda: session.token is not None)
        window.resize(*NARROW)
        window.open_page("album")
        window.findChild(QLineEdit, "album.name").insert(text.replace("\ud800", "")[:20])
        QTest.mouseClick(window.findChild(QAbstractButton, "album.create"), Qt.MouseButton.LeftButton)
        create = submission_of(window.album)
        qtbot.waitUntil(
            lambda: create.outcome is not None or bool(window.album.spec.check(window.album.fields()))
        )
        qtbot.waitUntil(lambda: not create.is_busy and not session.runner.is_busy, timeout=10_000)
    for name in ("album.activity", "activity.request", "activity.tab"):
        window.findChild(QAbstractButton, name).click()
        assert_literal(window)
        assert_fits(window, NARROW[0])


def test_an_error_with_it_is_shown_literally(window: MainWindow) -> None:
    window.resize(*NARROW)
    for text in HOSTILE.values():
        for error in (ValueError(text), NotSentError(Message("{x}", x=text), Message("{x}", x=text))):
            window.messages.show_error(error)
            assert_literal(window)
            assert_fits(window, NARROW[0])


@contextmanager
def opened(qtbot: QtBot, dialog: QDialog) -> Iterator[QDialog]:
    """Open the dialog, and close it at the end."""
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    dialog.reject()


def test_the_dialogs_show_it_literally(qtbot: QtBot, outside: MainWindow, text: str) -> None:
    where, session = outside.session.connections[0], outside.session
    session.use(where)
    errors = ErrorCollector()
    errors.add(ValueError(text), None, "a background task")
    problem = ProblemDialog(outside)
    problem.show_errors(errors)
    question = Question("q", "Title", text, text, confirm="&Yes", parent=outside)
    dialogs = [
        ConnectionDialog(session, where, outside),
        RemoveConnection(session, where, outside),
        DiagnosticsDialog(session, outside),
        problem,
        question,
    ]
    for dialog in dialogs:
        with opened(qtbot, dialog):
            qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=10_000)
            if dialog is question:
                formats = {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()}
                assert formats == {Qt.TextFormat.PlainText}
                continue
            assert_literal(dialog)
            assert_fits(dialog, 900)


def test_a_failed_start_is_told_literally(qtbot: QtBot, text: str) -> None:
    box = start_failure.box(text, text)
    qtbot.addWidget(box)
    formats = {label.textFormat() for label in box.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
    assert_visible(box.text())
    assert [edit.toPlainText() for edit in box.findChildren(QPlainTextEdit)] == []


# Files ---------------------------------------------------------------------------------------------------------


def test_the_log_says_it_in_one_line(window: MainWindow, data_dir: Path, text: str) -> None:
    logging.getLogger("koodrive").warning("the service said %s and nothing else", text)
    logging.getLogger("koodrive").error("raised", exc_info=ValueError(text))
    for handler in logging.getLogger().handlers:
        if isinstance(handler, LogWriter):
            handler.drain()
    written = "".join(path.read_text(encoding="utf-8") for path in (data_dir / LOG_DIRECTORY).glob("*.log"))
    lines = written.removesuffix("\n").split("\n")
    assert all(line.isprintable() and LOG_LINE.match(line) for line in lines), lines
    assert sum("the service said" in line or "ValueError" in line for line in lines) == 2
    assert one_line(text)[:2_000] in written


@pytest.mark.parametrize("file_format", ["csv", "json"])
def test_an_export_holds_the_original(journal: Journal, tmp_path: Path, text: str, file_format: str) -> None:
    record_attempts(journal, text)
    stored, path = text.replace("\ud800", ""), tmp_path / f"history.{file_format}"
    attempts = journal.history.attempts(HistoryQuery())
    assert (write_csv if file_format == "csv" else write_json)(path, attempts) == 2
    rows = list(read_csv(path) if file_format == "csv" else read_json(path))
    assert [row["name"] for row in rows] == [stored, stored]
    assert [row["connection"] for row in rows] == [stored, stored]
    assert [json.loads(row["answer"])["msg"] for row in rows] == [text, text]
