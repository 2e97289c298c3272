"""Judges a chaos run that takes back: what has gone at the service, and the history, have to agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from koodrive.journal import HistoryQuery, Journal
from koodrive.models import Action, OutcomeKind
from koodrive.sandbox import Change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.chaos.undo_running import Made
    from benchmarks.chaos.undo_watching import UndoWatch
    from koodrive.journal import Attempt

_OPEN = {OutcomeKind.UNKNOWN, OutcomeKind.SENDING}
_MARGIN_SECONDS = 1.0
"""Most seconds between what the service looks up and its record here, on a computer that is busy."""
_LIST_SECONDS = 30.0
"""A name is compared by a list that may be some seconds old; of a long list it is as old as the reading takes."""

Deletion = dict[str, Any]


@dataclass
class UndoVerdict:
    """What was found; the lists name the objects and attempts."""

    made: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    """Attempts by action and outcome."""
    states: Counter[str] = field(default_factory=Counter)
    """Created objects by what became of them."""
    by_others: int = 0
    """Objects that somebody else has deleted."""
    in_window: int = 0
    """Objects that were filled, joined or renamed between the last look and the call, which no client can prevent."""
    lost: list[str] = field(default_factory=list)
    """Taken back at the service, and neither taken back nor unknown in the history."""
    not_gone: list[str] = field(default_factory=list)
    """Taken back in the history, and still there at the service."""
    foreign: list[str] = field(default_factory=list)
    """Gone by a request that was not for it, or with something else."""
    filled: list[str] = field(default_factory=list)
    """Gone although a look after the change could have shown it."""
    doubled: list[str] = field(default_factory=list)
    """Requests that were sent twice, and IDs that are twice in the history."""
    unresolved: list[str] = field(default_factory=list)
    """Attempts of unknown outcome at the end."""
    deaths: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    """Number of requests per fault."""

    def __add__(self, other: UndoVerdict) -> UndoVerdict:
        """Return what was found in two runs."""
        return UndoVerdict(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}
        )

    @property
    def is_good(self) -> bool:
        """Whether service and history agree, and nothing else is gone."""
        return not (self.lost or self.not_gone or self.foreign or self.filled or self.doubled)


def judge(
    effects: Sequence[Mapping[str, Any]],
    deletions: Sequence[Deletion],
    watch: UndoWatch,
    changes: Sequence[Made],
    history: Path,
) -> UndoVerdict:
    """Return what is wrong with the end of a run.

    Args:
        effects: All that the service has made.
        deletions: All that has gone there.
        watch: What arrived there, and when.
        changes: What other people have changed.
        history: The history file.
    """
    with Journal(history) as journal:
        attempts = list(journal.history.attempts(HistoryQuery()))
        states = Counter(
            state
            for batch in journal.batches.batches()
            for state, count in journal.batch_undos.counts(batch.batch_id).items()
            for _ in range(count)
        )
    verdict = UndoVerdict(made=len(effects), states=states)
    verdict.outcomes = Counter(f"{attempt.action} {attempt.outcome}" for attempt in attempts)
    verdict.doubled += [f"sent {count} times: {trace}" for trace, count in watch.posts.items() if count > 1]
    created = [attempt for attempt in attempts if attempt.outcome == OutcomeKind.CREATED]
    ids = Counter(str(attempt.result_id) for attempt in created)
    verdict.doubled += [
        f"{found} is {count} times in the history" for found, count in ids.items() if count > 1
    ]
    verdict.unresolved += [_named(attempt) for attempt in attempts if attempt.outcome in _OPEN]
    judge_of = _DeletionJudge(attempts, effects, watch, changes, verdict)
    for deletion in deletions:
        judge_of.deletion(deletion)
    gone = {str(deletion["id"]) for deletion in deletions}
    verdict.not_gone += [
        _named(attempt) for attempt in attempts if _is_taken_back(attempt) and attempt.result_id not in gone
    ]
    return verdict


class _DeletionJudge:
    """Judges what has gone at the service, one object after another."""

    def __init__(
        self,
        attempts: Sequence[Attempt],
        effects: Sequence[Mapping[str, Any]],
        watch: UndoWatch,
        changes: Sequence[Made],
        verdict: UndoVerdict,
    ) -> None:
        self._effects = {str(effect["id"]): effect for effect in effects}
        self._watch, self._verdict = watch, verdict
        deletes = [attempt for attempt in attempts if attempt.action == Action.DELETE]
        self._by_trace = {attempt.trace_id: attempt for attempt in deletes}
        self._outcomes: dict[str, set[str]] = defaultdict(set)
        for attempt in deletes:
            self._outcomes[str(attempt.result_id)].add(attempt.outcome)
        self._changes: dict[str, list[Made]] = defaultdict(list)
        for change in changes:
            self._changes[change.object_id].append(change)

    def deletion(self, deletion: Deletion) -> None:
        """Judge one object that has gone."""
        object_id = str(deletion["id"])
        if deletion["traceId"] is None:
            self._verdict.by_others += deletion["withFolder"] is None
            return
        sent = self._by_trace.get(str(deletion["traceId"]))
        if sent is None or sent.result_id != object_id or deletion["withFolder"] is not None:
            self._verdict.foreign.append(f"{object_id}: {deletion}")
            return
        outcomes = self._outcomes[object_id]
        if OutcomeKind.DELETED not in outcomes and not outcomes & _OPEN:
            self._verdict.lost.append(f"{_named(sent)} is {sent.outcome}")
        self._content(deletion, sent)

    def _content(self, deletion: Deletion, sent: Attempt) -> None:
        """Judge what an object had in it when it went, and its name."""
        effect = self._effects[str(deletion["id"])]
        is_renamed = deletion["name"] != effect.get("name")
        if not (deletion["items"] or deletion["members"] or is_renamed):
            return
        at = self._watch.deletes.get(str(deletion["traceId"]), 0.0)
        could_see = [
            change.change
            for change in self._changes[str(deletion["id"])]
            if not change.is_in_window and _could_see(change, effect, at, self._watch)
        ]
        if could_see:
            self._verdict.filled.append(f"{_named(sent)}: {', '.join(could_see)}")
        else:
            self._verdict.in_window += 1


def _could_see(change: Made, effect: Mapping[str, Any], at: float, watch: UndoWatch) -> bool:
    """Return whether the last look before a delete came after a change."""
    if change.change is Change.RENAME:
        return change.at < at - _LIST_SECONDS
    if change.change is Change.JOIN:
        place = str(effect["groupId"])
    else:
        place = str(effect.get("shareFolderFileId") or effect["id"])
    looks = [look for look in watch.looks.get(place, ()) if look <= at]
    return bool(looks) and change.at < max(looks) - _MARGIN_SECONDS


def _is_taken_back(attempt: Attempt) -> bool:
    return attempt.action == Action.DELETE and attempt.outcome == OutcomeKind.DELETED


def _named(attempt: Attempt) -> str:
    return (
        f"attempt {attempt.attempt_id} ({attempt.action} {attempt.kind} {attempt.name}, {attempt.result_id})"
    )
