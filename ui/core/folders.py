"""Opening a folder in the file manager of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def open_folder(path: Path) -> bool:
    """Open a folder; return whether the desktop has a program for that."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
