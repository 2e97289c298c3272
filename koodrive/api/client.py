"""KooDriveClient: the calls of the service as typed methods.

A create or a delete is exactly one request. Read calls may be repeated, as a `Retry` says.
Follows create-album, create-shared-folder, DeleteAlbum and DeleteShareFolder.
"""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING, TypeVar, overload

from koodrive.api import serialization, write_responses
from koodrive.api.auth import AuthorizationFormat, authorization, check_credentials
from koodrive.api.auth_headers import AppSignatureAuth, TokenAuth
from koodrive.api.read_calls import ReadCalls
from koodrive.api.rehearsal import RehearsalTransport
from koodrive.api.retry import ONCE, Retry
from koodrive.api.serialization import (
    DeleteIdForm,
    NumberForm,
    PreparedDelete,
    PreparedRequest,
    TraceIdHeader,
)
from koodrive.api.signing import key_from_text
from koodrive.api.tokens import secrets_of
from koodrive.api.transport import ApiRequest, Transport
from koodrive.errors import InvalidRequestError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from koodrive.models import (
    Action,
    CreateAlbum,
    CreateRequest,
    CreateSharedFolder,
    DeleteAlbum,
    DeleteRequest,
    DeleteSharedFolder,
)

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from types import UnionType

    from koodrive.api.auth_headers import Auth
    from koodrive.api.responses import ApiResponse
    from koodrive.api.token_expiry import TokenExpiry
    from koodrive.api.transport import Timeouts
    from koodrive.clock.server_clock import ServerClock
    from koodrive.core.deadline import Cancellation
    from koodrive.models import Created, CreatedAlbum, CreatedSharedFolder, Deleted
    from koodrive.network.proxy import ProxySettings

T = TypeVar("T")


class KooDriveClient(ReadCalls):
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
        delete_id_form: The wire type of `id` in DeleteShareFolder.
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
        delete_id_form: DeleteIdForm | str = DeleteIdForm.LIST,
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
        transport = Transport(
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
        super().__init__(transport, str(user_id), retry)
        self._number_form = NumberForm(number_form)
        self._delete_id_form = DeleteIdForm(delete_id_form)

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
        """Return a client that does what this one does, but sends no create, which gets a made-up ID, and no delete."""
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
        return self._send(prepared, cancellation, write_responses.created_album)

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
        return self._send(prepared, cancellation, write_responses.created_shared_folder)

    def delete(
        self, request: DeleteRequest, *, trace_id: str | None = None, cancellation: Cancellation | None = None
    ) -> Deleted:
        """Delete one album or shared folder, with exactly one request (DeleteAlbum, DeleteShareFolder).

        Arguments and errors are those of `create_album`; it does not look at what is in it.
        """
        return self.send(self.prepare(request, trace_id=trace_id), cancellation=cancellation)

    @overload
    def prepare(
        self,
        request: CreateRequest,
        *,
        trace_id: str | None = None,
        kind: type[CreateRequest] | UnionType = CreateRequest,
    ) -> PreparedRequest: ...

    @overload
    def prepare(self, request: DeleteRequest, *, trace_id: str | None = None) -> PreparedDelete: ...

    def prepare(
        self,
        request: CreateRequest | DeleteRequest,
        *,
        trace_id: str | None = None,
        kind: type[CreateRequest] | UnionType = CreateRequest,
    ) -> PreparedRequest | PreparedDelete:
        """Validate and serialise `request` for `send`; sends nothing.

        Args:
            request: The album or shared folder to create or to delete.
            trace_id: The X-Traceid to send; by default a new one.
            kind: The class that the request of a create must have.

        Raises:
            InvalidRequestError: When `request` breaks a rule.
        """
        if trace_id is None:
            trace_id = serialization.new_trace_id(self._trace_id_header)
        if isinstance(request, DeleteAlbum | DeleteSharedFolder):
            serialization.require_deletable(request)
            return PreparedDelete(
                request,
                serialization.method(request),
                serialization.endpoint(request),
                serialization.delete_body(request, self._delete_id_form),
                trace_id,
            )
        serialization.require_valid(request, kind)
        body = serialization.to_json(request, self._number_form)
        return PreparedRequest(request, serialization.endpoint(request), body, trace_id)

    @overload
    def send(self, prepared: PreparedRequest, *, cancellation: Cancellation | None = None) -> Created: ...

    @overload
    def send(self, prepared: PreparedDelete, *, cancellation: Cancellation | None = None) -> Deleted: ...

    def send(
        self, prepared: PreparedRequest | PreparedDelete, *, cancellation: Cancellation | None = None
    ) -> Created | Deleted:
        """Send a prepared create or delete, with exactly one request of exactly its body.

        Args:
            prepared: From `prepare`.
            cancellation: Ends the call within a second when it is cancelled.

        Raises:
            KoodriveError: The errors of `create_album`, except `InvalidRequestError`.
        """
        if isinstance(prepared, PreparedDelete):
            parse = partial(write_responses.deleted, object_id=prepared.request.object_id)
            return self._send(prepared, cancellation, parse)
        if isinstance(prepared.request, CreateAlbum):
            return self._send(prepared, cancellation, write_responses.created_album)
        return self._send(prepared, cancellation, write_responses.created_shared_folder)

    def _send(
        self,
        prepared: PreparedRequest | PreparedDelete,
        cancellation: Cancellation | None,
        parse: Callable[[ApiResponse], T],
    ) -> T:
        is_delete = isinstance(prepared, PreparedDelete)
        call = ApiRequest(
            serialization.method(prepared.request),
            prepared.path,
            body=prepared.body or None,
            action=Action.DELETE if is_delete else Action.CREATE,
        )
        return self._transport.send(call, prepared.trace_id, cancellation, parse)


def _auth(token: str, user_id: str, form: AuthorizationFormat, language: str) -> Auth:
    key = key_from_text(token) if form is AuthorizationFormat.APP_SIGNATURE else None
    if key is not None:
        return AppSignatureAuth(key, user_id, language)
    return TokenAuth(authorization(token, form), token, user_id, language)
