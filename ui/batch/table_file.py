"""Watches the file of the plan that is shown: a change is said at once, and looked for before rows are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from koodrive.batch.table import is_other_file
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from pathlib import Path

    from ui.core.tasks import TaskRunner
    from ui.widgets.banner import Banner

KEY = "batchFile"
"""Queue of the files' lane."""
_READ_AGAIN, _AS_SHOWN, _CLOSE = "readAgain", "createAsShown", "close"


class TableFile(QObject):
    """The file of one plan at a time.

    Args:
        runner: Reads the file.
        banner: Says that it has changed, and asks what to do.
        parent: Owner.

    Signals:
        read_again_requested: The user wants the file as it is now (a `Path`).
        unchanged: The answer to `compare`: the rows may be sent as they are shown, or the user wants that.
        busy_changed: `is_busy` has another value.
        failed: What kept `compare` from reading.
    """

    read_again_requested = Signal(object)
    unchanged = Signal()
    busy_changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._path: Path | None = None
        self._sha256 = ""
        self._comparing = LatestTask(runner, self, reports_unexpected=True)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        banner.action_chosen.connect(self._on_action)

    @property
    def is_busy(self) -> bool:
        """Whether the file is being compared."""
        return self._comparing.is_running

    def watch(self, path: Path | None, sha256: str) -> None:
        """Begin with the file of a table that was just read.

        Args:
            path: The file; None for a pasted table.
            sha256: Of its bytes.
        """
        self._path, self._sha256 = path, sha256
        if path is not None:
            self._watcher.addPath(str(path))

    def look_again(self, path: Path, sha256: str) -> None:
        """Begin with the file of a plan of earlier: say where it has changed since; a file that is gone says nothing.

        Args:
            path: Where the file was.
            sha256: Of its bytes, as they were read.
        """
        self._comparing.start(
            Lane.FILES,
            lambda: is_other_file(path, sha256) if path.is_file() else None,
            lambda has_changed: self._on_looked(path, sha256, has_changed),
            self.failed.emit,
            key=KEY,
        )

    def _on_looked(self, path: Path, sha256: str, has_changed: bool | None) -> None:  # noqa: FBT001 - of a task
        if has_changed is not None:
            self.watch(path, sha256)
            self.busy_changed.emit()
        if has_changed:
            self._on_file_changed()

    def close(self) -> None:
        """End with the file, as another one is opened or its rows are sent."""
        self._path = None
        self._comparing.cancel()
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())

    def compare(self) -> None:
        """Look whether the file is another one by now, as a watcher sees neither all disks nor every change.

        `unchanged` follows, or the question what to do.
        """
        path, sha256 = self._path, self._sha256
        if path is None:
            self.unchanged.emit()
            return
        self._comparing.start(
            Lane.FILES, lambda: is_other_file(path, sha256), self._on_compared, self.failed.emit, key=KEY
        )
        self.busy_changed.emit()

    def _on_compared(self, has_changed: bool) -> None:  # noqa: FBT001 - what the task returns
        self.busy_changed.emit()
        if not has_changed:
            self.unchanged.emit()
            return
        self._banner.show_content(
            "unknown",
            self.tr("The file has changed since it was opened"),
            self.tr(
                "Nothing is sent yet. Read it again, and what was edited here is gone; or create the rows as they"
                " are shown."
            ),
            actions=[
                (_READ_AGAIN, self.tr("Read it again")),
                (_AS_SHOWN, self.tr("Create what is shown")),
                (_CLOSE, self.tr("Cancel")),
            ],
        )
        self._banner.focus_action()

    @Slot()
    def _on_file_changed(self) -> None:
        """Say that the plan is that of the file as it was; a question about it stands as it is."""
        is_asked = self._banner.isVisible() and self._banner.action(_AS_SHOWN) is not None
        if self._path is not None and not is_asked:
            self._banner.show_content(
                "unknown",
                self.tr("The file has changed since it was opened"),
                self.tr("This plan shows it as it was. Read again, and what was edited here is gone."),
                actions=[(_READ_AGAIN, self.tr("Read it again")), (_CLOSE, self.tr("Close"))],
            )

    @Slot(str)
    def _on_action(self, key: str) -> None:
        self._banner.clear()
        if key == _READ_AGAIN:
            self.read_again_requested.emit(self._path)
        elif key == _AS_SHOWN:
            self.unchanged.emit()
