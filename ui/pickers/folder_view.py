"""Tree view of a space's folders, with check boxes; rows are fetched during scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QTreeView

from ui.core import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ui.pickers.folder_model import FolderTreeModel

_ROW_PADDING = 14
_SCREENS_AHEAD = 2
"""Fetch distance below the last visible row, in heights of the tree."""
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FolderTreeView(QTreeView):
    """Shows a `FolderTreeModel` and lets it fetch rows near the visible ones.

    Args:
        model: The model.
    """

    def __init__(self, model: FolderTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders = model
        self._look = QTimer(self, singleShot=True, interval=0)
        self.setModel(model)
        self.setItemDelegate(_FolderDelegate(model, self))
        self.setAccessibleName(self.tr("Folders of the space"))
        # Rows of one height are placed by a multiplication, whatever their number.
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._connect()

    def _connect(self) -> None:
        self._look.timeout.connect(self._fetch_ahead)
        self.verticalScrollBar().valueChanged.connect(self._look_later)
        self._folders.settled.connect(self._look_later)
        self._folders.choice_changed.connect(self.viewport().update)
        self.expanded.connect(self._look_later)
        self.collapsed.connect(self._on_collapsed)
        self.doubleClicked.connect(self._folders.go_on)

    def sizeHint(self) -> QSize:
        """Return room for a dozen folders."""
        return QSize(480, 320)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the action of an action row on Enter; leave other keys to the dialog."""
        if event.key() in _ENTER_KEYS and self._folders.is_action(self.currentIndex()):
            self._folders.go_on(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Go on with the first new folder from the row that stood for it."""
        current = self.currentIndex()
        super().rowsInserted(parent, start, end)
        # Otherwise that row takes the keyboard along, and leaves it at the last folder.
        if current.parent() == parent and self._folders.is_tail(current):
            self.setCurrentIndex(self._folders.index(start, 0, parent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fetch the rows that become visible."""
        super().resizeEvent(event)
        self._look_later()

    @Slot()
    def _look_later(self) -> None:
        # A slot of ours: `QTimer.start` would take the value of a scroll bar for milliseconds.
        self._look.start()

    @Slot()
    def _fetch_ahead(self) -> None:
        # Rows are laid out only before the next paint, and until then the old ones would be found.
        self.executeDelayedItemsLayout()
        index = self.indexAt(self.viewport().rect().topLeft())
        height = max(1, self.visualRect(index).height())
        for _row in range((1 + _SCREENS_AHEAD) * (1 + self.viewport().height() // height)):
            if not index.isValid():
                return
            if self._folders.is_waiting(index):
                self._folders.go_on(index)
            index = self.indexBelow(index)

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        self._folders.cancel_loading(index)


class _FolderDelegate(QStyledItemDelegate):
    """Draws the box of a folder that cannot be checked as disabled, and leaves the folder itself enabled."""

    def __init__(self, model: FolderTreeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._folders = model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Set the style options of a row."""
        super().initStyleOption(option, index)
        # Readable, as it can still be opened.
        option.palette.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor(theme.current()["quiet"])
        )
        if self._folders.hindrance(index) is not None:
            option.state &= ~QStyle.StateFlag.State_Enabled

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row with some room around the text."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + _ROW_PADDING)
