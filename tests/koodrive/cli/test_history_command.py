"""Tests of ``koodrive history``, ``show`` and ``resolve``."""

from __future__ import annotations

import csv
import io

import pytest

from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.texts import language
from koodrive.sandbox import Fault

CREATE_ALBUM = "/koodrive/ose/v1/album/create"


@pytest.fixture
def past(run):
    """Return the command with a history: two albums, a folder, a refused and a lost album."""
    for name in ("=Formula", "Zwei"):
        run("album", "create", "--name", name)
    run("folder", "create", "--name", "Ordner")
    run.sandbox.inject(Fault.NONZERO_CODE, path=CREATE_ALBUM)
    run("album", "create", "--name", "No")
    run.sandbox.inject(Fault.COMMIT_THEN_DROP, path=CREATE_ALBUM)
    run("album", "create", "--name", "Lost")
    return run


def names(result):
    return [record["name"] for record in result.records]


def test_history_is_filtered_and_cut_and_needs_no_connection(past):
    history = lambda *options: past.alone("history", "--json", *options)  # noqa: E731
    assert names(history()) == ["Lost", "No", "Ordner", "Zwei", "=Formula"]
    assert names(history("--kind", "folder")) == ["Ordner"]
    assert names(history("--outcome", "refused", "--outcome", "unknown")) == ["Lost", "No"]
    assert names(history("--search", "zwei")) == ["Zwei"]
    assert names(history("--limit", "2")) == ["Lost", "No"]
    assert names(history("--since", "2999-01-01")) == []
    assert names(history("--until", "2999-01-01", "--limit", "1")) == ["Lost"]
    table = past.alone("history", "--limit", "2")
    assert len(table.out.splitlines()) == 3
    assert "2 of 5 rows" in table.err
    assert past.alone("history", "--search", "nothing like it").err == "koodrive: No entries.\n"


def test_history_as_csv_is_safe_in_a_spreadsheet(past):
    rows = list(csv.DictReader(io.StringIO(past.alone("history", "--csv").out.removeprefix("\ufeff"))))
    assert rows[-1]["name"] == "'=Formula"
    assert past.alone("history", "--csv", "--json").code == ExitCode.USAGE


def test_history_as_csv_has_its_messages_in_the_language_of_the_command(past, monkeypatch):
    def read(name):
        result = past.alone("--language", name, "history", "--csv")
        return list(csv.DictReader(io.StringIO(result.out.removeprefix("\ufeff"))))

    english = read("en")
    monkeypatch.setattr(language, "_read_catalogue", lambda: {english[1]["title"]: "服务未执行"})
    chinese = read("zh-CN")
    assert chinese[1].pop("title") == "服务未执行" != english[1].pop("title")
    assert chinese == english


def test_history_calls_the_sandbox_by_its_name_in_the_language_of_the_command(run, monkeypatch):
    run.alone("--sandbox", "album", "create", "--name", "Try")
    monkeypatch.setattr(language, "_read_catalogue", lambda: {"Sandbox": "沙箱"})
    assert run.alone("--language", "en", "history").out.endswith("  Sandbox\n")
    assert run.alone("--language", "zh-CN", "history").out.endswith("  沙箱\n")


def test_show_prints_request_and_answer_without_secrets(past):
    text = past.alone("show", "1").out
    assert '{"name": "=Formula", "type": 2, "albumKind": 1}' in text
    record = past.alone("show", "1", "--json").records[0]
    assert record["request"] in text
    assert record["answer"] in text
    result = past.alone("show", "99", "--json")
    assert (result.code, result.records[0]["error"]) == (ExitCode.USAGE, "attempt_unknown")


def test_resolve_finds_what_a_lost_create_has_made(past, press_looks):
    result = past("resolve", "--json")
    assert (result.code, result.records[0]["outcome"]) == (ExitCode.CREATED, "created")
    assert result.records[0]["id"] in {made["id"] for made in past.sandbox.effects()}


def test_resolve_records_the_decisions_of_the_user(past):
    listed = past.sandbox.effects()[-1]
    made = listed["id"] if "id" in listed else listed["albumId"]
    assert past("resolve", "5", "--adopt", "77", "--json").records[0]["error"] == "object_unknown"
    result = past("resolve", "5", "--adopt", made, "--json")
    assert (result.code, result.records[0]["id"]) == (0, made)
    assert past("resolve", "5").code == ExitCode.USAGE
    assert past("resolve", "--json").records == [
        {"rows": 0, "created": 0, "deleted": 0, "refused": 0, "not_sent": 0, "unknown": 0}
    ]


def test_not_made_needs_no_connection_and_frees_the_request(past):
    assert past.alone("resolve", "--not-made").code == ExitCode.USAGE
    assert past.alone("resolve", "5", "--not-made", "--adopt", "1").code == ExitCode.USAGE
    assert past.alone("resolve", "5", "--not-made", "--json").records[0]["outcome"] == "refused"
    assert past.alone("resolve", "1", "--not-made").code == ExitCode.USAGE


def test_a_lost_create_of_the_sandbox_is_looked_for_there_without_naming_it(run, press_looks):
    assert run.alone("--sandbox", "album", "create", "--name", "A").code == 0
    result = run.alone("resolve", "1")
    assert (result.code, "outcome of attempt 1 is 'created'" in result.err) == (ExitCode.USAGE, True)
