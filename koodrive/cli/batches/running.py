"""Runs a batch for the command: the table is checked, stored and planned, its rows are sent, the result is printed."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from koodrive.batch.cross_check import check_table
from koodrive.batch.models import BatchState, PauseReason, Verdict
from koodrive.batch.running.unsendable import doubt_existing
from koodrive.batch.stored_plan import CONFIRMED, store_table
from koodrive.batch.stored_rows import checked_row
from koodrive.batch.table import open_table
from koodrive.cli.batches.checked_rows import print_rows, table_options
from koodrive.cli.batches.dry_run import rehearse
from koodrive.cli.batches.progress import BatchProgress
from koodrive.cli.batches.results import all_rows, print_result, require_writable, write_files
from koodrive.cli.batches.states import counts_text, exit_code_of
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import sentences
from koodrive.cli.interrupts import GRACE_SECONDS, Interrupts
from koodrive.cli.looking import look_for
from koodrive.cli.session import open_session
from koodrive.cli.streams import visible
from koodrive.errors import AuthenticationError, KoodriveError, OutcomeUnknownError, RefusedError
from koodrive.journal import BatchStateError, RowFilter
from koodrive.messages import Message

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.batch.running.runner import BatchRunner
    from koodrive.batch.table import Table
    from koodrive.batch.undoing.undo_runner import UndoRunner
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.journal import Batch, Journal, Pace

_POLL_SECONDS = 0.2


def run_file(options: CommonOptions, **values: Any) -> ExitCode:
    """Check a table, create its rows and print the result.

    Args:
        options: The common ones.
        values: The options of the command.

    Raises:
        TableError: When the file cannot be used as a table.
        KoodriveError: When nothing could be sent.
    """
    output = options.output
    require_writable(values, values["file"])
    table = open_table(values["file"], table_options(values))
    verdicts = Counter(row.verdict for row in check_table(table))
    if verdicts[Verdict.PROBLEM] and not values["ready_only"]:
        output.say(Message("Nothing was sent, as rows have problems. Mend them, or give --ready-only."))
        return print_rows(output, table, check_table(table))
    with open_session(options, output) as session, Interrupts() as interrupts:
        batch_id = _stored(options, session, table, interrupts)
        if batch_id is None:
            return ExitCode.INTERRUPTED
        journal = session.backend.journal
        if journal.batch_rows.counts(batch_id).get(Verdict.DOUBTFUL) and not values["ready_only"]:
            output.say(
                Message("Nothing was sent, as rows are doubtful. Give --ready-only.")
                if options.again
                else Message(
                    "Nothing was sent, as rows are doubtful. Confirm them (--again), or give --ready-only."
                )
            )
            code = _print_plan(options, journal, batch_id, table)
            journal.batches.remove(batch_id)
            return code
        if options.dry_run:
            return _rehearse(options, session, table, interrupts, batch_id=batch_id, result=values["result"])
        return _run(options, session, batch_id, values, interrupts)


def _require_resumable(batch: Batch) -> None:
    """Refuse a batch that runs, or that was ended for good.

    Raises:
        BatchStateError: When it is one.
    """
    if batch.state == BatchState.RUNNING:
        raise BatchStateError(
            Message("The batch runs already"),
            Message(
                "Nothing was sent. Watch it: koodrive batch show {number} --follow", number=batch.batch_id
            ),
        )
    if batch.state == BatchState.STOPPED:
        raise BatchStateError(
            Message("The batch was stopped"),
            Message(
                "Nothing was sent. Its rows that were not created: koodrive batch results {number} --remaining FILE",
                number=batch.batch_id,
            ),
        )


def check_at_service(options: CommonOptions, table: Table) -> ExitCode:
    """Check a table as before a run, by the history and the service's lists, and print it; nothing is sent or kept.

    Args:
        options: Name the connection.
        table: The table.

    Raises:
        KoodriveError: When history or service cannot be asked.
    """
    with open_session(options, options.output) as session, Interrupts() as interrupts:
        batch_id = _stored(options, session, table, interrupts)
        if batch_id is None:
            return ExitCode.INTERRUPTED
        journal = session.backend.journal
        try:
            return _print_plan(options, journal, batch_id, table)
        finally:
            journal.batches.remove(batch_id)


def _rehearse(
    options: CommonOptions,
    session: Session,
    table: Table,
    interrupts: Interrupts,
    *,
    batch_id: int,
    result: Path | None,
) -> ExitCode:
    more = {"empty": table.empty_count, "unknown": list(table.columns.unknown)}
    try:
        return rehearse(options.output, session, interrupts, batch_id, more=more, result=result)
    finally:
        session.backend.journal.batches.remove(batch_id)


def resume_batch(options: CommonOptions, batch_id: int, **values: Any) -> ExitCode:
    """Go on with a batch, and print its result.

    Raises:
        CommandError: When there is no such batch.
        KoodriveError: When nothing could be sent.
    """
    require_writable(values)
    with open_session(options, options.output, batch_id=batch_id) as session, Interrupts() as interrupts:
        journal = session.backend.journal
        _require_resumable(journal.batches.batch(batch_id))
        _set_pace(options, journal, batch_id)
        if options.again:
            _confirm(journal, batch_id)
        return _run(options, session, batch_id, values, interrupts)


def _stored(options: CommonOptions, session: Session, table: Table, interrupts: Interrupts) -> int | None:
    """Store and plan a table; return the number of the batch, or None when the user has interrupted it.

    Raises:
        KoodriveError: When it could not be stored, or service or history not be asked.
    """
    journal = session.backend.journal
    batch_id = interrupts.run(lambda: store_table(journal, table, cancellation=interrupts.cancellation))
    if batch_id is None:
        return None
    try:
        _set_pace(options, journal, batch_id)
        interrupts.run(lambda: _plan(options, session, batch_id, interrupts))
        if options.again:
            doubt_existing(journal, batch_id)
            _confirm(journal, batch_id)
    except KoodriveError:
        journal.batches.remove(batch_id)
        raise
    if interrupts.was_asked:
        journal.batches.remove(batch_id)
        return None
    return batch_id


def _plan(options: CommonOptions, session: Session, batch_id: int, interrupts: Interrupts) -> None:
    """Read the service's lists and judge the rows by them and by the history."""
    try:
        session.backend.batch_runs.plan(
            batch_id, session.connection, session.client(), cancellation=interrupts.cancellation
        )
    except (RefusedError, OutcomeUnknownError) as error:
        # The rows are judged all the same.
        if isinstance(error, AuthenticationError):
            raise
        reason = sentences(error.title, error.message)
        options.output.say(Message("The service's lists could not be read: {reason}", reason=reason))


