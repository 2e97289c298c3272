"""A menu on the heading of a table that shows and hides its columns, and remembers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QTableView

    from ui.core.window_settings import WindowSettings


class ColumnChoice(QObject):
    """Lets people choose the columns of a table; one of them always stays.

    Args:
        table: It has its model; owns this object.
        names: The names by which the columns are remembered, from left to right.
        hidden: Those that are not shown at first.
    """

    def __init__(self, table: QTableView, names: Sequence[str], hidden: Collection[str] = ()) -> None:
        super().__init__(table)
        self._table = table
        self._names = tuple(names)
        self._settings: WindowSettings | None = None
        self._key = ""
        self.menu = QMenu(self.tr("Columns"), table)
        self._actions = [self._new_action(place, name) for place, name in enumerate(self._names)]
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu_requested)
        self._show([name for name in self._names if name not in hidden])

    def _new_action(self, place: int, name: str) -> QAction:
        title = str(self._table.model().headerData(place, Qt.Orientation.Horizontal))
        action: QAction = self.menu.addAction(title.replace("&", "&&"))
        action.setObjectName(f"{self._table.objectName()}.column.{name}")
        action.setCheckable(True)
        action.triggered.connect(self._on_chosen)
        return action

    @property
    def shown(self) -> list[str]:
        """The names of the columns that are shown."""
        return [name for place, name in enumerate(self._names) if not self._table.isColumnHidden(place)]

    def remember(self, settings: WindowSettings, key: str) -> None:
        """Show the columns that were chosen last, and remember what is chosen from now on.

        Args:
            settings: Where they are remembered.
            key: The name of the value.
        """
        self._settings, self._key = settings, key
        stored = str(settings.value(key) or "").split(",")
        if chosen := [name for name in self._names if name in stored]:
            self._show(chosen)

    def _show(self, names: Collection[str]) -> None:
        for place, name in enumerate(self._names):
            self._table.setColumnHidden(place, name not in names)
        for name, action in zip(self._names, self._actions, strict=True):
            action.setChecked(name in names)
            action.setEnabled(len(names) > 1 or name not in names)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = [name for name, action in zip(self._names, self._actions, strict=True) if action.isChecked()]
        self._show(chosen)
        if self._settings is not None:
            self._settings.setValue(self._key, ",".join(chosen))

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        self.menu.popup(self._table.horizontalHeader().viewport().mapToGlobal(place))
