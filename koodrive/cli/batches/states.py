"""What the states of a batch and of its rows come to: exit codes, totals, lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive import messages
from koodrive.batch.models import BatchState, PauseReason, Verdict
from koodrive.batch.undoing.groups import UndoState
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import sentences
from koodrive.cli.records import SCHEMA, attempt_record, kind_word
from koodrive.cli.texts.words import counts_of, word_of
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.journal import Attempt, Batch, BatchRow

_BY_STATE = {
    OutcomeKind.REFUSED: ExitCode.REFUSED,
    OutcomeKind.NOT_SENT: ExitCode.NOT_SENT,
    OutcomeKind.UNKNOWN: ExitCode.UNKNOWN,
    OutcomeKind.SENDING: ExitCode.UNKNOWN,
    Verdict.READY: ExitCode.NOT_SENT,
    Verdict.PROBLEM: ExitCode.NOT_SENT,
    Verdict.DOUBTFUL: ExitCode.HELD_BACK,
    UndoState.OPEN: ExitCode.NOT_SENT,
    UndoState.GONE: ExitCode.NOT_SENT,
    UndoState.KEPT: ExitCode.HELD_BACK,
}
"""Exit code for each state of a row, or of an object that is taken back; those that are not here are well."""
_BY_REASON = {
    PauseReason.TOKEN: ExitCode.SIGN_IN,
    PauseReason.DISK: ExitCode.NO_HISTORY,
    PauseReason.REFUSALS: ExitCode.REFUSED,
    PauseReason.UNKNOWN_ROWS: ExitCode.UNKNOWN,
    PauseReason.CRASH: ExitCode.UNKNOWN,
}
"""Exit code for each reason of a pause; of the others, rows were not sent."""
_COUNTED = (
    *(kind for kind in OutcomeKind if kind is not OutcomeKind.SENDING),
    Verdict.EXISTS,
    Verdict.READY,
    Verdict.DOUBTFUL,
    Verdict.PROBLEM,
    Verdict.EXCLUDED,
)


def exit_code_of(state: str, reason: str | None, counts: Mapping[str, int]) -> ExitCode:
    """Return the exit code for a batch that does not run.

    A pause exits by its reason: the rows that it has kept from being sent do not count.

    Args:
        state: A value of `BatchState`.
        reason: A value of `PauseReason`; None for a batch that is not paused.
        counts: Number of rows of each state.
    """
    codes = {code for word, code in _BY_STATE.items() if counts.get(word)}
    if state == BatchState.PAUSED:
        if not counts.get(Verdict.PROBLEM) and not counts.get(OutcomeKind.NOT_SENT):
            codes.discard(ExitCode.NOT_SENT)
        codes.add(_BY_REASON.get(PauseReason(reason or PauseReason.USER), ExitCode.NOT_SENT))
    return first_of(codes)


def row_record(row: BatchRow, earlier: Attempt | None = None) -> dict[str, Any]:
    """Return the result of one row of a batch as an object of JSON, as that of a single create.

    Args:
        row: The row.
        earlier: The attempt of the history that has created what the row asks for.
    """
    is_well = row.state in {OutcomeKind.CREATED, OutcomeKind.DELETED, Verdict.EXISTS}
    if earlier is not None:
        return attempt_record(earlier, row=row.row, ref=row.ref) | {"outcome": row.state}
    return {
        "schema": SCHEMA,
        "attempt": None if row.attempt_id is None else str(row.attempt_id),
        "row": row.row,
        "ref": row.ref,
        "kind": kind_word(row.kind),
        "outcome": row.state,
        "id": row.existing if row.state == Verdict.EXISTS else row.result_id,
        "groupId": row.group_id,
        "traceId": row.trace_id or None,
        "code": row.code,
        "message": None if is_well else row_text(row) or None,
    }


def row_text(row: BatchRow) -> str:
    """Return why a row was not created, as sentences; empty where nothing is known."""
    if row.title or row.message:
        return sentences(row.title, row.message)
    from koodrive.batch.stored_rows import findings_from_text  # noqa: PLC0415

    found = findings_from_text(row.findings)
    return messages.sentences("", *(sentences(None, finding.message) for finding in found))


def totals(batch: Batch, counts: Mapping[str, int]) -> dict[str, Any]:
    """Return the last line: how many rows are in which state, and what the batch does."""
    return {
        "rows": sum(counts.values()),
        **{str(word): counts.get(word, 0) for word in _COUNTED},
        "batch": str(batch.batch_id),
        "state": batch.state,
        "reason": batch.reason,
    }


def counts_text(counts: Mapping[str, int]) -> Message:
    """Return the numbers of rows in words, such as ``143 created, 2 refused``."""
    words = {**dict.fromkeys(map(str, OutcomeKind), 0), **dict.fromkeys(map(str, Verdict), 0), **counts}
    return counts_of(words.items()) or Message("no rows")


def batch_text(batch: Batch, counts: Mapping[str, int]) -> Message:
    """Return where a batch stands: its state, the reason of a pause, the numbers of its rows."""
    text = (
        Message("Batch {number} is {state} ({reason}): {counts}.")
        if batch.reason
        else Message("Batch {number} is {state}: {counts}.")
    )
    return text.filled(
        number=batch.batch_id,
        state=word_of(batch.state),
        reason=word_of(batch.reason or ""),
        counts=counts_text(counts),
    )
