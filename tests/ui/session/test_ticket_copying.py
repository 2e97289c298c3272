"""A request goes onto the clipboard as a text, read in the background."""

from __future__ import annotations

import pytest
from history_samples import write
from PySide6.QtGui import QGuiApplication

from koodrive.errors import JournalError
from koodrive.models import OutcomeKind
from ui.core.tasks import TaskRunner
from ui.session.session import Session
from ui.session.ticket_copying import TicketCopying


@pytest.fixture
def copying(qtbot, backend):
    runner = TaskRunner()
    yield TicketCopying(Session(lambda: backend, runner))
    with qtbot.waitSignal(runner.idle):
        runner.close()


def test_the_text_of_the_backend_is_on_the_clipboard(qtbot, copying, backend, journal):
    attempt_id = write(journal, 1, outcome=OutcomeKind.REFUSED)
    with qtbot.waitSignal(copying.copied) as copied:
        copying.copy(attempt_id)
    assert copied.args == [attempt_id]
    assert QGuiApplication.clipboard().text() == backend.ticket(attempt_id)


def test_what_cannot_be_read_leaves_the_clipboard_as_it_is(qtbot, copying):
    QGuiApplication.clipboard().setText("before")
    with qtbot.waitSignal(copying.failed) as failed:
        copying.copy(17)
    assert isinstance(failed.args[0], JournalError)
    assert QGuiApplication.clipboard().text() == "before"
