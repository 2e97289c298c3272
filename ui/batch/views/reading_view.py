"""What the page shows while a table is being read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.texts.numbers import number_text
from ui.widgets.placeholder import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ReadingView(EmptyState):
    """Says how far it is, with a Cancel button named ``batch.reading.notice.action``.

    Signals:
        cancelled: The user does not want the table any more.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("batch.reading", "table", parent)
        self._name = ""
        self.action_chosen.connect(self.cancelled)

    def show_name(self, name: str) -> None:
        """Begin with a table.

        Args:
            name: Name of its file; empty for a pasted one.
        """
        self._name = name or self.tr("the pasted table")
        self.show_rows(0)

    def show_rows(self, count: int) -> None:
        """Show how many rows are read and checked."""
        title = self.tr("Reading {name}…").format(name=self._name)
        words = (
            self.tr("{count} rows are checked. Nothing is sent.").format(count=number_text(count))
            if count
            else ""
        )
        self.show_content(title, words, self.tr("Cancel"))
