"""The foldable preview: the request exactly as it would leave, with the token masked."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from koodrive.api import serialization
from koodrive.api.auth import AuthorizationFormat, authorization
from koodrive.api.signing import header_value, key_from_text
from koodrive.core.strict_json import indent_json
from koodrive.creation.curl import CurlRequest, Shell, as_curl, token_prompt_command
from koodrive.errors import InvalidRequestError
from koodrive.models import AlbumKind, CreateAlbum
from ui.texts.folders import folder_name
from ui.texts.translate import error_text, translate
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column
from ui.widgets.value_views import ValueText

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from koodrive.models import CreateRequest
    from ui.session.session import Session

MASK = "••••••••"


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """One create of a form with the session that would send it.

    Each call goes by the connection, the token and the time of that moment.
    """

    request: CreateRequest
    session: Session

    @property
    def is_signed(self) -> bool:
        """Whether an app's secret signs it, so that it cannot be written down for later."""
        return self._format is AuthorizationFormat.APP_SIGNATURE

    @property
    def has_scheme_in_token(self) -> bool:
        """Whether the token is sent unchanged, including its scheme."""
        return self._format is AuthorizationFormat.AS_IS

    def text(self) -> str:
        """Return method, address, headers and body, with a mask for every secret."""
        headers = self._headers(
            self._masked_authorization(), translate("ShownRequest", "<58 characters, new for every attempt>")
        )
        lines = [f"POST {self._url}", *(f"{name}: {value}" for name, value in headers.items())]
        return "\n".join([*lines, "Content-Type: application/json", "", indent_json(self._body)])

    def command(self, shell: Shell, token: str | None = None) -> str:
        """Return it as a command for curl.

        Args:
            shell: Where it is going to be pasted.
            token: See `koodrive.creation.curl.as_curl`.

        Raises:
            InvalidRequestError: See `koodrive.creation.curl.as_curl`.
        """
        headers = self._headers("", serialization.new_trace_id())
        del headers["Authorization"]
        return as_curl(shell, CurlRequest(self._url, headers, self._format, self._body), token)

    @property
    def _format(self) -> AuthorizationFormat:
        connection = self.session.current
        return AuthorizationFormat(
            connection.authorization_format if connection else AuthorizationFormat.BEARER
        )

    @property
    def _address(self) -> str:
        connection = self.session.current
        return (
            connection.service_address
            if connection
            else translate("ShownRequest", "https://<service address>")
        )

    @property
    def _url(self) -> str:
        return self._address + serialization.endpoint(self.request)

    @property
    def _body(self) -> str:
        connection = self.session.current
        return serialization.to_json(
            self.request, connection.number_form if connection else serialization.NumberForm.INTEGER
        )

    def _headers(self, authorized: str, trace_id: str) -> dict[str, str]:
        connection = self.session.current
        is_omitted = (
            connection is not None and connection.trace_id_header == serialization.TraceIdHeader.OMITTED
        )
        return serialization.headers(
            authorization=authorized,
            user_id=connection.user_id if connection else translate("ShownRequest", "<user ID>"),
            x_date=self.session.backend.clock(self._address).x_date(),
            trace_id="" if is_omitted else trace_id,
            language=serialization.language_header(connection.language, connection.language_form)
            if connection
            else serialization.LANGUAGES[0],
        )

    def _masked_authorization(self) -> str:
        token = self.session.token or ""
        if self.is_signed:
            key = key_from_text(token)
            return header_value(key.app_id if key else "<AppId>", MASK)
        # A session's token brings its scheme along.
        scheme = "AT " if self.has_scheme_in_token and token.startswith("AT ") else ""
        return authorization(scheme + MASK, self._format)


