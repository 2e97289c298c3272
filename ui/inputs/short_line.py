"""A line edit with a maximum length: Qt lays out a whole line at each change, seconds for a megabyte."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST_LINE = 4_096
"""Characters as Qt counts; more than any field may hold, so that its rule finds too many."""


class ShortLine(QLineEdit):
    """A `QLineEdit` that takes `LONGEST_LINE` characters at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)
