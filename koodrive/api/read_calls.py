"""The calls of the service that only read, as typed methods; they may be repeated, as a `Retry` says.

Follows ListShareFolder, GetShareFolderMetadata, InviteList, ListAlbums, ListAlbumContent, GetSpace and
getPersonalFiles.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from koodrive.api import content_responses, list_responses, serialization
from koodrive.api.serialization import (
    ALBUM,
    ALBUM_LIST,
    INDIVIDUAL_FILES,
    INVITE_LIST,
    SHARED_FOLDER_LIST,
    SHARED_FOLDER_METADATA,
    SPACE,
)
from koodrive.api.transport import ApiRequest
from koodrive.models import QueryType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from koodrive.api.rehearsal import RehearsalTransport
    from koodrive.api.responses import ApiResponse
    from koodrive.api.retry import Retry
    from koodrive.api.transport import Transport
    from koodrive.core.deadline import Cancellation
    from koodrive.models import (
        Album,
        AlbumContent,
        AlbumKind,
        AlbumType,
        File,
        FolderPage,
        Invite,
        ListPage,
        SharedFolder,
        Space,
    )

T = TypeVar("T")

ROOT_FOLDER = "root"
"""The `parentFileId` of the folders at the top of a space."""
_INDIVIDUAL = "1"
_FOLDERS_ONLY = "10"


class ReadCalls:
    """The calls of one user that only read.

    All raise NotSentError, RefusedError, or OutcomeUnknownError when no trustworthy response came.

    Args:
        transport: Sends them.
        user_id: The user's ID on KooDrive.
        retry: When they are repeated.
    """

    def __init__(self, transport: Transport, user_id: str, retry: Retry) -> None:
        self._transport: Transport | RehearsalTransport = transport
        self._user_id = user_id
        self._retry = retry

    def probe(self, cancellation: Cancellation | None = None) -> None:
        """Check that the service accepts the token, the user and the time, with a read call.

        Args:
            cancellation: Ends the call within a second when it is cancelled.
        """
        parameters = {"offset": 0, "limit": 1}
        self._get(SHARED_FOLDER_LIST, parameters, cancellation, list_responses.require_shared_folders)

    def list_shared_folders(
        self,
        *,
        offset: int = 0,
        limit: int = 100,
        key_word: str = "",
        query_type: QueryType = QueryType.CREATED_BY_ME,
        cancellation: Cancellation | None = None,
    ) -> ListPage[SharedFolder]:
        """Return one page of the user's shared folders (ListShareFolder).

        Args:
            offset: Number of rows to skip.
            limit: 1 to 1000.
            key_word: Text to search for, up to 32 characters; empty for all.
            query_type: Folders that the user created, joined, or both.
            cancellation: Ends the call within a second when it is cancelled.
        """
        parameters: dict[str, int | str] = {"offset": offset, "limit": limit, "queryType": int(query_type)}
        if key_word:
            parameters["keyWord"] = key_word
        return self._get(SHARED_FOLDER_LIST, parameters, cancellation, list_responses.shared_folder_page)

    def list_albums(
        self,
        *,
        album_type: AlbumType,
        album_kind: AlbumKind,
        group_id: str | None = None,
        page_size: int = 100,
        page_number: int = 1,
        cancellation: Cancellation | None = None,
    ) -> ListPage[Album]:
        """Return one page of the albums of one type and kind (ListAlbums).

        Args:
            album_type: Collection or manual.
            album_kind: Personal or shared.
            group_id: Only the albums of this shared folder's group.
            page_size: 1 to 100.
            page_number: From 1 on.
            cancellation: Ends the call within a second when it is cancelled.
        """
        parameters: dict[str, int | str] = {"albumKind": int(album_kind), "albumType": int(album_type)}
        if group_id is not None:
            parameters["groupId"] = group_id
        parameters |= {"pageSize": page_size, "pageNum": page_number}
        return self._get(ALBUM_LIST, parameters, cancellation, list_responses.album_page)

    def get_spaces(
        self, container_id: str = "", cancellation: Cancellation | None = None
    ) -> tuple[Space, ...]:
        """Return the user's individual spaces (GetSpace).

        Args:
            container_id: ID of one space; the service requires it of a user with several.
            cancellation: Ends the call within a second when it is cancelled.
        """
        parameters = {"type": _INDIVIDUAL} | ({"containerId": container_id} if container_id else {})
        path = f"{SPACE}/{quote(self._user_id, safe='')}"
        return self._get(path, parameters, cancellation, list_responses.spaces)

    def list_folders(
        self,
        *,
        container_id: str,
        parent_folder_id: str = ROOT_FOLDER,
        page_cursor: str = "",
        page_size: int = 100,
        cancellation: Cancellation | None = None,
    ) -> FolderPage:
        """Return one page of the folders in a folder of a space (getPersonalFiles).

        An empty page may have a next one.

        Args:
            container_id: ID of the space.
            parent_folder_id: ID of the parent folder; `ROOT_FOLDER` for the top of the space.
            page_cursor: The `next_cursor` of the page before; empty for the first.
            page_size: 1 to 100.
            cancellation: Ends the call within a second when it is cancelled.
        """
        body = _files_body(container_id, parent_folder_id, page_cursor, page_size)
        body["fileType"] = _FOLDERS_ONLY
        call = ApiRequest("POST", INDIVIDUAL_FILES, body=json.dumps(body), reads=True)
        return self._read(call, cancellation, list_responses.folder_page)

    def list_album_content(
        self,
        album_id: str,
        *,
        page_cursor: str = "",
        page_size: int = 100,
        cancellation: Cancellation | None = None,
    ) -> ListPage[AlbumContent]:
        """Return one page of the pictures and videos of an album (ListAlbumContent).

        Args:
            album_id: ID of the album.
            page_cursor: The `next_cursor` of the page before; empty for the first.
            page_size: 1 to 100.
            cancellation: Ends the call within a second when it is cancelled.
        """
        parameters: dict[str, int | str] = {"pageSize": page_size}
        if page_cursor:
            parameters["pageCursor"] = page_cursor
        path = f"{ALBUM}/{quote(album_id, safe='')}/list"
        return self._get(path, parameters, cancellation, content_responses.album_content_page)

    def shared_folder_metadata(
        self, folder_id: str, cancellation: Cancellation | None = None
    ) -> SharedFolder:
        """Return one shared folder (GetShareFolderMetadata).

        Args:
            folder_id: Its primary key.
            cancellation: Ends the call within a second when it is cancelled.
        """
        path = f"{SHARED_FOLDER_METADATA}/{quote(folder_id, safe='')}"
        return self._get(path, {}, cancellation, content_responses.shared_folder)

    def list_invites(self, group_id: str, cancellation: Cancellation | None = None) -> ListPage[Invite]:
        """Return the invitations to the group of a shared folder (InviteList), which has no pages.

        Args:
            group_id: ID of the group.
            cancellation: Ends the call within a second when it is cancelled.
        """
        path = f"{INVITE_LIST}/{quote(group_id, safe='')}"
        return self._get(path, {}, cancellation, content_responses.invite_page)

    def list_files(
        self,
        *,
        container_id: str,
        parent_folder_id: str,
        page_cursor: str = "",
        page_size: int = 100,
        cancellation: Cancellation | None = None,
    ) -> ListPage[File]:
        """Return one page of the files and folders in a folder (getPersonalFiles without a `fileType`).

        For a shared folder, that is its `share_folder_file_id` in its `container_id`. That this call looks into shared
        folders is inferred from what GetShareFolderMetadata gives; which ID the header `x-hw-share-folder-id` of Search
        would take is not said, so it is not sent. An empty page may have a next one.

        Args:
            container_id: ID of the space.
            parent_folder_id: File ID of the folder.
            page_cursor: The `next_cursor` of the page before; empty for the first.
            page_size: 1 to 100.
            cancellation: Ends the call within a second when it is cancelled.
        """
        body = _files_body(container_id, parent_folder_id, page_cursor, page_size)
        call = ApiRequest("POST", INDIVIDUAL_FILES, body=json.dumps(body), reads=True)
        return self._read(call, cancellation, content_responses.file_page)

    def _get(
        self,
        path: str,
        parameters: Mapping[str, int | str],
        cancellation: Cancellation | None,
        parse: Callable[[ApiResponse], T],
    ) -> T:
        return self._read(ApiRequest("GET", path, parameters, reads=True), cancellation, parse)

    def _read(
        self, call: ApiRequest, cancellation: Cancellation | None, parse: Callable[[ApiResponse], T]
    ) -> T:
        return self._retry.run(
            lambda: self._transport.send(call, serialization.new_trace_id(), cancellation, parse),
            cancellation,
        )


def _files_body(
    container_id: str, parent_folder_id: str, page_cursor: str, page_size: int
) -> dict[str, object]:
    page_info = {"pageSize": page_size} | ({"pageCursor": page_cursor} if page_cursor else {})
    return {"pageInfo": page_info, "containerId": container_id, "parentFileId": parent_folder_id}
