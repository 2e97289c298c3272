"""Look-ups for the pickers against the sandbox over a socket, and their cache in the history."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from client_calls import client as client_at
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer, reply

from koodrive import CreateSharedFolder
from koodrive.api.read_calls import ROOT_FOLDER
from koodrive.errors import AuthenticationError, InvalidRequestError, NotSentError, RefusedError
from koodrive.journal import Journal, schema
from koodrive.listing.lookups import AT_ONCE, KEY_WORD_LIMIT, Lookups, check_key_word
from koodrive.models import Connection, Folder, QueryType, SharedFolder
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault

if TYPE_CHECKING:
    from koodrive.listing.lookup_cache import LookupCache

OTHER_USER = "1644817543959100099"


@pytest.fixture
def lookups(driver) -> Lookups:
    return driver.backend.lookups(driver.connection, driver.token)


@pytest.fixture
def cache(driver) -> LookupCache:
    return driver.backend.kept_lookups(driver.connection)


def make_folders(driver, *names: str, creator: str | None = None) -> None:
    for name in names:
        driver.elsewhere(CreateSharedFolder(name, SANDBOX_CONTAINER_ID), creator=creator)


def all_pages(lookups, **options) -> tuple[list[SharedFolder], int]:
    """Return all rows, and how many pages there were."""
    rows, offset, pages = [], 0, 0
    while offset is not None:
        page = lookups.shared_folders(offset=offset, **options)
        rows += page.rows
        offset, pages = page.next_offset, pages + 1
    return rows, pages


class TestSpaces:
    """The individual spaces of the connection's user."""

    def test_the_space_is_found_and_kept(self, lookups, cache):
        assert cache.spaces() is None
        (space,) = lookups.spaces()
        assert space.container_id == SANDBOX_CONTAINER_ID
        assert space.capacity_bytes > 0
        assert cache.spaces() == (space,)

    def test_several_are_several(self, driver, lookups, cache):
        driver.sandbox.set_spaces([SANDBOX_CONTAINER_ID, "IAAF2"])
        assert [space.container_id for space in lookups.spaces()] == [SANDBOX_CONTAINER_ID, "IAAF2"]
        assert len(cache.spaces()) == 2

    def test_a_refusal_comes_out_and_what_is_kept_stays(self, driver, lookups, cache):
        known = lookups.spaces()
        driver.sandbox.set_spaces([])
        with pytest.raises(RefusedError) as caught:
            lookups.spaces()
        assert caught.value.code == "13000301"
        assert cache.spaces() == known


