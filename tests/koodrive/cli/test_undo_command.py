"""Tests of ``koodrive undo``: one create or a batch is looked at, asked about, taken back, and told in the history."""

from __future__ import annotations

import csv
import json
import signal
import sqlite3
import sys
import time
from contextlib import closing
from datetime import timedelta

import pytest
from test_command_process import ended, start

from koodrive.api.serialization import ALBUM
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.cli.exit_codes import ExitCode
from koodrive.creation.undo import presence
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Change, Fault

HEADING = ("kind", "name", "type", "albumKind", "containerId", "ref", "in", "note")


@pytest.fixture
def table(tmp_path):
    """Return a function that writes the names of albums into a CSV file and returns its path."""

    def write(*names, folder=False):
        path = tmp_path / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = [["shared_folder", "Project", "", "", SANDBOX_CONTAINER_ID, "f", "", ""]] if folder else []
            rows += [
                ["album", name, "2", "2" if folder else "1", "", "", "f" if folder else "", "keep me"]
                for name in names
            ]
            csv.writer(file).writerows([HEADING, *rows])
        return str(path)

    return write


def gone(run):
    return [deletion["id"] for deletion in run.sandbox.deletes()]


def test_one_create_is_taken_back_once_and_both_stand_in_the_history(run):
    made = run("album", "create", "--name", "Typo", "--json").records[0]
    dry = run("undo", "1", "--dry-run", "--json")
    assert (dry.code, dry.records[0]["outcome"], dry.records[0]["id"]) == (0, "ready", made["id"])
    unasked = run("undo", "1", "--json")
    assert (unasked.code, unasked.records[0]["error"]) == (ExitCode.USAGE, "not_confirmed")
    assert gone(run) == []
    result = run("undo", "1", "--yes", "--json")
    assert (result.code, result.records[0]["outcome"]) == (0, "deleted"), result.err
    assert result.records[0] | {"attempt": "2", "ofAttempt": "1", "id": made["id"]} == result.records[0]
    assert result.records[-1]["deleted"] == 1
    assert gone(run) == [made["id"]]
    newest, oldest = run.alone("history", "--json").records
    assert (newest["action"], newest["ofAttempt"], newest["outcome"]) == ("delete", "1", "deleted")
    assert (oldest["outcome"], oldest["undoneBy"]) == ("created", "2")
    assert oldest["undoneAt"]
    assert "created, taken back 20" in run.alone("history").out
    assert "taken back: 20" in run.alone("show", "1").out
    assert len(run.alone("history", "--taken-back", "--json").records) == 1
    assert len(run.alone("history", "--action", "delete", "--json").records) == 1
    # It is gone: a second time takes nothing back, and the same may be created again.
    again = run("undo", "1", "--yes", "--json")
    assert (again.code, again.records[0]["outcome"], again.records[0]["code"]) == (0, "deleted", "taken_back")
    assert run("album", "create", "--name", "Typo", "--json").records[0]["outcome"] == "created"
    assert len(gone(run)) == 1


def test_what_was_filled_is_kept_with_its_reason(run):
    made = run("album", "create", "--name", "Full", "--json").records[0]
    run.sandbox.change_elsewhere(Change.FILL, made["id"])
    for more in (("--dry-run",), ("--yes",)):
        result = run("undo", "1", "--json", *more)
        assert (result.code, result.records[0]["outcome"]) == (ExitCode.HELD_BACK, "kept")
        assert result.records[0]["code"] == "not_empty"
        assert result.records[0]["message"]
    assert "kept: the album “Full”" in run("undo", "1", "--yes").out
    assert gone(run) == []


def test_nothing_is_taken_back_where_the_history_can_only_be_read(run, table):
    assert run("batch", "run", table("A")).code == 0
    with closing(sqlite3.connect(run.data_dir / JOURNAL_FILE)) as database:
        database.execute("PRAGMA user_version = 99")
    for arguments in (("1",), ("--batch", "1")):
        assert run("undo", *arguments, "--yes", "--json").code == ExitCode.NO_HISTORY
    assert gone(run) == []


def test_what_belongs_to_another_user_is_kept(run):
    run("album", "create", "--name", "Mine")
    place = ("--service-address", run.sandbox.base_url, "--user-id", "4712", "--token-stdin")
    result = run.alone("undo", "1", "--yes", "--json", *place, stdin=run.token)
    assert (result.code, result.records[0]["code"]) == (ExitCode.HELD_BACK, "other_account")
    assert gone(run) == []


def test_usage_that_makes_no_sense_is_refused(run):
    for arguments in ((), ("1", "--batch", "2"), ("1", "--result", "x.csv"), ("1", "--rate", "5")):
        assert run("undo", *arguments).code == ExitCode.USAGE
    assert run("undo", "7", "--yes", "--json").records[0]["error"] == "attempt_unknown"
    assert run("undo", "--batch", "7", "--yes", "--json").records[0]["error"] == "batch_unknown"


