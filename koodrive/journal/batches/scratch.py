"""A scratch history for a dry run: one batch, and all that its creates are compared with, in a file of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.journal.batches.records import Pace
from koodrive.journal.connection import address_of, all_at_once
from koodrive.journal.encoding import milliseconds, place_of
from koodrive.journal.errors import Operation, closed_error
from koodrive.journal.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.models import Connection

_REMEMBERED = timedelta(days=8)
"""Age of attempts that were found to have made nothing, and are looked for again; a day more than they need."""
_LATELY = timedelta(days=2)
"""Age of created attempts that can hold something back, whatever the clocks say."""

_ATTEMPTS = """
    SELECT attempt_id FROM source.attempt WHERE outcome IN ('unknown', 'sending')
    OR outcome = 'refused' AND followed_up AND started_at >= :remembered
    OR outcome = 'created' AND started_at >= :lately
    OR attempt_id IN (SELECT attempt_id FROM source.batch_row WHERE batch_id = :batch_id)
    OR attempt_id IN (SELECT history_attempt FROM source.batch_row WHERE batch_id = :batch_id)
"""
_LISTS = """
    SELECT list_key FROM source.list WHERE service_address = :service_address AND user_id = :user_id
"""
_COPIES = (
    "INSERT INTO connection SELECT * FROM source.connection",
    "INSERT INTO batch SELECT * FROM source.batch WHERE batch_id = :batch_id",
    f"INSERT INTO attempt SELECT * FROM source.attempt WHERE attempt_id IN ({_ATTEMPTS})",  # noqa: S608 - values are bound
    "INSERT OR IGNORE INTO attempt SELECT * FROM source.attempt WHERE of_attempt IN (SELECT attempt_id FROM attempt)",
    "INSERT INTO exchange SELECT * FROM source.exchange WHERE attempt_id IN (SELECT attempt_id FROM attempt)",
    "INSERT INTO batch_row SELECT * FROM source.batch_row WHERE batch_id = :batch_id",
    f"INSERT INTO list SELECT * FROM source.list WHERE list_key IN ({_LISTS})",  # noqa: S608 - values are bound
    "INSERT INTO list_object SELECT * FROM source.list_object WHERE list_key IN (SELECT list_key FROM list)",
    "INSERT INTO list_reading SELECT * FROM source.list_reading WHERE list_key IN (SELECT list_key FROM list)",
    "UPDATE batch SET state = 'checked', reason = NULL, reason_text = NULL, owner = NULL",
)


class ScratchJournal(Journal):
    """A history that nobody keeps: what is written to it need not reach the disk.

    Args:
        path: The file, in a folder of its own, which is not there yet.
        source: The history that the batch is in.
        batch_id: The batch.
        connection: Service address and user whose lists count.

    Raises:
        JournalError: When the source cannot be read, or the file not be written.
    """

    def __init__(self, path: Path, source: Path, batch_id: int, connection: Connection) -> None:
        super().__init__(path)
        try:
            self._fill(source, batch_id, connection)
            # One at a time: which of two that are alike comes first is then as the file has it.
            self.batches.set_pace(batch_id, Pace(1, None))
        except BaseException:
            self.close()
            raise

    def _fill(self, source: Path, batch_id: int, connection: Connection) -> None:
        now = datetime.now(UTC)
        values = {
            **place_of(connection),
            "batch_id": batch_id,
            "remembered": milliseconds(now - _REMEMBERED),
            "lately": milliseconds(now - _LATELY),
        }
        if self._writer is None:
            raise closed_error(Operation.OPENING)
        with self._writer.exclusive() as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("ATTACH ? AS source", (f"{address_of(source.absolute())}?mode=ro",))
            try:
                with all_at_once(database):
                    for statement in _COPIES:
                        database.execute(statement, values)
            finally:
                database.execute("DETACH source")
