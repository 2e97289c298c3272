"""The creates of a form that wait: behind the one under way, for a token, or for people to say that they go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from koodrive.models import Connection
    from ui.create.form import CreateForm
    from ui.create.token_wait import PendingSubmission


class PendingSubmissions(QObject):
    """A queue of what people have pressed Create for; it sends nothing by itself.

    Args:
        page: Whose fields they are.
        parent: Owns this object.

    Signals:
        changed: Something waits, or waits no more.
    """

    changed = Signal()

    def __init__(self, page: CreateForm, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._entries: list[PendingSubmission] = []

    @property
    def entries(self) -> tuple[PendingSubmission, ...]:
        """What waits, in the order in which it is created."""
        return tuple(self._entries)

    @property
    def first(self) -> PendingSubmission | None:
        """What is created next; None when nothing waits."""
        return self._entries[0] if self._entries else None

    def is_for(self, connection: Connection | None) -> bool:
        """Return whether something waits, and the first was given to exactly this connection."""
        return bool(self._entries) and connection == self._entries[0].connection

    def add(self, pending: PendingSubmission) -> None:
        """Let `pending` wait behind all others, unless it is the last already, as where Enter is pressed twice."""
        if self._entries and self._is_same(self._entries[-1], pending):
            return
        self._entries.append(pending)
        self.changed.emit()

    def insert_first(self, pending: PendingSubmission) -> None:
        """Let `pending` wait before all others."""
        self._entries.insert(0, pending)
        self.changed.emit()

    def remove(self, pending: PendingSubmission) -> None:
        """Let `pending` wait no more, if it does."""
        if pending in self._entries:
            self._entries.remove(pending)
            self.changed.emit()

    def pop_first(self) -> PendingSubmission | None:
        """Let the first one wait no more, and return it; None when nothing waits."""
        first = self.first
        if first is not None:
            self.remove(first)
        return first

    def allow_first_again(self) -> None:
        """Let the first one make one more of what is there already."""
        self._entries[:1] = [replace(one, again=True) for one in self._entries[:1]]

    def move_first_to_end(self) -> None:
        """Let the first one wait behind all others."""
        self._entries = [*self._entries[1:], *self._entries[:1]]
        self.changed.emit()

    def update_connection(self, connection: Connection) -> None:
        """Let what waits for the same place go with `connection`, whose settings may be other ones by now.

        Args:
            connection: The one in use.
        """
        self._entries = [
            replace(one, connection=connection)
            if one.connection.account_key == connection.account_key
            else one
            for one in self._entries
        ]

    def _is_same(self, one: PendingSubmission, other: PendingSubmission) -> bool:
        page = self._page
        return page.request(one.fields) == page.request(other.fields) and one.connection == other.connection
