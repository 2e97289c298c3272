"""Makes tables of what is there already: attempts of the history, and names pasted into a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.serialization import fields_from_body
from koodrive.batch.columns import FIELDS, known_count
from koodrive.journal import ReadInterruptedError
from koodrive.models import Action, RequestKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from koodrive.journal import Attempt, Journal
    from koodrive.rules.problems import FieldValue

    Fields = Mapping[str, FieldValue]

_QUOTED = ("\t", "\n", "\r", '"')


def text_of_attempts(journal: Journal, attempt_ids: Sequence[int]) -> str:
    """Return a table with the requests of attempts, in that order; blocks.

    Args:
        journal: The history.
        attempt_ids: Their numbers; deletes, and those of a kind that only a newer KooDesk knows, are left out.

    Raises:
        JournalError: When one cannot be read.
    """
    rows: list[Fields] = []
    for attempt_id in attempt_ids:
        attempt = _attempt(journal, attempt_id)
        if attempt.kind in set(RequestKind) and attempt.action == Action.CREATE:
            rows.append({"kind": attempt.kind, **fields_from_body(attempt.body)})
    return _as_text(rows)


def _attempt(journal: Journal, attempt_id: int) -> Attempt:
    while True:
        try:
            return journal.history.attempt(attempt_id)
        except ReadInterruptedError:
            # Meant for a search of the page History.
            continue


def text_of_names(pasted: str, kind: RequestKind, fields: Fields) -> str:
    """Return a table of rows that were pasted into a name field.

    Args:
        pasted: Rows of a table with a heading, which stays as it is; or one name in the first cell of each row.
        kind: What the form creates.
        fields: What the form says; the name is that of the row.
    """
    lines = [line for line in pasted.splitlines() if line.strip()]
    if lines and known_count(lines[0].split("\t")):
        return pasted
    names = [line.split("\t")[0] for line in lines]
    return _as_text([{"kind": kind.value, **fields, "name": name} for name in names])


def _as_text(rows: Sequence[Fields]) -> str:
    """Return rows as text with tabs, with those columns that any of them fills."""
    columns = [name for name in FIELDS if any(row.get(name) for row in rows)]
    lines = [columns, *([_cell(row.get(name, "")) for name in columns] for row in rows)]
    return "\n".join("\t".join(line) for line in lines)


def _cell(value: FieldValue) -> str:
    text = value if isinstance(value, str) else ";".join(value)
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if any(sign in text for sign in _QUOTED) else text
