"""Prints batches of the history, watches those that run elsewhere, and stops them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from koodrive.batch.models import BatchState
from koodrive.cli.batches.results import print_result, require_writable, write_files
from koodrive.cli.batches.states import counts_text, exit_code_of
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.interrupts import Interrupts
from koodrive.cli.session import find_batch, open_backend
from koodrive.cli.streams import visible
from koodrive.cli.texts.tables import print_table
from koodrive.cli.texts.words import connection_word, word_of
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.cli.options import CommonOptions
    from koodrive.journal import Batch

_HEADINGS = (
    Message("Batch"),
    Message("Time"),
    Message("Table"),
    Message("State"),
    Message("Rows"),
    Message("Connection"),
)
_FOLLOW_SECONDS = 1.0
_LINE_SECONDS = 5.0


def print_all(options: CommonOptions) -> ExitCode:
    """Print all batches.

    Raises:
        JournalError: When the history cannot be read.
    """
    output = options.output
    with open_backend(options, output, must_exist=True) as backend:
        found = [
            (batch, backend.journal.batch_rows.counts(batch.batch_id))
            for batch in backend.journal.batches.batches()
        ]
    if output.is_json:
        for batch, counts in found:
            output.record(_record(batch, counts))
    elif found:
        rows = [
            (
                batch.batch_id,
                "" if batch.added_at is None else f"{batch.added_at.astimezone():%Y-%m-%d %H:%M}",
                batch.name or Message("(pasted)"),
                _state_text(batch),
                counts_text(counts),
                connection_word(batch.connection_id, batch.connection_name),
            )
            for batch, counts in found
        ]
        print_table(output, _HEADINGS, rows)
    else:
        output.say(Message("No batches."))
    return ExitCode.CREATED


def print_one(options: CommonOptions, batch_id: int, *, is_followed: bool) -> ExitCode:
    """Print where a batch stands, at once or when it has ended; return the exit code of its rows.

    Raises:
        CommandError: When there is no such batch.
        JournalError: When the history cannot be read.
    """
    output = options.output
    with open_backend(options, output, must_exist=True) as backend, Interrupts() as interrupts:
        journal = backend.journal
        batch, next_line = find_batch(backend, batch_id), 0.0
        while is_followed and batch.state == BatchState.RUNNING and not interrupts.was_asked:
            if time.monotonic() >= next_line:
                next_line = time.monotonic() + _LINE_SECONDS
                output.say(counts_text(journal.batch_rows.counts(batch_id)))
            interrupts.pause(_FOLLOW_SECONDS)
            journal.batches.close_interrupted(journal.processes.is_alive)
            batch = find_batch(backend, batch_id)
        counts = journal.batch_rows.counts(batch_id)
        if output.is_json:
            output.record(_record(batch, counts))
        else:
            print_result(output, journal, batch, counts)
    if is_followed and interrupts.was_asked:
        return ExitCode.INTERRUPTED
    if batch.state in {BatchState.RUNNING, BatchState.CHECKED}:
        return ExitCode.CREATED
    return exit_code_of(batch.state, batch.reason, counts)


def print_results(options: CommonOptions, batch_id: int, **values: Any) -> ExitCode:
    """Print what became of each row of a batch, or write it into files; return the exit code of its rows.

    Raises:
        CommandError: When there is no such batch, or a file cannot be written.
        JournalError: When the history cannot be read.
    """
    require_writable(values)
    output = options.output
    with open_backend(options, output, must_exist=True) as backend:
        batch = find_batch(backend, batch_id)
        counts = backend.journal.batch_rows.counts(batch_id)
        print_result(output, backend.journal, batch, counts, has_all=True)
        written = write_files(output, backend.journal, batch, values)
    if batch.state in {BatchState.RUNNING, BatchState.CHECKED}:
        return written
    return first_of([exit_code_of(batch.state, batch.reason, counts), written])


def stop_one(options: CommonOptions, batch_id: int) -> ExitCode:
    """End a batch for good, wherever it runs; where it is being taken back, end that, and leave the batch as it is.

    Raises:
        CommandError: When there is no such batch.
        JournalError: When that could not be written.
    """
    output = options.output
    with open_backend(options, output, must_exist=True) as backend:
        find_batch(backend, batch_id)
        journal = backend.journal
        undo = journal.batch_undos.undo(batch_id)
        is_undoing = undo is not None and undo.state == BatchState.RUNNING
        runs = journal.batch_undos if is_undoing else journal.batches
        runs.ask_to_end(batch_id, BatchState.STOPPED, is_alive=journal.processes.is_alive)
        batch = find_batch(backend, batch_id)
        is_asked = runs.wish(batch_id) is not None
        counts = backend.journal.batch_rows.counts(batch_id)
    if output.is_json:
        output.record(_record(batch, counts))
    else:
        text = _stopped_text(is_undoing=is_undoing, is_asked=is_asked)
        state, numbers = word_of(batch.state), counts_text(counts)
        output.text(text.filled(number=batch_id, state=state, counts=numbers))
    return ExitCode.CREATED


def _stopped_text(*, is_undoing: bool, is_asked: bool) -> Message:
    if is_undoing and is_asked:
        return Message("Taking back batch {number} stops when what is in flight has ended: {counts}.")
    if is_undoing:
        return Message("Taking back batch {number} is stopped: {counts}.")
    if is_asked:
        return Message("Batch {number} stops when what is in flight has ended: {counts}.")
    return Message("Batch {number} is {state}: {counts}.")


def _state_text(batch: Batch) -> str:
    state = word_of(batch.state)
    return Message("{state} ({reason})", state=state, reason=word_of(batch.reason)) if batch.reason else state


def _record(batch: Batch, counts: Mapping[str, int]) -> dict[str, Any]:
    return {
        "batch": str(batch.batch_id),
        "addedAt": None if batch.added_at is None else f"{batch.added_at:%Y-%m-%dT%H:%M:%S}Z",
        "name": batch.name or None,
        "state": batch.state,
        "reason": batch.reason,
        "message": None if batch.reason_text is None else visible(batch.reason_text),
        "rows": batch.row_count,
        "counts": dict(counts),
        "connection": batch.connection_name,
        "serviceAddress": batch.service_address,
        "userId": batch.user_id,
    }
