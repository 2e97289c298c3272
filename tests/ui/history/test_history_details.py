"""The details of one attempt: everything is there, literally, and can be copied."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from history_samples import FIRST_ID, START, write
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from koodrive.core.strict_json import indent_json
from koodrive.journal import Journal, ReadInterruptedError, Settlement
from koodrive.journal.errors import Operation
from koodrive.messages import Message
from koodrive.models import OutcomeKind, RequestKind
from ui.core.tasks import TaskRunner
from ui.history.details import AttemptDetails
from ui.history.loader import AttemptLoader, ReadableAttempt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.journal import Attempt


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "history.sqlite3") as journal:
        yield journal


@pytest.fixture
def details(qtbot) -> AttemptDetails:
    details = AttemptDetails()
    qtbot.addWidget(details)
    details.resize(320, 600)
    with qtbot.waitExposed(details):
        details.show()
    return details


@pytest.fixture
def loader(qtbot, journal: Journal) -> Iterator[AttemptLoader]:
    runner = TaskRunner()
    loader = AttemptLoader(runner)
    loader.open(journal)
    yield loader
    with qtbot.waitSignal(runner.idle):
        runner.close()


def readable(attempt: Attempt) -> ReadableAttempt:
    return ReadableAttempt(attempt, indent_json(attempt.body), attempt.answer)


def test_without_a_selection_it_says_what_would_be_here(details) -> None:
    shown = [label.text() for label in details.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Select an attempt to see its request, its answer and all of its IDs."]


class _Chinese(QTranslator):
    def translate(self, _context, text, _disambiguation=None, _n=-1) -> str | None:
        return {"It was not created": "未创建", "Seen at {time}.": "已于 {time} 见到。"}.get(text)


def test_messages_are_shown_in_the_language_of_the_window(qapp, details, journal) -> None:
    number = write(journal, 1, outcome=OutcomeKind.UNKNOWN)
    texts = {
        "title": Message("It was not created"),
        "message": Message("Seen at {time}.", time="9:00"),
        "note": Message("Looked at {time}.", time="9:00"),
    }
    journal.attempts.settle(number, Settlement(OutcomeKind.REFUSED, START, **texts))
    chinese = _Chinese()
    qapp.installTranslator(chinese)
    details.show_attempt(readable(journal.history.attempt(number)))
    qapp.removeTranslator(chinese)
    shown = "\n".join(edit.toPlainText() for edit in details.findChildren(QPlainTextEdit)).split("\n")
    # What the catalogue does not know is shown as it was stored.
    assert set(shown) >= {"未创建", "已于 9:00 见到。", "Looked at 9:00."}


def test_a_shared_folder_shows_all_of_its_ids(details, journal) -> None:
    attempt = journal.history.attempt(write(journal, 1, kind=RequestKind.SHARED_FOLDER, name="春节"))
    details.show_attempt(readable(attempt))

    expected = {
        "name": "春节",
        "sharedFolderId": str(FIRST_ID + 1),
        "albumId": "",
        "fileId": "F123",
        "groupId": "G456",
        "traceId": attempt.trace_id,
        "status": "200",
        "code": "0",
        "connection": "Family cloud",
        "serviceAddress": "https://koodrive.example",
        "userId": "user-1",
    }
    assert {key: details.value(key) for key in expected} == expected
    assert details.value("started").endswith("09:31:00.125 UTC)")
    assert details.value("settled").endswith("09:31:02.125 UTC)")
    assert details.value("took") == "2.000 s"
    assert json.loads(details.value("request")) == json.loads(attempt.body)
    assert "成功" in details.value("answer")


@pytest.mark.parametrize(("key", "value"), [("sharedFolderId", str(FIRST_ID + 1)), ("fileId", "F123")])
def test_each_id_has_its_copy_button(qtbot, details, journal, key, value) -> None:
    attempt = journal.history.attempt(write(journal, 1, kind=RequestKind.SHARED_FOLDER))
    details.show_attempt(readable(attempt))

    button = details.findChild(QPushButton, f"history.details.{key}.copy")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == value


def test_words_from_outside_are_shown_literally(details, journal) -> None:
    attempt = journal.history.attempt(write(journal, 1, outcome=OutcomeKind.REFUSED))
    details.show_attempt(readable(attempt))

    message = details.findChild(QPlainTextEdit, "history.details.message")
    assert message.toPlainText() == "This name is taken\nNothing was created. Choose <b>another</b> name."
    outcome = details.findChild(QLabel, "history.details.outcome")
    assert outcome.text() == "✕ Refused · Album"
    assert outcome.property("state") == "refused"


def test_an_album_after_a_folder_shows_nothing_of_the_folder(details, journal) -> None:
    details.show_attempt(readable(journal.history.attempt(write(journal, 1, kind=RequestKind.SHARED_FOLDER))))
    details.show_attempt(readable(journal.history.attempt(write(journal, 2, outcome=OutcomeKind.SENDING))))

    assert [details.value(key) for key in ("sharedFolderId", "fileId", "settled", "answer", "status")] == [
        ""
    ] * 5
    details.show_attempt(None)
    assert details.attempt is None
    assert details.value("traceId") == ""


def test_no_part_of_it_is_ever_a_window_of_its_own(qapp, details, journal) -> None:
    details.show_attempt(readable(journal.history.attempt(write(journal, 1))))
    assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == [details]


def test_a_long_word_does_not_make_the_panel_wider(qtbot, details, journal) -> None:
    attempt = journal.history.attempt(write(journal, 1, outcome=OutcomeKind.UNKNOWN, answer="x" * 10_000))
    details.show_attempt(readable(replace(attempt, message="x" * 10_000, connection_name="y" * 500)))

    viewport = details.viewport()
    qtbot.waitUntil(lambda: details.widget().width() <= viewport.width())
    answer = details.findChild(QPlainTextEdit, "history.details.answer")
    assert answer.height() < details.height()


def test_of_several_wishes_only_the_last_is_heard(qtbot, loader, journal) -> None:
    ids = [write(journal, number) for number in range(5)]
    heard: list[int] = []
    loader.loaded.connect(lambda found: heard.append(found.attempt.attempt_id))
    with qtbot.waitSignal(loader.loaded):
        for attempt_id in ids:
            loader.want(attempt_id)

    assert heard == ids[-1:]


def test_a_wish_that_was_taken_back_is_not_answered(qtbot, loader, journal) -> None:
    loader.want(write(journal, 1))
    loader._start()
    with qtbot.assertNotEmitted(loader.loaded):
        loader.want(None)
        qtbot.waitUntil(lambda: not loader._read._runner.is_busy)


def test_a_read_that_was_stopped_for_a_search_is_done_again(qtbot, loader, journal, monkeypatch) -> None:
    attempt_id = write(journal, 1)
    attempt, interruptions = journal.history.attempt(attempt_id), []

    def interrupted_once(_attempt_id: int) -> Attempt:
        if interruptions:
            return attempt
        interruptions.append(1)
        raise ReadInterruptedError(Operation.READING.value, Operation.READING.value)

    monkeypatch.setattr(journal.history, "attempt", interrupted_once)
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.want(attempt_id)
    assert loaded.args[0].attempt == attempt


def test_an_attempt_that_is_not_there_is_reported(qtbot, loader) -> None:
    with qtbot.waitSignal(loader.failed) as failed:
        loader.want(4711)
    assert "4711" in failed.args[0].message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_laying_out_changes_nothing_but_blanks(value) -> None:
    text = json.dumps(value)
    assert json.loads(indent_json(text)) == value
    assert indent_json(indent_json(text)) == indent_json(text)


@pytest.mark.parametrize(
    "text",
    [
        "no JSON",
        '{"code": 1, "code": 2}',
        '{"size": 1.10}',
        '{"size": NaN}',
        '{"code": 0',
        "",
        "<html>502</html>",
        "[" * 100_000,
    ],
)
def test_evidence_stays_as_it_came(text) -> None:
    assert indent_json(text) == text


def test_a_long_number_stays_exact() -> None:
    assert "1805929618625036417" in indent_json('{"id": 1805929618625036417}')
