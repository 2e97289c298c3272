"""The pace of a search: who gets how many looks, and when the list has been read often enough."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.search_schedule import Search, Stage, after_look, due_last
from koodrive.errors import NotSentError
from koodrive.messages import Message

PAUSES = (2.0, 4.0, 8.0, 16.0, 32.0)
OFFLINE = NotSentError(Message("Offline"), Message("Nothing was sent."))

pauses = st.lists(st.floats(0.01, 60), max_size=6)


def nothing_yet(*attempt_ids, problem=None):
    return LookResult(attempt_ids, None, Message("Not yet."), problem=problem)


def fresh(attempt_id=1):
    return Search(attempt_id, Stage.LOOKING)


@given(pauses)
def test_nothing_is_ruled_out_before_all_pauses_have_passed(pauses):
    now, search, looked_at = 100.0, fresh(), []
    while search.attempt_id not in due_last([search], pauses, now):
        looked_at.append(now)
        (search,) = after_look([search], nothing_yet(1), pauses, now)
        assert search.stage is Stage.WAITING
        now = search.next_look_at
    assert len(looked_at) == len(pauses)
    assert now - 100.0 >= sum(pauses) * 0.999


@given(pauses)
def test_a_service_that_cannot_be_read_is_given_up_and_decides_nothing(pauses):
    now, search = 100.0, fresh()
    for _ in range(len(pauses) + 1):
        assert not pauses or not due_last([search], pauses, now), "no reading, so nothing is ruled out"
        (search,) = after_look([search], nothing_yet(1, problem=OFFLINE), pauses, now)
        now = search.next_look_at
    assert search.stage is Stage.ENDED
    assert search.finding.ending is Resolution.CANNOT_TELL
    assert search.finding.problem is OFFLINE


@given(pauses, st.lists(st.booleans(), max_size=40))
def test_every_search_ends(pauses, failing):
    now, search, looks = 0.0, fresh(), 0
    while search.stage is not Stage.ENDED:
        failed = failing[looks] if looks < len(failing) else False
        is_last = bool(due_last([search], pauses, now)) and not failed
        ending = Resolution.NOT_DONE if is_last else None
        finding = LookResult((1,), ending, Message("."), problem=OFFLINE if failed else None)
        (search,) = after_look([search], finding, pauses, now)
        now, looks = search.next_look_at, looks + 1
    assert looks <= 2 * len(pauses) + 1


@given(pauses)
def test_what_is_under_way_for_ever_is_given_up_as_well(pauses):
    now, search, looks = 0.0, fresh(), 0
    while search.stage is not Stage.ENDED:
        (search,) = after_look([search], nothing_yet(1), pauses, now)
        now, looks = search.next_look_at, looks + 1
    assert search.finding.ending is Resolution.CANNOT_TELL
    assert looks <= 2 * len(pauses) + 2


def test_a_newcomer_gets_its_full_time_and_takes_the_others_with_it():
    old = Search(1, Stage.WAITING, looks=5, next_look_at=1_000.0)
    after = after_look([old, fresh(2)], nothing_yet(1, 2), PAUSES, 990.0)
    assert [search.looks for search in after] == [1, 1]
    assert [search.next_look_at for search in after] == [992.0, 992.0]
    assert due_last(after, PAUSES, 992.0) == frozenset()


def test_a_look_out_of_curiosity_brings_no_ending_nearer():
    search = Search(1, Stage.LOOKING, looks=5, next_look_at=1_000.0)
    assert due_last([search], PAUSES, 999.0) == frozenset()
    for moment in (970.0, 971.0, 972.0):
        (after,) = after_look([search], nothing_yet(1), PAUSES, moment)
        assert (after.looks, after.next_look_at) == (5, 1_000.0)
    assert due_last([after], PAUSES, 1_000.0) == {1}


def test_a_stopped_search_stays_stopped_but_takes_a_truth():
    stopped = replace(fresh(), stage=Stage.STOPPED)
    for finding in (nothing_yet(1), LookResult((1,), Resolution.CANNOT_TELL, Message("."), problem=OFFLINE)):
        assert after_look([stopped], finding, PAUSES, 0.0)[0].stage is Stage.STOPPED
    done = LookResult((1,), Resolution.DONE, Message("."), adopted=((1, "7"),))
    assert after_look([stopped], done, PAUSES, 0.0)[0].stage is Stage.ENDED


def test_one_that_was_stopped_does_not_keep_its_twin_from_an_ending():
    group, now = [fresh(1), replace(fresh(2), stage=Stage.STOPPED)], 0.0
    for _ in PAUSES:
        group = after_look(group, nothing_yet(1, 2), PAUSES, now)
        now = group[0].next_look_at
    assert due_last(group, PAUSES, now) == {1, 2}
