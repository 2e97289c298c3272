"""Reads the rows of one batch as the page shows them; every call blocks, so it belongs on a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.stored_rows import findings_from_text
from ui.batch.rows.shown_row import RowTexts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from koodrive.journal import Batch, Journal, RowFilter
    from ui.batch.rows.shown_row import ShownRow


class BatchReader:
    """The rows of one batch.

    Args:
        journal: Where they stand.
        batch: The batch.
        runs: Whether it is past its plan, so that a ready row waits.
    """

    def __init__(self, journal: Journal, batch: Batch, *, runs: bool) -> None:
        self._table = journal.batch_rows
        self._batch_id = batch.batch_id
        self._runs = runs
        self.texts = RowTexts(batch.headings, batch.mapping)

    def numbers(self, wanted: RowFilter) -> Sequence[int]:
        """Return the numbers of the rows that a filter lets through, in the order of the file.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._table.numbers(self._batch_id, wanted)

    def counts(self) -> Mapping[str, int]:
        """Return the number of rows of each state.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._table.counts(self._batch_id)

    def rows(self, numbers: Sequence[int]) -> list[ShownRow]:
        """Return rows by their numbers, in that order.

        Raises:
            JournalError: When the history cannot be read.
        """
        return [
            self.texts.shown(row, findings_from_text(row.findings), runs=self._runs)
            for row in self._table.rows(self._batch_id, numbers)
        ]
