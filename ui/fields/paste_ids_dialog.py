"""A dialog that takes many IDs at once, as they come out of a spreadsheet or a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import dialog_column

if TYPE_CHECKING:
    from collections.abc import Callable


class _IdsText(QPlainTextEdit):
    """Takes a pasted text as far as it can be used.

    Signals:
        was_shortened: The rest of a pasted text was left out.
    """

    was_shortened = Signal()

    def __init__(self, shorten: Callable[[str], str]) -> None:
        super().__init__()
        self._shorten = shorten
        # A long line without a blank takes long to be broken.
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the beginning of a long text."""
        text = source.text()
        shortened = self._shorten(text)
        self.insertPlainText(shortened)
        if shortened != text:
            self.was_shortened.emit()


class PasteIdsDialog(QDialog):
    """Asks for IDs that lines, blanks, commas or semicolons separate.

    Args:
        shorten: Returns a pasted text, or as much of its beginning as is taken.

    Signals:
        ids_given: The text with the IDs, after the dialog was accepted.
    """

    ids_given = Signal(str)

    def __init__(self, shorten: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pasteIds")
        self.setWindowTitle(self.tr("Paste folder IDs"))
        self._text = _IdsText(shorten)
        self._note = PlainLabel(
            self.tr("Only the beginning of what was pasted is taken: no album needs more."),
            role="quiet",
            wraps=True,
        )
        self._note.hide()
        self._text.was_shortened.connect(self._note.show)
        self._text.setObjectName("pasteIds.text")
        self._text.setTabChangesFocus(True)
        self._text.paste()
        self._text.selectAll()
        label = PlainLabel(
            self.tr("One or &many folder IDs, one per line, or separated by spaces or commas:")
        )
        label.setBuddy(self._text)
        cancel = PushButton(self.tr("Cancel"), name="pasteIds.cancel", auto_default=False)
        add = PushButton(self.tr("&Add to the list"), name="pasteIds.add", role="primary")
        add.setDefault(True)
        add.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        foot = (1, cancel, add)
        dialog_column(label, self._text, self._note, foot=foot, stretch=self._text, parent=self)
        self.resize(480, 320)
        # Closing has to free it; the dialog is made anew each time.
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Hand the text over and close."""
        self.ids_given.emit(self._text.toPlainText())
        super().accept()
