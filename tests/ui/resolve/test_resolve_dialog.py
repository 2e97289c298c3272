"""The resolve dialog: its view of each result, and manual decisions where KooDesk cannot tell."""

from __future__ import annotations

import json
from dataclasses import replace

import shiboken6
from connection_fixtures import keyring, sandbox, session, stored, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from resolve_fixtures import LONG, album, collection, doubtful, driver, folder

from koodrive.models import CreatedSharedFolder, OutcomeKind
from koodrive.sandbox import Fault
from ui.resolve.searches import Stage

__all__ = ["doubtful", "driver", "keyring", "sandbox", "session", "stored", "window"]

OTHER_USER = "1644817543959100999"


# The three endings ---------------------------------------------------------------------------------------------------


def test_what_was_made_is_shown_with_its_id_and_the_evidence(driver, qtbot) -> None:
    attempt_id = driver.lose(folder("家庭相册"))
    dialog = driver.open()

    driver.wait_for("title", "It was created")
    made = driver.sandbox.effects()[0]["id"]
    assert driver.text("subject") == "What became of “\u2068家庭相册\u2069”?"
    assert driver.text("id") == made
    assert "Found in the service's list" in driver.text("evidence")
    assert driver.text("left") == "All requests have an outcome now."
    driver.click("copy")
    assert QGuiApplication.clipboard().text() == made

    with qtbot.waitSignal(dialog.history_requested) as requested:
        driver.click("history")
    assert requested.args == [attempt_id]
    assert not dialog.isVisible()
    assert driver.attempt(attempt_id).result_id == made
    assert len(driver.sandbox.effects()) == 1


def test_what_was_not_made_can_be_sent_again_by_the_window(driver, qtbot) -> None:
    driver.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    dialog = driver.open()
    driver.wait_for("title", "It was not created")
    assert "is not in it" in driver.text("evidence")

    with qtbot.waitSignal(dialog.send_again_requested) as requested:
        driver.click("sendAgain")
    assert json.loads(requested.args[0].body)["name"] == "Holiday"
    assert not dialog.isVisible()
    assert driver.sandbox.effects() == []


def test_a_double_click_on_the_decision_does_not_send_again(driver, doubtful) -> None:
    attempt_id, *_ = doubtful
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    sent = []
    dialog.send_again_requested.connect(sent.append)
    driver.click("notMade")
    driver.click("confirm")
    driver.qtbot.waitUntil(lambda: driver.find("sendAgain").isVisible())
    driver.qtbot.mouseClick(driver.find("sendAgain"), Qt.MouseButton.LeftButton)
    assert sent == []
    driver.click("sendAgain")
    assert [attempt.attempt_id for attempt in sent] == [attempt_id]


def test_where_koodesk_cannot_tell_nothing_is_decided_without_people(driver, doubtful) -> None:
    attempt_id, made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")

    rows = [[driver.candidates.item(row, column).text() for column in range(3)] for row in range(2)]
    assert rows == [
        ["Holiday 2026", made, "None"],
        ["HOLIDAY 2026", other, "Its name is spelt a little differently."],
    ]
    assert driver.buttons() == ["adopt", "lookNow", "notMade", "later"]
    assert not driver.find("adopt").isEnabled()
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_a_candidate_is_compared_with_the_request_in_words(driver, doubtful) -> None:
    _attempt_id, made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")

    driver.select(other)
    assert driver.text("comparison.name") == "HOLIDAY 2026"
    assert driver.text("comparison.name.likeness") == "≠ different"
    assert driver.text("comparison.creator.likeness") == "✓ the same"
    assert driver.text("doubts") == "Contradicts it: Its name is spelt a little differently."
    driver.select(made)
    assert driver.text("comparison.name.likeness") == "✓ the same"
    assert "request left" in driver.text("comparison.createTime")
    assert driver.text("doubts") == "Nothing contradicts it."


def test_the_right_one_is_taken_after_one_more_question(driver, doubtful) -> None:
    attempt_id, _made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)

    driver.click("adopt")
    assert driver.text("question").startswith("“\u2068HOLIDAY 2026\u2069”, " + other)
    assert "cannot be undone" in driver.text("question")
    assert driver.buttons() == ["confirm", "back"]
    assert QApplication.focusWidget() is driver.find("back")
    driver.click("back")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN

    driver.click("adopt")
    driver.click("confirm")
    driver.wait_for("title", "It was created")
    assert driver.text("id") == other
    settled = driver.attempt(attempt_id)
    assert (settled.outcome, settled.result_id) == (OutcomeKind.CREATED, other)
    assert "Chosen by you" in (settled.note or "")


