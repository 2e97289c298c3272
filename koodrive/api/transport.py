"""Sends one request and reads its response; the only module that sends.

Requests are built by `requests` and go out on a connection of their own: its sessions and pools would look for one that
was used before, and take as long again. No redirects, no retries, a total deadline and a cap on the answer. Nothing
comes from the environment but the system's proxy, for a connection that wants it. Nothing but `KoodriveError` leaves
this file.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from requests import PreparedRequest
from requests.structures import CaseInsensitiveDict

from koodrive.api.clock_errors import clock_error, with_clock_hint
from koodrive.api.request_log import logged
from koodrive.api.responses import ApiResponse
from koodrive.api.serialization import TraceIdHeader
from koodrive.api.token_expiry import TokenExpiry
from koodrive.api.transport_errors import ResponseTooLargeError, translate_transport_error
from koodrive.clock.server_clock import ServerClock, explains_refusal
from koodrive.core.deadline import run_here_within, run_within
from koodrive.errors import AddressError, AuthenticationError, KoodriveError, RefusedError, is_token_error
from koodrive.logs.redaction import TokenMask
from koodrive.messages import Message
from koodrive.network.connection import InFlightRequest, open_connection
from koodrive.network.preconnect import Preconnector
from koodrive.network.proxy import ProxySettings
from koodrive.network.tls import client_context
from koodrive.rules.address import check_address, normal_address
from koodrive.version import VERSION

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from urllib3.response import HTTPResponse

    from koodrive.api.auth_headers import Auth
    from koodrive.core.deadline import Cancellation
    from koodrive.models import Action
    from koodrive.network.connection import TrackedConnection

T = TypeVar("T")

ANSWER_CAP_BYTES = 1024 * 1024
_CHUNK_BYTES = 64 * 1024
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip, deflate",
    "User-Agent": f"KooDesk/{VERSION}",
}
"""Of every request."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Time limits of a call, in seconds.

    `total` bounds everything, however slowly the answer drips in.
    """

    connect: float = 10.0
    total: float = 60.0


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """One request, without service address and authorization."""

    method: str
    """``GET``, ``POST`` or ``DELETE``."""
    path: str
    parameters: Mapping[str, int | str] = field(default_factory=dict)
    """Of the query."""
    body: str | None = field(default=None, repr=False)
    """JSON text; it may hold a password."""
    action: Action | None = None
    """What it does; an untrusted response leaves the outcome unknown. None for one that reads or signs in."""
    reads: bool = False
    """Whether it only reads, whatever its method."""


class Transport:
    """Sends requests to one service address; thread-safe.

    Args:
        base_url: The service address, ``https`` (``http`` for loopback addresses only).
        auth: Authorizes the requests.
        clock: The service's time; share one per service address.
        timeouts: Time limits of a call.
        ssl_context: Trusted authorities; by default those of the operating system. It cannot switch verification off.
        ca_file: A PEM file with authorities to trust besides; not together with `ssl_context`.
        proxy: Proxy to use; by default none, whatever the environment says.
        token_expiry: Updated when the service accepts or rejects the token.
        trace_id_header: Whether X-Traceid goes out.

    Raises:
        AddressError: When `base_url` cannot be used.
    """

    def __init__(
        self,
        *,
        base_url: str,
        auth: Auth,
        clock: ServerClock | None = None,
        timeouts: Timeouts | None = None,
        ssl_context: ssl.SSLContext | None = None,
        ca_file: str = "",
        proxy: ProxySettings | None = None,
        token_expiry: TokenExpiry | None = None,
        trace_id_header: TraceIdHeader | str = TraceIdHeader.SENT,
    ) -> None:
        problem = check_address(str(base_url))
        if problem is not None:
            raise AddressError(Message("The service address cannot be used"), problem.message)
        self.base_url = normal_address(base_url)
        self.clock = clock or ServerClock()
        self._auth = auth
        self._masks = tuple(TokenMask(secret) for secret in auth.secrets)
        self._timeouts = timeouts or Timeouts()
        self._context = ssl_context
        if ssl_context is not None:
            # As `koodrive.network.tls.client_context` has it; ssl.create_default_context has not.
            ssl_context.hostname_checks_common_name = False
        self._ca_file = ca_file
        self._proxy = proxy or ProxySettings()
        self._token_expiry = token_expiry or TokenExpiry()
        self._trace_id_header = TraceIdHeader(trace_id_header)
        self._preconnector = Preconnector(self._open)

    @logged
    def send(
        self,
        call: ApiRequest,
        trace_id: str,
        cancellation: Cancellation | None,
        read: Callable[[ApiResponse], T],
    ) -> T:
        """Send one request, once, and return its response as parsed by `read`.

        Args:
            call: The request.
            trace_id: The X-Traceid, 58 characters; for the log and the answer alone where it does not go out.
            cancellation: Ends it within a second when it is cancelled.
            read: Turns the answer into a value, or raises a `KoodriveError`.

        Raises:
            NotSentError: When it cannot have reached the service.
            RefusedError: When the service says that it did not do it.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        exchange = InFlightRequest(self.clock.elapsed)
        translated: KoodriveError
        try:
            x_date = self.clock.x_date()
            spare = self._preconnector.take(exchange)
            # Without a name look-up nothing is left that could not be cut off: no other thread is needed for it.
            run = partial(run_within, name="koodrive-request") if spare is None else run_here_within
            answer, learned = run(
                self._timeouts.total,
                lambda: self._exchange(call, exchange, spare, x_date, trace_id),
                cancellation=cancellation,
                abort=exchange.abort,
            )
            value = read(answer)
        except RefusedError as error:
            translated = self._explained(error, x_date, call.action, learned=learned)
            if is_token_error(translated):
                self._token_expiry.mark_rejected()
            if translated is error:
                raise
        except KoodriveError:
            raise
        except Exception as error:  # noqa: BLE001 - the seam: whatever the HTTP stack raises ends here
            translated = translate_transport_error(
                error, trace_id, bytes_sent=exchange.bytes_sent, action=call.action, reads=call.reads
            )
        else:
            self._token_expiry.mark_accepted()
            return value
        # Raised out here to have no context: exceptions of the HTTP stack hold the headers, and so the token.
        raise translated

    def _explained(
        self, error: RefusedError, x_date: str, action: Action | None, *, learned: bool
    ) -> RefusedError:
        """Return `error`, or one that names the clock where that is the reason or may be."""
        if not self._auth.sends_date:
            return error
        if learned and explains_refusal(x_date, self.clock.now()):
            return clock_error(error, self.clock.offset, action)
        if type(error) is AuthenticationError and (self.clock.sample is None or self.clock.is_uncertain):
            return with_clock_hint(error)
        return error

    def _exchange(
        self,
        call: ApiRequest,
        exchange: InFlightRequest,
        spare: TrackedConnection | None,
        x_date: str,
        trace_id: str,
    ) -> tuple[ApiResponse, bool]:
        """Return the answer, and whether the clock was set by it; `spare` was opened ahead."""
        asked_at = self.clock.certain_now()
        try:
            request = self._prepared(call, x_date, trace_id)
            with (
                closing(spare or self._open(exchange)) as connection,
                closing(
                    connection.exchange(
                        str(request.method),
                        request.path_url,
                        request.headers,
                        request.body,
                        self._timeouts.total,
                    )
                ) as response,
            ):
                learned = self.clock.observe(response.headers, exchange.sent_at, self.clock.elapsed())
                # Where it leads is not looked at, so what a redirect says is not either.
                is_redirect = 300 <= response.status < 400
                body = b"" if is_redirect else self._masked(_read(response))
        finally:
            exchange.close()
            if spare is not None:
                spare.close()
        answer = ApiResponse(
            response.status, response.headers, body, trace_id, call.action, asked_at=asked_at
        )
        return answer, learned

    def preconnect(self, count: int) -> None:
        """Keep connections open ahead of the requests that will use them (`koodrive.network.preconnect`).

        Args:
            count: How many, 0 to `koodrive.network.preconnect.MOST`; 0 closes those that are left.
        """
        self._preconnector.keep(count)

    def _open(self, exchange: InFlightRequest) -> TrackedConnection:
        """Return a connection on which nothing was sent yet; blocks."""
        proxy = self._proxy.decide(self.base_url).proxy
        context = self._context
        if context is None and (self.base_url.startswith("https:") or proxy is not None):
            # One for each exchange: truststore lets no other hand-shake begin while one is under way.
            context = client_context(self._ca_file)
        return open_connection(self.base_url, exchange, proxy, context, self._timeouts.connect)

    def _prepared(self, call: ApiRequest, x_date: str, trace_id: str) -> PreparedRequest:
        """Return the request with all of its headers but those of its framing."""
        request = PreparedRequest()
        request.method = call.method
        request.url = _url(self.base_url + call.path, tuple(call.parameters.items()))
        request.body = None if call.body is None else call.body.encode()
        request.headers = CaseInsensitiveDict(_HEADERS)
        if request.body is not None:
            request.headers["Content-Type"] = "application/json"
        if call.method == "GET":
            # What was made since a cache kept its copy would seem not to have been made.
            request.headers["Cache-Control"] = "no-cache"
        sent_trace_id = trace_id if self._trace_id_header is TraceIdHeader.SENT else ""
        # URL and body are final, as signatures need it.
        return self._auth(request, x_date=x_date, trace_id=sent_trace_id)

    def _masked(self, body: bytes) -> bytes:
        for mask in self._masks:
            body = mask.mask(body)
        return body


@lru_cache(maxsize=64)
def _url(address: str, parameters: tuple[tuple[str, int | str], ...]) -> str:
    """Return an address with its query, both as `requests` writes them."""
    request = PreparedRequest()
    request.prepare_url(address, dict(parameters))
    return str(request.url)


def _read(response: HTTPResponse) -> bytes:
    """Return the decoded body, but never more of it than any documented answer has."""
    body = bytearray()
    for chunk in response.stream(_CHUNK_BYTES, decode_content=True):
        body += chunk
        if len(body) > ANSWER_CAP_BYTES:
            raise ResponseTooLargeError
    return bytes(body)
