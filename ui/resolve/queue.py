"""The queue of open attempts, and the head of the resolve dialog that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.texts.numbers import number_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.creation.findings import LookResult


class AttemptQueue:
    """Attempts in the order in which they were sent; those that have ended stay in it.

    Args:
        first: The attempt to begin with; None for the oldest.
    """

    def __init__(self, first: int | None = None) -> None:
        self.ids: list[int] = [] if first is None else [first]
        """All attempts, oldest first."""
        self.current = first
        """The one that is shown; None before there is any."""
        self._ended: dict[int, LookResult] = {}
        self._settled: set[int] = set()

    def add(self, attempt_ids: Iterable[int]) -> None:
        """Add attempts of unknown outcome; known ones are ignored."""
        self.ids = sorted({*self.ids, *attempt_ids})
        if self.current is None and self.ids:
            self.current = self.ids[0]

    def end(self, finding: LookResult) -> None:
        """Record the result of attempts."""
        self._ended |= dict.fromkeys(finding.attempt_ids, finding)

    def mark_settled(self, attempt_id: int) -> None:
        """Record that an attempt has an outcome in the history."""
        self._settled.add(attempt_id)

    def ending(self, attempt_id: int) -> LookResult | None:
        """Return the result of an attempt since it was added, or None."""
        return self._ended.get(attempt_id)

    @property
    def created_ids(self) -> set[str]:
        """IDs adopted by attempts of the queue."""
        return {made for finding in self._ended.values() for _attempt_id, made in finding.adopted}

    def is_open(self, attempt_id: int) -> bool:
        """Return whether the outcome of an attempt is not known yet."""
        return attempt_id not in self._ended and attempt_id not in self._settled

    @property
    def open_count(self) -> int:
        """Number of attempts of unknown outcome."""
        return len(set(self.ids).difference(self._ended, self._settled))

    @property
    def place(self) -> int | None:
        """The place of the current attempt, from 0 on; None without one."""
        return None if self.current is None else self.ids.index(self.current)

    def neighbour(self, step: int) -> int | None:
        """Return the attempt that is `step` places further; None where the way ends."""
        place = self.place
        if place is None or not 0 <= place + step < len(self.ids):
            return None
        return self.ids[place + step]

    def next_open(self) -> int | None:
        """Return the open attempt that follows the current one, or else the first one; None without any other."""
        place = self.place or 0
        others = [*self.ids[place + 1 :], *self.ids[:place]]
        return next((attempt_id for attempt_id in others if self.is_open(attempt_id)), None)


class ResolveHeader(QWidget):
    """A title, how many requests are left, and Previous and Next where there are several.

    Signals:
        step_requested: 1 for the next attempt, -1 for the one before.
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        """The attempts of the dialog."""
        self.title.setObjectName("resolve.subject")
        self.title.setProperty("role", "pageTitle")
        self._left = PlainLabel(name="resolve.left", role="quiet", wraps=True)
        self._previous = PushButton(self.tr("&Previous"), name="resolve.previous")
        self._position = PlainLabel(name="resolve.position")
        self._next = PushButton(self.tr("&Next"), name="resolve.next")
        steps = (self._left, self._previous, self._position, self._next)
        row(self.title, row(*steps, margins=(8, 0, 0, 0)), stretch=self.title, parent=self)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))

    def show_queue(self, queue: AttemptQueue) -> None:
        """Show where on its way `queue` is."""
        count, left, place = len(queue.ids), queue.open_count, queue.place
        for widget in (self._previous, self._position, self._next):
            widget.setVisible(count > 1)
        self._position.setText(
            self.tr("{place} of {count}").format(
                place=number_text((place or 0) + 1), count=number_text(count)
            )
        )
        self._previous.setEnabled(queue.neighbour(-1) is not None)
        self._next.setEnabled(queue.neighbour(1) is not None)
        self._left.setText(
            self.tr("{count} left").format(count=number_text(left))
            if left
            else self.tr("All requests have an outcome now.")
        )
        self._left.setVisible(count > 1 or (count == 1 and not left))
