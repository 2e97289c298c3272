"""C-34: an unexpected exception is shown and logged, the app continues, and the buttons are enabled again."""

from __future__ import annotations

import threading
from contextlib import contextmanager

from lost_answer_services import QUICK
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QTableView
from resolve_driver import click, lose, outcome

from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from ui.core.tasks import Lane
from ui.history.model import HistoryModel
from ui.lifecycle.excepthook import ExceptionHook
from ui.support.error_dialog import ProblemDialog


@contextmanager
def exception_hook(window):
    """Have the hooks of the program in place of those of the tests."""
    resort = ExceptionHook(window)
    resort.install()
    try:
        yield
    finally:
        resort.uninstall()


def reported_text(window) -> str:
    """Return what the dialog about unexpected errors says, or an empty text when there is none."""
    dialog = window.findChild(ProblemDialog)
    return dialog.details if dialog is not None and dialog.isVisible() else ""


def close_dialog(qtbot, window):
    window.findChild(ProblemDialog).reject()
    qtbot.waitUntil(lambda: window.findChild(ProblemDialog) is None)


def is_alive(qtbot, form, name, sandbox):
    """Whether something can be created as if nothing had happened."""
    made = len(sandbox.effects())
    form.page.start_fresh()
    form.type("name", name)
    return form.create().kind is OutcomeKind.CREATED and len(sandbox.effects()) == made + 1


def test_c34_in_a_worker_nothing_is_sent_and_create_can_be_pressed_again(
    qtbot, form, window, sandbox, monkeypatch
):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError("<b>broken</b>")

    with monkeypatch.context() as broken, exception_hook(window):
        broken.setattr(window.session.backend, "create", fail)
        form.type("name", "Kept")
        assert form.create() is None
        qtbot.waitUntil(lambda: "ZeroDivisionError: <b>broken</b>" in reported_text(window))
        close_dialog(qtbot, window)
    assert form.state == "problem"
    assert form.message == "ZeroDivisionError"
    assert form.page.findChild(QAbstractButton, "album.create").isEnabled()
    assert form.sent == 0
    form.choose("resend")
    assert form.rest().kind is OutcomeKind.CREATED
    assert form.sent == len(sandbox.effects()) == 1
    assert sandbox.effects()[0]["name"] == "Kept"


def test_c34_in_the_middle_of_a_request_its_row_is_unknown_and_found_out(
    qtbot, window, sandbox, form, monkeypatch
):
    """The service has made it by then; who cannot read the answer must not say that there is none."""
    window.searches.set_pauses(QUICK)

    def fail(_answer):
        raise ZeroDivisionError("broken")

    with monkeypatch.context() as broken:
        broken.setattr("koodrive.api.write_responses.created_album", fail)
        form.type("name", "CreatedObject")
        result = form.create()
    assert result.kind is OutcomeKind.UNKNOWN
    qtbot.waitUntil(lambda: outcome(window, result.attempt_id) == "created")
    assert form.sent == len(sandbox.effects()) == 1


def test_c34_in_a_slot(qtbot, form, window, sandbox, caplog):
    def fail(_outcome):
        raise ZeroDivisionError("<b>in a slot</b>")

    def listen(entry):
        entry.submission.settled.connect(fail)

    with exception_hook(window):
        window.activity.added.connect(listen)
        form.type("name", "First")
        assert form.create().kind is OutcomeKind.CREATED
        qtbot.waitUntil(lambda: "ZeroDivisionError: <b>in a slot</b>" in reported_text(window))
        window.activity.added.disconnect(listen)
        close_dialog(qtbot, window)
    assert len([record for record in caplog.records if "in a slot" in record.getMessage()]) == 1
    assert form.page.findChild(QAbstractButton, "album.create").isEnabled()
    assert is_alive(qtbot, form, "Second", sandbox)


def test_c34_in_a_timer_and_in_a_thread_of_ours(qtbot, form, window, sandbox, caplog):
    def fail_in_timer():
        raise ZeroDivisionError(threading.current_thread().name)

    def fail():
        raise ZeroDivisionError(threading.current_thread().name)

    with exception_hook(window):
        QTimer.singleShot(0, window, fail_in_timer)
        qtbot.waitUntil(lambda: "MainThread" in reported_text(window))
        thread = threading.Thread(target=fail, name="koodrive-broken")
        thread.start()
        qtbot.waitUntil(lambda: "koodrive-broken" in reported_text(window))
        thread.join()
        close_dialog(qtbot, window)
    assert len([record for record in caplog.records if "ZeroDivisionError" in record.getMessage()]) == 2
    assert is_alive(qtbot, form, "After", sandbox)


def test_c34_in_a_task_that_nobody_listens_to(qtbot, form, window, sandbox):
    def fail():
        raise ZeroDivisionError("in a task")

    window.session.runner.start(Lane.READ, fail, key="connection")
    qtbot.waitUntil(lambda: "in a task" in window.messages.notice.accessibleName())
    assert is_alive(qtbot, form, "After", sandbox)


def test_c34_in_the_data_of_a_model(qtbot, form, window, sandbox, monkeypatch):
    data, is_broken = HistoryModel.data, threading.Event()

    def fail(*arguments):
        if is_broken.is_set():
            raise ZeroDivisionError("<b>in data()</b>")
        return data(*arguments)

    # Qt remembers which function it found, so that the fault is switched and not the function.
    monkeypatch.setattr(HistoryModel, "data", fail)
    form.type("name", "Row")
    made = form.create().created.album_id
    is_broken.set()
    with exception_hook(window):
        click(window, "nav.history")
        qtbot.waitUntil(lambda: "<b>in data()</b>" in reported_text(window))
        is_broken.clear()
        close_dialog(qtbot, window)
    model = window.findChild(QTableView, "history.table").model()
    row = [model.index(0, column) for column in range(model.columnCount())]
    qtbot.waitUntil(lambda: made in [index.data() for index in row])
    click(window, "nav.album")
    assert is_alive(qtbot, form, "After", sandbox)


def test_c34_in_a_look_for_a_lost_answer(qtbot, window, sandbox, monkeypatch):
    window.searches.set_pauses(QUICK)

    def fail(*_arguments, **_options):
        raise ZeroDivisionError("in a look")

    with monkeypatch.context() as broken:
        broken.setattr("koodrive.creation.resolver.read_and_record", fail)
        attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
        qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert outcome(window, attempt_id) == "unknown"
    window.searches.start([attempt_id])
    qtbot.waitUntil(lambda: outcome(window, attempt_id) == "created")
    assert len(sandbox.effects()) == 1
