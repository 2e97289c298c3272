"""Combo boxes: one that marks where its text is cut, and one that the wheel changes only while it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent


_BESIDE = 6
"""Pixels."""


class ElidedComboBox(QComboBox):
    """Shows the beginning of a text that is too long with an ellipsis; Qt would cut it without a mark."""

    def sizeHint(self) -> QSize:
        """Return room for the whole text: the style sheet counts too little beside it."""
        return super().sizeHint() + QSize(_BESIDE, 0)

    def minimumSizeHint(self) -> QSize:
        """Return as little as Qt does, with the same room beside it."""
        return super().minimumSizeHint() + QSize(_BESIDE, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, and as much of the text as fits."""
        if self.isEditable():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - 2
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class NoScrollComboBox(ElidedComboBox):
    """Ignores the wheel without the focus, so that scrolling past it changes no value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