def test_a_lost_answer_is_unknown_and_can_be_found_out(run, press_looks, monkeypatch):
    monkeypatch.setattr(presence, "SHOWN_AGAIN_AFTER", timedelta(0))
    made = run("album", "create", "--name", "Lost", "--json").records[0]
    run.sandbox.inject(Fault.COMMIT_THEN_DROP, path=f"{ALBUM}/{made['id']}")
    assert run("undo", "1", "--yes", "--json").code == ExitCode.UNKNOWN
    found = run("resolve", "--json").records
    assert (found[0]["outcome"], found[-1]["rows"], found[-1]["deleted"]) == ("deleted", 1, 1)
    assert gone(run) == [made["id"]]


def test_a_batch_is_taken_back_with_its_folder_and_its_result_file(run, table, tmp_path):
    assert run("batch", "run", table("A", "B", folder=True)).code == 0
    made = {record["name"]: record["id"] for record in run.alone("history", "--json").records}
    run.sandbox.change_elsewhere(Change.FILL, made["A"])
    dry = run("undo", "--batch", "1", "--dry-run", "--json")
    assert dry.code == ExitCode.HELD_BACK
    assert {record["name"]: record["outcome"] for record in dry.records[:-1]} == {
        "A": "kept", "B": "ready", "Project": "kept"
    }  # fmt: skip
    unasked = run("undo", "--batch", "1", "--json")
    assert (unasked.code, unasked.records[-1]["error"]) == (ExitCode.USAGE, "not_confirmed")
    assert gone(run) == []
    out = tmp_path / "taken-back.csv"
    result = run("undo", "--batch", "1", "--yes", "--json", "--result", str(out))
    assert result.code == ExitCode.HELD_BACK
    totals = result.records[-1]
    assert (totals["rows"], totals["deleted"], totals["kept"], totals["state"]) == (3, 1, 2, "finished")
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [row["takenBack"] for row in rows] == ["kept", "kept", "taken back"]
    assert rows[1]["note"] == "keep me"
    # Emptied again, the same command takes the rest back.
    run.sandbox.change_elsewhere(Change.EMPTY, made["A"])
    text = run("undo", "--batch", "1", "--yes")
    assert (text.code, text.out) == (0, "Taking back batch 1 is finished: 3 taken back.\n")
    assert set(gone(run)) == set(made.values())
    assert json.loads(run.alone("batch", "show", "1", "--json").out)["counts"] == {"deleted": 3}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_another_process_is_refused_and_may_stop_it(run, table):
    names = [f"A{number}" for number in range(40)]
    assert run("batch", "run", table(*names), "--rate", "none").code == 0
    process = start(run, "undo", "--batch", "1", "--yes", "--rate", "10", "--parallel", "1")
    deadline = time.monotonic() + 30
    while not gone(run):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    for command in (("undo", "--batch", "1", "--yes"), ("batch", "resume", "1")):
        refused = run(*command, "--json")
        assert (refused.code, refused.records[0]["error"]) == (ExitCode.NOT_SENT, "batch_state")
    assert run.alone("batch", "stop", "1").out.startswith("Taking back batch 1 stops")
    assert ended(process, 10)[0] == ExitCode.NOT_SENT
    assert 0 < len(gone(run)) < 40
    assert run.alone("batch", "show", "1", "--json").records[0]["state"] == "finished"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", ["killed", "interrupted"])
def test_a_batch_half_taken_back_is_gone_on_with(run, table, how):
    names = [f"A{number}" for number in range(60)]
    assert run("batch", "run", table(*names), "--rate", "none").code == 0
    made = {record["name"]: record["id"] for record in run.alone("history", "--json").records}
    if how == "killed":
        run.sandbox.inject(Fault.HANG_AFTER_COMMIT, path=f"{ALBUM}/{made['A50']}")
    process = start(run, "undo", "--batch", "1", "--yes", "--rate", "50", "--parallel", "1")
    deadline = time.monotonic() + 30
    while made["A50" if how == "killed" else "A57"] not in gone(run):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    if how == "killed":
        process.kill()
        process.communicate()
    else:
        process.send_signal(signal.SIGINT)
        code, _, err = ended(process)
        assert code == ExitCode.INTERRUPTED
        assert "koodrive undo --batch 1" in err
    assert len(gone(run)) < 60
    result = run("undo", "--batch", "1", "--yes", "--rate", "none", "--wait-resolve", "30", "--json")
    assert result.code == 0, result.err
    assert result.records[-1]["deleted"] == 60
    assert sorted(gone(run)) == sorted(made.values())
