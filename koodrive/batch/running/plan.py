"""The plan: what history and service say about rows before the first one is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.batch.columns import IN
from koodrive.batch.cross_check import FOLDER_PROBLEM
from koodrive.batch.made_folders import made_folder
from koodrive.batch.models import Finding, Severity, Verdict
from koodrive.batch.row_check import judge_fields, verdict_of
from koodrive.batch.row_request import request_of
from koodrive.batch.running.unsendable import HELD_BACK
from koodrive.batch.stored_rows import checked_row, new_row
from koodrive.core.deadline import is_cancelled
from koodrive.journal import PlannedRequest
from koodrive.journal.encoding import fingerprint_of
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from koodrive.batch.models import CheckedRow, FolderIds
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import BatchRow, EarlierAttempt, Journal, Knowledge
    from koodrive.models import Connection, RequestKind

HISTORY_DAYS = 30
"""Age up to which the same request counts that was created before."""
MAY_EXIST, NAME_IN_HISTORY, NAME_ON_SERVICE, WAS_REMOVED = (
    "may_exist",
    "name_in_history",
    "name_on_service",
    "was_removed",
)
WAS_TAKEN_BACK = "was_taken_back"
"""Code of the finding that a row was created by an earlier result of its file, and then taken back."""
PLAN_CODES = frozenset({MAY_EXIST, NAME_IN_HISTORY, NAME_ON_SERVICE, WAS_REMOVED, HELD_BACK})
"""Codes of the findings that depend on history and service."""
_AT_ONCE = 500


class Planner:
    """Judges rows by the history, and by the last readings of the service's lists.

    Args:
        journal: The history.
        connection: Service address and user to send as.
    """

    def __init__(self, journal: Journal, connection: Connection) -> None:
        self._journal = journal
        self._connection = connection
        self._since = datetime.now(UTC) - timedelta(days=HISTORY_DAYS)

    def plan(
        self,
        batch_id: int,
        *,
        cancellation: Cancellation | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> None:
        """Judge all rows of a batch that were not sent, and store what is different; blocks.

        Rows in a folder that exists are judged after those of the folders.

        Args:
            batch_id: The batch.
            cancellation: Ends it early; the rest stays as it was.
            progress: Called with the number of rows so far.

        Raises:
            BatchStateError: When the batch is running.
            JournalError: When the history cannot be used.
        """
        in_folders: list[int] = []
        for rows in self._pages(batch_id, cancellation):
            free = [row for row in rows if _is_free(row)]
            in_folders += [row.row for row in free if row.folder_row is not None]
            alone = [row for row in free if row.folder_row is None]
            self._store(batch_id, alone, [None] * len(alone))
            if progress is not None:
                progress(rows[-1].row)
        folders: dict[int, FolderIds | None] = {}
        for start in range(0, len(in_folders), _AT_ONCE):
            if is_cancelled(cancellation):
                return
            rows = self._journal.batch_rows.rows(batch_id, in_folders[start : start + _AT_ONCE])
            for number in {row.folder_row for row in rows if row.folder_row} - folders.keys():
                folders[number] = made_folder(self._journal, batch_id, number)
            self._store(batch_id, rows, [folders.get(row.folder_row or 0) for row in rows])

    def _pages(self, batch_id: int, cancellation: Cancellation | None) -> Iterator[list[BatchRow]]:
        after = 0
        while rows := self._journal.batch_rows.page(batch_id, after, _AT_ONCE):
            if is_cancelled(cancellation):
                return
            yield rows
            after = rows[-1].row

    def judge(self, row: CheckedRow, folder: FolderIds | None = None) -> CheckedRow:
        """Return a row with what history and service say about it.

        Args:
            row: As it was checked, or judged before.
            folder: The shared folder that it is in, where that is made.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._judged([row], [folder])[0]

    def _store(self, batch_id: int, rows: Sequence[BatchRow], folders: Sequence[FolderIds | None]) -> None:
        before = [checked_row(row) for row in rows]
        after = self._judged(before, folders)
        changed = [new_row(row) for old, row in zip(before, after, strict=True) if row != old]
        self._journal.batch_rows.replace(batch_id, changed)

    def _judged(self, rows: Sequence[CheckedRow], folders: Sequence[FolderIds | None]) -> list[CheckedRow]:
        plain = self._without_taken_back([without_plan(row) for row in rows])
        questions = [self._question(row, folder) for row, folder in zip(plain, folders, strict=True)]
        known = iter(
            self._journal.plans.known(self._connection, [one for one in questions if one], self._since)
        )
        return [
            row if question is None else _with_knowledge(row, next(known))
            for row, question in zip(plain, questions, strict=True)
        ]

    def _without_taken_back(self, rows: list[CheckedRow]) -> list[CheckedRow]:
        """Return the rows, where those that an earlier result made are to be made again if that was taken back."""
        made = {(row.kind, row.existing) for row in rows if row.verdict is Verdict.EXISTS and row.existing}
        taken_back: set[tuple[RequestKind | None, str | None]] = set()
        for kind in {kind for kind, _ in made if kind is not None}:
            ids = [object_id for of_kind, object_id in made if of_kind is kind and object_id]
            gone = self._journal.plans.taken_back(self._connection, kind, ids)
            taken_back |= {(kind, object_id) for object_id in gone}
        return [
            _to_be_made_again(row)
            if row.verdict is Verdict.EXISTS and (row.kind, row.existing) in taken_back
            else row
            for row in rows
        ]

    def _question(self, row: CheckedRow, folder: FolderIds | None) -> PlannedRequest | None:
        """Return what the history is asked about a row; None for one that is not sent, or cannot be known yet."""
        if row.verdict not in {Verdict.READY, Verdict.DOUBTFUL} or (row.folder_row and folder is None):
            return None
        request = request_of(row, folder)
        kind = serialization.kind_of(request)
        place = self._connection.account_key
        return PlannedRequest(
            kind,
            request.name,
            fingerprint_of(kind, *place, serialization.to_json(request)),
            serialization.list_name(request),
        )


