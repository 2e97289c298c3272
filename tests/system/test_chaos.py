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
from koodrive.models import OutcomeKind

ROOT = Path(__file__).parents[2]
SECONDS = 150
"""It takes 20 on two idle processors."""
CREATES = 100

pytestmark = pytest.mark.timeout(SECONDS + 30)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Return the final state of one run, and exit code and report of a second run with another seed."""
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
    """Return the final state of a run."""
    return runs[0]


@pytest.fixture
def tampered(account):
    """Return a copy that a test may change."""
    spoilt = copy.deepcopy(account)
    for book in spoilt.books:
        for name in ("ids", "created", "open"):
            book.__dict__.pop(name, None)
    return spoilt


def answered(book, account=None):
    """Return an attempt that was created, and whose request no other attempt shares.

    Args:
        book: History to choose from.
        account: Requires a name that the service stored unchanged; None for any name.
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
    """Replace an attempt in the history of `book` by `row`."""
    book.attempts[row.attempt_id] = row
    for name in ("ids", "created", "open"):
        book.__dict__.pop(name, None)
    account.__post_init__()


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


@pytest.mark.parametrize("seen", [False, True])
def test_somebody_elses_of_the_same_content_is_a_mistake_where_a_list_had_shown_it(tampered, seen):
    book = tampered.books[0]
    # A run by itself may leave some of these; what the change adds counts.
    before = len(find_violations(tampered).alike)
    row = answered(book, tampered)
    twin = {**tampered.by_id[row.result_id], "id": "1", "traceId": None}
    tampered.effects.append(twin)
    tampered.effects.remove(tampered.by_id[row.result_id])
    if seen:
        book.seen["1"] = row.started_at.timestamp() - 5
    put(tampered, book, replace(row, result_id="1", note="found"))
    violations = find_violations(tampered)
    added = len(violations.wrongly_adopted), len(violations.alike) - before
    assert added == ((1, 0) if seen else (0, 1))


def test_a_second_effect_of_one_request_is_doubled(tampered):
    trace_id = answered(tampered.books[0]).trace_id
    tampered.effects.append({**tampered.by_trace[trace_id][0], "id": "1"})
    tampered.__post_init__()
    assert find_violations(tampered).doubled


@pytest.mark.parametrize("object_id", ["another", "1"])
def test_an_id_that_something_else_has_is_wrongly_adopted(tampered, object_id):
    book = tampered.books[0]
    row = answered(book)
    if object_id == "another":
        object_id = next(other.result_id for other in book.created if other.body != row.body)
    put(tampered, book, replace(row, result_id=object_id, note="found"))
    assert find_violations(tampered).wrongly_adopted
