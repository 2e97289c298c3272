"""A dialog that takes many IDs at once, as they come out of a spreadsheet or a log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.plain_label import PlainLabel


class PasteIdsDialog(QDialog):
    """Asks for IDs that lines, blanks, commas or semicolons separate.

    Signals:
        ids_given: The text with the IDs, after the dialog was accepted.
    """

    ids_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pasteIds")
        self.setWindowTitle(self.tr("Paste folder IDs"))
        self._text = QPlainTextEdit()
        self._text.setObjectName("pasteIds.text")
        self._text.setTabChangesFocus(True)
        self._text.setPlainText(QGuiApplication.clipboard().text()[:100_000])
        self._text.selectAll()
        label = PlainLabel(
            self.tr("One or &many folder IDs, one per line, or separated by spaces or commas:")
        )
        label.setBuddy(self._text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        add = buttons.addButton(self.tr("&Add to the list"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setObjectName("pasteIds.add")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self._text, buttons):
            layout.addWidget(widget)
        self.resize(480, 320)
        # Closing has to free it; the dialog is made anew each time.
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Hand the text over and close."""
        self.ids_given.emit(self._text.toPlainText())
        super().accept()
