"""The live view against the sandbox: the service's lists joined with the history."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from live_list_fixtures import (
    SHARED,
    SOON,
    made,
    standings,
)
from lost_answer_fixtures import FOLDER, KINDS, LISTS, MANUAL
from unreachable_services import unreachable

from koodrive import KooDriveClient
from koodrive.core.deadline import Cancellation
from koodrive.errors import AuthenticationError, JournalError, KoodriveError
from koodrive.journal import Journal, schema
from koodrive.listing.live import read_live
from koodrive.listing.live_rows import Standing
from koodrive.models import (
    AlbumType,
    Connection,
    RequestKind,
)
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Fault


def live(driver, **options):
    return read_live(
        driver.backend.clients.client(driver.connection, driver.token, retry=SOON),
        driver.connection,
        driver.backend.journal,
        **options,
    )


class TestAgainstTheSandbox:
    """Everything over the real calls."""

    def test_ours_and_others_of_every_kind(self, driver):
        ours = [
            driver.backend.create(driver.request(kind), driver.connection, driver.token) for kind in KINDS
        ]
        others = [driver.elsewhere(replace(driver.request(kind), name="Not ours")) for kind in KINDS[:3]]
        view = live(driver)
        rows = {row.object_id: row for row in view.rows}
        for outcome in ours:
            row = rows[outcome.created.result_id]
            assert (row.standing, row.attempt_id) == (Standing.OURS, outcome.attempt_id)
        for effect in others:
            row = rows[effect["id"]]
            assert (row.standing, row.attempt_id) == (Standing.OTHERS, None)
        # The driver has one more shared folder, which the shared albums belong to.
        assert len(rows) == len(view.rows) == len(ours) + len(others) + 1
        assert view.problems == ()
        assert view.read_at <= datetime.now(UTC)

    def test_a_row_tells_all_that_the_service_and_the_history_know(self, driver):
        folder = driver.backend.create(FOLDER, driver.connection, driver.token).created
        request = replace(
            driver.request("shared collection"), name="Trips", container_id=SANDBOX_CONTAINER_ID
        )
        album = driver.backend.create(request, driver.connection, driver.token).created
        rows = {row.object_id: row for row in live(driver).rows}
        row = rows[folder.id]
        assert (row.kind, row.name) == (RequestKind.SHARED_FOLDER, FOLDER.name)
        assert (row.group_id, row.file_id) == (folder.group_id, folder.share_folder_id)
        assert (row.container_id, row.creator) == (SANDBOX_CONTAINER_ID, SANDBOX_USER_ID)
        assert row.create_time == folder.create_time
        row = rows[album.album_id]
        assert (row.kind, row.album_type, row.album_kind) == (RequestKind.ALBUM, AlbumType.COLLECTION, SHARED)
        # The service does not show the name of a collection album; the history knows it.
        assert (row.name, row.group_id, row.scope_dir) == ("Trips", request.group_id, request.scope_dir)
        assert row.container_id == SANDBOX_CONTAINER_ID

    def test_what_another_user_has_made_here_is_not_ours(self, driver):
        outcome = driver.backend.create(MANUAL, driver.connection, driver.token)
        other = replace(driver.connection, user_id="1644817543959100099")
        made(driver.backend.journal, other, MANUAL, "17")
        assert standings(live(driver)) == {outcome.created.result_id: Standing.OURS}

    def test_nothing_is_changed_and_everybodys_lists_are_read_once(self, driver):
        live(driver)
        requests = driver.sandbox.requests()
        assert {request.method for request in requests} == {"GET"}
        assert len(requests) == 5
        assert driver.sandbox.effects() == []
        assert "queryType=0" in requests[0].query

    def test_rows_are_counted_as_they_come(self, driver):
        for number in range(230):
            driver.elsewhere(replace(MANUAL, name=f"a{number}"))
        counts = []
        view = live(driver, progress=counts.append)
        assert counts == sorted(counts)
        assert counts[-1] == len(view.rows) == 230
        assert len(counts) == 3

    @pytest.mark.parametrize("fault", [Fault.EXPIRED_TOKEN, Fault.EXPIRED_TOKEN_200])
    @pytest.mark.parametrize("path", LISTS.values())
    def test_a_token_that_has_ended_ends_it(self, driver, fault, path):
        driver.sandbox.inject(fault, path=path)
        with pytest.raises(AuthenticationError):
            live(driver)

    @pytest.mark.parametrize("fault", [Fault.CLOCK_SLOW, Fault.ERROR_BEFORE_COMMIT, Fault.DROP_BEFORE_COMMIT])
    def test_what_passes_is_no_problem(self, driver, fault):
        outcome = driver.backend.create(MANUAL, driver.connection, driver.token)
        driver.sandbox.inject(fault)
        view = live(driver)
        assert (standings(view), view.problems) == ({outcome.created.result_id: Standing.OURS}, ())

    def test_a_list_that_cannot_be_read_costs_its_own_rows_only(self, driver):
        folder = driver.backend.create(FOLDER, driver.connection, driver.token)
        album = driver.backend.create(MANUAL, driver.connection, driver.token)
        driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=2, path=LISTS["sharedFolder"])
        view = live(driver)
        assert standings(view) == {
            folder.created.result_id: Standing.NOT_READ,
            album.created.result_id: Standing.OURS,
        }
        (problem,) = view.problems
        assert problem.startswith("The shared folders could not be listed. ")
        assert "a part of it failed" in problem

    def test_what_came_before_a_list_broke_off_is_shown(self, driver):
        for number in range(150):
            driver.elsewhere(replace(MANUAL, name=f"a{number}"))
        gone = made(driver.backend.journal, driver.connection, MANUAL, "17")
        albums_read = []

        def progress(_count: int) -> None:
            albums_read.append(1)
            driver.sandbox.inject(Fault.WRONG_JSON, times=2, path=LISTS["album"])

        view = live(driver, progress=progress)
        assert sum(row.standing is Standing.OTHERS for row in view.rows) == 100
        (row,) = [row for row in view.rows if row.attempt_id == gone]
        assert row.standing is Standing.NOT_READ
        assert len(view.problems) == 1
        assert len(albums_read) == 1
        # Of what was not read to its end, nothing is taken to be known.
        assert (
            driver.backend.journal.service_lists.read_before(driver.connection, "album/2/1", gone + 1) is None
        )

    def test_what_was_made_while_the_lists_were_read_is_not_called_gone(self, driver):
        driver.elsewhere(FOLDER)
        made_meanwhile = []

        def progress(_count: int) -> None:
            # The first lists have been read by now.
            if not made_meanwhile:
                outcome = driver.backend.create(
                    replace(FOLDER, name="Meanwhile"), driver.connection, driver.token
                )
                made_meanwhile.append(outcome.created.result_id)

        view = live(driver, progress=progress)
        assert standings(view)[made_meanwhile[0]] in {Standing.OURS, Standing.NOT_LISTED}

    def test_a_list_that_lags_calls_nothing_gone(self, driver):
        outcome = driver.backend.create(MANUAL, driver.connection, driver.token)
        driver.sandbox.inject(Fault.LIST_LAG, times=9, seconds=60)
        assert standings(live(driver)) == {outcome.created.result_id: Standing.NOT_LISTED}

    def test_somebody_who_gives_up_ends_it(self, driver):
        for number in range(150):
            driver.elsewhere(replace(MANUAL, name=f"a{number}"))
        driver.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=30)
        cancellation = Cancellation()
        threading.Timer(0.3, cancellation.cancel).start()
        began = time.monotonic()
        with pytest.raises(KoodriveError):
            live(driver, cancellation=cancellation)
        assert time.monotonic() - began < 5

    def test_a_service_that_is_gone_is_a_problem_that_is_said_once(self, driver):
        outcome = driver.backend.create(MANUAL, driver.connection, driver.token)
        driver.sandbox.stop()
        view = live(driver)
        assert standings(view) == {outcome.created.result_id: Standing.NOT_READ}
        (problem,) = view.problems
        assert problem.startswith("Not everything was read. ")

    def test_the_backend_reads_patiently(self, driver):
        outcome = driver.backend.create(MANUAL, driver.connection, driver.token)
        driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT)
        view = driver.backend.live(driver.connection, driver.token)
        assert (standings(view), view.problems) == ({outcome.created.result_id: Standing.OURS}, ())

    def test_a_history_that_can_only_be_read_is_enough(self, driver, tmp_path):
        path = tmp_path / "newer.sqlite3"
        with Journal(path) as journal:
            made(journal, driver.connection, MANUAL, "17")
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
        with Journal(path) as journal:
            client = driver.backend.clients.client(driver.connection, driver.token)
            view = read_live(client, driver.connection, journal)
        assert (standings(view), view.problems) == ({"17": Standing.NOT_LISTED}, ())

    def test_a_history_that_is_closed_says_so(self, driver):
        driver.backend.journal.close()
        with pytest.raises(JournalError):
            live(driver)

    def test_what_whole_lists_showed_is_known_to_be_old(self, driver):
        """A create looks into the same lists, but for those of all groups and all users."""
        personal = driver.elsewhere(MANUAL)["id"]
        group_album = driver.elsewhere(driver.request("shared manual"))["id"]
        joined = driver.elsewhere(FOLDER, creator="1644817543959100099")["id"]
        live(driver)
        seen = driver.backend.journal.service_lists
        next_id = driver.backend.journal.history.latest_id() + 1
        assert seen.seen_before(driver.connection, "album/2/1", next_id, [personal]) == {personal}
        group = driver.request("shared manual").group_id
        for name in (f"album/2/2/{group}", "album/2/2/None", "sharedFolder"):
            assert seen.read_before(driver.connection, name, next_id) is None
            assert seen.seen_before(driver.connection, name, next_id, [group_album, joined]) == set()


def test_ten_thousand_albums_and_five_thousand_folders_take_seconds(driver):
    for number in range(10_000):
        driver.elsewhere(replace(MANUAL, name=f"a{number}"))
    for number in range(5_000):
        driver.elsewhere(replace(FOLDER, name=f"f{number}"))
    began = time.monotonic()
    view = live(driver)
    assert time.monotonic() - began < 10
    assert len(view.rows) == 15_000
    assert view.problems == ()


@pytest.fixture
def journal(tmp_path):
    with Journal(tmp_path / "history.sqlite3") as journal:
        yield journal


def test_a_service_that_cannot_be_reached_is_not_asked_for_each_list(journal):
    with unreachable("tls broken off") as (url, came):
        client = KooDriveClient(base_url=url, user_id=SANDBOX_USER_ID, token="canary-1", retry=SOON)
        view = read_live(client, Connection("c1", "Family", url, SANDBOX_USER_ID, "bearer", "en-US"), journal)
    assert len(view.problems) == 1
    assert hellos_in(bytes(came)) <= SOON.tries


def hellos_in(came: bytes) -> int:
    """Return how many hand-shakes of TLS have begun, each with one record."""
    count = 0
    while came:
        came = came[5 + int.from_bytes(came[3:5]) :]
        count += 1
    return count
