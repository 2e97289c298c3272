"""The press reads the list again: what a colleague made a moment ago is asked about, and nothing waits for long."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import replace

import pytest
from lost_answer_fixtures import (
    COLLECTION,
    CREATES,
    FOLDER,
    LISTS,
    MANUAL,
    ScriptedLists,
    at_lists,
    in_thread,
)

from koodrive.api import serialization
from koodrive.core.deadline import Cancellation
from koodrive.errors import DuplicateRequestError
from koodrive.listing import list_reader
from koodrive.listing.list_reader import PRESS_SECONDS, YOUNG_SECONDS
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault

pytestmark = pytest.mark.usefixtures("press_looks")

NAMED_KINDS = ["manual", "shared manual", "folder"]


def create(scene, request, **more):
    return scene.desk.create(request, scene.connection, scene.token, **more)


def refused(scene, request, match="has one of this name") -> DuplicateRequestError:
    """Check that `request` is held back without a POST or a row."""
    rows = scene.rows()
    with pytest.raises(DuplicateRequestError, match=match) as caught:
        create(scene, request)
    assert scene.rows() == rows
    return caught.value


def lists_of(scene, request) -> int:
    path = LISTS[serialization.kind_of(request)]
    return sum(received.path == path for received in scene.sandbox.requests())


@pytest.fixture
def aged(monkeypatch):
    """Return a function that lets time go by for the readings, without waiting for it."""
    offset = [0.0]
    elapsed = list_reader.seconds_elapsed
    monkeypatch.setattr(list_reader, "seconds_elapsed", lambda: elapsed() + offset[0])

    def age(seconds: float) -> None:
        offset[0] += seconds

    return age


@pytest.mark.parametrize("kind", NAMED_KINDS)
@pytest.mark.parametrize("seconds", [YOUNG_SECONDS + 0.1, 30, 299])
def test_c62_what_a_colleague_made_since_the_list_was_read_is_asked_about(scene, aged, kind, seconds):
    request = scene.request(kind)
    scene.snapshot_list(request)
    aged(seconds)
    made = scene.elsewhere(request)
    error = refused(scene, request)
    assert error.object_id == made["id"]
    assert error.attempt_id is None
    assert scene.posts() == 0


@pytest.mark.parametrize("kind", NAMED_KINDS)
def test_c62_without_any_reading_the_press_reads_too(scene, kind):
    request = scene.request(kind)
    made = scene.elsewhere(request)
    assert refused(scene, request).object_id == made["id"]


def test_c62_a_name_that_looks_the_same_is_found_by_the_press(scene):
    scene.elsewhere(replace(MANUAL, name="Ｈoliday\u200b"))
    refused(scene, replace(MANUAL, name="Holiday"))


@pytest.mark.parametrize("request_", [MANUAL, FOLDER], ids=["album", "folder"])
def test_c62_a_young_reading_costs_no_request(scene, aged, request_):
    scene.snapshot_list(request_)
    read = lists_of(scene, request_)
    for number in range(3):
        assert create(scene, replace(request_, name=f"Name {number}")).kind is OutcomeKind.CREATED
    assert lists_of(scene, request_) == read
    aged(YOUNG_SECONDS + 0.1)
    assert create(scene, request_).kind is OutcomeKind.CREATED
    assert lists_of(scene, request_) > read


def test_c62_the_press_itself_makes_a_young_reading(scene):
    create(scene, MANUAL)
    read = scene.lists_read()
    assert read > 0
    create(scene, replace(MANUAL, name="Another"))
    assert scene.lists_read() == read


def test_c62_each_list_and_each_user_has_readings_of_its_own(scene):
    create(scene, MANUAL)
    read = scene.lists_read()
    create(scene, FOLDER)
    assert scene.lists_read() > read
    read = scene.lists_read()
    scene.connection = replace(scene.connection, user_id="7")
    create(scene, MANUAL)
    assert scene.lists_read() > read


def test_c62_who_has_confirmed_a_second_one_does_not_wait_for_a_list(scene):
    scene.elsewhere(MANUAL)
    assert create(scene, MANUAL, again=True).kind is OutcomeKind.CREATED
    assert scene.lists_read() == 0


def test_c62_without_a_name_there_is_nothing_to_look_for(scene):
    assert create(scene, COLLECTION).kind is OutcomeKind.CREATED
    assert scene.lists_read() == 0


@pytest.mark.parametrize(
    "fault",
    [
        Fault.HANG,
        Fault.ERROR_BEFORE_COMMIT,
        Fault.DROP_BEFORE_COMMIT,
        Fault.HTML,
        Fault.THROTTLED,
        Fault.DRIP,
    ],
)
def test_c62_a_list_that_cannot_be_read_in_time_holds_up_nothing_and_is_told(scene, fault):
    scene.sandbox.inject(fault, path=LISTS["album"], times=3, seconds=30)
    begun = time.monotonic()
    outcome = create(scene, MANUAL)
    taken = time.monotonic() - begun
    assert outcome.kind is OutcomeKind.CREATED
    assert taken < PRESS_SECONDS + 0.5
    note = scene.attempt(outcome.attempt_id).note
    assert "list was not looked at" in note
    assert outcome.remark == note


def test_c62_the_note_is_there_before_the_request_leaves(scene):
    scene.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=LISTS["album"])
    scene.sandbox.inject(Fault.HANG, path=CREATES["album"], seconds=30)
    wish = Cancellation()
    sending = in_thread(lambda: create(scene, MANUAL, cancellation=wish))
    while not scene.posts():
        threading.Event().wait(0.01)
    (row,) = scene.rows()
    assert row.outcome is OutcomeKind.SENDING
    assert "list was not looked at" in row.note
    wish.cancel()
    sending.join()


def test_c62_a_list_that_was_read_leaves_no_note(scene):
    outcome = create(scene, MANUAL)
    assert scene.attempt(outcome.attempt_id).note is None
    assert outcome.remark is None


def test_c62_a_refused_request_with_such_a_note_is_not_taken_for_one_that_was_ruled_out(scene):
    scene.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=LISTS["album"])
    scene.sandbox.inject(Fault.NONZERO_CODE, path=CREATES["album"])
    outcome = create(scene, MANUAL)
    attempt = scene.attempt(outcome.attempt_id)
    assert (attempt.outcome, attempt.is_followed_up) == (OutcomeKind.REFUSED, False)
    assert outcome.remark is None
    assert create(scene, MANUAL).kind is OutcomeKind.CREATED


@pytest.mark.parametrize("fault", [Fault.TOTAL_TOO_HIGH, Fault.CACHED_LIST])
def test_c38_a_list_that_is_not_whole_is_no_look_and_is_told(scene, aged, fault):
    scene.snapshot_list(replace(MANUAL, name="Another"))
    aged(YOUNG_SECONDS + 0.1)
    scene.sandbox.inject(fault, path=LISTS["album"], times=9)
    outcome = create(scene, MANUAL)
    assert "not whole when it was looked at" in outcome.remark
    assert scene.attempt(outcome.attempt_id).note == outcome.remark


def test_c38_a_list_that_is_not_whole_is_no_young_reading(scene):
    scene.sandbox.inject(Fault.TOTAL_TOO_HIGH, path=LISTS["album"], times=9)
    create(scene, MANUAL)
    read = scene.lists_read()
    create(scene, replace(MANUAL, name="Another"))
    assert scene.lists_read() > read


def test_c62_cancel_ends_the_look_at_once(scene):
    scene.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=30)
    wish, outcomes = Cancellation(), []
    creating = in_thread(lambda: outcomes.append(create(scene, MANUAL, cancellation=wish)))
    while not scene.lists_read():
        threading.Event().wait(0.005)
    begun = time.monotonic()
    wish.cancel()
    creating.join()
    assert time.monotonic() - begun < PRESS_SECONDS / 2
    assert outcomes[0].kind is OutcomeKind.NOT_SENT
    assert scene.posts() == 0


class SlowPages(ScriptedLists):
    """Gives one page of a long list every 0.2 s."""

    def _page(self, asked):
        self.ended.wait(0.2)
        return super()._page(asked)


@pytest.mark.parametrize("place", [150, 999])
def test_c62_of_a_long_list_as_many_pages_as_there_is_time_for(scene, place):
    rows = [{"id": str(10**18 + number), "name": f"Album {number}"} for number in range(1_000)]
    with SlowPages(rows) as server:
        long = at_lists(scene, server)
        begun = time.monotonic()
        request = replace(MANUAL, name=f"Album {place}")
        if place == 150:
            assert refused(long, request).object_id == rows[place]["id"]
        else:
            outcome = create(long, request)
            assert outcome.kind is OutcomeKind.UNKNOWN, "it gives no answers to creates"
            note = long.attempt(outcome.attempt_id).note
            assert "Only" in note
            assert "not be read to its end in time" in note
        assert time.monotonic() - begun < PRESS_SECONDS + 0.5
    found, read_at = scene.desk.journal.service_lists.named(long.connection, "album/2/1", "Album 0")
    assert (found, read_at) == ([], None), "a part of a list is no list"


def test_c62_press_and_background_share_one_reading(scene):
    made = scene.elsewhere(MANUAL)
    scene.sandbox.inject(Fault.SLOW, path=LISTS["album"], seconds=0.3)
    stock = in_thread(lambda: scene.snapshot_list(MANUAL))
    while not scene.lists_read():
        threading.Event().wait(0.005)
    assert refused(scene, MANUAL).object_id == made["id"]
    stock.join()
    first_pages = [call for call in scene.sandbox.requests() if "pageNum=1" in call.query.split("&")]
    assert len(first_pages) == 1


def test_c62_a_background_reading_that_is_given_up_takes_nothing_from_the_press(scene):
    scene.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=30)
    left = Cancellation()
    stock = in_thread(lambda: abandoned(scene, left))
    while not scene.lists_read():
        threading.Event().wait(0.005)
    made = scene.elsewhere(MANUAL)
    caught = []
    pressing = in_thread(lambda: caught.append(refused(scene, MANUAL)))
    threading.Event().wait(0.1)
    left.cancel()
    pressing.join()
    stock.join()
    assert caught[0].object_id == made["id"]


def abandoned(scene, left) -> None:
    with pytest.raises(Exception, match="Cancelled"):
        scene.desk.snapshot_list(MANUAL, scene.connection, scene.token, left)


def test_c62_the_background_does_not_read_what_a_press_has_just_read(scene, aged):
    create(scene, MANUAL)
    read = scene.lists_read()
    scene.desk.snapshot_list(MANUAL, scene.connection, scene.token, Cancellation(), unless_read_within=300.0)
    assert scene.lists_read() == read
    aged(301)
    scene.desk.snapshot_list(MANUAL, scene.connection, scene.token, Cancellation(), unless_read_within=300.0)
    assert scene.lists_read() > read


def test_c62_the_second_look_takes_what_the_press_has_read(scene, aged):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    scene.find(attempt_id)
    aged(YOUNG_SECONDS + 0.1)
    scene.elsewhere(MANUAL)
    before = len([call for call in scene.sandbox.requests() if "pageNum=1" in call.query.split("&")])
    error = refused_and_reopened(scene)
    assert error.attempt_id == attempt_id
    after = len([call for call in scene.sandbox.requests() if "pageNum=1" in call.query.split("&")])
    assert after == before + 1


def refused_and_reopened(scene) -> DuplicateRequestError:
    with pytest.raises(DuplicateRequestError, match="made after all") as caught:
        create(scene, MANUAL)
    return caught.value


def test_c62_a_clock_that_is_set_makes_no_old_reading_young(scene, aged):
    scene.snapshot_list(MANUAL)
    aged(10)
    with closing(sqlite3.connect(scene.desk.journal.path)) as database, database:
        database.execute("UPDATE list_reading SET read_at = read_at + 86400000")
    made = scene.elsewhere(MANUAL)
    assert refused(scene, MANUAL).object_id == made["id"]


def test_c62_a_press_after_the_look_costs_little(scene):
    """The figure of the young reading: what `look` takes when there is nothing to read."""
    scene.snapshot_list(MANUAL)
    client, readings = scene.desk.client(scene.connection, scene.token), scene.desk._history.creator.readings
    times = []
    for _ in range(200):
        begun = time.perf_counter()
        readings.look(MANUAL, client=client, connection=scene.connection)
        times.append(time.perf_counter() - begun)
    assert sorted(times)[100] < 0.0003
