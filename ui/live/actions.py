"""Actions on the rows of the service's lists, as buttons and as the table's context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence

from ui.live.columns import as_table_line
from ui.tables.action_row import ActionRow
from ui.widgets.copied_word import CopiedWord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from koodrive.listing.live_rows import LiveRow
    from ui.tables.export_menu import ExportMenu


_SELDOM = ("copyIds", "template", "history")
"""Names of the buttons without which a small window does."""


class LiveActions(ActionRow):
    """A row of buttons named ``live.<action>``; an action that cannot be done now is disabled.

    Args:
        export_menu: What the Export button opens.

    Signals:
        template_requested: The user wants to make something similar.
        history_requested: The user wants to see the attempt that made it.
    """

    template_requested = Signal()
    history_requested = Signal()

    def __init__(self, export_menu: ExportMenu, parent: QWidget | None = None) -> None:
        super().__init__("live", parent)
        self._selected: Sequence[LiveRow] = ()
        self._copy = self.add_action("copyId", self.tr("&Copy IDs"))
        # Of the table, which would copy the one cell that is current.
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_all = self.add_action("copyIds", self.tr("Copy all ID&s"))
        self._copy_all.setToolTip(
            self.tr("All IDs of each row, each with its name, for an e-mail or a ticket")
        )
        self._copy_rows = self.add_action("copyRows", self.tr("Cop&y rows"))
        self._copied = {name: CopiedWord(self.button(name)) for name in ("copyId", "copyIds", "copyRows")}
        self._template = self.add_action("template", self.tr("&Use as template"))
        self._history = self.add_action("history", self.tr("Show in h&istory"))
        self.add_more((self._copy_rows, self._copy_all, self._template, self._history))
        self._copied["more"] = CopiedWord(self.button("more"))
        self._menu = export_menu
        self._export = self.add_button("export", self.tr("&Export"))
        self._export.set_icon("export")
        self.button("copyId").set_icon("copy")
        self._export.setMenu(export_menu)
        # As in `HelpButton`.
        export_menu.aboutToHide.connect(self._export.update)
        self._copy.triggered.connect(self._on_copy)
        self._copy_all.triggered.connect(self._on_copy_all)
        self._copy_rows.triggered.connect(self._on_copy_rows)
        self._template.triggered.connect(self.template_requested)
        self._history.triggered.connect(self.history_requested)
        self.set_exportable(is_any=False)
        self.set_selected((), None)
        self.set_slim(is_slim=False)

    def set_slim(self, *, is_slim: bool, is_slimmest: bool = False) -> None:
        """Set whether there is room for few buttons only, so that the others are in the menu of *More*.

        Args:
            is_slim: Whether those that are seldom pressed have no room.
            is_slimmest: Whether that of copying rows has none either.
        """
        for name in _SELDOM:
            self.show_button(name, is_shown=not is_slim)
        self.show_button("copyRows", is_shown=not is_slimmest)
        self.show_button("more", is_shown=is_slim)

    def for_table(self) -> list[QAction]:
        """Return the actions for the context menu of the table."""
        copying = [self._copy, self._copy_all, self._copy_rows]
        return [*copying, self._template, self._history, self._menu.selected.menuAction()]

    def set_exportable(self, *, is_any: bool) -> None:
        """Set whether any rows are shown."""
        self._export.setEnabled(is_any)
        self._menu.set_exportable(is_any=is_any)

    def set_selected(self, rows: Sequence[LiveRow], current: LiveRow | None) -> None:
        """Set the selected rows, from top to bottom, and the one of them that actions on one row are about."""
        self._selected = rows
        for action in (self._copy, self._copy_all, self._copy_rows):
            action.setEnabled(bool(rows))
        self._template.setEnabled(current is not None)
        self._history.setEnabled(current is not None and current.attempt_id is not None)
        self._menu.set_selected(is_any=bool(rows))

    @Slot()
    def _on_copy(self) -> None:
        self._put("copyId", [row.object_id for row in self._selected])

    @Slot()
    def _on_copy_all(self) -> None:
        self._put("copyIds", ["\n".join(_labelled_ids(row)) for row in self._selected], between="\n\n")

    @Slot()
    def _on_copy_rows(self) -> None:
        self._put("copyRows", [as_table_line(row) for row in self._selected])

    def _put(self, action: str, texts: list[str], between: str = "\n") -> None:
        if texts:
            QGuiApplication.clipboard().setText(between.join(texts))
            self._copied["more" if self.button(action).isHidden() else action].show()


def _labelled_ids(row: LiveRow) -> list[str]:
    ids = {
        "id": row.object_id,
        "groupId": row.group_id,
        "shareFolderFileId": row.file_id,
        "containerId": row.container_id,
    }
    return [f"{name}: {value}" for name, value in ids.items() if value]
