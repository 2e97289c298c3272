"""A signed-in session at a sandbox, and threads that refresh it, for the tests of sessions."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from memory_keyring import (
    BOUND_SECONDS,
    MemoryKeyring,
    store_on,
)

from koodrive.api import serialization
from koodrive.api.tokens import tokens_from_text
from koodrive.api.transport import Timeouts, Transport
from koodrive.clock.server_clock import ServerClock
from koodrive.connections.sessions import SessionManager
from koodrive.credentials.store import SERVICE_NAME
from koodrive.models import Connection
from koodrive.sandbox import Sandbox
from koodrive.sandbox.identity import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_PASSWORD,
    SANDBOX_USER_ID,
)


class Scene:
    """A signed-in session at a sandbox, with a keyring that may be changed."""

    def __init__(self, sandbox, backend):
        self.sandbox = sandbox
        self.keyring = backend
        self.store = store_on(backend)
        self.connection = Connection(
            connection_id="c-1",
            name="Family cloud",
            service_address=sandbox.base_url,
            user_id=SANDBOX_USER_ID,
            authorization_format="as_is",
            language="en-US",
            account=SANDBOX_ACCOUNT,
            agent_name=SANDBOX_AGENT,
        )
        self.clock = ServerClock()
        self.timeouts = Timeouts(connect=2, total=5)
        self.sessions = SessionManager(self.store, self.transport)

    def transport(self, connection, auth, *, proxy_password=None):
        assert proxy_password in (None, "the proxy's")
        return Transport(
            base_url=connection.service_address, auth=auth, clock=self.clock, timeouts=self.timeouts
        )

    def sign_in(self):
        tokens = self.sessions.log_in(self.connection, SANDBOX_PASSWORD).tokens
        self.sessions.save(self.connection.connection_id, tokens.text)
        return tokens

    def renew(self, seen, cancellation=None):
        return self.sessions.renew(self.connection, seen, cancellation)

    def renew_in_thread(self, seen, cancellation=None):
        return ThreadPoolExecutor(1, "koodesk-test").submit(self.renew, seen, cancellation)

    @property
    def refreshes(self):
        return sum(request.path == serialization.REFRESH_TOKEN for request in self.sandbox.requests())

    @property
    def kept(self):
        """The keyring's own content."""
        text = self.keyring.items.get((SERVICE_NAME, "c-1"))
        return None if text is None else tokens_from_text(text)


def wait_until(true):
    deadline = time.monotonic() + BOUND_SECONDS
    while not true():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def ended(future):
    """Return what a call in a thread raised or returned."""
    return future.exception(BOUND_SECONDS) or future.result()


@pytest.fixture(params=[True, False], ids=["replacing", "keeping"])
def scene(request):
    """A service that gives new tokens with each refresh, and one that gives the same again."""
    with Sandbox(rotates=request.param) as sandbox:
        yield Scene(sandbox, MemoryKeyring())


@pytest.fixture
def rotating():
    """A service that gives new tokens with each refresh."""
    with Sandbox() as sandbox:
        yield Scene(sandbox, MemoryKeyring())
