"""KooDriveClient: the calls of the service as typed methods.

A create is exactly one POST. What only reads may be repeated, as a `Retry` says.
Follows create-album, create-shared-folder, ListShareFolder, ListAlbums, GetSpace and getPersonalFiles.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from koodrive.api import list_responses, responses, serialization
from koodrive.api.auth import AuthorizationFormat, authorization, check_credentials
from koodrive.api.auth_headers import AppSignatureAuth, TokenAuth
from koodrive.api.retry import ONCE, Retry
from koodrive.api.signing import key_from_text
from koodrive.api.tokens import secrets_of
from koodrive.api.transport import ApiRequest, Transport
from koodrive.errors import InvalidRequestError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from koodrive.models import CreateAlbum, CreateSharedFolder, QueryType

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from koodrive.api.auth_headers import Auth
    from koodrive.api.responses import ApiResponse
    from koodrive.api.token_expiry import TokenExpiry
    from koodrive.api.transport import Timeouts
    from koodrive.clock.server_clock import ServerClock
    from koodrive.core.deadline import Cancellation
    from koodrive.models import (
        Album,
        AlbumKind,
        AlbumType,
        CreatedAlbum,
        CreatedSharedFolder,
        CreateRequest,
        FolderPage,
        ListPage,
        SharedFolder,
        Space,
    )
    from koodrive.network.proxy import ProxySettings
    from koodrive.rules.problems import Problems

T = TypeVar("T")

ROOT_FOLDER = "root"
"""The `parentFileId` of what lies at the top of a space."""
_INDIVIDUAL = "1"
_FOLDERS_ONLY = "10"


class KooDriveClient:
    """Calls the service as one user; safe to use from several threads at once.

    Args:
        base_url: The service address, ``https`` (``http`` for loopback addresses only).
        user_id: The user's ID on KooDrive, for `X-User-Id`.
        token: The access token, without a prefix unless `authorization_format` is ``AS_IS``; for ``APP_SIGNATURE`` the
            text of an `koodrive.api.signing.AppKey`.
        authorization_format: How the token stands in the `Authorization` header.
        language: As the service shall read it, see `koodrive.api.serialization.language_header`.
        number_form: The wire type of `type` and `albumKind`.
        trace_id_header: Whether requests carry X-Traceid.
        clock: The service's time; share one per service address.
        timeouts: How long a call may take.
        ssl_context: Who is trusted; by default what the operating system trusts. It cannot switch verification off.
        ca_file: A PEM file with authorities to trust besides; not together with `ssl_context`.
        proxy: How to get there; by default without one, whatever the environment says.
        retry: How calls that only read are repeated; by default they are not.
        token_expiry: Is told whether the service still accepts the token.

    Raises:
        AddressError: When `base_url` cannot be used.
        InvalidRequestError: When the token or the user ID cannot stand in a header.
    """

    def __init__(
        self,
        *,
        base_url: str,
        user_id: str,
        token: str,
        authorization_format: AuthorizationFormat | str = AuthorizationFormat.BEARER,
        language: str = serialization.LANGUAGES[0],
        number_form: serialization.NumberForm | str = serialization.NumberForm.INTEGER,
        trace_id_header: serialization.TraceIdHeader | str = serialization.TraceIdHeader.SENT,
        clock: ServerClock | None = None,
        timeouts: Timeouts | None = None,
        ssl_context: ssl.SSLContext | None = None,
        ca_file: str = "",
        proxy: ProxySettings | None = None,
        retry: Retry = ONCE,
        token_expiry: TokenExpiry | None = None,
    ) -> None:
        _require_no_problems(check_credentials(token or "", user_id or "", authorization_format, language))
        for secret in secrets_of(token):
            SECRETS.register(secret)
        self._trace_id_header = serialization.TraceIdHeader(trace_id_header)
        self._transport = Transport(
            base_url=base_url,
            auth=_auth(token, str(user_id), AuthorizationFormat(authorization_format), language),
            clock=clock,
            timeouts=timeouts,
            ssl_context=ssl_context,
            ca_file=ca_file,
            proxy=proxy,
            token_expiry=token_expiry,
            trace_id_header=self._trace_id_header,
        )
        self._user_id = str(user_id)
        self._number_form = serialization.NumberForm(number_form)
        self._retry = retry

    @property
    def base_url(self) -> str:
        """The service address, in its normal form."""
        return self._transport.base_url

    @property
    def clock(self) -> ServerClock:
        """The service's time, as learned from its answers."""
        return self._transport.clock

    def __repr__(self) -> str:
        return f"KooDriveClient(base_url={self.base_url!r}, user_id={self._user_id!r})"

    def create_album(
        self,
        request: CreateAlbum,
        *,
        trace_id: str | None = None,
        cancellation: Cancellation | None = None,
    ) -> CreatedAlbum:
        """Create one album, with exactly one POST (create-album).

        Args:
            request: What to create.
            trace_id: The X-Traceid to send, from `koodrive.api.serialization.new_trace_id`; by default a new one.
            cancellation: Ends the call within a second when it is cancelled.

        Raises:
            InvalidRequestError: When `request` breaks a rule; nothing was sent.
            NotSentError: When it cannot have reached the service.
            RefusedError: When the service says that it did not create it.
            OutcomeUnknownError: When it may or may not have been created.
        """
        serialization.require_valid(request, CreateAlbum)
        return self._send(self._prepared(request, trace_id), cancellation, responses.created_album)

    def create_shared_folder(
        self,
        request: CreateSharedFolder,
        *,
        trace_id: str | None = None,
        cancellation: Cancellation | None = None,
    ) -> CreatedSharedFolder:
        """Create one shared folder, with exactly one POST (create-shared-folder).

        Arguments and errors are those of `create_album`.
        """
        serialization.require_valid(request, CreateSharedFolder)
        return self._send(self._prepared(request, trace_id), cancellation, responses.created_shared_folder)

    def prepare(
        self, request: CreateRequest, *, trace_id: str | None = None
    ) -> serialization.PreparedRequest:
        """Return `request` as `send` sends it, validated and serialised; sends nothing.

        Args:
            request: What to create.
            trace_id: As for `create_album`.

        Raises:
            InvalidRequestError: When `request` breaks a rule.
        """
        serialization.require_valid(request)
        return self._prepared(request, trace_id)

    def send(
        self, prepared: serialization.PreparedRequest, *, cancellation: Cancellation | None = None
    ) -> CreatedAlbum | CreatedSharedFolder:
        """Create what was prepared, with exactly one POST of exactly that body.

        Args:
            prepared: From `prepare`.
            cancellation: As for `create_album`.

        Raises:
            KoodriveError: As for `create_album`.
        """
        if isinstance(prepared.request, CreateAlbum):
            return self._send(prepared, cancellation, responses.created_album)
        return self._send(prepared, cancellation, responses.created_shared_folder)

    def probe(self, cancellation: Cancellation | None = None) -> None:
        """Find out whether the service accepts the token, the user and the time, with a call that changes nothing.

        Args:
            cancellation: As for `create_album`.

        Raises:
            NotSentError: When the service cannot be reached.
            RefusedError: When it does not accept them.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        parameters = {"offset": 0, "limit": 1}
        self._list(
            serialization.SHARED_FOLDER_LIST, parameters, cancellation, list_responses.require_shared_folders
        )

    def list_shared_folders(
        self,
        *,
        offset: int = 0,
        limit: int = 100,
        key_word: str = "",
        query_type: QueryType = QueryType.CREATED_BY_ME,
        cancellation: Cancellation | None = None,
    ) -> tuple[SharedFolder, ...]:
        """Return the rows of `shared_folder_page`, whose arguments and errors it has."""
        return self.shared_folder_page(
            offset=offset,
            limit=limit,
            key_word=key_word,
            query_type=query_type,
            cancellation=cancellation,
        ).rows

    def shared_folder_page(
        self,
        *,
        offset: int = 0,
        limit: int = 100,
        key_word: str = "",
        query_type: QueryType = QueryType.CREATED_BY_ME,
        cancellation: Cancellation | None = None,
    ) -> ListPage[SharedFolder]:
        """Return one page of the user's shared folders (ListShareFolder).

        It changes nothing, so it may be repeated.

        Args:
            offset: How many to pass over.
            limit: 1 to 1000.
            key_word: What the service shall look for, up to 32 characters; empty for everything.
            query_type: Whose folders.
            cancellation: As for `create_album`.

        Raises:
            NotSentError: When the service cannot be reached.
            RefusedError: When the service refused to list them.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        parameters: dict[str, int | str] = {"offset": offset, "limit": limit, "queryType": int(query_type)}
        if key_word:
            parameters["keyWord"] = key_word
        return self._page(
            serialization.SHARED_FOLDER_LIST, parameters, cancellation, list_responses.shared_folder_page
        )

    def list_albums(
        self,
        *,
        album_type: AlbumType,
        album_kind: AlbumKind,
        group_id: str | None = None,
        page_size: int = 100,
        page_number: int = 1,
        cancellation: Cancellation | None = None,
    ) -> tuple[Album, ...]:
        """Return the rows of `album_page`, whose arguments and errors it has."""
        return self.album_page(
            album_type=album_type,
            album_kind=album_kind,
            group_id=group_id,
            page_size=page_size,
            page_number=page_number,
            cancellation=cancellation,
        ).rows

    def album_page(
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

        It changes nothing, so it may be repeated.

        Args:
            album_type: Collection or manual.
            album_kind: Personal or shared.
            group_id: Only those of one shared folder's group.
            page_size: 1 to 100.
            page_number: From 1 on.
            cancellation: As for `create_album`.

        Raises:
            NotSentError: When the service cannot be reached.
            RefusedError: When the service refused to list them.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        parameters: dict[str, int | str] = {"albumKind": int(album_kind), "albumType": int(album_type)}
        if group_id is not None:
            parameters["groupId"] = group_id
        parameters |= {"pageSize": page_size, "pageNum": page_number}
        return self._page(serialization.ALBUM_LIST, parameters, cancellation, list_responses.album_page)

    def get_spaces(
        self, container_id: str = "", cancellation: Cancellation | None = None
    ) -> tuple[Space, ...]:
        """Return the user's individual space, or all of them where the service names several (GetSpace).

        It changes nothing, so it may be repeated.

        Args:
            container_id: Which one; the service wants it from a user who has several.
            cancellation: As for `create_album`.

        Raises:
            NotSentError: When the service cannot be reached.
            RefusedError: When the service refused to tell.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        parameters = {"type": _INDIVIDUAL} | ({"containerId": container_id} if container_id else {})
        path = f"{serialization.SPACE}/{quote(self._user_id, safe='')}"
        return self._list(path, parameters, cancellation, list_responses.spaces)

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

        It changes nothing, so it may be repeated. Also an empty page may have a next one.

        Args:
            container_id: The space.
            parent_folder_id: Whose children; `ROOT_FOLDER` for those at the top.
            page_cursor: The `next_cursor` of the page before; empty for the first.
            page_size: 1 to 100.
            cancellation: As for `create_album`.

        Raises:
            NotSentError: When the service cannot be reached.
            RefusedError: When the service refused to list them.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        page_info: dict[str, int | str] = {"pageSize": page_size}
        if page_cursor:
            page_info["pageCursor"] = page_cursor
        body = {
            "pageInfo": page_info,
            "containerId": container_id,
            "parentFileId": parent_folder_id,
            "fileType": _FOLDERS_ONLY,
        }
        call = ApiRequest("POST", serialization.INDIVIDUAL_FILES, body=json.dumps(body))
        return self._read(call, cancellation, list_responses.folder_page)

    def _page(
        self,
        path: str,
        parameters: Mapping[str, int | str],
        cancellation: Cancellation | None,
        read: Callable[[ApiResponse, datetime | None], T],
    ) -> T:
        call = ApiRequest("GET", path, parameters, reads=True)

        def ask() -> T:
            # After that the answer itself tells the time, be it an old one.
            is_known = self.clock.sample is not None and not self.clock.is_uncertain
            asked_at = self.clock.now() if is_known else None
            return self._transport.send(
                call, serialization.new_trace_id(), cancellation, lambda answer: read(answer, asked_at)
            )

        return self._retry.run(ask, cancellation)

    def _list(
        self,
        path: str,
        parameters: Mapping[str, int | str],
        cancellation: Cancellation | None,
        read: Callable[[ApiResponse], T],
    ) -> T:
        return self._read(ApiRequest("GET", path, parameters), cancellation, read)

    def _read(
        self, call: ApiRequest, cancellation: Cancellation | None, read: Callable[[ApiResponse], T]
    ) -> T:
        call = replace(call, reads=True)
        return self._retry.run(
            lambda: self._transport.send(call, serialization.new_trace_id(), cancellation, read),
            cancellation,
        )

    def _prepared(self, request: CreateRequest, trace_id: str | None) -> serialization.PreparedRequest:
        return serialization.PreparedRequest(
            request,
            serialization.endpoint(request),
            serialization.to_json(request, self._number_form),
            serialization.new_trace_id(self._trace_id_header) if trace_id is None else trace_id,
        )

    def _send(
        self,
        prepared: serialization.PreparedRequest,
        cancellation: Cancellation | None,
        read: Callable[[ApiResponse], T],
    ) -> T:
        call = ApiRequest("POST", prepared.path, body=prepared.body, creates=True)
        return self._transport.send(call, prepared.trace_id, cancellation, read)


def _auth(token: str, user_id: str, form: AuthorizationFormat, language: str) -> Auth:
    key = key_from_text(token) if form is AuthorizationFormat.APP_SIGNATURE else None
    if key is not None:
        return AppSignatureAuth(key, user_id, language)
    return TokenAuth(authorization(token, form), token, user_id, language)


def _require_no_problems(problems: Problems) -> None:
    if problems:
        raise InvalidRequestError(
            Message("The connection cannot be used yet"), next(iter(problems.values())).message, problems
        )
