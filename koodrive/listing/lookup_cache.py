"""The last known spaces, shared folders and folders, from the history and without a request."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar

from koodrive.errors import JournalError
from koodrive.models import Folder, SharedFolder, Space

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from koodrive.journal import Journal
    from koodrive.models import Connection, QueryType

Row = Space | SharedFolder | Folder
R = TypeVar("R", Space, SharedFolder, Folder)

SPACES = "spaces"
"""The question what spaces the user has, as the history names it."""

_TOP = "root"
"""`koodrive.api.client.ROOT_FOLDER`; the client would bring `requests`, and this is shown before anything is asked."""

_ALLOWED: dict[str, set[type]] = {
    "str": {str},
    "str | None": {str, type(None)},
    "int | None": {int, type(None)},
}
"""The types of values by the annotations of the models."""

_log = logging.getLogger(__name__)


class LookupCache:
    """The last good answers of `koodrive.listing.lookups.Lookups` for one connection; every method blocks.

    A history that cannot be used knows nothing.

    Args:
        connection: Service address and user of the lookups.
        journal: The history with the answers.
    """

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def spaces(self) -> tuple[Space, ...] | None:
        """Return the user's spaces; None when they are not known."""
        return self._rows(SPACES, Space)

    def shared_folders(self, query_type: QueryType) -> tuple[SharedFolder, ...] | None:
        """Return the first page of the user's shared folders; None when it is not known.

        Args:
            query_type: Created by the user, joined, or all.
        """
        return self._rows(shared_folders_question(query_type), SharedFolder)

    def folders(self, container_id: str, parent_folder_id: str = _TOP) -> tuple[Folder, ...] | None:
        """Return the first page of the folders in a folder; None when it is not known.

        Args:
            container_id: The space.
            parent_folder_id: The parent of the folders.
        """
        return self._rows(folders_question(container_id, parent_folder_id), Folder)

    def names(self, ids: Collection[str]) -> dict[str, str]:
        """Return the names of those of `ids` that are known at this service.

        Args:
            ids: IDs of folders and of shared folders (primary keys, group IDs, file IDs).
        """
        try:
            return self._journal.names.known(self._connection.service_address, ids)
        except JournalError as error:
            _log.warning("the names of IDs could not be read: %s", error.title)
            return {}

    def _rows(self, question: str, model: type[R]) -> tuple[R, ...] | None:
        try:
            last = self._journal.lookup_cache.last(self._connection, question)
        except JournalError as error:
            _log.warning("a cached answer could not be read: %s", error.title)
            return None
        return None if last is None else rows_from_text(last[0], model)


def shared_folders_question(query_type: QueryType) -> str:
    """Return how the history names the question for the first page of shared folders."""
    return f"sharedFolders/{int(query_type)}"


def folders_question(container_id: str, parent_folder_id: str) -> str:
    """Return how the history names the question for the first page of the folders in a folder."""
    return f"folders/{json.dumps([container_id, parent_folder_id])}"


def text_of_rows(rows: Sequence[Row]) -> str:
    """Return rows as the JSON text that the history keeps."""
    return json.dumps([asdict(row) for row in rows])


def rows_from_text(text: str, model: type[R]) -> tuple[R, ...] | None:
    """Return the rows that `text_of_rows` has made `text` of; None for anything else.

    Fields of a newer KooDesk are ignored.

    Args:
        text: From the history, which others may have changed.
        model: What a row is.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, list):
        return None
    rows = [_row(value, model) for value in values]
    known = tuple(row for row in rows if row is not None)
    return known if len(known) == len(rows) else None


def _row(value: Any, model: type[R]) -> R | None:
    if not isinstance(value, dict):
        return None
    types = {field.name: _ALLOWED[str(field.type)] for field in fields(model)}
    known = {name: value[name] for name in types if name in value}
    if not all(type(part) in types[name] for name, part in known.items()):
        return None
    try:
        return model(**known)
    except TypeError:
        # A field that it cannot do without is missing.
        return None
