"""A create as the connection in use would send it: as text without its secret, and as a command for curl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from koodrive.api import wire
from koodrive.api.auth import AuthorizationFormat, authorization
from koodrive.api.curl import CurlRequest, Shell, as_curl
from koodrive.core.strict_json import laid_out

if TYPE_CHECKING:
    from koodrive.models import CreateRequest
    from ui.session.session import Session

MASK = "••••••••"


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """One create of a form, and who would send it.

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
        """Whether the token goes out as it is, with whatever scheme it brings along."""
        return self._format is AuthorizationFormat.AS_IS

    def text(self) -> str:
        """Return method, address, headers and body, with a mask for every secret."""
        headers = self._headers(self._masked_authorization(), _tr("<58 characters, new for every attempt>"))
        lines = [f"POST {self._url}", *(f"{name}: {value}" for name, value in headers.items())]
        return "\n".join([*lines, "Content-Type: application/json", "", laid_out(self._body)])

    def command(self, shell: Shell, token: str | None = None) -> str:
        """Return it as a command for curl.

        Args:
            shell: Where it is going to be pasted.
            token: As for `koodrive.api.curl.as_curl`.

        Raises:
            InvalidRequestError: As for `koodrive.api.curl.as_curl`.
        """
        headers = self._headers("", wire.new_trace_id())
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
        return connection.service_address if connection else "https://<service address>"

    @property
    def _url(self) -> str:
        return self._address + wire.path_of(self.request)

    @property
    def _body(self) -> str:
        connection = self.session.current
        return wire.body_of(self.request, connection.number_form if connection else wire.NumberForm.INTEGER)

    def _headers(self, authorized: str, trace_id: str) -> dict[str, str]:
        connection = self.session.current
        is_omitted = connection is not None and connection.trace_id_header == wire.TraceIdHeader.OMITTED
        return wire.headers(
            authorization=authorized,
            user_id=connection.user_id if connection else "<user ID>",
            x_date=self.session.desk.x_date(self._address),
            trace_id="" if is_omitted else trace_id,
            language=wire.language_header(connection.language, connection.language_form)
            if connection
            else wire.LANGUAGES[0],
        )

    def _masked_authorization(self) -> str:
        token = self.session.token or ""
        if self.is_signed:
            from koodrive.api.app_signature import header_value, key_from_text  # noqa: PLC0415 - not needed to start

            key = key_from_text(token)
            return header_value(key.app_id if key else "<AppId>", MASK)
        # A session's token brings its scheme along.
        scheme = "AT " if self.has_scheme_in_token and token.startswith("AT ") else ""
        return authorization(scheme + MASK, self._format)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShownRequest", text)
