"""The calls under /sandbox/ that control the sandbox: no token, but the secret of its start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import messages
from koodrive.sandbox.access import require_owner
from koodrive.sandbox.changes import read_change
from koodrive.sandbox.faults import ArmedFault, Fault
from koodrive.sandbox.messages import RefusalError, business_error, gateway_error, json_response
from koodrive.sandbox.openapi import load_description
from koodrive.sandbox.strict_json import read_object

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.account import Account
    from koodrive.sandbox.faults import DeferredWork, FaultQueue
    from koodrive.sandbox.messages import ReceivedRequest, Response
    from koodrive.sandbox.service import KooDriveService

CONTROL_PREFIX: Final = "/sandbox/"
_MEMBERS: Final = frozenset({"fault", "times", "path", "seconds"})


class Control:
    """The control calls.

    Args:
        service: The albums and shared folders, and what other people do to them.
        account: Their owner.
        faults: The queue of armed faults.
        deferred: The work that is still due.
        secret: The secret that each call has to name.
    """

    def __init__(
        self,
        service: KooDriveService,
        account: Account,
        faults: FaultQueue,
        deferred: DeferredWork,
        secret: str,
    ) -> None:
        self._secret = secret
        self._service = service
        self._account = account
        self._faults = faults
        self._deferred = deferred
        self._calls: dict[str, dict[str, Callable[[ReceivedRequest], Response]]] = {
            "/sandbox/state": {"GET": self._state},
            "/sandbox/reset": {"POST": self._reset},
            "/sandbox/expire-tokens": {"POST": self._expire_tokens},
            "/sandbox/renew-token": {"POST": self._renew_token},
            "/sandbox/faults": {"GET": self._list_faults, "POST": self._arm, "DELETE": self._clear},
            "/sandbox/changes": {
                "GET": self._list_changes,
                "POST": self._change,
                "DELETE": self._clear_changes,
            },
        }

    def respond(self, request: ReceivedRequest) -> Response:
        """Carry out a control call and answer it."""
        calls = self._calls.get(request.path, {})
        allowed = ", ".join(calls)
        try:
            require_owner(request, self._secret)
            if request.method in calls:
                return calls[request.method](request)
        except RefusalError as refusal:
            return refusal.response
        except OSError as exc:
            return business_error(500, messages.INNER_FAILURE, f"the state file: {exc.strerror}")
        if not calls:
            return gateway_error(404, messages.API_NOT_FOUND, "There is no such control call.")
        return gateway_error(
            405, messages.API_NOT_FOUND, f"This control call takes {allowed} only.", {"Allow": allowed}
        )

    def _state(self, _request: ReceivedRequest) -> Response:
        made = self._service.catalog.made()
        albums = sum(record["kind"] == "album" for record in made)
        counts = {"effects": len(made), "albums": albums, "sharedFolders": len(made) - albums}
        return json_response({**counts, "made": made, "deleted": self._service.catalog.deletions()})

    def _reset(self, request: ReceivedRequest) -> Response:
        self._deferred.drop()
        self._service.catalog.reset()
        self._account.start_over()
        self._faults.clear()
        return self._state(request)

    def _expire_tokens(self, _request: ReceivedRequest) -> Response:
        self._account.tokens.expire()
        return json_response({})

    def _renew_token(self, _request: ReceivedRequest) -> Response:
        return json_response({"token": self._account.tokens.renew_fixed()})

    def _list_faults(self, _request: ReceivedRequest) -> Response:
        return json_response({"faults": [fault.as_json() for fault in self._faults.armed()]})

    def _arm(self, request: ReceivedRequest) -> Response:
        try:
            self._faults.arm(_read_fault(read_object(request.body)))
        except ValueError as exc:
            raise RefusalError(business_error(400, messages.PARAMETER_INVALID, str(exc))) from exc
        return self._list_faults(request)

    def _clear(self, request: ReceivedRequest) -> Response:
        self._faults.clear()
        return self._list_faults(request)

    def _list_changes(self, _request: ReceivedRequest) -> Response:
        return json_response({"changes": [planned.as_json() for planned in self._account.waiting.armed()]})

    def _change(self, request: ReceivedRequest) -> Response:
        try:
            planned, waits = read_change(read_object(request.body))
            if waits:
                self._account.waiting.arm(planned)
            else:
                self._service.change_elsewhere(planned)
        except ValueError as exc:
            raise RefusalError(business_error(400, messages.PARAMETER_INVALID, str(exc))) from exc
        return self._list_changes(request)

    def _clear_changes(self, request: ReceivedRequest) -> Response:
        self._account.waiting.clear()
        return self._list_changes(request)


def _read_fault(members: dict[str, Any]) -> ArmedFault:
    unknown = members.keys() - _MEMBERS
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: not a member of this call")
    fault = Fault(str(members.get("fault")))
    times, path, seconds = members.get("times", 1), members.get("path"), members.get("seconds")
    if type(times) is not int or times < 1:
        raise ValueError("times has to be an integer of at least 1")
    if path is not None and not isinstance(path, str):
        raise ValueError("path has to be a text")
    description = load_description()
    if path is not None and not description.route(path).operations:
        raise ValueError(f"path has to be one of {', '.join(description.paths)}")
    if seconds is not None:
        seconds = _read_seconds(seconds)
    return ArmedFault(fault, times, path, seconds)


def _read_seconds(value: Any) -> float:
    try:
        seconds = float(value)
    except TypeError as exc:
        raise ValueError("seconds has to be a number") from exc
    if isinstance(value, (str, bool)) or not 0 <= seconds <= 86_400:
        raise ValueError("seconds has to be a number from 0 to 86400")
    return seconds
