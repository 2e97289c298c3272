"""Every window is a slice of the whole, for each order, direction and filter; the first rows are its start."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_samples import ALBUM, CUSTOMER, FAMILY, FOLDER, MADE_FOLDER, MORNING, begin, created, settled

from koodrive.journal import HistoryQuery, Journal, Settlement, SortColumn, keyset, selection
from koodrive.models import OutcomeKind, RequestKind

if TYPE_CHECKING:
    from koodrive.models import Connection

FOLD = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
CONNECTIONS = [
    FAMILY,
    CUSTOMER,
    replace(FAMILY, connection_id="c-3", name="FAMILY cloud"),
    replace(FAMILY, name="Another name"),
]


@dataclass(frozen=True)
class Entry:
    """One attempt of the tests."""

    kind: RequestKind
    name: str | None
    outcome: OutcomeKind
    result_id: str
    connection: Connection
    minute: int


ENTRIES = st.lists(
    st.builds(
        Entry,
        kind=st.sampled_from(RequestKind),
        name=st.sampled_from(["a", "B", "b", "", "春节", "é", "Z", None]),
        outcome=st.sampled_from(sorted(set(OutcomeKind) - {OutcomeKind.DELETED})),
        result_id=st.sampled_from(["1765148493107805441", "1765148493107805440", "9", "10"]),
        connection=st.sampled_from(CONNECTIONS),
        minute=st.integers(0, 4),
    ),
    max_size=14,
)
QUERIES = st.builds(
    HistoryQuery,
    text=st.sampled_from(["", "", "", "b", "春节", "176514", "cloud", "1765148493107805440"]),
    kinds=st.frozensets(st.sampled_from(RequestKind), max_size=1),
    outcomes=st.frozensets(st.sampled_from(OutcomeKind), max_size=2),
    connection_ids=st.frozensets(st.sampled_from(["c-1", "c-2", "c-3", "c-4"]), max_size=2),
    since=st.none() | st.integers(0, 4).map(lambda minute: MORNING + timedelta(minutes=minute)),
    until=st.none() | st.integers(0, 4).map(lambda minute: MORNING + timedelta(minutes=minute)),
)
ORDERS = [(sort, descending) for sort in SortColumn for descending in (False, True)]


def write(journal: Journal, entry: Entry) -> None:
    request = replace(ALBUM if entry.kind is RequestKind.ALBUM else FOLDER, name=entry.name)
    started_at = MORNING + timedelta(minutes=entry.minute)
    attempt_id = begin(journal, request, entry.connection, trace_id="-", started_at=started_at)
    if entry.outcome is OutcomeKind.CREATED and entry.kind is RequestKind.ALBUM:
        journal.attempts.settle(attempt_id, created(entry.result_id))
    elif entry.outcome is OutcomeKind.CREATED:
        made = replace(MADE_FOLDER, id=entry.result_id)
        journal.attempts.settle(attempt_id, Settlement(OutcomeKind.CREATED, MORNING, created=made))
    elif entry.outcome is not OutcomeKind.SENDING:
        journal.attempts.settle(attempt_id, settled(entry.outcome))


def wanted(query: HistoryQuery, entries: list[Entry]) -> list[int]:
    """Return the attempts that `query` selects, in its order, by plain Python."""
    chosen = [
        (_key(query.sort, entry, entries), number)
        for number, entry in enumerate(entries, start=1)
        if _selects(query, entry)
    ]
    return [number for _key, number in sorted(chosen, reverse=query.descending)]


def _result_id(entry: Entry) -> str | None:
    return entry.result_id if entry.outcome is OutcomeKind.CREATED else None


def _selects(query: HistoryQuery, entry: Entry) -> bool:
    started_at = MORNING + timedelta(minutes=entry.minute)
    texts = [entry.name, _result_id(entry), entry.connection.name, entry.connection.user_id]
    if entry.kind is RequestKind.SHARED_FOLDER:
        texts.append(FOLDER.container_id)
        if entry.outcome is OutcomeKind.CREATED:
            ids = (
                MADE_FOLDER.share_folder_id,
                MADE_FOLDER.group_id,
                MADE_FOLDER.tenant_id,
                MADE_FOLDER.creator,
            )
            texts += ids
    return (
        (not query.kinds or entry.kind in query.kinds)
        and (not query.outcomes or entry.outcome in query.outcomes)
        and (not query.connection_ids or entry.connection.connection_id in query.connection_ids)
        and (query.since is None or started_at >= query.since)
        and (query.until is None or started_at < query.until)
        and any(query.text.translate(FOLD) in text.translate(FOLD) for text in texts if text is not None)
    )


def _key(sort: SortColumn, entry: Entry, entries: list[Entry]) -> tuple[object, ...]:
    if sort is SortColumn.TIME:
        # The order in which they began, whatever the clock said.
        return ()
    if sort is SortColumn.KIND:
        return (str(entry.kind),)
    if sort is SortColumn.NAME:
        return (entry.name is not None, (entry.name or "").translate(FOLD))
    if sort is SortColumn.ID:
        result_id = _result_id(entry)
        return (result_id is not None, result_id or "")
    if sort is SortColumn.OUTCOME:
        return (str(entry.outcome),)
    # Connections of one name stay apart, those first that were used first.
    first_used = list(dict.fromkeys(other.connection for other in entries)).index(entry.connection)
    return (entry.connection.name.translate(FOLD), first_used)


@pytest.mark.parametrize("limits", [(50_000, 250_000), (2, 4), (0, 0)])
@settings(max_examples=25)
@given(ENTRIES, st.lists(QUERIES, min_size=4, max_size=4), st.integers(1, 5))
def test_windows_are_slices_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
    limits: tuple[int, int],
    entries: list[Entry],
    queries: list[HistoryQuery],
    size: int,
) -> None:
    path = tmp_path_factory.mktemp("journal") / "history.sqlite3"
    with pytest.MonkeyPatch.context() as patch, Journal(path) as journal:
        patch.setattr(selection, "_MOST_LISTED", limits[0])
        patch.setattr(selection, "_MOST_PROPOSED", limits[1])
        for entry in entries:
            write(journal, entry)
        for query in [HistoryQuery(), *queries]:
            for sort, descending in ORDERS:
                check(journal, replace(query, sort=sort, descending=descending), entries, size)


def check(journal: Journal, query: HistoryQuery, entries: list[Entry], size: int) -> None:
    whole = wanted(query, entries)
    assert journal.history.count(query) == len(whole)
    for first in range(0, len(whole) + 2, max(1, size - 1)):
        rows = [row.attempt_id for row in journal.history.rows(query, first, size)]
        assert rows == whole[first : first + size], (query, first, size)
    assert [attempt.attempt_id for attempt in journal.history.attempts(query)] == whole


@pytest.mark.parametrize("few", [20_000, 0])
@settings(max_examples=30)
@given(
    entries=ENTRIES,
    queries=st.lists(QUERIES, min_size=3, max_size=3),
    size=st.integers(1, 5),
    steps=st.none() | st.integers(1, 300),
    indexed=st.booleans(),
)
def test_the_first_rows_are_the_start_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
    few: int,
    entries: list[Entry],
    queries: list[HistoryQuery],
    size: int,
    steps: int | None,
    *,
    indexed: bool,
) -> None:
    """However early a walk has to stop: what it has found is shown, and so must be right."""
    path = tmp_path_factory.mktemp("journal") / "history.sqlite3"
    with pytest.MonkeyPatch.context() as patch, Journal(path) as journal:
        patch.setattr(selection, "_FEW", few)
        patch.setattr(keyset, "_MOMENT", 3600 if steps is None else 0)
        patch.setattr(keyset, "_STEPS", steps or 20_000)
        patch.setattr(journal.history, "_indexed", indexed)
        for entry in entries:
            write(journal, entry)
        for query in [HistoryQuery(), *queries]:
            for sort, descending in ORDERS:
                ordered = replace(query, sort=sort, descending=descending)
                check_start(journal, ordered, entries, size, stopped=bool(few == 0 and steps))


def check_start(
    journal: Journal, query: HistoryQuery, entries: list[Entry], size: int, *, stopped: bool
) -> None:
    whole = wanted(query, entries)
    first = journal.history.first_rows(query, size)
    shown = [row.attempt_id for row in first.rows]
    assert shown == whole[:size] or (stopped and first.count is None and shown == whole[: len(shown)]), query
    assert first.count == len(whole) or (first.count is None and (stopped or len(shown) == size)), query
    assert journal.history.count(query) == len(whole)
    assert journal.history.rows(query, 0, size)[: len(shown)] == first.rows


def test_newest_first_and_nothing_pinned_by_default(journal: Journal) -> None:
    outcomes = [OutcomeKind.UNKNOWN, OutcomeKind.REFUSED, OutcomeKind.UNKNOWN, OutcomeKind.NOT_SENT]
    for minute, outcome in enumerate(outcomes):
        attempt_id = begin(journal, started_at=MORNING + timedelta(minutes=minute))
        journal.attempts.settle(attempt_id, settled(outcome))
    rows = journal.history.rows(HistoryQuery(), 0, 10)
    assert [row.outcome for row in rows] == outcomes[::-1]
    assert all(earlier.started_at > later.started_at for earlier, later in pairwise(rows))


def test_c42_a_row_of_the_future_does_not_stay_on_top(journal: Journal) -> None:
    times = [
        MORNING,
        MORNING + timedelta(days=400),
        MORNING + timedelta(minutes=1),
        MORNING - timedelta(days=400),
    ]
    numbers = [begin(journal, started_at=moment) for moment in times]
    assert [row.attempt_id for row in journal.history.rows(HistoryQuery(), 0, 10)] == numbers[::-1]
    assert [row.attempt_id for row in journal.history.rows(HistoryQuery(descending=False), 1, 2)] == numbers[
        1:3
    ]
    assert journal.history.count(HistoryQuery(after_attempt=numbers[1])) == 2
    assert journal.history.count(HistoryQuery(until=MORNING + timedelta(days=1))) == 3


def test_a_window_beyond_the_end_is_empty_and_one_before_the_start_begins_there(journal: Journal) -> None:
    begin(journal)
    assert journal.history.rows(HistoryQuery(), 1, 10) == []
    assert journal.history.rows(HistoryQuery(), 10**9, 10) == []
    assert journal.history.rows(HistoryQuery(), 0, 0) == []
    assert [row.attempt_id for row in journal.history.rows(HistoryQuery(), -5, 10)] == [1]


def test_a_window_may_be_larger_than_one_statement_asks_for(journal: Journal) -> None:
    with journal._writer.exclusive() as connection:
        connection.execute("PRAGMA synchronous = OFF")
    for _ in range(1201):
        begin(journal)
    rows = journal.history.rows(HistoryQuery(descending=False), 0, 5000)
    assert [row.attempt_id for row in rows] == list(range(1, 1202))
    exported = journal.history.attempts(HistoryQuery(descending=False))
    assert [attempt.attempt_id for attempt in exported] == list(range(1, 1202))


def test_what_is_written_meanwhile_is_in_the_next_window(journal: Journal) -> None:
    query = HistoryQuery(text="Holiday", descending=False)
    assert journal.history.count(query) == 0
    first = begin(journal)
    assert journal.history.count(query) == 1
    assert journal.history.rows(query, 0, 10)[0].outcome is OutcomeKind.SENDING
    journal.attempts.settle(first, created())
    assert journal.history.rows(query, 0, 10)[0].outcome is OutcomeKind.CREATED
    second = begin(journal)
    assert [row.attempt_id for row in journal.history.rows(query, 0, 10)] == [first, second]


@pytest.mark.parametrize("filtered", [False, True])
@pytest.mark.parametrize(("sort", "descending"), ORDERS)
def test_no_window_of_many_rows_needs_sorting(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, sort: SortColumn, *, descending: bool, filtered: bool
) -> None:
    monkeypatch.setattr(selection, "_MOST_LISTED", 0)
    for connection in CONNECTIONS:
        begin(journal, connection=connection)
    query = HistoryQuery(sort=sort, descending=descending)
    if filtered:
        filters = {"kinds": frozenset({RequestKind.ALBUM}), "outcomes": frozenset({OutcomeKind.SENDING})}
        query = replace(query, since=MORNING, connection_ids=frozenset({"c-1"}), **filters)
    statements: list[str] = []
    with journal.history._reader.snapshot() as connection:
        chosen = selection.select(query, connection, indexed=True)
        connection.set_trace_callback(statements.append)
        assert chosen.rows(connection, 0, 10)
        connection.set_trace_callback(None)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statements[0]}")]
    assert not [step for step in plan if "TEMP B-TREE" in step]
    assert not [step for step in plan if " a " in f"{step} " and "COVERING INDEX" not in step], plan
