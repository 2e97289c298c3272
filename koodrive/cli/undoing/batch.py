"""Takes a whole batch back for the command: a look at all, one question, the run, its result."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from koodrive.batch.models import BatchState
from koodrive.batch.undoing.groups import UndoGroups, UndoState
from koodrive.batch.undoing.undo_results import reason_text, write_undo_results
from koodrive.cli.batches.results import HEADINGS, require_writable, write_file
from koodrive.cli.batches.running import pace_of, wait_for
from koodrive.cli.batches.states import exit_code_of
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import sentences
from koodrive.cli.interrupts import Interrupts
from koodrive.cli.looking import look_for
from koodrive.cli.session import find_batch, open_session
from koodrive.cli.streams import visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.tables import print_table
from koodrive.cli.texts.words import word_of
from koodrive.cli.undoing.records import (
    batch_totals,
    counts_text,
    require_confirmed,
    require_terminal,
    row_record,
)
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.batch.undoing.undo_runner import UndoRunner
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.journal import Journal, UndoRow

_AT_ONCE = 500
_MOST_SHOWN = 50
"""Objects that were not taken back that people see; the file of the result has all."""


def undo_batch(options: CommonOptions, batch_id: int, *, is_confirmed: bool, result: Path | None) -> ExitCode:
    """Take back what a batch has made, print what became of it and return the exit code.

    Args:
        options: Name the connection; without, it is that of the batch.
        batch_id: The batch.
        is_confirmed: Whether nobody has to be asked.
        result: File of the result; None for none.

    Raises:
        CommandError: When there is no such batch, nobody has confirmed it, or the file cannot be written.
        KoodriveError: When nothing could be sent.
    """
    require_writable({"result": result, "remaining": None})
    output = options.output
    if not options.dry_run:
        require_terminal(is_confirmed=is_confirmed)
    with open_session(options, output, batch_id=batch_id) as session, Interrupts() as interrupts:
        journal = session.backend.journal
        find_batch(session.backend, batch_id)
        _set_pace(options, journal, batch_id)
        runner = session.backend.batch_runs.undo_runner(
            batch_id, connection=session.connection, client=session.client
        )
        is_seen = options.dry_run or not is_confirmed
        if is_seen:
            output.say(Message("Looking at what the batch has created …"))
            runner.start_looking()
            wait_for(output, runner, interrupts)
            if options.dry_run or runner.progress.state is not BatchState.CHECKED:
                return _end(options, session, runner, interrupts, result)
            _ask(output, session, runner)
        runner.start(is_anew=not is_seen)
        wait_for(output, runner, interrupts)
        look_for(
            options,
            session,
            interrupts,
            journal.batch_undos.unknown_attempts(batch_id),
            Message("Looking for up to {seconds} s for what became of {count} lost deletions …"),
        )
        return _end(options, session, runner, interrupts, result)


def _set_pace(options: CommonOptions, journal: Journal, batch_id: int) -> None:
    undo = journal.batch_undos.undo(batch_id)
    pace = journal.batches.batch(batch_id).pace if undo is None else undo.pace
    journal.batch_undos.set_pace(batch_id, pace_of(options, pace))


def _ask(output: Output, session: Session, runner: UndoRunner) -> None:
    """Say how much would be deleted and what is kept, and ask.

    Raises:
        CommandError: When nobody has confirmed it.
    """
    batch = find_batch(session.backend, runner.batch_id)
    counts = runner.progress.counts
    if not output.is_json:
        _print_kept(output, session.backend.journal, runner.batch_id)
    left = UndoGroups.of(counts).left
    if left:
        question = Message(
            "Take back {left} of batch {number} “{name}” at {connection}? ({counts})",
            left=left,
            number=batch.batch_id,
            name=visible(batch.name),
            connection=visible(session.connection.name),
            counts=counts_text(counts),
        )
        require_confirmed(question, is_confirmed=False)


def _end(
    options: CommonOptions,
    session: Session,
    runner: UndoRunner,
    interrupts: Interrupts,
    result: Path | None,
) -> ExitCode:
    """Print and write the result, and return the exit code."""
    output, journal, batch_id = options.output, session.backend.journal, runner.batch_id
    batch, undo = journal.batches.batch(batch_id), journal.batch_undos.undo(batch_id)
    if undo is None:
        return ExitCode.CREATED
    counts = journal.batch_undos.counts(batch_id)
    if output.is_json:
        for row in _rows(journal, batch_id):
            output.record(row_record(row))
        output.record(batch_totals(batch, undo, counts))
    else:
        text = (
            Message("Batch {number} was looked at, and nothing was deleted: {counts}.")
            if undo.state == BatchState.CHECKED
            else Message("Taking back batch {number} is {state}: {counts}.")
        )
        output.text(text.filled(number=batch_id, state=word_of(undo.state), counts=counts_text(counts)))
        _print_kept(output, journal, batch_id)
        if undo.reason_text is not None:
            output.text(visible(undo.reason_text))
    write = partial(write_undo_results, journal=journal, batch_id=batch_id, translate=in_language)
    kept = Message("What became of each row is in the history.")
    written = ExitCode.CREATED if result is None else write_file(output, result, partial(write, result), kept)
    if undo.state == BatchState.PAUSED:
        output.say(Message("Go on with it: koodrive undo --batch {number}", number=batch_id))
        if interrupts.was_asked:
            return ExitCode.INTERRUPTED
    if undo.state == BatchState.CHECKED:
        return first_of([written, ExitCode.HELD_BACK if counts.get(UndoState.KEPT) else ExitCode.CREATED])
    return first_of([written, exit_code_of(undo.state, undo.reason, counts)])


def _rows(journal: Journal, batch_id: int) -> Iterator[UndoRow]:
    before: int | None = None
    while rows := journal.batch_undos.page(batch_id, before, _AT_ONCE):
        yield from rows
        before = rows[-1].of_attempt


def _print_kept(output: Output, journal: Journal, batch_id: int) -> None:
    """Print the objects that were not, or would not be, taken back, and say why."""
    states = {UndoState.KEPT, OutcomeKind.REFUSED, OutcomeKind.NOT_SENT, OutcomeKind.UNKNOWN}
    found = journal.batch_undos.page(batch_id, limit=_MOST_SHOWN + 1, states=states)
    cells = [
        ("" if row.line is None else row.line, word_of(row.state), row.result_id, row.name or "", _why(row))
        for row in found[:_MOST_SHOWN]
    ]
    if cells:
        print_table(output, HEADINGS, cells)
    if len(found) > _MOST_SHOWN:
        output.say(Message("The first {count}; --json and --result have all.", count=_MOST_SHOWN))


def _why(row: UndoRow) -> str:
    return sentences(None, reason_text(row))
