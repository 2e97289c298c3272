"""Looking for lost answers in the background: real desk, real sandbox, real faults, short pauses."""

from __future__ import annotations

import time

import pytest
from lost_answer_services import ALBUM_CREATE, ALBUM_LIST, QUICK, SLOW, manual_album, site

from koodrive.creation.findings import Resolution
from koodrive.sandbox import SANDBOX_TOKEN, Fault
from ui.resolve.searches import DECIDED_BY_USER, ResolutionSearches, Stage

__all__ = ["site"]


@pytest.fixture
def resolutions(site):
    resolutions = ResolutionSearches(site.session, QUICK)
    resolutions.findings = []
    resolutions.decided.connect(resolutions.findings.append)
    yield resolutions
    resolutions.close()


def endings(resolutions):
    return [finding.ending for finding in resolutions.findings]


def stage(resolutions, attempt_id):
    search = resolutions.search(attempt_id)
    return None if search is None else search.stage


@pytest.mark.parametrize(
    ("fault", "ending", "outcome"),
    [
        (Fault.COMMIT_THEN_DROP, Resolution.DONE, "created"),
        (Fault.ERROR_AFTER_COMMIT, Resolution.DONE, "created"),
        (Fault.DROP_BEFORE_COMMIT, Resolution.NOT_DONE, "refused"),
    ],
)
def test_it_begins_by_itself_when_the_token_is_at_hand(qtbot, site, resolutions, fault, ending, outcome):
    attempt_id = site.lose(fault)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [ending])
    search = resolutions.search(attempt_id)
    assert search.stage is Stage.ENDED
    assert search.is_settled
    assert site.outcome(attempt_id) == outcome
    assert resolutions.attempt(attempt_id).name == "Holiday 2026"
    if ending is Resolution.DONE:
        ((adopted, made),) = search.finding.adopted
        assert (adopted, made) == (attempt_id, site.sandbox.effects()[0]["id"])
    else:
        assert search.looks == len(QUICK) + 1


def test_without_a_token_nothing_is_asked(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    asked = site.gets()
    resolutions.start([attempt_id])
    assert resolutions.search(attempt_id) is None
    assert not site.runner.is_busy
    assert site.gets() == asked
    assert site.outcome(attempt_id) == "unknown"


def test_what_the_list_cannot_tell_is_left_to_people_and_decided_by_them(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.CANNOT_TELL])
    (chosen,) = resolutions.search(attempt_id).finding.candidates
    assert site.outcome(attempt_id) == "unknown"
    resolutions.adopt(attempt_id, chosen)
    qtbot.waitUntil(lambda: len(resolutions.findings) == 2)
    assert resolutions.findings[1].evidence == DECIDED_BY_USER
    assert resolutions.findings[1].adopted == ((attempt_id, chosen.listed.id),)
    assert resolutions.search(attempt_id).is_settled
    assert site.outcome(attempt_id) == "created"
    resolutions.start([attempt_id])
    assert resolutions.search(attempt_id).is_settled, "there is nothing more to look for"


def test_a_decision_that_cannot_be_written_is_told(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.CANNOT_TELL])
    site.desk.resolver.declare_not_made(attempt_id)
    with qtbot.waitSignal(resolutions.decision_failed) as failed:
        resolutions.declare_not_made(attempt_id)
    assert failed.args[0].title
    assert endings(resolutions) == [Resolution.CANNOT_TELL]


def test_a_decision_on_one_of_two_makes_the_other_clear(qtbot, site, resolutions):
    first = site.lose(Fault.COMMIT_THEN_DROP)
    second = site.lose(Fault.DROP_BEFORE_COMMIT, snapshot=False)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.CANNOT_TELL])
    assert resolutions.findings[0].attempt_ids == (first, second)
    (chosen,) = resolutions.search(first).finding.candidates
    resolutions.adopt(first, chosen)
    qtbot.waitUntil(
        lambda: endings(resolutions) == [Resolution.CANNOT_TELL, Resolution.DONE, Resolution.NOT_DONE]
    )
    assert (site.outcome(first), site.outcome(second)) == ("created", "refused")


def test_as_many_as_there_were_requests(qtbot, site, resolutions):
    attempts = [site.lose(Fault.COMMIT_THEN_DROP), site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)]
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.DONE])
    made = {effect["id"] for effect in site.sandbox.effects()}
    assert dict(resolutions.findings[0].adopted).keys() == set(attempts)
    assert set(dict(resolutions.findings[0].adopted).values()) == made


def test_an_effect_that_appears_late_is_found(qtbot, site, resolutions):
    resolutions.set_pauses((0.15,) * 8)
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.LIST_LAG, times=3, seconds=30)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: stage(resolutions, attempt_id) is Stage.WAITING)
    assert resolutions.findings == []
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.DONE])
    assert len(site.sandbox.effects()) == 1


def test_looking_now_and_now_and_now_rules_nothing_out(qtbot, site, resolutions):
    resolutions.set_pauses(SLOW)
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    site.session.use(site.connection)
    for _ in range(6):
        qtbot.waitUntil(lambda: stage(resolutions, attempt_id) is Stage.WAITING)
        left = resolutions.search(attempt_id).seconds_left
        resolutions.start([attempt_id])
        assert stage(resolutions, attempt_id) is Stage.LOOKING
    qtbot.waitUntil(lambda: stage(resolutions, attempt_id) is Stage.WAITING)
    assert resolutions.findings == []
    assert resolutions.search(attempt_id).seconds_left <= left
    assert resolutions.search(attempt_id).looks == 1


