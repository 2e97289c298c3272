"""All fields of a connection, validated together by the rules of `koodrive`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.api.auth import AuthorizationFormat
from koodrive.api.serialization import LANGUAGES
from koodrive.connections.rules import check_connection
from koodrive.models import Connection
from koodrive.rules.address import normal_address
from ui.connections.address_field import AddressField
from ui.connections.advanced import AdvancedFields
from ui.connections.credentials import CredentialFields
from ui.connections.secrets import Secrets
from ui.connections.test_steps import CheckSteps
from ui.core import language
from ui.inputs.combo_box import NoScrollComboBox
from ui.inputs.field import Field, TextField
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ui.core.tasks import TaskRunner

FORM = "connection"
_NEEDED_TO_GET_THERE = ("serviceAddress", "proxyAddress", "proxyUser", "caFile")
NEEDED_FOR_SIGN_IN = (*_NEEDED_TO_GET_THERE, "agentName", "account", "password")
NEEDED_FOR_TEST = (*NEEDED_FOR_SIGN_IN, "userId", "token", "appId", "appSecret", "idleMinutes")
_LANGUAGE_NAMES = {"en-US": "English", "zh-CN": "中文"}
_OF_WINDOW = {language.ENGLISH: "en-US", language.CHINESE: "zh-CN"}
"""Language of a new connection's service by that of the window."""


class ConnectionForm(QWidget):
    """All fields of one connection, and below them the steps of its test.

    Args:
        runner: Reads the CA file in the background.
        connection: Initial values; None for a new connection.
        other_names: Names of the other connections.

    Signals:
        changed: Something was typed or chosen.
    """

    changed = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        connection: Connection | None = None,
        other_names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._other_names = tuple(other_names)
        self._name = TextField(
            FORM,
            "name",
            self.tr("&Name"),
            help_text=self.tr("What this connection is called in KooDesk."),
            parent=self,
        )
        self._address = AddressField(FORM, parent=self)
        self.credentials = CredentialFields(FORM, connection, parent=self)
        self._languages = NoScrollComboBox()
        self._language = Field(
            FORM,
            "language",
            self.tr("&Language"),
            self._languages,
            help_text=self.tr("Language of the service's messages."),
            parent=self,
        )
        self.advanced = AdvancedFields(FORM, runner, connection, parent=self)
        self.check_steps = CheckSteps(f"{FORM}.walk", parent=self)
        self._build_ui()
        if connection is not None:
            self._fill(connection)
        self._connect()
        self._judge()
        self.mark_unchanged()

    def _build_ui(self) -> None:
        parts = (self._name, self._address, self.credentials, self._language, self.advanced, self.check_steps)
        column(*parts, 1, parent=self)
        for value in LANGUAGES:
            self._languages.addItem(_LANGUAGE_NAMES[value], value)
        self._languages.setCurrentIndex(self._languages.findData(_OF_WINDOW[language.current()]))

    def _fields(self) -> tuple[Field, ...]:
        """Return the visible and the collapsed fields in their order."""
        return (
            self._name,
            self._address,
            *self.credentials.fields(),
            self._language,
            *self.advanced.fields(),
        )

    def _fill(self, connection: Connection) -> None:
        self._name.set_text(connection.name)
        self._address.set_text(connection.service_address)
        self._languages.setCurrentIndex(max(self._languages.findData(connection.language), 0))

    def _connect(self) -> None:
        self._name.line.textChanged.connect(self._on_changed)
        self._name.left.connect(self._trim)
        self._address.changed.connect(self._on_changed)
        self._address.left.connect(self._complete_address)
        self.credentials.changed.connect(self._on_changed)
        self._languages.currentIndexChanged.connect(self._on_changed)
        self.advanced.changed.connect(self._on_changed)

    def mark_unchanged(self) -> None:
        """Use the current values as the initial ones."""
        self._first_texts = self._texts()

    @property
    def is_changed(self) -> bool:
        """Whether a value differs from the initial ones."""
        has_secret = self.credentials.has_typed_secret or self.advanced.network.has_typed_password
        return self._texts() != self._first_texts or has_secret

    def connection(self, connection_id: str) -> Connection:
        """Return the connection of the fields with the given ID."""
        return self.credentials.filled_in(
            Connection(
                connection_id=connection_id,
                name=self._name.text.strip(),
                service_address=normal_address(self._address.text),
                user_id="",
                authorization_format=AuthorizationFormat.BEARER,
                language=self._languages.currentData(),
                **self.advanced.connection_fields(),
            )
        )

    def secrets(self) -> Secrets:
        """Return the secrets that were typed or come from the last sign-in."""
        return Secrets(self.credentials.secret_text, self.advanced.network.proxy_password)

    def when_ready(self, then: Callable[[], None]) -> None:
        """Call `then` when the CA file has been read; never if something is typed before."""
        self.advanced.network.ca_file.when_read(then)

    def reveal_problems(self, names: Collection[str] | None = None, *, needs_password: bool = False) -> bool:
        """Show all problems at once and move the focus to the first field that has one.

        Args:
            names: API names of the fields to check; None for all.
            needs_password: Whether a password is required although tokens are stored.

        Returns:
            Whether there is a problem.
        """
        self._trim()
        self._complete_address()
        self.credentials.clean()
        self._judge()
        if needs_password:
            self.credentials.sign_in.judge(needs_password=True)
        fields = [field for field in self._fields() if names is None or field.api_field in names]
        for field in fields:
            field.reveal()
        for field in fields:
            if field.shown_problem is not None:
                if field in self.advanced.fields():
                    self.advanced.unfold()
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @Slot()
    def _on_changed(self) -> None:
        # Nothing may go to an address that is still being typed.
        self.advanced.network.ca_file.cancel_pending()
        self._judge()
        self.changed.emit()

    @Slot()
    def _trim(self) -> None:
        """Remove blanks around pasted text."""
        self._name.set_text(self._name.text.strip())

    @Slot()
    def _complete_address(self) -> None:
        """Show the address as it is used, with the scheme that a bare host gets."""
        self._address.set_text(normal_address(self._address.text))

    def _judge(self) -> None:
        problems = check_connection(self._texts(), other_names=self._other_names)
        for field in (self._name, self._address):
            field.set_verdict(problems.get(field.api_field))
        self.credentials.set_address(normal_address(self._address.text))
        self.credentials.judge()
        self.advanced.network.set_verdicts(problems)

    def _texts(self) -> dict[str, str]:
        return {
            "name": self._name.text.strip(),
            "serviceAddress": self._address.text.strip(),
            "language": self._languages.currentData(),
            **self.credentials.texts,
            **self.advanced.texts,
        }
