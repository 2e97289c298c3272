"""The dialog for saving a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(name: str, title: str, file_name: str, parent: QWidget) -> QFileDialog:
    """Return a save dialog, to be connected (`fileSelected`) and opened.

    Args:
        name: Its object name.
        title: The title of its window.
        file_name: Proposed name; its suffix is the file type.
        parent: Parent window.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ending = Path(file_name).suffix.removeprefix(".")
    dialog = QFileDialog(parent, title, str(Path(folder) / file_name))
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(file_name)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
