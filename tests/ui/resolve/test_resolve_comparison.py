"""Comparison of a listed object with a request."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from history_samples import connection
from hypothesis import given
from hypothesis import strategies as st
from resolve_fixtures import album, collection, folder

from koodrive.api import serialization
from koodrive.creation.matching import Candidate
from koodrive.journal import Journal
from koodrive.models import Album, SharedFolder
from ui.resolve.comparison import Fact, Likeness, facts
from ui.resolve.loader import SentAttempt
from ui.resolve.queue import AttemptQueue

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.listing.list_record import Listed
    from koodrive.models import CreateRequest

LEFT = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def compare(tmp_path: Path):
    """Return a function from a request and a row of the list to the facts, by key."""

    def compare(request: CreateRequest, row: Listed) -> dict[str, Fact]:
        attempt_id = journal.attempts.begin(
            request=request,
            connection=connection(),
            trace_id="1" * 58,
            body=serialization.to_json(request),
            started_at=LEFT,
        )
        sent = SentAttempt(journal.history.attempt(attempt_id), request)
        return {fact.key: fact for fact in facts(sent, Candidate(row))}

    with Journal(tmp_path / "history.sqlite3") as journal:
        yield compare


def test_a_folder_is_compared_by_name_creator_and_space(compare) -> None:
    wanted = folder("Holiday")
    found = compare(
        wanted, SharedFolder("1", "Holiday", container_id="another", creator="user-1", create_time=None)
    )
    likeness = {key: fact.likeness for key, fact in found.items()}
    assert likeness == {
        "name": Likeness.SAME,
        "createTime": Likeness.UNKNOWN,
        "creator": Likeness.SAME,
        "containerId": Likeness.OTHER,
    }


def test_a_collection_is_compared_by_its_folders(compare) -> None:
    wanted = collection(3)
    same, other = tuple(reversed(wanted.scope_dir)), (*wanted.scope_dir[:2], "9")
    assert compare(wanted, Album("1", scope_dir=same))["scopeDir"].likeness is Likeness.SAME
    assert compare(wanted, Album("1", scope_dir=other))["scopeDir"].value == "2 of 3 asked for, 1 more"
    assert compare(wanted, Album("1"))["scopeDir"].likeness is Likeness.UNKNOWN


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (2, "2 s after the request left"),
        (-3, "3 s before the request left"),
        (600, "10 min after the request left"),
        (-86_400, "24 h before the request left"),
    ],
)
def test_times_are_told_relative_to_the_request(compare, seconds, words) -> None:
    made = (LEFT + timedelta(seconds=seconds)).isoformat()
    assert compare(album("A"), Album("1", "A", create_time=made))["createTime"].value.endswith(words)


def test_a_time_that_is_none_is_shown_as_it_is(compare) -> None:
    assert compare(album("A"), Album("1", "A", create_time="yesterday"))["createTime"].value == "yesterday"


@given(ids=st.lists(st.integers(1, 50), unique=True), first=st.none() | st.integers(1, 50))
def test_a_queue_leads_through_all_open_attempts(ids, first) -> None:
    queue = AttemptQueue(first)
    queue.add(ids)
    assert queue.ids == sorted({*ids, *([] if first is None else [first])})
    seen = set()
    while queue.current is not None:
        seen.add(queue.current)
        queue.mark_settled(queue.current)
        following = queue.next_open()
        if following is None:
            break
        queue.current = following
    assert seen == set(queue.ids)
    assert queue.open_count == 0
