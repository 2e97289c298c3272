"""Tests of ``koodrive batch``: a table is created, paused, resumed, watched, and its result printed and written."""

from __future__ import annotations

import csv
import json

import pytest

from koodrive.batch.models import BatchState, PauseReason
from koodrive.cli.batches.states import exit_code_of
from koodrive.cli.exit_codes import ExitCode
from koodrive.journal import Journal
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault

CREATE_ALBUM = "/koodrive/ose/v1/album/create"
MEMBERS = [
    "schema", "attempt", "row", "ref", "kind", "outcome", "id", "groupId", "traceId", "code", "message",
]  # fmt: skip
HEADING = ("kind", "name", "type", "albumKind", "containerId", "ref", "in", "note")


@pytest.fixture
def table(tmp_path):
    """Return a function that writes rows into a CSV file and returns its path."""

    def write(*rows, name="table.csv"):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADING, *rows])
        return str(path)

    return write


def album(name, **more):
    row = {"kind": "album", "name": name, "type": "2", "albumKind": "1", **more}
    return [row.get(column, "") for column in HEADING]


def folder(name, ref):
    return ["shared_folder", name, "", "", SANDBOX_CONTAINER_ID, ref, "", ""]


def creates(run):
    return [
        json.loads(request.body) for request in run.sandbox.requests() if request.path.endswith("/create")
    ]


def outcomes(result):
    return [record["outcome"] for record in result.records[:-1]]


def test_the_line_that_is_promised_works(run, table, tmp_path):
    path = table(
        folder("Project", "f"), album("One", note="keep me"), album("In", albumKind="2", **{"in": "f"})
    )
    out = tmp_path / "results.csv"
    result = run.alone(
        "batch", "run", path, *run.place, "--json", "--result", str(out), stdin=f"{SANDBOX_TOKEN}\n"
    )  # fmt: skip
    assert result.code == ExitCode.CREATED, result.err
    assert [list(record) for record in result.records[:-1]] == [MEMBERS] * 3
    assert [record["row"] for record in result.records[:-1]] == [1, 2, 3]
    assert outcomes(result) == ["created"] * 3
    assert result.records[-1]["created"] == result.records[-1]["rows"] == 3
    made = {body["name"]: body for body in creates(run)}
    assert made["In"]["groupId"] == result.records[0]["groupId"]
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [row["outcome"] for row in rows] == ["created"] * 3
    assert rows[1]["note"] == "keep me"
    assert rows[1]["albumId"].removeprefix("'") == result.records[1]["id"]


def test_the_same_file_twice_creates_nothing_and_counts_as_created(run, table):
    path = table(album("A"), album("B"))
    first = run("batch", "run", path, "--json")
    again = run("batch", "run", path, "--json")
    assert (again.code, outcomes(again)) == (0, ["exists", "exists"])
    assert [row["id"] for row in again.records[:-1]] == [row["id"] for row in first.records[:-1]]
    assert len(creates(run)) == 2
    run("album", "create", "--name", "C")
    assert [record["name"] for record in run.alone("history", "--batch", "1", "--json").records] == ["B", "A"]


def test_a_result_that_is_opened_again_creates_only_what_is_missing(run, table, tmp_path):
    run.sandbox.inject(Fault.NONZERO_CODE, path=CREATE_ALBUM)
    out = str(tmp_path / "results.xlsx")
    left = str(tmp_path / "remaining.csv")
    result = run(
        "batch", "run", table(album("A"), album("B")), "--json", "--result", out, "--remaining", left
    )
    assert (result.code, outcomes(result)) == (ExitCode.REFUSED, ["refused", "created"])
    assert outcomes(run("batch", "run", out, "--json")) == ["created", "exists"]
    assert run.alone("batch", "check", left, "--json").records[-1]["rows"] == 1


def test_nothing_is_sent_while_a_row_has_a_problem_unless_only_the_ready_ones_are_meant(run, table):
    path = table(album("A"), album("x" * 21))
    result = run("batch", "run", path, "--json")
    assert result.code == ExitCode.USAGE
    assert [record.get("verdict") for record in result.records] == ["ready", "problem", None]
    assert creates(run) == []
    assert not run.data_dir.exists()
    result = run("batch", "run", path, "--ready-only", "--json")
    assert (result.code, outcomes(result)) == (ExitCode.NOT_SENT, ["created", "problem"])


