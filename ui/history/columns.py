"""The columns of the history, and what their cells say."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from ui.texts import attempts as texts
from ui.texts.connections import connection_text
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from koodrive.journal import AttemptRow


_LONGEST_CELL = 500
"""Characters; more are not visible, and laying them out takes time."""


class Column(IntEnum):
    """The columns of the history, from left to right; the names are those of `SortColumn`."""

    TIME = 0
    KIND = 1
    NAME = 2
    ID = 3
    OUTCOME = 4
    CONNECTION = 5


def text_of(attempt: AttemptRow, column: int) -> str:
    """Return what a cell says, in one line; what an attempt does not have is a dash."""
    return in_short(_whole_text_of(attempt, column), _LONGEST_CELL)


def _whole_text_of(attempt: AttemptRow, column: int) -> str:
    if column == Column.TIME:
        return texts.local_time(attempt.started_at)
    if column == Column.KIND:
        return texts.row_kind_text(attempt)
    if column == Column.NAME:
        return attempt.name or "–"
    if column == Column.ID:
        return attempt.result_id or "–"
    if column == Column.OUTCOME:
        return texts.row_outcome_with_sign(attempt)
    return connection_text(attempt.connection_id, attempt.connection_name)


def tool_tip_of(attempt: AttemptRow, column: int) -> str:
    """Return the whole of what a cell may have no room for, as a tool tip that shows it literally."""
    if column == Column.TIME:
        moments = (texts.exact_time(attempt.started_at), texts.utc_time(attempt.started_at))
        return as_tool_tip("\n".join(moments))
    if column == Column.OUTCOME and attempt.undone_at is not None:
        return as_tool_tip(texts.fate_text(attempt))
    return as_tool_tip(_whole_text_of(attempt, column))
