"""What a running batch reports: each row that has ended, and where the whole stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from koodrive.batch.running.row_queue import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.batch.models import BatchState, PauseReason
    from koodrive.messages import Message

Ended = TypeVar("Ended")
"""How the request of a row has ended."""


TO_SEND = frozenset({"ready"})
"""States of the rows that a run of creates has yet to send."""


@dataclass(frozen=True, slots=True)
class RowEvent(Generic[Row, Ended]):
    """One row whose request has ended, or that was held back before it was sent."""

    row: Row
    """The row as it was before."""
    outcome: Ended | None
    """The outcome; None where nothing was sent."""
    problem: Message | None = None
    """Why nothing was sent."""
    is_ready_again: bool = False
    """Whether the row goes out once more, as nothing was made and the row is not at fault."""
    seconds: float = 0.0
    """Time from the begin of the attempt to its outcome."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """Where a batch stands."""

    batch_id: int
    state: BatchState
    reason: PauseReason | None = None
    """Why it is paused, or will be as soon as what is in flight has ended."""
    text: Message | None = None
    """What happened, for the user; None without more to say than `reason`."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Number of rows of each `koodrive.journal.BatchRow.state`; without those of no row."""
    in_flight: int = 0
    allowed: int = 1
    """Most creates in flight at present."""
    rows_per_minute: float = 0.0
    """Rows that ended during the last minute, or since the start, by the minute."""
    answer_seconds: float = 0.0
    """Median of the last answers; 0 before the first."""
    wait_seconds: float = 0.0
    """Seconds until the next row after throttling; 0 without."""
    is_preparing: bool = False
    """Whether rows in flight before are looked for and the lists are read; nothing is sent meanwhile."""
    to_send: frozenset[str] = TO_SEND
    """States of the rows that the run has yet to send, or to look at."""

    @property
    def total(self) -> int:
        """Number of all rows."""
        return sum(self.counts.values())

    @property
    def left(self) -> int:
        """Number of rows that may be sent and were not."""
        return sum(self.counts.get(state, 0) for state in self.to_send)

    @property
    def seconds_left(self) -> float | None:
        """Estimate for the rows that are left, by the speed so far; None while there is none."""
        return None if not self.rows_per_minute else self.left / self.rows_per_minute * 60
