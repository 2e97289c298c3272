"""Actions on a row of the service's lists, as buttons and as the table's context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence

from ui.widgets.action_row import ActionRow

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from koodrive.listing.live_rows import LiveRow


class LiveActions(ActionRow):
    """A row of buttons named ``live.<action>``; an action that cannot be done now is disabled.

    Signals:
        copy_requested: The text that shall go to the clipboard.
        template_requested: The user wants to make something similar.
        history_requested: The user wants to see the attempt that made it.
    """

    copy_requested = Signal(str)
    template_requested = Signal()
    history_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("live", parent)
        self._row: LiveRow | None = None
        self._copy = self.add_action("copyId", self.tr("&Copy ID"))
        # Of the table, which would copy the one cell that is current.
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_all = self.add_action("copyIds", self.tr("Copy all ID&s"))
        self._copy_all.setToolTip(
            self.tr("All IDs of this row, each with its name, for an e-mail or a ticket")
        )
        self._template = self.add_action("template", self.tr("&Use as template"))
        self._history = self.add_action("history", self.tr("Show in h&istory"))
        self._copy.triggered.connect(self._on_copy)
        self._copy_all.triggered.connect(self._on_copy_all)
        self._template.triggered.connect(self.template_requested)
        self._history.triggered.connect(self.history_requested)
        self.set_selected(None)

    def for_table(self) -> list[QAction]:
        """Return the actions for the context menu of the table."""
        return [self._copy, self._copy_all, self._template, self._history]

    def set_selected(self, row: LiveRow | None) -> None:
        """Set the selected row."""
        self._row = row
        for action in (self._copy, self._copy_all, self._template):
            action.setEnabled(row is not None)
        self._history.setEnabled(row is not None and row.attempt_id is not None)

    @Slot()
    def _on_copy(self) -> None:
        if self._row is not None:
            self.copy_requested.emit(self._row.object_id)

    @Slot()
    def _on_copy_all(self) -> None:
        row = self._row
        if row is None:
            return
        ids = {
            "id": row.object_id,
            "groupId": row.group_id,
            "shareFolderFileId": row.file_id,
            "containerId": row.container_id,
        }
        self.copy_requested.emit("\n".join(f"{name}: {value}" for name, value in ids.items() if value))
