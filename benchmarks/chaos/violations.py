"""Checks of the final state of a chaos run; the X-Traceid identifies the request behind every effect."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from benchmarks.chaos.account import OPEN, are_akin, is_akin, is_listed, is_shown_alike, is_stored_otherwise

if TYPE_CHECKING:
    from benchmarks.chaos.account import Account, Book, Effect
    from koodrive.journal import Attempt

_FRESH_SECONDS = 600
"""Most seconds between a complete reading of a list and an attempt for an ID missing in the reading to count as new."""
_OTHER_TIME = timedelta(minutes=1)


@dataclass
class Violations:
    """Result of the check; the lists name the objects and attempts."""

    lost: list[str] = field(default_factory=list)
    """Effects that no history has, neither by their ID nor as an open attempt that may be it."""
    doubled: list[str] = field(default_factory=list)
    """Wishes with more effects than the operator wanted, and requests that were sent twice."""
    wrongly_adopted: list[str] = field(default_factory=list)
    """IDs in the history of a request that made something else."""
    alike: list[str] = field(default_factory=list)
    """IDs of things that another program of the same account made with the same content after the last look into the
    list, taken for an operator's own: no list tells them apart. Also an operator's own that was then overlooked."""
    overlooked: int = 0
    """Number of IDs of `alike` adopted in place of an operator's own object, which the service stored differently."""
    exchanged: int = 0
    """IDs that two attempts with identical requests have from each other."""
    unresolved: list[str] = field(default_factory=list)
    """Attempts that are open at the end of the run."""
    left_to_people: int = 0
    """Number of these with candidates for a manual decision, which no test makes."""
    tellable: list[str] = field(default_factory=list)
    """Unresolved attempts that the lists could have told."""

    @property
    def is_good(self) -> bool:
        """Whether no object is lost, doubled or wrongly adopted."""
        return not (self.lost or self.doubled or self.wrongly_adopted)


def find_violations(account: Account) -> Violations:
    """Return every violation in the final state."""
    violations = Violations()
    for book in account.books:
        for row in book.created:
            _check_id(row, book, account, violations)
        _check_items(book, account, violations)
        _check_open(book, account, violations)
    for effect in account.effects:
        if effect["traceId"] is not None:
            _check_effect(effect, account, violations)
    violations.doubled += [
        f"sent {count} times: {trace}" for trace, count in account.posts.items() if count > 1
    ]
    return violations


def _check_id(row: Attempt, book: Book, account: Account, violations: Violations) -> None:
    effect = account.by_id.get(row.result_id or "")
    if effect is not None and effect["traceId"] == row.trace_id:
        return
    said = f"{_named(row, book)} has {row.result_id}"
    if effect is None:
        violations.wrongly_adopted.append(f"{said}, which does not exist")
        return
    maker, request = account.sent_by.get(effect["traceId"], (None, None))
    if maker is book and request is not None and request.body == row.body:
        violations.exchanged += 1
    elif maker is not book and _is_indistinguishable(effect, row, book):
        violations.alike.append(said)
        own = account.by_trace.get(row.trace_id, ())
        violations.overlooked += any(is_stored_otherwise(made, row) for made in own)
    else:
        violations.wrongly_adopted.append(f"{said}, made by {effect['traceId']}")


def _is_indistinguishable(effect: Effect, row: Attempt, book: Book) -> bool:
    """Return whether no list can have shown that `row` has not created `effect`."""
    return is_shown_alike(effect, row) and is_listed(effect) and not book.had_seen(effect["id"], row)


def _made_at(effect: Effect, account: Account) -> datetime:
    """Return the time of the request, as the service's own time of creation may be distorted."""
    sent = account.sent_by.get(effect["traceId"])
    return (
        datetime.fromisoformat(effect["createTime"]).astimezone(UTC) if sent is None else sent[1].started_at
    )


