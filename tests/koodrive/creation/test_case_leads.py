"""C-60: the ID that an answer names which cannot be trusted is looked for first."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lost_answer_fixtures import FOLDER, MANUAL

from koodrive.creation.findings import Resolution
from koodrive.errors import OutcomeUnknownError
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

UNTRUSTED = {
    "a failure of the gateway": (502, {"code": 502}),
    "a code of the 500s": (200, {"code": 500, "msg": "partly"}),
    "half of an answer": (200, {"code": 0, "msg": "Success."}),
}


def answering(status: int, more: dict[str, object], name: str, object_id: str | None = None):
    """Return what answers a create with an ID, and otherwise in a form that proves nothing."""

    def answer(row):
        body = json.dumps({name: object_id or row["id"], **more}).encode()
        # Cut behind the ID, where the answer would be a success.
        return status, body[:-12] if more.get("code") == 0 else body

    return answer


def lose(at_service, request=MANUAL) -> int:
    outcome = at_service.backend.create(request, at_service.connection, at_service.token, again=True)
    assert outcome.kind is OutcomeKind.UNKNOWN
    return outcome.attempt_id


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
@pytest.mark.parametrize("form", UNTRUSTED)
def test_c60_a_listed_row_with_the_id_that_the_answer_named_is_that_create(
    at_service, service, request_, form
):
    kind, name = ("album", "albumId") if request_ is MANUAL else ("sharefolder", "id")
    status, more = UNTRUSTED[form]
    service.answer = answering(status, more, name)
    at_service.snapshot_list(request_)
    attempt_id = lose(at_service, request_)
    own = service.rows[kind][0]["id"]
    # Without the lead nobody could tell: there is one of the same name more than there were requests.
    twin = {"containerId": FOLDER.container_id} if kind == "sharefolder" else {}
    service.make(kind, request_.name, **twin)
    finding = at_service.find(attempt_id)
    assert finding.ending is Resolution.DONE
    assert finding.adopted == ((attempt_id, own),)
    attempt = at_service.attempt(attempt_id)
    assert attempt.result_id == own
    assert f"named the ID {own}" in attempt.note


def test_c60_each_of_two_equal_ones_gets_its_own(at_service, service):
    service.answer = answering(502, {"code": 502}, "albumId")
    at_service.snapshot_list(MANUAL)
    first, second = lose(at_service), lose(at_service)
    service.rows["album"].reverse()
    findings = at_service.resolve(first, second)
    made = sorted(row["id"] for row in service.rows["album"])
    assert [finding.adopted for finding in findings] == [((first, made[0]),), ((second, made[1]),)]


def test_c60_one_that_is_named_and_one_that_is_not(at_service, service):
    service.answer = answering(502, {"code": 502}, "albumId")
    at_service.snapshot_list(MANUAL)
    named = lose(at_service)
    service.answer, service.makes = None, False
    lost = lose(at_service)
    endings = {finding.attempt_ids: finding.ending for finding in at_service.resolve(named, lost)}
    assert endings == {(named,): Resolution.DONE, (lost,): Resolution.NOT_DONE}


def test_c60_it_is_found_under_another_name_too(at_service, service):
    service.answer = answering(502, {"code": 502}, "albumId")
    service.store = lambda name: f"{name}(1)"
    at_service.snapshot_list(MANUAL)
    assert at_service.find(lose(at_service)).ending is Resolution.DONE


def test_c60_a_named_id_of_what_was_there_before_is_not_it(at_service, service):
    older = service.make("album", MANUAL.name)
    at_service.snapshot_list(MANUAL)
    service.makes = False
    service.answer = answering(200, {"code": 500}, "albumId", older["id"])
    assert at_service.find(lose(at_service)).ending is Resolution.NOT_DONE


def test_c60_a_code_that_says_no_may_name_what_is_in_the_way(at_service, service):
    # Nobody has read the list before: what has the ID may be older.
    older = service.make("album", MANUAL.name)
    service.makes = False
    service.answer = answering(500, {"code": 13000102}, "albumId", older["id"])
    finding = at_service.find(lose(at_service))
    assert finding.ending is Resolution.CANNOT_TELL
    assert [candidate.listed.id for candidate in finding.candidates] == [older["id"]]


def test_c60_a_named_id_of_another_create_is_not_it(at_service, service):
    service.answer = lambda row: (200, f'{{"code": 0, "albumId": "{row["id"]}"}}'.encode())
    other = at_service.backend.create(
        replace(MANUAL, name="Other"), at_service.connection, at_service.token
    ).created.result_id
    service.makes, service.answer = False, answering(502, {"code": 502}, "albumId", other)
    attempt_id = lose(at_service)
    finding = at_service.find(attempt_id)
    assert finding.ending is Resolution.NOT_DONE
    assert at_service.attempt(attempt_id).result_id is None


@pytest.mark.parametrize("more", [{"creator": "1700000000000000001"}, {"containerId": "ANOTHERSPACE"}])
def test_c60_a_named_id_of_another_user_or_space_is_for_people(at_service, service, more):
    service.makes = False
    row = {"containerId": FOLDER.container_id, "creator": SANDBOX_USER_ID}
    made = service.make("sharefolder", FOLDER.name, **(row | more))
    service.answer = answering(502, {"code": 502}, "id", made["id"])
    attempt_id = lose(at_service, FOLDER)
    assert at_service.find(attempt_id).ending is Resolution.CANNOT_TELL
    assert at_service.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_c60_two_answers_that_name_the_same_id_name_none(at_service, service):
    at_service.snapshot_list(MANUAL)
    service.answer = answering(502, {"code": 502}, "albumId")
    first = lose(at_service)
    service.makes = False
    service.answer = answering(502, {"code": 502}, "albumId", service.rows["album"][0]["id"])
    second = lose(at_service)
    finding = at_service.find(first, second)
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.leads == (service.rows["album"][0]["id"],)


def test_c60_a_named_id_that_a_whole_list_does_not_show_was_not_made_there(at_service, service):
    service.makes = False
    service.answer = answering(502, {"code": 502}, "albumId", "1805929618625099999")
    at_service.snapshot_list(MANUAL)
    finding = at_service.find(lose(at_service))
    assert finding.ending is Resolution.NOT_DONE
    assert "1805929618625099999" in finding.evidence


def test_c60_people_see_the_lead_where_the_list_is_not_whole(at_service, service):
    at_service.snapshot_list(MANUAL)
    service.answer = answering(502, {"code": 502}, "albumId")
    attempt_id = lose(at_service)
    service.total, service.shown = lambda _rows: 5, lambda _rows: []
    finding = at_service.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.leads == (service.rows["album"][0]["id"],)
    assert finding.leads[0] in at_service.attempt(attempt_id).note


def test_c60_people_see_the_lead_where_no_list_can_be_read(at_service, service):
    service.answer = answering(502, {"code": 502}, "albumId")
    attempt_id = lose(at_service)

    def broken(_rows):
        raise OSError("no list today")

    service.shown = broken
    finding = at_service.find(attempt_id)
    assert isinstance(finding.problem, OutcomeUnknownError)
    assert finding.leads == (service.rows["album"][0]["id"],)
