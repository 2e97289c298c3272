"""What is left at the end of a chaos run, read from outside: histories, diaries, effects, requests."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.diary import Diary
from benchmarks.chaos.operating import DIARY_FILE, connection_to
from benchmarks.chaos.wishes import wishes
from koodrive import wire
from koodrive.desk import JOURNAL_FILE
from koodrive.journal import Attempt, HistoryQuery, Journal
from koodrive.matching import list_name
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from benchmarks.chaos.wishes import Orders

Effect = dict[str, Any]
OPEN = {OutcomeKind.UNKNOWN, OutcomeKind.SENDING}


@dataclass
class Book:
    """One operator's history and diary."""

    operator: int
    attempts: dict[int, Attempt]
    diary: Diary
    wish_count: int
    read_before: dict[int, datetime | None]
    """For every attempt, when the list that would show its effect was last read to its end before it."""
    seen_before: dict[int, set[str]]
    """For attempts that were open for a while, the IDs that this list had shown before them."""

    @cached_property
    def ids(self) -> set[str]:
        """Everything that this history says was created."""
        return {row.result_id for row in self.created if row.result_id is not None}

    @cached_property
    def created(self) -> list[Attempt]:
        """The attempts that created something, as this history says."""
        return [row for row in self.attempts.values() if row.outcome == OutcomeKind.CREATED]

    @cached_property
    def open(self) -> list[Attempt]:
        """The attempts whose outcome is not known."""
        return [row for row in self.attempts.values() if row.outcome in OPEN]

    @property
    def latest(self) -> int:
        """The number of the newest attempt, or 0."""
        return max(self.attempts, default=0)


@dataclass
class Account:
    """Everything that a verdict needs."""

    books: list[Book]
    effects: list[Effect]
    """In the order in which they were made."""
    posts: Counter[str]
    """Whole creates that arrived, by their X-Traceid."""
    sent_by: dict[str, tuple[Book, Attempt]] = field(init=False)
    """Whose X-Traceid is it?"""
    by_trace: dict[str, list[Effect]] = field(init=False)
    by_id: dict[str, Effect] = field(init=False)

    def __post_init__(self) -> None:
        self.sent_by = {row.trace_id: (book, row) for book in self.books for row in book.attempts.values()}
        self.by_id = {effect["id"]: effect for effect in self.effects}
        self.by_trace = defaultdict(list)
        for effect in self.effects:
            if effect["traceId"] is not None:
                self.by_trace[effect["traceId"]].append(effect)


def read_book(path: Path, orders: Orders, object_ids: Sequence[str]) -> Book:
    """Read what one operator has left behind.

    Args:
        path: The operator's data directory.
        orders: What the operator was told.
        object_ids: Of everything that was made.
    """
    connection = connection_to(orders.service_address)
    with Journal(path / JOURNAL_FILE) as journal:
        attempts = {row.attempt_id: row for row in journal.attempts(HistoryQuery())}
        read_before, seen_before = {}, {}
        for number, row in attempts.items():
            request = wire.request_from_body(row.kind, row.body)
            if request is not None:
                place = connection, list_name(request), number
                read_before[number] = journal.lists.read_before(*place)
                if row.outcome in OPEN or row.note is not None:
                    seen_before[number] = journal.lists.seen_before(*place, object_ids)
    diary = Diary(path / DIARY_FILE)
    return Book(orders.operator, attempts, diary, len(wishes(orders)), read_before, seen_before)


def is_shown_alike(effect: Effect, row: Attempt) -> bool:
    """Tell whether a list shows `effect` in the very words in which it would show what `row` has made."""
    fields = wire.fields_from_body(row.body)
    if effect["kind"] != row.kind:
        return False
    if row.kind == "sharedFolder":
        return effect["name"] == fields["name"] and effect["containerId"] == fields["containerId"]
    same = [str(effect.get(name, "")) == fields.get(name, "") for name in ("type", "albumKind", "groupId")]
    if not all(same):
        return False
    if fields["type"] == "1":
        return set(effect["scopeDir"]) == set(fields["scopeDir"])
    return str(effect["name"]) == fields["name"]


def is_listed(effect: Effect) -> bool:
    """Tell whether the lists that operators read have `effect`: of shared folders only their own, but all albums."""
    return effect["kind"] == "album" or effect["creator"] == SANDBOX_USER_ID


def is_akin(effect: Effect, row: Attempt) -> bool:
    """Tell whether somebody who is careful would not exclude that `effect` is what `row` has made."""
    fields = wire.fields_from_body(row.body)
    if effect["kind"] != row.kind or str(effect.get("type")) != str(fields.get("type")):
        return False
    if fields.get("type") == "1":
        return not set(effect["scopeDir"]).isdisjoint(fields["scopeDir"])
    return _bare(effect["name"]) == _bare(fields["name"])


def are_akin(rows: Sequence[Attempt]) -> list[list[Attempt]]:
    """Return open attempts in groups of those that may be mistaken for each other."""
    groups: list[list[Attempt]] = []
    for row in rows:
        fields = wire.fields_from_body(row.body)
        like = {"kind": row.kind, **fields}
        joined = [group for group in groups if any(is_akin(like, other) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(other for group in joined for other in group), row])
    return groups


def _bare(name: object) -> str:
    return "".join(str(name).casefold().split())
