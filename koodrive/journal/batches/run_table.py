"""What a run asks of the rows of its batch: which go out next, and what becomes of those that did not."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING

from koodrive.journal.batches import rows as stored
from koodrive.journal.batches.row_table import change_rows, select_rows
from koodrive.journal.batches.table import ROWS_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.journal.batches.records import BatchRow, Judgement
    from koodrive.journal.connection import DatabaseConnection

_SENDABLE = f"""
    r.batch_id = :batch_id AND r.row > :after AND {stored.IS_FREE} AND {stored.SENDABLE}
    AND (r.folder_row IS NULL OR {stored.IS_FOLDER_THERE}) ORDER BY r.row LIMIT :limit
"""
_WAITING = f"""
    r.batch_id = :batch_id AND r.row > :after AND {stored.IS_FREE} AND r.folder_row IS NOT NULL
    AND {stored.SENDABLE} AND NOT {stored.IS_FOLDER_THERE} ORDER BY r.row LIMIT :limit
"""
_EXAMPLES = f"""
    r.row_key IN (
        SELECT min(r.row_key) FROM batch_row r
        LEFT JOIN batch_row f ON f.batch_id = r.batch_id AND f.row = r.folder_row
        WHERE r.batch_id = :batch_id AND {stored.IS_FREE} AND r.verdict <> 'problem' AND r.decision IS NOT 'excluded'
        AND (r.folder_row IS NULL OR f.verdict = 'exists' AND f.attempt_id IS NULL)
        GROUP BY r.folder_row, r.kind, json_extract(r.fields, '$.type'), json_extract(r.fields, '$.albumKind'),
            CASE json_extract(r.fields, '$.albumKind') WHEN '2' THEN json_extract(r.fields, '$.groupId') END
    ) ORDER BY r.row
"""  # noqa: S608 - values are bound
# Along the index of the outcomes: few are unknown, and a batch may have many attempts.
_UNKNOWN = "SELECT attempt_id FROM attempt WHERE outcome = 'unknown' AND +batch_id = ? ORDER BY attempt_id"
# Only what has certainly made nothing.
_RELEASE = f"""
    UPDATE batch_row AS r SET is_released = 1 WHERE r.batch_id = :batch_id
    AND r.row IN (SELECT value FROM json_each(:rows)) AND {stored.MADE_NOTHING}
"""  # noqa: S608 - values are bound
# What never left, was turned away for being one too many, had a token that had ended, or was found out to have made
# nothing: none of these is for the row itself.
_RELEASE_ALL = """
    UPDATE batch_row AS r SET is_released = 1 WHERE r.batch_id = ? AND NOT r.is_released AND EXISTS (
        SELECT 1 FROM attempt m WHERE m.attempt_id = r.attempt_id AND (
            m.outcome = 'not_sent'
            OR m.outcome = 'refused' AND (
                m.followed_up OR m.status IN (401, 429) OR m.code IN ('401', 'APIG.0308', 'APIGW.0308')
            )
        )
    )
"""
# What was confirmed was another doubt.
_JUDGE = """
    UPDATE batch_row SET verdict = :verdict, findings = :findings, existing = :existing,
        history_attempt = :history_attempt,
        decision = CASE WHEN :verdict = 'doubtful' AND decision = 'confirmed' THEN NULL ELSE decision END
    WHERE batch_id = :batch_id AND row = :row
"""


class BatchRunTable:
    """Reads and writes what a run of a batch needs; each method that writes is one transaction or a few short ones.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        reader: A connection for reading, which nothing long uses.
    """

    def __init__(self, writer: DatabaseConnection, reader: DatabaseConnection) -> None:
        self._writer = writer
        self._reader = reader

    def sendable(self, batch_id: int, after: int = 0, limit: int = 200) -> list[BatchRow]:
        """Return the next rows that may be sent now, in the order of the file; empty where there are none.

        Those are ready or confirmed, were not sent or may be once more, and the shared folder that they are to be in,
        if any, is made.

        Args:
            batch_id: Number of the batch.
            after: Number of a row, 0 for none; only rows behind it.
            limit: Most rows, at least 1.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select(_SENDABLE, {"batch_id": batch_id, "after": after, "limit": limit})

    def waiting(self, batch_id: int, after: int = 0, limit: int = 200) -> list[BatchRow]:
        """Return the next rows that wait for nothing but the shared folder of this batch that they are to be in.

        They are as `sendable` says, except that their folder is not made yet, or never will be.

        Args:
            batch_id: Number of the batch.
            after: Number of a row, 0 for none; only rows behind it.
            limit: Most rows, at least 1.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select(_WAITING, {"batch_id": batch_id, "after": after, "limit": limit})

    def list_examples(self, batch_id: int) -> list[BatchRow]:
        """Return one row for each list of the service that shows what rows make that may be sent.

        Lists of folders that the batch makes are left out: nothing else is in them.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select(_EXAMPLES, {"batch_id": batch_id})

    def unknown_attempts(self, batch_id: int) -> list[int]:
        """Return the attempts of a batch whose outcome is unknown, oldest first.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return [attempt_id for (attempt_id,) in database.execute(_UNKNOWN, (batch_id,))]

    def release(self, batch_id: int, numbers: Iterable[int]) -> None:
        """Let rows be sent again whose attempts have certainly made nothing; others stay as they are.

        Raises:
            JournalError: When it could not be written.
        """
        change_rows(self._writer, _RELEASE, batch_id, numbers)

    def release_blameless(self, batch_id: int) -> int:
        """Let all rows be sent again that made nothing and were not refused for what stands in them.

        Returns:
            How many they are.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            return database.execute(_RELEASE_ALL, (batch_id,)).rowcount

    def judge(self, batch_id: int, judgements: Iterable[Judgement]) -> None:
        """Give rows other verdicts, also while their batch runs.

        Raises:
            JournalError: When it could not be written.
        """
        source = iter(judgements)
        while some := list(islice(source, ROWS_AT_ONCE)):
            values = [{"batch_id": batch_id, **asdict(one)} for one in some]
            with self._writer.transaction() as database:
                database.executemany(_JUDGE, values)

    def _select(self, where: str, values: dict[str, object]) -> list[BatchRow]:
        with self._reader.exclusive() as database:
            return select_rows(database, where, values)
