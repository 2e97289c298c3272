"""A dialog that shows a longer text to read."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

_WIDTH_IN_LETTERS, _LINES = 84, 26


class TextDialog(QDialog):
    """Shows a title and a text; to be opened with `open`, and made anew each time.

    Args:
        name: Object name; the text is ``<name>.text``, the button ``<name>.close``.
        title: Title of window and dialog.
        words: What stands above the text; empty for nothing.
        parent: Window that it stands over.
    """

    def __init__(self, name: str, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        heading = PlainLabel(title, role="pageTitle")
        said = PlainLabel(words, name=f"{name}.words", role="quiet", wraps=True, selectable=True)
        said.setVisible(bool(words))
        self._text = QPlainTextEdit()
        self._text.setObjectName(f"{name}.text")
        self._text.setAccessibleName(title)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        close = PushButton(self.tr("Close"), name=f"{name}.close")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        column(
            *(heading, said, self._text, row(1, close)),
            spacing=12,
            margins=(24, 24, 24, 16),
            stretch=self._text,
            parent=self,
        )
        metrics = self.fontMetrics()
        room = parent.screen().availableGeometry()
        self.resize(
            min(metrics.averageCharWidth() * _WIDTH_IN_LETTERS, room.width() - 64),
            min(metrics.lineSpacing() * _LINES, room.height() - 64),
        )
        self.finished.connect(self.deleteLater)

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._text.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self._text.setPlainText(text)
