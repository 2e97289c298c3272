"""A read-only table of whole rows of which several can be selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView

from ui.tables.row_delegate import PADDING, fixed_font
from ui.tables.table_view import ReadOnlyTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_AROUND = 2 * PADDING + 1
"""Pixels beside a text."""
_FEWEST_LETTERS = 14
"""Of the column that takes the rest, with a mark before its text."""


class MultiSelectTable(ReadOnlyTable):
    """Rows are selected as everywhere: with Shift a stretch, with Ctrl one more or less, with Ctrl+A all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Mapping[int, Sequence[str]] = {}
        self._fixed: Collection[int] = ()
        self._measured_for = ""
        self._rest: int | None = None
        self._is_fitting = self._is_fixed = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selectRow(self, row: int) -> None:
        """Select this row alone; Qt's own would add or take it away while a Ctrl key is held, as for a shortcut."""
        flags = QItemSelectionModel.SelectionFlag
        # The first one that is seen: to reach another one, the table would scroll to the right.
        header = self.horizontalHeader()
        visible = (header.logicalIndex(place) for place in range(header.count()))
        first = next((column for column in visible if not header.isSectionHidden(column)), 0)
        index = self.model().index(row, first)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def measure_columns(
        self, samples: Mapping[int, Sequence[str]], *, rest: int | None = None, fixed: Collection[int] = ()
    ) -> None:
        """Make columns as wide as their longest texts, now and when the font changes.

        Args:
            samples: Texts that are never to be cut, by column.
            rest: The column that takes the room left over; with little room it is narrower than its texts. None for
                the last one, which is never narrower.
            fixed: The columns in the font of fixed width.
        """
        self._samples, self._fixed, self._rest = samples, fixed, rest
        header = self.horizontalHeader()
        header.setStretchLastSection(rest is None)
        self._measure()
        header.sectionResized.connect(self._on_section_resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room left over to its column."""
        super().resizeEvent(event)
        self._fit_rest()

    def _on_section_resized(self, column: int, before: int, now: int) -> None:
        """Follow a column that was made wider, narrower, visible or hidden; what the user does to the rest stays."""
        if self._is_fitting:
            return
        if column != self._rest:
            self._fit_rest()
        elif before and now:
            self._is_fixed = True

    def _fit_rest(self) -> None:
        rest, header = self._rest, self.horizontalHeader()
        if rest is None or self._is_fixed or header.isSectionHidden(rest):
            return
        others = header.length() - header.sectionSize(rest)
        least = _FEWEST_LETTERS * self.fontMetrics().averageCharWidth() + _AROUND
        width = max(least, self.viewport().width() - others)
        self._is_fitting = True
        header.resizeSection(rest, width)
        self._is_fitting = False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _measure(self) -> None:
        self.ensurePolished()
        font = self.font()
        if not self._samples or font.toString() == self._measured_for:
            return
        self._measured_for = font.toString()
        self._is_fitting = True
        for column, texts in self._samples.items():
            metrics = QFontMetrics(fixed_font(font) if column in self._fixed else font)
            width = max(map(metrics.horizontalAdvance, texts)) + _AROUND
            self.setColumnWidth(column, max(width, self.horizontalHeader().sectionSizeHint(column)))
        self._is_fitting = False
        self._fit_rest()
