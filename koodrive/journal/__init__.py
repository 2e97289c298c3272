"""The journal: the intent of every create before it is sent, its outcome after, and the history of all."""

from __future__ import annotations

from koodrive.journal.duplicates import DuplicateCheck, Duplicates
from koodrive.journal.faults import ReadInterruptedError
from koodrive.journal.lists import ListRecords
from koodrive.journal.records import (
    Attempt,
    AttemptRow,
    FirstRows,
    HistoryQuery,
    Made,
    Settlement,
    SortColumn,
)
from koodrive.journal.store import Journal

__all__ = [
    "Attempt",
    "AttemptRow",
    "DuplicateCheck",
    "Duplicates",
    "FirstRows",
    "HistoryQuery",
    "Journal",
    "ListRecords",
    "Made",
    "ReadInterruptedError",
    "Settlement",
    "SortColumn",
]
