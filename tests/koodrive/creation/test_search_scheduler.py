"""The scheduler of window, resolver and chaos: which attempts are looked for, when, and for how long."""

from __future__ import annotations

import pytest
from lost_answer_fixtures import MANUAL

from koodrive.api import serialization
from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.search_schedule import Stage
from koodrive.creation.search_scheduler import SearchScheduler, lost_attempts
from koodrive.errors import AuthenticationError, NotSentError
from koodrive.messages import Message
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault

OFFLINE = NotSentError(Message("Offline"), Message("Nothing was sent."))
REJECTED = AuthenticationError(Message("Token"), Message("It was not accepted."))


def finding(*attempt_ids, ending=None, problem=None):
    return LookResult(attempt_ids, ending, Message("Looked."), problem=problem)


@pytest.fixture
def heard():
    """The attempts whose search has changed, and the findings that ended one."""
    return [], []


@pytest.fixture
def scheduler(heard):
    """A scheduler that waits for nothing."""
    changed, decided = heard
    return SearchScheduler((0.0, 0.0), on_changed=changed.append, on_decided=decided.append)


def look(scheduler, *findings):
    """Have one look come to `findings`; return it."""
    begun = scheduler.begin_look()
    scheduler.end_look(findings)
    return begun


def test_the_look_is_the_last_one_once_the_list_was_read_after_each_pause(scheduler):
    scheduler.start([1, 2])
    looks = [look(scheduler, finding(1), finding(2)) for _ in range(3)]
    assert [begun.attempt_ids for begun in looks] == [{1, 2}] * 3
    assert [begun.last for begun in looks] == [frozenset(), frozenset(), {1, 2}]


def test_a_reading_that_failed_brings_the_last_look_no_nearer(scheduler):
    scheduler.start([1])
    for problem in (OFFLINE, None, OFFLINE):
        assert not look(scheduler, finding(1, problem=problem)).last
    assert not look(scheduler, finding(1)).last
    assert look(scheduler, finding(1)).last == {1}


def test_readings_that_only_fail_come_to_an_end(scheduler, heard):
    scheduler.start([1])
    for _ in range(3):
        look(scheduler, finding(1, problem=OFFLINE))
    assert scheduler.seconds_to_next_look() is None
    assert [ended.ending for ended in heard[1]] == [Resolution.CANNOT_TELL]


def test_attempts_that_a_list_cannot_tell_apart_come_along(scheduler):
    scheduler.start([2])
    look(scheduler, finding(1, 2))
    assert scheduler.begin_look().attempt_ids == {1, 2}


def test_what_is_open_no_more_is_forgotten(scheduler, heard):
    scheduler.start([1])
    look(scheduler)
    assert scheduler.search(1) is None
    assert heard[0] == [1, 1]


def test_at_most_one_look_is_under_way(scheduler):
    scheduler.start([1])
    scheduler.begin_look()
    scheduler.start([2])
    assert scheduler.begin_look() is None
    assert scheduler.seconds_to_next_look() is None
    scheduler.end_look([finding(1)])
    assert scheduler.begin_look().attempt_ids == {1, 2}


def test_a_stopped_search_waits_for_a_new_start(scheduler):
    scheduler.start([1])
    scheduler.begin_look()
    assert scheduler.is_look_wanted
    scheduler.stop([1])
    assert not scheduler.is_look_wanted
    scheduler.cancel_look()
    assert scheduler.seconds_to_next_look() is None
    scheduler.start([1])
    assert scheduler.begin_look().attempt_ids == {1}


def test_a_history_that_cannot_be_read_stops_the_searches(scheduler):
    scheduler.start([1])
    scheduler.begin_look()
    scheduler.fail_look()
    assert scheduler.search(1).stage is Stage.STOPPED


def test_of_a_cancelled_look_only_what_is_settled_counts(scheduler):
    scheduler.start([1, 2])
    scheduler.begin_look()
    scheduler.cancel_look()
    scheduler.apply_settled([finding(1, ending=Resolution.DONE), finding(2, ending=Resolution.CANNOT_TELL)])
    assert scheduler.search(1).stage is Stage.ENDED
    assert scheduler.search(2).stage is Stage.LOOKING


def test_a_token_that_is_accepted_again_starts_what_a_rejected_one_ended(scheduler):
    scheduler.start([1, 2])
    look(
        scheduler,
        finding(1, ending=Resolution.CANNOT_TELL, problem=REJECTED),
        finding(2, ending=Resolution.NOT_DONE),
    )
    scheduler.start_rejected()
    assert scheduler.begin_look().attempt_ids == {1}


def test_a_settled_search_begins_again_only_when_its_attempt_was_reopened(scheduler):
    scheduler.start([1])
    look(scheduler, finding(1, ending=Resolution.NOT_DONE))
    scheduler.start([1], anew=True)
    assert scheduler.begin_look() is None
    scheduler.reopen(1)
    scheduler.start([1])
    assert scheduler.begin_look().attempt_ids == {1}


def test_a_decision_of_people_looks_again_for_what_could_not_be_told_from_it(scheduler, heard):
    scheduler.start([1, 2])
    look(scheduler, finding(1, 2, ending=Resolution.CANNOT_TELL))
    scheduler.decide(finding(1, ending=Resolution.NOT_DONE))
    assert scheduler.begin_look().attempt_ids == {2}
    assert [ended.attempt_ids for ended in heard[1]] == [(1, 2), (1,)]


def test_what_is_cleared_is_looked_for_no_more(scheduler):
    scheduler.start([1])
    scheduler.begin_look()
    scheduler.clear()
    assert scheduler.searches == []
    assert scheduler.seconds_to_next_look() is None


def test_the_resolver_reads_on_by_this_schedule_when_lists_fail(driver):
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, 2, path=serialization.ALBUM_LIST)
    read = driver.lists_read()
    assert driver.find(attempt_id, pauses=(0.01, 0.01)).ending is Resolution.NOT_DONE
    # Two that failed, and three that say that it is not there.
    assert driver.lists_read() - read == 5


def test_only_lost_answers_are_looked_for_after_a_restart(driver):
    lost = driver.lose(MANUAL)
    driver.backend.create(MANUAL, driver.connection, driver.token, again=True)
    assert lost_attempts(driver.backend.journal, driver.connection) == [lost]
    assert driver.attempt(lost).outcome is OutcomeKind.UNKNOWN
