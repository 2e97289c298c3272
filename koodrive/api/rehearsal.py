"""A transport that is cut before the socket: creates and deletes are answered here, and nothing of them leaves."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, TypeVar

from koodrive.api.responses import ApiResponse
from koodrive.api.serialization import ALBUM_CREATE
from koodrive.models import Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.transport import ApiRequest, Transport
    from koodrive.clock.server_clock import ServerClock
    from koodrive.core.deadline import Cancellation

T = TypeVar("T")

_FIRST_ID = 9_000_000_000_000_000_001
"""Of the made-up IDs: a 64-bit integer, as that of a shared folder is."""
MADE_UP_ID = re.compile(r"\bF?90000000000\d{8}\b")


class RehearsalTransport:
    """Answers creates with made-up IDs and deletes with a yes; calls that only read go out as ever.

    Args:
        transport: Sends the calls that only read.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._ids = itertools.count(_FIRST_ID)

    @property
    def base_url(self) -> str:
        """The service address, in its normal form."""
        return self._transport.base_url

    @property
    def clock(self) -> ServerClock:
        """The service's time."""
        return self._transport.clock

    def preconnect(self, count: int) -> None:
        """Open nothing ahead: no create leaves."""

    def send(
        self,
        call: ApiRequest,
        trace_id: str,
        cancellation: Cancellation | None,
        read: Callable[[ApiResponse], T],
    ) -> T:
        """Return the response to one request, as `Transport.send` does; creates and deletes stay here."""
        if call.action is None:
            return self._transport.send(call, trace_id, cancellation, read)
        number = next(self._ids)
        if call.action is Action.DELETE:
            body: dict[str, object] = {}
        elif call.path == ALBUM_CREATE:
            body = {"albumId": str(number)}
        else:
            body = {"id": str(number), "data": {"shareFolderId": f"F{number}", "groupId": str(number)}}
        answer = json.dumps({**body, "code": 0, "msg": "Nothing was sent."}).encode()
        return read(ApiResponse(200, {}, answer, trace_id, call.action))
