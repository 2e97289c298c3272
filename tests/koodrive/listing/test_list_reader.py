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


def create(driver, request, **more):
    return driver.backend.create(request, driver.connection, driver.token, **more)


def refused(driver, request, match="has one of this name") -> DuplicateRequestError:
    """Check that `request` is held back without a POST or a row."""
    rows = driver.rows()
    with pytest.raises(DuplicateRequestError, match=match) as caught:
        create(driver, request)
    assert driver.rows() == rows
    return caught.value


def lists_of(driver, request) -> int:
    path = LISTS[serialization.kind_of(request)]
    return sum(received.path == path for received in driver.sandbox.requests())


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
def test_c62_what_a_colleague_made_since_the_list_was_read_is_asked_about(driver, aged, kind, seconds):
    request = driver.request(kind)
    driver.snapshot_list(request)
    aged(seconds)
    made = driver.elsewhere(request)
    error = refused(driver, request)
    assert error.object_id == made["id"]
    assert error.attempt_id is None
    assert driver.posts() == 0


@pytest.mark.parametrize("kind", NAMED_KINDS)
def test_c62_without_any_reading_the_press_reads_too(driver, kind):
    request = driver.request(kind)
    made = driver.elsewhere(request)
    assert refused(driver, request).object_id == made["id"]


def test_c62_a_name_that_looks_the_same_is_found_by_the_press(driver):
    driver.elsewhere(replace(MANUAL, name="Ｈoliday\u200b"))
    refused(driver, replace(MANUAL, name="Holiday"))


@pytest.mark.parametrize("request_", [MANUAL, FOLDER], ids=["album", "folder"])
def test_c62_a_young_reading_costs_no_request(driver, aged, request_):
    driver.snapshot_list(request_)
    read = lists_of(driver, request_)
    for number in range(3):
        assert create(driver, replace(request_, name=f"Name {number}")).kind is OutcomeKind.CREATED
    assert lists_of(driver, request_) == read
    aged(YOUNG_SECONDS + 0.1)
    assert create(driver, request_).kind is OutcomeKind.CREATED
    assert lists_of(driver, request_) > read


def test_c62_the_press_itself_makes_a_young_reading(driver):
    create(driver, MANUAL)
    read = driver.lists_read()
    assert read > 0
    create(driver, replace(MANUAL, name="Another"))
    assert driver.lists_read() == read


def test_c62_each_list_and_each_user_has_readings_of_its_own(driver):
    create(driver, MANUAL)
    read = driver.lists_read()
    create(driver, FOLDER)
    assert driver.lists_read() > read
    read = driver.lists_read()
    driver.connection = replace(driver.connection, user_id="7")
    create(driver, MANUAL)
    assert driver.lists_read() > read


def test_c62_who_has_confirmed_a_second_one_does_not_wait_for_a_list(driver):
    driver.elsewhere(MANUAL)
    assert create(driver, MANUAL, again=True).kind is OutcomeKind.CREATED
    assert driver.lists_read() == 0


def test_c62_without_a_name_there_is_nothing_to_look_for(driver):
    assert create(driver, COLLECTION).kind is OutcomeKind.CREATED
    assert driver.lists_read() == 0


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
def test_c62_a_list_that_cannot_be_read_in_time_holds_up_nothing_and_is_told(driver, fault):
    driver.sandbox.inject(fault, path=LISTS["album"], times=3, seconds=30)
    begun = time.monotonic()
    outcome = create(driver, MANUAL)
    taken = time.monotonic() - begun
    assert outcome.kind is OutcomeKind.CREATED
    assert taken < PRESS_SECONDS + 0.5
    note = driver.attempt(outcome.attempt_id).note
    assert "list was not looked at" in note
    assert outcome.remark == note


def test_c62_the_note_is_there_before_the_request_leaves(driver):
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=LISTS["album"])
    driver.sandbox.inject(Fault.HANG, path=CREATES["album"], seconds=30)
    wish = Cancellation()
    sending = in_thread(lambda: create(driver, MANUAL, cancellation=wish))
    while not driver.posts():
        threading.Event().wait(0.01)
    (row,) = driver.rows()
    assert row.outcome is OutcomeKind.SENDING
    assert "list was not looked at" in row.note
    wish.cancel()
    sending.join()


def test_c62_a_list_that_was_read_leaves_no_note(driver):
    outcome = create(driver, MANUAL)
    assert driver.attempt(outcome.attempt_id).note is None
    assert outcome.remark is None


def test_c62_a_refused_request_with_such_a_note_is_not_taken_for_one_that_was_ruled_out(driver):
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=LISTS["album"])
    driver.sandbox.inject(Fault.NONZERO_CODE, path=CREATES["album"])
    outcome = create(driver, MANUAL)
    attempt = driver.attempt(outcome.attempt_id)
    assert (attempt.outcome, attempt.is_followed_up) == (OutcomeKind.REFUSED, False)
    assert outcome.remark is None
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED


@pytest.mark.parametrize("fault", [Fault.TOTAL_TOO_HIGH, Fault.CACHED_LIST])
def test_c38_a_list_that_is_not_whole_is_no_look_and_is_told(driver, aged, fault):
    driver.snapshot_list(replace(MANUAL, name="Another"))
    aged(YOUNG_SECONDS + 0.1)
    driver.sandbox.inject(fault, path=LISTS["album"], times=9)
    outcome = create(driver, MANUAL)
    assert "not whole when it was looked at" in outcome.remark
    assert driver.attempt(outcome.attempt_id).note == outcome.remark


