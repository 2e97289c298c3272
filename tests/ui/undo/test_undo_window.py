"""Taking back in the window, against the sandbox: the question, the delete, and what the history says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from undo_driver import UndoDriver, album, folder
from window_fixtures import posts

from koodrive.backend.undoing import look_before_undo
from koodrive.backend.undoing import undo as undo_now
from koodrive.creation.undo import presence
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, Outcome, OutcomeKind, RequestKind
from koodrive.sandbox import Fault
from koodrive.sandbox.changes import Change
from ui.activity.restored_entries import RestoredEntries
from ui.create.pending_submission import PendingSubmission
from ui.create.spec import SPECS
from ui.texts.attempts import outcome_with_sign

DELETES = "/koodrive/ose/v1/album"


@pytest.fixture
def undo(qtbot, window) -> UndoDriver:
    window.resize(1_180, 760)
    return UndoDriver(qtbot, window)


def shown_words(action: QAction) -> str:
    """Return what a tool tip of an action says."""
    return QTextDocumentFragment.fromHtml(action.toolTip()).toPlainText()


def deleted(undo: UndoDriver) -> list[str]:
    return [one["id"] for one in undo.sandbox.deletes()]


def test_an_empty_album_is_taken_back_and_the_history_keeps_both(undo: UndoDriver) -> None:
    (made,) = undo.create(album("Customer 0037"))
    sent = len(posts(undo.sandbox))
    undo.ask(made.attempt_id)
    assert QApplication.focusWidget().objectName() == "undo.cancel"
    undo.looked()
    assert undo.text("title") == "Take back “\u2068Customer 0037\u2069”?"
    assert undo.lines[0] == "Nothing is in the album."
    assert QApplication.focusWidget().objectName() == "undo.cancel"
    undo.confirm()
    assert undo.rest() == "deleted"
    assert deleted(undo) == [made.created.album_id]
    assert len(posts(undo.sandbox)) == sent
    undo.wait(lambda: undo.outcomes() == ["↩ Taken back", "↩ Taken back"])
    details = undo.find("history.details.outcome", QLabel)
    undo.wait(lambda: details.text().startswith("Created ") and ", taken back " in details.text())
    undo.wait(lambda: shown_words(undo.undo_action).startswith("It was taken back "))
    assert not undo.undo_action.isEnabled()

    undo.find("history.search", QLineEdit).setText(made.created.album_id)
    undo.wait(lambda: undo.window.history.findChild(QLabel, "history.count").text().startswith("2 "))
    choice = undo.find("history.outcome", QComboBox)
    # What was taken back does not stand any more; both entries say that it was.
    choice.setCurrentText(outcome_with_sign(OutcomeKind.CREATED))
    undo.wait(lambda: undo.outcomes() == [])
    choice.setCurrentText("↩ Taken back")
    undo.wait(lambda: undo.outcomes() == ["↩ Taken back", "↩ Taken back"])
    undo.select(undo.table.model().row_at(0).attempt_id)
    assert shown_words(undo.undo_action) == "This is itself something that was taken back."


def test_enter_and_escape_delete_nothing_and_the_keyboard_alone_takes_back(undo: UndoDriver) -> None:
    first, second = undo.create(album("Summer"), album("Winter"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        undo.ask(first.attempt_id)
        undo.looked()
        QTest.keyClick(QApplication.focusWidget(), key)
        undo.wait(lambda: QApplication.activeModalWidget() is None)
    # Also while it is looking.
    undo.ask(first.attempt_id)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    undo.wait(lambda: QApplication.activeModalWidget() is None)
    assert deleted(undo) == []
    undo.ask(second.attempt_id)
    undo.looked()
    undo.wait(undo.button("confirm").isEnabled)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is undo.button("confirm")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    undo.wait(lambda: deleted(undo) == [second.created.album_id])
    undo.rest()


def test_what_somebody_has_filled_or_renamed_is_kept_with_the_reason(undo: UndoDriver) -> None:
    filled, renamed, joined = undo.create(album("Filled"), album("Renamed"), folder("Joined"))
    undo.sandbox.change_elsewhere(Change.FILL, filled.created.album_id, count=3)
    undo.sandbox.change_elsewhere(Change.RENAME, renamed.created.album_id, name="Other")
    undo.sandbox.change_elsewhere(Change.JOIN, joined.created.id)
    for made, words in (
        (filled, "Something is in the album"),
        (renamed, "Its name is"),
        (joined, "1 person has joined"),
    ):
        undo.ask(made.attempt_id)
        undo.looked()
        assert undo.text("title").endswith("is kept")
        assert words in undo.lines[0]
        assert not undo.button("confirm").isVisible()
        assert undo.button("again").isVisible()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        undo.wait(lambda: QApplication.activeModalWidget() is None)
    # It is empty again: the same question, without closing it.
    undo.ask(filled.attempt_id)
    undo.looked()
    undo.sandbox.change_elsewhere(Change.EMPTY, filled.created.album_id)
    undo.button("again").click()
    undo.confirm()
    assert undo.rest() == "deleted"
    assert deleted(undo) == [filled.created.album_id]


def test_a_picture_between_question_and_answer_keeps_it(undo: UndoDriver) -> None:
    (made,) = undo.create(album("Just in time"))
    undo.ask(made.attempt_id)
    undo.looked()
    undo.sandbox.change_elsewhere(Change.FILL, made.created.album_id)
    undo.confirm()
    assert undo.rest() == "harmless"
    assert deleted(undo) == []
    assert "undo" in undo.card.action_keys
    # It is said on this page, too, where Activity is out of sight.
    news = undo.find("undo.news.title", QLabel)
    assert news.isVisible()
    assert news.text().endswith("is kept")
    undo.card.trigger("undo")
    undo.looked()
    assert "Something is in the album" in undo.lines[0]
    undo.dialog.reject()


def test_gone_already_is_noted_without_a_call(undo: UndoDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "SHOWN_AFTER", timedelta(0))
    (made,) = undo.create(album("Gone"))
    undo.sandbox.change_elsewhere(Change.DELETE, made.created.album_id)
    elsewhere = len(undo.sandbox.deletes())
    undo.ask(made.attempt_id)
    undo.looked()
    assert undo.text("title").endswith("is gone already")
    assert undo.button("confirm").text() == "&Note it"
    panel = undo.dialog.findChild(QWidget, "undo.panel")
    undo.wait(lambda: panel.height() > panel.fontMetrics().height())
    undo.confirm()
    assert undo.rest() == "deleted"
    assert len(undo.sandbox.deletes()) == elsewhere
    undo.wait(lambda: undo.outcomes() == ["↩ Taken back", "↩ Taken back"])


def test_a_lost_answer_is_found_out_later(undo: UndoDriver) -> None:
    (made,) = undo.create(album("Lost"))
    undo.window.searches.set_pauses((0.2, 0.2, 0.2))
    undo.ask(made.attempt_id)
    undo.looked()
    undo.sandbox.inject(Fault.COMMIT_THEN_DROP, path=f"{DELETES}/{made.created.album_id}")
    undo.confirm()
    undo.wait(lambda: undo.card.property("state") == "deleted")
    assert deleted(undo) == [made.created.album_id]
    undo.wait(lambda: undo.outcomes() == ["↩ Taken back", "↩ Taken back"])


def test_a_token_that_has_ended_is_asked_for_at_the_entry(undo: UndoDriver) -> None:
    (made,) = undo.create(album("Token"))
    undo.ask(made.attempt_id)
    undo.looked()
    undo.sandbox.expire_tokens()
    undo.confirm()
    undo.wait(lambda: undo.entry.submission.awaits_token)
    assert "nothing was deleted" in undo.entry.submission.result.content.message
    assert deleted(undo) == []
    undo.type_token("undo.signIn", undo.sandbox.renew_token())
    undo.wait(lambda: undo.card.property("state") == "deleted")
    assert deleted(undo) == [made.created.album_id]


def test_without_a_token_the_question_asks_for_one(undo: UndoDriver) -> None:
    (made,) = undo.create(album("Token before"))
    undo.sandbox.expire_tokens()
    undo.ask(made.attempt_id)
    undo.wait(lambda: undo.dialog.findChild(QLineEdit, "undo.dialog.signIn.token").isVisible())
    undo.type_token("undo.dialog.signIn", undo.sandbox.renew_token())
    undo.confirm()
    assert undo.rest() == "deleted"


def test_throttling_counts_down_and_the_next_one_waits(undo: UndoDriver) -> None:
    first, second = undo.create(album("First"), album("Second"))
    undo.sandbox.inject(Fault.THROTTLED, path=f"{DELETES}/{second.created.album_id}", seconds=1)
    undo.select(first.attempt_id)
    undo.table.selectAll()
    undo.wait(undo.undo_action.isEnabled)
    undo.undo_action.trigger()
    undo.looked()
    assert undo.text("title") == "Take back 2?"
    assert len(undo.lines) == 2
    undo.confirm()
    entry = undo.window.activity.entries[1]
    undo.wait(lambda: entry.card.action("resend") is not None)
    undo.wait(lambda: entry.card.action("resend").isEnabled())
    entry.card.action("resend").click()
    undo.wait(lambda: len(deleted(undo)) == 2)
    undo.rest()
    assert set(deleted(undo)) == {second.created.album_id, first.created.album_id}


def test_two_windows_at_once_delete_once(undo: UndoDriver) -> None:
    (made,) = undo.create(album("Twice"))
    backend, connection, token = undo.window.session.backend, undo.connection, undo.window.session.token
    undo.ask(made.attempt_id)
    undo.looked()
    look = look_before_undo(backend, made.attempt_id, connection, token)
    undo_now(backend, look, connection, token)
    undo.confirm()
    assert undo.rest() in {"deleted", "harmless"}
    assert deleted(undo) == [made.created.album_id]


def album_in(made: Outcome) -> CreateAlbum:
    """Return the request for a shared album in the folder that was created."""
    return CreateAlbum(
        AlbumType.MANUAL,
        AlbumKind.SHARED,
        "In it",
        group_id=made.created.group_id,
        share_folder_id=made.created.id,
    )


def test_a_folder_with_an_album_of_ours_takes_both_back_the_album_first(undo: UndoDriver) -> None:
    (made,) = undo.create(folder("Family"))
    inside = album_in(made)
    (in_it,) = undo.create(inside)
    pending = PendingSubmission(SPECS[RequestKind.ALBUM], {}, inside, undo.connection)
    undo.window.activity.add_settled(pending, datetime.now(UTC), in_it, sent_by="recipe")
    undo.ask(made.attempt_id)
    undo.looked()
    assert any("taken back first: “\u2068In it\u2069”" in line for line in undo.lines)
    undo.confirm()
    assert undo.rest() == "deleted"
    assert deleted(undo) == [in_it.created.album_id, made.created.id]
    # Activity says it of the album as well.
    card = undo.window.activity.newest("recipe").card
    undo.wait(lambda: not card.stands)


def ask_about_all(undo: UndoDriver, count: int) -> None:
    """Open the question about all rows of the history."""
    undo.wait(lambda: undo.table.model().rowCount() == count)
    undo.table.selectAll()
    undo.wait(undo.undo_action.isEnabled)
    undo.undo_action.trigger()
    undo.wait(lambda: QApplication.activeModalWidget() is not None)


def test_a_folder_and_its_album_are_taken_back_by_one_question(undo: UndoDriver) -> None:
    (made,) = undo.create(folder("Family"))
    inside = album_in(made)
    (in_it,) = undo.create(inside)
    ask_about_all(undo, 2)
    undo.confirm()
    undo.wait(lambda: deleted(undo) == [in_it.created.album_id, made.created.id])
    assert undo.rest() == "deleted"
    undo.wait(lambda: undo.outcomes() == ["↩ Taken back"] * 4)


def test_quitting_says_that_what_waits_is_not_taken_back(undo: UndoDriver) -> None:
    _, second = undo.create(album("Summer"), album("Winter"))
    sandbox = undo.sandbox
    ask_about_all(undo, 2)
    undo.looked()
    path = f"/koodrive/ose/v1/album/{second.created.album_id}"
    sandbox.inject(Fault.SLOW, path=path, seconds=1)
    undo.confirm()
    undo.wait(sandbox.deletes)
    undo.window.close()
    question = QApplication.activeModalWidget()
    words = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "What was to be taken back and waits is not; it stays as it is." in words
    question.findChild(QWidget, "quit.confirm").click()
    undo.wait(lambda: not undo.window.isVisible())
    assert [one["id"] for one in sandbox.deletes()] == [second.created.album_id]


def test_a_slow_service_freezes_nothing_and_cancel_ends_the_look(undo: UndoDriver, qtbot) -> None:
    (made,) = undo.create(album("Slow"))
    undo.sandbox.inject(Fault.HANG, seconds=60, times=3)
    undo.ask(made.attempt_id)
    assert undo.text("title") == "Take back “\u2068Slow\u2069”?"
    assert not undo.button("confirm").isEnabled()
    undo.button("cancel").click()
    undo.wait(lambda: QApplication.activeModalWidget() is None)
    undo.sandbox.clear_faults()
    undo.wait(lambda: not undo.window.session.runner.is_busy)
    assert deleted(undo) == []


def test_another_account_or_a_refused_create_is_greyed_with_the_reason(undo: UndoDriver) -> None:
    undo.sandbox.inject(Fault.NONZERO_CODE, path="/koodrive/ose/v1/album/create")
    session = undo.window.session
    refused = session.backend.create(album("Refused"), undo.connection, session.token)
    (made,) = undo.create(album("Elsewhere"))
    undo.select(refused.attempt_id)
    assert shown_words(undo.undo_action) == "It created nothing that could be taken back."
    undo.select(made.attempt_id)
    undo.wait(undo.undo_action.isEnabled)
    session.use(None)
    undo.wait(lambda: not undo.undo_action.isEnabled())
    assert shown_words(undo.undo_action).startswith("It was created at another service")


def test_what_was_taken_back_is_known_after_a_restart(undo: UndoDriver, qtbot) -> None:
    (made,) = undo.create(album("Yesterday"))
    assert undo.take_back(made.attempt_id) == "deleted"
    activity = undo.window.activity
    for entry in list(activity.entries):
        entry.discarded.emit()
    RestoredEntries(undo.window.session, activity, undo.window).begin()
    undo.wait(lambda: len(activity.entries) == 2)
    states = [(entry.form, entry.card.menu_actions) for entry in activity.entries]
    assert states == [("undo", ("history",)), ("album", ("history", "template"))]


def test_a_history_that_can_only_be_read_takes_nothing_back(undo: UndoDriver, monkeypatch) -> None:
    session = undo.window.session
    made = session.backend.create(album("Newer"), undo.connection, session.token)
    # Before the row is shown, as it is selected then.
    monkeypatch.setattr(type(session.backend.journal), "read_only", True)
    undo.show_history()
    undo.select(made.attempt_id)
    undo.wait(lambda: shown_words(undo.undo_action).startswith("The history can only be read"))
    assert not undo.undo_action.isEnabled()
    # Whatever leads to the question, it says so, too.
    undo.window.page_services.undo.ask([made.attempt_id])
    undo.looked()
    assert "The history can only be read" in undo.lines[0]
    assert not undo.button("confirm").isVisible()
    undo.dialog.reject()


def test_the_dialog_says_what_became_of_a_lost_delete(undo: UndoDriver) -> None:
    gone, there = undo.create(album("Gone"), album("Still there"))
    undo.window.searches.set_pauses((0.1, 0.1))
    for made, fault, state, title in (
        (gone, Fault.COMMIT_THEN_DROP, "deleted", "↩ It was taken back"),
        (there, Fault.DROP_BEFORE_COMMIT, "harmless", "✕ It was not taken back"),
    ):
        undo.ask(made.attempt_id)
        undo.looked()
        undo.sandbox.inject(fault, path=f"{DELETES}/{made.created.album_id}")
        undo.confirm()
        undo.wait(lambda state=state: undo.card.property("state") == state)
        undo.window.page_services.resolve.resolve(undo.card.attempt_id)
        undo.wait(lambda: QApplication.activeModalWidget() is not None)
        label = QApplication.activeModalWidget().findChild(QLabel, "resolve.title")
        undo.wait(lambda label=label, title=title: label.text() == title)
        QApplication.activeModalWidget().reject()
        undo.wait(lambda: QApplication.activeModalWidget() is None)
    assert deleted(undo) == [gone.created.album_id]
    # It is sent once more from its card, and looked at before.
    undo.wait(lambda: undo.card.action("resend").isEnabled())
    undo.card.action("resend").click()
    undo.wait(lambda: undo.card.property("state") == "deleted")
    assert deleted(undo) == [gone.created.album_id, there.created.album_id]
