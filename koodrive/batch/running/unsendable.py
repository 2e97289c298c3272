"""Rows that are not sent after all: held back as doubles, without a request, or without their folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.models import Finding, Severity, Verdict
from koodrive.batch.stored_rows import findings_from_text, findings_to_text
from koodrive.journal import Judgement, RowFilter
from koodrive.messages import Message
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from koodrive.errors import DuplicateRequestError
    from koodrive.journal import BatchRow, Journal

HELD_BACK = "held_back"
FOLDER_NOT_MADE = "folder_not_made"
NO_REQUEST = "no_request"
_AT_ONCE = 200
_STILL_OPEN = frozenset({"sending", "unknown"})


def hold_back(journal: Journal, row: BatchRow, error: DuplicateRequestError) -> None:
    """Make a row doubtful that the duplicate check has held back as it went out.

    Raises:
        JournalError: When it could not be written.
    """
    finding = Finding(HELD_BACK, _whole(error.title, error.message), "name", Severity.DOUBT)
    judgement = Judgement(row.row, Verdict.DOUBTFUL, _added(row, finding), error.object_id, error.attempt_id)
    journal.batch_runs.judge(row.batch_id, [judgement])


def doubt_existing(journal: Journal, batch_id: int) -> None:
    """Make the albums doubtful that the history has created already, so that somebody can confirm one more of each.

    Rows stay that are created by an earlier result, which stands in their table, and shared folders: the service
    refuses a second one of the same name in the same space, and their albums go into the one that is there.

    Raises:
        BatchStateError: When the batch is running.
        JournalError: When the history cannot be used.
    """
    numbers = journal.batch_rows.numbers(batch_id, RowFilter(frozenset({Verdict.EXISTS})))
    for start in range(0, len(numbers), _AT_ONCE):
        judgements = [
            Judgement(
                row.row,
                Verdict.DOUBTFUL,
                _added(row, Finding(HELD_BACK, _made_before(row), severity=Severity.DOUBT)),
                row.existing,
                row.history_attempt,
            )
            for row in journal.batch_rows.rows(batch_id, numbers[start : start + _AT_ONCE])
            if row.history_attempt is not None and row.kind == RequestKind.ALBUM
        ]
        journal.batch_runs.judge(batch_id, judgements)


def reject(journal: Journal, row: BatchRow, message: Message) -> None:
    """Make a row a problem of which no request can be made, though it had passed the check.

    Raises:
        JournalError: When it could not be written.
    """
    judgement = Judgement(row.row, Verdict.PROBLEM, _added(row, Finding(NO_REQUEST, message)))
    journal.batch_runs.judge(row.batch_id, [judgement])


def close_waiting(journal: Journal, batch_id: int) -> int:
    """Make the rows problems whose folders were not made; those stay whose folders may still be found.

    Returns:
        Number of the rows that stay.

    Raises:
        JournalError: When the history cannot be used.
    """
    after = left = 0
    while rows := journal.batch_runs.waiting(batch_id, after, _AT_ONCE):
        after = rows[-1].row
        numbers = sorted({row.folder_row for row in rows if row.folder_row is not None})
        folders = {folder.row: folder for folder in journal.batch_rows.rows(batch_id, numbers)}
        judgements = []
        for row in rows:
            folder = folders.get(row.folder_row or 0)
            if folder is not None and folder.state in _STILL_OPEN:
                left += 1
            else:
                finding = Finding(FOLDER_NOT_MADE, _not_made(folder), "in")
                judgements.append(Judgement(row.row, Verdict.PROBLEM, _added(row, finding)))
        journal.batch_runs.judge(batch_id, judgements)
    return left


def reopen_waiting(journal: Journal, batch_id: int) -> None:
    """Let rows wait again that were problems only as their folders were not made: these may be sent once more.

    Raises:
        JournalError: When the history cannot be used.
    """
    numbers = journal.batch_rows.numbers(batch_id, RowFilter(frozenset({Verdict.PROBLEM}), has_findings=True))
    for start in range(0, len(numbers), _AT_ONCE):
        judgements = []
        for row in journal.batch_rows.rows(batch_id, numbers[start : start + _AT_ONCE]):
            found = findings_from_text(row.findings)
            rest = [finding for finding in found if finding.code != FOLDER_NOT_MADE]
            if len(rest) < len(found) and all(one.severity is not Severity.PROBLEM for one in rest):
                is_doubtful = any(one.severity is Severity.DOUBT for one in rest)
                verdict = Verdict.DOUBTFUL if is_doubtful else Verdict.READY
                judgements.append(Judgement(row.row, verdict, findings_to_text(rest)))
        journal.batch_runs.judge(batch_id, judgements)


def _added(row: BatchRow, finding: Finding) -> str | None:
    others = [one for one in findings_from_text(row.findings) if one.code != finding.code]
    return findings_to_text([*others, finding])


def _made_before(row: BatchRow) -> Message:
    return Message("The same was created before: {object_id}.", object_id=row.existing or "?")


def _not_made(folder: BatchRow | None) -> Message:
    if folder is None:
        return Message("The row of its folder is not there.")
    return Message("Its folder (line {line}) was not created.", line=folder.line)


def _whole(title: Message, message: Message) -> Message:
    return Message("{title}. {message}", title=title, message=message)
