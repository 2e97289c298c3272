"""The corner that shows which connection is in use, and the menu to change it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from koodrive.connections import SANDBOX_CONNECTION_ID
from ui.core.lazy import load
from ui.session.session import TokenState
from ui.texts.translate import translate
from ui.texts.visible import as_tool_tip, in_short, on_button, visible
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points

if TYPE_CHECKING:
    from ui.session.services import Services
    from ui.session.token_meter import TokenMeter


_LONGEST_NAME = 80
"""Characters; KooDesk takes 60, but others can write into its file as well."""

_AROUND_NAME, _LEAST_ROOM = 56, 112
"""Pixels: for the frame and the arrow of the menu; for the name before anything is laid out."""


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
        self._mark = PlainLabel(self.tr("SANDBOX"))
        self._mark.setProperty("role", "sandboxMark")
        self._mark.setObjectName("connection.sandboxMark")
        self._switch = PushButton()
        self._switch.setObjectName("connection.switch")
        self._switch.setAccessibleName(self.tr("Connection"))
        self._add = PushButton(self.tr("+"))
        self._add.setObjectName("connection.add")
        self._add.setAccessibleName(self.tr("Add a connection"))
        self._add.setToolTip(self.tr("Add a connection"))
        self._host = PlainLabel()
        self._token = PlainLabel()
        self._token.setObjectName("connection.tokenState")
        self._menu = QMenu(self)
        self._build_ui()
        self._connect()
        self.refresh()

    def _build_ui(self) -> None:
        for label in (self._host, self._token):
            label.setProperty("role", "quiet")
            label.setWordWrap(True)
        self._switch.setMenu(self._menu)
        self._add.setFixedWidth(36)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._switch, stretch=1)
        buttons.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(buttons)
        layout.addWidget(self._host)
        layout.addWidget(self._token)
        self._lines = layout

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_requested)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._session.current_changed.connect(self.refresh)
        self._session.connections_changed.connect(self.refresh)
        self._session.token_changed.connect(self.refresh)
        self._session.token_renewed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the connection in use and what is known of its token."""
        current = self._session.current
        self._mark.setVisible(self._session.is_sandbox)
        name = current.name if current else self.tr("No connection")
        self._switch.setText(self._elided(name))
        self._switch.setToolTip(as_tool_tip(current.name if current else ""))
        self._switch.setAccessibleDescription(visible(name))
        self._host.setText(with_break_points(urlsplit(current.service_address).netloc) if current else "")
        self._host.setVisible(current is not None)
        words = self._token_text() if current and not self._session.is_sandbox else ""
        self._token.setText(words)
        self._token.setVisible(bool(words))
        self._token.setToolTip(as_tool_tip(self._token_remark()))
        if current and self._session.token_state is TokenState.READY and not self._session.is_sandbox:
            self._meter.refresh()

    @cached_property
    def _meter(self) -> TokenMeter:
        meter: TokenMeter = load("ui.session.token_meter:TokenMeter")(self._services, self)
        meter.renewal_requested.connect(self._session.token_wanted)
        self._lines.addWidget(meter)
        return meter

    def _elided(self, name: str) -> str:
        room = max(self._switch.width() - _AROUND_NAME, _LEAST_ROOM)
        elided = self._switch.fontMetrics().elidedText(
            in_short(name, _LONGEST_NAME), Qt.TextElideMode.ElideRight, room
        )
        return elided.replace("&", "&&")

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
        return translate(session.backend.sessions.storage_warning(session.current.connection_id) or "")

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
        self._menu.addAction(self.tr("&Diagnostics…"), self.diagnostics_requested.emit)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if action.data() == SANDBOX_CONNECTION_ID:
            self.sandbox_requested.emit()
            return
        for connection in self._session.connections:
            if connection.connection_id == action.data() and connection != self._session.current:
                self._session.use(connection)
