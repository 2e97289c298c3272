"""Responder: finds out what a request is to meet, a control call, a fault or the service, and answers it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias

from koodrive.sandbox import fake_answers, messages
from koodrive.sandbox.access import require_local
from koodrive.sandbox.control import CONTROL_PREFIX
from koodrive.sandbox.delivery import deliver, wire_text
from koodrive.sandbox.faults import FAULT_HEADER, ArmedFault, Fault
from koodrive.sandbox.messages import RefusalError, Response, business_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.control import Control
    from koodrive.sandbox.delivery import ClientConnection
    from koodrive.sandbox.faults import DeferredWork, FaultQueue
    from koodrive.sandbox.messages import ReceivedRequest, Response
    from koodrive.sandbox.service import KooDriveService

    Observer: TypeAlias = Callable[[ReceivedRequest, Response | None, tuple[Fault, ...]], object]

_REMEMBERED_REQUESTS: Final = 1000
_NEVER_ANSWERED: Final = frozenset({Fault.HANG, Fault.DROP_BEFORE_COMMIT, Fault.LATE_COMMIT})


class Responder:
    """Answers requests, one after the other on each connection.

    Args:
        service: Carries out the calls of KooDrive.
        control: The control calls.
        faults: The queue of armed faults.
        deferred: Runs the work of `Fault.LATE_COMMIT`.
        clock: The time, in seconds since 1970.
        observer: Called with every request, its response and the faults that it met.
    """

    def __init__(
        self,
        service: KooDriveService,
        control: Control,
        faults: FaultQueue,
        deferred: DeferredWork,
        clock: Callable[[], float],
        *,
        observer: Observer | None = None,
    ) -> None:
        self._observer = observer
        self._service = service
        self._control = control
        self._faults = faults
        self._deferred = deferred
        self._clock = clock
        self.requests: deque[ReceivedRequest] = deque(maxlen=_REMEMBERED_REQUESTS)
        """The last requests that were let in and no control calls, oldest first."""

    def respond(self, request: ReceivedRequest, client: ClientConnection) -> None:
        """Answer `request` on `client`.

        Raises:
            OSError: When the client is gone.
        """
        try:
            require_local(request, client.port)
        except RefusalError as refusal:
            self.send(refusal.response, client, request.method)
            return
        if request.path.startswith(CONTROL_PREFIX):
            self.send(self._control.respond(request), client, request.method)
            return
        self.requests.append(request)
        try:
            armed, of_name = self._faults.for_request(request)
        except ValueError as exc:
            message = f"{FAULT_HEADER}: {exc}"
            self.send(business_error(400, messages.PARAMETER_INVALID, message), client, request.method)
            return
        stored = None if of_name is None else of_name.fault
        if armed is None:
            response = self._service.respond(request, stored=stored)
            self._observe(request, response, None, stored)
            self.send(response, client, request.method)
        else:
            self._respond_with_fault(armed, stored, request, client)

    def send(
        self, response: Response, client: ClientConnection, method: str, armed: ArmedFault | None = None
    ) -> None:
        """Send `response` to a request of this `method`, in the way of the fault that it met, if any.

        Raises:
            OSError: When the client is gone.
        """
        text = wire_text(response, self._clock(), with_body=method != "HEAD")
        if armed is None:
            client.send(text)
        else:
            deliver(client, text, armed.fault, armed.duration)
        client.closed = client.closed or response.hang_up

    def _respond_with_fault(
        self, armed: ArmedFault, stored: Fault | None, request: ReceivedRequest, client: ClientConnection
    ) -> None:
        if armed.fault is Fault.LATE_COMMIT:
            work = self._service.postponed(request, stored=stored)
            if work is not None:
                self._deferred.schedule(armed.duration or 0.0, work)
        if armed.fault in _NEVER_ANSWERED:
            self._observe(request, None, armed.fault, stored)
            deliver(client, b"", armed.fault, armed.duration)
            return
        response = fake_answers.instead(armed.fault, request)
        if response is None:
            response = self._service.respond(request, skew=armed.skew, lag=armed.lag, stored=stored)
            response = fake_answers.distorted(armed, response, self._clock())
        self._observe(request, response, armed.fault, stored)
        self.send(response, client, request.method, armed)

    def _observe(
        self, request: ReceivedRequest, response: Response | None, fault: Fault | None, stored: Fault | None
    ) -> None:
        if self._observer is not None:
            self._observer(request, response, tuple(met for met in (fault, stored) if met is not None))
