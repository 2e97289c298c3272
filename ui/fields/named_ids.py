"""Shows the IDs of a list with the names of what they stand for; what is kept, edited and copied is the ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate

from ui.texts.folder_words import folder_name
from ui.texts.visible_text import in_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

_BETWEEN = " · "
_LONGEST_ID = 80
_LONGEST_NAME = 120
_LEAST_WIDTH = 40
"""Pixels; a name that has less room says nothing."""
_PADDING = 12


class NamedIds(QStyledItemDelegate):
    """Draws ``Holidays 2026 · 1765…`` for an ID whose name is known; where room is scarce, less of the name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: Mapping[str, str] = {}
        """ID to name."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the name before the ID; see QStyledItemDelegate.initStyleOption."""
        super().initStyleOption(option, index)
        folder_id = str(index.data(Qt.ItemDataRole.EditRole) or "")
        shown = in_short(folder_id, _LONGEST_ID)
        name = self.names.get(folder_id)
        if name:
            metrics = option.fontMetrics
            room = option.rect.width() - metrics.horizontalAdvance(_BETWEEN + shown) - _PADDING
            words = metrics.elidedText(in_short(name, _LONGEST_NAME), Qt.TextElideMode.ElideRight, room)
            shown = f"{folder_name(words, _LONGEST_NAME)}{_BETWEEN}{shown}" if room > _LEAST_WIDTH else shown
        option.text = shown
