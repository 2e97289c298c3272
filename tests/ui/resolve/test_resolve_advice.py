"""What the resolve dialog gives people to decide by, and what it says after a decision."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from connection_fixtures import keyring, sandbox, session, stored, window
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from resolve_fixtures import LONG, album, collection, doubtful, folder, stage

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, Fault

__all__ = ["doubtful", "keyring", "sandbox", "session", "stage", "stored", "window"]


def test_without_a_selection_it_says_what_can_be_done(stage, doubtful) -> None:
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    assert stage.text("hint").startswith("Select one to compare it with what was sent.")
    assert "probably empty" in stage.text("hint")
    stage.select(doubtful[1])
    assert "Select one" not in stage.text("hint")


def test_the_id_of_the_selected_one_can_be_copied(stage, doubtful) -> None:
    _attempt_id, made, other = doubtful
    stage.open()
    stage.wait_for("title", "Which of these did it make?")
    assert not stage.find("copyCandidate").isVisible()
    for candidate in (made, other):
        stage.select(candidate)
        stage.click("copyCandidate")
        assert QGuiApplication.clipboard().text() == candidate


def test_lack_of_knowledge_does_not_speak_against_it_and_a_collection_is_never_empty(stage) -> None:
    stage.lose(collection(30))
    stage.sandbox.inject(Fault.SPARSE_LIST, times=10)
    stage.open()
    stage.wait_for("title", "Is this what it made?")
    assert stage.text("doubts").startswith("Not certain: The list does not tell which folders")
    assert "Speaks against it" not in stage.text("doubts")
    assert stage.text("hint") == ""


def test_both_kinds_of_doubt_have_their_own_line(stage) -> None:
    stage.lose(folder("Holiday"), Fault.DROP_BEFORE_COMMIT)
    stage.make_elsewhere("HOLIDAY")
    stage.sandbox.inject(Fault.SPARSE_LIST, times=10)
    stage.open()
    stage.wait_for("title", "Is this what it made?")
    against, uncertain = stage.text("doubts").splitlines()
    assert against == "Speaks against it: Its name is spelt a little differently."
    assert uncertain.startswith("Not certain: ")
    assert "open it in KooDrive" in stage.text("hint")


# The notice about the last decision -----------------------------------------------------------------------------------


def lose_another(stage) -> int:
    """Lose one more answer, for which it is looked for a long time."""
    stage.searches.set_pauses(LONG)
    attempt_id = stage.lose(album("Second"), Fault.DROP_BEFORE_COMMIT)
    stage.searches.start([attempt_id])
    stage.wait_for("left", "2 left")
    return attempt_id


@pytest.fixture
def decided(stage, doubtful):
    """Decide about the first of two attempts, and show the second."""
    stage.open(doubtful[0])
    stage.wait_for("title", "Which of these did it make?")
    second = lose_another(stage)
    stage.select(doubtful[1])
    stage.click("adopt")
    stage.click("confirm")
    stage.wait_for("subject", "Second")
    assert "was created" in stage.find("notice").accessibleName()
    return second


def test_the_notice_goes_with_the_next_action(stage, decided) -> None:
    stage.wait_for("text", "Next look in")
    stage.click("stop")
    assert not stage.find("notice").isVisible()


def test_the_notice_does_not_stand_above_what_becomes_of_the_next(stage, decided) -> None:
    stage.searches.stop([decided])
    stage.searches.set_pauses(())
    stage.searches.start([decided])
    stage.wait_for("title", "It was not made")
    assert not stage.find("notice").isVisible()


def test_a_request_without_a_name_reads_as_one(stage) -> None:
    first = stage.lose(collection())
    stage.sandbox.make_elsewhere("album", json.loads(stage.attempt(first).body))
    stage.open(first)
    stage.wait_for("title", "Which of these did it make?")
    lose_another(stage)
    made = stage.candidates.item(0, 1).text()
    stage.select(made)
    stage.click("adopt")
    stage.click("confirm")
    stage.wait_for("subject", "Second")
    said = stage.find("notice").accessibleName()
    assert said.startswith("The request of ")
    assert said.endswith(f" created {made}")


def test_what_is_decided_was_unknown(stage) -> None:
    stage.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    stage.open(pauses=LONG)
    stage.wait_for("text", "Next look in")
    captions = {label.text() for label in stage.find("request").findChildren(QLabel)}
    assert "Why its outcome is unknown" in captions
    stage.searches.set_pauses(())
    stage.click("stop")
    stage.click("lookNow")
    stage.wait_for("title", "It was not made")
    captions = {label.text() for label in stage.find("request").findChildren(QLabel)}
    assert "Why its outcome was unknown" in captions


def test_a_stopped_search_can_be_decided(stage) -> None:
    attempt_id = stage.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    stage.open(pauses=LONG)
    stage.wait_for("text", "Next look in")
    stage.click("stop")
    assert stage.buttons() == ["lookNow", "notMade", "later"]
    stage.click("notMade")
    stage.click("confirm")
    stage.wait_for("title", "It was not made")
    assert stage.attempt(attempt_id).outcome is OutcomeKind.REFUSED


# The sandbox ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def rehearsed(stage, session):
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
def test_what_was_sent_to_the_sandbox_is_found_in_it(stage, rehearsed, use) -> None:
    attempt_id, made = rehearsed
    stage.open(attempt_id, use=use)
    stage.wait_for("title", "It was sent to the sandbox")
    assert stage.buttons() == ["startSandbox", "later"]
    stage.click("startSandbox")
    stage.wait_for("id", made)
    assert stage.attempt(attempt_id).outcome is OutcomeKind.CREATED
    assert stage.session.is_sandbox


def test_a_sandbox_that_has_another_address_now_is_not_looked_into(stage, session) -> None:
    session.backend.start_sandbox()
    elsewhere = replace(stage.connection, connection_id=SANDBOX_CONNECTION_ID, name="Sandbox")
    other = replace(stage.connection, service_address="http://127.0.0.1:9")
    stage.sandbox.inject(Fault.COMMIT_THEN_DROP)
    attempt_id = session.backend.create(folder("Then"), elsewhere, SANDBOX_TOKEN).attempt_id
    session.set_connections((other,))
    session.use(other)
    stage.open(attempt_id, use=False)
    stage.wait_for("text", "another address")
    assert stage.buttons() == ["notMade", "later"]
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    session.backend.sandbox.stop()
