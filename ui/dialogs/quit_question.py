"""Asks before the window closes, when something would be lost with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.pages.create_page import CreatePage


class QuitQuestion(QMessageBox):
    """Quit or stay; `accepted` means quit. To be opened with `open`.

    Args:
        reason: What would be lost, as a sentence.
        consequence: What happens to it.
        parent: The window that is about to close.
    """

    def __init__(self, reason: str, consequence: str, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.Question, self.tr("Quit KooDesk?"), reason, parent=parent)
        self.setObjectName("quit")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText(consequence)
        self.addButton(self.tr("&Quit"), QMessageBox.ButtonRole.AcceptRole).setObjectName("quit.confirm")
        stay = self.addButton(self.tr("&Stay"), QMessageBox.ButtonRole.RejectRole)
        stay.setObjectName("quit.stay")
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.finished.connect(self.deleteLater)

    @classmethod
    def for_pages(cls, pages: Iterable[CreatePage], parent: QWidget) -> QuitQuestion | None:
        """Return the question that the state of `pages` asks for, or None when nothing would be lost."""
        pages = list(pages)
        if any(page.submission.is_busy for page in pages):
            return cls(
                _tr("A request is under way."),
                _tr(
                    "If you quit now, KooDesk waits a few seconds for the answer. If it does not come, the history"
                    " keeps the request with an unknown outcome."
                ),
                parent,
            )
        if any(page.has_unsaved_input for page in pages):
            return cls(_tr("A form has input that was not sent."), _tr("It is lost when you quit."), parent)
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("QuitQuestion", text)
