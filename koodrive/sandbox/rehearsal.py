"""The sandbox as tests and the app use it: start, look at what it made, switch faults on, stop."""

from __future__ import annotations

import copy
import time
from typing import TYPE_CHECKING, Any, Self

from koodrive.sandbox.errors import SandboxError
from koodrive.sandbox.faults import ArmedFault, Fault, FaultQueue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from koodrive.sandbox.catalog import Catalog
    from koodrive.sandbox.exchange import ReceivedRequest
    from koodrive.sandbox.responder import Responder
    from koodrive.sandbox.server import LoopbackServer


class Sandbox:
    """A KooDrive on 127.0.0.1. It can be started again after it was stopped.

    Args:
        state_file: Where albums and folders are kept over a restart; None for memory only. Two
            sandboxes that run at once must not share it.
        port: Where to listen; 0 for any free port.
        clock: The time of the service, in seconds since 1970.
    """

    def __init__(
        self, state_file: Path | None = None, port: int = 0, *, clock: Callable[[], float] = time.time
    ) -> None:
        self._state_file = state_file
        self._port = port
        self._clock = clock
        self._faults = FaultQueue()
        self._catalog: Catalog | None = None
        self._responder: Responder | None = None
        self._server: LoopbackServer | None = None

    def start(self) -> None:
        """Open the state file and the port, and begin to answer.

        Raises:
            SandboxError: When the state file or the port cannot be used, or it is already running.
        """
        # http.server takes 30 ms to load, which nobody should pay who starts no sandbox.
        from koodrive.sandbox.catalog import Catalog  # noqa: PLC0415
        from koodrive.sandbox.control import Control  # noqa: PLC0415
        from koodrive.sandbox.responder import Responder  # noqa: PLC0415
        from koodrive.sandbox.server import LoopbackServer  # noqa: PLC0415
        from koodrive.sandbox.service import KooDriveService  # noqa: PLC0415

        if self._server is not None:
            raise SandboxError("The sandbox is already running.")
        catalog = Catalog(self._state_file)
        service = KooDriveService(catalog, self._clock)
        responder = Responder(service, Control(catalog, self._faults), self._faults, self._clock)
        try:
            server = LoopbackServer(self._port, responder)
        except SandboxError:
            catalog.close()
            raise
        server.start()
        self._catalog, self._responder, self._server = catalog, responder, server

    def stop(self) -> None:
        """End all connections and threads, and close the state file; does nothing when it is not running."""
        if self._server is not None and self._catalog is not None:
            self._server.stop()
            self._catalog.close()
            self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """The service address, such as ``http://127.0.0.1:40123``.

        Raises:
            SandboxError: When it is not running.
        """
        if self._server is None:
            raise SandboxError("The sandbox is not running.")
        return f"http://127.0.0.1:{self._server.server_port}"

    def effects(self) -> list[dict[str, Any]]:
        """Give everything that was made, oldest first, also after it was stopped.

        Returns:
            One dict each: ``kind`` (``album`` or ``sharedFolder``), ``id``, ``creator``, ``createTime``,
            ``traceId`` (the X-Traceid, or None) and the members of the request; a shared folder has
            ``groupId`` and ``shareFolderFileId`` (text), too.
        """
        return [] if self._catalog is None else copy.deepcopy(self._catalog.made())

    def requests(self) -> list[ReceivedRequest]:
        """Give the last thousand requests since the start, oldest first, without the control calls."""
        return [] if self._responder is None else list(self._responder.requests)

    def inject(
        self, fault: Fault | str, times: int = 1, path: str | None = None, seconds: float | None = None
    ) -> None:
        """Make the next requests go wrong, after those for which a fault already waits.

        Args:
            fault: What happens to them; see `Fault`.
            times: How many of them, at least 1.
            path: Only those to this path, such as ``/koodrive/ose/v1/album/create``.
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
