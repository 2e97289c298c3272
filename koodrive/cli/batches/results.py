"""The result of a batch, printed and written into files."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from koodrive.batch.models import Verdict
from koodrive.batch.running.result_files import write_remaining, write_results
from koodrive.cli.batches.states import batch_text, row_record, row_text, totals
from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.failures import CommandError, sentences
from koodrive.cli.streams import visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.tables import print_table
from koodrive.cli.texts.words import word_of
from koodrive.errors import KoodriveError
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from koodrive.cli.streams import Output
    from koodrive.journal import Attempt, Batch, BatchRow, Journal

_AT_ONCE = 500
_MOST_SHOWN = 50
"""Rows that were not created that people see; the files of the result have all."""
HEADINGS = (Message("Line"), Message("Outcome"), Message("ID"), Message("Name"), Message("Why"))
"""Of the tables with what became of each row."""
_WELL = {OutcomeKind.CREATED, OutcomeKind.DELETED, Verdict.EXISTS, Verdict.EXCLUDED}


def all_rows(journal: Journal, batch_id: int) -> Iterator[BatchRow]:
    """Yield the rows of a batch in the order of the file, some at a time.

    Raises:
        JournalError: When the history cannot be read.
    """
    for rows in _pages(journal, batch_id):
        yield from rows


def _pages(journal: Journal, batch_id: int) -> Iterator[list[BatchRow]]:
    after = 0
    while rows := journal.batch_rows.page(batch_id, after, _AT_ONCE):
        yield rows
        after = rows[-1].row


def print_result(
    output: Output,
    journal: Journal,
    batch: Batch,
    counts: Mapping[str, int],
    *,
    has_all: bool = False,
    tells_reason: bool = True,
) -> None:
    """Print what became of each row: for programs all, for people the numbers and the rows that have something to say.

    Args:
        output: The streams.
        journal: The history with the batch.
        batch: The batch.
        counts: Number of rows of each state.
        has_all: Whether people see all rows, with their IDs.
        tells_reason: Whether people are told why it has paused.

    Raises:
        JournalError: When the history cannot be read.
    """
    if output.is_json:
        for rows in _pages(journal, batch.batch_id):
            earlier = _earlier(journal, rows)
            for row in rows:
                output.record(row_record(row, earlier.get(row.row)))
            if output.is_gone:
                return
        output.record(totals(batch, counts))
        return
    output.text(batch_text(batch, counts))
    if has_all:
        _print_all(output, journal, batch.batch_id)
    else:
        _print_failed(output, journal, batch.batch_id)
    if batch.reason_text and tells_reason:
        output.text(visible(batch.reason_text))


def _print_all(output: Output, journal: Journal, batch_id: int) -> None:
    """Print all rows in the order of the file, some below one heading at a time."""
    for rows in _pages(journal, batch_id):
        cells = [
            (
                row.line,
                word_of(row.state),
                (row.existing if row.state == Verdict.EXISTS else row.result_id) or "",
                row.fields.get("name", ""),
                "" if row.state in _WELL else row_text(row),
            )
            for row in rows
        ]
        print_table(output, HEADINGS, cells)
        if output.is_gone:
            return


def _print_failed(output: Output, journal: Journal, batch_id: int) -> None:
    """Print the rows that were not created and say why; a ready one has only to wait for its turn."""
    failed = [row for row in all_rows(journal, batch_id) if row.state not in _WELL and not _is_untouched(row)]
    cells = [
        (row.line, word_of(row.state), row.fields.get("name", ""), row_text(row))
        for row in failed[:_MOST_SHOWN]
    ]
    if cells:
        print_table(output, [heading for heading in HEADINGS if heading != "ID"], cells)
    if len(failed) > _MOST_SHOWN:
        more = Message("{count} of {total} rows that were not created; --result has all.")
        output.say(more.filled(count=_MOST_SHOWN, total=len(failed)))


def _is_untouched(row: BatchRow) -> bool:
    return row.state == Verdict.READY and not row_text(row)


def _earlier(journal: Journal, rows: Sequence[BatchRow]) -> dict[int, Attempt]:
    """Return the attempts that have created what rows ask for, by the numbers of the rows."""
    wanted = {
        row.row: row.history_attempt
        for row in rows
        if row.state == Verdict.EXISTS and row.history_attempt is not None
    }
    found = (
        {attempt.attempt_id: attempt for attempt in journal.history.attempts_of([*wanted.values()])}
        if wanted
        else {}
    )
    return {number: found[attempt_id] for number, attempt_id in wanted.items() if attempt_id in found}


def require_writable(values: dict[str, Any], source: Path | None = None) -> None:
    """Refuse files of the result that cannot be written, before anything is sent.

    Args:
        values: The options `result` and `remaining`.
        source: The table that is read, which is not overwritten.

    Raises:
        CommandError: When a file cannot be written.
    """
    for name in ("result", "remaining"):
        path: Path | None = values[name]
        if path is None:
            continue
        reason = _reason_against(path, source)
        if reason is not None:
            raise CommandError(
                "result_not_writable",
                Message("--{option} {path} cannot be written", option=name, path=str(path)),
                Message("Nothing was sent. {reason}", reason=reason),
            )


def _reason_against(path: Path, source: Path | None) -> Message | None:
    folder = path.absolute().parent
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        return Message("Its name has to end in .csv or .xlsx.")
    if source is not None and path.resolve() == source.resolve():
        return Message("It is the table itself. Name another file.")
    if not folder.is_dir() or path.is_dir():
        return Message("There is no such folder, or a folder has this name.")
    # Files are replaced, so that the folder has to be writable.
    return None if os.access(folder, os.W_OK) else Message("You may not write into its folder.")


def write_file(output: Output, path: Path, write: Callable[[], int], kept: Message) -> ExitCode:
    """Write a file of the result, and return the exit code for that.

    Args:
        output: Is told of the file.
        path: The file.
        write: Writes it, and returns the number of rows.
        kept: Where the result is when it could not be written.
    """
    try:
        output.say(Message("{count} rows in {path}", count=write(), path=visible(path)))
    except KoodriveError as error:
        output.say(sentences(error.title, error.message), kept)
        return ExitCode.UNKNOWN
    return ExitCode.CREATED


def write_files(output: Output, journal: Journal, batch: Batch, values: dict[str, Any]) -> ExitCode:
    """Write the files of the result that the options name, and return the exit code for that.

    Args:
        output: Is told of each file, and of one that could not be written.
        journal: The history with the batch.
        batch: The batch.
        values: The options `result` and `remaining`.
    """
    code = ExitCode.CREATED
    for name, write in (
        ("result", partial(write_results, translate=in_language)),
        ("remaining", write_remaining),
    ):
        path = values[name]
        if path is None:
            continue
        kept = Message("The batch is in the history: koodrive batch results {number} --{option} FILE")
        kept = kept.filled(number=batch.batch_id, option=name)
        code = first_of([code, write_file(output, path, partial(write, path, journal, batch.batch_id), kept)])
    return code