def test_nothing_is_sent_while_a_row_is_doubtful_unless_it_is_confirmed(run, table):
    assert run("batch", "run", table(album("B"), album("C")), "--json").code == 0
    path = table(album("C2"), album("A2"), name="again.csv")
    run.sandbox.make_elsewhere("album", {"name": "A2", "type": 2, "albumKind": 1})
    result = run("batch", "run", path, "--json")
    assert result.code == ExitCode.HELD_BACK
    assert [record.get("verdict") for record in result.records] == ["ready", "doubtful", None]
    assert [record["name"] for record in run.alone("batch", "list", "--json").records] == ["table.csv"]
    result = run("batch", "run", path, "--ready-only", "--json")
    assert (result.code, outcomes(result)) == (ExitCode.HELD_BACK, ["created", "doubtful"])
    result = run("batch", "resume", result.records[-1]["batch"], "--again", "--json")
    assert (result.code, outcomes(result)) == (0, ["created", "created"])
    result = run("batch", "run", path, "--json")
    assert (result.code, outcomes(result)) == (0, ["exists", "exists"])


def test_again_creates_one_more_of_what_the_history_has_but_not_of_an_earlier_result(run, table, tmp_path):
    path, out = (
        table(folder("F", "f"), album("A"), album("In", albumKind="2", **{"in": "f"})),
        tmp_path / "r.csv",
    )
    run("batch", "run", path, "--json", "--result", str(out))
    result = run("batch", "run", path, "--again", "--json", "--dry-run")
    assert [row["verdict"] for row in result.records[:-1]] == ["exists", "ready", "ready"]
    result = run("batch", "run", path, "--again", "--json")
    assert (result.code, outcomes(result)) == (0, ["exists", "created", "created"])
    assert "--again" not in result.err
    assert len(run.sandbox.effects()) == 5
    assert outcomes(run("batch", "run", str(out), "--again", "--json")) == ["exists"] * 3
    assert len(run.sandbox.effects()) == 5


def test_all_results_are_a_table_and_a_pause_says_why_last(run, table):
    run.sandbox.inject(Fault.NONZERO_CODE, path=CREATE_ALBUM)
    assert run("batch", "run", table(album("A"), album("B"), album("C")), "--parallel", "1").code == 1
    lines = run.alone("batch", "results", "1").out.splitlines()
    assert [line.split()[:2] for line in lines[2:]] == [["2", "refused"], ["3", "created"], ["4", "created"]]
    ids = {effect["name"]: effect["id"] for effect in run.sandbox.effects()}
    assert lines[3].split()[2:] == [ids["B"], "B"]
    run.sandbox.inject(Fault.EXPIRED_TOKEN, path=CREATE_ALBUM)
    paused = run("batch", "run", table(album("D"), album("E")))
    assert paused.code == ExitCode.SIGN_IN
    assert "ready\n" not in paused.out
    last = paused.out.splitlines()[-1]
    assert "token" in last
    assert not last.startswith("Batch")


def test_a_token_that_ends_pauses_and_another_one_goes_on(run, table):
    path = table(*(album(f"A{number}") for number in range(4)))
    run.sandbox.inject(Fault.EXPIRED_TOKEN, path=CREATE_ALBUM)
    result = run("batch", "run", path, "--json")
    assert result.code == ExitCode.SIGN_IN
    assert (result.records[-1]["state"], result.records[-1]["reason"]) == ("paused", "token")
    assert "koodrive batch resume 1" in result.err
    assert run.alone("batch", "show", "1").code == ExitCode.SIGN_IN
    result = run("batch", "resume", "1", "--json")
    assert (result.code, outcomes(result)) == (0, ["created"] * 4)
    assert len(run.sandbox.effects()) == 4


def test_a_lost_row_is_looked_for_and_is_not_sent_twice(run, table):
    run.sandbox.inject(Fault.COMMIT_THEN_DROP, path=CREATE_ALBUM)
    result = run("batch", "run", table(album("A"), album("B")), "--json", "--wait-resolve", "30")
    assert (result.code, sorted(outcomes(result))) == (0, ["created", "created"])
    assert len(run.sandbox.effects()) == 2


def test_what_cannot_leave_pauses_and_says_so(run, table):
    path = table(album("A"))
    run.sandbox.stop()
    result = run("batch", "run", path, "--json")
    assert result.code == ExitCode.NOT_SENT
    assert creates(run) == []


def test_stored_batches_are_listed_shown_and_stopped(run, table):
    run.sandbox.inject(Fault.EXPIRED_TOKEN, path=CREATE_ALBUM)
    run("batch", "run", table(album("A"), album("B")))
    (record,) = run.alone("batch", "list", "--json").records
    assert (record["batch"], record["state"], record["counts"]) == ("1", "paused", {"ready": 2})
    assert "table.csv" in run.alone("batch", "list").out
    shown = run.alone("batch", "show", "1", "--follow")
    assert shown.code == ExitCode.SIGN_IN
    assert "paused (token)" in shown.out
    assert outcomes(run.alone("batch", "results", "1", "--json")) == ["ready", "ready"]
    assert run.alone("batch", "stop", "1").code == 0
    assert run.alone("batch", "show", "1", "--json").records[0]["state"] == "stopped"
    refused = run("batch", "resume", "1", "--json")
    assert (refused.code, refused.records[0]["error"]) == (ExitCode.NOT_SENT, "batch_state")
    for words in (("show", "7"), ("results", "7"), ("stop", "7"), ("resume", "7")):
        assert run.alone("batch", *words, "--json").code == ExitCode.USAGE