def _confirm(journal: Journal, batch_id: int) -> None:
    """Confirm all doubtful rows: each may make one more of something."""
    doubtful = journal.batch_rows.numbers(batch_id, RowFilter(states=frozenset({Verdict.DOUBTFUL})))
    journal.batch_rows.decide(batch_id, doubtful, CONFIRMED)


def _set_pace(options: CommonOptions, journal: Journal, batch_id: int) -> None:
    journal.batches.set_pace(batch_id, pace_of(options, journal.batches.batch(batch_id).pace))


def pace_of(options: CommonOptions, pace: Pace) -> Pace:
    """Return the pace of a run: what the options say, else that of `pace`."""
    if options.parallel is not None:
        pace = replace(pace, parallel=options.parallel)
    return pace if options.rate is None else replace(pace, rate=options.rate or None)


def _print_plan(options: CommonOptions, journal: Journal, batch_id: int, table: Table) -> ExitCode:
    """Print the rows of a batch as they are planned, and return the exit code of the plan."""
    return print_rows(options.output, table, (checked_row(row) for row in all_rows(journal, batch_id)))


def _run(
    options: CommonOptions, session: Session, batch_id: int, values: dict[str, Any], interrupts: Interrupts
) -> ExitCode:
    """Send the rows that may be sent, print the result and return the exit code."""
    backend, output = session.backend, options.output
    journal = backend.journal
    runner = backend.batch_runs.runner(
        batch_id, connection=session.connection, client=session.client, again=options.again
    )
    begun = Message("Batch {number} as {connection}: {counts}.")
    connection, planned = visible(session.connection.name), counts_text(runner.progress.counts)
    output.say(begun.filled(number=batch_id, connection=connection, counts=planned))
    runner.start()
    wait_for(output, runner, interrupts)
    look_for(
        options,
        session,
        interrupts,
        journal.batch_runs.unknown_attempts(batch_id),
        Message("Looking for up to {seconds} s for what {count} lost rows have made …"),
    )
    batch, counts = journal.batches.batch(batch_id), journal.batch_rows.counts(batch_id)
    # A pause says why at the end, below rows and files.
    print_result(output, journal, batch, counts, tells_reason=False)
    written = write_files(output, journal, batch, values)
    code = first_of([exit_code_of(batch.state, batch.reason, counts), written])
    is_left = batch.state == BatchState.PAUSED
    if batch.reason_text and not output.is_json:
        output.text(visible(batch.reason_text))
    if is_left:
        output.say(Message("Go on with it: koodrive batch resume {number}", number=batch_id))
    return ExitCode.INTERRUPTED if interrupts.was_asked and is_left else code


def wait_for(output: Output, runner: BatchRunner | UndoRunner, interrupts: Interrupts) -> None:
    """Show a run until its end; after a signal, for as long only as the answers in flight may take."""
    ends_at: float | None = None
    with BatchProgress(output) as shown:
        while not runner.wait(_POLL_SECONDS):
            shown.show(runner.progress)
            if interrupts.was_asked and ends_at is None:
                runner.pause(PauseReason.USER)
                ends_at = time.monotonic() + GRACE_SECONDS
            if ends_at is not None and time.monotonic() >= ends_at:
                runner.cancel_in_flight()
