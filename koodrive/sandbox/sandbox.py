"""Public class of the sandbox: start, effects, faults, stop."""

from __future__ import annotations

import copy
import time
from typing import TYPE_CHECKING, Any, Final, Self

from koodrive.sandbox.access import new_secret
from koodrive.sandbox.account import Account
from koodrive.sandbox.app import Responder
from koodrive.sandbox.auth import FORMATS, Tokens
from koodrive.sandbox.catalog import Catalog
from koodrive.sandbox.changes import Change, PlannedChange
from koodrive.sandbox.control import Control
from koodrive.sandbox.faults import ArmedFault, DeferredWork, Fault, FaultQueue
from koodrive.sandbox.identity import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN
from koodrive.sandbox.messages import RefusalError, SandboxError
from koodrive.sandbox.service import KooDriveService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from koodrive.sandbox.app import Observer
    from koodrive.sandbox.messages import ReceivedRequest
    from koodrive.sandbox.server import LoopbackServer

_SESSION_SECONDS: Final = 1800
"""`expiresIn` of the Login page."""


class Sandbox:
    """A KooDrive on 127.0.0.1. It can be started again after it was stopped.

    Args:
        state_file: Where albums and folders are kept over a restart; None for memory only. Two
            sandboxes that run at once must not share it.
        port: Where to listen; 0 for any free port.
        clock: The time of the service, in seconds since 1970.
        token: The access token that it accepts from the beginning; it does not end by itself.
        session_seconds: Lifetime of the access token of a session.
        rotates: Whether renewing a session gives it two new tokens and ends the old ones; otherwise it keeps both.
        observer: Is called for each call of KooDrive with the request, the answer (None for none) and the faults that
            it met, on the thread of its connection and before the answer leaves.
    """

    def __init__(
        self,
        state_file: Path | None = None,
        port: int = 0,
        *,
        clock: Callable[[], float] = time.time,
        token: str = SANDBOX_TOKEN,
        session_seconds: int = _SESSION_SECONDS,
        rotates: bool = True,
        observer: Observer | None = None,
    ) -> None:
        self._state_file = state_file
        self._port = port
        self._clock = clock
        self._account = Account(Tokens(token, clock, session_seconds=session_seconds, rotates=rotates))
        self._faults = FaultQueue()
        self._observer = observer
        self._catalog: Catalog | None = None
        self._service: KooDriveService | None = None
        self._deferred: DeferredWork | None = None
        self._responder: Responder | None = None
        self._server: LoopbackServer | None = None
        self._secret = ""

    def start(self) -> None:
        """Open the state file and the port, and begin to answer.

        Raises:
            SandboxError: When the state file or the port cannot be used, or it is already running.
        """
        # http.server takes 30 ms to load, too much for a mere import of the sandbox.
        from koodrive.sandbox.server import LoopbackServer  # noqa: PLC0415

        if self._server is not None:
            raise SandboxError("The sandbox is already running.")
        catalog = Catalog(self._state_file)
        service, deferred = (
            KooDriveService(catalog, self._account, self._clock),
            DeferredWork(),
        )
        secret = new_secret()
        control = Control(service, self._account, self._faults, deferred, secret)
        responder = Responder(service, control, self._faults, deferred, self._clock, observer=self._observer)
        try:
            server = LoopbackServer(self._port, responder)
        except SandboxError:
            catalog.close()
            raise
        server.start()
        self._catalog, self._service, self._deferred = catalog, service, deferred
        self._responder, self._server, self._secret = responder, server, secret

    def stop(self) -> None:
        """End all connections and threads, and close the state file; does nothing when it is not running.

        Pending creates of `Fault.LATE_COMMIT` are carried out now, so that `effects` is complete.
        """
        if self._server is not None and self._catalog is not None and self._deferred is not None:
            self._server.stop()
            self._deferred.stop()
            self._catalog.close()
            self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """The service address, such as ``http://127.0.0.1:40123``.

        Raises:
            SandboxError: When it is not running.
        """
        return f"http://127.0.0.1:{self._running().server_port}"

    @property
    def secret(self) -> str:
        """The value of the header ``X-Sandbox-Secret`` that control calls need; each start draws another one.

        Raises:
            SandboxError: When it is not running.
        """
        self._running()
        return self._secret

    def _running(self) -> LoopbackServer:
        if self._server is None:
            raise SandboxError("The sandbox is not running.")
        return self._server

    def effects(self) -> list[dict[str, Any]]:
        """Return everything in the order in which it was made, also after it was stopped.

        Returns:
            One dict each: ``kind`` (``album`` or ``sharedFolder``), ``id``, ``creator``, ``createTime``,
            ``traceId`` (the X-Traceid, or None) and the members of the request; a shared folder has
            ``groupId`` and ``shareFolderFileId`` (text), too.
        """
        return [] if self._catalog is None else copy.deepcopy(self._catalog.made())

    def deletes(self) -> list[dict[str, Any]]:
        """Return everything that was deleted in the order in which it was, also after it was stopped.

        Returns:
            One dict each: ``kind``, ``id``, ``name`` (at that moment), ``creator``, ``deletedBy`` (the user, or that of
            somebody else), ``deleteTime``, ``traceId`` (the X-Traceid of the request, or None), and what went with it:
            ``items`` (IDs of pictures or files), ``members`` (accepted invitations), ``albums`` (of a shared folder;
            each has an entry of its own, with ``withFolder``), ``inWindow`` (the changes that waited for this delete).
        """
        return [] if self._catalog is None else copy.deepcopy(self._catalog.deletions())

    def change_elsewhere(
        self,
        change: Change | str,
        object_id: str | None = None,
        *,
        count: int = 1,
        name: str | None = None,
        before_delete: bool = False,
        times: int = 1,
    ) -> None:
        """Change an album or a shared folder without a request, as somebody else would.

        Args:
            change: What is done; see `Change`.
            object_id: The album, or the primary key of the shared folder.
            count: How many pictures or files, for `Change.FILL`.
            name: The new name, for `Change.RENAME`.
            before_delete: Whether it waits for the next delete of the object (of any, without `object_id`), and comes
                right before that is carried out: after the last look of the client.
            times: For how many deletes it waits.

        Raises:
            SandboxError: When it is not running, or the state file cannot be written.
            ValueError: When an argument makes no sense, or there is no such object.
        """
        planned = PlannedChange(Change(change), object_id, count, name, times)
        if self._server is None or self._service is None:
            raise SandboxError("The sandbox is not running.")
        if before_delete:
            self._account.waiting.arm(planned)
            return
        try:
            self._service.change_elsewhere(planned)
        except OSError as exc:
            raise SandboxError(f"The state file cannot be written: {exc.strerror}.") from exc

    def make_elsewhere(
        self,
        kind: str,
        fields: Mapping[str, Any],
        *,
        creator: str | None = None,
        created_at: float | None = None,
    ) -> dict[str, Any]:
        """Make an object without a request, as another program would.

        It obeys the rules of a request, is kept like everything else, and meets no fault.

        Args:
            kind: ``album`` or ``sharedFolder``.
            fields: What the body of the request would say, such as
                ``{"name": "Holiday", "type": 2, "albumKind": 1}``.
            creator: The user ID (digits) of its creator; None for the user of the sandbox. Names of
                shared folders are taken only by their creator.
            created_at: When, in seconds since 1970; None for now.

        Returns:
            Its entry in `effects`; ``traceId`` is None.

        Raises:
            SandboxError: When it is not running, or the state file cannot be written.
            ValueError: When `kind`, `fields` or `creator` break a rule, or the name is taken.
        """
        if self._server is None or self._service is None:
            raise SandboxError("The sandbox is not running.")
        try:
            record = self._service.make_elsewhere(kind, copy.deepcopy(dict(fields)), creator, created_at)
        except OSError as exc:
            raise SandboxError(f"The state file cannot be written: {exc.strerror}.") from exc
        return copy.deepcopy(record)

    def show_deleted(self) -> None:
        """Go on showing the metadata of shared folders that were deleted, with status 1; lists have no such rows."""
        self._account.shows_deleted = True

    def set_spaces(self, container_ids: Iterable[str]) -> None:
        """Set the user's individual spaces, in this order; an empty one takes all away.

        Each has its own default tree of folders. Albums and shared folders can still be made in any space.

        Args:
            container_ids: Their space IDs; `SANDBOX_CONTAINER_ID` alone is what there is without this.
        """
        self._account.spaces.put(container_ids)

    def add_folders(
        self, parent_id: str, names: Iterable[str], container_id: str = SANDBOX_CONTAINER_ID
    ) -> list[str]:
        """Make folders in the tree of a space, behind those that are there; in memory only.

        Args:
            parent_id: The folder in which they shall lie; ``root`` for the top of the space.
            names: Their names; anything goes.
            container_id: The space.

        Returns:
            Their IDs, in the order of the names.

        Raises:
            ValueError: When there is no such parent in that space, or no such space.
        """
        try:
            self._account.spaces.require(container_id)
            return self._account.files.add_folders(container_id, parent_id, names)
        except RefusalError as refused:
            raise ValueError(refused.reason) from refused

    def expire_tokens(self) -> None:
        """Refuse every access token that was given out so far with HTTP 401, also the one of the beginning.

        A new one comes from `renew_token`, from signing in, or from renewing a session.
        """
        self._account.tokens.expire()

    def renew_token(self) -> str:
        """Issue and return a new access token, which does not expire by itself."""
        return self._account.tokens.renew_fixed()

    def accept_only(self, *formats: str) -> None:
        """Refuse every other form of Authorization with HTTP 401, in all calls but those for sessions.

        Args:
            formats: Out of ``bearer`` (``Bearer <token>``), ``bearer_plus`` (``Bearer+<token>``), ``as_is`` (the token
                alone), ``at`` (``AT <token>``) and ``app_signature``. The token of a session, which begins with
                ``AT``, passes as ``as_is`` and as ``at``. Without any, all are accepted again.

        Raises:
            ValueError: When there is no such form.
        """
        unknown = set(formats) - FORMATS
        if unknown:
            raise ValueError(f"{', '.join(sorted(unknown))}: not one of {', '.join(sorted(FORMATS))}")
        self._account.authenticator.accept_only(frozenset(formats) or FORMATS)

    def requests(self) -> list[ReceivedRequest]:
        """Return the last thousand requests since the start, oldest first, without the control calls."""
        return [] if self._responder is None else list(self._responder.requests)

    def inject(
        self, fault: Fault | str, times: int = 1, path: str | None = None, seconds: float | None = None
    ) -> None:
        """Make the next requests go wrong, after those for which a fault already waits.

        Args:
            fault: What happens to them; see `Fault`.
            times: How many of them, at least 1.
            path: Only those to this path, such as ``/koodrive/ose/v1/album/create``, without a query and with the
                values of its parameters. The faults of lists wait for lists anyway.
            seconds: How long or how far, for the faults that say so.

        Raises:
            ValueError: When there is no such fault, or `times` is below 1.
        """
        if times < 1:
            raise ValueError("times has to be at least 1")
        self._faults.arm(ArmedFault(Fault(fault), times, path, seconds))

    def clear_faults(self) -> None:
        """Forget the faults that still wait."""
        self._faults.clear()
