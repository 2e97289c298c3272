"""Tests of ``koodrive album create`` and ``folder create``: what is sent and printed, and every exit code."""

from __future__ import annotations

import json

import pytest

from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault, Sandbox

MEMBERS = [
    "schema", "attempt", "row", "ref", "kind", "outcome", "id", "groupId", "traceId", "code", "message",
]  # fmt: skip
CREATE_ALBUM = "/koodrive/ose/v1/album/create"


def created_by(sandbox):
    return [json.loads(request.body) for request in sandbox.requests() if request.path.endswith("/create")]


def test_an_album_is_created_and_its_line_has_the_form_that_is_promised(run):
    result = run("album", "create", "--name", "Ferien 🏖", "--json")
    assert result.code == ExitCode.CREATED
    row, totals = result.records
    assert list(row) == MEMBERS
    assert row | {"id": "", "traceId": ""} == {
        "schema": 1, "attempt": "1", "row": 1, "ref": None, "kind": "album", "outcome": "created", "id": "",
        "groupId": None, "traceId": "", "code": "0", "message": None,
    }  # fmt: skip
    assert len(row["traceId"]) == 58
    assert totals == {"rows": 1, "created": 1, "deleted": 0, "refused": 0, "not_sent": 0, "unknown": 0}
    assert created_by(run.sandbox) == [{"name": "Ferien 🏖", "type": 2, "albumKind": 1}]
    assert row["id"] in run.alone("history").out


def test_every_option_of_a_collection_album_goes_out(run):
    options = ("--dir", "1", "--dir", "2", "--parent", "9", "--media", "images", "--space", "S1")
    run("album", "create", *options, "--kind", "shared", "--group", "7", "--share-folder", "8")
    assert created_by(run.sandbox) == [
        {
            "type": 1, "albumKind": 2, "scopeDir": ["1", "2"], "scopeParentFolderId": "9", "scopeKind": "1",
            "containerId": "S1", "groupId": "7", "shareFolderId": 8,
        }
    ]  # fmt: skip


def test_a_folder_is_created_in_the_only_space_and_an_album_in_it_by_name_and_by_id(run):
    folder = run("folder", "create", "--name", "Project", "--json").records[0]
    assert folder["kind"] == "shared_folder"
    assert folder["groupId"]
    for place in ("Project", folder["id"], folder["groupId"]):
        assert run("album", "create", "--name", f"A{place}"[:20], "--in", place).code == 0
    first, *albums = created_by(run.sandbox)
    assert first == {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID, "name": "Project"}
    assert {(album["groupId"], str(album["shareFolderId"])) for album in albums} == {
        (folder["groupId"], folder["id"])
    }
    assert run("album", "create", "--name", "X", "--in", "Projec").code == ExitCode.USAGE


def test_of_two_folders_of_one_name_none_is_guessed(run):
    run.sandbox.set_spaces(["S1", "S2"])
    assert run("folder", "create", "--name", "Twin").code == ExitCode.USAGE
    twins = [run("folder", "create", "--name", "Twin", "--space", space, "--json") for space in ("S1", "S2")]
    ids = [twin.records[0]["id"] for twin in twins]
    result = run("album", "create", "--name", "X", "--in", "Twin")
    assert result.code == ExitCode.USAGE
    assert all(one in result.err for one in ids)


@pytest.mark.parametrize(
    ("fault", "code", "outcome"),
    [
        (Fault.NONZERO_CODE, ExitCode.REFUSED, "refused"),
        (Fault.THROTTLED, ExitCode.REFUSED, "refused"),
        (Fault.COMMIT_THEN_DROP, ExitCode.UNKNOWN, "unknown"),
        (Fault.ERROR_AFTER_COMMIT, ExitCode.UNKNOWN, "unknown"),
        (Fault.EXPIRED_TOKEN, ExitCode.SIGN_IN, "refused"),
        (Fault.EXPIRED_TOKEN_200, ExitCode.SIGN_IN, "refused"),
    ],
)
def test_exit_code_and_line_say_what_became_of_it(run, fault, code, outcome):
    run.sandbox.inject(fault, path=CREATE_ALBUM)
    result = run("--json", "album", "create", "--name", "A")
    assert result.code == code
    row, totals = result.records
    assert (row["outcome"], row["id"]) == (outcome, None)
    assert row["message"]
    assert totals[outcome] == 1
    assert row["message"] in result.err


def test_what_cannot_leave_is_exit_code_4(run):
    run.sandbox.stop()
    result = run("album", "create", "--name", "A", "--json")
    assert (result.code, result.records[0]["outcome"]) == (ExitCode.NOT_SENT, "not_sent")


def test_what_breaks_a_rule_is_exit_code_2_with_every_problem_and_opens_nothing(run):
    result = run("album", "create", "--dir", "x y", "--name", "a" * 21, "--json")
    assert result.code == ExitCode.USAGE
    assert result.records[0]["error"] == "invalid"
    assert all(option in result.err for option in ("--name", "--dir", "--parent", "--media"))
    assert not run.data_dir.exists()


