"""The dialog for saving a file, which begins in the folder of last time, and the button that opens this folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.core.folders import open_folder
from ui.widgets.buttons import PushButton


class _Last:
    """Folder of the last file; one for the whole application."""

    folder = ""


def last_folder() -> str:
    """Return the folder that a file was last saved in; empty before the first one."""
    return _Last.folder


def set_last_folder(folder: str) -> None:
    """Set the folder that the next dialog begins in; empty for that of the user's documents."""
    _Last.folder = folder


def ask_where_to_save(name: str, title: str, file_name: str, parent: QWidget) -> QFileDialog:
    """Return a save dialog, to be connected (`fileSelected`) and opened.

    Args:
        name: Its object name.
        title: The title of its window.
        file_name: Proposed name; its suffix is the file type.
        parent: Parent window.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ending = Path(file_name).suffix.removeprefix(".")
    dialog = QFileDialog(parent, title, str(Path(last_folder() or documents) / file_name))
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(file_name)
    dialog.fileSelected.connect(_remember)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _remember(path: str) -> None:
    set_last_folder(str(Path(path).parent))


class OpenFolderButton(PushButton):
    """Opens the folder of a file that was saved; hidden before there is one.

    Args:
        name: Object name.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Open folder"), parent, name=name, auto_default=False)
        self._folder = Path()
        self.clicked.connect(self._on_clicked)
        self.hide()

    def offer(self, path: Path) -> None:
        """Show it for a file."""
        self._folder = path.parent
        self.setEnabled(True)
        self.show()

    @Slot()
    def _on_clicked(self) -> None:
        # Where no program opens folders, it is of no use.
        self.setEnabled(open_folder(self._folder))
