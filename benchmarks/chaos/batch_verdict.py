"""Judges a chaos run of one batch: the service's objects, the history and the result file have to agree."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.batch_table import HEADING
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_MADE_NOTHING = frozenset({"refused", "not_sent", "ready", "problem", "doubtful"})
_PLACES = {name: place for place, name in enumerate(HEADING)}


@dataclass
class BatchVerdict:
    """What was found."""

    outcomes: Counter[str] = field(default_factory=Counter)
    """Rows of the result file by their outcome."""
    effects: int = 0
    lost: list[str] = field(default_factory=list)
    """Made by the service, and neither created nor unknown in the result."""
    doubled: list[str] = field(default_factory=list)
    """Made twice, or sent twice."""
    wrong: list[str] = field(default_factory=list)
    """Rows whose fate, ID, folder or own cells are not right in the result."""
    unresolved: list[str] = field(default_factory=list)
    """Rows of unknown outcome at the end."""

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost, doubled or wrong."""
        return not (self.lost or self.doubled or self.wrong)


def judge(
    effects: Sequence[Mapping[str, Any]], posts: Counter[str], table: Path, result: Path, history: Path
) -> BatchVerdict:
    """Return what is wrong with the end of a run.

    Args:
        effects: All that the service has made.
        posts: Creates that arrived, by X-Traceid.
        table: The file that the batch was made of.
        result: Its result file.
        history: The history file.
    """
    verdict = BatchVerdict(effects=len(effects))
    verdict.doubled += [f"sent {count} times: {trace}" for trace, count in posts.items() if count > 1]
    by_name: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for effect in effects:
        by_name[str(effect["name"])].append(effect)
    asked, got = _read(table), _read(result)
    if [row[: len(HEADING)] for row in got[1:]] != asked[1:]:
        verdict.wrong.append("the result has other rows than the table, or another order")
    columns = {name: place for place, name in enumerate(got[0])}
    folder_ids = {
        row[_PLACES["ref"]]: row[columns["shareFolderId"]] for row in got[1:] if row[_PLACES["ref"]]
    }
    for line, row in enumerate(got[1:], start=2):
        _judge_row(line, row, columns, by_name[row[_PLACES["name"]]], verdict)
        made = by_name[row[_PLACES["name"]]]
        if (
            row[_PLACES["in"]]
            and made
            and str(made[0].get("shareFolderId")) != folder_ids[row[_PLACES["in"]]]
        ):
            verdict.wrong.append(f"line {line} is in another folder")
    _judge_history(history, effects, verdict)
    return verdict


def _judge_row(
    line: int,
    row: Sequence[str],
    columns: Mapping[str, int],
    made: Sequence[Mapping[str, Any]],
    verdict: BatchVerdict,
) -> None:
    outcome = row[columns["outcome"]]
    verdict.outcomes[outcome] += 1
    object_id = row[columns["albumId"]] or row[columns["shareFolderId"]]
    if len(made) > 1:
        verdict.doubled.append(f"line {line}: {', '.join(str(effect['id']) for effect in made)}")
    if outcome == OutcomeKind.CREATED:
        if [str(effect["id"]) for effect in made] != [object_id]:
            verdict.wrong.append(
                f"line {line} is created as {object_id}: {[effect['id'] for effect in made]}"
            )
    elif outcome == OutcomeKind.UNKNOWN:
        verdict.unresolved.append(f"line {line}: {[effect['id'] for effect in made]}")
    elif made:
        verdict.lost.append(f"line {line} is {outcome}: {[effect['id'] for effect in made]}")
    elif outcome not in _MADE_NOTHING:
        verdict.wrong.append(f"line {line} is {outcome}")


def _judge_history(history: Path, effects: Sequence[Mapping[str, Any]], verdict: BatchVerdict) -> None:
    with Journal(history) as journal:
        query = HistoryQuery(outcomes=frozenset({OutcomeKind.CREATED}))
        created = Counter(str(row.result_id) for row in journal.history.attempts(query))
    verdict.doubled += [
        f"{found} is {count} times in the history" for found, count in created.items() if count > 1
    ]
    ids = {str(effect["id"]) for effect in effects}
    verdict.wrong += [f"{found} does not exist" for found in created.keys() - ids]


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[cell.removeprefix("'") for cell in row] for row in csv.reader(file) if row]
