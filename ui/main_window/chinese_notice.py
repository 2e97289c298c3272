"""Says which fonts to install where there are Chinese names, or Chinese words, and no font has such letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Slot
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from ui.core import language
from ui.core.chinese_font import PACKAGE, has_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

# Not translated: Chinese is what cannot be read here.
TITLE = "Chinese characters cannot be shown"
MESSAGE = (
    "No font on this computer has them, so there are boxes in their place. Install the package"
    f" “{PACKAGE}” (or another font with Simplified Chinese), then start KooDesk again."
)
_ROWS = 50
"""So many rows of a table are looked at when it has new ones."""


class ChineseNotice(QObject):
    """Watches what is typed and listed in a window, and speaks once; for where `chinese_font.is_missing`.

    Args:
        window: Owns it.
        show: Is given title and message.
    """

    def __init__(self, window: QWidget, show: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._show = show
        if language.current() == language.CHINESE:
            self._speak()
            return
        for line in window.findChildren(QLineEdit):
            line.textChanged.connect(self._look_at)
        for view in window.findChildren(QAbstractItemView):
            model = view.model()
            if model is not None:
                model.modelReset.connect(self._on_reset)
                model.rowsInserted.connect(self._on_reset)
                model.dataChanged.connect(self._on_changed)
                self._look_at_rows(model, 0, _ROWS)

    @Slot()
    def _on_reset(self) -> None:
        model = self.sender()
        if isinstance(model, QAbstractItemModel):
            self._look_at_rows(model, 0, _ROWS)

    @Slot(QModelIndex, QModelIndex)
    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        model = self.sender()
        if isinstance(model, QAbstractItemModel):
            self._look_at_rows(model, first.row(), last.row() + 1)

    def _look_at_rows(self, model: QAbstractItemModel, first: int, end: int) -> None:
        for row in range(first, min(end, first + _ROWS, model.rowCount())):
            for column in range(model.columnCount()):
                self._look_at(str(model.index(row, column).data() or ""))

    @Slot(str)
    def _look_at(self, text: str) -> None:
        if has_chinese(text):
            self._speak()

    def _speak(self) -> None:
        show, self._show = self._show, _say_nothing
        show(TITLE, MESSAGE)


def _say_nothing(_title: str, _message: str) -> None:
    """Be silent: it was said already."""
