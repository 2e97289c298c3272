"""Fields for the proxy and the CA file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.network.proxy import ProxyMode, normal_proxy_address
from ui.connections.ca_file_field import CaFileField
from ui.inputs.choice_field import Option, SegmentField
from ui.inputs.field import Field, TextField
from ui.session.secret_line import hide_what_is_typed
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.models import Connection
    from koodrive.rules.problems import Problem
    from ui.core.tasks import TaskRunner


class NetworkFields(QWidget):
    """Proxy and CA file.

    Args:
        form: The first part of all object names.
        runner: Reads the CA file.
        connection: Initial values; None for a new connection.

    Signals:
        changed: Something was typed or chosen.
    """

    changed = Signal()

    def __init__(
        self, form: str, runner: TaskRunner, connection: Connection | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mode = SegmentField(form, "proxy", self.tr("Pro&xy"), self._modes(), parent=self)
        self._address = TextField(
            form,
            "proxyAddress",
            self.tr("Proxy a&ddress"),
            help_text=self.tr("Such as http://proxy.example.com:8080."),
            parent=self,
        )
        self._user = TextField(
            form,
            "proxyUser",
            self.tr("Proxy us&er (optional)"),
            help_text=self.tr("Only if the proxy wants one."),
            parent=self,
        )
        self._password = TextField(
            form,
            "proxyPassword",
            self.tr("Proxy pass&word"),
            help_text=self.tr("It is kept in the keyring, apart from the token."),
            parent=self,
        )
        self.ca_file = CaFileField(form, runner, parent=self)
        self._build_ui()
        self._fill(connection)
        self._connect()

    def _modes(self) -> tuple[Option, ...]:
        return (
            Option(ProxyMode.NONE, self.tr("No proxy"), self.tr("Straight to the service.")),
            Option(
                ProxyMode.SYSTEM,
                self.tr("System’s"),
                self.tr("As HTTPS_PROXY and NO_PROXY, or the settings of this computer, say at that time."),
            ),
            Option(ProxyMode.MANUAL, self.tr("This one"), self.tr("An HTTP proxy that you name.")),
        )

    def _build_ui(self) -> None:
        hide_what_is_typed(self._password.line)
        column(*self.fields(), parent=self)

    def _fill(self, connection: Connection | None) -> None:
        self._mode.set_value(connection.proxy if connection else ProxyMode.NONE)
        if connection is not None:
            self._address.set_text(connection.proxy_address)
            self._user.set_text(connection.proxy_user)
            self.ca_file.set_text(connection.ca_file)
            if connection.proxy_user:
                self._password.line.setPlaceholderText(self.tr("Kept. Type to replace it."))
        self._show_manual()

    def _connect(self) -> None:
        self._mode.changed.connect(self._on_mode_changed)
        for field in (self._address, self._user):
            field.line.textChanged.connect(self.changed)
        self._password.line.textChanged.connect(self.changed)
        self.ca_file.changed.connect(self.changed)

    def fields(self) -> tuple[Field, ...]:
        """Return all fields in their order."""
        return self._mode, self._address, self._user, self._password, self.ca_file

    @property
    def is_default(self) -> bool:
        """Whether all fields have their default."""
        return self._mode.value == ProxyMode.NONE and not self.ca_file.text

    @property
    def texts(self) -> dict[str, str]:
        """Texts of the fields by field name, without the password."""
        return {
            "proxy": self._mode.value,
            "proxyAddress": self._address.text.strip(),
            "proxyUser": self._user.text.strip(),
            "caFile": self.ca_file.text,
        }

    @property
    def proxy_password(self) -> str:
        """The password typed for a proxy with an address; empty without one."""
        is_used = self._mode.value == ProxyMode.MANUAL and self._user.text.strip()
        return self._password.line.text() if is_used else ""

    @property
    def has_typed_password(self) -> bool:
        """Whether the password's field has text."""
        return bool(self._password.line.text())

    def connection_fields(self) -> dict[str, str]:
        """Return the keyword arguments for `Connection` that the chosen proxy mode uses."""
        is_manual = self._mode.value == ProxyMode.MANUAL
        return {
            "proxy": self._mode.value,
            "proxy_address": normal_proxy_address(self._address.text) if is_manual else "",
            "proxy_user": self._user.text.strip() if is_manual else "",
            "ca_file": self.ca_file.text,
        }

    def set_verdicts(self, problems: Mapping[str, Problem]) -> None:
        """Show the problems found by `koodrive.network.proxy.check_proxy`."""
        self._address.set_verdict(problems.get("proxyAddress"))
        self._user.set_verdict(problems.get("proxyUser"))

    @Slot()
    def _on_mode_changed(self) -> None:
        self._show_manual()
        self.changed.emit()

    def _show_manual(self) -> None:
        is_manual = self._mode.value == ProxyMode.MANUAL
        for field in (self._address, self._user, self._password):
            field.setVisible(is_manual)