class RequestPreview(QFrame):
    """Shows method, address, headers and body of a request, and copies it as a command for curl.

    Args:
        form: First part of the object names.
        session: Connection and token in use.

    Signals:
        shell_chosen: Commands shall be for this `Shell` from now on.
        token_requested: The command shall be copied with the real token, or with a signature; with this preview.
        clear_requested: That secret shall be taken from the clipboard now.
    """

    shell_chosen = Signal(object)
    token_requested = Signal(object)
    clear_requested = Signal()

    def __init__(self, form: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: ShownRequest | None = None
        self.setObjectName(f"{form}.preview")
        self.setProperty("role", "preview")
        self._folder = ""
        self._state = PlainLabel(role="quiet", wraps=True)
        self._place = PlainLabel(name=f"{form}.preview.folder", role="quiet", wraps=True)
        self._text = ValueText()
        self._text.setObjectName(f"{form}.preview.text")
        self._text.setAccessibleName(self.tr("Request preview"))
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._signature_note = PlainLabel(
            self.tr("The signature is computed again for each request and is good for 15 minutes."),
            name=f"{form}.preview.signatureNote",
            role="quiet",
            wraps=True,
        )
        self._shell = Shell.SH
        self._copy = PushButton(self.tr("Cop&y as cURL"), name=f"{form}.preview.copy")
        self._copy.clicked.connect(self._on_copy)
        self._choose = PushButton(name=f"{form}.preview.copyFor")
        self._choose.setAccessibleName(self.tr("Copy as cURL for another shell"))
        self._shells = QActionGroup(self)
        self._note = PlainLabel(name=f"{form}.preview.note", role="quiet", wraps=True)
        self._code = PlainLabel(selectable=True, name=f"{form}.preview.code", wraps=True)
        self._clear = PushButton(self.tr("Clear now"), name=f"{form}.preview.clearNow")
        self._clear.clicked.connect(self.clear_requested)
        self._build_menu(form)
        self.set_shell(self._shell)
        self._build_ui()
        self._on_current_changed()
        session.current_changed.connect(self._on_current_changed)
        for news in (session.token_changed, session.token_renewed):
            news.connect(self._show)

    def _build_menu(self, form: str) -> None:
        menu = QMenu(self)
        menu.setObjectName(f"{form}.preview.menu")
        for shell, words in self._shell_names().items():
            action = QAction(words, menu, checkable=True)
            action.setObjectName(f"{form}.preview.copy.{shell}")
            action.setData(shell)
            self._shells.addAction(action)
            menu.addAction(action)
        self._shells.triggered.connect(self._on_shell_chosen)
        menu.addSeparator()
        self._with_token = menu.addAction("", self._on_token_action)
        self._with_token.setObjectName(f"{form}.preview.copyToken")
        menu.addSeparator()
        limit = menu.addAction(self.tr("A command is good for 15 minutes, as its X-Date is."))
        limit.setObjectName(f"{form}.preview.limit")
        limit.setEnabled(False)
        self._choose.setMenu(menu)

    def _shell_names(self) -> dict[Shell, str]:
        """Return the names of all shells, those of this system first."""
        words = {
            Shell.SH: self.tr("sh, bash, zsh"),
            Shell.CMD: self.tr("cmd (Windows)"),
            Shell.POWERSHELL: self.tr("PowerShell (Windows)"),
        }
        own_first = (Shell.POWERSHELL, Shell.CMD, Shell.SH) if sys.platform == "win32" else tuple(words)
        return {shell: words[shell] for shell in own_first}

    def _build_ui(self) -> None:
        title = PlainLabel(self.tr("Request preview"), role="bannerTitle")
        buttons = FlowLayout()
        for button in (self._copy, self._choose, self._clear):
            buttons.addWidget(button)
        self._code.setFont(self._text.font())
        above = (title, self._state, self._place, self._text, self._signature_note)
        column(*above, buttons, self._note, self._code, spacing=8, margins=(12, 12, 12, 12), parent=self)
        for widget in (self._place, self._note, self._code, self._clear):
            widget.hide()
        self.setMinimumHeight(200)

    def show_request(self, request: CreateRequest, problem_count: int) -> None:
        """Show `request` as it would leave now.

        Args:
            request: As far as it is filled in.
            problem_count: How many problems keep it from being sent.
        """
        self._shown = ShownRequest(request, self._session)
        self._state.setText(
            self.tr("Not ready yet. Fields to correct: {count}").format(count=problem_count)
            if problem_count
            else self.tr("This is what Create sends, once.")
        )
        self._show()

    @Slot(str)
    def set_folder(self, name: str) -> None:
        """Name the shared folder whose IDs the request of a shared album has.

        Args:
            name: Empty while it is not known.
        """
        self._folder = name
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while it was hidden."""
        super().showEvent(event)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        self._text.show_value(self._shown.text())
        request = self._shown.request
        is_shared = isinstance(request, CreateAlbum) and request.album_kind is AlbumKind.SHARED
        words = self.tr("The shared folder is “{name}”.").format(name=folder_name(self._folder))
        self._place.setText(words)
        self._place.setVisible(is_shared and bool(self._folder))

    @Slot()
    def _on_current_changed(self) -> None:
        # The note was about the connection before.
        self.show_note("")
        self._signature_note.setVisible(self._session.uses_app_key)
        self._with_token.setText(
            self.tr("With a signature, good for 15 &minutes (secret)…")
            if self._session.uses_app_key
            else self.tr("With your real &token, good for 15 minutes (secret)…")
        )

    def set_shell(self, shell: Shell) -> None:
        """Make `shell` the one that the button copies for."""
        self._shell = shell
        names = {Shell.SH: "sh", Shell.CMD: "cmd", Shell.POWERSHELL: "PowerShell"}
        self._choose.setText(self.tr("For {shell}").format(shell=names[shell]))
        for action in self._shells.actions():
            action.setChecked(action.data() == shell)

    def command(self, token: str | None = None) -> str | None:
        """Return the request as a command for the chosen shell, or None after telling why it cannot be one.

        Args:
            token: Token for the authorization; without one the command takes it from a variable. For an app signature
                the text of the app's key, which does not become part of it.
        """
        if self._shown is None:
            return None
        try:
            return self._shown.command(self._shell, token)
        except InvalidRequestError as error:
            self.show_note(error_text(error))
            return None

    def show_note(self, text: str, code: str = "") -> None:
        """Show `text` below the button, and under it `code` to be copied."""
        self._note.setText(text)
        self._code.setText(code)
        self._note.setVisible(bool(text))
        self._code.setVisible(bool(code))
        self._clear.hide()

    def show_countdown(self, seconds_left: int, *, signed: bool = False) -> None:
        """Show how long the secret stays on the clipboard; 0 means that it is gone.

        Args:
            seconds_left: Until the clipboard is cleared.
            signed: Whether the secret is a signature; otherwise it is the token.
        """
        if seconds_left:
            words = (
                self.tr(
                    "Copied with a signature, good for 15 minutes. The clipboard is cleared in {seconds} s."
                )
                if signed
                else self.tr(
                    "Copied with your token, good for 15 minutes. The clipboard is cleared in {seconds} s."
                )
            )
            self.show_note(words.format(seconds=seconds_left))
        elif signed:
            self.show_note(self.tr("The signature is no longer on the clipboard."))
        else:
            self.show_note(self.tr("Your token is no longer on the clipboard."))
        self._clear.setVisible(bool(seconds_left))

    @Slot()
    def _on_copy(self) -> None:
        if self._session.uses_app_key:
            self.show_note(
                self.tr(
                    "A command cannot sign by itself, so nothing was copied. In the menu beside Copy as cURL you find"
                    " it with a signature, which is good for 15 minutes."
                )
            )
            return
        command = self.command()
        if command is None:
            return
        QGuiApplication.clipboard().setText(command)
        self.show_note(
            self._token_instructions().format(shell=self._shell_names()[self._shell]),
            token_prompt_command(self._shell),
        )

    def _token_instructions(self) -> str:
        if self._shown is not None and self._shown.has_scheme_in_token:
            return self.tr(
                "Copied for {shell}, good for 15 minutes. It takes your token from a variable, the whole of it with"
                " what stands in front (such as AT). To set that, run first:"
            )
        return self.tr(
            "Copied for {shell}, good for 15 minutes. It takes your token from a variable; to set that, run first:"
        )

    @Slot(QAction)
    def _on_shell_chosen(self, action: QAction) -> None:
        # Qt gives back the bare text.
        self.set_shell(Shell(action.data()))
        self.shell_chosen.emit(self._shell)
        self._on_copy()

    @Slot()
    def _on_token_action(self) -> None:
        self.token_requested.emit(self)
