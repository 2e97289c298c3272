"""Tokens of a session: an access token, the token that renews it, and their lifetime.

Follows Login and RefreshToken.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_SCHEME = re.compile(r"\AAT[ +]+")


@dataclass(frozen=True, slots=True)
class SessionTokens:
    """The two tokens of one session; kept together, because one is worth nothing without the other."""

    access_token: str = field(repr=False)
    """As it goes out, with its scheme (``AT ...``)."""
    refresh_token: str = field(repr=False)
    issued_at: datetime
    """By the service's clock, in UTC."""
    expires_in: timedelta

    @property
    def secrets(self) -> tuple[str, ...]:
        """Texts to mask: both tokens, and the access token without its scheme."""
        return (*secrets_in(self.access_token), *secrets_in(self.refresh_token))

    @property
    def expires_at(self) -> datetime:
        """When the access token ends, by the service's clock."""
        return self.issued_at + self.expires_in

    @property
    def text(self) -> str:
        """Everything in one text, as the keyring keeps it; see `tokens_from_text`."""
        return json.dumps(
            {
                "accessToken": self.access_token,
                "refreshToken": self.refresh_token,
                "issuedAt": round(self.issued_at.timestamp() * 1000),
                "expiresIn": round(self.expires_in.total_seconds()),
            }
        )


@dataclass(frozen=True, slots=True)
class SignedIn:
    """User ID and tokens of a session."""

    user_id: str
    tokens: SessionTokens


def is_token(text: str) -> bool:
    """Return whether `text` can stand in a header as a token: printable ASCII, with no blanks around it."""
    return bool(text) and text == text.strip() and all(" " <= character <= "~" for character in text)


def secrets_in(token: str) -> tuple[str, ...]:
    """Return a token, and the token without its scheme (``AT ...``), so that neither is shown."""
    bare = _SCHEME.sub("", token)
    return (token,) if bare == token else (token, bare)


def tokens_from_text(text: str) -> SessionTokens | None:
    """Return the tokens in a text that `SessionTokens.text` made; None for any other text, as a pasted token is."""
    if not text.startswith("{"):
        return None
    try:
        kept = json.loads(text)
        tokens = SessionTokens(
            access_token=_token(kept["accessToken"]),
            refresh_token=_token(kept["refreshToken"]),
            issued_at=datetime.fromtimestamp(kept["issuedAt"] / 1000, UTC),
            expires_in=timedelta(seconds=kept["expiresIn"]),
        )
        # Two times that are fine by themselves may be too much together.
        _ = tokens.expires_at
    except (ValueError, KeyError, TypeError, OverflowError, OSError, RecursionError):
        return None
    return tokens


def secrets_of(text: str) -> tuple[str, ...]:
    """Return the texts to mask of a secret that the keyring stores.

    Args:
        text: That of a session, a pasted token, or an app's key (`koodrive.api.signing.AppKey.text`).
    """
    tokens = tokens_from_text(text)
    if tokens is not None:
        return tokens.secrets
    _, _, app_secret = text.partition(":")
    return (*secrets_in(text), app_secret) if app_secret else secrets_in(text)


def _token(value: object) -> str:
    if not isinstance(value, str) or not is_token(value):
        raise ValueError("no token")
    return value
