"""KooDrive without a window: requests, rules, the client, the keyring and the history. Imports no Qt.

The names below load when they are first used, so that a window can be painted before they are there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.models import (
        AlbumKind,
        AlbumType,
        CreateAlbum,
        CreatedAlbum,
        CreatedSharedFolder,
        CreateSharedFolder,
        DeleteAlbum,
        Deleted,
        DeleteSharedFolder,
        ScopeKind,
        ShareType,
    )

__all__ = [
    "AlbumKind",
    "AlbumType",
    "CreateAlbum",
    "CreateSharedFolder",
    "CreatedAlbum",
    "CreatedSharedFolder",
    "DeleteAlbum",
    "DeleteSharedFolder",
    "Deleted",
    "KooDriveClient",
    "ScopeKind",
    "ShareType",
]


_MODULES = ("errors", "models", "rules")


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"koodrive.{name}")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module("koodrive.api.client" if name == "KooDriveClient" else "koodrive.models")
    return getattr(home, name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
