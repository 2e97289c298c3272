"""The head of the resolve dialog: which request it is about, and the way to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel

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
        self._left = PlainLabel()
        self._previous = PushButton(self.tr("&Previous"))
        self._position = PlainLabel()
        self._next = PushButton(self.tr("&Next"))
        self._build_ui()
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))

    def _build_ui(self) -> None:
        self.title.setObjectName("resolve.subject")
        self.title.setProperty("role", "pageTitle")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title, stretch=1)
        row.addSpacing(8)
        for name, widget in (
            ("left", self._left),
            ("previous", self._previous),
            ("position", self._position),
            ("next", self._next),
        ):
            widget.setObjectName(f"resolve.{name}")
            row.addWidget(widget)
        self._left.setProperty("role", "quiet")

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
