"""Frozen values that go into the tables of the batches and come out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.messages import Message


class RowKey(NamedTuple):
    """Which row of which batch."""

    batch_id: int
    row: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a batch is sent."""

    parallel: int = 4
    """Most creates in flight, 1 to 16."""
    rate: float | None = 20.0
    """Most creates begun in a second; None for no limit."""

    def __post_init__(self) -> None:
        if not 1 <= self.parallel <= 16:
            raise ValueError("1 to 16 creates at a time")
        if self.rate is not None and not 0 < self.rate <= 1000:
            raise ValueError("up to 1000 creates a second")


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A table as it was read, without its rows."""

    name: str
    """File name without its folder; empty for a pasted table or a series."""
    sha256: str
    """Of the bytes of the file, or of the text in UTF-8."""
    headings: tuple[str, ...]
    """All columns, as the file names them."""
    mapping: tuple[str | None, ...] = ()
    """What each column stands for: an API field name or a column of ours; None for one that is only kept."""
    reading: dict[str, str] | None = None
    """How the file was read: `encoding`, `separator`, `sheet`, `path`, where they are known."""
    pace: Pace = Pace()


@dataclass(frozen=True, slots=True)
class Batch(NewBatch):
    """A stored batch."""

    batch_id: int = 0
    added_at: datetime | None = None
    """UTC, to the millisecond."""
    row_count: int = 0
    state: str = "checked"
    """A value of `koodrive.batch.models.BatchState`."""
    reason: str | None = None
    """Why it is paused: a value of `koodrive.batch.models.PauseReason`."""
    reason_text: Message | None = None
    """What happened, for the user."""
    owner: str | None = None
    """The process that runs it, or has run it last."""
    wish: str | None = None
    """The state that another process has asked for, while it is running."""
    connection_id: str | None = None
    """None until it is planned or run with a connection."""
    connection_name: str | None = None
    service_address: str | None = None
    user_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewRow:
    """One checked row, without what becomes of it."""

    row: int
    """From 1, without the heading and empty rows."""
    line: int
    """From 1, as the spreadsheet counts."""
    verdict: str
    """A value of `koodrive.batch.models.Verdict`."""
    kind: str | None
    """A `RequestKind`; None where it is not known."""
    fields: dict[str, str | list[str]]
    cells: tuple[str, ...]
    """Texts of all columns, as they come back in the result."""
    ref: str | None = None
    findings: str | None = None
    """JSON text of what was found; None for nothing."""
    folder_row: int | None = None
    """Number of the row of the shared folder that it is to be in."""
    folder_key: str | None = None
    """How the row names that row."""
    existing: str | None = None
    """ID that the history has for the same request."""
    existing_folder: str | None = None
    """JSON text of the IDs of the shared folder, for one that an earlier result tells."""
    history_attempt: int | None = None
    """The attempt of the history that it would double."""


@dataclass(frozen=True, slots=True)
class BatchRow(NewRow):
    """One stored row, with what became of it."""

    batch_id: int = 0
    state: str = ""
    """The outcome of its attempt, where it was sent, or else its verdict; a doubtful row that was confirmed is
    ``ready``, and one that was left out ``excluded``."""
    decision: str | None = None
    """``confirmed`` or ``excluded``, by the user."""
    tries: int = 0
    """How often an attempt was begun."""
    attempt_id: int | None = None
    """Its last attempt; None while it was not sent. Where that has made nothing, `state` may be ``ready`` again."""
    result_id: str | None = None
    """The album's ID, or the primary key of the shared folder."""
    file_id: str | None = None
    group_id: str | None = None
    trace_id: str | None = None
    status: int | None = None
    code: str | None = None
    title: Message | None = None
    message: Message | None = None
    note: Message | None = None
    settled_at: datetime | None = None

    @property
    def key(self) -> RowKey:
        """Its batch and number."""
        return RowKey(self.batch_id, self.row)

    @property
    def place(self) -> int:
        """Its place in a run: the order of the file."""
        return self.row


@dataclass(frozen=True, slots=True)
class Judgement:
    """Another verdict for a row."""

    row: int
    verdict: str
    """A value of `koodrive.batch.models.Verdict`."""
    findings: str | None
    """JSON text of what was found; None for nothing."""
    existing: str | None = None
    """ID that it would double, where it is known."""
    history_attempt: int | None = None
    """The attempt that it would double."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows of a batch; by default all."""

    states: frozenset[str] = frozenset()
    """Values of `BatchRow.state`; empty: all."""
    text: str = ""
    """Found anywhere in its cells, see `koodrive.core.characters.is_found`. Empty: all."""
    has_findings: bool = False
    """Only rows in which something was found."""
