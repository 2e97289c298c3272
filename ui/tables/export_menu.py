"""The menu that exports a table: what is shown, or the selected rows, in one of several formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu

from koodrive.journal.export import FileFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

SUFFIXES = {FileFormat.CSV: "csv", FileFormat.PLAIN_CSV: "csv", FileFormat.JSON: "json"}
"""The suffix of a file by its format."""


class ExportMenu(QMenu):
    """Actions named ``<page>.export.<format>`` for everything and ``<page>.exportSelected.<format>``.

    Args:
        page: The page.

    Signals:
        shown_requested: All that is shown is to be exported in this `FileFormat`.
        selected_requested: The selected rows are to be.
    """

    shown_requested = Signal(str)
    selected_requested = Signal(str)

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = self._add_formats(self, f"{page}.export")
        self.selected = QMenu(self.tr("&Selected rows"), self)
        self.selected.menuAction().setObjectName(f"{page}.exportSelected")
        self._add_formats(self.selected, f"{page}.exportSelected")
        self.addMenu(self.selected)
        self.triggered.connect(self._on_chosen)
        self.set_selected(is_any=False)

    def _add_formats(self, menu: QMenu, name: str) -> list[QAction]:
        labels = {
            FileFormat.CSV: self.tr("&CSV, for spreadsheets…"),
            FileFormat.PLAIN_CSV: self.tr("&Plain CSV, for programs…"),
            FileFormat.JSON: self.tr("&JSON, complete…"),
        }
        actions = []
        for file_format, label in labels.items():
            action = menu.addAction(label)
            action.setObjectName(f"{name}.{file_format}")
            action.setData(str(file_format))
            actions.append(action)
        menu.setToolTipsVisible(True)
        actions[0].setToolTip(
            self.tr("IDs get an apostrophe in front, so that a spreadsheet keeps all of their digits")
        )
        actions[1].setToolTip(self.tr("Every value as it is; a spreadsheet would round the IDs"))
        return actions

    def set_exportable(self, *, is_any: bool) -> None:
        """Set whether there is anything to export."""
        for action in self._all:
            action.setEnabled(is_any)

    def set_selected(self, *, is_any: bool) -> None:
        """Set whether there are selected rows that can be exported."""
        self.selected.menuAction().setEnabled(is_any)

    @Slot("QAction*")
    def _on_chosen(self, action: QAction) -> None:
        if action.objectName().split(".")[1] == "exportSelected":
            self.selected_requested.emit(action.data())
        else:
            self.shown_requested.emit(action.data())