class TestSharedFolders:
    """Pages of shared folders."""

    def test_pages_follow_each_other_to_an_empty_one(self, driver, lookups):
        make_folders(driver, *[f"Family {number}" for number in range(AT_ONCE + 30)])
        first = lookups.shared_folders()
        assert (len(first.rows), first.next_offset) == (AT_ONCE, AT_ONCE)
        rows, pages = all_pages(lookups)
        assert len({row.id for row in rows}) == AT_ONCE + 30
        assert pages == 3
        assert lookups.shared_folders(offset=AT_ONCE + 30).rows == ()

    def test_a_service_that_gives_fewer_at_once_loses_none(self, driver):
        rows = [{"id": str(number), "name": f"n{number}"} for number in range(7)]

        def page(connection) -> None:
            offset = int(server.requests[-1].split(b"offset=")[1].split(b"&")[0])
            body = json.dumps({"code": 0, "folders": rows[offset : offset + 3]}).encode()
            reply(200, body)(connection)

        with ScriptedServer(page) as server:
            lookups = Lookups(client_at(server.url), driver.connection, driver.backend.journal)
            found, pages = all_pages(lookups)
        assert [row.id for row in found] == [row["id"] for row in rows]
        assert pages == 4

    def test_what_is_looked_for_is_found_by_the_service(self, driver, lookups):
        make_folders(driver, "Holiday 2025", "holiday 2026", "Birthdays")
        rows, _ = all_pages(lookups, key_word="holi")
        assert {row.name for row in rows} == {"Holiday 2025", "holiday 2026"}
        assert all_pages(lookups, key_word="nothing of that name")[0] == []

    def test_own_and_joined_ones_are_told_apart(self, driver, lookups, cache):
        make_folders(driver, "Mine")
        make_folders(driver, "Theirs", creator=OTHER_USER)
        expected = {
            QueryType.ALL: {"Mine", "Theirs"},
            QueryType.CREATED_BY_ME: {"Mine"},
            QueryType.JOINED_BY_ME: {"Theirs"},
        }
        for query_type, names in expected.items():
            assert {row.name for row in lookups.shared_folders(query_type=query_type).rows} == names
        for query_type, names in expected.items():
            assert {row.name for row in cache.shared_folders(query_type)} == names

    def test_the_first_page_of_everything_is_kept_and_nothing_else(self, driver, lookups, cache):
        make_folders(driver, "Holiday", "Birthdays")
        lookups.shared_folders(key_word="Holi")
        lookups.shared_folders(offset=1)
        assert cache.shared_folders(QueryType.ALL) is None
        page = lookups.shared_folders()
        lookups.shared_folders(key_word="Holi")
        assert cache.shared_folders(QueryType.ALL) == page.rows
        assert cache.shared_folders(QueryType.JOINED_BY_ME) is None

    def test_a_list_that_is_left_out_is_empty_and_not_kept(self, driver, lookups, cache):
        make_folders(driver, "Holiday")
        known = lookups.shared_folders().rows
        with ScriptedServer(reply(200, b'{"code": 0, "msg": "Success."}')) as server:
            elsewhere = Lookups(client_at(server.url), driver.connection, driver.backend.journal)
            page = elsewhere.shared_folders()
        assert (page.rows, page.next_offset) == ((), None)
        assert cache.shared_folders(QueryType.ALL) == known

    def test_an_empty_list_is_kept(self, lookups, cache):
        assert lookups.shared_folders().next_offset is None
        assert cache.shared_folders(QueryType.ALL) == ()

    def test_every_id_of_a_folder_gets_its_name(self, driver, lookups, cache):
        make_folders(driver, "家")
        (row,) = lookups.shared_folders(key_word="家").rows
        ids = [row.id, row.group_id, row.share_folder_file_id]
        assert cache.names([*ids, "17"]) == dict.fromkeys(ids, "家")

    def test_a_key_word_that_is_too_long_is_not_sent(self, driver, lookups):
        with pytest.raises(InvalidRequestError) as caught:
            lookups.shared_folders(key_word="家" * (KEY_WORD_LIMIT + 2))
        assert caught.value.problems["keyWord"].code == "too_long"
        assert "Remove 2" in caught.value.message
        assert driver.lists_read() == 0
        assert lookups.shared_folders(key_word="家" * KEY_WORD_LIMIT).rows == ()


class TestFolders:
    """The folders of a space, level by level."""

    def test_the_top_and_what_lies_in_it(self, driver, lookups, cache):
        (made,) = driver.sandbox.add_folders(ROOT_FOLDER, ["Made for this"])
        inner = driver.sandbox.add_folders(made, ["a", "b"])
        top = lookups.folders(container_id=SANDBOX_CONTAINER_ID)
        assert Folder(made, "Made for this") in top.folders
        page = lookups.folders(container_id=SANDBOX_CONTAINER_ID, parent_folder_id=made)
        assert page.folders == (Folder(inner[0], "a"), Folder(inner[1], "b"))
        assert page.next_cursor is None
        assert (
            cache.folders(SANDBOX_CONTAINER_ID) == cache.folders(SANDBOX_CONTAINER_ID, "root") == top.folders
        )
        assert cache.folders(SANDBOX_CONTAINER_ID, made) == page.folders
        assert cache.folders("IAAF2", made) is None
        assert cache.names([made, *inner]) == {made: "Made for this", inner[0]: "a", inner[1]: "b"}

    def test_pages_by_cursor_give_all_and_the_first_is_kept(self, driver, lookups, cache):
        (parent,) = driver.sandbox.add_folders(ROOT_FOLDER, ["Many"])
        ids = driver.sandbox.add_folders(parent, [f"Folder {number}" for number in range(430)])
        found, cursor, pages = [], "", 0
        while cursor is not None:
            page = lookups.folders(
                container_id=SANDBOX_CONTAINER_ID, parent_folder_id=parent, page_cursor=cursor
            )
            found += page.folders
            cursor, pages = page.next_cursor, pages + 1
        assert [folder.folder_id for folder in found] == ids
        assert pages > 4
        first = cache.folders(SANDBOX_CONTAINER_ID, parent)
        assert first == tuple(found[: len(first)])
        assert len(first) > 0
        assert len(cache.names(ids)) == 430

    def test_an_empty_page_with_a_next_one_is_not_kept_as_an_empty_folder(self, driver, cache):
        for body, expected in [(b'{"code":0,"files":[],"nextCursor":"c"}', None), (b'{"code":0}', ())]:
            with ScriptedServer(reply(200, body)) as server:
                Lookups(client_at(server.url), driver.connection, driver.backend.journal).folders(
                    container_id="c"
                )
            assert cache.folders("c") == expected

    def test_a_folder_without_a_name_keeps_the_name_it_had(self, driver, cache):
        for name in ("Holidays", ""):
            body = json.dumps({"code": 0, "files": [{"id": "17", "fileName": name}]}).encode()
            with ScriptedServer(reply(200, body)) as server:
                Lookups(client_at(server.url), driver.connection, driver.backend.journal).folders(
                    container_id="c"
                )
        assert cache.names(["17"]) == {"17": "Holidays"}


