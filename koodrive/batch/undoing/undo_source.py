"""The objects of a batch that are taken back, in the reverse order of making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.running.row_queue import ROWS_AHEAD, RowQueue

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.journal import Journal, UndoRow


class UndoSource(RowQueue["UndoRow"]):
    """The objects of a batch that may be looked at or taken back; a shared folder waits for its albums.

    Args:
        journal: The history with the batch.
        batch_id: Number of the batch.
    """

    def __init__(self, journal: Journal, batch_id: int) -> None:
        super().__init__()
        self._undos = journal.batch_undos
        self._batch_id = batch_id
        self.looks_only = False
        """Whether it gives out those that nothing was seen of, to look at them."""

    def counts(self, without: Collection[int]) -> dict[str, int]:
        """Return the number of objects of each state, without those at some places."""
        return self._undos.counts(self._batch_id, without=[-place for place in without])

    def _read(self, last: UndoRow | None) -> list[UndoRow]:
        before = None if last is None else last.of_attempt
        return self._undos.next_rows(self._batch_id, before, ROWS_AHEAD, looks_only=self.looks_only)
