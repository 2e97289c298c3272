"""The duplicate check asks before anything is sent that may make a second one, and once a yes is given it is quiet."""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from lost_answer_fixtures import COLLECTION, FOLDER, KINDS, MANUAL, in_thread

from koodrive.api.serialization import NumberForm
from koodrive.backend.backend import Backend
from koodrive.core.deadline import Cancellation
from koodrive.creation.duplicate_check import RECENT, moment_text
from koodrive.errors import DuplicateRequestError
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, Fault


def create(driver, request, **more):
    return driver.backend.create(request, driver.connection, driver.token, **more)


def refused(driver, request) -> DuplicateRequestError:
    """Check that `request` is held back without a trace, and return the error."""
    posts, rows = driver.posts(), driver.rows()
    with pytest.raises(DuplicateRequestError) as caught:
        create(driver, request)
    assert driver.posts() == posts
    assert driver.rows() == rows
    return caught.value


def in_history(driver, statement) -> None:
    """Change the history behind the back of the backend."""
    with closing(sqlite3.connect(driver.backend.journal.path)) as database, database:
        database.execute(statement)


def move_back(driver, attempt_id, span) -> None:
    """Let an attempt have begun earlier by `span`, by every clock."""
    moved = span // timedelta(milliseconds=1)
    in_history(
        driver,
        f"UPDATE attempt SET started_at = started_at - {moved}, served_at = served_at - {moved}"
        f" WHERE attempt_id = {attempt_id}",
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", [Fault.COMMIT_THEN_DROP, Fault.DROP_BEFORE_COMMIT])
def test_the_same_with_an_unknown_outcome_is_held_back(driver, kind, fault):
    request = driver.request(kind)
    attempt_id = driver.lose(request, fault)
    error = refused(driver, request)
    assert error.attempt_id == attempt_id
    assert error.object_id is None
    assert "unknown" in error.message
    assert moment_text(driver.attempt(attempt_id).started_at) in error.message


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_that_was_created_just_now_is_held_back(driver, kind):
    request = driver.request(kind)
    outcome = create(driver, request)
    error = refused(driver, request)
    assert error.attempt_id == outcome.attempt_id
    assert error.object_id == outcome.created.result_id
    assert error.object_id in error.message


@pytest.mark.parametrize("fault", [None, Fault.COMMIT_THEN_DROP])
def test_one_that_only_looks_the_same_is_not_called_the_same_request(driver, fault):
    wide = replace(MANUAL, name="ＡＢＣ１２３")
    if fault is None:
        create(driver, wide)
    else:
        driver.lose(wide, fault)
    error = refused(driver, replace(MANUAL, name="ABC123"))
    assert "One that looks the same, “ＡＢＣ１２３”, " in error.message
    assert ("was created at" if fault is None else "left at") in error.message
    assert "same request" not in error.message
    assert error.title in {
        "One that looks the same was created a moment ago",
        "It may have been created already",
    }
    assert "The same request" in refused(driver, wide).message


@pytest.mark.parametrize("fault", [None, Fault.COMMIT_THEN_DROP])
def test_the_same_folders_in_another_order_are_held_back(driver, fault):
    if fault is None:
        create(driver, COLLECTION)
    else:
        driver.lose(COLLECTION, fault)
    refused(driver, replace(COLLECTION, scope_dir=COLLECTION.scope_dir[::-1]))


@pytest.mark.parametrize("kind", ["manual", "collection"])
def test_whoever_wants_one_more_gets_one_more(driver, kind):
    request = driver.request(kind)
    for _ in range(3):
        assert create(driver, request, again=True).kind is OutcomeKind.CREATED
    assert len(driver.made()) == 3


@pytest.mark.parametrize("seconds", [-1, 1])
def test_after_ten_minutes_what_was_created_holds_back_nothing(driver, seconds):
    move_back(driver, create(driver, MANUAL).attempt_id, RECENT + timedelta(seconds=seconds))
    if seconds < 0:
        refused(driver, MANUAL)
    else:
        assert create(driver, MANUAL).kind is OutcomeKind.CREATED


@pytest.mark.parametrize("minutes", [-16, 16, -60 * 24 * 400, 60 * 24 * 400])
def test_c42_a_clock_that_is_set_between_two_equal_creates_does_not_hide_the_first(driver, minutes):
    create(driver, MANUAL)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=minutes)):
        refused(driver, MANUAL)


