"""Asks before a dialog throws away what was typed into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class DiscardQuestion(QMessageBox):
    """Discard or keep editing; to be opened with `open`.

    Args:
        name: The first part of the object names: ``<name>.discardQuestion``, ``<name>.discard`` and
            ``<name>.keepEditing``.
        parent: The dialog.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.discardQuestion")
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(parent.windowTitle())
        self.setText(self.tr("Discard what you typed?"))
        self.setInformativeText(self.tr("This connection is not saved yet."))
        self.discard = self.addButton(self.tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        """The button that discards."""
        self.discard.setObjectName(f"{name}.discard")
        keep = self.addButton(self.tr("&Keep editing"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName(f"{name}.keepEditing")
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
