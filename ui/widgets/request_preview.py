"""The foldable preview: the request exactly as it would leave, with the token masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from koodrive import wire
from koodrive.auth import AuthorizationFormat, authorization
from koodrive.strict_json import laid_out
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest
    from ui.session import Session

MASK = "••••••••"
_TOKEN_PLACE = "<token>"  # noqa: S105 - stands where people put theirs


class RequestPreview(QFrame):
    """Shows method, address, headers and body of a request, and copies it as a command for curl.

    Args:
        form: The first part of the object names.
        session: Which connection is in use.
    """

    def __init__(self, form: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._request: CreateRequest | None = None
        self.setObjectName(f"{form}.preview")
        self.setProperty("role", "preview")
        self._state = PlainLabel()
        self._state.setProperty("role", "quiet")
        self._state.setWordWrap(True)
        self._text = QPlainTextEdit()
        self._text.setObjectName(f"{form}.preview.text")
        self._text.setAccessibleName(self.tr("Request preview"))
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._copy = QPushButton(self.tr("Cop&y as cURL"))
        self._copy.setObjectName(f"{form}.preview.copy")
        self._copy.clicked.connect(self._on_copy)
        self._build_ui()

    def _build_ui(self) -> None:
        title = PlainLabel(self.tr("Request preview"))
        title.setProperty("role", "bannerTitle")
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 16)
        layout.setSpacing(8)
        for widget in (title, self._state, self._text):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.setMinimumSize(320, 200)

    def show_request(self, request: CreateRequest, problem_count: int) -> None:
        """Show `request` as it would leave now.

        Args:
            request: As far as it is filled in.
            problem_count: How many problems keep it from being sent.
        """
        self._request = request
        self._state.setText(
            self.tr("Not ready yet. Fields to correct: {count}").format(count=problem_count)
            if problem_count
            else self.tr("This is what Create sends, once.")
        )
        if not self.isVisible():
            return
        lines = [f"POST {self._address() + wire.path_of(request)}"]
        lines += [f"{name}: {value}" for name, value in self._headers(MASK, new_each_time=True).items()]
        lines += ["Content-Type: application/json", "", laid_out(wire.body_of(request))]
        text = "\n".join(lines)
        if text != self._text.toPlainText():
            self._text.setPlainText(text)

    def _address(self) -> str:
        connection = self._session.current
        return connection.service_address if connection else "https://<service address>"

    def _headers(self, token: str, *, new_each_time: bool) -> dict[str, str]:
        connection = self._session.current
        return wire.headers(
            authorization=_masked(connection, token),
            user_id=connection.user_id if connection else "<user ID>",
            x_date=self._session.desk.x_date(self._address()),
            trace_id=self.tr("<58 characters, new for every attempt>")
            if new_each_time
            else wire.new_trace_id(),
            language=connection.language if connection else wire.LANGUAGES[0],
        )

    @Slot()
    def _on_copy(self) -> None:
        if self._request is None:
            return
        command = wire.as_curl(
            self._address() + wire.path_of(self._request),
            self._headers(_TOKEN_PLACE, new_each_time=False),
            wire.body_of(self._request),
        )
        QGuiApplication.clipboard().setText(command)
        self._state.setText(
            self.tr("Copied. Put your token in the place of {place}.").format(place=_TOKEN_PLACE)
        )


def _masked(connection: Connection | None, token: str) -> str:
    name = connection.authorization_format if connection else AuthorizationFormat.BEARER
    return authorization(token, AuthorizationFormat(name))
