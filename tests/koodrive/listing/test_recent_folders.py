"""Folders that were chosen last, remembered for each connection."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.journal import Journal, Settlement
from koodrive.journal.lookup_cache import ANSWERS_KEPT
from koodrive.listing.recent_folders import RECENT_LIMIT, ParentFolder, RecentFolders
from koodrive.models import Connection, CreatedSharedFolder, CreateSharedFolder, OutcomeKind, SharedFolder

HERE = Connection("one", "One", "https://koodrive.example", "user", "bearer", "en-US")
ELSEWHERE = replace(HERE, service_address="https://elsewhere.example")


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    with Journal(tmp_path_factory.mktemp("recent") / "history.sqlite3") as journal:
        yield journal


def test_the_newest_come_first_once_each_and_only_here(journal):
    recent = RecentFolders(HERE, journal)
    for number in [*range(RECENT_LIMIT + 2), 3]:
        recent.add_shared_folder(SharedFolder(str(number), f"Folder {number}", group_id="17"))
        recent.add_parent_folder(ParentFolder("space", str(number), ("Pictures", f"王家 {number}")))
    assert [folder.id for folder in recent.shared_folders()] == ["3", "6", "5", "4", "2"]
    assert recent.shared_folders()[0] == SharedFolder("3", "Folder 3", group_id="17")
    assert [folder.folder_id for folder in recent.parent_folders()] == ["3", "6", "5", "4", "2"]
    assert recent.parent_folders()[0] == ParentFolder("space", "3", ("Pictures", "王家 3"))
    recent.add_parent_folder(ParentFolder("other space", "3", ("Top",)))
    assert len(recent.parent_folders()) == RECENT_LIMIT
    assert recent.parent_folders()[1].container_id == "space"
    assert RecentFolders(ELSEWHERE, journal).shared_folders() == ()


def test_what_was_read_since_does_not_push_them_out(journal):
    recent = RecentFolders(HERE, journal)
    recent.add_shared_folder(SharedFolder("17", "Kept"))
    for number in range(ANSWERS_KEPT + 2):
        journal.lookup_cache.save(HERE, f"folders/{number}", "[]")
    assert recent.shared_folders()[0].name == "Kept"
    kept = [journal.lookup_cache.last(HERE, f"folders/{number}") for number in range(ANSWERS_KEPT + 2)]
    assert kept.count(None) == 2


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(st.sampled_from(["container_id", "folder_id", "path", "id", "name"]), part)
    ),
    max_leaves=8,
)


@given(text=st.text() | _JSON.map(json.dumps))
def test_whatever_stands_in_the_history_is_folders_or_nothing(journal, text):
    for question in ("recent/parentFolders", "recent/sharedFolders"):
        journal.lookup_cache.save(HERE, question, text)
    recent = RecentFolders(HERE, journal)
    for folder in recent.parent_folders():
        assert folder.path
        assert all(isinstance(text, str) for text in (folder.container_id, folder.folder_id, *folder.path))
    assert all(isinstance(folder.id, str) for folder in recent.shared_folders())


def test_a_history_that_is_closed_remembers_nothing(tmp_path):
    with Journal(tmp_path / "history.sqlite3") as journal:
        recent = RecentFolders(HERE, journal)
    recent.add_shared_folder(SharedFolder("17", "Lost"))
    assert recent.shared_folders() == recent.parent_folders() == ()


def test_a_folder_that_was_taken_back_is_offered_no_more(tmp_path):
    now = datetime.now(UTC)
    with Journal(tmp_path / "history.sqlite3") as journal:
        recent = RecentFolders(HERE, journal)
        for number in ("1", "2"):
            recent.add_shared_folder(SharedFolder(number, f"Folder {number}"))
        made = journal.attempts.begin(
            request=CreateSharedFolder("Folder 1", "space"),
            connection=HERE,
            trace_id="t",
            body="{}",
            started_at=now,
        )
        journal.attempts.settle(made, Settlement(OutcomeKind.CREATED, now, created=CreatedSharedFolder("1")))
        delete = journal.attempts.begin_undo(made, connection=HERE, trace_id="u", body="{}", started_at=now)
        assert len(recent.shared_folders()) == 2
        journal.attempts.settle(delete, Settlement(OutcomeKind.DELETED, now))
        assert [folder.id for folder in recent.shared_folders()] == ["2"]
