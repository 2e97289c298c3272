"""The dry run of the command: what would be sent, row by row, and nothing is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from koodrive.batch.columns import KIND, map_columns
from koodrive.batch.models import BatchState, TableRow, Verdict
from koodrive.batch.row_check import check_row
from koodrive.batch.running.dry_run import DryRun, estimated_seconds, may_outlive_token
from koodrive.batch.stored_rows import checked_row, new_row
from koodrive.cli.batches import states
from koodrive.cli.batches.checked_rows import exit_code_of, marked, row_lines, row_record
from koodrive.cli.batches.results import all_rows
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import sentences
from koodrive.cli.records import kind_word
from koodrive.cli.streams import visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.words import counts_of, word_of
from koodrive.journal import NewBatch
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from koodrive.batch.models import CheckedRow
    from koodrive.batch.running.dry_run import DryRunReport
    from koodrive.cli.interrupts import Interrupts
    from koodrive.cli.session import Session
    from koodrive.cli.streams import Output
    from koodrive.journal import BatchRow
    from koodrive.models import RequestKind


def rehearse_one(
    output: Output,
    session: Session,
    interrupts: Interrupts,
    kind: RequestKind,
    fields: Mapping[str, str | list[str]],
    *,
    again: bool,
) -> ExitCode:
    """Print what one create would send, and what the duplicate check says; nothing is sent or kept.

    Args:
        output: The streams.
        session: The connection; the service's list is read.
        interrupts: The signals.
        kind: Album or shared folder.
        fields: API field name to text, without problems.
        again: Whether one more may be made.

    Raises:
        KoodriveError: When history or service cannot be asked.
    """
    headings = (KIND, *fields)
    cells = (
        kind_word(kind) or "",
        *("\n".join(text) if isinstance(text, list) else text for text in fields.values()),
    )
    row = check_row(TableRow(1, 1, cells), map_columns(headings))
    if again:
        # A doubtful row that is confirmed is sent, whatever the duplicate check says.
        row = replace(row, verdict=Verdict.DOUBTFUL)
    journal = session.backend.journal
    batch_id = journal.batches.add(NewBatch("", "", headings), [new_row(row)])
    if batch_id is None:
        return ExitCode.INTERRUPTED
    try:
        if again:
            journal.batch_rows.decide(batch_id, [1], "confirmed")
        return rehearse(output, session, interrupts, batch_id)
    finally:
        journal.batches.remove(batch_id)


def rehearse(
    output: Output,
    session: Session,
    interrupts: Interrupts,
    batch_id: int,
    *,
    more: Mapping[str, Any] = MappingProxyType({"empty": 0, "unknown": []}),
    result: Path | None = None,
) -> ExitCode:
    """Run a copy of a batch with a transport that is cut before the socket, and print each row.

    Args:
        output: The streams.
        session: The connection; the service's lists are read.
        interrupts: The signals.
        batch_id: The batch.
        more: Further members of the last line.
        result: File of the result, marked as that of a dry run; None for none.

    Raises:
        KoodriveError: When history or service cannot be asked.
    """
    journal = session.backend.journal
    output.say(Message("DRY RUN: nothing is sent."))
    with DryRun(journal, batch_id, connection=session.connection, client=session.client()) as dry:
        report: DryRunReport = interrupts.run(lambda: dry.run(interrupts.cancellation))
        verdicts: Counter[Verdict] = Counter()
        for row in all_rows(dry.journal, batch_id):
            planned = _planned(row)
            verdicts[planned.verdict] += 1
            _print_row(output, planned, dry.body(row.row))
        if result is not None:
            count = dry.write_results(result, in_language)
            output.say(Message("{count} rows in {path}", count=count, path=visible(result)))
    seconds = estimated_seconds(verdicts[Verdict.READY], journal.batches.batch(batch_id).pace)
    counts = {str(verdict): verdicts[verdict] for verdict in Verdict}
    if output.is_json:
        output.record({"rows": verdicts.total(), **counts, **more, "dryRun": True, "seconds": round(seconds)})
    else:
        text = Message(
            "DRY RUN: {total} rows: {counts}. A run takes about {seconds} s. Nothing was sent.",
            total=verdicts.total(),
            counts=counts_of(counts.items()),
            seconds=f"{seconds:.0f}",
        )
        output.text(text)
    life = session.backend.token_expiries.of(session.connection, session.token)
    if may_outlive_token(seconds, life.left):
        output.say(Message("The token is likely to end before the last row; the batch pauses then."))
    return first_of([exit_code_of(verdicts), _of_report(output, report)])


def _planned(row: BatchRow) -> CheckedRow:
    """Return a row with the verdict that the dry run has come to."""
    verdict = Verdict.READY if row.state == OutcomeKind.CREATED else Verdict(row.state)
    return replace(checked_row(row), verdict=verdict)


def _print_row(output: Output, row: CheckedRow, body: str | None) -> None:
    if output.is_json:
        output.record({**row_record(row), "body": body})
        return
    for line in row_lines(row):
        output.text(line)
    if body is not None:
        place = Message("line {line}", line=row.line)
        text = Message("{title}: {message}", title=place, message=visible(body))
        output.text(marked(Message("ready"), text))


def _of_report(output: Output, report: DryRunReport) -> ExitCode:
    """Return the exit code for the end of a dry run, and print why it has ended early."""
    if report.state is BatchState.FINISHED:
        return ExitCode.CREATED
    reason = sentences(None, report.text) or word_of(report.reason or "")
    output.say(Message("It would pause: {reason}", reason=reason))
    return states.exit_code_of(report.state, report.reason, {})
