"""A short chaos run of one batch loses and doubles nothing; and its judge would find it if it did."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.chaos.batch_running import BatchRun
from benchmarks.chaos.batch_table import write_table
from benchmarks.chaos.batch_verdict import judge
from koodrive.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_a_batch_survives_faults_and_kills(tmp_path: Path) -> None:
    run = BatchRun(seed=5, rows=80, kills=3, folder=tmp_path, seconds=150)
    verdict = run.verdict()
    assert run.deaths
    assert (verdict.lost, verdict.doubled, verdict.wrong) == ([], [], [])
    assert verdict.effects + verdict.outcomes["refused"] + verdict.outcomes["problem"] >= 80 - len(
        verdict.unresolved
    )


def test_the_judge_finds_what_is_lost_doubled_and_wrong(tmp_path: Path) -> None:
    table, result, history = (tmp_path / name for name in ("table.csv", "result.csv", "history.sqlite3"))
    write_table(table, 6, seed=1)
    Journal(history).close()
    with table.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    names = [row[heading.index("name")] for row in rows]
    outcomes = ["created", "created", "created", "refused", "unknown", "ready"]
    ids = ["1", "2", "9", "", "", ""]
    with result.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*heading, "outcome", "albumId", "shareFolderId"])
        writer.writerows([*row, *end, ""] for row, *end in zip(rows, outcomes, ids, strict=True))
    made = [("1", 0), ("2", 1), ("22", 1), ("3", 2), ("4", 3), ("5", 4)]
    effects = [{"id": object_id, "name": names[place]} for object_id, place in made]
    verdict = judge(effects, Counter({"twice": 2, "once": 1}), table, result, history)
    assert len(verdict.doubled) == 2
    assert len(verdict.wrong) == 2
    assert [line[:16] for line in verdict.lost] == ["line 5 is refuse"]
    assert len(verdict.unresolved) == 1
    assert not verdict.is_good
