"""The line that says how many attempts the history shows, or how many of them are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from koodrive.journal import HistoryQuery
from ui.texts.attempts import count_text
from ui.texts.numbers import number_text
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.journal import Journal
    from ui.history.model import HistoryModel


class CountLine(PlainLabel):
    """Counts the rows of a `HistoryModel`.

    Args:
        model: What is shown.
    """

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(name="history.count", role="message", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._model = model

    def show_searching(self) -> None:
        """Say that it takes a while."""
        self.setText(self.tr("Searching…"))

    def show_count(self, wanted: HistoryQuery, selected: int, journal: Journal | None) -> None:
        """Say how many there are.

        Args:
            wanted: What the filters say.
            selected: How many rows are selected.
            journal: The history, once it is open.
        """
        self.setText(self._words(wanted, selected, journal))

    def _words(self, wanted: HistoryQuery, selected: int, journal: Journal | None) -> str:
        count, total = self._model.rowCount(), self._model.total
        if not self._model.is_counted:
            return self.tr("Counting…")
        if selected > 1:
            words = self.tr("{selected} of {count} selected")
            return words.format(selected=number_text(selected), count=number_text(count))
        if wanted == HistoryQuery():
            return count_text(count) if count else ""
        words = self.tr("{count} of {total}").format(count=number_text(count), total=number_text(total))
        if self._model.query.text and journal is not None and not journal.names_are_folded:
            words = self.tr("{count}; names from before are still being prepared for the search").format(
                count=words
            )
        return words
