"""The resolve dialog: what it shows of each ending, and what people can decide where KooDesk cannot tell."""

from __future__ import annotations

import json
from dataclasses import replace

import shiboken6
from connection_fixtures import keyring, sandbox, session, stored, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from resolve_fixtures import LONG, album, collection, doubtful, folder, stage

from koodrive.models import CreatedSharedFolder, OutcomeKind
from koodrive.sandbox import Fault
from ui.resolve.searches import Stage

__all__ = ["doubtful", "keyring", "sandbox", "session", "stage", "stored", "window"]

OTHER_USER = "1644817543959100999"


# The three endings ---------------------------------------------------------------------------------------------------


def test_what_was_made_is_shown_with_its_id_and_the_evidence(stage, qtbot) -> None:
    attempt_id = stage.lose(folder("家庭相册"))
    dialog = stage.open()

    stage.wait_for("title", "It was made")
    made = stage.sandbox.effects()[0]["id"]
    assert stage.text("subject") == "What became of “\u2068家庭相册\u2069”?"
    assert stage.text("id") == made
    assert "Found in the service's list" in stage.text("evidence")
    assert stage.text("left") == "All requests have an outcome now."
    stage.click("copy")
    assert QGuiApplication.clipboard().text() == made

    with qtbot.waitSignal(dialog.history_requested) as requested:
        stage.click("history")
    assert requested.args == [attempt_id]
    assert not dialog.isVisible()
    assert stage.attempt(attempt_id).result_id == made
    assert len(stage.sandbox.effects()) == 1


def test_what_was_not_made_can_be_sent_again_by_the_window(stage, qtbot) -> None:
    stage.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    dialog = stage.open()
    stage.wait_for("title", "It was not made")
    assert "is not in it" in stage.text("evidence")

    with qtbot.waitSignal(dialog.send_again_requested) as requested:
        stage.click("sendAgain")
    assert json.loads(requested.args[0].body)["name"] == "Holiday"
    assert not dialog.isVisible()
    assert stage.sandbox.effects() == []


def test_a_double_click_on_the_decision_does_not_send_again(stage, doubtful) -> None:
    attempt_id, *_ = doubtful
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    sent = []
    dialog.send_again_requested.connect(sent.append)
    stage.click("notMade")
    stage.click("confirm")
    stage.qtbot.waitUntil(lambda: stage.find("sendAgain").isVisible())
    stage.qtbot.mouseClick(stage.find("sendAgain"), Qt.MouseButton.LeftButton)
    assert sent == []
    stage.click("sendAgain")
    assert [attempt.attempt_id for attempt in sent] == [attempt_id]


def test_where_koodesk_cannot_tell_nothing_is_decided_without_people(stage, doubtful) -> None:
    attempt_id, made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")

    rows = [[stage.candidates.item(row, column).text() for column in range(3)] for row in range(2)]
    assert rows == [
        ["Holiday 2026", made, "None"],
        ["HOLIDAY 2026", other, "Its name is spelt a little differently."],
    ]
    assert stage.buttons() == ["adopt", "lookNow", "notMade", "later"]
    assert not stage.find("adopt").isEnabled()
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_a_candidate_is_compared_with_the_request_in_words(stage, doubtful) -> None:
    _attempt_id, made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")

    stage.select(other)
    assert stage.text("comparison.name") == "HOLIDAY 2026"
    assert stage.text("comparison.name.likeness") == "≠ different"
    assert stage.text("comparison.creator.likeness") == "✓ the same"
    assert stage.text("doubts") == "Speaks against it: Its name is spelt a little differently."
    stage.select(made)
    assert stage.text("comparison.name.likeness") == "✓ the same"
    assert "request left" in stage.text("comparison.createTime")
    assert stage.text("doubts") == "Nothing speaks against it."


def test_the_right_one_is_taken_after_one_more_question(stage, doubtful) -> None:
    attempt_id, _made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)

    stage.click("adopt")
    assert stage.text("question").startswith("“\u2068HOLIDAY 2026\u2069”, " + other)
    assert "cannot be undone" in stage.text("question")
    assert stage.buttons() == ["confirm", "back"]
    assert QApplication.focusWidget() is stage.find("back")
    stage.click("back")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN

    stage.click("adopt")
    stage.click("confirm")
    stage.wait_for("title", "It was made")
    assert stage.text("id") == other
    settled = stage.attempt(attempt_id)
    assert (settled.outcome, settled.result_id) == (OutcomeKind.CREATED, other)
    assert "Chosen by you" in (settled.note or "")


