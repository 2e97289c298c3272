"""The connection in use, and the menu to change it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.core.lazy import load
from ui.main_window.connection_card import ConnectionCard
from ui.session.session import TokenState
from ui.texts.connections import connection_text
from ui.texts.translate import translated
from ui.texts.visible import on_button
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from ui.session.services import Services
    from ui.session.token_meter import TokenMeter


_LONGEST_NAME = 80
"""Characters; KooDesk takes 60, but others can write into its file as well."""


class ConnectionBar(QWidget):
    """Shows the connection in use and offers the others.

    Args:
        services: The connections and the one in use.

    Signals:
        add_requested: The user wants a new connection.
        edit_requested: The user wants to change the one in use.
        remove_requested: The user wants to remove the one in use.
        sandbox_requested: The user wants to rehearse.
        diagnostics_requested: The user wants to see what is in force.
    """

    add_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    sandbox_requested = Signal()
    diagnostics_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = services.session
        self._card = ConnectionCard(self.tr("SANDBOX"))
        self._card.setAccessibleName(self.tr("Connection"))
        self._is_rail = False
        self._menu = QMenu(self)
        self._card.setMenu(self._menu)
        column(self._card, parent=self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._menu.aboutToShow.connect(self._fill_menu)
        self._session.current_changed.connect(self.refresh)
        self._session.connections_changed.connect(self.refresh)
        self._session.token_changed.connect(self.refresh)
        self._session.token_renewed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the connection in use and what is known of its token."""
        current = self._session.current
        self._card.show_connection(
            connection_text(current.connection_id, current.name) if current else self.tr("No connection"),
            urlsplit(current.service_address).netloc if current else "",
            is_known=current is not None,
            is_sandbox=self._session.is_sandbox,
        )
        words = self._token_text() if current and not self._session.is_sandbox else ""
        self._card.show_token(words, self._token_remark())
        if current and self._session.token_state is TokenState.READY and not self._session.is_sandbox:
            self._meter.refresh()

    def set_rail(self, is_rail: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Show an icon alone, or everything."""
        self._is_rail = is_rail
        self._card.set_rail(is_rail)
        if "_meter" in vars(self):
            self._meter.set_compact(is_rail)

    @cached_property
    def _meter(self) -> TokenMeter:
        meter: TokenMeter = load("ui.session.token_meter:TokenMeter")(self._services, self)
        meter.renewal_requested.connect(self._session.token_wanted)
        meter.set_compact(self._is_rail)
        self._card.add_meter(meter)
        return meter

    def _token_text(self) -> str:
        state = self._session.token_state
        if state is TokenState.READY:
            connection = self._session.current
            if connection and self._session.backend.credentials.is_session_only(connection.connection_id):
                return self.tr("Token kept for this session only")
            return ""
        return {
            TokenState.LOADING: self.tr("Waiting for your password manager…"),
            TokenState.MISSING: self.tr("No token yet"),
            TokenState.FAILED: self.tr("The token could not be read"),
        }[state]

    def _token_remark(self) -> str:
        """Return why a renewed session is kept for now only, where that is so."""
        session = self._session
        if session.current is None or session.tokens is None:
            return ""
        return translated(session.backend.sessions.storage_warning(session.current.connection_id) or "")

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for connection in self._session.connections:
            action = QAction(on_button(connection.name, _LONGEST_NAME), self._menu, checkable=True)
            action.setData(connection.connection_id)
            action.setChecked(connection == self._session.current)
            group.addAction(action)
            self._menu.addAction(action)
        sandbox = QAction(self.tr("&Sandbox (rehearsal on this computer)"), self._menu, checkable=True)
        sandbox.setData(SANDBOX_CONNECTION_ID)
        sandbox.setChecked(self._session.is_sandbox)
        group.addAction(sandbox)
        self._menu.addAction(sandbox)
        group.triggered.connect(self._on_chosen)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("&Add a connection…"), self.add_requested.emit)
        if self._session.current is not None and not self._session.is_sandbox:
            self._menu.addAction(self.tr("&Edit this connection…"), self.edit_requested.emit)
            self._menu.addAction(self.tr("&Remove this connection…"), self.remove_requested.emit)
            self._menu.addAction(self.tr("Read the &token again"), self._session.reload_token)
            self._menu.addAction(self.tr("&New token…"), self._session.token_wanted.emit)
        self._menu.addAction(self.tr("&Diagnostics…"), self.diagnostics_requested.emit)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if action.data() == SANDBOX_CONNECTION_ID:
            self.sandbox_requested.emit()
            return
        for connection in self._session.connections:
            if connection.connection_id == action.data() and connection != self._session.current:
                self._session.use(connection)
