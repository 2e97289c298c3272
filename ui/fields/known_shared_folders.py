"""Finds the shared folder that a file ID means, among those that the service has told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.models import QueryType
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.backend.desk import Desk
    from koodrive.models import Connection, SharedFolder
    from ui.core.tasks import Task
    from ui.session.session import Session

REST_MS = 300
"""How long typing has to rest before somebody looks."""
_MOST_PAGES = 10
_FEWEST_CHARACTERS = 16
"""A file ID has about 33; what is shorter is still being typed."""


class KnownSharedFolders(QObject):
    """Looks among the folders that were seen or kept, then among the first thousand that the service lists.

    Args:
        session: Which connection is in use.
        parent: Owns this object.

    Signals:
        found: The `SharedFolder` whose file ID was wanted last (as object); None where what was found before is
            of another connection.
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = ""
        self._seen: dict[str, SharedFolder] = {}
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look)
        session.current_changed.connect(self._on_current_changed)

    @Slot(object)
    def learn(self, folders: Iterable[SharedFolder]) -> None:
        """Take note of folders that the service has told of; the one that is wanted may be among them."""
        new = {folder.share_folder_file_id: folder for folder in folders if folder.share_folder_file_id}
        self._seen.update(new)
        if self._wanted in new:
            self._abandon()
            self.found.emit(new[self._wanted])

    def want(self, file_id: str) -> None:
        """Look for the folder with `file_id`; `found` follows where there is one. Empty to look no more."""
        if file_id == self._wanted:
            return
        self._abandon()
        self._wanted = file_id
        if file_id in self._seen:
            self.found.emit(self._seen[file_id])
        elif len(file_id) >= _FEWEST_CHARACTERS:
            self._rest.start()

    def _abandon(self) -> None:
        self._rest.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot()
    def _on_current_changed(self) -> None:
        self._seen.clear()
        self.found.emit(None)
        wanted, self._wanted = self._wanted, ""
        self._abandon()
        self.want(wanted)

    @Slot()
    def _look(self) -> None:
        session, file_id = self._session, self._wanted
        connection, token = session.current, session.token
        if connection is None or session.runner.is_closed:
            return
        desk, cancellation = session.desk, Cancellation()
        self._task = session.runner.start(
            # Not on the lane of the pickers, which would wait for all the pages.
            Lane.OWNER,
            lambda: _folder_with(file_id, desk, connection, token, cancellation),
            cancellation=cancellation,
        )
        self._task.succeeded.connect(self._on_looked)
        self._task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_looked(self, folder: SharedFolder | None) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        if folder is not None:
            self.learn((folder,))

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Offer nothing: picking the folder is offered in any case, and tells what is wrong."""
        if self.sender() is self._task:
            self._task = None


def _folder_with(
    file_id: str, desk: Desk, connection: Connection, token: str | None, cancellation: Cancellation
) -> SharedFolder | None:
    def is_wanted(folder: SharedFolder) -> bool:
        return folder.share_folder_file_id == file_id

    kept = desk.kept_lookups(connection)
    for query_type in QueryType:
        found = next(filter(is_wanted, kept.shared_folders(query_type) or ()), None)
        if found is not None:
            return found
    if token is None:
        return None
    return desk.lookups(connection, token).find_shared_folder(
        is_wanted, most_pages=_MOST_PAGES, cancellation=cancellation
    )
