"""Expiry of a token, on simulated clocks that stand still, jump and sleep."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from simulated_computer import SimulatedComputer, minutes

from koodrive.api.token_expiry import USUAL_LIFE, TokenExpiry

NOTHING = timedelta(0)
ANY_TIME = st.floats(0, 3 * 86400, allow_nan=False).map(lambda seconds: timedelta(seconds=round(seconds, 3)))


def life_on(computer, usual=USUAL_LIFE, ends_in=None):
    return TokenExpiry(
        usual, ends_in, elapsed=computer.elapsed, now=computer.local, counts_sleep=computer.counts_sleep
    )


@pytest.fixture(params=[True, False], ids=["counts sleep", "misses sleep"])
def computer(request):
    return SimulatedComputer(counts_sleep=request.param)


class TestAssumed:
    """A token of which the service has said nothing: it lives for a while after each call."""

    def test_before_the_first_call_nobody_knows(self, computer):
        life = life_on(computer)
        computer.wait(minutes(90))
        assert (life.left, life.is_expired, life.is_exact) == (None, False, False)

    def test_each_accepted_call_begins_it_anew(self, computer):
        life = life_on(computer)
        for _ in range(5):
            life.mark_accepted()
            assert life.left == USUAL_LIFE
            computer.wait(minutes(19))
            assert life.left == minutes(1)
        computer.wait(minutes(1))
        assert (life.left, life.is_expired) == (NOTHING, True)
        computer.wait(minutes(1000))
        assert life.left == NOTHING

    def test_an_accepted_call_after_its_end_shows_that_it_lives(self, computer):
        life = life_on(computer)
        life.mark_accepted()
        computer.wait(minutes(21))
        assert life.is_expired
        life.mark_accepted()
        assert life.left == USUAL_LIFE

    def test_the_connection_says_how_long(self, computer):
        life = life_on(computer, minutes(90))
        life.mark_accepted()
        computer.wait(minutes(60))
        assert (life.left, life.whole) == (minutes(30), minutes(90))

    def test_it_ends_in_a_long_sleep(self, computer):
        life = life_on(computer)
        life.mark_accepted()
        computer.sleep(timedelta(hours=8))
        assert life.is_expired


class TestTold:
    """A token of which the service has said how long it lives."""

    def test_calls_do_not_make_it_longer(self, computer):
        life = life_on(computer, minutes(30), minutes(30))
        for spent in range(30):
            assert life.left == minutes(30 - spent)
            life.mark_accepted()
            computer.wait(minutes(1))
        assert life.is_expired
        life.mark_accepted()
        assert life.is_expired

    def test_the_meter_knows_the_whole(self, computer):
        life = life_on(computer, minutes(30), minutes(12))
        assert (life.left, life.whole, life.is_exact) == (minutes(12), minutes(30), True)

    @pytest.mark.parametrize("ago", [NOTHING, minutes(1), timedelta(days=400)])
    def test_one_that_ended_before_is_over_at_once(self, computer, ago):
        life = life_on(computer, minutes(30), -ago)
        assert (life.left, life.is_expired) == (NOTHING, True)

    def test_it_ends_in_a_long_sleep(self, computer):
        life = life_on(computer, minutes(30), minutes(30))
        computer.sleep(timedelta(hours=8))
        assert life.is_expired


class TestRefused:
    """The service's word counts, whatever the clocks say."""

    @pytest.mark.parametrize("ends_in", [None, minutes(30)])
    def test_a_refusal_ends_it_and_an_accepted_call_revives_it(self, computer, ends_in):
        life = life_on(computer, minutes(30), ends_in)
        life.mark_accepted()
        life.mark_rejected()
        assert (life.left, life.is_expired, life.is_rejected) == (NOTHING, True, True)
        computer.wait(minutes(1))
        life.mark_accepted()
        assert life.left == (minutes(29) if ends_in else minutes(30))
        assert not life.is_rejected

    def test_one_that_was_never_used_can_be_refused(self, computer):
        life = life_on(computer)
        life.mark_rejected()
        assert life.is_expired


