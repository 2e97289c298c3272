"""The field for the primary key of a shared folder, which helps whoever has put its file ID there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.fields.known_shared_folders import KnownSharedFolders
from ui.fields.name_field import OfferButton
from ui.widgets.buttons import PushButton
from ui.widgets.field import TextField

if TYPE_CHECKING:
    from koodrive.models import SharedFolder
    from koodrive.rules.problems import Problem
    from ui.session.session import Session

_FILE_ID = "share_folder_id_is_file_id"


class ShareFolderIdField(TextField):
    """A `TextField` that says at once when a file ID stands in it, and offers what is needed instead.

    Args:
        form: The first part of all object names.
        label: What stands above the input.
        session: Where the folder of a file ID is looked for.
        help_text: What the line says while all is well.

    Signals:
        choose_requested: The user wants to choose the folder instead.
        offer_taken: The `SharedFolder` that the file ID means, and that the user wants (as object).
    """

    choose_requested = Signal()
    offer_taken = Signal(object)

    def __init__(
        self, form: str, label: str, session: Session, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self._offers = QWidget()
        self._choose = PushButton(self.tr("Choose the folder instead…"))
        self._use = OfferButton()
        self._folder: SharedFolder | None = None
        super().__init__(form, "shareFolderId", label, help_text=help_text, parent=parent)
        self.known = KnownSharedFolders(session, self)
        """Knows whose file ID it is."""
        self.known.found.connect(self._on_found)
        column = QVBoxLayout(self._offers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for key, button in (("use", self._use), ("chooseInstead", self._choose)):
            button.setObjectName(f"{form}.shareFolderId.{key}")
            button.setProperty("role", "small")
            button.setAutoDefault(False)
            # A click leaves the keyboard where people type.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add_below(self._offers)
        self._offers.hide()
        self._choose.clicked.connect(self.choose_requested)
        self._use.clicked.connect(self._on_taken)

    def set_verdict(self, problem: Problem | None, advice: Problem | None = None) -> None:
        """Take the verdict, and tell at once that a file ID is none; see `Field.set_verdict`."""
        is_file_id = problem is not None and problem.code == _FILE_ID
        super().set_verdict(problem, advice)
        if is_file_id:
            # No further key makes it right.
            self.reveal()
        if not is_file_id or (self._folder and self._folder.share_folder_file_id != self.text):
            self._folder = None
        self._offers.setVisible(is_file_id)
        self._use.setVisible(self._folder is not None)
        self.known.want(self.text if is_file_id else "")

    @Slot(object)
    def _on_found(self, folder: SharedFolder | None) -> None:
        self._folder = folder if folder is not None and folder.share_folder_file_id == self.text else None
        self._use.setVisible(self._folder is not None)
        if self._folder is not None:
            self._use.set_offer(self._folder.name or self._folder.id)

    @Slot()
    def _on_taken(self) -> None:
        if self._folder is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.offer_taken.emit(self._folder)
