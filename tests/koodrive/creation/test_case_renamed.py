"""C-39: an object stored under another name is left to the user's decision; it never counts as not created."""

from __future__ import annotations

import html
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from lost_answer_fixtures import COLLECTION, FOLDER, MANUAL, OTHER_SPACE, SOON

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault

UNDER_ANOTHER_NAME = "It is listed under another name."
SOMEBODY = "1700000000000000001"


def only_bmp(name: str) -> str:
    """Return a name with a question mark for each character of 4 bytes."""
    return "".join(character if ord(character) < 0x10000 else "?" for character in name)


FORMS = {
    "numbered": ("Garden", lambda name: f"{name}(1)"),
    "numbered otherwise": ("Garden 7", lambda name: f"{name}_1"),
    "question mark": ("Rome \U0001f3db 2026", only_bmp),
    "rare character": ("\U00020bb7野家", only_bmp),
    "only rare characters": ("\U0001f3db\U0001f3db", only_bmp),
    "cut": ("Rome \U0001f3db 2026", lambda name: name.partition("\U0001f3db")[0]),
    "cut at &": ("Anna & Tom", lambda name: name.partition("&")[0]),
    "entities": ("Anna & Tom", html.escape),
    "signs": ("Who? Me!", lambda name: name.replace("?", "_").replace("!", "_")),
    "periods": ("To be continued...", lambda name: name.rstrip(".")),
    "decomposed": ("Käthe", lambda name: unicodedata.normalize("NFD", name)),
    "in other letters altogether": ("家庭相册", lambda _name: "jiatingxiangce"),
    "as an ID": ("Garden", lambda _name: "untitled-5513"),
}


def request_of(kind: str, name: str):
    """Return a request for something of a kind."""
    # What folders must not be called is none of the service's business here.
    return CreateAlbum(2, 1, name) if kind == "album" else CreateSharedFolder(name, FOLDER.container_id)


def lose(at_service, service, request, *, made: bool) -> int:
    service.makes = made
    outcome = at_service.backend.create(request, at_service.connection, at_service.token, again=True)
    assert outcome.kind is OutcomeKind.UNKNOWN
    return outcome.attempt_id


@pytest.mark.parametrize("kind", ["album", "sharefolder"])
@pytest.mark.parametrize("form", FORMS)
def test_c39_a_name_stored_in_another_form_is_for_people(at_service, service, kind, form):
    name, service.store = FORMS[form]
    if kind == "sharefolder":
        name = name.replace("?", "").replace("\U0001f3db", "\U00020bb7")
    request = request_of(kind, name)
    at_service.snapshot_list(request)
    attempt_id = lose(at_service, service, request, made=True)
    finding = at_service.find(attempt_id)
    (row,) = service.rows[kind]
    if row["name"] == name:
        assert finding.ending is Resolution.DONE
        return
    assert finding.ending is Resolution.CANNOT_TELL
    (candidate,) = finding.candidates
    assert candidate.listed.id == row["id"]
    if form != "decomposed":
        assert UNDER_ANOTHER_NAME in [str(doubt) for doubt in candidate.contrary]
    assert at_service.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    at_service.backend.resolver.adopt(attempt_id, candidate, at_service.connection)
    assert at_service.attempt(attempt_id).result_id == row["id"]
    assert service.posts == 1


def test_c39_the_exact_name_is_adopted_beside_others(at_service, service):
    at_service.snapshot_list(MANUAL)
    attempt_id = lose(at_service, service, MANUAL, made=True)
    own = service.rows["album"][0]["id"]
    service.make("album", f"{MANUAL.name}(1)")
    service.make("album", "Quite another")
    assert at_service.find(attempt_id).adopted == ((attempt_id, own),)


def test_c39_what_the_history_has_made_is_nobody_elses(at_service, service):
    service.answer = lambda row: (200, f'{{"code": 0, "albumId": "{row["id"]}"}}'.encode())
    at_service.snapshot_list(MANUAL)
    other = replace(MANUAL, name=f"{MANUAL.name}(1)")
    assert at_service.backend.create(other, at_service.connection, at_service.token).created is not None
    service.answer = None
    assert at_service.find(lose(at_service, service, MANUAL, made=False)).ending is Resolution.NOT_DONE


def test_c39_what_was_there_before_is_no_form_of_it(at_service, service):
    for name in (f"{MANUAL.name}(1)", f"{MANUAL.name}_1", "Quite another"):
        service.make("album", name)
    at_service.snapshot_list(MANUAL)
    assert at_service.find(lose(at_service, service, MANUAL, made=False)).ending is Resolution.NOT_DONE


