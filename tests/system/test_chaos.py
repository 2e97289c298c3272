"""A short chaos run loses, doubles and mixes up nothing; and its check would find it if it did."""

from __future__ import annotations

import copy
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.chaos.running import Run
from benchmarks.chaos.violations import find_violations
from benchmarks.chaos.watching import Watch, clean_readings, first_seen
from koodrive import CreateSharedFolder, KooDriveClient
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Sandbox

ROOT = Path(__file__).parents[2]
SECONDS = 150
"""It takes 20 on two idle processors."""
CREATES = 100

pytestmark = pytest.mark.timeout(SECONDS + 30)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """What a run has left behind, and the exit code and report of a second one with another seed beside it."""
    folder = tmp_path_factory.mktemp("chaos")
    run = Run(seed=3, creates=CREATES, operators=2, folder=folder, seconds=SECONDS)
    command = [sys.executable, "-m", "benchmarks.chaos", "--seed", "4", "--creates", str(CREATES)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as beside:
        try:
            left = run.account()
            report, _nothing = beside.communicate(timeout=SECONDS)
        finally:
            beside.kill()
    assert beside.returncode in {0, 1}, report
    assert run.deaths
    return left, beside.returncode, report


@pytest.fixture(scope="module")
def account(runs):
    """What a run has left behind."""
    return runs[0]


@pytest.fixture
def tampered(account):
    """A copy that a test may spoil."""
    spoilt = copy.deepcopy(account)
    for book in spoilt.books:
        for name in ("ids", "created", "open"):
            book.__dict__.pop(name, None)
    return spoilt


def answered(book, account=None):
    """Return an attempt that was created, and whose request no other attempt shares.

    Args:
        book: The history to choose from.
        account: Where the service has to have stored the name as it was asked for; None for any name.
    """
    bodies = [row.body for row in book.attempts.values()]
    return next(
        row
        for row in book.created
        if row.note is None
        and bodies.count(row.body) == 1
        and (account is None or account.by_id[row.result_id]["name"] == row.name)
    )


def put(account, book, row):
    """Let the history of `book` say `row`."""
    book.attempts[row.attempt_id] = row
    for name in ("ids", "created", "open"):
        book.__dict__.pop(name, None)
    account.__post_init__()


def lost_of(account, row):
    """Return what the check finds about the lost effects of `row`."""
    return [line for line in find_violations(account).lost if f"made by {row.trace_id}" in line]


def test_nothing_is_lost_doubled_or_wrongly_adopted(runs):
    account, exit_code, report = runs
    violations = find_violations(account)
    assert violations.is_good, violations
    assert exit_code == 0, report
    assert not violations.tellable
    assert sum(row.note is not None for book in account.books for row in book.created), "nothing was found"
    assert len(account.effects) > CREATES / 2
    assert account.posts.total() >= sum(map(len, account.by_trace.values()))


def test_an_effect_that_the_history_denies_is_lost(tampered):
    book = tampered.books[0]
    put(tampered, book, replace(answered(book), outcome=OutcomeKind.REFUSED, result_id=None))
    assert find_violations(tampered).lost


def test_an_effect_without_an_attempt_is_lost(tampered):
    book = tampered.books[0]
    del book.attempts[answered(book).attempt_id]
    book.__dict__.pop("created")
    tampered.__post_init__()
    assert find_violations(tampered).lost


def test_a_second_effect_of_what_is_asked_for_once_more_is_lost_unless_that_is_open(tampered):
    book = tampered.books[0]
    row = answered(book)
    again = replace(row, attempt_id=book.latest + 1, trace_id="again", outcome=OutcomeKind.UNKNOWN)
    put(tampered, book, replace(again, result_id=None))
    put(tampered, book, replace(row, outcome=OutcomeKind.REFUSED, result_id=None))
    assert not lost_of(tampered, row), "it may be what the open one has made"
    tampered.effects.append({**tampered.by_id[row.result_id], "id": "1", "traceId": "again"})
    tampered.__post_init__()
    assert lost_of(tampered, row)


@pytest.mark.parametrize("seen", [False, True])
def test_somebody_elses_of_the_same_content_is_a_mistake_where_a_list_had_shown_it(tampered, seen):
    book = tampered.books[0]
    row = answered(book, tampered)
    twin = {**tampered.by_id[row.result_id], "id": "1", "traceId": None}
    tampered.effects.append(twin)
    tampered.effects.remove(tampered.by_id[row.result_id])
    if seen:
        book.seen["1"] = row.started_at.timestamp() - 5
    put(tampered, book, replace(row, result_id="1", note="found"))
    violations = find_violations(tampered)
    assert (len(violations.wrongly_adopted), len(violations.alike)) == ((1, 0) if seen else (0, 1))


def test_a_name_that_is_stored_otherwise_is_known_by_its_request(tampered):
    book = tampered.books[0]
    row = answered(book, tampered)
    already = len(tampered.stored_otherwise)
    tampered.by_id[row.result_id]["name"] = "something else"
    assert len(tampered.stored_otherwise) == already + 1
    assert not find_violations(tampered).wrongly_adopted
    assert not lost_of(tampered, row)
    put(tampered, book, replace(row, outcome=OutcomeKind.REFUSED, result_id=None))
    assert lost_of(tampered, row)


def test_what_lists_show_to_whom_is_watched_on_the_wire():
    watch = Watch()
    with Sandbox(observer=watch) as sandbox:
        tokens = [sandbox.renew_token() for _ in range(2)]
        clients = [
            KooDriveClient(base_url=sandbox.base_url, user_id=SANDBOX_USER_ID, token=token)
            for token in tokens
        ]
        made = clients[0].create_shared_folder(CreateSharedFolder("Family", SANDBOX_CONTAINER_ID))
        for client, fault in zip(clients, (None, "list-lag"), strict=True):
            if fault is not None:
                sandbox.inject(fault)
            for offset in (0, 1):
                client.list_shared_folders(offset=offset)
    assert watch.posts.total() == 1
    assert first_seen(watch, tokens[0]).keys() == {made.id}
    assert first_seen(watch, tokens[1]) == {}
    assert [len(clean_readings(watch, token)(("sharedFolder",))) for token in tokens] == [1, 1]
    assert watch.faults == {"list-lag": 1}


def test_a_second_effect_of_one_request_is_doubled(tampered):
    trace_id = answered(tampered.books[0]).trace_id
    tampered.effects.append({**tampered.by_trace[trace_id][0], "id": "1"})
    tampered.__post_init__()
    assert find_violations(tampered).doubled


def test_a_request_that_was_sent_twice_is_doubled(tampered):
    tampered.posts[answered(tampered.books[0]).trace_id] += 1
    assert find_violations(tampered).doubled


@pytest.mark.parametrize("object_id", ["another", "1"])
def test_an_id_that_something_else_has_is_wrongly_adopted(tampered, object_id):
    book = tampered.books[0]
    row = answered(book)
    if object_id == "another":
        object_id = next(other.result_id for other in book.created if other.body != row.body)
    put(tampered, book, replace(row, result_id=object_id, note="found"))
    assert find_violations(tampered).wrongly_adopted