def test_a_double_click_decides_nothing(driver, qtbot, doubtful) -> None:
    attempt_id, _made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)
    adopt = driver.find("adopt")
    place = adopt.mapTo(driver.dialog, adopt.rect().center())

    qtbot.mouseClick(adopt, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: driver.dialog.childAt(place) is driver.find("confirm"))
    qtbot.mouseClick(driver.find("confirm"), Qt.MouseButton.LeftButton)
    assert driver.text("question") != ""
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_another_candidate_withdraws_the_question(driver, doubtful) -> None:
    _attempt_id, made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)
    driver.click("adopt")

    driver.select(made)
    assert driver.text("question") == ""
    assert "adopt" in driver.buttons()


def test_none_of_them_is_a_decision_too(driver, doubtful) -> None:
    attempt_id, _made, _other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")

    driver.click("notMade")
    driver.click("confirm")
    driver.wait_for("title", "It was not created")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_a_single_candidate_is_selected_but_not_taken(driver) -> None:
    attempt_id = driver.lose(collection(30))
    driver.sandbox.inject(Fault.SPARSE_LIST, times=10)
    driver.open()

    driver.wait_for("title", "Is this what it created?")
    assert driver.text("comparison.scopeDir") == "– the list does not tell"
    assert driver.find("adopt").isEnabled()
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_a_decision_that_cannot_be_written_is_said(driver, doubtful) -> None:
    attempt_id, _made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)
    driver.click("adopt")
    # Meanwhile the history learns that the ID belongs to another request.
    later = driver.lose(folder("Later"), Fault.DROP_BEFORE_COMMIT)
    driver.session.backend.journal.attempts.settle(later, _created(other))

    driver.click("confirm")
    driver.qtbot.waitUntil(lambda: driver.find("notice").isVisible())
    assert "Another entry has this ID already" in driver.find("notice").accessibleName()
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.find("adopt").isEnabled()


def _created(object_id: str):
    from datetime import UTC, datetime  # noqa: PLC0415

    from koodrive.journal import Settlement  # noqa: PLC0415

    return Settlement(OutcomeKind.CREATED, datetime.now(UTC), CreatedSharedFolder(object_id))


# While it is being looked for ----------------------------------------------------------------------------------------


def test_the_next_look_is_counted_down_and_can_be_now(driver) -> None:
    attempt_id = driver.lose(folder("Holiday"))
    driver.sandbox.inject(Fault.LIST_LAG, seconds=3_600)
    driver.open(pauses=LONG)
    driver.wait_for("text", "Looked once. Next look in")
    assert "Not in the service's list" in driver.text("evidence")
    first = driver.text("text")
    driver.qtbot.waitUntil(lambda: driver.text("text") != first)

    driver.click("lookNow")
    driver.wait_for("title", "It was created")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.CREATED


def test_a_search_can_be_stopped_and_taken_up_again(driver) -> None:
    attempt_id = driver.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    driver.open(pauses=LONG)
    driver.wait_for("text", "Next look in")

    driver.click("stop")
    assert driver.text("title") == "The search was stopped"
    assert QApplication.focusWidget() is driver.find("lookNow")
    driver.searches.set_pauses(())
    driver.click("lookNow")
    driver.wait_for("title", "It was not created")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_escape_closes_and_the_search_goes_on(driver, qtbot) -> None:
    attempt_id = driver.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    dialog = driver.open(pauses=LONG)
    driver.wait_for_stage(attempt_id, Stage.WAITING)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert driver.searches.search(attempt_id).stage is Stage.WAITING


# Where nobody can look ------------------------------------------------------------------------------------------------


def test_a_token_that_is_not_accepted_can_be_given_anew(driver, qtbot, keyring) -> None:
    attempt_id = driver.lose(folder("Holiday"))
    right = keyring.items["stored-1"]
    keyring.items["stored-1"] = "wrong"
    dialog = driver.open(pauses=LONG)
    driver.wait_for("title", "The service's list could not be read")
    assert "token" in driver.text("text")
    assert "Nothing was created" not in driver.text("text")

    with qtbot.waitSignal(dialog.connection_requested):
        driver.click("giveToken")
    assert dialog.isVisible()
    keyring.items["stored-1"] = right
    driver.session.reload_token()
    driver.wait_for("title", "It was created")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.CREATED


def test_a_missing_token_can_be_given(driver, keyring) -> None:
    driver.lose(folder("Holiday"))
    del keyring.items["stored-1"]
    driver.open()
    driver.wait_for("title", "No token yet")
    assert driver.buttons() == ["giveToken", "later"]


