"""Advice of the resolve dialog before and after a decision."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from connection_fixtures import keyring, sandbox, session, stored, window
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from resolve_fixtures import LONG, album, collection, doubtful, driver, folder

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, Fault

__all__ = ["doubtful", "driver", "keyring", "sandbox", "session", "stored", "window"]


def test_without_a_selection_it_says_what_can_be_done(driver, doubtful) -> None:
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    assert driver.text("hint").startswith("Select one to compare it with what was sent.")
    assert "probably empty" in driver.text("hint")
    driver.select(doubtful[1])
    assert "Select one" not in driver.text("hint")


def test_the_id_of_the_selected_one_can_be_copied(driver, doubtful) -> None:
    _attempt_id, made, other = doubtful
    driver.open()
    driver.wait_for("title", "Which of these did it create?")
    assert not driver.find("copyCandidate").isVisible()
    for candidate in (made, other):
        driver.select(candidate)
        driver.click("copyCandidate")
        assert QGuiApplication.clipboard().text() == candidate


def test_lack_of_knowledge_does_not_speak_against_it_and_a_collection_is_never_empty(driver) -> None:
    driver.lose(collection(30))
    driver.sandbox.inject(Fault.SPARSE_LIST, times=10)
    driver.open()
    driver.wait_for("title", "Is this what it created?")
    assert driver.text("doubts").startswith("Not certain: The list does not tell which folders")
    assert "Speaks against it" not in driver.text("doubts")
    assert driver.text("hint") == ""


def test_both_kinds_of_doubt_have_their_own_line(driver) -> None:
    driver.lose(folder("Holiday"), Fault.DROP_BEFORE_COMMIT)
    driver.make_elsewhere("HOLIDAY")
    driver.sandbox.inject(Fault.SPARSE_LIST, times=10)
    driver.open()
    driver.wait_for("title", "Is this what it created?")
    against, uncertain = driver.text("doubts").splitlines()
    assert against == "Contradicts it: Its name is spelt a little differently."
    assert uncertain.startswith("Not certain: ")
    assert "open it in KooDrive" in driver.text("hint")


# The notice about the last decision -----------------------------------------------------------------------------------


def lose_another(driver) -> int:
    """Lose one more answer, for which it is looked for a long time."""
    driver.searches.set_pauses(LONG)
    attempt_id = driver.lose(album("Second"), Fault.DROP_BEFORE_COMMIT)
    driver.searches.start([attempt_id])
    driver.wait_for("left", "2 left")
    return attempt_id


@pytest.fixture
def decided(driver, doubtful):
    """Decide about the first of two attempts, and show the second."""
    driver.open(doubtful[0])
    driver.wait_for("title", "Which of these did it create?")
    second = lose_another(driver)
    driver.select(doubtful[1])
    driver.click("adopt")
    driver.click("confirm")
    driver.wait_for("subject", "Second")
    assert "was created" in driver.find("notice").accessibleName()
    return second


def test_the_notice_goes_with_the_next_action(driver, decided) -> None:
    driver.wait_for("text", "Next look in")
    driver.click("stop")
    assert not driver.find("notice").isVisible()


def test_the_notice_does_not_stand_above_what_becomes_of_the_next(driver, decided) -> None:
    driver.searches.stop([decided])
    driver.searches.set_pauses(())
    driver.searches.start([decided])
    driver.wait_for("title", "It was not created")
    assert not driver.find("notice").isVisible()


def test_a_request_without_a_name_reads_as_one(driver) -> None:
    first = driver.lose(collection())
    driver.sandbox.make_elsewhere("album", json.loads(driver.attempt(first).body))
    driver.open(first)
    driver.wait_for("title", "Which of these did it create?")
    lose_another(driver)
    made = driver.candidates.item(0, 1).text()
    driver.select(made)
    driver.click("adopt")
    driver.click("confirm")
    driver.wait_for("subject", "Second")
    said = driver.find("notice").accessibleName()
    assert said.startswith("The request of ")
    assert said.endswith(f" created {made}")


def test_what_is_decided_was_unknown(driver) -> None:
    driver.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    driver.open(pauses=LONG)
    driver.wait_for("text", "Next look in")
    captions = {label.text() for label in driver.find("request").findChildren(QLabel)}
    assert "Why its outcome is unknown" in captions
    driver.searches.set_pauses(())
    driver.click("stop")
    driver.click("lookNow")
    driver.wait_for("title", "It was not created")
    captions = {label.text() for label in driver.find("request").findChildren(QLabel)}
    assert "Why its outcome was unknown" in captions


def test_a_stopped_search_can_be_decided(driver) -> None:
    attempt_id = driver.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    driver.open(pauses=LONG)
    driver.wait_for("text", "Next look in")
    driver.click("stop")
    assert driver.buttons() == ["lookNow", "notMade", "later"]
    driver.click("notMade")
    driver.click("confirm")
    driver.wait_for("title", "It was not created")
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


# The sandbox ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def rehearsed(driver, session):
    """Lose an answer in the sandbox of the backend, end that sandbox, and use another connection."""
    backend = session.backend
    connection = backend.start_sandbox()
    backend.sandbox.inject(Fault.COMMIT_THEN_DROP)
    outcome = backend.create(folder("Rehearsal"), connection, SANDBOX_TOKEN)
    assert outcome.kind is OutcomeKind.UNKNOWN
    made = backend.sandbox.effects()[0]["id"]
    backend._sandbox.stop()
    backend._sandbox.running = None
    yield outcome.attempt_id, made
    if backend.sandbox is not None:
        backend.sandbox.stop()


@pytest.mark.parametrize("use", [True, False])
def test_what_was_sent_to_the_sandbox_is_found_in_it(driver, rehearsed, use) -> None:
    attempt_id, made = rehearsed
    driver.open(attempt_id, use=use)
    driver.wait_for("title", "It was sent to the sandbox")
    assert driver.buttons() == ["startSandbox", "later"]
    driver.click("startSandbox")
    driver.wait_for("id", made)
    assert driver.attempt(attempt_id).outcome is OutcomeKind.CREATED
    assert driver.session.is_sandbox


def test_a_sandbox_that_has_another_address_now_is_not_looked_into(driver, session) -> None:
    session.backend.start_sandbox()
    elsewhere = replace(driver.connection, connection_id=SANDBOX_CONNECTION_ID, name="Sandbox")
    other = replace(driver.connection, service_address="http://127.0.0.1:9")
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP)
    attempt_id = session.backend.create(folder("Then"), elsewhere, SANDBOX_TOKEN).attempt_id
    session.set_connections((other,))
    session.use(other)
    driver.open(attempt_id, use=False)
    driver.wait_for("text", "another address")
    assert driver.buttons() == ["notMade", "later"]
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    session.backend.sandbox.stop()
