"""The way of one request through the sandbox: control call or fault, service, and back."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias

from koodrive.sandbox import exchange, falsified
from koodrive.sandbox.access import require_local
from koodrive.sandbox.control import CONTROL_PREFIX
from koodrive.sandbox.delivery import deliver, wire_text
from koodrive.sandbox.exchange import RefusalError, business_error
from koodrive.sandbox.faults import FAULT_HEADER, ArmedFault, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.control import Control
    from koodrive.sandbox.delivery import Line
    from koodrive.sandbox.exchange import Answer, ReceivedRequest
    from koodrive.sandbox.faults import FaultQueue
    from koodrive.sandbox.late import LateWork
    from koodrive.sandbox.service import KooDriveService

    Observer: TypeAlias = Callable[[ReceivedRequest, Answer | None, tuple[Fault, ...]], object]

_REMEMBERED_REQUESTS: Final = 1000
_NEVER_ANSWERED: Final = frozenset({Fault.HANG, Fault.DROP_BEFORE_COMMIT, Fault.LATE_COMMIT})


class Responder:
    """Answers requests, one after the other on each connection.

    Args:
        service: What KooDrive does.
        control: The control calls.
        faults: The faults to come.
        late: Carries out what shall be late.
        clock: The time, in seconds since 1970.
        observer: Is told of every request, its answer and the faults that it met.
    """

    def __init__(
        self,
        service: KooDriveService,
        control: Control,
        faults: FaultQueue,
        late: LateWork,
        clock: Callable[[], float],
        *,
        observer: Observer | None = None,
    ) -> None:
        self._observer = observer
        self._service = service
        self._control = control
        self._faults = faults
        self._late = late
        self._clock = clock
        self.requests: deque[ReceivedRequest] = deque(maxlen=_REMEMBERED_REQUESTS)
        """The last requests that were let in and no control calls, oldest first."""

    def respond(self, request: ReceivedRequest, line: Line) -> None:
        """Answer `request` on `line`.

        Raises:
            OSError: When the client is gone.
        """
        try:
            require_local(request, line.port)
        except RefusalError as refusal:
            self.send(refusal.answer, line, request.method)
            return
        if request.path.startswith(CONTROL_PREFIX):
            self.send(self._control.answer(request), line, request.method)
            return
        self.requests.append(request)
        try:
            armed, of_name = self._faults.for_request(request)
        except ValueError as exc:
            message = f"{FAULT_HEADER}: {exc}"
            self.send(business_error(400, exchange.PARAMETER_INVALID, message), line, request.method)
            return
        stored = None if of_name is None else of_name.fault
        if armed is None:
            answer = self._service.answer(request, stored=stored)
            self._observe(request, answer, None, stored)
            self.send(answer, line, request.method)
        else:
            self._misbehave(armed, stored, request, line)

    def send(self, answer: Answer, line: Line, method: str, armed: ArmedFault | None = None) -> None:
        """Send `answer` to a request of this `method`, in the way of the fault that it met, if any.

        Raises:
            OSError: When the client is gone.
        """
        text = wire_text(answer, self._clock(), with_body=method != "HEAD")
        if armed is None:
            line.send(text)
        else:
            deliver(line, text, armed.fault, armed.duration)
        line.closed = line.closed or answer.hang_up

    def _misbehave(
        self, armed: ArmedFault, stored: Fault | None, request: ReceivedRequest, line: Line
    ) -> None:
        if armed.fault is Fault.LATE_COMMIT:
            work = self._service.postponed(request, stored=stored)
            if work is not None:
                self._late.schedule(armed.duration or 0.0, work)
        if armed.fault in _NEVER_ANSWERED:
            self._observe(request, None, armed.fault, stored)
            deliver(line, b"", armed.fault, armed.duration)
            return
        answer = falsified.instead(armed.fault, request)
        if answer is None:
            answer = self._service.answer(request, skew=armed.skew, lag=armed.lag, stored=stored)
            answer = falsified.distorted(armed, answer, self._clock())
        self._observe(request, answer, armed.fault, stored)
        self.send(answer, line, request.method, armed)

    def _observe(
        self, request: ReceivedRequest, answer: Answer | None, fault: Fault | None, stored: Fault | None
    ) -> None:
        if self._observer is not None:
            self._observer(request, answer, tuple(met for met in (fault, stored) if met is not None))