def test_a_double_click_decides_nothing(stage, qtbot, doubtful) -> None:
    attempt_id, _made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)
    adopt = stage.find("adopt")
    place = adopt.mapTo(stage.dialog, adopt.rect().center())

    qtbot.mouseClick(adopt, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.dialog.childAt(place) is stage.find("confirm"))
    qtbot.mouseClick(stage.find("confirm"), Qt.MouseButton.LeftButton)
    assert stage.text("question") != ""
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_another_candidate_withdraws_the_question(stage, doubtful) -> None:
    _attempt_id, made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)
    stage.click("adopt")

    stage.select(made)
    assert stage.text("question") == ""
    assert "adopt" in stage.buttons()


def test_none_of_them_is_a_decision_too(stage, doubtful) -> None:
    attempt_id, _made, _other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")

    stage.click("notMade")
    stage.click("confirm")
    stage.wait_for("title", "It was not made")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_a_single_candidate_is_selected_but_not_taken(stage) -> None:
    attempt_id = stage.lose(collection(30))
    stage.sandbox.inject(Fault.SPARSE_LIST, times=10)
    stage.open()

    stage.wait_for("title", "Is this what it made?")
    assert stage.text("comparison.scopeDir") == "– the list does not tell"
    assert stage.find("adopt").isEnabled()
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_a_decision_that_cannot_be_written_is_said(stage, doubtful) -> None:
    attempt_id, _made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)
    stage.click("adopt")
    # Meanwhile the history learns that the ID belongs to another request.
    later = stage.lose(folder("Later"), Fault.DROP_BEFORE_COMMIT)
    stage.session.desk.journal.attempts.settle(later, _created(other))

    stage.click("confirm")
    stage.qtbot.waitUntil(lambda: stage.find("notice").isVisible())
    assert "Another entry has this ID already" in stage.find("notice").accessibleName()
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert stage.find("adopt").isEnabled()


def _created(object_id: str):
    from datetime import UTC, datetime  # noqa: PLC0415

    from koodrive.journal import Settlement  # noqa: PLC0415

    return Settlement(OutcomeKind.CREATED, datetime.now(UTC), CreatedSharedFolder(object_id))


# While it is being looked for ----------------------------------------------------------------------------------------


def test_the_next_look_is_counted_down_and_can_be_now(stage) -> None:
    attempt_id = stage.lose(folder("Holiday"))
    stage.sandbox.inject(Fault.LIST_LAG, seconds=3_600)
    stage.open(pauses=LONG)
    stage.wait_for("text", "Looked once. Next look in")
    assert "Not in the service's list" in stage.text("evidence")
    first = stage.text("text")
    stage.qtbot.waitUntil(lambda: stage.text("text") != first)

    stage.click("lookNow")
    stage.wait_for("title", "It was made")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.CREATED


def test_a_search_can_be_stopped_and_taken_up_again(stage) -> None:
    attempt_id = stage.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    stage.open(pauses=LONG)
    stage.wait_for("text", "Next look in")

    stage.click("stop")
    assert stage.text("title") == "The search was stopped"
    assert QApplication.focusWidget() is stage.find("lookNow")
    stage.resolutions.set_pauses(())
    stage.click("lookNow")
    stage.wait_for("title", "It was not made")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_escape_closes_and_the_search_goes_on(stage, qtbot) -> None:
    attempt_id = stage.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    dialog = stage.open(pauses=LONG)
    stage.wait_for_stage(attempt_id, Stage.WAITING)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert stage.resolutions.search(attempt_id).stage is Stage.WAITING


# Where nobody can look ------------------------------------------------------------------------------------------------


def test_a_token_that_is_not_accepted_can_be_given_anew(stage, qtbot, keyring) -> None:
    attempt_id = stage.lose(folder("Holiday"))
    right = keyring.items["stored-1"]
    keyring.items["stored-1"] = "wrong"
    dialog = stage.open(pauses=LONG)
    stage.wait_for("title", "The service's list could not be read")
    assert "token" in stage.text("text")
    assert "Nothing was made" not in stage.text("text")

    with qtbot.waitSignal(dialog.connection_requested):
        stage.click("giveToken")
    assert dialog.isVisible()
    keyring.items["stored-1"] = right
    stage.session.reload_token()
    stage.wait_for("title", "It was made")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.CREATED


def test_a_missing_token_can_be_given(stage, keyring) -> None:
    stage.lose(folder("Holiday"))
    del keyring.items["stored-1"]
    stage.open()
    stage.wait_for("title", "No token yet")
    assert stage.buttons() == ["giveToken", "later"]