@pytest.mark.parametrize("minutes", [-16, 16])
def test_c42_a_service_that_does_not_tell_the_time_is_no_hole(driver, minutes):
    driver.sandbox.inject(Fault.NO_DATE, times=5)
    create(driver, MANUAL)
    assert driver.backend.clock(driver.connection.service_address).sample is None
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=minutes)):
        refused(driver, MANUAL)


def test_c42_after_a_restart_the_services_time_counts(driver, tmp_path):
    create(driver, MANUAL)
    # What a clock writes that is 20 minutes slow, until somebody puts it right.
    in_history(driver, "UPDATE attempt SET started_at = started_at - 20 * 60000")
    driver.backend.close()
    driver.backend = Backend(tmp_path / "data")
    driver.backend.open()
    refused(driver, MANUAL)
    driver.backend.close()


def test_c42_a_row_of_the_future_bars_no_name(driver):
    attempt_id = create(driver, MANUAL).attempt_id
    in_history(driver, "UPDATE attempt SET started_at = started_at + 90 * 86400000, served_at = NULL")
    assert driver.attempt(attempt_id).started_at > datetime.now(UTC)
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED


def test_an_unknown_outcome_holds_back_for_ever(driver):
    attempt_id = driver.lost_before(MANUAL, timedelta(days=400))
    assert refused(driver, MANUAL).attempt_id == attempt_id


@pytest.mark.parametrize("fault", [Fault.NONZERO_CODE, Fault.THROTTLED, Fault.EXPIRED_TOKEN])
def test_what_was_refused_may_be_sent_again(driver, fault):
    driver.sandbox.inject(fault)
    assert create(driver, MANUAL).kind is OutcomeKind.REFUSED
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED


def test_what_was_not_sent_may_be_sent_again(driver):
    wish = Cancellation()
    wish.cancel()
    assert create(driver, MANUAL, cancellation=wish).kind is OutcomeKind.NOT_SENT
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED


@pytest.mark.parametrize(
    "other",
    [
        replace(MANUAL, name="holiday"),
        FOLDER,
        COLLECTION,
        replace(COLLECTION, name="Holiday"),
    ],
)
def test_something_else_is_not_held_back(driver, other):
    driver.lose(MANUAL)
    assert create(driver, other).kind is OutcomeKind.CREATED


LOOK_ALIKES = [
    ("Zoë", unicodedata.normalize("NFD", "Zoë")),
    ("Trip", "\u00a0Trip\u3000"),
    ("Trip 1", "Trip\u00a01"),
    ("Trip", "Ｔｒｉｐ"),
    ("ガーデン", "ｶﾞｰﾃﾞﾝ"),
    ("Trip", "Tr\u200bi\u2060p\ufeff"),
    ("Trip", "\u202aTrip\u202c"),
]


@pytest.mark.parametrize(("first", "second"), LOOK_ALIKES)
@pytest.mark.parametrize("how", ["created", "unknown", "listed"])
def test_c40_a_name_that_looks_the_same_is_held_back(driver, first, second, how):
    if how == "created":
        create(driver, replace(MANUAL, name=first))
    elif how == "unknown":
        driver.lose(replace(MANUAL, name=first))
    else:
        driver.elsewhere(replace(MANUAL, name=first))
        driver.snapshot_list(MANUAL)
    for one_more in (second, first):
        refused(driver, replace(MANUAL, name=one_more))


@pytest.mark.parametrize("form", NumberForm)
def test_c40_the_wire_type_of_numbers_makes_no_other_request(driver, form):
    attempt_id = driver.lose(MANUAL)
    driver.connection = replace(driver.connection, connection_id="c9", number_form=form)
    assert refused(driver, MANUAL).attempt_id == attempt_id


def test_the_latest_of_several_is_named(driver):
    driver.lose(MANUAL)
    assert refused(driver, MANUAL).attempt_id == 1
    second = driver.lose(MANUAL)
    assert refused(driver, MANUAL).attempt_id == second


def test_an_unknown_outcome_counts_more_than_one_that_was_created_later(driver):
    lost = driver.lose(MANUAL)
    create(driver, MANUAL, again=True)
    assert refused(driver, MANUAL).attempt_id == lost


