"""Ctrl+K finds a name, an ID or a trace ID of any connection, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QTableView

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.journal import HistoryQuery
from koodrive.models import OutcomeKind
from ui.find.dialog import FindDialog


@pytest.fixture
def made(qtbot, window):
    """Create an album by the window and return its row of the history."""
    line = window.album.findChild(QLineEdit, "album.name")
    line.setText("Found by name")
    window.window_actions.findChild(QAction, "action.create").trigger()
    journal = window.session.backend.journal

    def rows():
        return journal.history.rows(HistoryQuery(outcomes=frozenset({OutcomeKind.CREATED})), 0, 9)

    qtbot.waitUntil(lambda: bool(rows()) and not window.session.runner.is_busy, timeout=10_000)
    return journal.history.attempt(rows()[0].attempt_id)


def opened(qtbot, window) -> FindDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FindDialog))
    return QApplication.activeModalWidget()


def texts(dialog) -> list[str]:
    results = dialog.findChild(QListWidget, "find.results")
    return [results.item(row).text() for row in range(results.count())]


def type_into(dialog, text) -> None:
    QTest.keyClicks(dialog.findChild(QLineEdit, "find.text"), text)


@pytest.mark.parametrize("by", ["name", "result_id", "trace_id"])
def test_enter_opens_the_row_of_the_history(qtbot, window, made, by):
    dialog = opened(qtbot, window)
    type_into(dialog, getattr(made, by))
    qtbot.waitUntil(lambda: any("History" in text for text in texts(dialog)))
    QTest.keyClick(dialog.findChild(QLineEdit, "find.text"), Qt.Key.Key_Return)
    assert window.page_name == "history"
    table = window.findChild(QTableView, "history.table")
    qtbot.waitUntil(lambda: table.selected is not None and table.selected.attempt_id == made.attempt_id)
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)


def test_enter_before_the_search_has_ended_opens_the_first_one(qtbot, window, made):
    dialog = opened(qtbot, window)
    type_into(dialog, made.result_id)
    QTest.keyClick(dialog.findChild(QLineEdit, "find.text"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page_name == "history")
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)


def test_what_only_the_service_has_opens_on_the_page_of_the_lists(qtbot, window, sandbox):
    made = sandbox.make_elsewhere("album", {"name": "By others", "type": 2, "albumKind": 1})
    window.session.backend.live(window.session.current, window.session.token)
    dialog = opened(qtbot, window)
    type_into(dialog, "by others")
    qtbot.waitUntil(lambda: any("On the service" in text for text in texts(dialog)))
    line = dialog.findChild(QLineEdit, "find.text")
    place = next(at for at, text in enumerate(texts(dialog)) if "On the service" in text)
    for _step in range(place):
        QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.page_name == "live"
    qtbot.waitUntil(lambda: window.live.selected is not None, timeout=10_000)
    assert window.live.selected.object_id == made["id"]
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)


def test_what_another_connection_has_changes_to_it(qtbot, window):
    session = window.session
    own = session.current
    other = replace(own, connection_id="c-other", name="Other", user_id="somebody-else")
    session.set_connections((other,))
    session.backend.journal.service_lists.save(other, "sharedFolder", [("4711", "Elsewhere")])
    dialog = opened(qtbot, window)
    type_into(dialog, "elsewhere")
    qtbot.waitUntil(lambda: len(texts(dialog)) == 1)
    assert "Other" in texts(dialog)[0]
    QTest.keyClick(dialog.findChild(QLineEdit, "find.text"), Qt.Key.Key_Return)
    assert session.current == other
    assert window.page_name == "live"
    qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=10_000)
    session.use(own)
    assert own.connection_id == SANDBOX_CONNECTION_ID
    qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=10_000)


def test_nothing_found_is_said_and_escape_closes(qtbot, window):
    dialog = opened(qtbot, window)
    type_into(dialog, "no such thing <b>")
    state = dialog.findChild(QLabel, "find.state")
    qtbot.waitUntil(lambda: "Nothing found" in state.text())
    QTest.keyClick(dialog.findChild(QLineEdit, "find.text"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert window.page_name == "album"
