"""KooDriveClient: the calls of the service as typed methods, and the only file that touches `requests`.

A create is exactly one POST on a connection of its own: no redirects, no retries, a total deadline and a cap on the
answer. Nothing comes from the environment but the system's proxy, for a connection that wants it. Nothing but
`KoodriveError` leaves this file.
Follows create-album, create-shared-folder, ListShareFolder and ListAlbums (KOODRIVE.md, 4.1 and 4.3).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import requests
from requests.adapters import HTTPAdapter

from koodrive import answers, list_answers, wire
from koodrive.address import check_address, normal_address
from koodrive.answers import Answer
from koodrive.auth import AuthorizationFormat, authorization, check_credentials, without_token
from koodrive.clock import ServerClock, explains_refusal
from koodrive.deadline import run_within
from koodrive.errors import (
    AddressError,
    AuthenticationError,
    InvalidRequestError,
    KoodriveError,
    RefusedError,
)
from koodrive.exchange import TRACKED_CONNECTIONS, Exchange
from koodrive.exchange_log import logged
from koodrive.failures import AnswerTooLargeError, failure
from koodrive.models import CreateAlbum, CreateSharedFolder
from koodrive.proxies import ProxyChoice
from koodrive.redaction import KNOWN
from koodrive.trust import client_context
from koodrive.version import VERSION
from koodrive.wording import Sentence

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from koodrive.deadline import Cancellation
    from koodrive.models import (
        Album,
        AlbumKind,
        AlbumType,
        CreatedAlbum,
        CreatedSharedFolder,
        CreateRequest,
        SharedFolder,
    )
    from koodrive.proxies import Proxy
    from koodrive.rules import Problems

T = TypeVar("T")

ANSWER_CAP_BYTES = 1024 * 1024
_CHUNK_BYTES = 64 * 1024
_CREATED_BY_ME = 1


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long a call may take, in seconds.

    `total` bounds everything, however slowly the answer drips in.
    """

    connect: float = 10.0
    total: float = 60.0