def test_another_name_of_the_connection_is_the_same_place(driver):
    attempt_id = driver.lose(MANUAL)
    driver.connection = replace(driver.connection, connection_id="c9", name="Renamed")
    assert refused(driver, MANUAL).attempt_id == attempt_id


def test_another_user_is_another_place(driver):
    driver.lose(MANUAL)
    driver.connection = replace(driver.connection, user_id="1644817543959100999")
    # The sandbox knows one user only; what counts is that the request left.
    assert create(driver, MANUAL).kind is OutcomeKind.REFUSED


def test_c07_the_same_that_is_under_way_is_held_back(driver):
    wish = Cancellation()
    driver.sandbox.inject(Fault.HANG, seconds=30)
    sending = in_thread(lambda: create(driver, MANUAL, cancellation=wish))
    while not driver.posts():
        threading.Event().wait(0.01)
    error = refused(driver, MANUAL)
    wish.cancel()
    sending.join()
    assert error.attempt_id == 1


@pytest.mark.parametrize("threads", [2, 12])
def test_c07_many_that_ask_for_the_same_at_once_make_one(driver, threads):
    ready, outcomes = threading.Barrier(threads), []

    def ask() -> None:
        ready.wait()
        try:
            outcomes.append(create(driver, MANUAL).kind)
        except DuplicateRequestError:
            outcomes.append(None)

    asking = [in_thread(ask) for _ in range(threads)]
    for thread in asking:
        thread.join()
    assert outcomes.count(OutcomeKind.CREATED) == 1
    assert outcomes.count(None) == threads - 1
    assert len(driver.made()) == driver.posts() == len(driver.rows()) == 1


def test_a_restart_does_not_make_it_forget(driver, tmp_path):
    driver.lose(MANUAL)
    driver.backend.close()
    driver.backend = Backend(tmp_path / "data")
    driver.backend.open()
    assert refused(driver, MANUAL).attempt_id == 1
    driver.backend.close()


@pytest.mark.parametrize("kind", ["manual", "shared manual", "folder"])
def test_a_name_in_a_list_at_hand_is_told(driver, kind):
    request = driver.request(kind)
    made = driver.elsewhere(request)
    driver.snapshot_list(request)
    error = refused(driver, request)
    assert error.attempt_id is None
    assert error.object_id == made["id"]
    assert request.name in error.message


def test_without_a_list_at_hand_nothing_is_asked(driver):
    driver.elsewhere(MANUAL)
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED
    assert driver.lists_read() == 0


def test_only_the_list_of_the_kind_counts(driver):
    driver.elsewhere(FOLDER)
    for request in (MANUAL, FOLDER):
        driver.snapshot_list(request)
    assert create(driver, replace(MANUAL, name=FOLDER.name)).kind is OutcomeKind.CREATED


@pytest.mark.parametrize("fault", [Fault.LIST_LAG, Fault.SPARSE_LIST, Fault.CACHED_LIST])
def test_c38_a_name_that_one_list_does_not_show_any_more_is_still_asked_about(driver, fault):
    made = driver.elsewhere(MANUAL)
    driver.snapshot_list(MANUAL)
    driver.sandbox.inject(fault, seconds=3600)
    driver.snapshot_list(MANUAL)
    with pytest.raises(
        DuplicateRequestError, match=r"has one of this name|may have one of this name"
    ) as caught:
        create(driver, MANUAL)
    assert caught.value.object_id == made["id"]
    assert driver.posts() == 0


def test_a_list_of_another_service_does_not_count(driver):
    driver.elsewhere(MANUAL)
    driver.snapshot_list(MANUAL)
    driver.backend.journal.service_lists.named(driver.connection, "album/2/1", "Holiday")
    elsewhere = Connection("c3", "Other", "http://127.0.0.1:9", driver.connection.user_id, "bearer", "en-US")
    assert driver.backend.create(MANUAL, elsewhere, SANDBOX_TOKEN).kind is OutcomeKind.NOT_SENT


def test_a_moment_is_told_with_its_day_unless_that_is_today(driver):
    moment = driver.attempt(create(driver, MANUAL).attempt_id).started_at
    assert moment_text(moment).count(":") == 2
    assert moment_text(moment - timedelta(days=2)).count("-") == 2
