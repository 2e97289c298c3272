"""An input that consists of several parts, one of which takes the keyboard for all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Compound(QWidget):
    """Hands the keyboard to the part that was named with `begin_at`.

    A focus proxy would do that, too, but Tab stops at it once more where the parts have an order of their own, and so
    never gets beyond the form; and the mnemonic of a label does not reach one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: QWidget = self

    @property
    def first(self) -> QWidget:
        """The part that takes the keyboard."""
        return self._first

    def begin_at(self, part: QWidget) -> None:
        """Let `part` take the keyboard."""
        self._first = part

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keyboard into the part; see QWidget.setFocus."""
        self._first.setFocus(reason)
