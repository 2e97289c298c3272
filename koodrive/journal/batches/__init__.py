"""The tables of the batches: what was read from a file, what was decided about it, and what was sent."""

from __future__ import annotations

from koodrive.journal.batches.records import (
    Batch,
    BatchRow,
    Judgement,
    NewBatch,
    NewRow,
    Pace,
    RowFilter,
    RowKey,
)
from koodrive.journal.batches.row_table import BatchRowTable
from koodrive.journal.batches.run_table import BatchRunTable
from koodrive.journal.batches.table import BatchTable
from koodrive.journal.batches.undo_records import BatchUndo, UndoJudgement, UndoRow
from koodrive.journal.batches.undo_table import BatchUndoTable

__all__ = [
    "Batch",
    "BatchRow",
    "BatchRowTable",
    "BatchRunTable",
    "BatchTable",
    "BatchUndo",
    "BatchUndoTable",
    "Judgement",
    "NewBatch",
    "NewRow",
    "Pace",
    "RowFilter",
    "RowKey",
    "UndoJudgement",
    "UndoRow",
]
