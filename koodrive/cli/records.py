"""What programs read of a create: one object of JSON a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.cli.failures import sentences
from koodrive.models import CreateAlbum, CreatedSharedFolder, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.journal import Attempt
    from koodrive.models import Outcome

SCHEMA = 1
"""Version of the form; it grows when a member changes its meaning."""

_KINDS = {RequestKind.ALBUM: "album", RequestKind.SHARED_FOLDER: "shared_folder"}
_COUNTED = (
    OutcomeKind.CREATED,
    OutcomeKind.DELETED,
    OutcomeKind.REFUSED,
    OutcomeKind.NOT_SENT,
    OutcomeKind.UNKNOWN,
)


def kind_word(kind: RequestKind | str | None) -> str | None:
    """Return the word for a kind: ``album`` or ``shared_folder``, as in the column `kind` of a table."""
    return (
        None if kind is None else next((word for known, word in _KINDS.items() if known == kind), str(kind))
    )


def attempt_record(attempt: Attempt, *, row: int | None = None, ref: str | None = None) -> dict[str, Any]:
    """Return the result of one create as the history has it; IDs are text, and what is not there is None.

    Args:
        attempt: From the history.
        row: Number of its row; None for one that has none.
        ref: The user's key of the row.
    """
    return _record(
        attempt=attempt.attempt_id,
        row=row,
        ref=ref,
        kind=attempt.kind,
        outcome=attempt.outcome,
        result_id=attempt.result_id,
        group_id=attempt.group_id,
        trace_id=attempt.trace_id,
        code=attempt.code,
        message=sentences(attempt.title, attempt.message),
    )


def outcome_record(outcome: Outcome, row: int) -> dict[str, Any]:
    """Return the result of one create, as `attempt_record` does, without reading the history.

    Args:
        outcome: From the creator.
        row: Number of its row.
    """
    made = outcome.created
    response = made.response_info if made is not None else None
    return _record(
        attempt=outcome.attempt_id,
        row=row,
        ref=None,
        kind=RequestKind.ALBUM if isinstance(outcome.request, CreateAlbum) else RequestKind.SHARED_FOLDER,
        outcome=outcome.kind,
        result_id=made.result_id if made is not None else None,
        group_id=made.group_id if isinstance(made, CreatedSharedFolder) else None,
        trace_id=outcome.trace_id,
        code=outcome.code or (response.code if response is not None else None),
        message=sentences(outcome.title, outcome.message),
    )


def totals(outcomes: Iterable[OutcomeKind | str]) -> dict[str, int]:
    """Return how many rows had which outcome."""
    counted = list(outcomes)
    return {"rows": len(counted), **{str(kind): counted.count(kind) for kind in _COUNTED}}


def _record(
    *,
    attempt: int | None,
    row: int | None,
    ref: str | None,
    kind: RequestKind | str,
    outcome: OutcomeKind | str,
    result_id: str | None,
    group_id: str | None,
    trace_id: str | None,
    code: str | None,
    message: str,
) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "attempt": None if attempt is None else str(attempt),
        "row": row,
        "ref": ref,
        "kind": kind_word(kind),
        "outcome": str(outcome),
        "id": result_id,
        "groupId": group_id,
        "traceId": trace_id or None,
        "code": code,
        "message": None if outcome == OutcomeKind.CREATED else message or None,
    }
