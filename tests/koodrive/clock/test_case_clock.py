"""C-16, C-17 and C-18 for creates: wrong clocks, clocks that are set, sleep, and answers that do not tell the time."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from lost_answer_fixtures import CREATES, MANUAL, driver_in, in_thread
from simulated_computer import SimulatedComputer, minutes

from koodrive.clock.registry import ClockRegistry
from koodrive.clock.server_clock import X_DATE_FORMAT, X_DATE_LIFE
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault

pytestmark = pytest.mark.slow

NO_TIME = [Fault.NO_DATE, Fault.BAD_DATE, Fault.AGED_DATE]


def _seconds(computer):
    # Not its method: the time is another one whenever somebody asks.
    return computer.service.timestamp()


@contextmanager
def driver_on(folder, computer):
    """Give a driver whose backend goes by the clocks of `computer`, and whose service is always right."""
    with driver_in(folder, lambda: _seconds(computer)) as driver:
        driver.backend._clocks = ClockRegistry(computer.clock)
        yield driver


def create(driver, name):
    return driver.backend.create(replace(MANUAL, name=name), driver.connection, driver.token)


def last_age(driver, computer):
    """Return how old the last `X-Date` was when it came."""
    date = driver.sandbox.requests()[-1].headers["X-Date"]
    return computer.service - datetime.strptime(date, X_DATE_FORMAT).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "posts"),
    [(timedelta(seconds=1), 1), (minutes(5), 2), (minutes(16), 2), (minutes(-14), 1), (minutes(-16), 2)],
    ids=["1 s fast", "5 min fast", "16 min fast", "14 min slow", "16 min slow"],
)
def test_c16_the_five_clocks(tmp_path, ahead, posts):
    computer = SimulatedComputer(ahead)
    with driver_on(tmp_path, computer) as driver:
        first = create(driver, "First")
        assert driver.posts() == posts
        second = create(driver, "Second")
        assert driver.posts() == posts + 1
        assert timedelta(0) <= last_age(driver, computer) < X_DATE_LIFE
        assert len(driver.made()) == 2
    assert (first.kind, second.kind) == (OutcomeKind.CREATED, OutcomeKind.CREATED)
    assert bool(first.remark) is (abs(ahead) > timedelta(seconds=10))
    assert second.remark is None


@pytest.mark.parametrize("ahead", [minutes(0), minutes(16), minutes(-16)], ids=str)
@pytest.mark.parametrize("counts_sleep", [True, False])
def test_c17_after_eight_hours_of_sleep_the_first_request_is_right(tmp_path, ahead, counts_sleep):
    computer = SimulatedComputer(ahead, counts_sleep=counts_sleep)
    with driver_on(tmp_path, computer) as driver:
        create(driver, "Before")
        posts = driver.posts()
        computer.sleep(timedelta(hours=8))
        assert create(driver, "After").kind is OutcomeKind.CREATED
        assert driver.posts() == posts + 1
        assert len(driver.made()) == 2


def test_c17_a_sleep_that_the_count_of_the_system_missed_costs_one_refusal_at_most(tmp_path):
    computer = SimulatedComputer()
    with driver_on(tmp_path, computer) as driver:
        create(driver, "Before")
        computer.counts_sleep = False
        computer.sleep(timedelta(hours=8))
        assert create(driver, "After").kind is OutcomeKind.CREATED
        assert driver.posts() <= 3
        assert len(driver.made()) == 2


@pytest.mark.parametrize("by", [minutes(-200), minutes(-16), minutes(16), minutes(200)], ids=str)
def test_c17_a_clock_that_is_set_while_the_app_runs_costs_no_refusal(tmp_path, by):
    computer = SimulatedComputer()
    with driver_on(tmp_path, computer) as driver:
        create(driver, "Before")
        computer.wait(timedelta(hours=4))
        computer.set_local(by)
        outcome = create(driver, "After")
        assert outcome.kind is OutcomeKind.CREATED
        assert outcome.remark, "it is as wrong as it was set"
        assert driver.posts() == len(driver.made()) == 2


@pytest.mark.parametrize("by", [timedelta(hours=-8), timedelta(hours=8)], ids=str)
def test_c17_a_clock_that_is_set_while_a_request_waits_ends_no_wait(tmp_path, by):
    with driver_in(tmp_path) as driver:
        driver.sandbox.inject(Fault.SLOW, seconds=0.7)
        outcomes = []
        sending = in_thread(lambda: outcomes.append(create(driver, "Patience")))
        while not driver.posts():
            threading.Event().wait(0.01)
        with time_machine.travel(datetime.now(UTC) + by):
            sending.join(5)
        assert [outcome.kind for outcome in outcomes] == [OutcomeKind.CREATED]
        assert driver.posts() == len(driver.made()) == 1


@pytest.mark.parametrize("fault", NO_TIME)
@pytest.mark.parametrize("ahead", [minutes(16), minutes(-16)], ids=str)
def test_c18_a_refusal_that_does_not_tell_the_time_names_both_causes(tmp_path, ahead, fault):
    computer = SimulatedComputer(ahead)
    with driver_on(tmp_path, computer) as driver:
        driver.sandbox.inject(fault, path=CREATES["album"])
        outcome = create(driver, "First")
        assert outcome.kind is OutcomeKind.REFUSED
        assert outcome.is_sign_in_needed
        assert "token" in outcome.message
        assert "clock of this computer" in outcome.message
        assert outcome.remark is None
        assert driver.posts() == 1, "nothing proves that a second time would be right"
        assert driver.made() == []
        assert create(driver, "First").kind is OutcomeKind.CREATED
        assert len(driver.made()) == 1


@pytest.mark.parametrize("fault", NO_TIME)
def test_c18_a_date_that_cannot_be_trusted_teaches_nothing(tmp_path, fault):
    computer = SimulatedComputer()
    with driver_on(tmp_path, computer) as driver:
        create(driver, "Before")
        clock = driver.backend.clients.client(driver.connection, driver.token).clock
        learned = clock.sample
        driver.sandbox.inject(fault, path=CREATES["album"])
        assert create(driver, "Meanwhile").kind is OutcomeKind.CREATED
        assert clock.sample is learned
        assert driver.posts() == 2


def test_c18_where_the_time_is_known_a_wrong_token_is_blamed_alone(tmp_path):
    computer = SimulatedComputer(minutes(16))
    with driver_on(tmp_path, computer) as driver:
        create(driver, "Before")
        driver.sandbox.inject(Fault.EXPIRED_TOKEN, path=CREATES["album"])
        outcome = create(driver, "After")
        assert outcome.kind is OutcomeKind.REFUSED
        assert outcome.is_sign_in_needed
        assert "clock" not in outcome.message
        assert len(driver.made()) == 1


def test_a_clocks_file_of_an_older_version_is_neither_used_nor_touched(tmp_path):
    computer = SimulatedComputer(minutes(5))
    with driver_on(tmp_path, computer) as driver:
        left_behind = driver.backend.data_dir / "clocks.json"
        left_behind.write_bytes(b"{")
        create(driver, "First")
        assert left_behind.read_bytes() == b"{"
