"""Searches whose token expires: they wait, and continue with a fresh one."""

from __future__ import annotations

import pytest
from lost_answer_services import QUICK, site
from window_session_fixtures import refreshes, rest, use_account

from koodrive.creation.findings import Resolution
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from ui.resolve.searches import ResolutionSearches, Stage

__all__ = ["site"]


@pytest.fixture
def searches(site):
    searches = ResolutionSearches(site.session, QUICK)
    yield searches
    searches.close()


def search_stage(searches, attempt_id):
    search = searches.search(attempt_id)
    return None if search is None else search.stage


def test_a_search_goes_on_with_a_fresh_token_and_asks_nothing_in_vain(qtbot, site, searches):
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP)
    site.sandbox.expire_tokens()
    site.session.use(site.connection)
    rest(qtbot, site.session, lambda: search_stage(searches, attempt_id) is Stage.ENDED)
    assert site.session.is_token_rejected
    asked = site.gets()
    for _ in range(10):
        searches.start([attempt_id])
        searches._look()
    assert not site.runner.is_busy
    assert site.gets() == asked
    assert site.outcome(attempt_id) == OutcomeKind.UNKNOWN
    site.services.renewal.use_token(site.sandbox.renew_token())
    rest(qtbot, site.session, lambda: site.outcome(attempt_id) == OutcomeKind.CREATED)
    assert searches.search(attempt_id).finding.ending is Resolution.DONE


def test_a_search_that_waits_for_its_next_look_is_not_begun_anew_by_a_fresh_token(qtbot, site):
    attempt_id = site.lose(Fault.DROP_BEFORE_COMMIT)
    searches = ResolutionSearches(site.session, (30.0, 30.0))
    site.session.use(site.connection)
    rest(qtbot, site.session, lambda: search_stage(searches, attempt_id) is Stage.WAITING)
    before = searches.search(attempt_id)
    site.services.renewal.use_token(site.sandbox.renew_token())
    rest(qtbot, site.session)
    assert searches.search(attempt_id) == before
    searches.close()


def test_a_session_is_renewed_for_a_search(qtbot, site, searches):
    connection = use_account(qtbot, site.session, site.sandbox)
    site.connection = connection
    site.session.use(None)
    attempt_id = site.lose(Fault.COMMIT_THEN_DROP, snapshot=False)
    site.sandbox.expire_tokens()
    with qtbot.waitSignal(site.services.renewal.renewed, timeout=15_000):
        site.session.use(connection)
    rest(qtbot, site.session, lambda: searches.search(attempt_id).readings > 0)
    assert refreshes(site.sandbox) == 1