class _Session(requests.Session):
    """A session that takes nothing from the environment and does not even look where a redirect leads."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002 - as the base class has it
        # Also with allow_redirects=False the base class would read the whole answer to prepare the next request.
        return None


class _ExchangeAdapter(HTTPAdapter):
    """Makes the connections of one exchange, straight or through a proxy."""

    def __init__(self, exchange: Exchange, context: ssl.SSLContext, proxy: Proxy | None) -> None:
        self._exchange = exchange
        self._proxy = proxy
        self._context = context
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)

    def cert_verify(self, conn: Any, *_ignored: Any) -> None:
        # The base class would add the certificates that ship with requests to those of the system.
        conn.cert_reqs = "CERT_REQUIRED"

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = functools.partial(
            TRACKED_CONNECTIONS[pool.scheme], exchange=self._exchange, route=self._proxy
        )
        return pool


class KooDriveClient:
    """Calls the service as one user; safe to use from several threads at once.

    Args:
        base_url: The service address, ``https`` (``http`` for loopback addresses only).
        user_id: The user's ID on KooDrive, for `X-User-Id`.
        token: The access token, without a prefix unless `authorization_format` is ``AS_IS``.
        authorization_format: How the token stands in the `Authorization` header.
        language: One of `koodrive.wire.LANGUAGES`.
        clock: The service's time; share one per service address.
        timeouts: How long a call may take.
        ssl_context: Who is trusted; by default what the operating system trusts. It cannot switch verification off.
        ca_file: A PEM file with authorities to trust besides; not together with `ssl_context`.
        proxy: How to get there; by default without one, whatever the environment says.

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
        language: str = wire.LANGUAGES[0],
        clock: ServerClock | None = None,
        timeouts: Timeouts | None = None,
        ssl_context: ssl.SSLContext | None = None,
        ca_file: str = "",
        proxy: ProxyChoice | None = None,
    ) -> None:
        problem = check_address(str(base_url))
        if problem is not None:
            raise AddressError(Sentence("The service address cannot be used"), problem.message)
        self._base_url = normal_address(base_url)
        _require_no_problems(check_credentials(token or "", user_id or "", authorization_format, language))
        KNOWN.learn(token)
        self._token = token
        self._authorization = authorization(token, AuthorizationFormat(authorization_format))
        self._user_id = str(user_id)
        self._language = language
        self._clock = clock or ServerClock()
        self._timeouts = timeouts or Timeouts()
        self._context = ssl_context
        self._ca_file = ca_file
        self._proxy = proxy or ProxyChoice()

    @property
    def clock(self) -> ServerClock:
        """The service's time, as learned from its answers."""
        return self._clock

    def __repr__(self) -> str:
        return f"KooDriveClient(base_url={self._base_url!r}, user_id={self._user_id!r})"

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
            trace_id: The X-Traceid to send, 58 characters; by default a new one.
            cancellation: Ends the call within a second when it is cancelled.

        Raises:
            InvalidRequestError: When `request` breaks a rule; nothing was sent.
            NotSentError: When it cannot have reached the service.
            RefusedError: When the service says that it did not create it.
            OutcomeUnknownError: When it may or may not have been created.
        """
        wire.require_valid(request, CreateAlbum)
        return self._create(request, trace_id, cancellation, answers.created_album)

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
        wire.require_valid(request, CreateSharedFolder)
        return self._create(request, trace_id, cancellation, answers.created_shared_folder)

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
        self._list(wire.SHARED_FOLDER_LIST, parameters, cancellation, list_answers.accepted_shared_folders)

    def list_shared_folders(
        self, *, offset: int = 0, limit: int = 100, cancellation: Cancellation | None = None
    ) -> tuple[SharedFolder, ...]:
        """Return one page of the shared folders that the user has created (ListShareFolder).

        It changes nothing, so it may be repeated.

        Args:
            offset: How many to pass over.
            limit: 1 to 1000.
            cancellation: As for `create_album`.

        Raises:
            NotSentError: When the service cannot be reached.
            RefusedError: When the service refused to list them.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        parameters = {"offset": offset, "limit": limit, "queryType": _CREATED_BY_ME}
        return self._list(wire.SHARED_FOLDER_LIST, parameters, cancellation, list_answers.shared_folders)

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
        return self._list(wire.ALBUM_LIST, parameters, cancellation, list_answers.albums)

    def _list(
        self,
        path: str,
        parameters: Mapping[str, int | str],
        cancellation: Cancellation | None,
        read: Callable[[Answer], T],
    ) -> T:
        query = requests.Request("GET", "", params=dict(parameters))
        return self._call(query, path, wire.new_trace_id(), cancellation, read)

    def _create(
        self,
        request: CreateRequest,
        trace_id: str | None,
        cancellation: Cancellation | None,
        read: Callable[[Answer], T],
    ) -> T:
        post = requests.Request(
            "POST",
            "",
            data=wire.body_of(request).encode(),
            headers={"Content-Type": "application/json"},
        )
        return self._call(post, wire.path_of(request), trace_id or wire.new_trace_id(), cancellation, read)

    @logged
    def _call(
        self,
        request: requests.Request,
        path: str,
        trace_id: str,
        cancellation: Cancellation | None,
        read: Callable[[Answer], T],
    ) -> T:
        """Send one request and return what `read` makes of its answer; only `KoodriveError` leaves."""
        exchange = Exchange(self._clock.elapsed)
        translated: KoodriveError
        try:
            x_date = self._clock.x_date()
            self._address(request, path, trace_id, x_date)
            answer, learned = run_within(
                self._timeouts.total,
                lambda: self._exchange(request, exchange, trace_id),
                cancellation=cancellation,
                abort=exchange.abort,
                name="koodrive-request",
            )
            return read(answer)
        except RefusedError as error:
            if learned and explains_refusal(x_date, self._clock.now()):
                translated = answers.blamed_on_clock(error, self._clock.ahead)
            elif type(error) is AuthenticationError and (self._clock.learned is None or self._clock.in_doubt):
                translated = answers.perhaps_of_clock(error)
            else:
                raise
        except KoodriveError:
            raise
        except Exception as error:  # noqa: BLE001 - the seam: whatever the HTTP stack raises ends here
            translated = failure(
                error, trace_id, has_left=exchange.has_left, creates=request.method == "POST"
            )
        # Raised out here to have no context: exceptions of the HTTP stack hold the headers, and so the token.
        raise translated

    def _address(self, request: requests.Request, path: str, trace_id: str, x_date: str) -> None:
        request.url = self._base_url + path
        request.headers = {
            **(request.headers or {}),
            "Accept": "application/json",
            "User-Agent": f"KooDesk/{VERSION}",
            **wire.headers(
                authorization=self._authorization,
                user_id=self._user_id,
                x_date=x_date,
                trace_id=trace_id,
                language=self._language,
            ),
        }

    def _exchange(self, request: requests.Request, exchange: Exchange, trace_id: str) -> tuple[Answer, bool]:
        # One context for each exchange: truststore lets no other hand-shake begin while one is under way.
        context = self._context or client_context(self._ca_file)
        proxy = self._proxy.route(self._base_url).proxy
        try:
            with _Session() as session:
                for scheme in ("https://", "http://"):
                    session.mount(scheme, _ExchangeAdapter(exchange, context, proxy))
                response = session.send(
                    session.prepare_request(request),
                    stream=True,
                    allow_redirects=False,
                    timeout=(self._timeouts.connect, self._timeouts.total),
                )
                with response:
                    learned = self._clock.learn(response.headers, exchange.left_at, self._clock.elapsed())
                    # Where it leads is not looked at, so what a redirect says is not either.
                    is_redirect = 300 <= response.status_code < 400
                    body = b"" if is_redirect else without_token(_read(response), self._token)
        finally:
            exchange.close()
        creates = request.method == "POST"
        return Answer(response.status_code, response.headers, body, trace_id, creates), learned


def _require_no_problems(problems: Problems) -> None:
    if problems:
        raise InvalidRequestError(
            Sentence("The connection cannot be used yet"), next(iter(problems.values())).message, problems
        )


def _read(response: requests.Response) -> bytes:
    """Return the decoded body, but never more of it than any documented answer has."""
    body = bytearray()
    for chunk in response.iter_content(_CHUNK_BYTES):
        body += chunk
        if len(body) > ANSWER_CAP_BYTES:
            raise AnswerTooLargeError
    return bytes(body)
