"""Who sends a request: the headers with which a token, an app's signature or somebody not yet signed in goes out.

Follows the header tables of the create pages and of the login family.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from koodrive.api import serialization
from koodrive.api.signing import signed_authorization

if TYPE_CHECKING:
    from koodrive.api.signing import AppKey


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request as it is about to leave, but for the headers that say who sends it."""

    method: str
    url: str
    """The whole address, encoded, with its query."""
    body: bytes = field(repr=False)
    x_date: str
    """From `ServerClock.x_date`."""
    trace_id: str
    """Empty for a request without X-Traceid."""


class Auth(Protocol):
    """Knows the headers that say who sends a request."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What is masked where an answer repeats it."""

    @property
    def sends_date(self) -> bool:
        """Whether `X-Date` is among the headers, so that a wrong clock may be why a request is refused."""

    def headers(self, outgoing: Outgoing) -> dict[str, str]:
        """Return the headers for `outgoing`."""


@dataclass(frozen=True, slots=True)
class TokenAuth:
    """A user with an access token.

    `authorization` is the whole value of the header, see `koodrive.api.auth.authorization`.
    """

    authorization: str = field(repr=False)
    token: str = field(repr=False)
    user_id: str
    language: str
    sends_date: bool = True

    @property
    def secrets(self) -> tuple[str, ...]:
        """The token."""
        return (self.token,)

    def headers(self, outgoing: Outgoing) -> dict[str, str]:
        """Return the headers of the create pages."""
        return serialization.headers(
            authorization=self.authorization,
            user_id=self.user_id,
            x_date=outgoing.x_date,
            trace_id=outgoing.trace_id,
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class AppSignatureAuth:
    """An app that signs each request, in the name of a user."""

    key: AppKey
    user_id: str
    language: str
    sends_date: bool = True

    @property
    def secrets(self) -> tuple[str, ...]:
        """The app's secret."""
        return (self.key.app_secret,)

    def headers(self, outgoing: Outgoing) -> dict[str, str]:
        """Return the headers of the create pages, with a signature in `Authorization`."""
        return serialization.headers(
            authorization=signed_authorization(
                self.key,
                method=outgoing.method,
                url=outgoing.url,
                body=outgoing.body,
                user_id=self.user_id,
                x_date=outgoing.x_date,
            ),
            user_id=self.user_id,
            x_date=outgoing.x_date,
            trace_id=outgoing.trace_id,
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class LoginAuth:
    """Somebody who signs in at a carrier; account and password are in the body."""

    agent_name: str
    sends_date: bool = False

    @property
    def secrets(self) -> tuple[str, ...]:
        """Nothing: no text of the answer is kept, see `koodrive.api.login`."""
        return ()

    def headers(self, outgoing: Outgoing) -> dict[str, str]:
        """Return the headers of the Login page; the carrier's name stands in for everything else."""
        return {"x-hw-agentName": self.agent_name, **serialization.trace_id_header(outgoing.trace_id)}


@dataclass(frozen=True, slots=True)
class RefreshAuth:
    """Somebody who is signed in and wants to go on being so.

    `access_token` goes out as the service returned it (``AT ...``).
    """

    access_token: str = field(repr=False)
    sends_date: bool = False

    @property
    def secrets(self) -> tuple[str, ...]:
        """Nothing, as above: the answer may bring the same tokens once more, and they have to be read."""
        return ()

    def headers(self, outgoing: Outgoing) -> dict[str, str]:
        """Return the headers of the RefreshToken page."""
        return {"Authorization": self.access_token, **serialization.trace_id_header(outgoing.trace_id)}
