"""A `HistoryQuery` in SQL: which rows, and in which order.

A unary ``+`` before a column keeps SQLite from choosing an index for it: without statistics it would take
the index of any column that a filter names for a sharp one, though half of all attempts may be albums, and
leave the index that holds the order or all of the filtered columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from koodrive.core.characters import ascii_lower, folded, is_found
from koodrive.journal.attempts.undone import UNDONE
from koodrive.journal.encoding import milliseconds, to_db_text
from koodrive.journal.records import SortColumn
from koodrive.journal.schema import UNUSUAL_IDS
from koodrive.journal.search_index import SEARCHED_COLUMNS, SHORTEST, proposal
from koodrive.models import Action, OutcomeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from koodrive.journal.records import HistoryQuery

_LONGEST_PATTERN = 50_000
"""Bytes; SQLite raises an error for a longer pattern of LIKE. Nothing that is searched is as long."""

_FOLDED = r"SELECT f.attempt_id FROM folded_name f WHERE f.name LIKE :folded ESCAPE '\'"

_IS_UNDONE = f"a.attempt_id IN {UNDONE}"
# From the index of the deletes, which are few; the table itself need not be read.
_DELETES = "(SELECT d.attempt_id FROM attempt d WHERE d.of_attempt IS NOT NULL)"

_BY_ATTEMPT = "attempt a"
# The outer loop over the few connections gives the order by their names, the inner one that within each.
_BY_CONNECTION = "connection c CROSS JOIN attempt a ON a.connection_key = c.connection_key"

_KEYS: dict[SortColumn, tuple[str, ...]] = {
    # Attempts are numbered in the order in which they began, whatever the clock said.
    SortColumn.TIME: (),
    SortColumn.KIND: ("a.kind",),
    SortColumn.NAME: ("a.name COLLATE NOCASE",),
    SortColumn.ID: ("a.result_id",),
    SortColumn.OUTCOME: ("a.outcome",),
    SortColumn.CONNECTION: ("c.name COLLATE NOCASE", "c.connection_key"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """The condition of a query."""

    condition: str = ""
    """Condition for WHERE, over ``attempt a``; empty when all rows are wanted."""
    values: dict[str, object] = field(default_factory=dict)
    """Values of its named parameters; with ``proposal`` when the search index can propose rows, and
    ``folded`` when there are folded names."""
    connection_keys: tuple[int, ...] = ()
    """The connections that the searched text names."""

    @property
    def proposals(self) -> list[str]:
        """The statements for the attempts that may hold the text, where the search index can propose rows."""
        sources = ["SELECT rowid AS attempt_id FROM attempt_search WHERE attempt_search MATCH :proposal"]
        if "folded" in self.values:
            sources.append(_FOLDED)
        if self.connection_keys:
            keys = ", ".join(map(str, self.connection_keys))
            sources.append(f"SELECT attempt_id FROM attempt WHERE connection_key IN ({keys})")  # noqa: S608 - numbers only
        return sources

    @property
    def where(self) -> str:
        """The whole WHERE clause, or nothing."""
        return f"WHERE {self.condition}" if self.condition else ""


def filter_of(query: HistoryQuery, connection: sqlite3.Connection) -> Filter:
    """Return the condition for the rows of `query`.

    Args:
        query: Which rows are wanted.
        connection: Where the names of connections are looked up.

    Raises:
        ValueError: When a time of `query` has no time zone.
    """
    values: dict[str, object] = {}
    conditions = [f"+a.kind IN ({_places('kind', query.kinds, values)})"] if query.kinds else []
    if query.outcomes:
        conditions.append(_outcome_condition(query, values))
    if query.connection_ids:
        places = _places("connection", query.connection_ids, values)
        keys_of = f"SELECT connection_key FROM connection WHERE connection_id IN ({places})"  # noqa: S608 - places only
        conditions.append(f"+a.connection_key IN ({keys_of})")
    if len(query.actions) == 1:
        conditions.append(f"a.attempt_id {'' if Action.DELETE in query.actions else 'NOT '}IN {_DELETES}")
    if query.is_undone is not None:
        conditions.append(f"{'' if query.is_undone else 'NOT '}({_IS_UNDONE})")
    if query.batch_id is not None:
        conditions.append("a.batch_id = :batch_id")
        values["batch_id"] = query.batch_id
    conditions += _time_conditions(query, values)
    keys: tuple[int, ...] = ()
    if query.text:
        searched = _Searched(to_db_text(query.text), connection)
        values |= searched.values()
        keys = _connections_named(searched.text, connection)
        conditions.append(searched.condition(keys))
    return Filter(" AND ".join(conditions), values, keys)


def source_of(sort: SortColumn) -> str:
    """Return what to put after FROM, so that the index of `sort` gives the order."""
    return _BY_CONNECTION if sort is SortColumn.CONNECTION else _BY_ATTEMPT


def order_of(sort: SortColumn, *, descending: bool) -> str:
    """Return what to put after ORDER BY; the whole order turns round with `descending`."""
    direction = " DESC" if descending else " ASC"
    return ", ".join(key + direction for key in (*_KEYS[sort], "a.attempt_id"))


def _places(place: str, wanted: Collection[str], values: dict[str, object]) -> str:
    """Put the `wanted` words among the values and return the list of their places."""
    named = {f"{place}{number}": to_db_text(word) for number, word in enumerate(sorted(wanted))}
    values.update(named)
    return ", ".join(f":{name}" for name in named)


def _outcome_condition(query: HistoryQuery, values: dict[str, object]) -> str:
    condition = f"+a.outcome IN ({_places('outcome', query.outcomes, values)})"
    wanted = query.outcomes & {OutcomeKind.CREATED, OutcomeKind.DELETED}
    if not query.by_fate or len(wanted) != 1:
        return condition
    if OutcomeKind.CREATED in wanted:
        return f"{condition} AND NOT ({_IS_UNDONE})"
    return f"({condition} OR {_IS_UNDONE})"


def _time_conditions(query: HistoryQuery, values: dict[str, object]) -> list[str]:
    conditions = []
    if query.since is not None:
        conditions.append("+a.started_at >= :since")
        values["since"] = milliseconds(query.since)
    if query.until is not None:
        conditions.append("+a.started_at < :until")
        values["until"] = milliseconds(query.until)
    if query.after_attempt is not None:
        conditions.append("a.attempt_id > :after_attempt")
        values["after_attempt"] = query.after_attempt
    return conditions


def _pattern(text: str) -> str | None:
    r"""Return the LIKE pattern (``ESCAPE '\'``) that finds `text` as it is; None when nothing can hold it."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    pattern = f"%{escaped}%"
    # For LIKE a text ends at its first NUL, and comparing with NULL finds nothing.
    too_long = len(pattern.encode("utf-8")) > _LONGEST_PATTERN
    return None if too_long or "\0" in pattern else pattern


def _connections_named(text: str, connection: sqlite3.Connection) -> tuple[int, ...]:
    found = connection.execute("SELECT connection_key, name, user_id FROM connection")
    return tuple(key for key, *names in found if any(is_found(text, str(name)) for name in names))


class _Searched:
    """A text that is searched: as it is, and folded (`koodrive.core.characters`).

    Args:
        text: Not empty.
        connection: Where names and unusual IDs are looked up.
    """

    def __init__(self, text: str, connection: sqlite3.Connection) -> None:
        self.text = text
        self._connection = connection
        form = folded(text)
        # LIKE does not tell apart what differs in the case of A to Z only.
        self._forms = [form] if form == ascii_lower(text) else [form, text]
        self._patterns = {f"pattern{number}": _pattern(each) for number, each in enumerate(self._forms)}
        self._has_folded = self._has_any("folded_name", "1")

    def values(self) -> dict[str, object]:
        """Return what stands for the named places of `condition` and of the proposals."""
        values: dict[str, object] = dict(self._patterns)
        if self._has_folded:
            values["folded"] = self._patterns["pattern0"]
        forms = [form for form in self._forms if _pattern(form) is not None]
        if forms and min(map(len, forms)) >= SHORTEST:
            values["proposal"] = " OR ".join(f"({proposal(form)})" for form in forms)
        return values

    def condition(self, connection_keys: tuple[int, ...]) -> str:
        """Return the condition over ``attempt a``.

        Args:
            connection_keys: The connections that the text names.
        """
        # IDs are ASCII, so that only the name is read, but for the few attempts of which this is not true.
        alternatives = self._likes("a.", ascii_only=True)
        if not all(form.isascii() for form in self._forms) and self._has_any("attempt", UNUSUAL_IDS):
            likes = " OR ".join(self._likes("", ascii_only=False))
            unusual = f"SELECT attempt_id FROM attempt WHERE ({UNUSUAL_IDS}) AND ({likes})"  # noqa: S608 - constants
            alternatives.append(f"+a.attempt_id IN ({unusual})")
        if self._has_folded:
            alternatives.append(f"EXISTS ({_FOLDED} AND f.attempt_id = a.attempt_id)")
        if connection_keys:
            alternatives.append(f"+a.connection_key IN ({', '.join(map(str, connection_keys))})")
        return f"({' OR '.join(alternatives)})"

    def _likes(self, table: str, *, ascii_only: bool) -> list[str]:
        return [
            rf"{table}{column} LIKE :{place} ESCAPE '\'"
            for place, form in zip(self._patterns, self._forms, strict=True)
            for column in SEARCHED_COLUMNS
            if column == "name" or form.isascii() or not ascii_only
        ]

    def _has_any(self, table: str, condition: str) -> bool:
        """Return whether there is such a row; to look each attempt up among none costs as much as to read its name."""
        statement = f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1"  # noqa: S608 - constants
        return self._connection.execute(statement).fetchone() is not None
