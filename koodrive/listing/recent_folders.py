"""The folders that the user has chosen last at one connection, for the top of the pickers."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal.lookup_cache import RECENT
from koodrive.listing.lookup_cache import rows_from_text, text_of_rows
from koodrive.models import RequestKind, SharedFolder

if TYPE_CHECKING:
    from koodrive.journal import Journal
    from koodrive.models import Connection

RECENT_LIMIT = 5
"""Most folders of a kind that are remembered."""
_SHARED_FOLDERS = f"{RECENT}sharedFolders"
_PARENT_FOLDERS = f"{RECENT}parentFolders"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ParentFolder:
    """A folder of a space in which folders were chosen."""

    container_id: str
    """The space."""
    folder_id: str
    path: tuple[str, ...]
    """Names of the folders on the way to it from the top of the space, its own the last."""


class RecentFolders:
    """Remembers chosen folders in the history; every method blocks.

    A history that cannot be used remembers nothing.

    Args:
        connection: Service and user whose folders they are.
        journal: The history.
    """

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._table, self._attempts = journal.lookup_cache, journal.attempts

    def shared_folders(self) -> tuple[SharedFolder, ...]:
        """Return the shared folders that were chosen last, the newest first, without those that were taken back."""
        chosen = rows_from_text(self._load(_SHARED_FOLDERS), SharedFolder) or ()
        try:
            gone = self._attempts.taken_back_ids(
                self._connection, RequestKind.SHARED_FOLDER, [folder.id for folder in chosen]
            )
        except JournalError as error:
            _log.warning("which recent folders were taken back could not be read: %s", error.title)
            return chosen
        return tuple(folder for folder in chosen if folder.id not in gone)

    def add_shared_folder(self, folder: SharedFolder) -> None:
        """Remember that `folder` was chosen."""
        others = [other for other in self.shared_folders() if other.id != folder.id]
        self._save(_SHARED_FOLDERS, text_of_rows([folder, *others][:RECENT_LIMIT]))

    def parent_folders(self) -> tuple[ParentFolder, ...]:
        """Return the parent folders that were used last, the newest first; of all spaces."""
        try:
            rows = json.loads(self._load(_PARENT_FOLDERS))
            return tuple(_parent_folder(row) for row in rows)
        except (ValueError, TypeError, KeyError, RecursionError):
            # Others may have changed the history.
            return ()

    def add_parent_folder(self, folder: ParentFolder) -> None:
        """Remember that folders in `folder` were chosen."""
        key = (folder.container_id, folder.folder_id)
        others = [one for one in self.parent_folders() if (one.container_id, one.folder_id) != key]
        rows = [asdict(one) for one in (folder, *others)]
        self._save(_PARENT_FOLDERS, json.dumps(rows[:RECENT_LIMIT]))

    def _load(self, question: str) -> str:
        try:
            last = self._table.last(self._connection, question)
        except JournalError as error:
            _log.warning("the recent folders could not be read: %s", error.title)
            return "[]"
        return "[]" if last is None else last[0]

    def _save(self, question: str, text: str) -> None:
        try:
            self._table.save(self._connection, question, text)
        except JournalError as error:
            _log.warning("a recent folder could not be remembered: %s", error.title)


def _parent_folder(row: dict[str, object]) -> ParentFolder:
    container_id, folder_id, path = row["container_id"], row["folder_id"], row["path"]
    texts = (container_id, folder_id, *path) if isinstance(path, list) and path else (None,)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return ParentFolder(str(container_id), str(folder_id), tuple(str(name) for name in texts[2:]))
