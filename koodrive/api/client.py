"""KooDriveClient: the calls of the service as typed methods.

A create is exactly one POST. Read calls may be repeated, as a `Retry` says.
Follows create-album, create-shared-folder, ListShareFolder, ListAlbums, GetSpace and getPersonalFiles.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from koodrive.api import create_responses, list_responses, serialization
from koodrive.api.auth import AuthorizationFormat, authorization, check_credentials
from koodrive.api.auth_headers import AppSignatureAuth, TokenAuth
from koodrive.api.rehearsal import RehearsalTransport
from koodrive.api.retry import ONCE, Retry
from koodrive.api.serialization import (
    ALBUM_LIST,
    INDIVIDUAL_FILES,
    SHARED_FOLDER_LIST,
    SPACE,
    NumberForm,
    PreparedRequest,
    TraceIdHeader,
)
from koodrive.api.signing import key_from_text
from koodrive.api.tokens import secrets_of
from koodrive.api.transport import ApiRequest, Transport
from koodrive.errors import InvalidRequestError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from koodrive.models import CreateAlbum, CreateRequest, CreateSharedFolder, QueryType

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping
    from types import UnionType

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
        FolderPage,
        ListPage,
        SharedFolder,
        Space,
    )
    from koodrive.network.proxy import ProxySettings

T = TypeVar("T")

ROOT_FOLDER = "root"
"""The `parentFileId` of the folders at the top of a space."""
_INDIVIDUAL = "1"
_FOLDERS_ONLY = "10"


class KooDriveClient:
    """Client of one service for one user; thread-safe.

    Calls that only read are repeated as `retry` says, and raise NotSentError, RefusedError, or OutcomeUnknownError when
    no trustworthy response came.

    Args:
        base_url: The service address, ``https`` (``http`` for loopback addresses only).
        user_id: The user's ID on KooDrive, for `X-User-Id`.
        token: The access token, without a prefix unless `authorization_format` is ``AS_IS``; for ``APP_SIGNATURE`` the
            text of an `koodrive.api.signing.AppKey`.
        authorization_format: Form of the token in the `Authorization` header.
        language: Value of the `language` header, see `koodrive.api.serialization.language_header`.
        number_form: The wire type of `type` and `albumKind`.
        trace_id_header: Whether requests carry X-Traceid.
        clock: The service's time; share one per service address.
        timeouts: Time limits of a call.
        ssl_context: Trusted authorities; by default those of the operating system. It cannot switch verification off.
        ca_file: A PEM file with authorities to trust besides; not together with `ssl_context`.
        proxy: Proxy to use; by default none, whatever the environment says.
        retry: Retry policy of read calls; by default they are not repeated.
        token_expiry: Updated when the service accepts or rejects the token.

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
        number_form: NumberForm | str = NumberForm.INTEGER,
        trace_id_header: TraceIdHeader | str = TraceIdHeader.SENT,
        clock: ServerClock | None = None,
        timeouts: Timeouts | None = None,
        ssl_context: ssl.SSLContext | None = None,
        ca_file: str = "",
        proxy: ProxySettings | None = None,
        retry: Retry = ONCE,
        token_expiry: TokenExpiry | None = None,
    ) -> None:
        if problems := check_credentials(token or "", user_id or "", authorization_format, language):
            message = next(iter(problems.values())).message
            raise InvalidRequestError(Message("The connection cannot be used yet"), message, problems)
        for secret in secrets_of(token):
            SECRETS.register(secret)
        self._trace_id_header = TraceIdHeader(trace_id_header)
        self._transport: Transport | RehearsalTransport = Transport(
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
        self._number_form = NumberForm(number_form)
        self._retry = retry

    @property
    def base_url(self) -> str:
        """The service address, in its normal form."""
        return self._transport.base_url

    def preconnect(self, count: int) -> None:
        """Keep connections open ahead of the calls that will use them, each for one call.

        Args:
            count: How many, 0 to `koodrive.network.preconnect.MOST`; 0 closes those that are left.
        """
        self._transport.preconnect(count)

    @property
    def clock(self) -> ServerClock:
        """The service's time, as learned from its answers."""
        return self._transport.clock

    def __repr__(self) -> str:
        return f"KooDriveClient(base_url={self.base_url!r}, user_id={self._user_id!r})"

    def rehearsal(self) -> KooDriveClient:
        """Return a client that does all that this one does, but sends no create: those get made-up IDs."""
        cut = copy.copy(self)
        if isinstance(self._transport, Transport):
            cut._transport = RehearsalTransport(self._transport)  # noqa: SLF001 - of its own class
        return cut

    def create_album(
        self, request: CreateAlbum, *, trace_id: str | None = None, cancellation: Cancellation | None = None
    ) -> CreatedAlbum:
        """Create one album, with exactly one POST (create-album).

        Args:
            request: The album.
            trace_id: The X-Traceid to send, from `koodrive.api.serialization.new_trace_id`; by default a new one.
            cancellation: Ends the call within a second when it is cancelled.

        Raises:
            InvalidRequestError: When `request` breaks a rule; nothing was sent.
            NotSentError: When it cannot have reached the service.
            RefusedError: When the service says that it did not create it.
            OutcomeUnknownError: When it may or may not have been created.
        """
        prepared = self.prepare(request, trace_id=trace_id, kind=CreateAlbum)
        return self._post(prepared, cancellation, create_responses.created_album)

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
        prepared = self.prepare(request, trace_id=trace_id, kind=CreateSharedFolder)
        return self._post(prepared, cancellation, create_responses.created_shared_folder)

    def prepare(
        self,
        request: CreateRequest,
        *,
        trace_id: str | None = None,
        kind: type[CreateRequest] | UnionType = CreateRequest,
    ) -> PreparedRequest:
        """Validate and serialise `request` for `send`; sends nothing.

        Args:
            request: The album or shared folder.
            trace_id: The X-Traceid to send; by default a new one.
            kind: The class that `request` must have.

        Raises:
            InvalidRequestError: When `request` breaks a rule.
        """
        serialization.require_valid(request, kind)
        return PreparedRequest(
            request,
            serialization.endpoint(request),
            serialization.to_json(request, self._number_form),
            serialization.new_trace_id(self._trace_id_header) if trace_id is None else trace_id,
        )

    def send(
        self, prepared: PreparedRequest, *, cancellation: Cancellation | None = None
    ) -> CreatedAlbum | CreatedSharedFolder:
        """Send a prepared create, with exactly one POST of exactly its body.

        Args:
            prepared: From `prepare`.
            cancellation: Ends the call within a second when it is cancelled.

        Raises:
            KoodriveError: The errors of `create_album`, except `InvalidRequestError`.
        """
        if isinstance(prepared.request, CreateAlbum):
            return self._post(prepared, cancellation, create_responses.created_album)
        return self._post(prepared, cancellation, create_responses.created_shared_folder)

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
        page_info = {"pageSize": page_size} | ({"pageCursor": page_cursor} if page_cursor else {})
        body = {
            "pageInfo": page_info,
            "containerId": container_id,
            "parentFileId": parent_folder_id,
            "fileType": _FOLDERS_ONLY,
        }
        call = ApiRequest("POST", INDIVIDUAL_FILES, body=json.dumps(body), reads=True)
        return self._read(call, cancellation, list_responses.folder_page)

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

    def _post(
        self, prepared: PreparedRequest, cancellation: Cancellation | None, parse: Callable[[ApiResponse], T]
    ) -> T:
        call = ApiRequest("POST", prepared.path, body=prepared.body, creates=True)
        return self._transport.send(call, prepared.trace_id, cancellation, parse)


def _auth(token: str, user_id: str, form: AuthorizationFormat, language: str) -> Auth:
    key = key_from_text(token) if form is AuthorizationFormat.APP_SIGNATURE else None
    if key is not None:
        return AppSignatureAuth(key, user_id, language)
    return TokenAuth(authorization(token, form), token, user_id, language)
