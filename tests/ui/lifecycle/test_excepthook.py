"""Uncaught exceptions end in the log and in one dialog, and the window continues."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer, Slot, qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget
from window_fixtures import has_settled, submission_of

from koodrive.errors import NotSentError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from ui.core.tasks import Lane
from ui.lifecycle.excepthook import ExceptionHook
from ui.support.error_dialog import ProblemDialog

TOKEN = "canary-e4da3b7fbbce2345d7772b0674a318d5"


@pytest.fixture
def guarded(window, monkeypatch):
    """Install the last resort over the running window, and give the hooks back to pytest afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    exception_hook = ExceptionHook(window)
    exception_hook.install()
    yield window
    exception_hook.uninstall()
    for dialog in dialogs():
        dialog.close()


def dialogs():
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, ProblemDialog) and widget.isVisible()
    ]


def the_dialog(qtbot):
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    return dialogs()[0]


def press(parent, name):
    QTest.mouseClick(parent.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def close(qtbot, dialog):
    press(dialog, "problem.close")
    qtbot.waitUntil(lambda: not dialogs())


class Receiver(QWidget):
    """Has a slot that raises."""

    def __init__(self, parent, error):
        super().__init__(parent)
        self.error = error
        self.calls = 0

    @Slot()
    def fail(self):
        self.calls += 1
        raise self.error

    @Slot(object)
    def fail_with(self, _payload):
        self.fail()


class BrokenPaint(QWidget):
    """Cannot be painted."""

    painted = 0

    def paintEvent(self, _event):  # noqa: N802 - Qt's name
        BrokenPaint.painted += 1
        raise RuntimeError("cannot paint")


class BrokenModel(QAbstractTableModel):
    """Item model whose `data` raises."""

    def rowCount(self, _parent=None):  # noqa: N802 - Qt's name
        return 50

    def columnCount(self, _parent=None):  # noqa: N802 - Qt's name
        return 5

    def data(self, _index, _role=0):
        raise KeyError("no such cell")


def still_works(qtbot, window, name="After the storm"):
    """Create an album by hand: what the window is for."""
    window.open_page("album")
    window.album.start_fresh()
    window.findChild(QLineEdit, "album.name").insert(name)
    press(window, "album.create")
    qtbot.waitUntil(lambda: has_settled(window.album))
    assert submission_of(window.album).outcome.created is not None


def test_an_exception_in_a_slot(qtbot, guarded, caplog):
    receiver = Receiver(guarded, ValueError("<b>broken</b>"))
    QTimer.singleShot(0, receiver.fail)
    dialog = the_dialog(qtbot)
    assert "ValueError: <b>broken</b>" in dialog.details
    assert "in fail" in dialog.details
    assert [record for record in caplog.records if "unexpected" in record.getMessage()]
    close(qtbot, dialog)
    still_works(qtbot, guarded)


def test_the_next_ones_are_added_to_the_dialog(qtbot, guarded):
    receiver = Receiver(guarded, ValueError("first"))
    QTimer.singleShot(0, receiver.fail)
    dialog = the_dialog(qtbot)
    for _ in range(5):
        QTimer.singleShot(0, receiver.fail)
    receiver_2 = Receiver(guarded, KeyError("second"))
    QTimer.singleShot(0, receiver_2.fail)
    qtbot.waitUntil(lambda: "second" in dialog.details)
    assert dialogs() == [dialog]
    assert "7 errors so far, of 2 kinds" in dialog.findChild(QLabel, "problem.count").text()
    close(qtbot, dialog)


def test_what_has_been_told_comes_back_as_a_line_only(qtbot, guarded):
    receiver = Receiver(guarded, ValueError("again"))
    QTimer.singleShot(0, receiver.fail)
    close(qtbot, the_dialog(qtbot))

    def fail_and_look():
        QTimer.singleShot(0, receiver.fail)
        return guarded.messages.notice.isVisible()

    qtbot.waitUntil(fail_and_look, timeout=5_000)
    assert "happened again" in guarded.messages.notice.accessibleName()
    assert dialogs() == []
    press(guarded, "notice.dismiss")


def _repaint(qtbot, broken, times):
    for _ in range(times):
        before = BrokenPaint.painted
        broken.update()
        qtbot.waitUntil(lambda before=before: BrokenPaint.painted > before)


def test_a_widget_that_cannot_be_painted_opens_one_dialog(qtbot, guarded):
    BrokenPaint.painted = 0
    broken = BrokenPaint(guarded)
    broken.setGeometry(300, 300, 50, 50)
    broken.show()
    dialog = the_dialog(qtbot)
    _repaint(qtbot, broken, 20)
    assert dialogs() == [dialog]
    qtbot.waitUntil(lambda: "times" in dialog.details)
    close(qtbot, dialog)
    _repaint(qtbot, broken, 20)
    # A button that is pressed repaints the window at once.
    broken.hide()
    broken.deleteLater()
    still_works(qtbot, guarded)
    assert dialogs() == []


def test_a_model_whose_data_raises(qtbot, guarded):
    table = QTableView(guarded)
    model = BrokenModel(table)
    table.setModel(model)
    table.setGeometry(0, 0, 400, 300)
    table.show()
    dialog = the_dialog(qtbot)
    assert "no such cell" in dialog.details
    with qtbot.waitSignal(table.destroyed):
        table.deleteLater()
    close(qtbot, dialog)
    still_works(qtbot, guarded)


def test_an_exception_on_another_thread(qtbot, guarded):
    def fail():
        raise OSError("elsewhere")

    thread = threading.Thread(target=fail, name="helper")
    thread.start()
    thread.join()
    dialog = the_dialog(qtbot)
    assert "thread helper" in dialog.details
    close(qtbot, dialog)


def test_an_exception_that_python_ignores(qtbot, guarded):
    class Stubborn:
        def __del__(self):
            raise RuntimeError("not while dying")

    Stubborn().__repr__()
    dialog = the_dialog(qtbot)
    assert "not while dying" in dialog.details
    close(qtbot, dialog)


def test_a_task_that_fails_in_a_way_that_nobody_has_foreseen(qtbot, guarded):
    def fail():
        raise ZeroDivisionError("in the background")

    guarded.session.runner.start(Lane.READ, fail, key="connection")
    dialog = the_dialog(qtbot)
    assert "in the background" in dialog.details
    close(qtbot, dialog)
    assert not guarded.messages.notice.isVisible()


def test_an_error_with_words_of_its_own_stays_in_the_window(qtbot, guarded):
    guarded.session.runner.unhandled.emit(NotSentError(Message("Not sent"), Message("Because.")))
    assert guarded.messages.notice.isVisible()
    assert dialogs() == []
    press(guarded, "notice.dismiss")


def test_the_button_comes_back_after_the_answer_was_taken_badly(qtbot, guarded):
    """A slot of the form raises in the middle of the answer; its button must not stay busy."""
    receiver = Receiver(guarded, RuntimeError("bad listener"))

    def listen(entry):
        entry.submission.settled.connect(receiver.fail_with)

    guarded.activity.added.connect(listen)
    still_works(qtbot, guarded)
    assert receiver.calls == 1
    assert not submission_of(guarded.album).is_busy
    assert guarded.findChild(QAbstractButton, "album.create").isEnabled()
    close(qtbot, the_dialog(qtbot))
    guarded.activity.added.disconnect(listen)
    still_works(qtbot, guarded, "Once more")


def test_what_qt_says_is_logged_and_only_its_errors_are_told(qtbot, guarded, caplog):
    caplog.set_level(logging.INFO)
    qWarning(f"a warning {TOKEN}\nof two lines")
    assert [
        record for record in caplog.records if record.name == "ui.qt" and "a warning" in record.getMessage()
    ]
    assert dialogs() == []
    qCritical("Qt is in trouble")
    dialog = the_dialog(qtbot)
    assert "Qt: Qt is in trouble" in dialog.details
    close(qtbot, dialog)


def test_the_details_can_be_copied_and_hold_no_secret(qtbot, guarded, capsys):
    SECRETS.register(TOKEN)
    receiver = Receiver(guarded, RuntimeError(f"Authorization: Bearer {TOKEN}"))
    QTimer.singleShot(0, receiver.fail)
    dialog = the_dialog(qtbot)
    press(dialog, "problem.copy")
    copied = QApplication.clipboard().text()
    assert copied == dialog.details
    assert copied.startswith("KooDesk ")
    assert "RuntimeError: Authorization: [redacted]" in copied
    assert TOKEN not in copied + capsys.readouterr().err
    close(qtbot, dialog)


def test_it_stands_over_a_dialog_that_is_open(qtbot, guarded):
    press(guarded, "connection.add")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    below = QApplication.activeModalWidget()
    receiver = Receiver(guarded, ValueError("meanwhile"))
    QTimer.singleShot(0, receiver.fail)
    dialog = the_dialog(qtbot)
    assert QApplication.activeModalWidget() is dialog
    close(qtbot, dialog)
    assert below.isVisible()
    below.close()


def test_the_bundle_of_the_dialog_has_the_error(qtbot, guarded):
    receiver = Receiver(guarded, ValueError("bundle me"))
    QTimer.singleShot(0, receiver.fail)
    dialog = the_dialog(qtbot)
    press(dialog, "problem.bundle")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)
    bundle = QApplication.activeModalWidget()
    save = bundle.findChild(QAbstractButton, "supportBundle.save")
    qtbot.waitUntil(save.isEnabled)
    shown = bundle.findChild(QWidget, "supportBundle.text").toPlainText()
    assert "bundle me" in shown
    bundle.close()
    close(qtbot, dialog)


def test_ctrl_c_is_not_an_error(qtbot, guarded, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert dialogs() == []
