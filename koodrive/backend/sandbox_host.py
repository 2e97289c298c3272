"""The sandbox of a data directory: started on demand, and stopped with the backend.

The process that runs it holds a lock and leaves its address beside the sandbox's file, for commands on the same
data directory: they would otherwise have a second sandbox, at another address, with the same file.
"""

from __future__ import annotations

import os
import socket
import time
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.core.file_lock import LOCK_FOLDER, FileLock
from koodrive.core.files import write_atomic
from koodrive.errors import KoodriveError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox, SandboxError

if TYPE_CHECKING:
    from pathlib import Path

SANDBOX_FILE = "sandbox.jsonl"
ADDRESS_FILE = "sandbox-address"
_HOST = "127.0.0.1"
_PATIENCE = 3.0
"""Seconds that a command waits for the sandbox that another process starts."""
_POLL_SECONDS = 0.05
_PORTS = range(20_000, 32_000)
"""Ports outside the range that systems use for outgoing connections."""


class SandboxHost:
    """Starts and stops it.

    Args:
        data_dir: Holds its file.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self.running: Sandbox | None = None
        """The sandbox, while it runs."""
        self._lock = FileLock(data_dir / LOCK_FOLDER / "sandbox")

    def start(self, *, may_share: bool = False) -> tuple[Connection, str]:
        """Start the sandbox, if it is not running, and return the connection to it, and its token.

        Args:
            may_share: Whether one that another process runs serves as well, which ends with that process.

        Raises:
            KoodriveError: When it cannot be started.
        """
        address = self._take_place() if may_share and self.running is None else None
        if address is None:
            address = (self.running or self._start()).base_url
        connection = Connection(
            connection_id=SANDBOX_CONNECTION_ID,
            name=Message("Sandbox"),
            service_address=address,
            user_id=SANDBOX_USER_ID,
            authorization_format="bearer",
            language="en-US",
        )
        return connection, SANDBOX_TOKEN

    def stop(self) -> None:
        """Stop it; may be called twice."""
        if self.running is not None:
            self.running.stop()
            self.running = None
        if self._lock.is_held:
            with suppress(OSError):
                (self._data_dir / ADDRESS_FILE).unlink(missing_ok=True)
            self._lock.release()

    def _start(self) -> Sandbox:
        try:
            self.running = _started(self._data_dir)
        except SandboxError as error:
            raise KoodriveError(
                Message("The sandbox could not be started"), Message("{reason}", reason=str(error))
            ) from error
        SECRETS.register(self.running.secret)
        # Without lock or file, commands have a sandbox of their own.
        with suppress(OSError):
            if self._lock.acquire():
                write_atomic(self._data_dir / ADDRESS_FILE, self.running.base_url)
        return self.running

    def _take_place(self) -> str | None:
        """Return the address of the sandbox that another process runs; None where this process is to run it."""
        ends_at = time.monotonic() + _PATIENCE
        while time.monotonic() < ends_at:
            # It may be about to start, or about to end.
            with suppress(OSError, ValueError):
                if self._lock.acquire():
                    return None
                address = (self._data_dir / ADDRESS_FILE).read_text(encoding="utf-8")
                with socket.create_connection((_HOST, urlsplit(address).port or 0), timeout=1):
                    return address
            time.sleep(_POLL_SECONDS)
        return None


def _started(data_dir: Path) -> Sandbox:
    """Start the sandbox of a data directory, where it can be had at the same address as the last time.

    The history tells services apart by their addresses, so what was left open there would be nowhere otherwise.
    """
    digest = zlib.crc32(os.fsencode(data_dir.resolve()))
    sandbox = Sandbox(data_dir / SANDBOX_FILE, _PORTS[digest % len(_PORTS)])
    try:
        sandbox.start()
    except SandboxError:
        # Most likely somebody else listens there. If that is not the reason, this says what is.
        sandbox = Sandbox(data_dir / SANDBOX_FILE)
        sandbox.start()
    return sandbox
