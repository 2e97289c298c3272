"""Tests of the command line itself: common options, tokens, help, version, completion."""

from __future__ import annotations

import inspect

import pytest
from click.testing import CliRunner

from koodrive.cli.command import ROOT
from koodrive.cli.commands import Command
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.options import CommonOptions
from koodrive.core.lazy import load
from koodrive.sandbox import SANDBOX_TOKEN
from koodrive.version import VERSION

SECRET = "s3cr3t-t0ken-that-nobody-sees"


def commands(group, path=()):
    """Yield the words of every command, and the command."""
    for name in group.list_commands(None):
        found = group.get_command(None, name)
        yield (*path, name), found
        if hasattr(found, "list_commands"):
            yield from commands(found, (*path, name))


def leaves(group):
    """Yield the words of every command."""
    for words, _command in commands(group):
        yield words


def test_the_function_of_every_command_takes_the_options_that_it_declares():
    for _words, command in commands(ROOT):
        if isinstance(command, Command):
            own = {one.name: None for one in command.params if one.expose_value}
            inspect.signature(load(command.runs)).bind(CommonOptions(), **own)


def test_version(run):
    assert run.alone("--version").out == f"koodrive {VERSION}\n"


def test_every_command_has_a_help_with_examples_that_name_it(run):
    for words in [(), *leaves(ROOT)]:
        result = run.alone(*words, "--help")
        assert result.code == 0
        if words not in {("album",), ("folder",), ("batch",), ("connections",)}:
            assert f"koodrive {' '.join(words)}".strip() in result.out.partition("Examples:")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--token", SECRET, "whoami"),
        ("whoami", f"--token={SECRET}"),
        ("--token-stdin", SECRET, "whoami"),
        ("whoami", "--token-stdin", SECRET),
        ("whoami", f"--token-stdin={SECRET}"),
        ("album", "create", "--name", "A", SECRET),
    ],
)
def test_a_token_as_an_argument_is_refused_and_not_repeated(run, arguments):
    result = run.alone(*arguments, stdin="")
    assert result.code == ExitCode.USAGE
    assert SECRET not in result.out + result.err
    assert not run.data_dir.exists()


@pytest.mark.parametrize("name", ["KOODRIVE_TOKEN", "KOODESK_ACCESS_TOKEN", "KOODRIVE_APP_SECRET"])
def test_a_token_in_the_environment_is_refused_and_not_repeated(run, monkeypatch, name):
    monkeypatch.setenv(name, SECRET)
    result = run("album", "create", "--name", "A")
    assert result.code == ExitCode.USAGE
    assert name in result.err
    assert SECRET not in result.err
    assert run.sandbox.requests() == []


@pytest.mark.parametrize("token", ["", "\n", b"\xff\xfe\n", "two words und Umläute ä\n", "x" * 70_000])
def test_what_is_no_token_is_refused(run, token):
    run.token = token
    result = run("whoami", "--json")
    assert result.code == ExitCode.USAGE
    assert result.records[0]["error"] in {"token_missing", "token_invalid"}


def test_common_options_stand_before_and_after_the_subcommand_and_the_last_one_counts(run):
    address, user = run.place[1], run.place[3]
    result = run.alone(
        "--json", "--service-address", "http://127.0.0.1:9", "album", "--user-id", user, "create", "--name", "A",
        "--service-address", address, "--token-stdin", stdin=SANDBOX_TOKEN,
    )  # fmt: skip
    assert (result.code, result.records[0]["outcome"]) == (0, "created")


def test_an_option_that_the_command_does_not_know_is_not_ignored(run):
    result = run.alone("--dry-run", "connections", "remove", "Work", "--yes")
    assert result.code == ExitCode.USAGE
    assert "--dry-run" in result.err


def test_an_empty_data_directory_is_not_the_current_one(run):
    assert run.alone("--data-dir", "", "history").code == ExitCode.USAGE


def test_half_a_connection_is_refused(run):
    for options in (("--user-id", "1"), ("--service-address", "http://127.0.0.1:9"), run.place[:4]):
        assert run.alone("whoami", *options).code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("address", "word"),
    [("http://example.com", "http"), ("ftp://x", "https"), ("https://u:p@x.example", "@")],
)
def test_an_address_that_cannot_be_used_is_said(run, address, word):
    result = run.alone("whoami", "--service-address", address, "--user-id", "1", "--token-stdin", stdin="t")
    assert result.code == ExitCode.USAGE
    assert word in result.err


def test_without_any_connection_the_ways_to_one_are_said(run):
    result = run.alone("whoami", stdin="")
    assert result.code == ExitCode.USAGE
    assert all(way in result.err for way in ("connections add", "--token-stdin", "--sandbox"))


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("al", ["album"]),
        ("album create --connection w", ["Work"]),
        ("history --outcome un", ["unknown"]),
        ("batch re", ["resume", "results"]),
    ],
)
def test_completion_proposes_commands_choices_and_connections(run, monkeypatch, words, proposed):
    run.alone("connections", "add", "Work", *run.place[:4])
    typed = f"koodrive --data-dir {run.data_dir} {words}"
    monkeypatch.setenv("_KOODRIVE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    lines = CliRunner().invoke(ROOT, [], prog_name="koodrive").stdout.splitlines()
    assert lines == [f"plain,{word}" for word in proposed]


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "99999999999999999999"),
        ("history", "--limit", "99999999999"),
        ("history", "--since", "0001-01-01"),
        ("resolve", "--sandbox", "--wait-resolve", "nan"),
        ("batch", "run", "x.csv", "--rate", "nan"),
        ("batch", "run", "x.csv", "--parallel", "17"),
        ("batch", "check", "/dev/zero"),
        ("bogus",),
        (),
    ],
)
def test_values_that_make_no_sense_are_usage_errors(run, arguments):
    run.data_dir.mkdir()
    result = run.alone(*arguments)
    assert result.code == ExitCode.USAGE
    assert "'--token'" not in result.err


def test_a_data_directory_that_is_not_there_is_not_made_by_looking_into_it(run):
    for words in (("history",), ("show", "1"), ("batch", "list"), ("connections", "list")):
        assert run.alone(*words).code == ExitCode.USAGE
    assert not run.data_dir.exists()


def test_an_error_of_our_own_is_a_sentence_and_a_trace_in_the_log(run, monkeypatch):
    def fail(*_arguments, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr("koodrive.creation.creator.Creator.create", fail)
    result = run("album", "create", "--name", "A", "--json")
    assert result.code == ExitCode.UNKNOWN
    assert result.records == [{"error": "internal", "message": "ZeroDivisionError"}]
    log = (run.data_dir / "logs" / "koodrive.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert SANDBOX_TOKEN not in log
