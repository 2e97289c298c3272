"""The secrets that somebody typed into the connection dialog, on their way to the keyring."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Secrets:
    """A token and the password of a proxy; an empty one means that what is kept stays as it is."""

    token: str = field(default="", repr=False)
    proxy_password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.token or self.proxy_password)