def test_two_runs_of_one_batch_are_refused(run, table):
    run.sandbox.inject(Fault.EXPIRED_TOKEN, path=CREATE_ALBUM)
    run("batch", "run", table(album("A")))
    with Journal(run.data_dir / "history.sqlite3") as journal:
        connection = run.alone("batch", "list", "--json").records[0]
        assert connection["state"] == "paused"
        owner = journal.processes.own
        journal.batches.set_state(1, "running")
        with journal._writer.transaction() as database:
            database.execute("UPDATE batch SET owner = ?", (owner,))
        result = run("batch", "resume", "1", "--json")
        assert (result.code, result.records[0]["error"]) == (ExitCode.NOT_SENT, "batch_state")
        assert run.alone("batch", "show", "1", "--json").records[0]["state"] == "running"


def test_a_dry_run_predicts_the_run_and_leaves_nothing(run, table, tmp_path):
    run.sandbox.make_elsewhere("album", {"name": "There", "type": 2, "albumKind": 1})
    path = table(folder("Project", "f"), album("In", albumKind="2", **{"in": "f"}), album("There"))
    out = tmp_path / "dry.csv"
    result = run("batch", "run", path, "--dry-run", "--json", "--again", "--result", str(out))
    assert result.code == 0
    *rows, totals = result.records
    assert [row["verdict"] for row in rows] == ["ready"] * 3
    assert json.loads(rows[2]["body"]) == {"name": "There", "type": 2, "albumKind": 1}
    assert (totals["rows"], totals["ready"], totals["dryRun"]) == (3, 3, True)
    assert out.read_text("utf-8").count("dry run: created") == 3
    assert creates(run) == []
    assert run.alone("batch", "list", "--json").records == []
    assert run.alone("history", "--json").records == []
    # Without --again the third one is doubtful, as the list of the service has its name.
    for words in (("run", path, "--dry-run"), ("check", path)):
        result = run("batch", *words, "--json")
        assert (result.code, [row["verdict"] for row in result.records[:-1]]) == (
            6,
            ["ready", "ready", "doubtful"],
        )
    assert run.alone("batch", "list", "--json").records == []
    text = run("batch", "run", path, "--dry-run", "--again").out
    assert "DRY RUN: 3 rows: 3 ready" in text


@pytest.mark.parametrize("name", ["missing/results.csv", "results.txt", "table.csv"])
def test_a_result_that_could_not_be_written_is_said_before_anything_is_sent(run, table, tmp_path, name):
    path = table(album("A"))
    result = run("batch", "run", path, "--result", str(tmp_path / name), "--json")
    assert (result.code, result.records[0]["error"]) == (ExitCode.USAGE, "result_not_writable")
    assert creates(run) == []


@pytest.mark.parametrize("arguments", [("missing.csv",), (".",), ("", "--sheet", "x")])
def test_a_file_that_is_no_table_is_one_line_and_exit_code_2(run, arguments):
    result = run("batch", "run", *arguments, "--json")
    assert (result.code, len(result.records)) == (ExitCode.USAGE, 1)
    assert result.records[0]["message"]


def test_people_see_numbers_and_the_rows_that_were_not_created(run, table):
    run.sandbox.inject(Fault.NONZERO_CODE, path=CREATE_ALBUM)
    result = run("batch", "run", table(album("No\x1b[31m"[:2]), album("Yes")))
    assert "1 created, 1 refused" in result.out
    assert "2     refused" in result.out
    assert "Batch 1 as" in result.err


@pytest.mark.parametrize(
    ("state", "reason", "counts", "code"),
    [
        (BatchState.FINISHED, None, {"created": 3, "exists": 1, "excluded": 1}, 0),
        (BatchState.FINISHED, None, {"created": 1, "refused": 1, "doubtful": 1}, 6),
        (BatchState.STOPPED, None, {"created": 1, "ready": 1}, 4),
        (BatchState.PAUSED, PauseReason.TOKEN, {"ready": 1, "refused": 1}, 5),
        (BatchState.PAUSED, PauseReason.REFUSALS, {"ready": 1, "refused": 3}, 1),
        (BatchState.PAUSED, PauseReason.DISK, {"unknown": 1}, 7),
        (BatchState.PAUSED, PauseReason.UNKNOWN_ROWS, {"unknown": 5, "ready": 9}, 3),
        (BatchState.PAUSED, PauseReason.OFFLINE, {"ready": 1}, 4),
        (BatchState.PAUSED, PauseReason.TOKEN, {"unknown": 1, "ready": 1}, 3),
    ],
)
def test_exit_codes_of_batches(state, reason, counts, code):
    assert exit_code_of(state, reason, counts) == code
