"""C-66: after a shared create the album is looked for in its folder, as a gateway may have changed a number."""

from __future__ import annotations

import time

import pytest
from lost_answer_fixtures import MANUAL, LostAnswerDriver, at_lists
from storing_service import StoringService

from koodrive import CreateAlbum
from koodrive.core.deadline import Cancellation
from koodrive.listing import read_back as read_back_module
from koodrive.listing.read_back import read_back
from koodrive.models import OutcomeKind

FOLDER_ID = "9223372036854775807"
SHARED = CreateAlbum(2, 2, "Holiday", group_id="1765148492881313001", share_folder_id=FOLDER_ID)


@pytest.fixture
def service():
    with StoringService() as service:
        service.answer = lambda row: (200, f'{{"code": 0, "albumId": "{row["id"]}"}}'.encode())
        service.shown = lambda rows: [row for row in rows if row.get("folder") == int(FOLDER_ID)]
        yield service


@pytest.fixture
def at_service(driver, service) -> LostAnswerDriver:
    return at_lists(driver, service)


def fail(_rows):
    raise OSError("no list today")


def create(at_service, request=SHARED):
    return at_service.backend.create(request, at_service.connection, at_service.token)


def look(at_service, outcome, **more):
    client = at_service.backend.clients.client(at_service.connection, at_service.token)
    return read_back(outcome, client=client, journal=at_service.backend.journal, **({"pause": 0} | more))


def test_c66_an_album_in_its_folder_is_nothing_to_talk_about(at_service, service):
    outcome = create(at_service)
    assert look(at_service, outcome) is None
    assert at_service.attempt(outcome.attempt_id).note is None
    questions = [request for request in service.requests if request.startswith(b"GET")]
    assert len(questions) == 1
    assert b"groupId=1765148492881313001" in questions[0]


def test_c66_a_number_that_a_gateway_has_rounded_is_told_and_written_down(at_service, service):
    service.rounds = True
    outcome = create(at_service)
    assert outcome.kind is OutcomeKind.CREATED
    said = look(at_service, outcome)
    assert said.startswith(f"Created, but not in the list of the shared folder {FOLDER_ID}")
    attempt = at_service.attempt(outcome.attempt_id)
    assert attempt.note == said
    assert attempt.outcome is OutcomeKind.CREATED
    assert attempt.result_id == outcome.created.result_id
    assert service.posts == 1


def test_c66_a_note_that_is_there_stays(at_service, service):
    service.rounds = True
    outcome = create(at_service)
    at_service.backend.journal.attempts.add_remark(outcome.attempt_id, "Seen before.")
    said = look(at_service, outcome)
    assert at_service.attempt(outcome.attempt_id).note == f"Seen before. {said}"


def test_c66_only_a_created_attempt_gets_a_remark(at_service, service):
    service.answer = None
    outcome = create(at_service)
    at_service.backend.journal.attempts.add_remark(outcome.attempt_id, "Nonsense.")
    assert at_service.attempt(outcome.attempt_id).note is None


@pytest.mark.parametrize("gap", ["total", "cache", "error"])
def test_c66_where_the_list_does_not_tell_nothing_is_said(at_service, service, gap):
    service.rounds = True
    outcome = create(at_service)
    if gap == "total":
        service.total = lambda _rows: 1
    elif gap == "cache":
        service.headers = ("Age: 60",)
    else:
        service.total = fail
    assert look(at_service, outcome) is None
    assert at_service.attempt(outcome.attempt_id).note is None


def test_c66_it_is_for_shared_albums_that_were_created_only(at_service, service):
    personal = create(at_service, MANUAL)
    service.answer = None
    lost = at_service.backend.create(SHARED, at_service.connection, at_service.token, again=True)
    asked = len(service.requests)
    for outcome in (personal, lost):
        assert not outcome.has_shared_album
        assert look(at_service, outcome) is None
    assert len(service.requests) == asked


def test_c66_a_list_that_hangs_is_given_up(at_service, service, monkeypatch):
    monkeypatch.setattr(read_back_module, "LONGEST_SECONDS", 0.3)
    service.rounds = True
    outcome = create(at_service)
    service.shown = lambda _rows: service.ended.wait(20) and []
    begun = time.monotonic()
    assert look(at_service, outcome) is None
    assert time.monotonic() - begun < 5
    service.ended.set()


@pytest.mark.parametrize("pause", [0, 60])
def test_c66_who_cancels_hears_nothing(at_service, service, pause):
    service.rounds = True
    outcome = create(at_service)
    cancellation = Cancellation()
    cancellation.cancel()
    asked = len(service.requests)
    assert look(at_service, outcome, pause=pause, cancellation=cancellation) is None
    assert len(service.requests) == asked
