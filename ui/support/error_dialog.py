"""Dialog for unhandled exceptions, with details to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from koodrive.version import VERSION
from ui.texts.numbers import number_text
from ui.widgets.buttons import PushButton
from ui.widgets.copied_word import CopiedWord
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import dialog_column

if TYPE_CHECKING:
    from koodrive.logs.unexpected_errors import ErrorCollector


class ProblemDialog(QDialog):
    """Shows all unexpected errors so far; `show_errors` adds new ones.

    Signals:
        bundle_requested: The user wants to save a support bundle.
    """

    bundle_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self.setWindowTitle(self.tr("KooDesk has a problem"))
        self._title = PlainLabel(self.tr("Something unexpected went wrong"))
        self._title.setProperty("role", "bannerTitle")
        self._message = PlainLabel(
            self.tr(
                "KooDesk continues. What you created is in the history, and what you typed is still there;"
                " look at it before you send it. If it happens again, save a support bundle for the people"
                " who maintain KooDesk. Nothing is sent automatically."
            )
        )
        self._message.setWordWrap(True)
        self._count = PlainLabel()
        self._count.setObjectName("problem.count")
        self._count.setProperty("role", "quiet")
        self._count.setWordWrap(True)
        self._details = QPlainTextEdit()
        self._details.setObjectName("problem.details")
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setProperty("role", "code")
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        dialog_column(
            *(self._title, self._message, self._count, self._details),
            foot=self._foot(),
            stretch=self._details,
            parent=self,
        )
        self.resize(680, 420)
        self.finished.connect(self.deleteLater)

    def _foot(self) -> tuple[QWidget | int, ...]:
        close = PushButton(self.tr("C&lose"), name="problem.close")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        copy = PushButton(self.tr("&Copy details"), name="problem.copy", auto_default=False)
        copy.clicked.connect(self._on_copy)
        copy.clicked.connect(CopiedWord(copy).show)
        bundle = PushButton(self.tr("&Save support bundle…"), name="problem.bundle", auto_default=False)
        bundle.clicked.connect(self.bundle_requested)
        return (copy, bundle, 1, close)

    @property
    def details(self) -> str:
        """The text that can be copied."""
        return self._details.toPlainText()

    def show_errors(self, errors: ErrorCollector) -> None:
        """Show all errors so far; the scroll position stays."""
        kinds = len(errors.records)
        if errors.total == 1:
            words = ""
        elif kinds == 1:
            words = self.tr("It has happened {count} times.").format(count=number_text(errors.total))
        else:
            words = self.tr("{count} errors so far, of {kinds} kinds.").format(
                count=number_text(errors.total), kinds=kinds
            )
        self._count.setText(words)
        self._count.setVisible(bool(words))
        text = f"KooDesk {VERSION}\n\n{errors.report()}"
        if text != self._details.toPlainText():
            bar = self._details.verticalScrollBar()
            place = bar.value()
            self._details.setPlainText(text)
            bar.setValue(place)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
