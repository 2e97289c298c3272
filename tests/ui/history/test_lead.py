"""C-60, C-43: the ID that an untrusted answer names, and IDs that are too long, in the window."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from history_samples import begin
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from koodrive.api.serialization import ALBUM_LIST
from koodrive.journal import Journal, Settlement
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault, fake_answers
from koodrive.sandbox.messages import Response
from ui.core.tasks import TaskRunner
from ui.history.details import AttemptDetails
from ui.history.loader import AttemptLoader
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_SHOWN = 3_000
"""Characters of a whole answer, of which everything but the long value is short."""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "history.sqlite3") as journal:
        yield journal


@pytest.fixture
def shown(qtbot, journal: Journal):
    """Return what shows an attempt with an answer in the details, read as the window reads it."""
    runner, details = TaskRunner(), AttemptDetails()
    loader = AttemptLoader(runner)
    loader.open(journal)
    qtbot.addWidget(details)
    details.resize(400, 600)
    details.show()

    def show(answer: str, outcome: OutcomeKind = OutcomeKind.UNKNOWN) -> AttemptDetails:
        attempt_id = begin(journal, 1)
        journal.attempts.settle(
            attempt_id, Settlement(outcome, datetime.now(UTC), answer=answer, message=None)
        )
        with qtbot.waitSignal(loader.loaded) as loaded:
            loader.want(attempt_id)
        details.show_attempt(loaded.args[0])
        return details

    yield show
    with qtbot.waitSignal(runner.idle):
        runner.close()


def message_of(details: AttemptDetails) -> str:
    return details.findChild(QPlainTextEdit, "history.details.message").toPlainText()


def with_code(code):
    def changed(answer: Response) -> Response:
        body = json.dumps(json.loads(answer.body) | {"code": code}).encode()
        return Response(200, body, answer.headers)

    return changed


@pytest.mark.parametrize("code", [200, "SUCCESS"])
def test_c60_the_lead_stays_in_the_banner_while_lists_cannot_be_read(form, sandbox, monkeypatch, code):
    monkeypatch.setitem(fake_answers._CONTENT, Fault.HTML, with_code(code))
    form.type("name", "Summer")
    form.fault(Fault.HTML)
    sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=ALBUM_LIST, times=1000)
    assert form.create().kind is OutcomeKind.UNKNOWN
    (made,) = sandbox.effects()
    words = f"The answer names the ID {made['id']}; that is not confirmed."
    form.qtbot.waitUntil(lambda: words in form.message and "list" in form.message, timeout=15_000)
    form.type("name", " 2027")
    form.qtbot.waitUntil(lambda: words in form.message and "created anyway" in form.message)
    assert form.sent == 1


@pytest.mark.parametrize(
    "answer", ['{"albumId": "17", "code": 200}', '{"id": 17, "code": "OK"}', '{"albumId": "17"']
)
def test_c60_the_details_name_the_lead_of_an_answer_of_an_older_koodesk(shown, answer):
    words = message_of(shown(answer))
    assert ("The answer names the ID 17; that is not confirmed." in words) is ("17" in answer)


def test_c60_what_is_decided_has_no_lead(shown):
    assert "names the ID" not in message_of(shown('{"albumId": "17", "code": 1}', OutcomeKind.REFUSED))


def test_c60_an_id_with_markup_is_no_lead(shown):
    details = shown('{"albumId": "<b>17</b>", "code": 200}')
    assert "names the ID" not in message_of(details)
    assert "<b>17</b>" in details.value("answer")


@pytest.mark.parametrize("length", [500, 4_000, 100_000, 1_000_000])
def test_c43_a_long_id_in_an_answer_is_shortened_before_it_is_laid_out(shown, length):
    details = shown('{"albumId": "%s", "code": 200}' % ("7" * length))
    answer = details.findChild(QPlainTextEdit, "history.details.answer").toPlainText()
    assert len(answer) < LONGEST_SHOWN
    assert "characters …]" in answer
    assert '"albumId": "777' in answer


def test_c43_a_long_id_of_an_older_koodesk_does_not_fill_the_window(qtbot, shown):
    banner = Banner("album.result")
    qtbot.addWidget(banner)
    banner.show_content("created", "Album created", ids=[("albumId", "Album ID", "7" * 1_000_000)])
    assert len(banner.findChild(QLabel, "album.result.id").text()) <= 128
    assert len(banner.accessibleName()) < 1_000
    assert banner.result_id == "7" * 1_000_000, "what is copied is all of it"
    for line in shown("{}").findChildren(QLineEdit):
        if line.objectName() == "history.details.albumId":
            line.show_value("7" * 1_000_000)
            assert len(line.text()) <= 10_001
            assert line.original == "7" * 1_000_000
