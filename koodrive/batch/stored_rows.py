"""Checked rows as the journal keeps them, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from koodrive.batch.models import CheckedRow, Finding, FolderIds, Severity, Verdict
from koodrive.journal import NewRow
from koodrive.messages import message_from_data, message_to_data
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.journal import BatchRow


def new_row(row: CheckedRow) -> NewRow:
    """Return what the journal keeps of a checked row."""
    return NewRow(
        row=row.row,
        line=row.line,
        verdict=row.verdict,
        kind=row.kind,
        fields=row.fields,
        cells=row.cells,
        ref=row.ref,
        findings=findings_to_text(row.findings),
        folder_row=row.folder_row,
        folder_key=row.folder_key,
        existing=row.existing,
        existing_folder=None if row.existing_folder is None else json.dumps(asdict(row.existing_folder)),
        history_attempt=row.attempt_id,
    )


def checked_row(row: BatchRow) -> CheckedRow:
    """Return a stored row as it was checked."""
    return CheckedRow(
        row=row.row,
        line=row.line,
        ref=row.ref,
        kind=None if row.kind is None else RequestKind(row.kind),
        fields=row.fields,
        cells=row.cells,
        verdict=Verdict(row.verdict),
        findings=findings_from_text(row.findings),
        folder_row=row.folder_row,
        existing=row.existing,
        attempt_id=row.history_attempt,
        existing_folder=folder_ids(row),
        folder_key=row.folder_key,
    )


def folder_ids(row: BatchRow) -> FolderIds | None:
    """Return the IDs that an earlier result tells of the shared folder of a row."""
    return None if row.existing_folder is None else FolderIds(**json.loads(row.existing_folder))


def findings_to_text(findings: Iterable[Finding]) -> str | None:
    """Return findings as the journal keeps them; None for none."""
    found = [
        {
            "code": finding.code,
            "message": message_to_data(finding.message),
            "field": finding.field,
            "severity": finding.severity,
            "clean": finding.clean_value,
        }
        for finding in findings
    ]
    return json.dumps(found) if found else None


def findings_from_text(text: str | None) -> tuple[Finding, ...]:
    """Return the findings that `findings_to_text` has made `text` of."""
    return tuple(
        Finding(
            one["code"],
            message_from_data(one["message"]),
            one["field"],
            Severity(one["severity"]),
            one["clean"],
        )
        for one in json.loads(text or "[]")
    )
