"""What programs and people read of something that is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from koodrive.batch.undoing.groups import UndoState
from koodrive.batch.undoing.undo_results import reason_text
from koodrive.cli.failures import CommandError, sentences
from koodrive.cli.records import SCHEMA, kind_word
from koodrive.cli.streams import is_interactive, visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.words import counts_of
from koodrive.creation.undo.models import UndoCode
from koodrive.messages import Message
from koodrive.models import OutcomeKind, RequestKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.creation.undo.models import UndoLook, UndoOutcome
    from koodrive.journal import Batch, BatchUndo, UndoRow

_COUNTED = (
    OutcomeKind.DELETED,
    UndoState.KEPT,
    OutcomeKind.REFUSED,
    OutcomeKind.NOT_SENT,
    OutcomeKind.UNKNOWN,
    UndoState.READY,
    UndoState.GONE,
    UndoState.OPEN,
)


def counts_text(counts: Mapping[str, int]) -> Message:
    """Return the numbers of objects in words, such as ``140 taken back, 3 kept``."""
    found = counts_of((state, counts.get(state, 0)) for state in (*_COUNTED, OutcomeKind.SENDING))
    return found or Message("nothing was created")


def state_of(outcome: UndoOutcome) -> str:
    """Return what became of an object: ``deleted`` also for one that was taken back before, or ``kept``."""
    if outcome.look.code is UndoCode.TAKEN_BACK:
        return OutcomeKind.DELETED
    return UndoState.KEPT if outcome.kind is None else outcome.kind


def outcome_record(outcome: UndoOutcome) -> dict[str, Any]:
    """Return what became of taking one object back as an object of JSON; ``kept`` where nothing was sent."""
    attempt = outcome.look.attempt
    return _record(
        attempt=outcome.attempt_id,
        of_attempt=attempt.attempt_id,
        kind=attempt.kind,
        name=attempt.name,
        state=state_of(outcome),
        result_id=attempt.result_id,
        trace_id=outcome.trace_id,
        code=outcome.look.code if outcome.kind is None else outcome.code,
        message=outcome_text(outcome),
    )


def outcome_text(outcome: UndoOutcome) -> str:
    """Return why an object was kept or could not be taken back, or the remark about its end; empty for nothing."""
    if outcome.kind is None:
        return sentences(None, outcome.look.reason)
    if outcome.kind is OutcomeKind.DELETED:
        return sentences(None, outcome.remark)
    return sentences(outcome.title, outcome.message)


def look_record(look: UndoLook) -> dict[str, Any]:
    """Return what was seen of an object as an object of JSON; its `outcome` is ``ready``, ``gone`` or ``kept``."""
    return _record(
        attempt=None,
        of_attempt=look.attempt.attempt_id,
        kind=look.attempt.kind,
        name=look.attempt.name,
        state=look.verdict,
        result_id=look.attempt.result_id,
        trace_id=None,
        code=look.code,
        message=sentences(None, look.reason),
    )


def row_record(row: UndoRow) -> dict[str, Any]:
    """Return what became of taking one object of a batch back as an object of JSON."""
    return _record(
        attempt=row.attempt_id,
        of_attempt=row.of_attempt,
        row=row.row,
        ref=row.ref,
        kind=row.kind,
        name=row.name,
        state=row.state,
        result_id=row.result_id,
        trace_id=None if row.attempt_id is None else row.trace_id,
        code=None if row.attempt_id is None else row.code,
        message=sentences(None, reason_text(row)),
    )


def totals(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many objects are in which state."""
    return {"rows": sum(counts.values()), **{str(state): counts.get(state, 0) for state in _COUNTED}}


def batch_totals(batch: Batch, undo: BatchUndo, counts: Mapping[str, int]) -> dict[str, Any]:
    """Return the last line: how many objects are in which state, and what the run does."""
    return totals(counts) | {"batch": str(batch.batch_id), "state": undo.state, "reason": undo.reason}


def described(kind: RequestKind | str, name: str | None, result_id: str | None) -> Message:
    """Return what names an object for people."""
    is_album, object_id = kind == RequestKind.ALBUM, visible(result_id)
    if not name:
        nameless = Message("the album {object_id}") if is_album else Message("the shared folder {object_id}")
        return nameless.filled(object_id=object_id)
    named = (
        Message("the album “{name}” ({object_id})")
        if is_album
        else Message("the shared folder “{name}” ({object_id})")
    )
    return named.filled(name=visible(name), object_id=object_id)


def require_confirmed(question: Message, *, is_confirmed: bool) -> None:
    """Ask before anything is deleted.

    Args:
        question: Names what is taken back.
        is_confirmed: Whether nobody has to be asked.

    Raises:
        CommandError: When nobody has confirmed it.
    """
    require_terminal(is_confirmed=is_confirmed)
    if not (is_confirmed or click.confirm(in_language(question), err=True)):
        raise _not_confirmed()


def require_terminal(*, is_confirmed: bool) -> None:
    """Refuse to go on where nobody can be asked.

    Raises:
        CommandError: When somebody has to be.
    """
    if not (is_confirmed or is_interactive()):
        raise _not_confirmed()


def _not_confirmed() -> CommandError:
    return CommandError(
        "not_confirmed",
        Message("Nothing was taken back"),
        Message("Nobody has confirmed it. Add --yes, or look first with --dry-run."),
    )


def _record(
    *,
    attempt: int | None,
    of_attempt: int,
    kind: RequestKind | str,
    name: str | None,
    state: str,
    result_id: str | None,
    trace_id: str | None,
    code: str | None,
    message: str,
    row: int | None = None,
    ref: str | None = None,
) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "attempt": None if attempt is None else str(attempt),
        "ofAttempt": str(of_attempt),
        "row": row,
        "ref": ref,
        "kind": kind_word(kind),
        "name": name,
        "outcome": str(state),
        "id": result_id,
        "traceId": trace_id or None,
        "code": None if code is None else str(code),
        "message": message or None,
    }
