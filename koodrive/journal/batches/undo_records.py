"""Frozen values that come out of the tables of the batches that are taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.journal.batches.records import Pace
    from koodrive.messages import Message


@dataclass(frozen=True, slots=True)
class BatchUndo:
    """The run that takes a batch back."""

    batch_id: int
    begun_at: datetime
    """UTC, to the millisecond; when it was asked for first."""
    pace: Pace
    state: str = "checked"
    """A value of `koodrive.batch.models.BatchState`; ``checked`` before anything was taken back."""
    reason: str | None = None
    """Why it is paused: a value of `koodrive.batch.models.PauseReason`."""
    reason_text: Message | None = None
    owner: str | None = None
    """The process that runs it, or has run it last."""
    wish: str | None = None
    """The state that another process has asked for, while it is running."""


@dataclass(frozen=True, slots=True)
class UndoRow:
    """One create of a batch that has made something, and what became of taking it back."""

    batch_id: int
    of_attempt: int
    """The create."""
    kind: str
    """A `koodrive.models.RequestKind`."""
    name: str | None
    result_id: str
    """What it has made: the album's ID, or the primary key of the shared folder."""
    state: str
    """The outcome of its delete, where there is one that counts, or else what was seen of it: ``open`` (not looked at
    yet), ``ready``, ``gone`` or ``kept``."""
    reason: Message | None = None
    """Why it is kept, or what was seen of it."""
    row: int | None = None
    """Number of its row in the table; None for a create whose row was sent once more since."""
    line: int | None = None
    ref: str | None = None
    folder_attempt: int | None = None
    """The create of the shared folder that an album is in, where this batch has made it."""
    attempt_id: int | None = None
    """Its last delete that counts; None while there is none."""
    trace_id: str | None = None
    status: int | None = None
    code: str | None = None
    title: Message | None = None
    message: Message | None = None
    note: Message | None = None
    settled_at: datetime | None = None

    @property
    def place(self) -> int:
        """Its place in a run: the reverse order of making."""
        return -self.of_attempt


@dataclass(frozen=True, slots=True)
class UndoJudgement:
    """What was seen of one create of a batch."""

    of_attempt: int
    verdict: str
    """``ready``, ``gone`` or ``kept``."""
    reason: Message | None = None
