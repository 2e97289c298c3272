"""Background searches for lost answers: real backend, real sandbox, real faults, short pauses."""

from __future__ import annotations

import time

import pytest
from lost_answer_services import ALBUM_CREATE, ALBUM_LIST, QUICK, SLOW, manual_album, site

from koodrive.creation.findings import Resolution
from koodrive.creation.sending import interrupted
from koodrive.sandbox import SANDBOX_TOKEN, Fault
from ui.resolve.searches import DECIDED_BY_USER, ResolutionSearches, Stage

__all__ = ["site"]


@pytest.fixture
def searches(site):
    searches = ResolutionSearches(site.session, QUICK)
    searches.findings = []
    searches.decided.connect(searches.findings.append)
    yield searches
    searches.close()


def endings(searches):
    return [finding.ending for finding in searches.findings]


def search_stage(searches, attempt_id):
    search = searches.search(attempt_id)
    return None if search is None else search.stage


@pytest.mark.parametrize(
    ("fault", "ending", "outcome"),
    [
        (Fault.COMMIT_THEN_DROP, Resolution.DONE, "created"),
        (Fault.ERROR_AFTER_COMMIT, Resolution.DONE, "created"),
        (Fault.DROP_BEFORE_COMMIT, Resolution.NOT_DONE, "refused"),
    ],
)
def test_it_begins_by_itself_when_the_token_is_at_hand(qtbot, site, searches, fault, ending, outcome):
    attempt_id = site.lose(fault)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [ending])
    search = searches.search(attempt_id)
    assert search.stage is Stage.ENDED
    assert search.is_settled
    assert site.outcome(attempt_id) == outcome
    assert searches.attempt(attempt_id).name == "Holiday 2026"
    if ending is Resolution.DONE:
        ((adopted, made),) = search.finding.adopted
        assert (adopted, made) == (attempt_id, site.sandbox.effects()[0]["id"])
    else:
        assert search.looks == len(QUICK) + 1


def test_without_a_token_nothing_is_asked(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    asked = site.gets()
    searches.start([attempt_id])
    assert searches.search(attempt_id) is None
    assert not site.runner.is_busy
    assert site.gets() == asked
    assert site.outcome(attempt_id) == "unknown"


def test_what_the_list_cannot_tell_is_left_to_people_and_decided_by_them(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.CANNOT_TELL])
    (chosen,) = searches.search(attempt_id).finding.candidates
    assert site.outcome(attempt_id) == "unknown"
    searches.adopt(attempt_id, chosen)
    qtbot.waitUntil(lambda: len(searches.findings) == 2)
    assert searches.findings[1].evidence == DECIDED_BY_USER
    assert searches.findings[1].adopted == ((attempt_id, chosen.listed.id),)
    assert searches.search(attempt_id).is_settled
    assert site.outcome(attempt_id) == "created"
    searches.start([attempt_id])
    assert searches.search(attempt_id).is_settled, "there is nothing more to look for"


def test_a_decision_that_cannot_be_written_is_told(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.CANNOT_TELL])
    site.backend.resolver.declare_not_made(attempt_id)
    with qtbot.waitSignal(searches.decision_failed) as failed:
        searches.declare_not_made(attempt_id)
    assert failed.args[0].title
    assert endings(searches) == [Resolution.CANNOT_TELL]


def test_a_decision_on_one_of_two_makes_the_other_clear(qtbot, site, searches):
    first = site.lose(Fault.COMMIT_THEN_DROP)
    second = site.lose(Fault.DROP_BEFORE_COMMIT, snapshot=False)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.CANNOT_TELL])
    assert searches.findings[0].attempt_ids == (first, second)
    (chosen,) = searches.search(first).finding.candidates
    searches.adopt(first, chosen)
    qtbot.waitUntil(
        lambda: endings(searches) == [Resolution.CANNOT_TELL, Resolution.DONE, Resolution.NOT_DONE]
    )
    assert (site.outcome(first), site.outcome(second)) == ("created", "refused")


def test_as_many_as_there_were_requests(qtbot, site, searches):
    attempts = [site.lose(Fault.COMMIT_THEN_DROP), site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)]
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.DONE])
    made = {effect["id"] for effect in site.sandbox.effects()}
    assert dict(searches.findings[0].adopted).keys() == set(attempts)
    assert set(dict(searches.findings[0].adopted).values()) == made


def test_an_effect_that_appears_late_is_found(qtbot, site, searches):
    searches.set_pauses((0.15,) * 8)
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.LIST_LAG, times=3, seconds=30)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: search_stage(searches, attempt_id) is Stage.WAITING)
    assert searches.findings == []
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.DONE])
    assert len(site.sandbox.effects()) == 1


def test_looking_now_and_now_and_now_rules_nothing_out(qtbot, site, searches):
    searches.set_pauses(SLOW)
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    site.session.use(site.connection)
    for _ in range(6):
        qtbot.waitUntil(lambda: search_stage(searches, attempt_id) is Stage.WAITING)
        left = searches.search(attempt_id).seconds_left
        searches.start([attempt_id])
        assert search_stage(searches, attempt_id) is Stage.LOOKING
    qtbot.waitUntil(lambda: search_stage(searches, attempt_id) is Stage.WAITING)
    assert searches.findings == []
    assert searches.search(attempt_id).seconds_left <= left
    assert searches.search(attempt_id).looks == 1


