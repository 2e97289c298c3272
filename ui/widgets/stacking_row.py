"""Two parts side by side, or one below the other where there is no room for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class StackingRow(QWidget):
    """A part that takes the room left over, and one of buttons that has to be seen whole.

    Args:
        first: The part at the left, or above; a label without words is not shown there.
        second: The part at the right, or below.
        least: Pixels that the first part needs beside the second one.
        spacing: Pixels between them.
    """

    def __init__(
        self, first: QWidget | QLayout, second: QWidget | QLayout, *, least: int, spacing: int = 8
    ) -> None:
        super().__init__()
        self._first, self._least = first, least
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        for part, stretch in ((first, 1), (second, 0)):
            if isinstance(part, QLayout):
                self._layout.addLayout(part, stretch)
            else:
                self._layout.addWidget(part, stretch)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider part: side by side they are only where they have the room."""
        widest = max(item.minimumSize().width() for item in self._items())
        return QSize(widest, super().minimumSizeHint().height())

    def _items(self) -> list[QLayoutItem]:
        items = (self._layout.itemAt(place) for place in (0, 1))
        return [item for item in items if item is not None]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Follow a part that has become wider or narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        first, second = self._items()
        least = max(self._least, first.minimumSize().width())
        needed = least + self._layout.spacing() + second.sizeHint().width()
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if self.width() < needed else directions.LeftToRight
        if wanted is not self._layout.direction():
            self._layout.setDirection(wanted)
            # Qt tells the layouts around it nothing of that.
            self.updateGeometry()
        if isinstance(self._first, PlainLabel):
            # Beside the buttons it keeps them at the right; above them it would be an empty line.
            self._first.setVisible(wanted is directions.LeftToRight or bool(self._first.text()))
