"""Shows in the connection dialog which keyring is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from koodrive.api.signing import key_from_text
from koodrive.connections.auth_method import AuthMethod
from koodrive.core.deadline import Cancellation
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.session.session import TokenState
from ui.texts.translate import translated

if TYPE_CHECKING:
    from koodrive.models import Connection
    from ui.connections.credentials import CredentialFields
    from ui.session.session import Session


class KeyringStatus(QObject):
    """Looks up the keyring in the background and shows it in the fields.

    Args:
        session: Where the keyring and the task runner come from.
        fields: The fields of the dialog that take secrets.
        connection: The connection that is changed, or None for a new one.
        parent: The dialog.
    """

    def __init__(
        self, session: Session, fields: CredentialFields, connection: Connection | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._fields = fields
        self._connection = connection
        self._steps = LatestTask(session.runner, self, reports_unexpected=True)
        self.name = ""
        """Display name of the keyring; empty until it is known."""
        self._show_kept_app()
        self._show_texts(dict.fromkeys(AuthMethod, self.tr("Looking for the keyring…")))
        cancellation = Cancellation()
        self._steps.start(
            Lane.KEYRING,
            lambda: session.backend.credentials.backend_name(cancellation=cancellation),
            self._on_named,
            self._on_failed,
            cancellation=cancellation,
        )

    def detach(self) -> None:
        """Ignore a later result, because the dialog closes."""
        self._steps.detach()

    def _on_named(self, name: str) -> None:
        self.name = name
        templates = {
            AuthMethod.TOKEN: self.tr("The token is kept in the keyring of this computer: {keyring}."),
            AuthMethod.ACCOUNT: self.tr(
                "The tokens, but not the password, are kept in the keyring of this computer: {keyring}."
            ),
            AuthMethod.APP_KEY: self.tr("Both are kept in the keyring of this computer: {keyring}."),
        }
        self._show_texts({way: template.format(keyring=name) for way, template in templates.items()})

    def _on_failed(self, error: Exception) -> None:
        title = getattr(error, "title", self.tr("The keyring could not be looked for"))
        templates = {
            AuthMethod.TOKEN: self.tr(
                "{problem}. When you save, you can keep the token for this session only."
            ),
            AuthMethod.ACCOUNT: self.tr(
                "{problem}. When you save, you can keep the tokens for this session only."
            ),
            AuthMethod.APP_KEY: self.tr("{problem}. When you save, you can keep both for this session only."),
        }
        self._show_texts(
            {way: template.format(problem=translated(title)) for way, template in templates.items()}
        )

    def _show_texts(self, words: dict[AuthMethod, str]) -> None:
        self._fields.show_keyring(words, self._placeholder())

    @property
    def _is_current(self) -> bool:
        current = self._session.current
        return (
            current is not None
            and self._connection is not None
            and current.connection_id == self._connection.connection_id
        )

    def _show_kept_app(self) -> None:
        """Show the app's ID, which is no secret, if its key is loaded."""
        is_at_hand = self._is_current and self._fields.auth_method is AuthMethod.APP_KEY
        key = key_from_text(self._session.token or "") if is_at_hand else None
        if key is not None:
            self._fields.app_key.show_stored(key.app_id)

    def _placeholder(self) -> str:
        if self._connection is None:
            return ""
        if self._is_current and self._session.token_state in {TokenState.MISSING, TokenState.FAILED}:
            return self.tr("There is none yet. Paste it here.")
        if self._session.backend.credentials.is_session_only(self._connection.connection_id):
            return self.tr("Kept for this session. Type to replace it.")
        if self.name:
            return self.tr("Stored in {keyring}. Type to replace it.").format(keyring=self.name)
        return self.tr("Stored. Type to replace it.")
