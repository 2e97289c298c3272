"""The pace of a run: how many creates at a time, how many in a second, and what each outcome does to it."""

from __future__ import annotations

from typing import Any

import pytest

from koodrive import CreateAlbum
from koodrive.batch.models import PauseReason
from koodrive.batch.running.pace import CLEAN_ANSWERS, USUAL_WAIT, Concurrency, TokenBucket, throttle_wait
from koodrive.batch.running.reactions import LONGEST_WAIT, Reactions
from koodrive.batch.running.speed import SpeedMeter
from koodrive.journal import Pace
from koodrive.messages import Message
from koodrive.models import Outcome, OutcomeKind

ALBUM = CreateAlbum(type=2, album_kind=1, name="Holiday")


def outcome(kind: OutcomeKind, **values: Any) -> Outcome:
    return Outcome(kind, ALBUM, 1, **values)


def refused(code: str) -> Outcome:
    return outcome(OutcomeKind.REFUSED, code=code, title=Message(f"Refused {code}"), message=Message("No."))


CREATED, UNKNOWN = outcome(OutcomeKind.CREATED), outcome(OutcomeKind.UNKNOWN)
NOT_SENT = outcome(OutcomeKind.NOT_SENT)
THROTTLED = outcome(OutcomeKind.REFUSED, retry_after=3.0, is_wait_stated=True)


def test_one_more_in_flight_after_each_twenty_clean_answers() -> None:
    concurrency = Concurrency(4)
    reactions = Reactions(concurrency)
    allowed = []
    for _ in range(5 * CLEAN_ANSWERS):
        allowed.append(concurrency.allowed)
        reactions.after(CREATED, 0, 0)
    assert allowed == [min(1 + number // CLEAN_ANSWERS, 4) for number in range(5 * CLEAN_ANSWERS)]
    assert reactions.after(THROTTLED, 0, 0).is_ready_again
    assert concurrency.allowed == 1


def test_an_answer_that_is_lost_begins_the_count_anew() -> None:
    concurrency = Concurrency(4)
    reactions = Reactions(concurrency)
    for _ in range(5):
        for _ in range(CLEAN_ANSWERS - 1):
            reactions.after(CREATED, 0, 0)
        reactions.after(UNKNOWN, 0, 0)
    assert concurrency.allowed == 1


def test_throttling_waits_as_long_as_is_said_and_three_in_a_row_pause() -> None:
    reactions = Reactions(Concurrency(4))
    first = reactions.after(THROTTLED, began=0.0, now=1.0)
    assert (first.wait, first.pause) == (3.0, None)
    # Those that were in flight at the same time do not count again.
    for _ in range(3):
        assert reactions.after(THROTTLED, began=0.5, now=1.1).pause is None
    assert reactions.after(THROTTLED, began=5.0, now=6.0).pause is None
    assert reactions.after(THROTTLED, began=10.0, now=11.0).pause is PauseReason.THROTTLED
    reactions.start_anew()
    assert reactions.after(THROTTLED, began=20.0, now=21.0).pause is None
    long = outcome(
        OutcomeKind.REFUSED, retry_after=LONGEST_WAIT + 1, is_wait_stated=True, message=Message("x")
    )
    assert reactions.after(long, began=30.0, now=31.0).pause is PauseReason.THROTTLED


def test_a_good_answer_between_begins_each_count_anew() -> None:
    reactions = Reactions(Concurrency(4))
    for number in range(20):
        for one in (THROTTLED, UNKNOWN, NOT_SENT, refused("1"), refused("1")):
            reaction = reactions.after(one, began=10.0 * number + 5, now=10.0 * number + 5)
            assert reaction.pause is None
        reactions.after(CREATED, 0, 0)


def test_what_no_row_causes_pauses_at_the_first_and_the_row_is_ready_again() -> None:
    token = outcome(OutcomeKind.REFUSED, is_sign_in_needed=True, is_token_refused=True)
    clock = outcome(OutcomeKind.REFUSED, is_clock_refused=True)
    user = outcome(OutcomeKind.REFUSED, is_sign_in_needed=True)
    for one, reason in (
        (token, PauseReason.TOKEN),
        (clock, PauseReason.CLOCK),
        (user, PauseReason.REFUSALS),
    ):
        reaction = Reactions(Concurrency(1)).after(one, 0, 0)
        assert (reaction.pause, reaction.is_ready_again) == (reason, True)


def test_equal_refusals_pause_at_the_third_and_are_passed_over_once_somebody_says_so() -> None:
    reactions = Reactions(Concurrency(1))
    for code, pause in (("1", None), ("2", None), ("2", None), ("2", PauseReason.REFUSALS)):
        reaction = reactions.after(refused(code), 0, 0)
        assert (reaction.pause, reaction.is_ready_again) == (pause, False)
    reactions.accept_refusals()
    assert all(reactions.after(refused("2"), 0, 0).pause is None for _ in range(5))
    assert [reactions.after(refused("3"), 0, 0).pause for _ in range(3)][-1] is PauseReason.REFUSALS


def test_an_outcome_that_could_not_be_written_down_pauses() -> None:
    unwritten = outcome(OutcomeKind.CREATED, journal_problem=Message("The disk is full."))
    assert Reactions(Concurrency(1)).after(unwritten, 0, 0).pause is PauseReason.DISK


def test_the_bucket_gives_places_that_are_evenly_apart_and_saves_none_up() -> None:
    now = 100.0
    bucket = TokenBucket(20.0, lambda: now)
    assert [bucket.reserve() for _ in range(4)] == pytest.approx([0.0, 0.05, 0.1, 0.15])
    now = 200.0
    assert [bucket.reserve() for _ in range(2)] == pytest.approx([0.0, 0.05])
    bucket.rate = None
    assert [bucket.reserve() for _ in range(3)] == [0.0] * 3


def test_waits_without_a_stated_time_are_two_to_five_seconds() -> None:
    waits = [throttle_wait(None) for _ in range(100)]
    assert all(USUAL_WAIT[0] <= wait <= USUAL_WAIT[1] for wait in waits)
    assert len(set(waits)) > 50
    assert throttle_wait(7.0) == pytest.approx(7.0)


@pytest.mark.parametrize(("parallel", "rate"), [(0, None), (17, None), (1, 0.0), (1, 2000.0)])
def test_a_pace_stays_within_its_limits(parallel: int, rate: float | None) -> None:
    with pytest.raises(ValueError, match=r"1 to 16|1000"):
        Pace(parallel, rate)


def test_the_speed_is_that_of_the_last_minute() -> None:
    meter = SpeedMeter()
    assert (meter.rows_per_minute(5.0), meter.answer_seconds) == (0.0, 0.0)
    meter.start(0.0)
    for second in range(1, 31):
        meter.note(float(second), 0.2)
    assert meter.rows_per_minute(30.0) == pytest.approx(60.0)
    assert meter.rows_per_minute(75.0) == pytest.approx(16.0)
    assert meter.answer_seconds == pytest.approx(0.2)
