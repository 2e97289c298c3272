"""Final state of a chaos run, read from outside: histories, diaries, effects, requests."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.diary import Diary
from benchmarks.chaos.operating import DIARY_FILE
from benchmarks.chaos.watching import clean_readings, first_seen
from benchmarks.chaos.workload import planned_requests
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.journal import Attempt, HistoryQuery, Journal
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Sequence

    from benchmarks.chaos.watching import ListKey, Watch
    from benchmarks.chaos.workload import OperatorConfig

Effect = dict[str, Any]
OPEN = {OutcomeKind.UNKNOWN, OutcomeKind.SENDING}
_PLACE = ("type", "albumKind", "groupId")
_MARGIN_SECONDS = 1.0
"""Most seconds between the response with a list and its record in the history."""


@dataclass
class Book:
    """One operator's history and diary."""

    operator: int
    attempts: dict[int, Attempt]
    diary: Diary
    item_count: int
    seen: dict[str, float]
    """Unix time at which the service first listed an ID for this operator, by ID."""
    read: Callable[[ListKey], list[float]]
    """Returns the Unix times at which this operator read a list completely and without a fault."""

    @cached_property
    def ids(self) -> set[str]:
        """The created IDs of this history."""
        return {row.result_id for row in self.created if row.result_id is not None}

    @cached_property
    def created(self) -> list[Attempt]:
        """The created attempts of this history."""
        return [row for row in self.attempts.values() if row.outcome == OutcomeKind.CREATED]

    @cached_property
    def open(self) -> list[Attempt]:
        """The attempts of unknown outcome."""
        return [row for row in self.attempts.values() if row.outcome in OPEN]

    def had_seen(self, object_id: str, row: Attempt) -> bool:
        """Return whether a list had an ID before an attempt, so that the attempt cannot have created it."""
        seen_at = self.seen.get(object_id)
        return seen_at is not None and seen_at < row.started_at.timestamp() - _MARGIN_SECONDS

    def last_read(self, row: Attempt) -> float | None:
        """Return the Unix time of the last complete reading of an attempt's list before the attempt."""
        return max((at for at in self.read(list_of(row)) if at < row.started_at.timestamp()), default=None)

    @property
    def latest(self) -> int:
        """ID of the newest attempt, or 0."""
        return max(self.attempts, default=0)


@dataclass
class Account:
    """Final state of all operators and of the service."""

    books: list[Book]
    effects: list[Effect]
    """In the order of creation."""
    posts: Counter[str]
    """Complete create requests that arrived, by X-Traceid."""
    faults: Counter[str]
    """Number of requests per fault."""
    sent_by: dict[str, tuple[Book, Attempt]] = field(init=False)
    """Operator by X-Traceid."""
    by_trace: dict[str, list[Effect]] = field(init=False)
    by_id: dict[str, Effect] = field(init=False)

    @property
    def stored_otherwise(self) -> list[Effect]:
        """Effects of operators whose name differs from the requested one."""
        return [
            effect
            for effect in self.effects
            if effect["traceId"] in self.sent_by
            and is_stored_otherwise(effect, self.sent_by[effect["traceId"]][1])
        ]

    def __post_init__(self) -> None:
        self.sent_by = {row.trace_id: (book, row) for book in self.books for row in book.attempts.values()}
        self.by_id = {effect["id"]: effect for effect in self.effects}
        self.by_trace = defaultdict(list)
        for effect in self.effects:
            if effect["traceId"] is not None:
                self.by_trace[effect["traceId"]].append(effect)


def read_book(config: OperatorConfig, watch: Watch) -> Book:
    """Read history and diary of one operator.

    Args:
        config: The configuration of the operator.
        watch: Lists that the service has shown.
    """
    path = Path(config.data_dir)
    with Journal(path / JOURNAL_FILE) as journal:
        attempts = {row.attempt_id: row for row in journal.history.attempts(HistoryQuery())}
    return Book(
        config.operator,
        attempts,
        Diary(path / DIARY_FILE),
        len(planned_requests(config)),
        first_seen(watch, config.token),
        clean_readings(watch, config.token),
    )


def fields_of(row: Attempt) -> dict[str, Any]:
    """Return the API fields of an attempt's request."""
    fields: dict[str, Any] = json.loads(row.body)
    return fields


def list_of(row: Attempt) -> ListKey:
    """Return the list that contains the result of an attempt."""
    if row.kind == "sharedFolder":
        return ("sharedFolder",)
    fields = fields_of(row)
    return "album", str(fields["type"]), str(fields["albumKind"]), str(fields.get("groupId", ""))


def is_stored_otherwise(effect: Effect, row: Attempt) -> bool:
    """Return whether `effect` was created for `row` under another name than the requested one."""
    return bool(effect.get("name") != fields_of(row).get("name"))


def is_shown_alike(effect: Effect, row: Attempt) -> bool:
    """Return whether a list entry of `effect` equals the one that `row` would have."""
    fields = fields_of(row)
    if effect["kind"] != row.kind:
        return False
    if row.kind == "sharedFolder":
        return all(effect[name] == fields[name] for name in ("name", "containerId"))
    same = [str(effect.get(name, "")) == str(fields.get(name, "")) for name in _PLACE]
    if not all(same):
        return False
    if str(fields["type"]) == "1":
        return set(effect["scopeDir"]) == set(fields["scopeDir"])
    return bool(effect["name"] == fields["name"])


def is_listed(effect: Effect) -> bool:
    """Return whether the operators' lists contain `effect`: only their own shared folders, but all albums."""
    return bool(effect["kind"] == "album" or effect["creator"] == SANDBOX_USER_ID)


def is_akin(effect: Effect, row: Attempt) -> bool:
    """Return whether a careful user could not exclude that `row` has created `effect`."""
    fields = fields_of(row)
    if effect["kind"] != row.kind or str(effect.get("type")) != str(fields.get("type")):
        return False
    if str(fields.get("type")) == "1":
        return not set(effect["scopeDir"]).isdisjoint(fields["scopeDir"])
    return _bare(effect["name"]) == _bare(fields["name"])


def are_akin(rows: Sequence[Attempt]) -> list[list[Attempt]]:
    """Return open attempts in groups that may be mistaken for each other."""
    groups: list[list[Attempt]] = []
    for row in rows:
        like = {"kind": row.kind, **fields_of(row)}
        joined = [group for group in groups if any(is_akin(like, other) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(other for group in joined for other in group), row])
    return groups


def _bare(name: object) -> str:
    return "".join(str(name).casefold().split())
