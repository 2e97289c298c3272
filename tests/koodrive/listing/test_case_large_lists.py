"""C-35: a page of a list that is larger than any real one is not read, and nothing follows from it."""

from __future__ import annotations

import tracemalloc

import pytest
from large_list_service import LargeLists, album_list
from lost_answer_fixtures import MANUAL, LostAnswerDriver, driver_in

from koodrive.api.transport import ANSWER_CAP_BYTES
from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import OutcomeUnknownError
from koodrive.listing.snapshots import ALBUMS_AT_ONCE
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID


@pytest.fixture
def driver(tmp_path):
    with LargeLists() as server, driver_in(tmp_path) as driver:
        connection = Connection("c2", "Large", server.url, SANDBOX_USER_ID, "bearer", "en-US")
        away = LostAnswerDriver(driver.backend, driver.sandbox, connection)
        away.server = server
        yield away


def test_c35_a_page_of_seven_megabytes_is_given_up_at_one(driver):
    tracemalloc.start()
    try:
        with pytest.raises(OutcomeUnknownError, match="larger than any real one"):
            driver.backend.snapshot_list(MANUAL, driver.connection, driver.token, Cancellation())
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * ANSWER_CAP_BYTES
    assert driver.backend.journal.service_lists.named(driver.connection, "album/2/1", MANUAL.name) == (
        [],
        None,
    )


def test_c35_what_such_a_list_may_show_is_for_people_to_decide(driver):
    outcome = driver.backend.create(MANUAL, driver.connection, driver.token)
    assert outcome.kind is OutcomeKind.UNKNOWN
    finding = driver.find(outcome.attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.problem is not None
    assert driver.attempt(outcome.attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.server.count("POST") == 1


def test_c35_a_real_page_is_far_from_the_limit():
    assert len(album_list(100 * ALBUMS_AT_ONCE)) * 10 < ANSWER_CAP_BYTES
