"""The sandbox of a data directory: started on demand, and stopped with the backend."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.errors import KoodriveError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox, SandboxError

if TYPE_CHECKING:
    from pathlib import Path

SANDBOX_FILE = "sandbox.jsonl"
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

    def start(self) -> tuple[Connection, str]:
        """Start the sandbox, if it is not running, and return the connection to it, and its token.

        Raises:
            KoodriveError: When it cannot be started.
        """
        if self.running is None:
            try:
                self.running = _started(self._data_dir)
            except SandboxError as error:
                raise KoodriveError(
                    Message("The sandbox could not be started"), Message("{reason}", reason=str(error))
                ) from error
            SECRETS.register(self.running.secret)
        connection = Connection(
            connection_id=SANDBOX_CONNECTION_ID,
            name="Sandbox",
            service_address=self.running.base_url,
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
