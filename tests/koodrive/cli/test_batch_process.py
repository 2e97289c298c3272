"""Tests of ``koodrive batch run`` as a process: interrupts, a kill, and a second process that watches and stops it."""

from __future__ import annotations

import csv
import signal
import sys
import time

import pytest
from test_command_process import ended, start

from koodrive.cli.exit_codes import ExitCode
from koodrive.sandbox import Fault

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]

CREATE_ALBUM = "/koodrive/ose/v1/album/create"


@pytest.fixture
def table(tmp_path):
    """Return the path of a table with 200 albums."""
    path = tmp_path / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [("name", "type", "albumKind"), *((f"A{number}", "2", "1") for number in range(200))]
        csv.writer(file).writerows(rows)
    return str(path)


def wait_for_rows(run, process, count):
    deadline = time.monotonic() + 30
    while len(run.sandbox.effects()) < count:
        assert time.monotonic() < deadline
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


def batch(run):
    return run.alone("batch", "show", "1", "--json").records[0]


def test_an_interrupt_pauses_and_resume_makes_each_row_once(run, table):
    process = start(run, "batch", "run", table, "--json", "--rate", "50")
    wait_for_rows(run, process, 5)
    process.send_signal(signal.SIGINT)
    code, out, err = ended(process)
    assert code == ExitCode.INTERRUPTED
    assert len(out.splitlines()) == 201
    assert "koodrive batch resume 1" in err
    assert (batch(run)["state"], batch(run)["reason"]) == ("paused", "user")
    made = len(run.sandbox.effects())
    assert batch(run)["counts"] == {"created": made, "ready": 200 - made}
    assert run("batch", "resume", "1", "--rate", "none").code == 0
    assert len(run.sandbox.effects()) == 200


@pytest.mark.parametrize("is_killed", [False, True])
def test_an_end_at_once_leaves_rows_in_flight_unknown(run, table, is_killed):
    run.sandbox.inject(Fault.HANG_AFTER_COMMIT, path=CREATE_ALBUM)
    process = start(run, "batch", "run", table)
    wait_for_rows(run, process, 1)
    if is_killed:
        process.kill()
        process.communicate()
    else:
        process.send_signal(signal.SIGINT)
        while b"Interrupted" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGINT)
        assert ended(process, 5)[0] == ExitCode.INTERRUPTED
    found = batch(run)
    assert (found["state"], found["reason"]) == ("paused", "crash")
    assert found["counts"] == {"unknown": 1, "ready": 199}
    result = run(
        "batch", "resume", "1", "--rate", "none", "--parallel", "8", "--wait-resolve", "30", "--json"
    )
    assert result.code == 0
    assert len(run.sandbox.effects()) == 200


def test_another_process_watches_and_stops_a_run(run, table):
    process = start(run, "batch", "run", table, "--rate", "20")
    wait_for_rows(run, process, 3)
    assert batch(run)["state"] == "running"
    refused = run("batch", "resume", "1", "--json")
    assert (refused.code, refused.records[0]["error"]) == (ExitCode.NOT_SENT, "batch_state")
    watcher = start(run, "batch", "show", "1", "--follow", place=())
    assert b"created" in watcher.stderr.readline()
    assert run.alone("batch", "stop", "1").code == 0
    assert ended(process, 10)[0] == ExitCode.NOT_SENT
    assert "Batch 1 is stopped" in ended(watcher, 10)[1]
    assert len(run.sandbox.effects()) < 200
