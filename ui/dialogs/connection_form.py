"""The fields of a connection, judged together by the rules of `koodrive`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koodrive.address import normal_address
from koodrive.auth import AuthorizationFormat
from koodrive.models import Connection
from koodrive.profiles import check_connection
from koodrive.wire import LANGUAGES
from ui.dialogs.address_field import AddressField
from ui.dialogs.network_fields import NetworkFields
from ui.dialogs.token_field import TokenField
from ui.widgets.calm_combo_box import CalmComboBox
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.field import Field, TextField

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ui.tasks import TaskRunner

FORM = "connection"
NEEDED_FOR_TEST = ("serviceAddress", "userId", "token", "proxyAddress", "proxyUser", "caFile")
_LANGUAGE_NAMES = {"en-US": "English", "zh-CN": "中文"}


class ConnectionForm(QWidget):
    """All fields of one connection.

    Args:
        runner: Reads what the fields name.
        connection: What the fields show at first; None for a new one.
        other_names: The names that are taken by other connections.

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
            FORM, "name", self.tr("&Name"), help_text=self.tr("What this connection is called in KooDesk.")
        )
        self._address = AddressField(FORM)
        self._user_id = TextField(
            FORM,
            "userId",
            self.tr("&User ID"),
            help_text=self.tr("The user's ID on KooDrive, not the one at the carrier."),
        )
        self.token = TokenField(FORM, is_stored=connection is not None)
        self._format = ChoiceField(
            FORM, "authorizationFormat", self.tr("Authorization &format"), self._format_options()
        )
        self._languages = CalmComboBox()
        self._language = Field(
            FORM,
            "language",
            self.tr("&Language"),
            self._languages,
            help_text=self.tr("The service words its messages in this language."),
        )
        self.network = NetworkFields(FORM, runner, connection)
        self._build_ui()
        if connection is not None:
            self._fill(connection)
        self._connect()
        self._judge()
        self._first_texts = self._texts()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for field in self._basic_fields():
            layout.addWidget(field)
        layout.addWidget(self.network)
        layout.addStretch(1)

        for value in LANGUAGES:
            self._languages.addItem(_LANGUAGE_NAMES[value], value)
        self._format.choose(AuthorizationFormat.BEARER)

    def _format_options(self) -> tuple[Option, ...]:
        return (
            Option(
                AuthorizationFormat.BEARER,
                self.tr("Bearer"),
                self.tr("“Bearer”, a blank, the token. This is the usual form."),
            ),
            Option(
                AuthorizationFormat.BEARER_PLUS,
                self.tr("Bearer+"),
                self.tr("“Bearer+” and the token, as the API reference prints it."),
            ),
            Option(
                AuthorizationFormat.AS_IS,
                self.tr("As it is"),
                self.tr("Only what you paste, for a token that begins with AT for example."),
            ),
        )

    def _basic_fields(self) -> tuple[Field, ...]:
        return self._name, self._address, self._user_id, self.token, self._format, self._language

    def _fields(self) -> tuple[Field, ...]:
        return *self._basic_fields(), *self.network.fields()

    def _fill(self, connection: Connection) -> None:
        self._name.set_text(connection.name)
        self._address.set_text(connection.service_address)
        self._user_id.set_text(connection.user_id)
        self._format.choose(connection.authorization_format)
        self.token.set_format(AuthorizationFormat(connection.authorization_format))
        self._languages.setCurrentIndex(max(self._languages.findData(connection.language), 0))

    def _connect(self) -> None:
        for field in (self._name, self._user_id):
            field.line.textChanged.connect(self._on_changed)
            field.left.connect(self._trim)
        self._address.changed.connect(self._on_changed)
        self._address.left.connect(self._trim)
        self.token.changed.connect(self.changed)
        self._format.changed.connect(self._on_format_changed)
        self._languages.currentIndexChanged.connect(self._on_changed)
        self.network.changed.connect(self._on_changed)

    @property
    def is_changed(self) -> bool:
        """Whether something differs from what the fields showed at first."""
        return self._texts() != self._first_texts or bool(self.token.text or self.network.has_typed_password)

    def connection(self, connection_id: str) -> Connection:
        """Return what the fields say, under the given ID."""
        return Connection(
            connection_id=connection_id,
            name=self._name.text.strip(),
            service_address=normal_address(self._address.text),
            user_id=self._user_id.text.strip(),
            authorization_format=self._format.value,
            language=self._languages.currentData(),
            **self.network.connection_fields(),
        )

    def reveal_problems(self, names: Collection[str] | None = None) -> bool:
        """Show every problem at once and put the keyboard into the first field that has one.

        Args:
            names: Which fields to look at, by API field name; None for all.

        Returns:
            Whether there is any.
        """
        self._trim()
        self.token.clean()
        self._judge()
        fields = [field for field in self._fields() if names is None or field.api_field in names]
        for field in fields:
            field.reveal()
        for field in fields:
            if field.shown_problem is not None:
                if field in self.network.fields():
                    self.network.unfold()
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @Slot()
    def _on_changed(self) -> None:
        self._judge()
        self.changed.emit()

    @Slot()
    def _on_format_changed(self) -> None:
        self.token.set_format(AuthorizationFormat(self._format.value))
        self.changed.emit()

    @Slot()
    def _trim(self) -> None:
        """Take away the blanks that come along with what is pasted."""
        for field in (self._name, self._address, self._user_id):
            field.set_text(field.text.strip())

    def _judge(self) -> None:
        problems = check_connection(self._texts(), other_names=self._other_names)
        for field in (self._name, self._address, self._user_id):
            field.set_verdict(problems.get(field.api_field))
        self.network.set_verdicts(problems)
        self.token.judge()

    def _texts(self) -> dict[str, str]:
        return {
            "name": self._name.text.strip(),
            "serviceAddress": self._address.text.strip(),
            "userId": self._user_id.text.strip(),
            "authorizationFormat": self._format.value,
            "language": self._languages.currentData(),
            **self.network.texts,
        }
