"""Lookups for the pickers: spaces, shared folders and folders, as the service lists them now.

Follows GetSpace, ListShareFolder and getPersonalFiles.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.api.list_responses import ListMissingError
from koodrive.api.read_calls import ROOT_FOLDER
from koodrive.errors import InvalidRequestError, JournalError
from koodrive.listing.lookup_cache import SPACES, folders_question, shared_folders_question, text_of_rows
from koodrive.messages import Message
from koodrive.models import QueryType
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Journal
    from koodrive.listing.lookup_cache import Row
    from koodrive.models import Connection, FolderPage, SharedFolder, Space

KEY_WORD_LIMIT = 32
"""Code points that the service takes of what it shall look for."""

AT_ONCE = 100
"""Rows of one page; each page is read while the window goes on."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SharedFolderPage:
    """One page of shared folders."""

    rows: tuple[SharedFolder, ...]
    next_offset: int | None
    """Offset of the next page; None after an empty one, which alone ends the list."""


class Lookups:
    """Lists spaces and folders, and stores the last good answers and all names in the history.

    Every method blocks. A history that cannot be written makes no answer fail.

    Args:
        client: Sends the requests; belongs to `connection`.
        connection: Service address and user to read as.
        journal: The history that stores answers and names.
    """

    def __init__(self, client: KooDriveClient, connection: Connection, journal: Journal) -> None:
        self._client = client
        self._connection = connection
        self._journal = journal

    def spaces(self, cancellation: Cancellation | None = None) -> tuple[Space, ...]:
        """Return the individual spaces of the connection's user.

        Args:
            cancellation: Ends it within a second.

        Raises:
            KoodriveError: When they could not be had; a service may refuse that of a user who has several.
        """
        spaces = self._client.get_spaces(cancellation=cancellation)
        self._store(SPACES, spaces, {})
        return spaces

    def shared_folders(
        self,
        *,
        key_word: str = "",
        query_type: QueryType = QueryType.ALL,
        offset: int = 0,
        cancellation: Cancellation | None = None,
    ) -> SharedFolderPage:
        """Return one page of shared folders.

        The service may give fewer at once than it was asked for, so there may be more after a short page. A list
        that an answer leaves out is an empty one here, as nothing follows from that but that nothing is shown.

        Args:
            key_word: The text that the service searches for, see `check_key_word`; empty for everything.
            query_type: Created by the user, joined, or all.
            offset: 0, or the `next_offset` of the page before.
            cancellation: Ends it within a second.

        Raises:
            InvalidRequestError: When the key word is too long; nothing was sent.
            KoodriveError: When the page could not be had.
        """
        problem = check_key_word(key_word)
        if problem is not None:
            raise InvalidRequestError(
                Message("This cannot be looked for"), problem.message, {"keyWord": problem}
            )
        try:
            rows = self._client.list_shared_folders(
                offset=offset,
                limit=AT_ONCE,
                key_word=key_word,
                query_type=query_type,
                cancellation=cancellation,
            ).rows
        except ListMissingError:
            # Not kept: it is no good answer to put in the place of a better one.
            return SharedFolderPage((), None)
        is_first = not key_word and offset == 0
        self._store(shared_folders_question(query_type) if is_first else None, rows, _names_of(rows))
        return SharedFolderPage(rows, offset + len(rows) if rows else None)

    def find_shared_folder(
        self,
        is_wanted: Callable[[SharedFolder], bool],
        *,
        key_word: str = "",
        query_type: QueryType = QueryType.ALL,
        most_pages: int,
        cancellation: Cancellation | None = None,
    ) -> SharedFolder | None:
        """Return the first shared folder that is wanted; None where none of those that were read is.

        Args:
            is_wanted: Returns whether a folder is the one.
            key_word: The text that the service searches for; empty for everything.
            query_type: Created by the user, joined, or all.
            most_pages: How many pages are read for it.
            cancellation: Ends it within a second.

        Raises:
            KoodriveError: When a page could not be had.
        """
        offset: int | None = 0
        for _ in range(most_pages):
            if offset is None:
                break
            page = self.shared_folders(
                key_word=key_word, query_type=query_type, offset=offset, cancellation=cancellation
            )
            found = next(filter(is_wanted, page.rows), None)
            if found is not None:
                return found
            offset = page.next_offset
        return None

    def folders(
        self,
        *,
        container_id: str,
        parent_folder_id: str = ROOT_FOLDER,
        page_cursor: str = "",
        cancellation: Cancellation | None = None,
    ) -> FolderPage:
        """Return one page of the folders in a folder of a space; also an empty one may have a next one.

        Args:
            container_id: The space.
            parent_folder_id: Parent of the folders; `koodrive.api.client.ROOT_FOLDER` for the top level.
            page_cursor: Empty, or the `next_cursor` of the page before.
            cancellation: Ends it within a second.

        Raises:
            KoodriveError: When the page could not be had.
        """
        page = self._client.list_folders(
            container_id=container_id,
            parent_folder_id=parent_folder_id,
            page_cursor=page_cursor,
            page_size=AT_ONCE,
            cancellation=cancellation,
        )
        # An empty page with a next one would look like a folder without folders.
        is_first = not page_cursor and (page.folders or page.next_cursor is None)
        question = folders_question(container_id, parent_folder_id) if is_first else None
        self._store(question, page.folders, {folder.folder_id: folder.name for folder in page.folders})
        return page

    def _store(self, question: str | None, rows: Sequence[Row], names: Mapping[str, str]) -> None:
        """Store the answer, where its question is one that is stored, and the names in it."""
        try:
            if question is not None:
                self._journal.lookup_cache.save(self._connection, question, text_of_rows(rows))
            given = {object_id: name for object_id, name in names.items() if name}
            self._journal.names.save(self._connection.service_address, given)
        except JournalError as error:
            _log.warning("an answer could not be cached: %s", error.title)


def check_key_word(text: str) -> Problem | None:
    """Return the problem of a search text; None when the service takes it.

    Args:
        text: The key word, as it stands in a field.
    """
    excess = len(text) - KEY_WORD_LIMIT
    if excess <= 0:
        return None
    return Problem(
        "too_long",
        Message(
            "The service looks for up to {limit} characters. Remove {excess}.",
            limit=KEY_WORD_LIMIT,
            excess=excess,
        ),
    )


def _names_of(rows: Sequence[SharedFolder]) -> dict[str, str]:
    """Return the name of each folder under all IDs that mean it."""
    return {
        object_id: row.name
        for row in rows
        for object_id in (row.id, row.group_id, row.share_folder_file_id)
        if object_id
    }
