"""Whatever happens to a computer, `X-Date` is right for the service while one of the two ways to the present is."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from simulated_computer import SimulatedComputer, minutes

from koodrive.clock.server_clock import X_DATE_LIFE

JUMPS = st.timedeltas(minutes(-14), minutes(14))
WAITS = st.timedeltas(timedelta(0), timedelta(hours=30))
TRAVEL = st.floats(0, 8)
APART = minutes(14)


class Life(RuleBasedStateMachine):
    """A computer and an app on it; the model knows how wrong each way is."""

    @initialize(
        ahead=st.timedeltas(timedelta(days=-400), timedelta(days=400)),
        counts_sleep=st.booleans(),
    )
    def begin(self, ahead, counts_sleep):
        self.computer = SimulatedComputer(ahead, counts_sleep=counts_sleep)
        self.clock = self.computer.clock()
        self.ahead_when_learned = None
        self.lag = timedelta(0)

    @rule(there=TRAVEL, back=TRAVEL)
    def an_answer_comes(self, there, back):
        assert self.computer.ask(self.clock, there, back)
        self.ahead_when_learned = self.computer.ahead
        self.lag = timedelta(0)
        assert not self.clock.is_uncertain

    @rule(time=WAITS)
    def time_passes(self, time):
        self.computer.wait(time)

    @rule(by=JUMPS)
    def somebody_sets_the_local_clock(self, by):
        self.computer.set_local(by)

    @rule()
    def somebody_puts_the_local_clock_right(self):
        self.computer.set_local(-self.computer.ahead)

    @rule(time=WAITS)
    def the_computer_sleeps(self, time):
        self.computer.sleep(time)
        if not self.computer.counts_sleep:
            self.lag += time

    @invariant()
    def x_date_is_right_where_it_can_be(self):
        if self.ahead_when_learned is None:
            wrong = (self.computer.ahead,)
        else:
            wrong = (-self.lag, self.computer.ahead - self.ahead_when_learned)
        if timedelta(0) in wrong and max(wrong) - min(wrong) <= APART:
            age = self.computer.age(self.clock)
            assert timedelta(0) <= age < X_DATE_LIFE

    @invariant()
    def doubt_is_noticed(self):
        if self.ahead_when_learned is not None:
            apart = abs(self.computer.ahead - self.ahead_when_learned + self.lag)
            if abs(apart - timedelta(seconds=2)) > timedelta(milliseconds=1):
                assert self.clock.is_uncertain is (apart > timedelta(seconds=2))


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=150, stateful_step_count=20)


@given(
    gain=st.floats(-5e-5, 5e-5),
    ahead=st.timedeltas(timedelta(days=-400), timedelta(days=400)),
    idle=st.timedeltas(timedelta(0), timedelta(days=30)),
    there=TRAVEL,
    back=TRAVEL,
)
def test_a_quartz_that_nobody_puts_right_does_no_harm_for_a_month(gain, ahead, idle, there, back):
    """The local clock is far off, so that a jump is not taken for a correction."""
    computer = SimulatedComputer(ahead if abs(ahead) > APART * 2 else timedelta(0))
    clock = computer.clock()
    computer.ask(clock, there, back)
    computer.wait(idle, gain)
    assert computer.accepts(clock)
