"""The dry run predicts the real one: the same engine, the same bodies, and nothing that leaves."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from batch_fixtures import BatchDriver, album, album_in, batch_driver, folder

from koodrive.batch.models import BatchState, Verdict
from koodrive.batch.running.dry_run import DryRun, estimated_seconds, may_outlive_token
from koodrive.core.deadline import Cancellation
from koodrive.journal import Pace
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.batch.models import CheckedRow


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def dry_run(driver: BatchDriver, batch_id: int) -> DryRun:
    journal = driver.backend.journal
    return DryRun(journal, batch_id, connection=driver.connection, client=driver.client())


def mixed_rows(count: int, seed: int) -> list[CheckedRow]:
    """Return rows of all kinds, with twins, problems, doubts, rows that are left out, and names that exist."""
    chance = random.Random(seed)
    rows: list[CheckedRow] = []
    for number in range(1, count + 1):
        folders = [row.row for row in rows if row.kind is RequestKind.SHARED_FOLDER]
        name = f"Name {chance.randrange(count)}"
        kind = chance.randrange(10)
        if kind == 0:
            rows.append(folder(number, name))
        elif kind == 1 and folders:
            rows.append(album_in(number, chance.choice(folders), name))
        elif kind == 2:
            rows.append(album(number, name, verdict=chance.choice([Verdict.PROBLEM, Verdict.DOUBTFUL])))
        elif kind == 3:
            rows.append(album(number, "x" * 21))
        else:
            rows.append(album(number, name))
    return rows


@pytest.mark.slow
def test_it_predicts_the_real_run(driver: BatchDriver, tmp_path: Path) -> None:
    for number in range(0, 1000, 50):
        driver.sandbox.make_elsewhere(
            RequestKind.ALBUM, {"name": f"Name {number}", "type": 2, "albumKind": 1}
        )
    before = driver.add([album(number, f"Name {number * 7}") for number in range(1, 20)])
    driver.run(before)
    batch_id = driver.add(mixed_rows(1000, 7), Pace(1, None))
    driver.backend.journal.batch_rows.decide(batch_id, range(3, 1000, 40), "confirmed")
    driver.backend.journal.batch_rows.decide(batch_id, range(5, 1000, 90), "excluded")
    made, attempts = driver.made(), len(driver.attempts())
    with dry_run(driver, batch_id) as rehearsal:
        report = rehearsal.run(Cancellation())
        assert driver.made() == made
        assert len(driver.attempts()) == attempts
        predicted = [row.state for row in rehearsal.journal.batch_rows.page(batch_id, limit=2000)]
        bodies = {number: rehearsal.body(number) for number in range(1, 1001)}
        rehearsal.write_results(tmp_path / "dry.csv")
    text = (tmp_path / "dry.csv").read_text(encoding="utf-8-sig")
    assert text.count('"dry run: created"') == report.counts["created"]
    assert "9000000000" not in text
    assert not list(tmp_path.rglob(".dry-run-*"))
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    assert driver.states(batch_id) == predicted
    assert len(set(predicted)) >= 4
    sent = {row.row: driver.attempt(row.attempt_id).body for row in driver.rows(batch_id) if row.attempt_id}
    assert {row for row, body in bodies.items() if body} == sent.keys()
    in_folders = {row.row for row in driver.rows(batch_id) if row.folder_row}
    assert all(sent[row] == bodies[row] for row in sent.keys() - in_folders)
    assert report.state is BatchState.FINISHED
    assert dict(report.counts) == driver.backend.journal.batch_rows.counts(batch_id)


def test_a_token_that_has_ended_is_said_and_a_cancelled_run_leaves_nothing(driver: BatchDriver) -> None:
    batch_id = driver.add([album(1), album(2)])
    cancellation = Cancellation()
    cancellation.cancel()
    with dry_run(driver, batch_id) as rehearsal:
        assert rehearsal.run(cancellation).state is BatchState.PAUSED
    driver.sandbox.expire_tokens()
    with dry_run(driver, batch_id) as rehearsal:
        assert rehearsal.run(Cancellation()).reason == "token"
    assert driver.states(batch_id) == ["ready", "ready"]


def test_how_long_a_run_takes_goes_by_answers_and_rate() -> None:
    assert estimated_seconds(100, Pace(4, None), 1.0) == pytest.approx(25)
    assert estimated_seconds(100, Pace(4, 2.0), 1.0) == pytest.approx(50)
    assert may_outlive_token(50, timedelta(seconds=40))
    assert not may_outlive_token(50, None)
