"""Reading a list to its end, page by page, over real sockets, and what the history keeps of it."""

from __future__ import annotations

import time
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from lost_answer_fixtures import COLLECTION, FOLDER, LISTS, MANUAL, ScriptedLists, at_lists, driver_in

from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError, OutcomeUnknownError
from koodrive.listing import snapshots
from koodrive.listing.snapshots import ALBUMS_AT_ONCE, FOLDERS_AT_ONCE
from koodrive.sandbox import Fault


def read(driver, request, cancellation=None):
    return snapshots.read_and_record(
        request,
        client=driver.backend.clients.client(driver.connection, driver.token),
        connection=driver.connection,
        journal=driver.backend.journal,
        cancellation=cancellation,
    ).rows


def numbered(count: int) -> list[dict[str, str]]:
    return [{"id": str(1000 + number), "name": f"Name {number}"} for number in range(count)]


def asked(driver, kind: str) -> list[dict[str, str]]:
    """Return the parameters of the questions for a list, as the service got them."""
    queries = [request.query for request in driver.sandbox.requests() if request.path == LISTS[kind]]
    return [{name: values[0] for name, values in parse_qs(query).items()} for query in queries]


def test_an_empty_list_is_one_question(driver):
    assert read(driver, MANUAL) == []
    assert asked(driver, "album") == [
        {"albumKind": "1", "albumType": "2", "pageSize": str(ALBUMS_AT_ONCE), "pageNum": "1"}
    ]


def test_a_short_page_is_not_taken_for_the_last(driver):
    made = driver.elsewhere(FOLDER)
    (folder,) = read(driver, FOLDER)
    assert folder.id == made["id"]
    assert [question["offset"] for question in asked(driver, "sharedFolder")] == ["0", "1"]
    assert {question["queryType"] for question in asked(driver, "sharedFolder")} == {"1"}


def test_albums_of_one_type_kind_and_group_are_asked_for(driver):
    read(driver, driver.request("shared collection"))
    (question,) = asked(driver, "album")
    assert question["albumKind"] == "2"
    assert question["albumType"] == "1"
    assert question["groupId"] == driver.request("shared collection").group_id


@pytest.mark.parametrize(("request_", "at_once"), [(MANUAL, ALBUMS_AT_ONCE), (FOLDER, FOLDERS_AT_ONCE)])
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_all_pages_are_read_whatever_their_borders(driver, request_, at_once, more):
    with ScriptedLists(numbered(2 * at_once + more)) as server:
        rows = read(at_lists(driver, server), request_)
    assert [row.id for row in rows] == [row["id"] for row in server.rows]


@pytest.mark.parametrize("most", [1, 7, 499])
def test_a_service_that_gives_fewer_folders_at_once_loses_none(driver, most):
    with ScriptedLists(numbered(20 if most < 499 else 1100), most=most) as server:
        rows = read(at_lists(driver, server), FOLDER)
    assert [row.id for row in rows] == [row["id"] for row in server.rows]


def test_what_is_made_while_the_list_is_read_shifts_it_and_loses_nothing(driver):
    with ScriptedLists(numbered(250)) as server:
        page, pages = server._page, []

        def growing(question):
            pages.append(question)
            server.rows.insert(0, {"id": str(5000 + len(pages)), "name": "new"})
            return page(question)

        server._page = growing
        found = {row.id for row in read(at_lists(driver, server), MANUAL)}
    assert found >= {row["id"] for row in numbered(250)}


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_the_same_page_again_and_again_is_no_list(driver, request_):
    with (
        ScriptedLists(numbered(10), is_stuck=True) as server,
        pytest.raises(OutcomeUnknownError, match="does not come to an end"),
    ):
        read(at_lists(driver, server), request_)
    assert len(server.requests) == 4


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
@pytest.mark.parametrize("count", [0, 3])
def test_a_list_that_is_left_out_ends_only_one_that_has_begun(driver, request_, count):
    with ScriptedLists(numbered(count)) as server:
        page = server._page
        server._page = lambda asked: page(asked) or None
        if count:
            assert len(read(at_lists(driver, server), request_)) == count
        else:
            with pytest.raises(OutcomeUnknownError, match="is not in it"):
                read(at_lists(driver, server), request_)


def test_a_list_that_never_ends_is_given_up(driver, monkeypatch):
    monkeypatch.setattr(snapshots, "MOST_PAGES", 5)
    with ScriptedLists(numbered(1000)) as server, pytest.raises(OutcomeUnknownError):
        read(at_lists(driver, server), MANUAL)
    assert len(server.requests) == 5


def test_what_it_showed_is_kept_and_when(driver):
    made = driver.elsewhere(MANUAL)
    read(driver, MANUAL)
    lists = driver.backend.journal.service_lists
    found, read_at = lists.named(driver.connection, "album/2/1", MANUAL.name)
    assert found == [made["id"]]
    assert read_at is not None
    attempt_id = driver.lose(MANUAL)
    assert lists.seen_before(driver.connection, "album/2/1", attempt_id, [made["id"]]) == {made["id"]}


@pytest.mark.parametrize("fault", [Fault.ERROR_BEFORE_COMMIT, Fault.HTML, Fault.EXPIRED_TOKEN])
def test_a_list_that_was_not_read_to_its_end_is_not_kept(driver, fault):
    driver.elsewhere(MANUAL)
    driver.sandbox.inject(Fault.IDLE_CLOSE, path=LISTS["album"])
    driver.sandbox.inject(fault, path=LISTS["album"])
    with pytest.raises(KoodriveError):
        read(driver, MANUAL)
    attempt_id = driver.lose(MANUAL)
    assert (
        driver.backend.journal.service_lists.read_before(driver.connection, "album/2/1", attempt_id) is None
    )


@pytest.mark.parametrize("minutes", [16, -16])
def test_a_wrong_clock_costs_one_refusal(tmp_path, minutes):
    with driver_in(tmp_path, lambda: time.time() + 60 * minutes) as driver:
        assert read(driver, MANUAL) == []
        assert driver.lists_read() == 2


def test_a_cancelled_reading_ends_between_two_pages(driver):
    cancellation = Cancellation()
    with ScriptedLists(numbered(1000)) as server:
        page = server._page

        def cancelling(question):
            cancellation.cancel()
            return page(question)

        server._page = cancelling
        with pytest.raises(KoodriveError):
            read(at_lists(driver, server), MANUAL, cancellation)
    assert len(server.requests) == 1


def test_a_row_that_cannot_be_understood_spoils_the_list(driver):
    rows = [*numbered(3), {"name": "without an ID"}]
    with ScriptedLists(rows) as server, pytest.raises(OutcomeUnknownError):
        read(at_lists(driver, server), MANUAL)


def test_only_what_the_list_is_about_is_asked_for(driver):
    read(driver, replace(COLLECTION, scope_dir=("1",)))
    assert urlsplit(driver.sandbox.requests()[0].path).path == LISTS["album"]
    assert "groupId" not in asked(driver, "album")[0]
