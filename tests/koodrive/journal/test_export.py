"""Exports open as text in a spreadsheet, and are read back unchanged."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from exported_files import unprotect
from hypothesis import example, given
from hypothesis import strategies as st

from koodrive.errors import JournalError
from koodrive.journal import Attempt, HistoryQuery, Journal, Settlement
from koodrive.journal.export import COLUMNS, protect, write_csv, write_json
from koodrive.models import (
    AlbumKind,
    AlbumType,
    Connection,
    CreateAlbum,
    CreatedAlbum,
    OutcomeKind,
    RequestKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STARTED = datetime(2026, 3, 1, 9, 30, 0, 125_000, tzinfo=UTC)
ATTEMPT = Attempt(
    attempt_id=7,
    kind=RequestKind.SHARED_FOLDER,
    name='春节, "2026"',
    outcome=OutcomeKind.CREATED,
    result_id="1805929618625036417",
    connection_id="c-1",
    connection_name="Family",
    started_at=STARTED,
    settled_at=STARTED + timedelta(milliseconds=500),
    trace_id="0123456789" * 5 + "abcdefgh",
    service_address="https://intl.example.com",
    user_id="0027188460911",
    file_id="Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
    group_id="1765148492881313000",
    tenant_id="c937ff95eeb44494a5a967e21d1852ae",
    creator="1644817543959100032",
    create_time="2025-09-01T02:34:57.815Z",
    body='{"name": "春节"}',
    answer='{"id": "1805929618625036417"}',
    status=200,
    code="0",
    title=None,
    message=None,
    note=None,
)
SENDING = replace(
    ATTEMPT, outcome=OutcomeKind.SENDING, name=None, result_id=None, settled_at=None, answer=None, status=None
)
AWKWARD = st.text(
    st.sampled_from("=+-@\t\r\n\0＝＋－＠'\"\\,; 0123456789eE.春🎄") | st.characters(codec="utf-8")
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.export"


def names(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_csv_file_has_every_field_of_an_attempt(path: Path) -> None:
    assert write_csv(path, [ATTEMPT, SENDING]) == 2
    first, second = read_csv(path)
    assert tuple(first) == COLUMNS
    assert first["name"] == '春节, "2026"'
    assert first["kind"] == "sharedFolder"
    assert first["outcome"] == "created"
    assert first["started at"] == "2026-03-01T09:30:00.125Z"
    assert first["settled at"] == "2026-03-01T09:30:00.625Z"
    assert first["ID"] == "'1805929618625036417"
    assert first["user ID"] == "'0027188460911"
    assert first["status"] == "200"
    assert first["request"] == '{"name": "春节"}'
    assert second["settled at"] == second["ID"] == second["name"] == second["answer"] == ""


def test_a_csv_file_is_what_spreadsheets_expect(path: Path) -> None:
    write_csv(path, [ATTEMPT])
    content = path.read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"attempt","started at"')
    assert content.endswith(b'"\r\n')
    lines = content.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 3
    assert all(re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line) for line in lines[:-1])


def test_every_field_is_exported() -> None:
    # Whether it was followed up says no more than the note does.
    told = {field.name for field in fields(Attempt)} - {"is_followed_up"}
    assert len(COLUMNS) == len(set(COLUMNS)) == len(told)


def test_a_json_file_has_every_field_and_ids_as_text(path: Path) -> None:
    assert write_json(path, [ATTEMPT, SENDING]) == 2
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert "春节".encode() in content
    first, second = json.loads(content)
    assert tuple(first) == COLUMNS
    assert first["ID"] == "1805929618625036417"
    assert first["request"] == '{"name": "春节"}'
    assert first["attempt"] == 7
    assert all(
        first[column] is None or isinstance(first[column], str) for column in COLUMNS if "ID" in column
    )
    assert second["ID"] is second["settled at"] is second["name"] is None


def test_nothing_to_export_gives_a_file_that_says_so(path: Path) -> None:
    assert write_csv(path, []) == 0
    assert read_csv(path) == []
    assert write_json(path, []) == 0
    assert json.loads(path.read_text()) == []


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\0=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM",
        "'quoted",
        "1805929618625036417",
        "1234567890123456",
        " 1234567890123456 ",
        "1,234,567,890,123,456",
        "0027188460911",
        "12e5",
        "1.5E+20",
        "123456e7890123",
        "1.5",
        "1/2",
        "2026-03-01",
        "10:30",
        "5%",
        "$5",
    ],
)
def test_a_cell_that_a_spreadsheet_would_change_is_protected(cell: str) -> None:
    assert protect(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "0",
        "200",
        "Holiday 2026",
        "a=1",
        "2026-03-01T09:30:00.125Z",
        "c937ff95eeb4",
        "春节",
        '"x"',
        "E5",
    ],
)
def test_an_ordinary_cell_stays_as_it_is(cell: str) -> None:
    assert protect(cell) == cell


@example("'")
@example("''")
@given(AWKWARD)
def test_protection_can_be_taken_back(cell: str) -> None:
    protected = protect(cell)
    assert unprotect(protected) == cell
    assert not re.match(r"[=+\-@\t\r\n\0＝＋－＠]", protected)
    assert not re.fullmatch(r"\s*\d{16,}\s*", protected)


@given(st.lists(AWKWARD, min_size=1, max_size=4))
def test_awkward_text_comes_back_from_both_files(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "awkward"
    attempts = [replace(ATTEMPT, name=name, answer=name) for name in names]
    write_csv(path, attempts)
    rows = read_csv(path)
    assert [unprotect(row["name"]) for row in rows] == [unprotect(row["answer"]) for row in rows] == names
    write_json(path, attempts)
    assert [row["name"] for row in json.loads(path.read_bytes())] == names


@pytest.mark.parametrize("write", [write_csv, write_json])
def test_an_export_that_fails_half_way_leaves_the_old_file_alone(path: Path, write: type) -> None:
    def failing() -> Iterator[Attempt]:
        yield ATTEMPT
        raise ZeroDivisionError

    path.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write(path, failing())
    assert path.read_text() == "old"
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize("write", [write_csv, write_json])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, write: type) -> None:
    place = tmp_path / "missing" / "history.csv"
    with pytest.raises(JournalError, match="The export could not be written") as caught:
        write(place, [ATTEMPT])
    assert str(place) in caught.value.message


def test_the_history_itself_is_exported(tmp_path: Path, path: Path) -> None:
    connection = Connection(
        "c-1", "Family", "https://intl.example.com", "1644817543959100032", "bearer", "en-US"
    )
    with Journal(tmp_path / "history.sqlite3") as journal:
        for number in range(230):
            request = CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name=f"=Album {number}")
            attempt_id = journal.attempts.begin(
                request=request, connection=connection, trace_id="t", body="{}", started_at=STARTED
            )
            made = CreatedAlbum(str(1805929618625036417 + number))
            journal.attempts.settle(attempt_id, Settlement(OutcomeKind.CREATED, STARTED, created=made))
        query = HistoryQuery(text="Album 2", descending=False)
        assert write_csv(path, journal.history.attempts(query)) == journal.history.count(query) == 41
        assert [unprotect(row["ID"]) for row in read_csv(path)][:2] == [
            "1805929618625036419",
            "1805929618625036437",
        ]
        assert write_json(path, journal.history.attempts(HistoryQuery())) == 230
    assert json.loads(path.read_bytes())[0]["name"] == "=Album 229"
