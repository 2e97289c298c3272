"""The data directory that window and command use by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def default_data_dir() -> Path:
    """Return the folder of all files of KooDesk, as platformdirs names it for this user; it need not exist."""
    import platformdirs  # noqa: PLC0415 - not needed where the directory is given

    return platformdirs.user_data_path("KooDesk", appauthor=False)
