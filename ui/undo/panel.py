"""The inset of the question: the IDs of the object, and what was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.core.theme import scaled
from ui.widgets.detail_lines import AttemptLine
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column, row
from ui.widgets.state_mark import StateMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.undo.state import Line

_LEAST_HEIGHT, _MOST_HEIGHT = 96, 360
"""Pixels, for letters of the usual size; a longer list scrolls."""
_BELOW_TOP = 1
"""Pixels from the top of the words to that of their mark."""


class _MarkedLine(QWidget):
    """A mark and the words beside it, on as many lines as they need."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        mark = StateMark("undo.line.mark", ground="side")
        mark.show_state(line.mark)
        words = PlainLabel(with_break_points(line.text), name="undo.line", wraps=True)
        beside = column(mark, 1, margins=(0, _BELOW_TOP, 0, 0))
        row(beside, words, stretch=words, parent=self)


class UndoPanel(QScrollArea):
    """Shows IDs, each with a button that copies it, and lines below them; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo.panel")
        self.setAccessibleName(self.tr("What was read"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._inset = QFrame()
        self._inset.setProperty("role", "inset")
        self._ids = column(spacing=4)
        self._lines = column(spacing=8)
        column(self._ids, self._lines, 1, spacing=8, margins=(12, 8, 8, 8), parent=self._inset)
        self.setWidget(self._inset)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def hasHeightForWidth(self) -> bool:
        """Return that the lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, up to that of a long list."""
        layout = self._inset.layout()
        if layout is None:
            return 0
        # Without a line that wraps there is no height for a width.
        wraps = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()
        return min(height, scaled(_MOST_HEIGHT))

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines; a low screen scrolls."""
        return QSize(0, min(self.heightForWidth(self.width()), scaled(_LEAST_HEIGHT)))

    def show_lines(self, ids: Sequence[tuple[str, str, str]], lines: Sequence[Line]) -> None:
        """Show other IDs and lines.

        Args:
            ids: Key, label and value of each.
            lines: What was read.
        """
        for layout in (self._ids, self._lines):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
        for key, label, value in ids:
            line = AttemptLine(f"undo.{key}", label, copyable=True, is_id=True)
            self._ids.addWidget(line)
            line.set_text(value)
        for one in lines:
            self._lines.addWidget(_MarkedLine(one))
        self.setVisible(bool(ids or lines))
        self.updateGeometry()