def test_the_connection_that_sent_it_is_used_on_demand(stage) -> None:
    stage.lose(folder("Holiday"))
    other = replace(stage.connection, connection_id="b", name="Other", service_address="http://127.0.0.1:9")
    stage.session.set_connections((stage.connection, other))
    stage.session.use(other)
    stage.open(use=False)
    stage.wait_for("text", "It was sent with “\u2068Family cloud\u2069”.")

    stage.click("useConnection")
    stage.wait_for("title", "It was made")
    assert stage.session.current == stage.connection


def test_without_its_connection_people_can_still_say_that_it_was_not_made(stage) -> None:
    attempt_id = stage.lose(folder("Holiday"))
    stage.session.set_connections(())
    stage.open(use=False)
    stage.wait_for("title", "Its connection is not there any more")
    assert stage.buttons() == ["notMade", "later"]

    stage.click("notMade")
    stage.click("confirm")
    stage.wait_for("title", "It was not made")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.REFUSED


# One after the other --------------------------------------------------------------------------------------------------


def test_the_next_one_follows_a_decision(stage, doubtful) -> None:
    attempt_id, made, _other = doubtful
    second = stage.lose(collection())
    stage.sandbox.make_elsewhere("album", json.loads(stage.attempt(second).body))
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    assert (stage.text("position"), stage.text("left")) == ("1 of 2", "2 left")
    stage.select(made)

    stage.click("adopt")
    stage.click("confirm")
    stage.qtbot.waitUntil(lambda: stage.text("subject").startswith("What became of the request of"))
    assert (stage.text("position"), stage.text("left")) == ("2 of 2", "1 left")
    assert stage.find("notice").accessibleName() == f"“\u2068Holiday 2026\u2069” was created: {made}"

    stage.wait_for("title", "Which of these did it make?")
    stage.click("notMade")
    stage.click("confirm")
    stage.wait_for("title", "It was not made")
    assert stage.text("left") == "All requests have an outcome now."
    stage.click("previous")
    stage.wait_for("id", made)
    assert stage.attempt(attempt_id).result_id == made


def test_what_one_request_has_made_is_no_candidate_for_the_next(stage) -> None:
    first = stage.lose(collection(3))
    stage.lose(collection(5), Fault.DROP_BEFORE_COMMIT)
    stage.sandbox.inject(Fault.SPARSE_LIST, times=20)
    stage.open(first)
    stage.wait_for("title", "Is this what it made?")

    stage.click("adopt")
    stage.click("confirm")
    stage.wait_for("title", "Nothing else may be meant")
    assert not stage.candidates.isVisible()
    assert stage.buttons() == ["lookNow", "notMade", "later"]


def test_later_leads_to_the_next_one_and_from_the_last_one_out(stage, qtbot, doubtful) -> None:
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.click("later")
    assert not dialog.isVisible()


def test_it_begins_where_it_is_asked_to(stage) -> None:
    stage.lose(album("One"), Fault.DROP_BEFORE_COMMIT)
    second = stage.lose(album("Two"), Fault.DROP_BEFORE_COMMIT)
    stage.open(second, pauses=LONG)
    stage.wait_for("subject", "Two")
    assert stage.text("position") == "2 of 2"
    stage.click("previous")
    stage.wait_for("subject", "One")
    assert stage.text("position") == "1 of 2"


def test_one_that_is_settled_by_now_shows_its_outcome(stage, qtbot) -> None:
    attempt_id = stage.lose(folder("Holiday"))
    stage.open()
    stage.wait_for("title", "It was made")
    stage.dialog.close()

    stage.open(attempt_id)
    stage.wait_for("id", stage.sandbox.effects()[0]["id"])
    assert "Found in the service's list" in stage.text("evidence")
    assert stage.text("request.reason") == ""


def test_one_that_loses_its_answer_meanwhile_joins(stage) -> None:
    stage.lose(album("One"), Fault.DROP_BEFORE_COMMIT)
    stage.open(pauses=LONG)
    stage.wait_for("text", "Next look in")
    second = stage.lose(album("Two"), Fault.DROP_BEFORE_COMMIT)

    stage.resolutions.start([second])
    stage.wait_for("position", "1 of 2")
    assert stage.text("left") == "2 left"


def test_without_an_open_request_it_says_so(stage) -> None:
    stage.open()
    stage.wait_for("title", "No request has an unknown outcome")
    assert stage.buttons() == []
    assert not stage.find("position").isVisible()