class TestClocks:
    """The local clock is set while the token lives."""

    @given(
        by=st.floats(-400, 400).map(lambda days: timedelta(days=days)), waited=ANY_TIME, told=st.booleans()
    )
    def test_a_clock_that_is_set_changes_nothing_where_the_other_counts_sleep(self, by, waited, told):
        computer = SimulatedComputer(counts_sleep=True)
        life = life_on(computer, ends_in=USUAL_LIFE if told else None)
        life.mark_accepted()
        computer.set_local(by)
        computer.wait(waited)
        assert life.left == pytest.approx(max(NOTHING, USUAL_LIFE - waited), abs=timedelta(milliseconds=1))

    @given(by=st.floats(-400, 0).map(lambda days: timedelta(days=days)), waited=ANY_TIME)
    def test_a_clock_that_is_put_back_makes_it_no_longer(self, by, waited):
        computer = SimulatedComputer(counts_sleep=False)
        life = life_on(computer)
        life.mark_accepted()
        computer.set_local(by)
        computer.wait(waited)
        assert life.left == pytest.approx(max(NOTHING, USUAL_LIFE - waited), abs=timedelta(milliseconds=1))

    def test_a_clock_that_is_put_forward_looks_like_a_sleep_until_the_next_call(self):
        computer = SimulatedComputer(counts_sleep=False)
        life = life_on(computer)
        life.mark_accepted()
        computer.set_local(timedelta(hours=8))
        assert life.is_expired
        life.mark_accepted()
        assert life.left == USUAL_LIFE

    def test_one_that_runs_backwards_makes_it_no_longer(self):
        readings = iter([1000.0, 10.0])
        life = TokenExpiry(elapsed=lambda: next(readings), counts_sleep=True)
        life.mark_accepted()
        assert life.left == USUAL_LIFE


def test_threads_may_use_it_at_once():
    life = TokenExpiry()
    stop = threading.Event()

    def use():
        while not stop.is_set():
            life.mark_accepted()
            life.mark_rejected()

    threads = [threading.Thread(target=use) for _ in range(3)]
    for thread in threads:
        thread.start()
    seen = [life.left for _ in range(2000)]
    stop.set()
    for thread in threads:
        thread.join(5)
    assert all(left is None or NOTHING <= left <= USUAL_LIFE for left in seen)


class LifeOnAnyComputer(RuleBasedStateMachine):
    """The service's own rule, twenty minutes after the last call, against what the life says.

    It never promises too much where the clocks show a sleep, and is exact where no clock was set.
    """

    @initialize(counts_sleep=st.booleans())
    def begin(self, counts_sleep):
        self.computer = SimulatedComputer(counts_sleep=counts_sleep)
        self.life = life_on(self.computer)
        self.called_at = None
        self.was_put_back = self.was_set = False

    @rule(time=ANY_TIME)
    def wait(self, time):
        self.computer.wait(time)

    @rule(time=ANY_TIME)
    def sleep(self, time):
        self.computer.sleep(time)

    @rule(by=st.floats(-2, 2).map(lambda days: timedelta(days=days)))
    def set_clock(self, by):
        assume(by)
        self.computer.set_local(by)
        self.was_set = True
        self.was_put_back = self.was_put_back or by < NOTHING

    @rule()
    def call(self):
        is_good = self.called_at is None or self.computer.service - self.called_at < USUAL_LIFE
        if is_good:
            self.life.mark_accepted()
            self.called_at = self.computer.service
            self.was_set = self.was_put_back = False
        else:
            self.life.mark_rejected()

    @precondition(lambda self: self.life.is_rejected)
    @rule()
    def renew(self):
        self.life = life_on(self.computer)
        self.called_at = None

    @invariant()
    def it_is_never_below_zero_nor_above_the_whole(self):
        left = self.life.left
        assert left is None or NOTHING <= left <= self.life.whole

    @invariant()
    def it_promises_no_more_than_there_is(self):
        if self.called_at is None or self.life.is_rejected:
            return
        really = max(NOTHING, USUAL_LIFE - (self.computer.service - self.called_at))
        slack = timedelta(milliseconds=1)
        if self.computer.counts_sleep or not self.was_put_back:
            assert self.life.left <= really + slack
        if self.computer.counts_sleep or not self.was_set:
            assert self.life.left >= really - slack


TestLifeOnAnyComputer = LifeOnAnyComputer.TestCase
TestLifeOnAnyComputer.settings = settings(max_examples=60, stateful_step_count=20)
