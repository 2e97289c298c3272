"""Results and remaining rows as files: the file's own cells untouched, IDs as text, read again as they were meant."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from batch_fixtures import ALBUM_POST, FOLDER_POST, BatchDriver, batch_driver
from batch_fixtures import album as sample
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from koodrive.batch.cross_check import check_table
from koodrive.batch.models import BatchState, Verdict
from koodrive.batch.running.plan import Planner
from koodrive.batch.running.result_files import (
    result_name,
    results_as_text,
    write_remaining,
    write_results,
)
from koodrive.batch.stored_rows import new_row
from koodrive.batch.table import open_table
from koodrive.errors import JournalError
from koodrive.journal import NewBatch, Pace
from koodrive.messages import Message
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADING = "Remark;kind;ref;in;name;type;albumKind;containerId\r\n"


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def read_csv(path: Path, separator: str = ";") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def read_xlsx(path: Path) -> list[list[object]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def in_words(text: str, words: dict[str, str]) -> str:
    return (
        text.in_language(lambda template: words.get(template, template))
        if isinstance(text, Message)
        else text
    )


def album(name: str, remark: str = "", place: str = "") -> str:
    return f"{remark};album;;{place};{name};2;{2 if place else 1};\r\n"


def family(ref: str = "", name: str = "Family") -> str:
    return f";shared_folder;{ref};;{name};;;{SANDBOX_CONTAINER_ID}\r\n"


def test_cells_come_back_untouched_in_their_lines_with_what_became_of_them(
    driver: BatchDriver, tmp_path: Path
) -> None:
    text = (
        HEADING
        + album("One", "=1+1")
        + "\r\n"
        + album("0012")
        + '"two\r\nlines";album;;;Three;2;1;\r\n'
        + album("x" * 21)
    )
    batch_id = driver.open(text, tmp_path)
    driver.sandbox.inject(Fault.NONZERO_CODE, path=ALBUM_POST)
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    path = tmp_path / "out.csv"
    assert write_results(path, driver.backend.journal, batch_id) == 4
    made = {name: object_id for object_id, name in driver.made().items()}
    lines = read_csv(path)
    assert lines[0][-9:] == [
        "outcome", "albumId", "shareFolderId", "fileId", "groupId", "traceId", "code", "message", "time"
    ]  # fmt: skip
    assert lines[2] == []
    first, second, third, fourth = lines[1], *lines[3:]
    assert first[:8] == ["'=1+1", "album", "", "", "One", "2", "1", ""]
    assert first[8] == "refused"
    assert first[14] == "13000311"
    assert "space is full" in first[15]
    assert second[4] == "'0012"
    assert second[8:10] == ["created", f"'{made['0012']}"]
    assert third[0] == "two\r\nlines"
    assert len(second[13]) == 58
    assert (fourth[8], fourth[9]) == ("problem", "")
    assert "20" in fourth[15]
    book = tmp_path / "out.xlsx"
    assert write_results(book, driver.backend.journal, batch_id) == 4
    rows = read_xlsx(book)
    assert rows[1][0] == "=1+1"
    assert rows[3][4] == "0012"
    assert rows[3][9] == made["0012"]
    pasted = results_as_text(driver.backend.journal, batch_id).split("\r\n")
    assert pasted[2] == ""
    assert pasted[3].split("\t")[9] == f"'{made['0012']}"
    assert results_as_text(driver.backend.journal, batch_id, [2]).count("\r\n") == 2


def test_messages_are_in_the_language_of_the_window_and_what_programs_read_is_not(
    driver: BatchDriver, tmp_path: Path
) -> None:
    batch_id = driver.open(HEADING + album("One") + album("x" * 21), tmp_path)
    driver.sandbox.inject(Fault.NONZERO_CODE, path=ALBUM_POST)
    driver.run(batch_id)
    path, chinese = tmp_path / "out.csv", {"{title}.": "{title}。", "The space is full": "空间已满"}
    write_results(path, driver.backend.journal, batch_id, translate=lambda text: in_words(text, chinese))
    _, refused, problem = read_csv(path)
    assert refused[15].startswith("空间已满。")
    assert (refused[8], refused[14], problem[8]) == ("refused", "13000311", "problem")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_result_that_is_opened_again_creates_only_what_is_missing(
    driver: BatchDriver, tmp_path: Path, suffix: str
) -> None:
    text = (
        HEADING
        + "\r\n"
        + album("In it", place="5")
        + album("One")
        + family()
        + album("=2")
        + album("Also", place="5")
    )
    batch_id = driver.open(text, tmp_path)
    driver.sandbox.inject(Fault.NONZERO_CODE, times=2, path=ALBUM_POST)
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    states = driver.states(batch_id)
    assert sorted(states) == ["created"] * 3 + ["refused"] * 2
    path = tmp_path / f"again{suffix}"
    write_results(path, driver.backend.journal, batch_id)
    again = driver.open(path, tmp_path)
    verdicts = [row.verdict for row in driver.rows(again)]
    assert verdicts == [Verdict.EXISTS if state == "created" else Verdict.READY for state in states]
    assert [row.existing for row in driver.rows(again) if row.existing] == [
        row.result_id for row in driver.rows(batch_id) if row.state == "created"
    ]
    assert driver.run(again)[0] is BatchState.FINISHED
    assert sorted(driver.states(again)) == ["created"] * 2 + ["exists"] * 3
    # The result of that has no column twice, and knows of both runs.
    write_results(path, driver.backend.journal, again)
    third = driver.open(path, tmp_path)
    assert [row.verdict for row in driver.rows(third)] == [Verdict.EXISTS] * 5
    assert len(driver.made()) == 5


def test_a_row_that_was_taken_back_is_deleted_and_its_old_result_no_reason_to_leave_it_out(
    driver: BatchDriver, tmp_path: Path
) -> None:
    batch_id = driver.open(HEADING + album("One") + album("Two"), tmp_path)
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    journal, before, after = driver.backend.journal, tmp_path / "before.csv", tmp_path / "after.csv"
    write_results(before, journal, batch_id)
    one, two = driver.rows(batch_id)
    undoer = driver.backend.undoer
    place = {"client": driver.client(), "connection": driver.connection}
    undoer.undo(undoer.look(journal.attempts.attempt(one.attempt_id), **place), **place)
    assert driver.states(batch_id) == ["deleted", "created"]
    write_results(after, journal, batch_id)
    outcomes = {row[0]: row for row in read_csv(after)[1:]}
    assert all(one.result_id in row for row in outcomes.values() if "deleted" in row)
    for path in (before, after):
        again = driver.open(path, tmp_path)
        Planner(journal, driver.connection).plan(again)
        assert [row.state for row in driver.rows(again)] == ["ready", "exists"]
    assert driver.run(again)[0] is BatchState.FINISHED
    assert driver.states(again) == ["created", "exists"]
    assert {made["name"] for made in driver.sandbox.effects()} == {"One", "Two"}
    assert two.result_id in {made["id"] for made in driver.sandbox.effects()}


def test_what_was_taken_back_is_checked_and_created_in_its_folder_again(
    driver: BatchDriver, tmp_path: Path
) -> None:
    text = HEADING + family("f") + album("In it", place="f") + album("One")
    batch_id = driver.open(text, tmp_path)
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    journal, path = driver.backend.journal, tmp_path / "results.csv"
    write_results(path, journal, batch_id)
    path.write_bytes(path.read_bytes().replace(b"One", b"x" * 300))
    place = {"client": driver.client(), "connection": driver.connection}
    for row in reversed(driver.rows(batch_id)):
        look = driver.backend.undoer.look(journal.attempts.attempt(row.attempt_id), **place)
        driver.backend.undoer.undo(look, **place)
    again = driver.open(path, tmp_path)
    Planner(journal, driver.connection).plan(again)
    assert [row.state for row in driver.rows(again)] == ["ready", "ready", "problem"]
    assert all("taken back since" in (row.findings or "") for row in driver.rows(again))
    assert not any("left out" in (row.findings or "") for row in driver.rows(again))
    driver.run(again)
    folder, inside = driver.sandbox.effects()[-2:]
    assert (inside["name"], str(inside["shareFolderId"])) == ("In it", folder["id"])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_remaining_rows_are_those_that_may_be_sent_again(
    driver: BatchDriver, tmp_path: Path, suffix: str
) -> None:
    text = (
        HEADING
        + album("Left out") + album("Lost") + family() + album("In it", place="4") + family("k", "Refused")
        + album("Waits", place="6") + album("By ref", place="k") + album("x" * 21) + album("Refused album")
    )  # fmt: skip
    batch_id = driver.open(text, tmp_path, Pace(1, None))
    journal = driver.backend.journal
    journal.batch_rows.decide(batch_id, [1], "excluded")
    driver.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=ALBUM_POST)
    driver.sandbox.inject(Fault.ID_ALONE, path=FOLDER_POST)
    driver.sandbox.inject(Fault.REDIRECT, path=FOLDER_POST)
    driver.sandbox.inject(Fault.NONZERO_CODE, times=2, path=ALBUM_POST)
    driver.run(batch_id, search_pauses=())
    states = driver.states(batch_id)
    assert states == [
        "excluded", "unknown", "created", "refused", "refused", "problem", "problem", "problem", "refused"
    ]  # fmt: skip
    path = tmp_path / f"left{suffix}"
    assert write_remaining(path, journal, batch_id) == 5
    table = open_table(path)
    rows = list(check_table(table))
    assert [row.fields.get("name") for row in rows] == [
        "In it",
        "Refused",
        "Waits",
        "By ref",
        "Refused album",
    ]
    assert [row.verdict for row in rows] == [Verdict.READY] * 5
    # Its folder is made, so that its IDs stand there; the others still wait for theirs, by lines of this file.
    (made,) = [row for row in driver.rows(batch_id) if row.state == "created"]
    assert (rows[0].fields["groupId"], rows[0].fields["shareFolderId"]) == (made.group_id, made.result_id)
    assert [row.folder_row for row in rows] == [None, None, 2, 2, None]
    again = driver.open(path, tmp_path, Pace(1, None))
    assert driver.run(again)[0] is BatchState.FINISHED
    assert driver.states(again) == ["created"] * 5


def test_files_have_the_name_of_the_table(driver: BatchDriver, tmp_path: Path) -> None:
    batch = driver.backend.journal.batches.batch(driver.open(HEADING + album("One"), tmp_path))
    assert result_name(batch) == "table-results.csv"
    assert result_name(batch, ".xlsx", remaining=True) == "table-remaining.xlsx"
    with pytest.raises(JournalError, match=r"nowhere"):
        write_results(tmp_path / "nowhere" / "x.csv", driver.backend.journal, batch.batch_id)
    with pytest.raises(JournalError, match=r"nowhere"):
        write_results(tmp_path / "nowhere" / "x.xlsx", driver.backend.journal, batch.batch_id)


CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t=+-@'\", ;0123456789家"),
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    remarks=st.lists(st.tuples(CELLS, st.integers(0, 2)), min_size=1, max_size=6),
    suffix=st.sampled_from([".csv", ".xlsx"]),
)
@example(remarks=[("two\nlines", 0), ("next", 0), ("below a gap", 2)], suffix=".csv")
@example(remarks=[("two\nlines", 0), ("next", 0), ("below a gap", 2)], suffix=".xlsx")
def test_any_cell_comes_back_in_its_line(
    driver: BatchDriver, tmp_path: Path, remarks: list[tuple[str, int]], suffix: str
) -> None:
    rows, line = [], 2
    for number, (remark, gap) in enumerate(remarks, start=1):
        line += gap
        fields = {"name": f"Name {number}", "type": "2", "albumKind": "1"}
        rows.append(
            replace(sample(number), line=line, fields=fields, cells=(remark, f"Name {number}", "2", "1"))
        )
        # As a spreadsheet counts: a line break in a cell begins no row.
        line += 1
    batch = NewBatch("x.csv", "0", ("Remark", "name", "type", "albumKind"))
    batch_id = driver.backend.journal.batches.add(batch, map(new_row, rows))
    path = tmp_path / f"any{suffix}"
    assert write_results(path, driver.backend.journal, batch_id or 0) == len(rows)
    again = list(open_table(path).rows())
    assert [row.cells[0] for row in again] == [row.cells[0] for row in rows]
    assert [row.line for row in again] == [row.line for row in rows]
    driver.backend.journal.batches.remove(batch_id or 0)