def test_the_connection_that_sent_it_is_used_on_demand(driver) -> None:
    driver.lose(folder("Holiday"))
    other = replace(driver.connection, connection_id="b", name="Other", service_address="http://127.0.0.1:9")
    driver.session.set_connections((driver.connection, other))
    driver.session.use(other)
    driver.open(use=False)
    driver.wait_for("text", "It was sent with “\u2068Family cloud\u2069”.")

    driver.click("useConnection")
    driver.wait_for("title", "It was created")
    assert driver.session.current == driver.connection


def test_without_its_connection_people_can_still_say_that_it_was_not_made(driver) -> None:
    attempt_id = driver.lose(folder("Holiday"))
    driver.session.set_connections(())
    driver.open(use=False)
    driver.wait_for("title", "Its connection no longer exists")
    assert driver.buttons() == ["notMade", "later"]

    driver.click("notMade")
    driver.click("confirm")
    driver.wait_for("title", "It was not created")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


# One after the other --------------------------------------------------------------------------------------------------


def test_the_next_one_follows_a_decision(driver, doubtful) -> None:
    attempt_id, made, _other = doubtful
    second = driver.lose(collection())
    driver.sandbox.make_elsewhere("album", json.loads(driver.attempt(second).body))
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    assert (driver.text("position"), driver.text("left")) == ("1 of 2", "2 left")
    driver.select(made)

    driver.click("adopt")
    driver.click("confirm")
    driver.qtbot.waitUntil(lambda: driver.text("subject").startswith("What became of the request of"))
    assert (driver.text("position"), driver.text("left")) == ("2 of 2", "1 left")
    assert driver.find("notice").accessibleName() == f"“\u2068Holiday 2026\u2069” was created: {made}"

    driver.wait_for("title", "Which of these did it create?")
    driver.click("notMade")
    driver.click("confirm")
    driver.wait_for("title", "It was not created")
    assert driver.text("left") == "All requests have an outcome now."
    driver.click("previous")
    driver.wait_for("id", made)
    assert driver.attempt(attempt_id).result_id == made


def test_what_one_request_has_made_is_no_candidate_for_the_next(driver) -> None:
    first = driver.lose(collection(3))
    driver.lose(collection(5), Fault.DROP_BEFORE_COMMIT)
    driver.sandbox.inject(Fault.SPARSE_LIST, times=20)
    driver.open(first)
    driver.wait_for("title", "Is this what it created?")

    driver.click("adopt")
    driver.click("confirm")
    driver.wait_for("title", "Nothing else matches")
    assert not driver.candidates.isVisible()
    assert driver.buttons() == ["lookNow", "notMade", "later"]


def test_later_leads_to_the_next_one_and_from_the_last_one_out(driver, qtbot, doubtful) -> None:
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.click("later")
    assert not dialog.isVisible()


def test_it_begins_where_it_is_asked_to(driver) -> None:
    driver.lose(album("One"), Fault.DROP_BEFORE_COMMIT)
    second = driver.lose(album("Two"), Fault.DROP_BEFORE_COMMIT)
    driver.open(second, pauses=LONG)
    driver.wait_for("subject", "Two")
    assert driver.text("position") == "2 of 2"
    driver.click("previous")
    driver.wait_for("subject", "One")
    assert driver.text("position") == "1 of 2"


def test_one_that_is_settled_by_now_shows_its_outcome(driver, qtbot) -> None:
    attempt_id = driver.lose(folder("Holiday"))
    driver.open()
    driver.wait_for("title", "It was created")
    driver.dialog.close()

    driver.open(attempt_id)
    driver.wait_for("id", driver.sandbox.effects()[0]["id"])
    assert "Found in the service's list" in driver.text("evidence")
    assert driver.text("request.reason") == ""


def test_one_that_loses_its_answer_meanwhile_joins(driver) -> None:
    driver.lose(album("One"), Fault.DROP_BEFORE_COMMIT)
    driver.open(pauses=LONG)
    driver.wait_for("text", "Next look in")
    second = driver.lose(album("Two"), Fault.DROP_BEFORE_COMMIT)

    driver.searches.start([second])
    driver.wait_for("position", "1 of 2")
    assert driver.text("left") == "2 left"


def test_without_an_open_request_it_says_so(driver) -> None:
    driver.open()
    driver.wait_for("title", "No request has an unknown outcome")
    assert driver.buttons() == []
    assert not driver.find("position").isVisible()