def test_c38_a_list_that_is_not_whole_is_no_young_reading(driver):
    driver.sandbox.inject(Fault.TOTAL_TOO_HIGH, path=LISTS["album"], times=9)
    create(driver, MANUAL)
    read = driver.lists_read()
    create(driver, replace(MANUAL, name="Another"))
    assert driver.lists_read() > read


def test_c62_cancel_ends_the_look_at_once(driver):
    driver.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=30)
    wish, outcomes = Cancellation(), []
    creating = in_thread(lambda: outcomes.append(create(driver, MANUAL, cancellation=wish)))
    while not driver.lists_read():
        threading.Event().wait(0.005)
    begun = time.monotonic()
    wish.cancel()
    creating.join()
    assert time.monotonic() - begun < PRESS_SECONDS / 2
    assert outcomes[0].kind is OutcomeKind.NOT_SENT
    assert driver.posts() == 0


class SlowPages(ScriptedLists):
    """Gives one page of a long list every 0.2 s."""

    def _page(self, asked):
        self.ended.wait(0.2)
        return super()._page(asked)


@pytest.mark.parametrize("place", [150, 999])
def test_c62_of_a_long_list_as_many_pages_as_there_is_time_for(driver, place):
    rows = [{"id": str(10**18 + number), "name": f"Album {number}"} for number in range(1_000)]
    with SlowPages(rows) as server:
        long = at_lists(driver, server)
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
    found, read_at = driver.backend.journal.service_lists.named(long.connection, "album/2/1", "Album 0")
    assert (found, read_at) == ([], None), "a part of a list is no list"


def test_c62_press_and_background_share_one_reading(driver):
    made = driver.elsewhere(MANUAL)
    driver.sandbox.inject(Fault.SLOW, path=LISTS["album"], seconds=0.3)
    reading = in_thread(lambda: driver.snapshot_list(MANUAL))
    while not driver.lists_read():
        threading.Event().wait(0.005)
    assert refused(driver, MANUAL).object_id == made["id"]
    reading.join()
    first_pages = [call for call in driver.sandbox.requests() if "pageNum=1" in call.query.split("&")]
    assert len(first_pages) == 1


def test_c62_a_background_reading_that_is_given_up_takes_nothing_from_the_press(driver):
    driver.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=30)
    left = Cancellation()
    reading = in_thread(lambda: abandoned(driver, left))
    while not driver.lists_read():
        threading.Event().wait(0.005)
    made = driver.elsewhere(MANUAL)
    caught = []
    pressing = in_thread(lambda: caught.append(refused(driver, MANUAL)))
    threading.Event().wait(0.1)
    left.cancel()
    pressing.join()
    reading.join()
    assert caught[0].object_id == made["id"]


def abandoned(driver, left) -> None:
    with pytest.raises(Exception, match="Cancelled"):
        driver.backend.snapshot_list(MANUAL, driver.connection, driver.token, left)


def test_c62_the_background_does_not_read_what_a_press_has_just_read(driver, aged):
    create(driver, MANUAL)
    read = driver.lists_read()
    driver.backend.snapshot_list(
        MANUAL, driver.connection, driver.token, Cancellation(), unless_read_within=300.0
    )
    assert driver.lists_read() == read
    aged(301)
    driver.backend.snapshot_list(
        MANUAL, driver.connection, driver.token, Cancellation(), unless_read_within=300.0
    )
    assert driver.lists_read() > read


def test_c62_the_recheck_takes_what_the_press_has_read(driver, aged):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    driver.find(attempt_id)
    aged(YOUNG_SECONDS + 0.1)
    driver.elsewhere(MANUAL)
    before = len([call for call in driver.sandbox.requests() if "pageNum=1" in call.query.split("&")])
    error = refused_and_reopened(driver)
    assert error.attempt_id == attempt_id
    after = len([call for call in driver.sandbox.requests() if "pageNum=1" in call.query.split("&")])
    assert after == before + 1


def refused_and_reopened(driver) -> DuplicateRequestError:
    with pytest.raises(DuplicateRequestError, match="created after all") as caught:
        create(driver, MANUAL)
    return caught.value


def test_c62_a_clock_that_is_set_makes_no_old_reading_young(driver, aged):
    driver.snapshot_list(MANUAL)
    aged(10)
    with closing(sqlite3.connect(driver.backend.journal.path)) as database, database:
        database.execute("UPDATE list_reading SET read_at = read_at + 86400000")
    made = driver.elsewhere(MANUAL)
    assert refused(driver, MANUAL).object_id == made["id"]


def test_c62_a_press_after_the_look_costs_little(driver):
    """The figure of the young reading: what `look` takes when there is nothing to read."""
    driver.snapshot_list(MANUAL)
    client, readings = (
        driver.backend.clients.client(driver.connection, driver.token),
        driver.backend.creator.readings,
    )
    times = []
    for _ in range(200):
        begun = time.perf_counter()
        readings.look(MANUAL, client=client, connection=driver.connection)
        times.append(time.perf_counter() - begun)
    assert sorted(times)[100] < 0.0003
