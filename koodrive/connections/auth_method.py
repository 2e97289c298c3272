"""The three sign-in methods of a connection."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.api.auth import AuthorizationFormat

if TYPE_CHECKING:
    from koodrive.models import Connection


class AuthMethod(StrEnum):
    """Sign-in methods of a connection."""

    TOKEN = "token"  # noqa: S105 - the name of an option
    """With an access token that was pasted."""
    ACCOUNT = "account"
    """With an account and its password; the tokens come from the service."""
    APP_KEY = "appKey"
    """With an app's secret, which signs each request."""


def auth_method_of(connection: Connection | None) -> AuthMethod:
    """Return the sign-in method of `connection`; `TOKEN` for None, a new connection."""
    if connection is None:
        return AuthMethod.TOKEN
    if connection.authorization_format == AuthorizationFormat.APP_SIGNATURE:
        return AuthMethod.APP_KEY
    return AuthMethod.ACCOUNT if connection.account else AuthMethod.TOKEN
