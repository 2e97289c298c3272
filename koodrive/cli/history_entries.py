"""Prints the history for people, for programs and for spreadsheets."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from koodrive.backend.ticket import without_secrets
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.history import KINDS, SHOWN
from koodrive.cli.records import attempt_record
from koodrive.cli.session import find_attempt, find_connection, open_backend
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.tables import print_table
from koodrive.cli.texts.words import connection_word, outcome_word
from koodrive.journal import HistoryQuery
from koodrive.journal.export import csv_lines
from koodrive.messages import Message
from koodrive.models import Action, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from koodrive.backend.backend import Backend
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.streams import Output
    from koodrive.journal import Attempt

_KINDS = dict(zip(KINDS, (RequestKind.ALBUM, RequestKind.SHARED_FOLDER), strict=True))


def history(options: CommonOptions, **values: Any) -> ExitCode:
    """Print what was asked of the service, the newest first.

    Args:
        options: May name a connection, whose entries alone are printed then.
        values: The options of the command.

    Raises:
        click.UsageError: When options exclude each other.
        KoodriveError: When the history cannot be read.
    """
    if values["is_csv"] and options.json:
        raise click.UsageError(Message("--json and --csv exclude each other."))
    with open_backend(options, options.output, must_exist=True) as backend:
        query = _query(options, backend, values)
        limit = values["limit"]
        if limit is None:
            limit = 0 if options.json or values["is_csv"] else SHOWN
        _print(options.output, backend, query, limit, is_csv=values["is_csv"])
    return ExitCode.CREATED


def _query(options: CommonOptions, backend: Backend, values: dict[str, Any]) -> HistoryQuery:
    ids = frozenset[str]()
    if options.connection is not None:
        ids = frozenset({find_connection(options.connection, backend.profiles.load()).connection_id})
    kind = values["kind"]
    return HistoryQuery(
        text=values["search"],
        kinds=frozenset() if kind is None else frozenset({_KINDS[kind]}),
        outcomes=frozenset(OutcomeKind(word) for word in values["outcomes"]),
        connection_ids=ids,
        actions=frozenset() if values["action"] is None else frozenset({Action(values["action"])}),
        is_undone=values["taken_back"] or None,
        batch_id=values["batch"],
        since=_moment(values["since"]),
        until=_moment(values["until"]),
    )


def _moment(local: datetime | None) -> datetime | None:
    try:
        return None if local is None else local.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise click.UsageError(
            Message("--since and --until are days of this age: the year is out of range.")
        ) from error


def _print(output: Output, backend: Backend, query: HistoryQuery, limit: int, *, is_csv: bool) -> None:
    attempts = backend.journal.history.attempts(query)
    chosen = islice(attempts, limit) if limit else attempts
    if is_csv:
        for line in csv_lines(chosen, in_language):
            output.text(line, end="")
            if output.is_gone:
                return
    elif output.is_json:
        for attempt in chosen:
            output.record(history_record(attempt))
            if output.is_gone:
                return
    else:
        count = _print_table(output, chosen)
        total = backend.journal.history.count(query)
        if count < total:
            output.say(Message("{count} of {total} rows; --limit 0 prints all.", count=count, total=total))
        elif not total:
            output.say(Message("No entries."))


def history_record(attempt: Attempt) -> dict[str, Any]:
    """Return one entry of the history as an object of JSON; IDs are text, times are UTC."""
    return attempt_record(attempt) | {
        "name": attempt.name,
        "fileId": attempt.file_id,
        "action": str(attempt.action),
        "ofAttempt": _number(attempt.of_attempt),
        "undoneBy": _number(attempt.undone_by),
        "undoneAt": None if attempt.undone_at is None else _utc(attempt.undone_at),
        "startedAt": _utc(attempt.started_at),
        "settledAt": None if attempt.settled_at is None else _utc(attempt.settled_at),
        "connection": attempt.connection_name,
        "serviceAddress": attempt.service_address,
        "userId": attempt.user_id,
    }


def _number(attempt_id: int | None) -> str | None:
    return None if attempt_id is None else str(attempt_id)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _print_table(output: Output, attempts: Iterator[Attempt]) -> int:
    columns: dict[str, Callable[[Attempt], object]] = {
        Message("Attempt"): lambda row: row.attempt_id,
        Message("Time"): lambda row: f"{row.started_at.astimezone():%Y-%m-%d %H:%M}",
        Message("Outcome"): _outcome,
        Message("Kind"): lambda row: Message("album") if row.kind == RequestKind.ALBUM else Message("folder"),
        Message("Name"): lambda row: row.name,
        Message("ID"): lambda row: row.result_id,
        Message("Connection"): lambda row: connection_word(row.connection_id, row.connection_name),
    }
    rows = [[cell(attempt) for cell in columns.values()] for attempt in attempts]
    if rows:
        print_table(output, list(columns), rows)
    return len(rows)


def _outcome(attempt: Attempt) -> str:
    """Return what people read of the outcome, and whether it was taken back since."""
    outcome = outcome_word(attempt.outcome)
    if attempt.action == Action.DELETE:
        is_deleted = attempt.outcome == OutcomeKind.DELETED
        return outcome if is_deleted else Message("take back: {outcome}", outcome=outcome)
    if attempt.undone_at is None:
        return outcome if attempt.undone_by is None else Message("{outcome}, taken back", outcome=outcome)
    time = f"{attempt.undone_at.astimezone():%Y-%m-%d %H:%M}"
    return Message("{outcome}, taken back {time}", outcome=outcome, time=time)


def show(options: CommonOptions, attempt: int) -> ExitCode:
    """Print everything about an attempt, without secrets.

    Raises:
        CommandError: When there is no such attempt.
        KoodriveError: When the history cannot be read.
    """
    output = options.output
    with open_backend(options, output, must_exist=True) as backend:
        found = find_attempt(backend, attempt)
        if output.is_json:
            output.record(history_record(found) | full_record(found))
        else:
            output.text(backend.ticket(attempt), end="")
    return ExitCode.CREATED


def full_record(attempt: Attempt) -> dict[str, Any]:
    """Return what only `show` prints: request and answer, and how the outcome became known."""
    answer = attempt.answer
    return {
        "message": attempt.message,
        "title": attempt.title,
        "note": attempt.note,
        "status": attempt.status,
        "request": without_secrets(attempt.body),
        "answer": None if answer is None else without_secrets(answer),
    }
