"""Secrets typed into the connection dialog, on their way to the keyring."""

from __future__ import annotations

from dataclasses import dataclass, field

from koodrive.api.tokens import tokens_from_text


@dataclass(frozen=True, slots=True)
class Secrets:
    """A token and the password of a proxy; an empty one leaves the stored one unchanged.

    The token is the keyring's entry for the connection: an access token, both tokens of a session, or an app's key.
    """

    token: str = field(default="", repr=False)
    proxy_password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.token or self.proxy_password)


def sent_token(kept: str) -> str:
    """Return the token argument of `KooDriveClient` for a keyring entry.

    Args:
        kept: An access token, the text of `koodrive.api.tokens.SessionTokens` or that of an app's key.
    """
    tokens = tokens_from_text(kept)
    return tokens.access_token if tokens is not None else kept
