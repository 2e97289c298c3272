"""The journal: the intent of every create before it is sent, its outcome after, and the history of all."""

from __future__ import annotations

from koodrive.journal.attempts.undo_intents import NotUndoableError, TakenBackError, UndoUnderWayError
from koodrive.journal.batches.claims import BatchStateError, RowTakenError
from koodrive.journal.batches.plan_table import EarlierAttempt, Knowledge, PlannedRequest
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
from koodrive.journal.batches.run_states import RunStates
from koodrive.journal.batches.undo_records import BatchUndo, UndoJudgement, UndoRow
from koodrive.journal.duplicates import DuplicateCheck, Duplicates
from koodrive.journal.errors import ReadInterruptedError
from koodrive.journal.journal import Journal
from koodrive.journal.listed_objects import ListedObject
from koodrive.journal.queue import QueuedRequest
from koodrive.journal.records import (
    Attempt,
    AttemptRow,
    CreatedObject,
    FirstRows,
    HistoryQuery,
    Settlement,
    SortColumn,
)
from koodrive.journal.service_lists import ServiceListTable

__all__ = [
    "Attempt",
    "AttemptRow",
    "Batch",
    "BatchRow",
    "BatchStateError",
    "BatchUndo",
    "CreatedObject",
    "DuplicateCheck",
    "Duplicates",
    "EarlierAttempt",
    "FirstRows",
    "HistoryQuery",
    "Journal",
    "Judgement",
    "Knowledge",
    "ListedObject",
    "NewBatch",
    "NewRow",
    "NotUndoableError",
    "Pace",
    "PlannedRequest",
    "QueuedRequest",
    "ReadInterruptedError",
    "RowFilter",
    "RowKey",
    "RowTakenError",
    "RunStates",
    "ServiceListTable",
    "Settlement",
    "SortColumn",
    "TakenBackError",
    "UndoJudgement",
    "UndoRow",
    "UndoUnderWayError",
]
