"""Credentials part of the connection dialog: the sign-in method and its fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.api.auth import APP_SECRET_WARNING, AuthorizationFormat, check_user_id
from koodrive.connections.auth_method import AuthMethod, auth_method_of
from ui.connections.account_fields import AccountFields
from ui.connections.app_key_fields import AppKeyFields
from ui.connections.token_field import FormatField, TokenField
from ui.inputs.choice_field import Option, SegmentField
from ui.inputs.field import Field, TextField
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.api.tokens import SignedIn
    from koodrive.connections.format_detection import FormatDetection
    from koodrive.models import Connection


class CredentialFields(QWidget):
    """Shows the fields of one sign-in method; hidden fields keep their text.

    Args:
        form: The first part of all object names.
        connection: Initial values; None for a new connection.

    Signals:
        changed: Something was typed or chosen.
        way_changed: Another sign-in method was chosen.
    """

    changed = Signal()
    auth_method_changed = Signal()

    def __init__(self, form: str, connection: Connection | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._auth_method = SegmentField(
            form, "signInWay", self.tr("How t&o sign in"), self._auth_method_options(), parent=self
        )
        self._first_auth_method = auth_method_of(connection)
        is_stored = connection is not None
        self.sign_in = AccountFields(form, connection, parent=self)
        self.user_id = TextField(form, "userId", self.tr("&User ID"), parent=self)
        has_token = connection is not None and self._first_auth_method is AuthMethod.TOKEN
        self.token = TokenField(
            form, kept_at=connection.service_address if connection and has_token else None, parent=self
        )
        self.app_key = AppKeyFields(
            form,
            APP_SECRET_WARNING,
            is_stored=is_stored and self._first_auth_method is AuthMethod.APP_KEY,
            parent=self,
        )
        self.format = FormatField(form, parent=self)
        # Hidden as a whole: of a layout alone Qt counts the height also while all in it is hidden.
        self._token_pair = QWidget(self)
        self._keyring = PlainLabel(name=f"{form}.keyring", role="quiet", wraps=True)
        self._keyring_words: Mapping[AuthMethod, str] = {}
        self._auth_method.set_value(self._first_auth_method)
        if connection is not None:
            self.user_id.set_text(connection.user_id)
            if self._first_auth_method is AuthMethod.TOKEN:
                self.format.set_value(connection.authorization_format)
                self.token.set_format(AuthorizationFormat(connection.authorization_format))
        self._build_ui()
        self._connect()
        self._show_auth_method()

    def _auth_method_options(self) -> tuple[Option, ...]:
        return (
            Option(
                AuthMethod.TOKEN, self.tr("Paste a token"), self.tr("An access token that you were given.")
            ),
            Option(
                AuthMethod.ACCOUNT,
                self.tr("Account and password"),
                self.tr("KooDesk gets the tokens from the service, and renews them."),
            ),
            Option(
                AuthMethod.APP_KEY,
                self.tr("App key (signature)"),
                self.tr(
                    "Each request is signed with the secret of an app. The reference for carriers rules this out."
                ),
            ),
        )

    def _build_ui(self) -> None:
        # Side by side, as in all pairs of fields.
        pair = row(
            self.token, self.format, spacing=16, top=(self.token, self.format), parent=self._token_pair
        )
        for place in range(2):
            pair.setStretch(place, 1)
        secrets = column(self._token_pair, self.app_key, self._keyring, spacing=4)
        column(self._auth_method, self.sign_in, self.user_id, secrets, parent=self)

    def _connect(self) -> None:
        self._auth_method.changed.connect(self._on_auth_method_changed)
        self.user_id.line.textChanged.connect(self.changed)
        self.user_id.left.connect(self.trim)
        for part in (self.sign_in, self.token, self.app_key):
            part.changed.connect(self.changed)
        self.format.changed.connect(self._on_format_changed)

    @property
    def auth_method(self) -> AuthMethod:
        """The sign-in method and its fields."""
        return AuthMethod(self._auth_method.value)

    def fields(self) -> tuple[Field, ...]:
        """Return the visible fields in their order."""
        shown: dict[AuthMethod, tuple[Field, ...]] = {
            AuthMethod.TOKEN: (self.user_id, self.token, self.format),
            AuthMethod.ACCOUNT: (*self.sign_in.fields(), self.user_id),
            AuthMethod.APP_KEY: (self.user_id, *self.app_key.fields()),
        }
        return self._auth_method, *shown[self.auth_method]

    @property
    def texts(self) -> dict[str, str]:
        """Texts of the fields by field name, without secrets."""
        return {
            "signInWay": self.auth_method,
            "userId": self.user_id.text.strip(),
            "authorizationFormat": self.format.value,
            "agentName": self.sign_in.agent_name,
            "account": self.sign_in.account,
            "appId": self.app_key.app_id,
        }

    @property
    def has_typed_secret(self) -> bool:
        """Whether a typed secret would be lost by closing."""
        return bool(
            self.token.text
            or self.sign_in.password
            or self.sign_in.tokens_text
            or self.app_key.has_typed_secret
        )

    @property
    def secret_text(self) -> str:
        """The secret to store for the chosen method; empty to leave the stored one."""
        if self.auth_method is AuthMethod.TOKEN:
            return self.token.token
        return self.sign_in.tokens_text if self.auth_method is AuthMethod.ACCOUNT else self.app_key.key_text

    @property
    def will_sign_in(self) -> bool:
        """Whether a sign-in is necessary before the connection can be used, or requested."""
        return self.auth_method is AuthMethod.ACCOUNT and self.sign_in.will_sign_in

    def filled_in(self, connection: Connection) -> Connection:
        """Return `connection` with the values of the fields that the chosen method uses."""
        is_account = self.auth_method is AuthMethod.ACCOUNT
        forms = {
            AuthMethod.TOKEN: self.format.value,
            AuthMethod.ACCOUNT: AuthorizationFormat.AS_IS.value,
            AuthMethod.APP_KEY: AuthorizationFormat.APP_SIGNATURE.value,
        }
        return replace(
            connection,
            user_id=self.user_id.text.strip(),
            authorization_format=forms[self.auth_method],
            account=self.sign_in.account if is_account else "",
            agent_name=self.sign_in.agent_name if is_account else "",
        )

    def accept(self, signed_in: SignedIn) -> None:
        """Store the signed-in user."""
        self.sign_in.accept(signed_in)
        self.user_id.set_text(signed_in.user_id)

    def use(self, finding: FormatDetection, searched: str) -> None:
        """Choose the form that works, and the token as it has to be stored for it.

        Args:
            finding: Result of the detection.
            searched: The token that was tried, typed or stored.
        """
        if finding.working_format is None:
            return
        self.format.set_value(finding.working_format)
        if self.token.text or finding.token != searched:
            self.token.set_text(finding.token)

    @Slot()
    def require(self) -> None:
        """Require the secret, because the connection cannot be used without it, and move the focus there."""
        if self.auth_method is AuthMethod.TOKEN:
            self.token.require()
        elif self.auth_method is AuthMethod.ACCOUNT:
            self.sign_in.require()
        else:
            self.app_key.require()

    def show_keyring(self, words: Mapping[AuthMethod, str], placeholder: str) -> None:
        """Show where secrets are stored, and in an empty field that one is.

        Args:
            words: Text by sign-in method.
            placeholder: Placeholder for the field of the connection's stored method.
        """
        self._keyring_words = words
        self._keyring.setText(words[self.auth_method])
        if self._first_auth_method is AuthMethod.TOKEN:
            self.token.line.setPlaceholderText(placeholder)
        elif self._first_auth_method is AuthMethod.APP_KEY:
            self.app_key.set_placeholder(placeholder)

    def set_address(self, address: str) -> None:
        """Set the service of the connection."""
        self.sign_in.set_address(address)
        self.token.set_address(address)

    def judge(self) -> None:
        """Show the current problems of all fields."""
        check = self.sign_in.check_user if self.auth_method is AuthMethod.ACCOUNT else check_user_id
        self.user_id.set_verdict(check(self.user_id.text.strip()))
        for part in (self.token, self.sign_in, self.app_key):
            part.judge()

    @Slot()
    def trim(self) -> None:
        """Remove blanks around pasted text."""
        self.user_id.set_text(self.user_id.text.strip())

    def clean(self) -> None:
        """Clean all typed secrets."""
        self.trim()
        self.token.clean()
        self.sign_in.trim()
        self.app_key.clean()

    @Slot()
    def _on_format_changed(self) -> None:
        self.token.set_format(AuthorizationFormat(self.format.value))
        self.changed.emit()

    @Slot()
    def _on_auth_method_changed(self) -> None:
        self._show_auth_method()
        self.judge()
        self.changed.emit()
        self.auth_method_changed.emit()

    def _show_auth_method(self) -> None:
        way = self.auth_method
        self.sign_in.setVisible(way is AuthMethod.ACCOUNT)
        self.app_key.setVisible(way is AuthMethod.APP_KEY)
        for part in (self._token_pair, self.token, self.format):
            part.setVisible(way is AuthMethod.TOKEN)
        self.user_id.set_help(
            self.tr("The service tells it when you sign in.")
            if way is AuthMethod.ACCOUNT
            else self.tr("The user's ID on KooDrive, not the one at the carrier.")
        )
        self._keyring.setText(self._keyring_words.get(way, self._keyring.text()))
