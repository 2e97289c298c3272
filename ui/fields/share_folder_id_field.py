"""The field for a shared folder's primary key, which recognises a file ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.core.deadline import Cancellation
from koodrive.models import QueryType
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.fields.name_field import OfferButton
from ui.inputs.field import TextField
from ui.widgets.buttons import PushButton
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.backend.backend import Backend
    from koodrive.models import Connection, SharedFolder
    from koodrive.rules.problems import Problem
    from ui.session.session import Session

_FILE_ID = "share_folder_id_is_file_id"


class ShareFolderIdField(TextField):
    """A `TextField` that shows a file ID as a problem at once, and offers the primary key instead.

    Args:
        form: First part of all object names.
        label: Label above the input.
        session: Connection in use.
        help_text: Help below it while there is no problem.

    Signals:
        choose_requested: The user wants to choose the folder instead.
        offer_accepted: The `SharedFolder` that the file ID means, and that the user wants (as object).
    """

    choose_requested = Signal()
    offer_accepted = Signal(object)

    def __init__(
        self, form: str, label: str, session: Session, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self._offers = QWidget()
        self._choose = PushButton(
            self.tr("Choose the folder instead…"),
            name=f"{form}.shareFolderId.chooseInstead",
            role="small",
            in_form=True,
        )
        self._use = OfferButton()
        self._folder: SharedFolder | None = None
        super().__init__(form, "shareFolderId", label, help_text=help_text, parent=parent)
        self.known = KnownSharedFolders(session, self)
        """Finds the folder of a file ID."""
        self.known.found.connect(self._on_found)
        self._use.setObjectName(f"{form}.shareFolderId.use")
        offers = column(spacing=4, parent=self._offers)
        for button in (self._use, self._choose):
            offers.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add_below(self._offers)
        self._offers.hide()
        self._choose.clicked.connect(self.choose_requested)
        self._use.clicked.connect(self._on_taken)

    def set_verdict(self, problem: Problem | None, advice: Problem | None = None) -> None:
        """Set the verdict, and reveal a file ID at once."""
        is_file_id = problem is not None and problem.code == _FILE_ID
        super().set_verdict(problem, advice)
        if is_file_id:
            # No further key makes it right.
            self.reveal()
        if not is_file_id or (self._folder and self._folder.share_folder_file_id != self.text):
            self._folder = None
        self._offers.setVisible(is_file_id)
        self._use.setVisible(self._folder is not None)
        self.known.request(self.text if is_file_id else "")

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
            self.offer_accepted.emit(self._folder)


REST_MS = 300
"""Pause in typing before a search starts."""
_MOST_PAGES = 10
_FEWEST_CHARACTERS = 16
"""A file ID has about 33; a shorter one is still being typed."""


class KnownSharedFolders(QObject):
    """Looks among the folders that were seen or kept, then among the first thousand that the service lists.

    Args:
        session: Connection and token in use.
        parent: Owns this object.

    Signals:
        found: `SharedFolder` of the file ID requested last (as object); None if the former one is of another
            connection.
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = ""
        self._seen: dict[str, SharedFolder] = {}
        self._search = LatestTask(session.runner, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._search_folder)
        session.current_changed.connect(self._on_current_changed)

    @Slot(object)
    def add_folders(self, folders: Iterable[SharedFolder]) -> None:
        """Remember folders from a list of the service, and emit `found` for the one requested."""
        new = {folder.share_folder_file_id: folder for folder in folders if folder.share_folder_file_id}
        self._seen.update(new)
        if self._wanted in new:
            self._cancel()
            self.found.emit(new[self._wanted])

    def request(self, file_id: str) -> None:
        """Look for the folder with `file_id`; `found` follows where there is one. Empty to look no more."""
        if file_id == self._wanted:
            return
        self._cancel()
        self._wanted = file_id
        if file_id in self._seen:
            self.found.emit(self._seen[file_id])
        elif len(file_id) >= _FEWEST_CHARACTERS:
            self._rest.start()

    def _cancel(self) -> None:
        self._rest.stop()
        self._search.cancel()

    @Slot()
    def _on_current_changed(self) -> None:
        self._seen.clear()
        self.found.emit(None)
        wanted, self._wanted = self._wanted, ""
        self._cancel()
        self.request(wanted)

    @Slot()
    def _search_folder(self) -> None:
        session, file_id = self._session, self._wanted
        connection, token = session.current, session.token
        if connection is None or session.runner.is_closed:
            return
        backend, cancellation = session.backend, Cancellation()
        # A failure offers nothing: the picker is offered in any case, and shows the reason.
        self._search.start(
            Lane.READ,
            lambda: _folder_with(file_id, backend, connection, token, cancellation),
            self._on_folder,
            key="owner",
            cancellation=cancellation,
        )

    def _on_folder(self, folder: SharedFolder | None) -> None:
        if folder is not None:
            self.add_folders((folder,))


def _folder_with(
    file_id: str, backend: Backend, connection: Connection, token: str | None, cancellation: Cancellation
) -> SharedFolder | None:
    def is_wanted(folder: SharedFolder) -> bool:
        return folder.share_folder_file_id == file_id

    kept = backend.kept_lookups(connection)
    for query_type in QueryType:
        found = next(filter(is_wanted, kept.shared_folders(query_type) or ()), None)
        if found is not None:
            return found
    if token is None:
        return None
    return backend.lookups(connection, token).find_shared_folder(
        is_wanted, most_pages=_MOST_PAGES, cancellation=cancellation
    )