def test_a_service_out_of_reach_is_given_up_and_looking_again_works(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=len(QUICK) + 1, path=ALBUM_LIST)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.CANNOT_TELL])
    assert resolutions.findings[0].problem is not None
    assert site.outcome(attempt_id) == "unknown"
    resolutions.start([attempt_id])
    qtbot.waitUntil(lambda: endings(resolutions)[1:] == [Resolution.DONE])


def test_one_look_after_many_failures_rules_nothing_out(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    site.sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=len(QUICK), path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.NOT_DONE])
    # Each reading that succeeds takes one page with something or none at all.
    assert site.gets() - asked == len(QUICK) + len(QUICK) + 1
    assert resolutions.search(attempt_id).failures == len(QUICK)


def test_a_token_that_is_not_accepted_ends_it_at_once_and_a_new_one_begins_anew(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.desk.credentials.keep_for_session("c1", "an-expired-token")
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.CANNOT_TELL])
    assert resolutions.search(attempt_id).looks == 1
    site.desk.credentials.keep_for_session("c1", SANDBOX_TOKEN)
    site.session.reload_token()
    qtbot.waitUntil(lambda: endings(resolutions)[1:] == [Resolution.DONE])


def test_a_new_token_in_the_middle_of_a_look_is_not_blamed_for_the_old_one(qtbot, site, resolutions):
    site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    site.session.reload_token()
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.DONE], timeout=3_000)


def test_stopping_ends_the_look_and_nothing_is_decided(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    resolutions.stop([attempt_id])
    assert stage(resolutions, attempt_id) is Stage.STOPPED
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=2_000)
    assert stage(resolutions, attempt_id) is Stage.STOPPED
    assert resolutions.findings == []
    assert site.gets() == asked + 1
    resolutions.start([attempt_id])
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.DONE])


def test_stopping_and_looking_again_at_once_is_no_failed_look(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    resolutions.stop([attempt_id])
    resolutions.start([attempt_id])
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.DONE], timeout=3_000)
    assert resolutions.search(attempt_id).failures == 0


def test_stopping_one_of_two_leaves_the_other_alone(qtbot, site, resolutions):
    resolutions.set_pauses(SLOW)
    first = site.lose(Fault.DROP_BEFORE_COMMIT, manual_album("One"))
    second = site.lose(Fault.DROP_BEFORE_COMMIT, manual_album("Two"))
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: stage(resolutions, second) is Stage.WAITING)
    resolutions.stop([first])
    assert (stage(resolutions, first), stage(resolutions, second)) == (Stage.STOPPED, Stage.WAITING)


def test_another_connection_gets_nothing_of_the_look_before(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    site.session.use(site.connect("c2", user_id="7"))
    assert resolutions.search(attempt_id) is None
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=3_000)
    assert resolutions.searches == []
    assert resolutions.findings == []
    assert site.gets() == asked + 1, "nobody asks as another user for what this one has lost"
    resolutions.start([attempt_id])
    qtbot.waitUntil(lambda: resolutions.search(attempt_id) is None)
    assert site.gets() == asked + 1
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: endings(resolutions) == [Resolution.DONE])


def test_one_that_is_being_sent_is_waited_for(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    request = manual_album()
    live = site.desk.journal.attempts.begin(
        request=request,
        connection=site.connection,
        trace_id="t" * 58,
        body=site.desk.journal.history.attempt(attempt_id).body,
        started_at=site.desk.journal.history.attempt(attempt_id).started_at,
    )
    resolutions.set_pauses(SLOW)
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: stage(resolutions, attempt_id) is Stage.WAITING)
    assert site.outcome(attempt_id) == "unknown"
    assert site.outcome(live) == "sending"
    site.desk.journal.attempts.close_interrupted()
    resolutions.start([live], anew=True)
    qtbot.waitUntil(lambda: resolutions.search(live).looks == 1)
    assert site.outcome(live) == "unknown", "one effect, and two that may have made it"
    assert resolutions.search(attempt_id).looks == 1, "both have their full time"


def test_an_attempt_that_was_settled_meanwhile_is_looked_for_no_more(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    resolutions.set_pauses((0.05, 30.0))
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: stage(resolutions, attempt_id) is Stage.WAITING)
    site.desk.resolver.declare_not_made(attempt_id)
    qtbot.waitUntil(lambda: resolutions.search(attempt_id) is None)
    assert resolutions.findings == []


def test_a_history_that_cannot_be_read_stops_it_and_is_told(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    resolutions.set_pauses((0.05, 30.0))
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: stage(resolutions, attempt_id) is Stage.WAITING)
    with qtbot.waitSignal(site.runner.unhandled):
        site.desk.journal.close()
    assert stage(resolutions, attempt_id) is Stage.STOPPED


def test_a_history_that_is_not_open_is_left_to_its_page(qtbot, site, resolutions):
    told = []
    site.runner.unhandled.connect(told.append)
    site.desk.journal.close()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: not site.runner.is_busy)
    assert told == []
    assert resolutions.searches == []


def test_after_close_nothing_begins(qtbot, site, resolutions):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.inject(Fault.HANG, path=ALBUM_LIST)
    asked = site.gets()
    site.session.use(site.connection)
    qtbot.waitUntil(lambda: site.gets() > asked)
    begun = time.monotonic()
    resolutions.close()
    qtbot.waitUntil(lambda: not site.runner.is_busy, timeout=2_000)
    assert time.monotonic() - begun < 1
    resolutions.start([attempt_id])
    resolutions.start_all()
    resolutions.declare_not_made(attempt_id)
    assert not site.runner.is_busy
    assert resolutions.searches == []
    assert site.gets() == asked + 1
    assert len([item for item in site.sandbox.requests() if item.path == ALBUM_CREATE]) == 1
