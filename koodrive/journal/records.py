"""Frozen values that go into the journal and come out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.models import Action, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from koodrive.messages import Message
    from koodrive.models import Created, RequestKind


@dataclass(frozen=True, slots=True)
class Settlement:
    """Outcome of an attempt for the table.

    Raises:
        ValueError: When `kind` is ``sending``, which is no outcome, or `settled_at` has no time zone.
    """

    kind: OutcomeKind
    settled_at: datetime
    created: Created | None = None
    status: int | None = None
    """The HTTP status of the answer."""
    code: str | None = None
    """The service's or the gateway's own code."""
    title: Message | None = None
    """Short text for the user: the event."""
    message: Message | None = None
    """Text for the user: the meaning and the next step."""
    answer: str | None = None
    """The text of the answer; of a long one the first 64 KiB are kept, and the kept text says so."""
    note: Message | None = None
    """Evidence of an outcome that does not come from the answer."""
    served_at: datetime | None = None
    """Start of the attempt, by the service's clock; None where no answer gave its time."""
    note_if_known: Callable[[Attempt], Message] | None = None
    """Makes a note for an attempt whose result the history has already, from the first attempt that has it."""
    is_found: bool = False
    """Whether the result was found in a list: then no other attempt may have it, also none of another process."""

    def __post_init__(self) -> None:
        if self.kind is OutcomeKind.SENDING:
            raise ValueError("'sending' is no outcome")
        if self.settled_at.tzinfo is None:
            raise ValueError("settled_at needs a time zone")


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One row of the history as a table shows it."""

    attempt_id: int
    kind: RequestKind | str
    """A plain text when a newer KooDesk wrote a kind that this one does not know."""
    name: str | None
    outcome: OutcomeKind | str
    """A plain text when a newer KooDesk wrote an outcome that this one does not know."""
    result_id: str | None
    """The album's ID, or the primary key of the shared folder."""
    connection_id: str
    connection_name: str
    """The name that the connection had then."""
    started_at: datetime
    """UTC, to the millisecond."""
    action: Action | str = field(default=Action.CREATE, kw_only=True)
    """A plain text when a newer KooDesk wrote an action that this one does not know."""
    of_attempt: int | None = field(default=None, kw_only=True)
    """The create that a delete takes back; None for a create."""
    undone_by: int | None = field(default=None, kw_only=True)
    """The delete that has taken back what this create has made; None while none has."""
    undone_at: datetime | None = field(default=None, kw_only=True)
    """UTC, to the millisecond; when it was known to be taken back."""


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The start of what a query selects, which may be known long before all of it is."""

    rows: list[AttemptRow]
    """Without a gap from the first row on."""
    count: int | None
    """Number of rows; None while it is not known."""


@dataclass(frozen=True, slots=True)
class Attempt(AttemptRow):
    """One attempt with all its values."""

    settled_at: datetime | None
    """UTC, to the millisecond; None while it is under way."""
    trace_id: str
    service_address: str
    user_id: str
    file_id: str | None
    """A shared folder's ID as a file."""
    group_id: str | None
    tenant_id: str | None
    creator: str | None
    create_time: str | None
    """As the service wrote it."""
    body: str
    """The JSON text that went out."""
    answer: str | None
    status: int | None
    code: str | None
    title: Message | None
    message: Message | None
    note: Message | None
    """Its messages: of an older KooDesk in English, whatever the values."""
    is_followed_up: bool = False
    """Whether something about it was found out or decided after its answer was lost."""


@dataclass(frozen=True, slots=True)
class CreatedObject:
    """Object that an attempt has created, as the history knows it."""

    attempt_id: int
    """The newest, where several attempts have the same result."""
    result_id: str
    name: str | None
    settled_at: datetime
    """UTC, to the millisecond; when it was known to be there."""
    file_id: str | None
    """A shared folder's ID as a file."""
    group_id: str | None
    creator: str | None
    create_time: str | None
    """As the service wrote it."""
    body: str
    """The JSON text that went out."""


class SortColumn(StrEnum):
    """Columns by which the history can be sorted."""

    TIME = "time"
    """Start of the attempt, by the order of the attempts: a clock that was wrong moves none of them."""
    KIND = "kind"
    NAME = "name"
    ID = "id"
    """The result's ID, as text."""
    OUTCOME = "outcome"
    CONNECTION = "connection"
    """The connection's name."""


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """Filter and order of attempts.

    Rows without a value in the sorted column come first when ascending. Rows that are equal in it follow
    their `attempt_id`, in the same direction; those of two connections of the same name stay apart.
    """

    text: str = ""
    """Found anywhere in the name, an ID, the trace ID or the connection's name or user; case, width and composition
    do not matter (`koodrive.core.characters`). Empty: all."""
    kinds: frozenset[RequestKind] = frozenset()
    """Empty: all."""
    outcomes: frozenset[OutcomeKind] = frozenset()
    """Empty: all."""
    by_fate: bool = False
    """Whether, for `outcomes`, a create that was taken back counts as deleted, and no longer as created."""
    connection_ids: frozenset[str] = frozenset()
    """Empty: all."""
    actions: frozenset[Action] = frozenset()
    """Empty: all."""
    is_undone: bool | None = None
    """Only creates that were taken back (True), or all but those (False); None: all."""
    since: datetime | None = None
    """Only attempts started at this time or later; needs a time zone."""
    until: datetime | None = None
    """Only attempts started before this time; needs a time zone."""
    after_attempt: int | None = None
    """Only attempts that began after the one of this number."""
    batch_id: int | None = None
    """Only attempts of this batch, also those whose rows were sent once more since."""
    sort: SortColumn = SortColumn.TIME
    descending: bool = True
