"""The live view for generated lists and histories: removed objects, unknown states, and groups."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from live_list_fixtures import (
    FOLDERS,
    LEFT_OUT,
    PERSONAL,
    Lists,
    albums,
    at,
    live_at,
    made,
    shared,
    standings,
)
from lost_answer_fixtures import COLLECTION, FOLDER, MANUAL
from scripted_server import reply

from koodrive.errors import AuthenticationError
from koodrive.journal import Journal
from koodrive.journal.service_lists import GONE_AFTER
from koodrive.listing import live
from koodrive.listing.live import MOST_GROUPS
from koodrive.listing.live_rows import Standing
from koodrive.models import (
    CreateAlbum,
    RequestKind,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def lists():
    with Lists() as lists:
        yield lists


@pytest.fixture
def journal(tmp_path):
    with Journal(tmp_path / "history.sqlite3") as journal:
        yield journal


@pytest.fixture
def removed_at_once(monkeypatch):
    """Let missing objects count as removed at once."""
    monkeypatch.setattr("koodrive.journal.service_lists.GONE_AFTER", timedelta(0))
    monkeypatch.setattr("koodrive.journal.service_lists.ALL_GONE_AFTER", timedelta(0))


class TestGone:
    """In the history, and not in the lists."""

    @pytest.mark.parametrize("request_", [MANUAL, COLLECTION, FOLDER, shared("G1"), shared("G1", 1)])
    @pytest.mark.usefixtures("removed_at_once")
    def test_what_is_listed_no_more_is_gone(self, lists, journal, request_):
        attempt_id = made(journal, at(lists), request_, "17")
        is_album = isinstance(request_, CreateAlbum)
        name = albums(request_.type, request_.album_kind, request_.group_id) if is_album else FOLDERS
        lists.lists[name] = [{"id": "17"}]
        assert standings(live_at(lists, journal)) == {"17": Standing.OURS}
        del lists.lists[name]
        (row,) = live_at(lists, journal).rows
        assert (row.object_id, row.standing, row.attempt_id) == ("17", Standing.GONE, attempt_id)
        assert row.name == (request_.name or "")
        if isinstance(request_, CreateAlbum):
            assert (row.kind, row.album_type, row.album_kind) == (
                RequestKind.ALBUM,
                request_.type,
                request_.album_kind,
            )
            assert (row.group_id, row.scope_dir) == (request_.group_id, request_.scope_dir or None)
        else:
            assert row.kind is RequestKind.SHARED_FOLDER
            assert (row.file_id, row.group_id, row.container_id) == ("F17", "G17", request_.container_id)
            assert (row.creator, row.create_time) == ("u", "then")

    @pytest.mark.parametrize("request_", [MANUAL, FOLDER])
    def test_what_a_list_has_never_shown_is_not_called_gone_for_its_age(self, lists, journal, request_):
        name = albums(2, 1) if request_ is MANUAL else FOLDERS
        for result_id, days in (("17", 5), ("18", 4), ("19", 3)):
            made(journal, at(lists), request_, result_id, timedelta(days=days))
        lists.lists[name] = [{"id": "18"}]
        view = live_at(lists, journal)
        assert standings(view) == {
            "18": Standing.OURS,
            "17": Standing.NOT_LISTED,
            "19": Standing.NOT_LISTED,
        }

    @pytest.mark.usefixtures("removed_at_once")
    def test_what_a_list_has_never_shown_is_gone_once_it_shows_what_was_made_later(self, lists, journal):
        for result_id in ("17", "18", "19"):
            made(journal, at(lists), MANUAL, result_id)
        lists.lists[albums(2, 1)] = [{"id": "18"}]
        view = live_at(lists, journal)
        assert standings(view) == {"18": Standing.OURS, "17": Standing.GONE, "19": Standing.NOT_LISTED}
        assert len(view.problems) == 1

    @pytest.mark.parametrize("ago", [timedelta(0), timedelta(minutes=9), timedelta(days=9)])
    @pytest.mark.parametrize("request_", [MANUAL, FOLDER])
    def test_an_empty_list_calls_nothing_gone(self, lists, journal, request_, ago):
        made(journal, at(lists), request_, "17", ago)
        assert standings(live_at(lists, journal)) == {"17": Standing.NOT_LISTED}

    @pytest.mark.parametrize("left", [[], ["3", "5"]])
    @pytest.mark.parametrize("request_", [MANUAL, FOLDER, shared("G1")])
    def test_a_list_that_lacks_what_it_showed_says_so_and_calls_nothing_gone(
        self, lists, journal, request_, left
    ):
        is_album = isinstance(request_, CreateAlbum)
        name = albums(request_.type, request_.album_kind, request_.group_id) if is_album else FOLDERS
        for number in range(6):
            made(journal, at(lists), request_, str(number))
        lists.lists[name] = [{"id": str(number)} for number in range(6)]
        assert live_at(lists, journal).problems == ()
        lists.lists[name] = [{"id": object_id} for object_id in left]
        for _again in range(2):
            view = live_at(lists, journal)
            assert standings(view) == {
                str(number): Standing.OURS if str(number) in left else Standing.NOT_LISTED
                for number in range(6)
            }
            (problem,) = view.problems
            assert problem.endswith(
                f"the list is not whole: it lacks {6 - len(left)} that it showed before or that the history knows"
            )

    @pytest.mark.parametrize("request_", [MANUAL, FOLDER, shared("G1")])
    def test_what_was_deleted_is_gone_after_the_time_that_the_history_waits(self, lists, journal, request_):
        is_album = isinstance(request_, CreateAlbum)
        name = albums(request_.type, request_.album_kind, request_.group_id) if is_album else FOLDERS
        for object_id in ("17", "18", "19"):
            made(journal, at(lists), request_, object_id)
        lists.lists[name] = [{"id": object_id} for object_id in ("17", "18", "19")]
        live_at(lists, journal)
        lists.lists[name] = [{"id": "17"}, {"id": "19"}]
        assert standings(live_at(lists, journal))["18"] is Standing.NOT_LISTED
        with closing(sqlite3.connect(journal.path)) as database, database:
            database.execute(
                "UPDATE list_object SET missing_since = missing_since - ?", (1000 * GONE_AFTER.seconds,)
            )
        view = live_at(lists, journal)
        assert standings(view) == {"17": Standing.OURS, "18": Standing.GONE, "19": Standing.OURS}
        assert view.problems == ()

    def test_a_list_that_shows_less_than_its_total_says_so(self, lists, journal):
        made(journal, at(lists), MANUAL, "17", timedelta(days=9))
        made(journal, at(lists), MANUAL, "18", timedelta(days=8))
        lists.lists[albums(2, 1)] = [{"id": "18"}]
        lists.totals[albums(2, 1)] = 25
        view = live_at(lists, journal)
        assert standings(view) == {"17": Standing.NOT_LISTED, "18": Standing.OURS}
        assert view.problems == ("The personal manual albums: the list is not whole: it shows 1 of 25",)

    @pytest.mark.parametrize("broken", [(200, b"<html>"), (400, b'{"code": 13000410, "msg": "no"}')])
    @pytest.mark.parametrize("kind", [(1, PERSONAL), (2, PERSONAL)])
    def test_the_list_of_its_own_type_and_kind_decides(self, lists, journal, kind, broken):
        made(journal, at(lists), MANUAL, "17")
        made(journal, at(lists), COLLECTION, "18")
        lists.lists[albums(*kind)] = broken
        view = live_at(lists, journal)
        expected = {1: "18", 2: "17"}[kind[0]]
        assert standings(view) == {
            object_id: Standing.NOT_READ if object_id == expected else Standing.NOT_LISTED
            for object_id in ("17", "18")
        }
        (problem,) = [problem for problem in view.problems if "could not be listed" in problem]
        assert problem.startswith(
            {1: "The personal collection albums", 2: "The personal manual albums"}[kind[0]]
        )

    def test_a_list_that_is_left_out_may_be_empty_or_not(self, lists, journal):
        for name in (FOLDERS, *[albums(*kind) for kind in ((1, 1), (2, 1), (1, 2), (2, 2))]):
            lists.lists[name] = (200, LEFT_OUT)
        assert live_at(lists, journal).problems == ()
        made(journal, at(lists), MANUAL, "17")
        view = live_at(lists, journal)
        assert standings(view) == {"17": Standing.NOT_READ}
        assert [problem.partition(" could")[0] for problem in view.problems] == ["The personal manual albums"]

    def test_a_request_that_nobody_understands_any_more_is_not_called_gone(self, lists, journal):
        made(journal, at(lists), MANUAL, "17")
        with closing(sqlite3.connect(journal.path)) as database, database:
            database.execute("UPDATE exchange SET body = 'what?'")
        (row,) = live_at(lists, journal).rows
        assert (row.standing, row.album_type, row.name) == (Standing.NOT_LISTED, None, MANUAL.name)

    def test_more_than_can_be_shown_is_said(self, lists, journal, monkeypatch):
        monkeypatch.setattr(live, "MOST_UNLISTED", 3)
        for number in range(5):
            made(journal, at(lists), MANUAL, str(number))
        view = live_at(lists, journal)
        assert list(standings(view)) == ["4", "3", "2"]
        assert "only the newest" in view.problems[0]


class TestGroups:
    """Whether the lists without a group show the albums of all groups is not stated."""

    @pytest.mark.parametrize("album_type", [1, 2])
    def test_an_album_is_looked_for_in_the_list_of_its_group(self, lists, journal, album_type):
        made(journal, at(lists), shared("G1", album_type), "17")
        made(journal, at(lists), shared("G1", album_type), "18")
        lists.lists[albums(album_type, 2, "G1")] = [{"id": "17"}, {"id": "19", "name": "Theirs"}]
        view = live_at(lists, journal)
        assert standings(view) == {"17": Standing.OURS, "18": Standing.NOT_LISTED, "19": Standing.OTHERS}
        assert {row.group_id for row in view.rows} == {"G1"}
        assert lists.asked[5:] == [albums(album_type, 2, "G1")]

    def test_a_group_is_not_asked_for_what_is_listed(self, lists, journal):
        made(journal, at(lists), shared("G1"), "17")
        lists.lists[albums(2, 2)] = [{"id": "17"}]
        view = live_at(lists, journal)
        assert (standings(view), view.rows[0].group_id) == ({"17": Standing.OURS}, "G1")
        assert len(lists.asked) == 5

    def test_an_album_in_both_lists_is_one_row(self, lists, journal):
        made(journal, at(lists), shared("G1"), "17")
        lists.lists[albums(2, 2)] = [{"id": "18"}]
        lists.lists[albums(2, 2, "G1")] = [{"id": "18"}, {"id": "17"}]
        assert [row.object_id for row in live_at(lists, journal).rows] == ["18", "17"]

    def test_a_service_that_wants_a_group_gets_one(self, lists, journal):
        made(journal, at(lists), shared("G1"), "17")
        lists.lists[albums(2, 2)] = (400, b'{"code": 13000102, "msg": "groupId"}')
        lists.lists[albums(2, 2, "G1")] = [{"id": "17"}]
        view = live_at(lists, journal)
        assert standings(view) == {"17": Standing.OURS}
        assert [problem.partition(" could")[0] for problem in view.problems] == ["The shared manual albums"]

    @pytest.mark.parametrize("status", [400, 403, 500])
    def test_a_group_that_tells_nothing_costs_its_own_rows_only(self, lists, journal, status):
        made(journal, at(lists), shared("G1"), "17")
        made(journal, at(lists), shared("G2"), "18")
        lists.lists[albums(2, 2, "G1")] = (
            status,
            b'{"code": 13000410, "msg": "no"}' if status == 400 else b"",
        )
        view = live_at(lists, journal)
        assert standings(view) == {"17": Standing.NOT_READ, "18": Standing.NOT_LISTED}
        assert any(
            problem.startswith("The albums of a shared folder could not be listed. ")
            for problem in view.problems
        )

    def test_a_token_that_ends_between_two_groups_ends_it(self, lists, journal):
        made(journal, at(lists), shared("G1"), "17")
        lists.lists[albums(2, 2, "G1")] = (401, b"")
        with pytest.raises(AuthenticationError):
            live_at(lists, journal)

    def test_only_so_many_groups_are_asked_the_newest_first(self, lists, journal):
        for number in range(MOST_GROUPS + 5):
            for album_type in (1, 2):
                made(journal, at(lists), shared(f"G{number}", album_type), f"{number}.{album_type}")
        view = live_at(lists, journal)
        assert {name[3] for name in lists.asked[5:]} == {f"G{number}" for number in range(5, MOST_GROUPS + 5)}
        assert len(lists.asked) == 5 + 2 * MOST_GROUPS
        for row in view.rows:
            is_asked = int(row.group_id[1:]) >= 5
            assert row.standing is (Standing.NOT_LISTED if is_asked else Standing.NOT_READ)

    def test_what_the_list_of_a_group_showed_is_known_to_be_old(self, lists, journal):
        made(journal, at(lists), shared("G1"), "17")
        lists.lists[albums(2, 2, "G1")] = [{"id": "18"}]
        live_at(lists, journal)
        assert journal.service_lists.seen_before(at(lists), "album/2/2/G1", 99, ["18"]) == {"18"}


_IDS = st.integers(1, 12).map(str)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(listed=st.lists(_IDS, unique=True), ours=st.lists(_IDS))
def test_every_id_is_there_once_and_stands_as_it_should(tmp_path_factory, listed, ours):
    with Lists() as lists, Journal(tmp_path_factory.mktemp("join") / "h.sqlite3") as journal:
        lists.lists[albums(2, 1)] = [{"id": object_id, "name": "x"} for object_id in listed]
        newest = {object_id: made(journal, at(lists), MANUAL, object_id) for object_id in ours}
        rows = live_at(lists, journal).rows
    assert len(rows) == len({row.object_id for row in rows}) == len({*listed, *ours})
    for row in rows:
        is_listed, is_ours = row.object_id in listed, row.object_id in ours
        assert (
            row.standing
            is {
                (True, True): Standing.OURS,
                (True, False): Standing.OTHERS,
                (False, True): Standing.NOT_LISTED,
            }[is_listed, is_ours]
        )
        assert row.attempt_id == newest.get(row.object_id)
    assert [row.object_id for row in rows if row.object_id in listed] == listed


def test_the_same_list_again_and_again_is_a_problem_and_not_endless(journal, monkeypatch):
    monkeypatch.setattr(Lists, "_answer", _stuck)
    with Lists() as lists:
        view = live_at(lists, journal)
    assert len(view.problems) == 5
    assert {row.object_id for row in view.rows} == {"17"}


def _stuck(self, connection) -> None:
    name = "albumList" if b"/album/" in self.requests[-1] else "folders"
    reply(200, json.dumps({"code": 0, name: [{"id": "17", "name": "x"}]}).encode())(connection)