@pytest.mark.parametrize(
    "more",
    [
        {"creator": SOMEBODY},
        {"containerId": OTHER_SPACE},
        {"createTime": (datetime.now(UTC) - timedelta(days=2)).isoformat()},
    ],
)
@pytest.mark.parametrize("name", [f"{FOLDER.name}(1)", "Quite another"])
def test_c39_another_user_space_or_time_excludes_another_name(at_service, service, more, name):
    attempt_id = lose(at_service, service, FOLDER, made=False)
    service.make("sharefolder", name, **more)
    if "creator" in more:
        service.make("sharefolder", "Old", createTime="2020-01-01T00:00:00Z")
    assert at_service.find(attempt_id).ending is Resolution.NOT_DONE


@pytest.mark.parametrize("off", [timedelta(minutes=-16), timedelta(hours=8), timedelta(hours=-23)])
def test_c39_a_wrong_clock_or_time_zone_excludes_no_form_of_the_name(at_service, service, off):
    attempt_id = lose(at_service, service, FOLDER, made=False)
    made_at = (datetime.now(UTC) + off).isoformat()
    service.make("sharefolder", f"{FOLDER.name}(1)", createTime=made_at)
    service.make("sharefolder", "Quite another", createTime=made_at)
    finding = at_service.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert [candidate.listed.name for candidate in finding.candidates] == [f"{FOLDER.name}(1)"]
    assert "It was created at another time." in [str(doubt) for doubt in finding.candidates[0].contrary]


def test_c39_two_new_rows_of_quite_other_names_are_of_a_busy_account(at_service, service):
    at_service.snapshot_list(MANUAL)
    attempt_id = lose(at_service, service, MANUAL, made=False)
    service.make("album", "Wedding")
    service.make("album", "Garden")
    assert at_service.find(attempt_id).ending is Resolution.NOT_DONE


def test_c39_as_many_new_rows_as_lost_answers_are_for_people(at_service, service):
    at_service.snapshot_list(MANUAL)
    service.store = {"家庭": "jiating", "旅行": "lvxing"}.get
    lost = [lose(at_service, service, replace(MANUAL, name=name), made=True) for name in ("家庭", "旅行")]
    findings = at_service.resolve(*lost)
    assert [finding.ending for finding in findings] == [Resolution.CANNOT_TELL] * 2
    assert [len(finding.candidates) for finding in findings] == [2, 2]


def test_c39_a_form_of_the_name_counts_also_in_a_busy_account(at_service, service):
    at_service.snapshot_list(MANUAL)
    service.store = lambda name: f"{name}(1)"
    attempt_id = lose(at_service, service, MANUAL, made=True)
    own = service.rows["album"][0]["id"]
    for name in ("Wedding", "Garden", "Rome"):
        service.make("album", name)
    finding = at_service.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert [candidate.listed.id for candidate in finding.candidates] == [own]


def test_c39_the_only_new_row_may_belong_to_another_lost_answer(at_service, service):
    other = replace(MANUAL, name="Wedding")
    at_service.snapshot_list(MANUAL)
    lost = lose(at_service, service, MANUAL, made=False)
    service.store = lambda name: f"{name}_1"
    also = lose(at_service, service, other, made=True)
    endings = {finding.attempt_ids: finding.ending for finding in at_service.resolve(lost, also, pauses=SOON)}
    assert endings == {(lost,): Resolution.NOT_DONE, (also,): Resolution.CANNOT_TELL}


def test_c39_a_collection_is_told_by_its_folders_alone(at_service, service):
    at_service.snapshot_list(COLLECTION)
    attempt_id = lose(at_service, service, COLLECTION, made=False)
    service.make("album", "Something", scopeDir=["4711"])
    assert at_service.find(attempt_id).ending is Resolution.NOT_DONE


def test_c39_years_later_it_is_still_the_only_new_one(at_service, service):
    at_service.snapshot_list(MANUAL)
    service.store = lambda _name: "???"
    attempt_id = lose(at_service, service, MANUAL, made=True)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=400)):
        assert at_service.find(attempt_id).ending is Resolution.CANNOT_TELL


def test_c39_a_late_one_under_another_name_keeps_the_same_from_being_sent_again(at_service, service):
    at_service.snapshot_list(MANUAL)
    attempt_id = lose(at_service, service, MANUAL, made=False)
    assert at_service.find(attempt_id).ending is Resolution.NOT_DONE
    service.make("album", f"{MANUAL.name} (1)")
    with pytest.raises(DuplicateRequestError, match="may have created late"):
        at_service.backend.create(MANUAL, at_service.connection, at_service.token)
    assert at_service.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert service.posts == 1


@pytest.mark.parametrize("count", [2, 3, 40])
def test_c39_a_busy_account_stays_decidable(driver, count):
    # Names of a series that others go on with while an answer is lost: ordinary in a family, and in a batch.
    request = CreateAlbum(2, 1, "Trip 7")
    driver.snapshot_list(request)
    attempt_id = driver.lose(request, Fault.DROP_BEFORE_COMMIT)
    for number in range(count):
        driver.elsewhere(CreateAlbum(2, 1, f"Trip {number + 8}"))
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE
