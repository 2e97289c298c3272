"""KooDrive without a window: requests, rules, the client, the keyring and the history. Imports no Qt.

The heavy parts load when they are first used, so that a window can be painted before `requests` is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.models import (
    AlbumKind,
    AlbumType,
    CreateAlbum,
    CreatedAlbum,
    CreatedSharedFolder,
    CreateSharedFolder,
    ScopeKind,
    ShareType,
)

if TYPE_CHECKING:
    from koodrive.client import KooDriveClient

__all__ = [
    "AlbumKind",
    "AlbumType",
    "CreateAlbum",
    "CreateSharedFolder",
    "CreatedAlbum",
    "CreatedSharedFolder",
    "KooDriveClient",
    "ScopeKind",
    "ShareType",
]


def __getattr__(name: str) -> Any:
    if name == "KooDriveClient":
        from koodrive.client import KooDriveClient  # noqa: PLC0415 - about 90 ms of imports

        return KooDriveClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
