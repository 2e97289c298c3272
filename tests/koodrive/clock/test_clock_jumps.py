"""The estimated service time after clock changes and sleep."""

from __future__ import annotations

from datetime import timedelta

import pytest
from simulated_computer import SimulatedComputer, minutes

SECOND = timedelta(seconds=1)
# The five of C-16.
WRONG = [SECOND, minutes(5), minutes(16), minutes(-14), minutes(-16)]


def learned(computer):
    clock = computer.clock()
    assert computer.ask(clock, 0.1, 0.1)
    return clock


@pytest.mark.parametrize("ahead", WRONG, ids=str)
def test_one_answer_is_enough(ahead):
    computer = SimulatedComputer(ahead)
    clock = learned(computer)
    assert computer.accepts(clock)
    assert computer.age(clock) < timedelta(seconds=10)
    computer.wait(timedelta(days=1))
    assert not clock.is_uncertain
    assert computer.accepts(clock)


@pytest.mark.parametrize(
    ("by", "counts_sleep"),
    [
        (minutes(-200), True),
        (minutes(-200), False),
        (minutes(-13), True),
        (minutes(-13), False),
        (timedelta(seconds=-2.1), True),
        (timedelta(seconds=2.1), True),
        (minutes(13), True),
        (minutes(200), True),
    ],
    ids=str,
)
def test_a_local_clock_that_is_set_is_noticed_and_does_no_harm(by, counts_sleep):
    """Without a clock that counts sleep, a clock set forward looks like sleep."""
    computer = SimulatedComputer(minutes(5), counts_sleep=counts_sleep)
    clock = learned(computer)
    computer.wait(timedelta(hours=4))
    assert not clock.is_uncertain
    computer.set_local(by)
    assert clock.is_uncertain
    assert computer.accepts(clock)
    assert abs(clock.now() - computer.service) <= SECOND
    assert abs(clock.offset - minutes(5) - by) <= SECOND
    assert computer.ask(clock)
    assert not clock.is_uncertain
    assert abs(clock.offset - minutes(5) - by) <= SECOND


@pytest.mark.parametrize("by", [timedelta(seconds=-1.9), timedelta(0), timedelta(seconds=1.9)], ids=str)
def test_a_clock_that_is_put_right_by_a_second_is_no_reason_for_doubt(by):
    computer = SimulatedComputer()
    clock = learned(computer)
    computer.set_local(by)
    assert not clock.is_uncertain


@pytest.mark.parametrize("sleep", [minutes(13), timedelta(hours=8)], ids=str)
@pytest.mark.parametrize("counts_sleep", [True, False])
@pytest.mark.parametrize("ahead", [minutes(0), minutes(16), minutes(-16)], ids=str)
def test_time_goes_on_while_the_computer_sleeps(ahead, counts_sleep, sleep):
    computer = SimulatedComputer(ahead, counts_sleep=counts_sleep)
    clock = learned(computer)
    computer.sleep(sleep)
    assert clock.is_uncertain is not counts_sleep
    assert computer.accepts(clock)
    assert abs(clock.now() - computer.service) <= SECOND
    computer.ask(clock)
    assert not clock.is_uncertain


def test_a_sleep_that_only_the_local_clock_saw_does_no_harm_where_it_is_short():
    """A virtual machine that was paused: the boot-time clock stood still although it should not."""
    computer = SimulatedComputer()
    clock = learned(computer)
    computer.counts_sleep = False
    computer.sleep(minutes(13))
    assert clock.is_uncertain
    assert computer.accepts(clock)


def test_a_local_clock_that_goes_back_behind_the_answer_is_not_believed():
    computer = SimulatedComputer()
    clock = learned(computer)
    computer.set_local(minutes(-5))
    assert clock.is_uncertain
    assert computer.age(clock) < timedelta(seconds=10)


def test_an_answer_from_before_a_sleep_teaches_nothing():
    computer = SimulatedComputer()
    clock = computer.clock()
    assert not computer.ask(clock, 0.1, 8 * 3600)
    assert clock.sample is None
    assert computer.ask(clock, 30, 30)


@pytest.mark.parametrize("by", [minutes(-14), minutes(14)], ids=str)
def test_distance_from_the_future_makes_nothing_too_old(by):
    computer = SimulatedComputer()
    clock = learned(computer)
    computer.wait(timedelta(days=300))
    computer.set_local(by)
    assert computer.accepts(clock)


def test_the_longer_ago_the_answer_the_more_distance_from_the_future():
    computer = SimulatedComputer(minutes(16))
    clock = learned(computer)
    computer.wait(timedelta(days=2))
    after_two_days = computer.age(clock)
    computer.wait(timedelta(days=300))
    after_a_year = computer.age(clock)
    assert timedelta(seconds=20) < after_two_days < timedelta(seconds=30)
    assert minutes(5) < after_a_year < minutes(6)


@pytest.mark.parametrize("ahead", [minutes(4.2), minutes(-16), timedelta(seconds=11)], ids=str)
def test_people_are_told_once_that_their_clock_is_wrong(ahead):
    computer = SimulatedComputer(ahead)
    clock = computer.clock()
    assert clock.pop_skew_warning() is None
    computer.ask(clock)
    assert abs(clock.pop_skew_warning() - ahead) <= SECOND
    for _ in range(3):
        computer.wait(minutes(30))
        computer.ask(clock, 0.4, 0.4)
        assert clock.pop_skew_warning() is None


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(seconds=9), timedelta(seconds=-9)], ids=str)
def test_what_is_negligible_is_no_news(ahead):
    computer = SimulatedComputer(ahead)
    assert learned(computer).pop_skew_warning() is None


def test_a_change_by_more_than_a_minute_is_news_again():
    computer = SimulatedComputer(minutes(5))
    clock = learned(computer)
    clock.pop_skew_warning()
    told = []
    for by in (timedelta(seconds=50), minutes(2), minutes(-7) - timedelta(seconds=50), minutes(5)):
        computer.set_local(by)
        assert clock.pop_skew_warning() is None, "it is in doubt until the next answer"
        computer.ask(clock)
        told.append(clock.pop_skew_warning())
    assert told[0] is None
    assert told[2] is None, "it was put right"
    assert abs(told[1] - minutes(7) - timedelta(seconds=50)) <= SECOND
    assert abs(told[3] - minutes(5)) <= SECOND
