"""C-35: a page of a list that is larger than any real one is not read, and nothing follows from it."""

from __future__ import annotations

import tracemalloc

import pytest
from large_list_service import LargeLists, album_list
from lost_answer_fixtures import MANUAL, Scene, scene_in

from koodrive.api.transport import ANSWER_CAP_BYTES
from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import OutcomeUnknownError
from koodrive.listing.snapshots import ALBUMS_AT_ONCE
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID


@pytest.fixture
def scene(tmp_path):
    with LargeLists() as server, scene_in(tmp_path) as scene:
        connection = Connection("c2", "Large", server.url, SANDBOX_USER_ID, "bearer", "en-US")
        away = Scene(scene.desk, scene.sandbox, connection)
        away.server = server
        yield away


def test_c35_a_page_of_seven_megabytes_is_given_up_at_one(scene):
    tracemalloc.start()
    try:
        with pytest.raises(OutcomeUnknownError, match="larger than any real one"):
            scene.desk.snapshot_list(MANUAL, scene.connection, scene.token, Cancellation())
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * ANSWER_CAP_BYTES
    assert scene.desk.journal.service_lists.named(scene.connection, "album/2/1", MANUAL.name) == ([], None)


def test_c35_what_such_a_list_may_show_is_for_people_to_decide(scene):
    outcome = scene.desk.create(MANUAL, scene.connection, scene.token)
    assert outcome.kind is OutcomeKind.UNKNOWN
    finding = scene.find(outcome.attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.problem is not None
    assert scene.attempt(outcome.attempt_id).outcome is OutcomeKind.UNKNOWN
    assert scene.server.count("POST") == 1


def test_c35_a_real_page_is_far_from_the_limit():
    assert len(album_list(100 * ALBUMS_AT_ONCE)) * 10 < ANSWER_CAP_BYTES
