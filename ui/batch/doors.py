"""The ways in which a table comes to the page: a file, the clipboard, a drop, an example; and what is asked then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from koodrive.batch.errors import TableError
from koodrive.messages import Message
from ui.batch.questions import EncodingQuestion, HeadingQuestion, PasteDialog, SheetQuestion
from ui.batch.table_text import text_of_attempts, text_of_names
from ui.widgets.save_file import last_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from koodrive.batch.errors import EncodingReading
    from koodrive.models import RequestKind
    from koodrive.rules.problems import FieldValue
    from ui.batch.opening import TableOpening
    from ui.batch.views.start_view import StartView
    from ui.session.session import Session

_NO_ENCODING = Message(
    "The letters of this file are in no encoding that KooDesk knows. Save it as “CSV UTF-8”."
)
_SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx")


class TableDoors(QObject):
    """Lets people name a table, and answers what `TableOpening` asks.

    Args:
        session: Journal, whose attempts may be made a table.
        opening: Opens the tables.
        page: Stands below the dialogs; it owns this object.

    Signals:
        left: A question was not answered, so that no table is opened.
    """

    left = Signal()

    def __init__(self, session: Session, opening: TableOpening, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._opening = opening
        self._page = page
        opening.encoding_asked.connect(self._on_encoding_asked)
        opening.sheet_asked.connect(self._on_sheet_asked)
        opening.heading_asked.connect(self._on_heading_asked)

    @Slot()
    def ask_for_file(self) -> None:
        """Let people choose a file."""
        dialog = QFileDialog(self._page, self.tr("Open a table"), last_folder())
        dialog.setObjectName("batch.file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.xlsx *.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self._opening.open(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def paste(self) -> None:
        """Open what the clipboard has, where that is a table; otherwise let people paste or type."""
        text = QGuiApplication.clipboard().text()
        if "\t" in text or text.strip().count("\n"):
            self._opening.open(text)
            return
        dialog = PasteDialog(text if "{" in text else "", self._page)
        dialog.pasted.connect(self._opening.open)
        dialog.open()

    @Slot()
    def open_example(self) -> None:
        """Open a table to try with."""
        self._opening.open(self._example())

    def _example(self) -> str:
        """Return a table of which one name is too long, and one is there twice."""
        name = self.tr("Customer {number}")
        names = [name.format(number=f"{number:04}") for number in (*range(1, 7), 1)]
        # The limit is 20 characters, which a translation has to exceed as well.
        names.insert(-1, self.tr("Holidays of the whole choir"))
        rows = (("kind", "name", "type", "albumKind"), *(("album", name, "2", "1") for name in names))
        return "\n".join("\t".join(cells) for cells in rows)

    def open_names(self, text: str, kind: RequestKind, fields: Mapping[str, FieldValue]) -> None:
        """Open rows that were pasted into a name field; see `text_of_names`."""
        self._opening.open(text_of_names(text, kind, fields))

    def open_attempts(self, attempt_ids: Sequence[int]) -> None:
        """Open the requests of attempts of the history as a table."""
        journal = self._session.backend.journal
        self._opening.open_text_of(lambda: text_of_attempts(journal, attempt_ids))

    def open_file(self, path: Path) -> None:
        """Open a file."""
        self._opening.open(path)

    def serve(self, start: StartView) -> None:
        """Open what `start` asks for, what is pasted while it has the keyboard, and what is dropped on the page."""
        start.open_requested.connect(self.ask_for_file)
        start.paste_requested.connect(self.paste)
        start.example_requested.connect(self.open_example)
        self._page.setAcceptDrops(True)
        self._page.installEventFilter(self)
        start.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one file of a known kind, or text; and a table that is pasted."""
        if isinstance(event, QDragEnterEvent):
            if _file_of(event.mimeData()) is not None or _is_text(event.mimeData()):
                event.acceptProposedAction()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._opening.open(_file_of(event.mimeData()) or event.mimeData().text())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self._page or not event.matches(QKeySequence.StandardKey.Paste):
                return False
            self.paste()
        else:
            return False
        return True

    @Slot(object)
    def _on_encoding_asked(self, readings: Sequence[EncodingReading]) -> None:
        if not readings:
            self._opening.failed.emit(TableError("encoding_unknown", _NO_ENCODING))
            return
        question = EncodingQuestion(readings, self._page)
        question.chosen.connect(self._opening.set_encoding)
        question.rejected.connect(self.left)
        question.open()

    @Slot(str)
    def _on_heading_asked(self, first: str) -> None:
        question = HeadingQuestion(first, self._page)
        question.answered.connect(self._opening.set_heading)
        question.rejected.connect(self.left)
        question.open()

    @Slot(object)
    def _on_sheet_asked(self, sheets: Sequence[str]) -> None:
        question = SheetQuestion(sheets, self._page)
        question.chosen.connect(self._opening.set_sheet)
        question.rejected.connect(self.left)
        question.open()


def _is_text(data: QMimeData) -> bool:
    return data.hasText() and not data.hasUrls()


def _file_of(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _SUFFIXES else None