def _check_items(book: Book, account: Account, violations: Violations) -> None:
    for item in range(book.item_count):
        numbers = book.attempts.keys() & set(book.diary.attempts_of(item, book.latest))
        traces = [book.attempts[number].trace_id for number in sorted(numbers)]
        made = [effect["id"] for trace in traces for effect in account.by_trace.get(trace, ())]
        agreed = book.diary.agreed(item, book.latest)
        if len(made) > agreed:
            violations.doubled.append(
                f"operator {book.operator}, item {item}: {', '.join(made)}; {agreed} wanted"
            )
    vanished = set(range(1, book.latest)) - book.attempts.keys()
    violations.lost += [f"operator {book.operator}: attempt {number} has vanished" for number in vanished]
    violations.lost += [
        f"operator {book.operator} was shown {object_id}" for object_id in book.diary.shown_ids - book.ids
    ]


def _check_effect(effect: Effect, account: Account, violations: Violations) -> None:
    book, row = account.sent_by.get(effect["traceId"], (None, None))
    said = f"{effect['id']}, made by {effect['traceId']}"
    if book is None or row is None:
        violations.lost.append(f"{said}: no history knows the request")
        return
    if effect["id"] in book.ids or row.outcome in OPEN or _may_be_of_open(row, book, account):
        return
    taken = account.by_id.get(row.result_id or "")
    if taken is not None and account.sent_by.get(taken["traceId"], (None,))[0] is not book:
        # The mistake is the ID of somebody else that it has instead, which has been judged.
        violations.alike.append(f"{said}: {_named(row, book)} has {row.result_id} instead")
        return
    violations.lost.append(f"{said}: {_named(row, book)} is {row.outcome}")


def _may_be_of_open(row: Attempt, book: Book, account: Account) -> bool:
    """Return whether there are as many open requests with the content of `row` as effects of it without an entry."""
    alike = [other for other in book.attempts.values() if other.body == row.body]
    made = [effect for other in alike for effect in account.by_trace.get(other.trace_id, ())]
    left = [effect for effect in made if effect["id"] not in book.ids]
    return len(left) <= sum(other.outcome in OPEN for other in alike)


def _check_open(book: Book, account: Account, violations: Violations) -> None:
    for group in are_akin(book.open):
        violations.unresolved += [_named(row, book) for row in group]
        violations.left_to_people += sum(row.attempt_id in book.diary.left for row in group)
        if _is_tellable(group, book, account):
            violations.tellable += [_named(row, book) for row in group]


def _is_tellable(group: list[Attempt], book: Book, account: Account) -> bool:
    """Return whether the final list allows only one conclusion."""
    first = min(group, key=lambda row: row.attempt_id)
    found = [
        effect
        for effect in account.effects
        if is_akin(effect, first)
        and is_listed(effect)
        and effect["id"] not in book.ids
        and not book.had_seen(effect["id"], first)
    ]
    if any(
        is_stored_otherwise(effect, account.sent_by[effect["traceId"]][1])
        for effect in account.effects
        if effect["id"] not in book.ids
        and effect["kind"] == first.kind
        and effect["traceId"] in account.sent_by
    ):
        # It may be what was made for one of them, as only people can recognise.
        return False
    if not found:
        return True
    is_one_content = len({row.body for row in group}) == 1 and all(
        is_shown_alike(one, first) for one in found
    )
    return (
        is_one_content
        and len(found) == len(group)
        and all(_is_dated(one, first, book, account) for one in found)
    )


def _is_dated(effect: Effect, first: Attempt, book: Book, account: Account) -> bool:
    """Return whether `effect` is known to be no older than `first`."""
    if effect["kind"] == "sharedFolder":
        shown = datetime.fromisoformat(effect["createTime"])
        return abs(shown - _made_at(effect, account)) < _OTHER_TIME
    read_at = book.last_read(first)
    return read_at is not None and first.started_at.timestamp() - read_at <= _FRESH_SECONDS


def _named(row: Attempt, book: Book) -> str:
    return f"operator {book.operator}, attempt {row.attempt_id} ({row.kind} {row.name}, {row.trace_id})"
