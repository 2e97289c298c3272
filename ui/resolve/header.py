"""The head of the resolve dialog: which request it is about, and the way to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from ui.resolve.queue import AttemptQueue


class ResolveHeader(QWidget):
    """A title, how many requests are left, and Previous and Next where there are several.

    Signals:
        step_requested: 1 for the next attempt, -1 for the one before.
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        """What the dialog is about."""
        self.title.setObjectName("resolve.subject")
        self.title.setProperty("role", "pageTitle")
        self._left = PlainLabel(name="resolve.left", role="quiet")
        self._previous = PushButton(self.tr("&Previous"), name="resolve.previous")
        self._position = PlainLabel(name="resolve.position")
        self._next = PushButton(self.tr("&Next"), name="resolve.next")
        steps = (self._left, self._previous, self._position, self._next)
        row(self.title, 8, *steps, stretch=self.title, parent=self)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))

    def show_queue(self, course: AttemptQueue) -> None:
        """Show where on its way `course` is."""
        count, left, place = len(course.ids), course.open_count, course.place
        for widget in (self._previous, self._position, self._next):
            widget.setVisible(count > 1)
        self._position.setText(
            self.tr("{place} of {count}").format(place=(place or 0) + 1, count=f"{count:,}")
        )
        self._previous.setEnabled(course.neighbour(-1) is not None)
        self._next.setEnabled(course.neighbour(1) is not None)
        self._left.setText(
            self.tr("{count} left").format(count=f"{left:,}")
            if left
            else self.tr("All requests have an outcome now.")
        )
        self._left.setVisible(count > 1 or (count == 1 and not left))