def _is_free(row: BatchRow) -> bool:
    return row.state in {*Verdict}


def without_plan(row: CheckedRow) -> CheckedRow:
    """Return a row as it was before it was judged by history and service; an earlier result stays."""
    own = tuple(finding for finding in row.findings if finding.code not in PLAN_CODES)
    is_by_plan = row.attempt_id is not None or len(own) < len(row.findings)
    if not is_by_plan or row.verdict is Verdict.EXCLUDED:
        return row
    return replace(row, findings=own, verdict=verdict_of(own), existing=None, attempt_id=None)


def _to_be_made_again(row: CheckedRow) -> CheckedRow:
    """Return a row that an earlier result made, and that was taken back, checked as one that is sent."""
    text = Message("Created earlier as {object_id}, and taken back since.", object_id=row.existing or "?")
    found = [
        *judge_fields(row.fields, row.kind, row.folder_key),
        Finding(WAS_TAKEN_BACK, text, severity=Severity.ADVICE),
    ]
    if row.folder_key is not None and row.folder_row is None:
        lost = Message("No row tells the IDs of the folder “{key}”.", key=row.folder_key)
        found.append(Finding(FOLDER_PROBLEM, lost, IN))
    return replace(row, findings=tuple(found), verdict=verdict_of(found), existing=None, existing_folder=None)


def _with_knowledge(row: CheckedRow, known: Knowledge) -> CheckedRow:
    same = known.same
    is_made = same is not None and same.outcome == OutcomeKind.CREATED and not known.is_gone
    if same is not None and is_made and known.is_same_name:
        return replace(row, verdict=Verdict.EXISTS, existing=same.result_id, attempt_id=same.attempt_id)
    findings: list[Finding] = []
    cause = same if same is not None and same.outcome != OutcomeKind.CREATED else None
    if cause is not None:
        findings.append(Finding(MAY_EXIST, _may_exist(cause), severity=Severity.DOUBT))
    elif same is not None and is_made:
        findings.append(Finding(NAME_IN_HISTORY, _same_look(same), "name", Severity.DOUBT))
    elif same is not None:
        findings.append(Finding(WAS_REMOVED, _was_removed(same), severity=Severity.ADVICE))
    if is_made:
        cause = same
    elif known.listed_id is not None:
        text = Message("The service has one of this name: {object_id}.", object_id=known.listed_id)
        findings.append(Finding(NAME_ON_SERVICE, text, "name", Severity.DOUBT))
    elif known.same_name is not None and cause is None:
        cause = known.same_name
        findings.append(Finding(NAME_IN_HISTORY, _same_name(cause), "name", Severity.DOUBT))
    if not findings:
        return row
    found = (*row.findings, *findings)
    return replace(
        row,
        findings=found,
        verdict=verdict_of(found),
        existing=(None if is_made else known.listed_id) or (cause.result_id if cause else None),
        attempt_id=cause.attempt_id if cause else None,
    )


def _may_exist(earlier: EarlierAttempt) -> Message:
    return Message(
        "The same was asked for at {time}, and its outcome is not known. Sending it again may make a second one.",
        time=_time(earlier),
    )


def _was_removed(earlier: EarlierAttempt) -> Message:
    return Message(
        "The same was created at {time} as {object_id}, and the service does not list it any more.",
        time=_time(earlier),
        object_id=earlier.result_id,
    )


def _same_look(earlier: EarlierAttempt) -> Message:
    return Message(
        "“{name}” looks the same and was created at {time}: {object_id}.",
        name=earlier.name or "",
        time=_time(earlier),
        object_id=earlier.result_id,
    )


def _same_name(earlier: EarlierAttempt) -> Message:
    if earlier.outcome == OutcomeKind.CREATED:
        return Message(
            "One of this name was created at {time}: {object_id}.",
            time=_time(earlier),
            object_id=earlier.result_id,
        )
    return Message(
        "One of this name was asked for at {time}, and its outcome is not known.", time=_time(earlier)
    )


def _time(earlier: EarlierAttempt) -> str:
    return f"{earlier.started_at.astimezone():%Y-%m-%d %H:%M}"
