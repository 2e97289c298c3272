"""Takes away what came along with a token when it was pasted into a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.texts.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


class PastedToken(QObject):
    """Cleans the text of a line as soon as something is pasted into it.

    Args:
        line: Takes the token; it owns this object.
        authorization_format: In which form the token will be sent; empty where that is not known yet.

    Signals:
        told: What was taken away, in words; empty once the text is another.
    """

    told = Signal(str)

    def __init__(self, line: QLineEdit, authorization_format: str) -> None:
        super().__init__(line)
        self._line = line
        self._format = authorization_format
        self._length = 0
        self._pasted = ""
        self._cleaned = ""
        line.textEdited.connect(self._on_edited)
        line.textChanged.connect(self._on_changed)
        line.inputRejected.connect(self._on_rejected)

    @Slot()
    def clean(self) -> None:
        """Take away what does not belong to a token, and say so."""
        from koodrive.api.auth import AuthorizationFormat, clean_token  # noqa: PLC0415 - not needed to start

        pasted = self._line.text()
        if not pasted or not self._format:
            return
        found = clean_token(pasted, AuthorizationFormat(self._format))
        if found.token != pasted:
            self._pasted, self._cleaned = pasted, found.token
            self._line.setText(found.token)
            self.told.emit(" ".join(in_words(change) for change in found.changes))

    def set_format(self, authorization_format: str) -> None:
        """Clean what was pasted as another form wants it, which may keep what the last one took away."""
        self._format = authorization_format
        if self._cleaned and self._line.text() == self._cleaned:
            self._line.setText(self._pasted)
        self.clean()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        # More than one character at once was pasted or dropped, not typed.
        if len(text) > self._length + 1:
            self.clean()

    @Slot()
    def _on_rejected(self) -> None:
        if self._line.cursorPosition() == self._line.maxLength():
            # Afterwards: it is being changed right now.
            QTimer.singleShot(0, self._line, self._refuse_cut)

    @Slot()
    def _refuse_cut(self) -> None:
        """Take nothing of what does not fit, as a token that is cut is no token."""
        self._line.setText("")
        self.told.emit(self.tr("This is longer than any token. Nothing was taken."))

    @Slot()
    def _on_changed(self) -> None:
        self._length = len(self._line.text())
        # Qt reports a paste once more, as it was, after it was cleaned; what was said about it has to stay then.
        if self._line.text() != self._cleaned:
            # Of a token that is gone nothing is kept.
            self._pasted = self._cleaned = ""
            self.told.emit("")
