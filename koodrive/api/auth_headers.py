"""Authorization of requests: callables that add the headers of a token, an app signature, a login or a refresh.

Follows the header tables of the create pages and of the login family.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from koodrive.api import serialization
from koodrive.api.signing import signed_authorization

if TYPE_CHECKING:
    from requests import PreparedRequest

    from koodrive.api.signing import AppKey


class Auth(Protocol):
    """Adds the headers that authorize a request; `requests.Request(auth=...)` takes it with its keywords bound."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """Texts that are masked in responses."""

    @property
    def sends_date(self) -> bool:
        """Whether `X-Date` is among the headers, so that a wrong clock can be the reason for a refusal."""

    def __call__(self, request: PreparedRequest, *, x_date: str, trace_id: str) -> PreparedRequest:
        """Add the headers to `request`, whose URL and body are final.

        Args:
            request: The request.
            x_date: From `ServerClock.x_date`.
            trace_id: 58 characters; empty for a request without X-Traceid.
        """


@dataclass(frozen=True, slots=True)
class TokenAuth:
    """Authorizes by the access token of a user.

    `authorization` is the whole value of the header, see `koodrive.api.auth.authorization`.
    """

    authorization: str = field(repr=False)
    token: str = field(repr=False)
    user_id: str
    language: str
    sends_date: ClassVar[bool] = True

    @property
    def secrets(self) -> tuple[str, ...]:
        """The token."""
        return (self.token,)

    def __call__(self, request: PreparedRequest, *, x_date: str, trace_id: str) -> PreparedRequest:
        """Add the headers of the create pages."""
        headers = serialization.headers(self.authorization, self.user_id, x_date, trace_id, self.language)
        request.headers.update(headers)
        return request


@dataclass(frozen=True, slots=True)
class AppSignatureAuth:
    """Authorizes by the signature of an app, on behalf of a user."""

    key: AppKey
    user_id: str
    language: str
    sends_date: ClassVar[bool] = True

    @property
    def secrets(self) -> tuple[str, ...]:
        """The app's secret."""
        return (self.key.app_secret,)

    def __call__(self, request: PreparedRequest, *, x_date: str, trace_id: str) -> PreparedRequest:
        """Add the headers of the create pages, with a signature in `Authorization`."""
        signature = signed_authorization(
            self.key,
            method=str(request.method),
            url=str(request.url),
            body=cast("bytes", request.body or b""),
            user_id=self.user_id,
            x_date=x_date,
        )
        headers = serialization.headers(signature, self.user_id, x_date, trace_id, self.language)
        request.headers.update(headers)
        return request


@dataclass(frozen=True, slots=True)
class LoginAuth:
    """Authorizes a login at a carrier; account and password are in the body."""

    agent_name: str
    secrets: ClassVar[tuple[str, ...]] = ()
    """Nothing is masked: `koodrive.api.login` reads the tokens and keeps no text of the response."""
    sends_date: ClassVar[bool] = False

    def __call__(self, request: PreparedRequest, *, x_date: str, trace_id: str) -> PreparedRequest:  # noqa: ARG002 - the page has no X-Date
        """Add the headers of the Login page."""
        request.headers.update({"x-hw-agentName": self.agent_name, **serialization.trace_id_header(trace_id)})
        return request


@dataclass(frozen=True, slots=True)
class RefreshAuth:
    """Authorizes the renewal of a session by its access token, as the service returned it (``AT ...``)."""

    access_token: str = field(repr=False)
    secrets: ClassVar[tuple[str, ...]] = ()
    """Nothing is masked: the response may repeat the same tokens, and they have to be read."""
    sends_date: ClassVar[bool] = False

    def __call__(self, request: PreparedRequest, *, x_date: str, trace_id: str) -> PreparedRequest:  # noqa: ARG002 - the page has no X-Date
        """Add the headers of the RefreshToken page."""
        request.headers.update(
            {"Authorization": self.access_token, **serialization.trace_id_header(trace_id)}
        )
        return request
