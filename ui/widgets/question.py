"""A question with two answers, asked before something would be lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class DiscardQuestion(QMessageBox):
    """Discard or keep editing; to be opened with `open`.

    Args:
        name: First part of the object names: ``<name>.discardQuestion``, ``<name>.discard`` and
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


class Question(QMessageBox):
    """Go on or stay; `accepted` means to go on. To be opened with `open`.

    Args:
        name: The object name; the buttons are ``<name>.confirm`` and ``<name>.stay``.
        title: The title of the window.
        reason: The reason to ask, as a sentence.
        consequence: The consequence of going on.
        confirm: Label of the button that goes on.
        parent: Parent window.
    """

    def __init__(
        self, name: str, title: str, reason: str, consequence: str, *, confirm: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(title)
        # Before there is a text that could be taken for markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(reason)
        self.setInformativeText(consequence)
        self.addButton(confirm, QMessageBox.ButtonRole.AcceptRole).setObjectName(f"{name}.confirm")
        stay = self.addButton(self.tr("&Stay"), QMessageBox.ButtonRole.RejectRole)
        stay.setObjectName(f"{name}.stay")
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.finished.connect(self.deleteLater)
