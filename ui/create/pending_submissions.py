"""Creates of a form that wait: for the request under way, for a token, or for the user to continue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest
    from koodrive.rules.problems import FieldValue


@dataclass(frozen=True, slots=True)
class PendingSubmission:
    """One submit of a form, with the content and the connection of that moment."""

    fields: dict[str, FieldValue]
    request: CreateRequest
    """Request that the fields stand for."""
    connection: Connection
    again: bool = False
    """Whether the duplicate check is skipped."""
    was_refused: bool = False
    """Whether it was sent and refused; otherwise it was never sent."""
    renewals: int = 0
    """Number of token renewals before it was sent."""
    has_had_fresh_token: bool = False
    """Whether it was refused with a token renewed just before, so that one more renewal cannot help."""


class PendingSubmissions(QObject):
    """Queue of submits; sends nothing by itself.

    Signals:
        changed: An entry was added, removed or moved.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[PendingSubmission] = []

    @property
    def entries(self) -> tuple[PendingSubmission, ...]:
        """All entries, the next one first."""
        return tuple(self._entries)

    @property
    def first(self) -> PendingSubmission | None:
        """The next entry, or None."""
        return self._entries[0] if self._entries else None

    def is_for(self, connection: Connection | None) -> bool:
        """Return whether the next entry exists and has exactly this connection."""
        return bool(self._entries) and connection == self._entries[0].connection

    def add(self, pending: PendingSubmission) -> None:
        """Append `pending`, unless the last entry is the same request (Enter pressed twice)."""
        if self._entries:
            last = self._entries[-1]
            if (last.request, last.connection) == (pending.request, pending.connection):
                return
        self._entries.append(pending)
        self.changed.emit()

    def insert_first(self, pending: PendingSubmission) -> None:
        """Insert `pending` before all others."""
        self._entries.insert(0, pending)
        self.changed.emit()

    def remove(self, pending: PendingSubmission) -> None:
        """Remove `pending`, if it is an entry."""
        if pending in self._entries:
            self._entries.remove(pending)
            self.changed.emit()

    def pop_first(self) -> PendingSubmission | None:
        """Remove and return the next entry; None when there is none."""
        first = self.first
        if first is not None:
            self.remove(first)
        return first

    def allow_first_again(self) -> None:
        """Skip the duplicate check for the next entry."""
        self._entries[:1] = [replace(one, again=True) for one in self._entries[:1]]

    def move_first_to_end(self) -> None:
        """Move the next entry behind all others."""
        self._entries = [*self._entries[1:], *self._entries[:1]]
        self.changed.emit()

    def update_connection(self, connection: Connection) -> None:
        """Give `connection` to the entries of its account, as its settings may have changed."""
        self._entries = [
            replace(one, connection=connection)
            if one.connection.account_key == connection.account_key
            else one
            for one in self._entries
        ]
