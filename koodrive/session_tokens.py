"""What a login or a refresh returns: an access token, the token that renews it, and how long they live.

Follows Login and RefreshToken (KOODRIVE.md, 2.3).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


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
    """Who has signed in, and the tokens of the session."""

    user_id: str
    tokens: SessionTokens


def tokens_from_text(text: str) -> SessionTokens | None:
    """Return the tokens in a text that `SessionTokens.text` made; None for any other text, as a pasted token is."""
    if not text.startswith("{"):
        return None
    try:
        kept = json.loads(text)
        return SessionTokens(
            access_token=_text(kept["accessToken"]),
            refresh_token=_text(kept["refreshToken"]),
            issued_at=datetime.fromtimestamp(kept["issuedAt"] / 1000, UTC),
            expires_in=timedelta(seconds=kept["expiresIn"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, OSError, RecursionError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("no token")
    return value
