"""Lines for secrets, with cleaning of pasted tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from koodrive.api.auth import AuthorizationFormat, clean_token
from ui.texts.translate import joined

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session.session import Session

LONGEST_SECRET = 10_000
"""Above any token, as servers take no longer headers; `PastedToken` tells what is longer."""


def hide_what_is_typed(line: QLineEdit) -> None:
    """Hide the text of `line`, and switch off learning, prediction and capitalisation of virtual keyboards."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )


class SecretLine(QLineEdit):
    """A line that hides its text and keeps no undo history of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hide_what_is_typed(self)
        self.setMaxLength(LONGEST_SECRET)

    def erase(self) -> None:
        """Empty the line for good."""
        # `clear` would keep the text in the history of the line.
        self.setText("")


class TokenLine(SecretLine):
    """A line that cleans a pasted token.

    Args:
        session: Its connection says in which form the token will be sent.

    Signals:
        cleaned: What was taken away, in words; empty once the text is another.
    """

    cleaned = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pasted = PastedToken(self, "")
        self._pasted.cleaned.connect(self.cleaned)
        session.current_changed.connect(self._on_current_changed)
        self._on_current_changed()

    def clean(self) -> None:
        """Clean the token, and emit `cleaned` with the removed parts."""
        self._pasted.clean()

    @Slot()
    def _on_current_changed(self) -> None:
        current = self._session.current
        self._pasted.set_format(current.authorization_format if current is not None else "")


class PastedToken(QObject):
    """Cleans the text of a line as soon as something is pasted into it.

    Args:
        line: Takes the token; it owns this object.
        authorization_format: In which form the token will be sent; empty where that is not known yet.

    Signals:
        cleaned: What was taken away, in words; empty once the text is another.
    """

    cleaned = Signal(str)

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
        """Clean the token, and emit `cleaned` with the removed parts."""
        pasted = self._line.text()
        if not pasted or not self._format:
            return
        found = clean_token(pasted, AuthorizationFormat(self._format))
        if found.token != pasted:
            self._pasted, self._cleaned = pasted, found.token
            self._line.setText(found.token)
            self.cleaned.emit(joined(*found.changes))

    def set_format(self, authorization_format: str) -> None:
        """Clean the pasted text for another form, which may keep parts that the last one removed."""
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
        """Reject a text beyond the length limit, as a cut token is invalid."""
        self._line.setText("")
        self.cleaned.emit(self.tr("This is longer than any token. Nothing was taken."))

    @Slot()
    def _on_changed(self) -> None:
        self._length = len(self._line.text())
        # Qt reports a paste once more, as it was, after it was cleaned; what was said about it has to stay then.
        if self._line.text() != self._cleaned:
            # Of a token that is gone nothing is kept.
            self._pasted = self._cleaned = ""
            self.cleaned.emit("")
