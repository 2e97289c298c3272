"""The service's time as it is learned from answers, and what goes into `X-Date`."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from requests.structures import CaseInsensitiveDict

from koodrive.clock.server_clock import (
    SAFETY_MARGIN,
    X_DATE_FORMAT,
    X_DATE_LIFE,
    ServerClock,
    explains_refusal,
    local_now,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
AHEAD = st.timedeltas(timedelta(days=-1000), timedelta(days=1000))
TRAVEL = st.floats(0, 60)


def read(x_date):
    return datetime.strptime(x_date, X_DATE_FORMAT).replace(tzinfo=UTC)


def answer(server, **more):
    return {"Date": format_datetime(server, usegmt=True), **more}


def learned(headers, sent=0.0, received=0.0):
    """Return a clock that was shown an answer at noon, local time, and whether it learned from it."""
    clock = ServerClock(lambda: NOON, lambda: received)
    return clock, clock.observe(headers, sent, received)


def test_an_unlearned_clock_is_the_local_one_minus_a_little():
    with time_machine.travel(NOON, tick=False):
        clock = ServerClock()
        assert clock.now() == NOON
        assert clock.offset == timedelta(0)
        assert clock.x_date() == "20260304T115955Z"


def test_local_time_is_utc_whatever_the_zone(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    with time_machine.travel(NOON, tick=False):
        assert local_now() == NOON
        assert local_now().tzinfo is UTC


@pytest.mark.parametrize(
    "ahead",
    [
        timedelta(seconds=1),
        timedelta(minutes=5),
        timedelta(minutes=16),
        timedelta(minutes=-14),
        timedelta(minutes=-16),
        timedelta(days=400),
    ],
    ids=str,
)
def test_a_wrong_local_clock_is_put_right_by_one_answer(ahead):
    clock, has_learned = learned(answer(NOON - ahead))
    assert has_learned
    assert abs(clock.offset - ahead) <= timedelta(seconds=1)
    assert not explains_refusal(clock.x_date(), NOON - ahead)


def test_the_midpoint_of_the_way_counts():
    clock, _ = learned(answer(NOON), sent=100.0, received=110.0)
    assert clock.now() == NOON + timedelta(seconds=5.5)
    assert clock.offset == timedelta(seconds=-5.5)


def test_a_slow_answer_keeps_x_date_out_of_the_future():
    """The service may have dated its answer at the very end of a long way."""
    clock, _ = learned(answer(NOON), sent=0.0, received=60.0)
    assert read(clock.x_date()) <= NOON


def test_a_local_clock_that_is_put_right_later_changes_nothing():
    local = [NOON + timedelta(minutes=20)]
    clock = ServerClock(lambda: local[0], lambda: 0.0)
    clock.observe(answer(NOON), 0.0, 0.0)
    assert clock.offset > timedelta(minutes=19)
    local[0] = NOON
    assert not explains_refusal(clock.x_date(), NOON)
    assert abs(clock.offset) < timedelta(seconds=1)


def test_time_goes_on_after_the_answer():
    elapsed = [0.0]
    clock = ServerClock(lambda: NOON, lambda: elapsed[0])
    clock.observe(answer(NOON), 0.0, 0.0)
    elapsed[0] = 3600.0
    assert clock.now() - NOON >= timedelta(hours=1)


def test_the_newest_answer_counts():
    clock, _ = learned(answer(NOON - timedelta(hours=1)))
    assert clock.observe(answer(NOON), 0.0, 0.0)
    assert abs(clock.offset) <= timedelta(seconds=1)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Date": ""},
        {"Date": "yesterday"},
        {"Date": "Wed, 99 Mar 2026 12:00:00 GMT"},
        {"Date": "Wed, 04 Mar 2026 25:00:00 GMT"},
        {"Date": "Wed, 04 Mar 2026 12:00:00 -0000"},
        {"Date": "Wed, 04 Mar 99999999999 12:00:00 GMT"},
        {"Date": "Fri, 31 Dec 9999 23:59:59 -2359"},
        {"Date": "2026-03-04T12:00:00Z"},
        {"Date": "Mon, 01 Jan 0500 00:00:00 GMT"},
        {"Date": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"Date": "Fri, 31 Dec 9999 23:59:59 GMT"},
        {"Date": "\u0661"},
        answer(NOON, Age="1"),
        answer(NOON, Age="3600"),
        answer(NOON, Age="old"),
    ],
    ids=ascii,
)
def test_what_tells_no_time_or_an_old_one_is_ignored(headers):
    clock, has_learned = learned(headers)
    assert not has_learned
    assert clock.offset == timedelta(0)


@pytest.mark.parametrize("age", ["0", "", " 0 "])
def test_an_age_of_nothing_is_no_reason_to_ignore_it(age):
    assert learned(answer(NOON, Age=age))[1]


def test_the_case_of_header_names_does_not_matter_where_the_mapping_says_so():
    assert learned(CaseInsensitiveDict({"date": format_datetime(NOON, usegmt=True)}))[1]
    assert not learned(CaseInsensitiveDict(answer(NOON, age="60")))[1]


def test_a_clock_that_was_set_back_on_the_way_teaches_nothing():
    assert not learned(answer(NOON), sent=1.0, received=0.0)[1]


@given(AHEAD, TRAVEL, st.floats(0, 1), st.integers(0, 999_999))
def test_x_date_is_right_for_the_service_whatever_the_local_clock(ahead, travel, share, microsecond):
    """`share` of the way is the way there; the service cuts the fraction of its second off."""
    asked = NOON.replace(microsecond=microsecond)
    dated = (asked + timedelta(seconds=travel * share)).replace(microsecond=0)
    clock = ServerClock(lambda: asked + ahead, lambda: travel)
    assert clock.observe(answer(dated), 0.0, travel)
    assert not explains_refusal(clock.x_date(), asked + timedelta(seconds=travel))


@pytest.mark.parametrize(
    ("age", "refused"),
    [
        (timedelta(seconds=-1), True),
        (timedelta(0), False),
        (SAFETY_MARGIN, False),
        (X_DATE_LIFE - timedelta(seconds=1), False),
        (X_DATE_LIFE, True),
        (timedelta(minutes=16), True),
    ],
    ids=str,
)
def test_what_is_too_old_or_in_the_future_explains_a_refusal(age, refused):
    assert explains_refusal((NOON - age).strftime(X_DATE_FORMAT), NOON) is refused


def test_a_value_that_is_no_x_date_is_an_error():
    with pytest.raises(ValueError, match="does not match"):
        explains_refusal("now", NOON)


@given(AHEAD)
def test_x_date_has_its_sixteen_characters(ahead):
    x_date = ServerClock(lambda: NOON + ahead).x_date()
    assert len(x_date) == 16
    assert read(x_date) <= NOON + ahead


def test_threads_may_learn_and_ask_at_the_same_time():
    clock = ServerClock(lambda: NOON, lambda: 0.0)
    offsets = [timedelta(minutes=minutes) for minutes in range(8)]

    def learn(offset):
        for _ in range(200):
            assert clock.observe(answer(NOON - offset), 0.0, 0.0)
            assert clock.now() <= NOON + timedelta(seconds=1)

    threads = [threading.Thread(target=learn, args=[offset]) for offset in offsets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert min(abs(clock.offset - offset) for offset in offsets) <= timedelta(seconds=1)
