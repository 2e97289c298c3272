"""Summary of the selection in the folder picker: count, parent folder, and a way to uncheck all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from koodrive.rules.ids import SCOPE_DIR_LIMIT
from ui.texts.folders import named, path_text
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from ui.pickers.folder_model import FolderTreeModel


class SelectionSummary(QWidget):
    """One line below the tree.

    Signals:
        uncheck_wanted: Nothing shall be chosen.
    """

    uncheck_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = PlainLabel(name="folderPicker.chosen", role="fieldLabel")
        # Where folders are is told by the end of the way to them.
        self._path = ElidedLabel(mode=Qt.TextElideMode.ElideLeft)
        self._path.setObjectName("folderPicker.path")
        self._uncheck = PushButton(
            self.tr("&Uncheck all"), name="folderPicker.uncheckAll", role="small", auto_default=False
        )
        self._uncheck.clicked.connect(self.uncheck_wanted)
        row(self._count, self._path, self._uncheck, stretch=self._path, parent=self)

    def show_choice(self, folders: FolderTreeModel) -> None:
        """Show the checked folders of `folders`."""
        choice = folders.choice
        count = len(choice.ids)
        self._count.setText(self.tr("{count} of {limit}").format(count=count, limit=SCOPE_DIR_LIMIT))
        names = choice.names
        self._count.setToolTip(as_tool_tip("\n".join(named(one, names.get(one, "")) for one in choice.ids)))
        self._path.set_text(self._place_text(folders) if count else "")
        self._uncheck.setEnabled(count > 0)

    def _place_text(self, folders: FolderTreeModel) -> str:
        parent = folders.choice.parent_folder_id
        path = folders.path(parent) if parent else None
        if path is None:
            # Checked by the form, and not met in the tree yet.
            return self.tr("in folder {id}").format(id=named(parent, "")) if parent else ""
        return path_text(path)