def test_the_same_again_is_held_back_with_exit_code_6_unless_it_is_meant(run):
    assert run("album", "create", "--name", "A").code == 0
    result = run("album", "create", "--name", "A", "--json")
    assert (result.code, result.records[0]["error"]) == (ExitCode.HELD_BACK, "held_back")
    assert "--again" in result.err
    assert run("--again", "album", "create", "--name", "A").code == 0
    assert len(created_by(run.sandbox)) == 2


def test_without_a_history_nothing_is_sent_and_the_exit_code_is_7(run):
    run.data_dir.write_text("a file stands in its place")
    result = run("album", "create", "--name", "A", "--json")
    assert (result.code, result.records[0]["error"]) == (ExitCode.NO_HISTORY, "history")
    assert created_by(run.sandbox) == []


def test_a_lost_create_is_found_while_the_command_waits(run, press_looks):
    run.sandbox.inject(Fault.COMMIT_THEN_DROP, path=CREATE_ALBUM)
    result = run("album", "create", "--name", "A", "--wait-resolve", "30", "--json")
    row, totals = result.records
    assert (result.code, row["outcome"], totals["created"]) == (0, "created", 1)
    assert row["id"]
    assert "Looking for up to 30 s" in result.err


def test_a_lost_create_that_is_not_found_in_time_stays_unknown(run):
    run.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=CREATE_ALBUM)
    result = run("album", "create", "--name", "A", "--wait-resolve", "0.2")
    assert result.code == ExitCode.UNKNOWN
    assert "koodrive resolve 1" in result.err


@pytest.mark.parametrize(
    "options",
    [
        ("--type", "manual", "--dir", "1"),
        ("--kind", "personal", "--in", "X"),
        ("--in", "X", "--group", "1"),
        ("--sandbox",),
        ("--connection", "Work"),
        ("stray",),
    ],
)
def test_options_that_do_not_go_together_are_refused_before_anything_is_opened(run, options):
    result = run("album", "create", "--name", "A", *options)
    assert result.code == ExitCode.USAGE
    assert "Nothing was sent" in result.err
    assert not run.data_dir.exists()


def test_the_sandbox_of_the_data_directory_needs_nothing_else(run):
    result = run.alone("--sandbox", "album", "create", "--name", "A", "--json")
    assert (result.code, result.records[0]["outcome"]) == (0, "created")


def test_for_people_each_id_has_its_label_and_control_characters_are_seen(run):
    result = run("folder", "create", "--name", "Tab\u202eoff")
    assert [line.split(":")[0].strip() for line in result.out.splitlines()[1:]] == [
        "Folder ID (primary key)", "Group ID", "File ID", "Connection", "Trace ID", "Attempt",
    ]  # fmt: skip
    assert r"Tab\u202eoff" in result.out


def test_a_service_that_repeats_the_token_does_not_get_it_printed(tmp_path, run):
    run.token = "x" * 40 + "\n"
    result = run("album", "create", "--name", "A", "--json")
    assert result.code == ExitCode.SIGN_IN
    assert "x" * 40 not in result.out + result.err


@pytest.mark.parametrize(
    ("codes", "code"),
    [((0,), 0), ((0, 1), 1), ((6, 1), 6), ((4, 6), 4), ((5, 4, 0), 5), ((3, 5), 3), ((7, 3), 7), ((), 0)],
)
def test_of_several_exit_codes_the_first_by_priority_counts(codes, code):
    assert first_of(map(ExitCode, codes)) == code


def test_a_dry_run_says_what_would_be_sent_and_what_would_be_held_back(run):
    commands = (("album", "create", "--name", "=A ü"), ("folder", "create", "--name", "B"))
    for count, command in enumerate(commands):
        assert run(*command, "--dry-run").code == 0
        row, totals = run(*command, "--dry-run", "--json").records
        assert len(created_by(run.sandbox)) == count
        assert (row["verdict"], totals["ready"]) == ("ready", 1)
        assert run(*command).code == 0
        assert created_by(run.sandbox)[count:] == [json.loads(row["body"])]
        row, totals = run(*command, "--dry-run", "--json").records
        assert (row["verdict"], row["problems"][0]["severity"], totals["doubtful"]) == (
            "doubtful",
            "doubt",
            1,
        )
        assert run(*command, "--dry-run").code == ExitCode.HELD_BACK
        assert run(*command, "--dry-run", "--again").code == 0
    assert run.alone("batch", "list", "--json").records == []


def test_the_token_is_sent_as_it_stands_on_the_first_line(run):
    run.token = f"\ufeffBearer {SANDBOX_TOKEN}\r\nmore\n"
    assert run("album", "create", "--name", "A").code == 0
    assert isinstance(run.sandbox, Sandbox)
