"""Batches and their rows as they stand in the database, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from koodrive.journal.attempts.stored_messages import (
    MESSAGE_COLUMNS,
    message_from_json,
    to_json,
    with_messages,
)
from koodrive.journal.attempts.undone import is_undone
from koodrive.journal.batches.records import Batch, BatchRow, NewRow, Pace
from koodrive.journal.encoding import milliseconds, moment_of, to_db_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from koodrive.journal.batches.records import NewBatch

MADE_NOTHING = """
    EXISTS (SELECT 1 FROM attempt m WHERE m.attempt_id = r.attempt_id AND m.outcome IN ('refused', 'not_sent'))
"""
"""Whether the attempt of a row has certainly made nothing."""

IS_FREE = f"(r.attempt_id IS NULL OR r.is_released AND {MADE_NOTHING})"
"""Whether a row was not sent, or may be sent once more."""

STATE = f"""
    CASE WHEN a.outcome = 'created' AND {is_undone("a")} THEN 'deleted'
        WHEN r.attempt_id IS NOT NULL AND NOT (r.is_released AND a.outcome IN ('refused', 'not_sent'))
            THEN coalesce(a.outcome, 'unknown')
        WHEN r.decision = 'excluded' THEN 'excluded'
        WHEN r.verdict = 'doubtful' AND r.decision = 'confirmed' THEN 'ready'
        ELSE r.verdict END
"""
"""The state of a row; the attempt is joined as `a`. What was created and taken back is ``deleted``."""

FROM = "FROM batch_row r LEFT JOIN attempt a ON a.attempt_id = r.attempt_id"

# Without `IS NOT` the NULL of a row that nobody has decided about would never be sent.
SENDABLE = """
    r.decision IS NOT 'excluded' AND (r.verdict = 'ready' OR r.verdict = 'doubtful' AND r.decision = 'confirmed')
"""
"""Whether the verdict of a row, and what was decided about it, let it be sent."""

IS_FOLDER_THERE = f"""
    EXISTS (
        SELECT 1 FROM batch_row f LEFT JOIN attempt made ON made.attempt_id = f.attempt_id
        WHERE f.batch_id = r.batch_id AND f.row = r.folder_row
        AND (made.outcome = 'created' AND NOT {is_undone("made")} OR f.attempt_id IS NULL AND f.verdict = 'exists')
    )
"""  # noqa: S608 - our own names
"""Whether the folder is made that a row is to be in."""

ADD_ROW = """
    INSERT INTO batch_row (batch_id, row, line, verdict, folder_row, folder_key, ref, kind, existing,
        existing_folder, history_attempt, findings, fields, cells)
    VALUES (:batch_id, :row, :line, :verdict, :folder_row, :folder_key, :ref, :kind, :existing,
        :existing_folder, :history_attempt, :findings, :fields, :cells)
"""
REPLACE_ROW = f"""
    UPDATE batch_row AS r SET
        decision = CASE
            WHEN r.decision = 'confirmed' AND (r.fields IS NOT :fields OR r.findings IS NOT :findings) THEN NULL
            ELSE decision END,
        line = :line, verdict = :verdict, folder_row = :folder_row, folder_key = :folder_key, ref = :ref, kind = :kind,
        existing = :existing, existing_folder = :existing_folder,
        history_attempt = :history_attempt,
        findings = :findings, fields = :fields, cells = :cells, is_released = r.attempt_id IS NOT NULL
    WHERE r.batch_id = :batch_id AND r.row = :row AND (r.attempt_id IS NULL OR {MADE_NOTHING})
"""  # noqa: S608 - values are bound
ADD_BATCH = """
    INSERT INTO batch (added_at, name, sha256, reading, headings, mapping, parallel, rate, state)
    VALUES (:added_at, :name, :sha256, :reading, :headings, :mapping, :parallel, :rate, 'checked')
"""
SELECT_BATCHES = """
    SELECT b.*, c.connection_id, c.name AS connection_name, c.service_address, c.user_id
    FROM batch b LEFT JOIN connection c USING (connection_key)
"""
SELECT_ROWS = f"""
    SELECT r.*, {STATE} AS state, a.result_id, a.file_id, a.group_id, a.trace_id, a.status, a.code, a.settled_at,
        {MESSAGE_COLUMNS}
    {FROM} LEFT JOIN exchange e ON e.attempt_id = r.attempt_id
"""


def batch_values(batch: NewBatch, added_at: datetime) -> dict[str, object]:
    """Return the columns of a new batch."""
    return {
        "added_at": milliseconds(added_at),
        "name": to_db_text(batch.name),
        "sha256": to_db_text(batch.sha256),
        "reading": to_json(batch.reading or {}),
        "headings": to_json(batch.headings),
        "mapping": to_json(batch.mapping),
        "parallel": batch.pace.parallel,
        "rate": batch.pace.rate,
    }


def row_values(batch_id: int, row: NewRow) -> dict[str, object]:
    """Return the columns of a row that was not sent yet."""
    texts = ("verdict", "ref", "folder_key", "existing_folder", "kind", "existing", "findings")
    found: dict[str, str | None] = {name: getattr(row, name) for name in texts}
    return {
        **{name: None if text is None else to_db_text(text) for name, text in found.items()},
        "batch_id": batch_id,
        "row": row.row,
        "line": row.line,
        "folder_row": row.folder_row,
        "history_attempt": row.history_attempt,
        "fields": to_json(row.fields),
        "cells": to_json(row.cells),
    }


def dicts(cursor: sqlite3.Cursor) -> Iterable[dict[str, Any]]:
    """Return the rows of a statement by the names of their columns."""
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, values, strict=True)) for values in cursor)


def batch_of(values: dict[str, Any]) -> Batch:
    """Return the batch of a row of `SELECT_BATCHES`."""
    shared = ("batch_id", "name", "sha256", "state", "reason", "owner", "wish")
    place = ("connection_id", "connection_name", "service_address", "user_id")
    return Batch(
        **{name: values[name] for name in (*shared, *place)},
        added_at=moment_of(values["added_at"]),
        headings=tuple(json.loads(values["headings"])),
        mapping=tuple(json.loads(values["mapping"])),
        reading=json.loads(values["reading"]),
        pace=Pace(values["parallel"], values["rate"]),
        row_count=values["row_count"] or 0,
        reason_text=message_from_json(values["reason_text"]),
    )


def row_of(values: dict[str, Any]) -> BatchRow:
    """Return the row of a row of `SELECT_ROWS`."""
    settled_at = values.pop("settled_at")
    del values["row_key"], values["is_released"]
    values["fields"] = json.loads(values["fields"])
    values["cells"] = tuple(json.loads(values["cells"]))
    return BatchRow(**with_messages(values), settled_at=None if settled_at is None else moment_of(settled_at))