ASK = {
    "spaces": lambda lookups: lookups.spaces(),
    "shared folders": lambda lookups: lookups.shared_folders(),
    "folders": lambda lookups: lookups.folders(container_id=SANDBOX_CONTAINER_ID),
}


@pytest.mark.parametrize("name", ASK)
class TestAllOfThem:
    """Tests of all look-ups."""

    def test_a_token_that_has_ended_is_told(self, driver, lookups, name):
        driver.sandbox.expire_tokens()
        with pytest.raises(AuthenticationError):
            ASK[name](lookups)

    def test_what_fails_in_passing_is_asked_for_again(self, driver, lookups, name):
        driver.sandbox.inject(Fault.DROP_BEFORE_COMMIT)
        ASK[name](lookups)
        assert len(driver.sandbox.requests()) == 2

    def test_a_history_that_cannot_be_written_costs_no_answer(self, driver, lookups, name, caplog):
        with closing(sqlite3.connect(driver.backend.journal.path)) as database, database:
            database.execute("DROP TABLE kept_answer")
            database.execute("DROP TABLE object_name")
        make_folders(driver, "Holiday")
        with caplog.at_level(logging.WARNING):
            assert ASK[name](lookups)
        assert "could not be cached" in caplog.text

    def test_a_history_that_can_only_be_read_costs_no_answer(self, driver, tmp_path, name):
        path = tmp_path / "newer" / "history.sqlite3"
        with Journal(path):
            pass
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
        with Journal(path) as journal:
            assert ASK[name](
                Lookups(
                    driver.backend.clients.client(driver.connection, driver.token), driver.connection, journal
                )
            )

    def test_no_secret_gets_into_the_history(self, driver, lookups, name):
        make_folders(driver, "Holiday")
        ASK[name](lookups)
        driver.backend.journal.close()
        assert SANDBOX_TOKEN.encode() not in driver.backend.journal.path.read_bytes()


def test_somebody_else_knows_nothing_of_it(driver, lookups, cache):
    make_folders(driver, "Holiday")
    (row,) = lookups.shared_folders().rows
    lookups.spaces()
    another = Connection("c2", "Other", driver.connection.service_address, OTHER_USER, "bearer", "en-US")
    elsewhere = Connection(
        "c3", "Other", "https://a.example.com", driver.connection.user_id, "bearer", "en-US"
    )
    for connection in (another, elsewhere):
        others = driver.backend.kept_lookups(connection)
        assert others.spaces() is None
        assert others.shared_folders(QueryType.ALL) is None
    assert driver.backend.kept_lookups(another).names([row.id]) == {row.id: "Holiday"}
    assert driver.backend.kept_lookups(elsewhere).names([row.id]) == {}
    assert cache.spaces() is not None


def test_a_service_that_is_gone_leaves_what_is_kept(driver, lookups, cache):
    make_folders(driver, "Holiday")
    known = lookups.shared_folders().rows
    driver.sandbox.stop()
    with pytest.raises(NotSentError):
        driver.backend.lookups(driver.connection, driver.token).shared_folders()
    assert cache.shared_folders(QueryType.ALL) == known


def test_a_history_that_is_closed_knows_nothing(driver, cache):
    driver.backend.journal.close()
    assert cache.spaces() is None
    assert cache.shared_folders(QueryType.ALL) is None
    assert cache.folders("c") is None
    assert cache.names(["17"]) == {}


@given(text=st.text(max_size=2 * KEY_WORD_LIMIT))
def test_a_key_word_has_up_to_32_characters(text):
    problem = check_key_word(text)
    assert (problem is None) == (len(text) <= 32)
    assert problem is None or problem.code == "too_long"
