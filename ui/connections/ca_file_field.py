"""Field for a CA file: typed or chosen, read in the background; shows the file's authorities below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from koodrive.messages import Message
from koodrive.network.tls import CaFile, CaFileError, read_ca_file
from koodrive.rules.problems import Problem
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.inputs.field import Field
from ui.inputs.short_line import ShortLine
from ui.texts.translate import listed
from ui.widgets.buttons import PushButton
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.tasks import TaskRunner

_MOST_SHOWN = 3


class CaFileField(Field):
    """Takes the path of a PEM file and reads the file on `left` and after a choice.

    Args:
        form: The first part of all object names.
        runner: Reads the file, as a disk may be slow.

    Signals:
        changed: The text has changed.
    """

    changed = Signal()

    def __init__(self, form: str, runner: TaskRunner, parent: QWidget | None = None) -> None:
        self.line = ShortLine()
        super().__init__(form, "caFile", self.tr("CA f&ile (optional)"), self.line, parent=parent)
        self._explanation = self.tr(
            "A PEM file with your company's own authority. It is trusted besides those of this computer."
        )
        self._steps = LatestTask(runner, self, reports_unexpected=True)
        self._read_path: str | None = ""
        self._then: Callable[[], None] | None = None
        self.choose = PushButton(self.tr("C&hoose…"), name=f"{form}.caFile.choose", auto_default=False)
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.line)
            line = row(self.line, self.choose, stretch=self.line)
            layout.insertLayout(1, line)  # type: ignore[attr-defined]  # it is the QVBoxLayout of Field
        self.set_help(self._explanation)
        self.line.textChanged.connect(self._on_text_changed)
        self.choose.clicked.connect(self._on_choose)
        self.left.connect(self._read)

    @property
    def text(self) -> str:
        """The path, without the blanks around it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Show a path and read its file."""
        self.line.setText(text)
        self._read()

    def when_read(self, then: Callable[[], None]) -> None:
        """Call `then` when the file has been read; at once if it has been already."""
        self._then = then
        self._read()
        if not self._steps.is_running:
            self._go_on()

    def cancel_pending(self) -> None:
        """Cancel the pending call, as the texts have changed."""
        self._then = None

    def detach(self) -> None:
        """Ignore all later results, because the dialog closes."""
        self._then = None
        self._steps.detach()

    @Slot()
    def _read(self) -> None:
        path = self.text
        if path == self._read_path:
            return
        self._read_path = path
        if not path:
            self._steps.cancel()
            self.set_verdict(None)
            self.set_help(self._explanation)
            return
        self.set_help(self.tr("Reading the file…"))
        self._steps.start(
            Lane.FILES, lambda: _read_or_problem(path), self._on_read, self._on_failed, key="caFile"
        )

    def _on_read(self, found: CaFile | Problem) -> None:
        if isinstance(found, CaFile):
            self.set_verdict(None)
            self.set_help(self._contents_text(found))
        else:
            self.set_help(self._explanation)
            self.set_verdict(found)
            self.reveal()
        self._go_on()

    def _on_failed(self, _error: Exception) -> None:
        self._read_path = None
        self._then = None
        self.set_help(self._explanation)

    def _contents_text(self, found: CaFile) -> str:
        lines = [
            self.tr("{name}, until {day}").format(name=authority.name, day=f"{authority.expires:%Y-%m-%d}")
            for authority in found.authorities[:_MOST_SHOWN]
        ]
        more = len(found.authorities) - _MOST_SHOWN
        if more > 0:
            lines.append(self.tr("and {count} more").format(count=more))
        return self.tr("It holds: {authorities}.").format(authorities=listed(*lines, have_commas=True))

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        if self.text != self._read_path:
            # The result shown is of another file.
            self._then = None
            self._steps.cancel()
            self._read_path = None
            self.set_verdict(None)
            self.set_help(self._explanation)
        self.changed.emit()

    @Slot()
    def _on_choose(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = str(Path(self.text).parent) if self.text else documents
        dialog = QFileDialog(self.window(), self.tr("Choose a CA file"), folder)
        dialog.setObjectName(f"{self.editor.objectName()}.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Certificates in PEM form (*.pem *.crt *.cer)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self.set_text)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _read_or_problem(path: str) -> CaFile | Problem:
    if not Path(path).is_absolute():
        return Problem("ca_relative", Message("Enter the whole path of the file, or choose it."))
    try:
        return read_ca_file(path)
    except CaFileError as error:
        return error.problem
