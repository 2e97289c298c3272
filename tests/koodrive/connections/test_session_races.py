"""Changes of a connection while its refreshed tokens are being stored."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from memory_keyring import BOUND_SECONDS, MemoryKeyring, store_on
from session_fixtures import Scene, ended, wait_until

from koodrive.api import serialization
from koodrive.connections import sessions
from koodrive.connections.sessions import SessionManager
from koodrive.core.deadline import Cancellation
from koodrive.credentials.store import SERVICE_NAME
from koodrive.errors import NotSentError
from koodrive.sandbox import Fault, Sandbox

_WINDOW_SECONDS = 0.3
"""Seconds in which another call can come in between."""


class SlowReader(MemoryKeyring):
    """Once it is armed, gives others time to change what it has just read."""

    def __init__(self):
        super().__init__()
        self.is_armed = False
        self.has_read = threading.Event()
        self.was_changed = threading.Event()

    def get_password(self, service, username):
        value = super().get_password(service, username)
        if self.is_armed:
            self.is_armed = False
            self.has_read.set()
            self.was_changed.wait(_WINDOW_SECONDS)
        return value

    def set_password(self, service, username, password):
        super().set_password(service, username, password)
        self.was_changed.set()

    def delete_password(self, service, username):
        super().delete_password(service, username)
        self.was_changed.set()


@pytest.fixture
def scene():
    with Sandbox() as sandbox:
        yield Scene(sandbox, SlowReader())


def while_renewed_tokens_are_stored(scene, act):
    """Renew, and `act` between what the renewal reads to see whether it may store, and the storing."""
    old = scene.sign_in()
    scene.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=0.2)
    renewal = scene.renew_in_thread(old.access_token)
    wait_until(lambda: scene.refreshes == 1)
    scene.keyring.was_changed.clear()
    scene.keyring.is_armed = True
    assert scene.keyring.has_read.wait(BOUND_SECONDS)
    acting = ThreadPoolExecutor(1, "koodesk-test").submit(act)
    assert ended(renewal).access_token != old.access_token
    assert acting.result(BOUND_SECONDS) is None


def test_what_was_forgotten_is_not_brought_back(scene):
    while_renewed_tokens_are_stored(scene, lambda: scene.sessions.delete("c-1"))
    assert scene.keyring.items == {}


def test_a_token_that_was_pasted_is_not_replaced(scene):
    while_renewed_tokens_are_stored(scene, lambda: scene.sessions.save("c-1", "pasted-token"))
    assert scene.keyring.items == {(SERVICE_NAME, "c-1"): "pasted-token"}


def test_processes_that_renew_one_session_at_once_refresh_it_once(scene, tmp_path):
    old = scene.sign_in()
    scene.sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=0.2)
    managers = [
        SessionManager(store_on(scene.keyring), scene.transport, tmp_path / "locks") for _ in range(3)
    ]
    with ThreadPoolExecutor(3) as pool:
        renewals = [pool.submit(manager.renew, scene.connection, old.access_token) for manager in managers]
        tokens = [renewal.result(BOUND_SECONDS) for renewal in renewals]
    assert scene.refreshes == 1
    assert {token.access_token for token in tokens} == {scene.kept.access_token}
    assert scene.kept.access_token != old.access_token


def test_a_wait_for_another_process_that_renews_can_be_cancelled(scene, tmp_path, monkeypatch):
    old, cancellation = scene.sign_in(), Cancellation()
    manager = SessionManager(scene.store, scene.transport, tmp_path)
    with manager._alone(scene.connection.connection_id, None), ThreadPoolExecutor(1) as pool:
        renewal = pool.submit(manager.renew, scene.connection, old.access_token, cancellation)
        wait_until(lambda: manager._under_way)
        cancellation.cancel()
        assert isinstance(renewal.exception(BOUND_SECONDS), NotSentError)
        monkeypatch.setattr(sessions, "_RENEWAL_SECONDS", 0.05)
        with pytest.raises(NotSentError, match="another KooDesk is renewing it"):
            manager.renew(scene.connection, old.access_token)
    assert scene.refreshes == 0