def test_a_service_out_of_reach_is_given_up_and_looking_again_works(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=len(QUICK) + 1, path=ALBUM_LIST)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.CANNOT_TELL])
    assert searches.findings[0].problem is not None
    assert site.outcome(attempt_id) == "unknown"
    searches.start([attempt_id])
    qtbot.waitUntil(lambda: endings(searches)[1:] == [Resolution.DONE])


def test_one_look_after_many_failures_rules_nothing_out(qtbot, site, searches):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    site.sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=len(QUICK), path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.NOT_DONE])
    # Each reading that succeeds takes one page with something or none at all.
    assert site.gets() - asked == len(QUICK) + len(QUICK) + 1
    assert searches.search(attempt_id).failures == len(QUICK)


def test_a_token_that_is_not_accepted_ends_it_at_once_and_a_new_one_begins_anew(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.backend.credentials.save_for_session("c1", "an-expired-token")
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.CANNOT_TELL])
    assert searches.search(attempt_id).looks == 1
    site.backend.credentials.save_for_session("c1", SANDBOX_TOKEN)
    site.session.reload_token()
    qtbot.waitUntil(lambda: endings(searches)[1:] == [Resolution.DONE])


def test_a_new_token_in_the_middle_of_a_look_is_not_blamed_for_the_old_one(qtbot, site, searches):
    site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    site.session.reload_token()
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.DONE], timeout=3_000)


def test_stopping_ends_the_look_and_nothing_is_decided(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    searches.stop([attempt_id])
    assert search_stage(searches, attempt_id) is Stage.STOPPED
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=2_000)
    assert search_stage(searches, attempt_id) is Stage.STOPPED
    assert searches.findings == []
    assert site.gets() == asked + 1
    searches.start([attempt_id])
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.DONE])


def test_stopping_and_looking_again_at_once_is_no_failed_look(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    searches.stop([attempt_id])
    searches.start([attempt_id])
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.DONE], timeout=3_000)
    assert searches.search(attempt_id).failures == 0


def test_stopping_one_of_two_leaves_the_other_alone(qtbot, site, searches):
    searches.set_pauses(SLOW)
    first = site.lose(Fault.DROP_BEFORE_COMMIT, manual_album("One"))
    second = site.lose(Fault.DROP_BEFORE_COMMIT, manual_album("Two"))
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: search_stage(searches, second) is Stage.WAITING)
    searches.stop([first])
    assert (search_stage(searches, first), search_stage(searches, second)) == (
        Stage.STOPPED,
        Stage.WAITING,
    )


def test_another_connection_gets_nothing_of_the_look_before(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    site.session.use(site.connect("c2", user_id="7"))
    assert searches.search(attempt_id) is None
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=3_000)
    assert searches.searches == []
    assert searches.findings == []
    assert site.gets() == asked + 1, "nobody asks as another user for what this one has lost"
    searches.start([attempt_id])
    qtbot.waitUntil(lambda: searches.search(attempt_id) is None)
    assert site.gets() == asked + 1
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(searches) == [Resolution.DONE])


def test_one_that_is_being_sent_is_waited_for(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    request = manual_album()
    live = site.backend.journal.attempts.begin(
        request=request,
        connection=site.connection,
        trace_id="t" * 58,
        body=site.backend.journal.history.attempt(attempt_id).body,
        started_at=site.backend.journal.history.attempt(attempt_id).started_at,
    )
    searches.set_pauses(SLOW)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: search_stage(searches, attempt_id) is Stage.WAITING)
    assert site.outcome(attempt_id) == "unknown"
    assert site.outcome(live) == "sending"
    site.backend.journal.attempts.settle(live, interrupted())
    searches.start([live], anew=True)
    qtbot.waitUntil(lambda: searches.search(live).looks == 1)
    assert site.outcome(live) == "unknown", "one effect, and two that may have made it"
    assert searches.search(attempt_id).looks == 1, "both have their full time"


def test_an_attempt_that_was_settled_meanwhile_is_looked_for_no_more(qtbot, site, searches):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    searches.set_pauses((0.05, 30.0))
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: search_stage(searches, attempt_id) is Stage.WAITING)
    site.backend.resolver.declare_not_made(attempt_id)
    qtbot.waitUntil(lambda: searches.search(attempt_id) is None)
    assert searches.findings == []


def test_a_history_that_cannot_be_read_stops_it_and_is_told(qtbot, site, searches):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    searches.set_pauses((0.05, 30.0))
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: search_stage(searches, attempt_id) is Stage.WAITING)
    with qtbot.waitSignal(site.runner.unhandled):
        site.backend.journal.close()
    assert search_stage(searches, attempt_id) is Stage.STOPPED


def test_a_history_that_is_not_open_is_left_to_its_page(qtbot, site, searches):
    told = []
    site.runner.unhandled.connect(told.append)
    site.backend.journal.close()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: not site.runner.is_busy)
    assert told == []
    assert searches.searches == []


def test_after_close_nothing_begins(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    begun = time.monotonic()
    searches.close()
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=2_000)
    assert time.monotonic() - begun < 1
    searches.start([attempt_id])
    searches.start_all()
    searches.declare_not_made(attempt_id)
    assert not site.runner.is_busy
    assert searches.searches == []
    assert site.gets() == asked + 1
    assert len([item for item in site.sandbox.requests() if item.path == ALBUM_CREATE]) == 1
