"""Lines for what nobody else should read: a password, or a token that is cleaned as it is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.session.pasted_token import PastedToken

if TYPE_CHECKING:
    from ui.session.session import Session

LONGEST_SECRET = 10_000
"""Above any token, as servers take no longer headers; `PastedToken` tells what is longer."""


def hide_what_is_typed(line: QLineEdit) -> None:
    """Have `line` show dots only, and let no keyboard learn, predict or capitalise what is typed into it."""
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )


class SecretLine(QLineEdit):
    """A line that shows nothing of what is typed, and keeps nothing of it afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hide_what_is_typed(self)
        self.setMaxLength(LONGEST_SECRET)

    def forget(self) -> None:
        """Empty the line for good."""
        # `clear` would keep the text in the history of the line.
        self.setText("")


class TokenLine(SecretLine):
    """Takes a pasted token, without what does not belong to it.

    Args:
        session: Its connection says in which form the token will be sent.

    Signals:
        told: What was taken away, in words; empty once the text is another.
    """

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pasted = PastedToken(self, "")
        self._pasted.told.connect(self.told)
        session.current_changed.connect(self._on_current_changed)
        self._on_current_changed()

    def clean(self) -> None:
        """Take away what does not belong to a token, and say so."""
        self._pasted.clean()

    @Slot()
    def _on_current_changed(self) -> None:
        current = self._session.current
        self._pasted.set_format(current.authorization_format if current is not None else "")
