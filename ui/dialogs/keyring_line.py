"""Finds out which keyring is in use, and says so below the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from koodrive.deadline import Cancellation
from ui.dialogs.steps import Steps
from ui.session import TokenState
from ui.tasks import Lane
from ui.wording import in_words

if TYPE_CHECKING:
    from koodrive.models import Connection
    from ui.dialogs.token_field import TokenField
    from ui.session import Session


class KeyringLine(QObject):
    """Asks for the keyring in the background and fills in what the token field says about it.

    Args:
        session: Where the keyring and the task runner come from.
        field: The token field of the dialog.
        connection: The connection that is changed, or None for a new one.
        parent: The dialog.
    """

    def __init__(
        self, session: Session, field: TokenField, connection: Connection | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self._connection = connection
        self._steps = Steps(session.runner, self)
        self.name = ""
        """What the keyring is called; empty until it is known."""
        field.set_keyring(self.tr("Looking for the keyring…"), self._placeholder())
        cancellation = Cancellation()
        self._steps.start(
            Lane.KEYRING,
            lambda: session.desk.credentials.backend_name(cancellation=cancellation),
            self._on_named,
            self._on_failed,
            cancellation=cancellation,
        )

    def abandon(self) -> None:
        """Leave the question alone, because the dialog closes."""
        self._steps.abandon()

    def _on_named(self, name: str) -> None:
        self.name = name
        words = self.tr("The token is kept in the keyring of this computer: {keyring}.").format(keyring=name)
        self._field.set_keyring(words, self._placeholder())

    def _on_failed(self, error: Exception) -> None:
        title = getattr(error, "title", self.tr("The keyring could not be looked for"))
        words = self.tr("{problem}. When you save, you can keep the token for this session only.")
        self._field.set_keyring(words.format(problem=in_words(title)), self._placeholder())

    def _placeholder(self) -> str:
        if self._connection is None:
            return ""
        connection_id = self._connection.connection_id
        is_current = self._session.current is not None and (
            self._session.current.connection_id == connection_id
        )
        if is_current and self._session.token_state in {TokenState.MISSING, TokenState.FAILED}:
            return self.tr("None is at hand. Paste it here.")
        if self._session.desk.credentials.is_session_only(connection_id):
            return self.tr("Kept for this session. Type to replace it.")
        if self.name:
            return self.tr("Stored in {keyring}. Type to replace it.").format(keyring=self.name)
        return self.tr("Stored. Type to replace it.")
