"""A short chaos run that takes batches back loses nothing and deletes nothing else; and its judge would find it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.chaos.undo_running import Made, UndoRun
from benchmarks.chaos.undo_verdict import judge
from benchmarks.chaos.undo_watching import UndoWatch
from koodrive import CreateAlbum
from koodrive.api import serialization
from koodrive.journal import Journal, Settlement
from koodrive.models import Connection, CreatedAlbum, OutcomeKind
from koodrive.sandbox import Change

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_batches_that_are_taken_back_survive_faults_kills_and_other_people(tmp_path: Path) -> None:
    run = UndoRun(seed=5, rows=60, kills=3, folder=tmp_path / "run", seconds=150)
    verdict = run.undo_verdict()
    assert run.deaths
    assert (verdict.lost, verdict.not_gone, verdict.foreign, verdict.filled, verdict.doubled) == (
        [],
        [],
        [],
        [],
        [],
    )
    assert verdict.states["deleted"]
    assert verdict.is_good


def test_the_judge_finds_what_is_lost_still_there_foreign_and_filled(tmp_path: Path) -> None:
    path, now = tmp_path / "history.sqlite3", datetime.now(UTC)
    connection = Connection("c", "C", "http://127.0.0.1:1", "4711", "bearer", "en-US")
    outcomes = {
        "fine": OutcomeKind.DELETED,
        "lost": OutcomeKind.REFUSED,
        "there": OutcomeKind.DELETED,
        "filled": OutcomeKind.DELETED,
        "window": OutcomeKind.DELETED,
        "open": OutcomeKind.UNKNOWN,
    }
    with Journal(path) as journal:
        for name, outcome in outcomes.items():
            request = CreateAlbum(name=name, type=2, album_kind=1)
            made = {"connection": connection, "body": serialization.to_json(request), "started_at": now}
            number = journal.attempts.begin(request=request, trace_id=f"c{name}", **made)
            journal.attempts.settle(number, Settlement(OutcomeKind.CREATED, now, CreatedAlbum(name)))
            undo = journal.attempts.begin_undo(number, trace_id=f"d{name}", **(made | {"body": ""}))
            journal.attempts.settle(undo, Settlement(outcome, now))
    watch = UndoWatch()
    watch.posts.update({"dlost": 2, "dfine": 1})
    watch.deletes |= {f"d{name}": 100.0 for name in outcomes}
    for name in ("filled", "window"):
        watch.looks[name].append(99.9)
    changes = [
        Made("filled", Change.FILL, 50.0, is_in_window=False),
        Made("window", Change.FILL, 99.95, is_in_window=False),
    ]
    gone = [_deletion("fine"), _deletion("lost"), _deletion("open"), _deletion("strange", trace="delsewhere")]
    gone += [_deletion(name, items=["1"]) for name in ("filled", "window")]
    effects: list[dict[str, Any]] = [{"id": name, "name": name} for name in [*outcomes, "strange"]]
    verdict = judge(effects, gone, watch, changes, path)
    found = (
        verdict.lost,
        verdict.not_gone,
        verdict.foreign,
        verdict.filled,
        verdict.doubled,
        verdict.unresolved,
    )
    assert [len(lines) for lines in found] == [1, 1, 1, 1, 1, 1]
    assert "album lost" in verdict.lost[0]
    assert "album there" in verdict.not_gone[0]
    assert verdict.in_window == 1
    assert not verdict.is_good


def _deletion(name: str, trace: str | None = None, items: list[str] | None = None) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "traceId": trace or f"d{name}",
        "items": items or [],
        "members": [],
        "withFolder": None,
    }
