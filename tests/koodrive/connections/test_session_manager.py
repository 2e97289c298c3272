"""Sessions against the sandbox over sockets: what is kept of them, and signing in."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from memory_keyring import (
    RaisingKeyring,
    store_on,
)
from session_fixtures import rotating, scene

from koodrive.api import serialization
from koodrive.api.signing import AppKey
from koodrive.backend.backend import Backend
from koodrive.connections.sessions import SessionManager, StoredCredentials
from koodrive.core.deadline import Cancellation
from koodrive.credentials.store import SERVICE_NAME
from koodrive.errors import (
    AuthenticationError,
    CredentialError,
    InvalidRequestError,
    KeyringMissingError,
    OutcomeUnknownError,
)
from koodrive.logs.redaction import SECRETS
from koodrive.sandbox import Fault
from koodrive.sandbox.identity import (
    SANDBOX_PASSWORD,
    SANDBOX_USER_ID,
)

__all__ = ["rotating", "scene"]


@pytest.mark.parametrize(
    ("account", "agent_name"),
    [
        ("a", "x\r\nX-Evil: 1"),
        ("a", "é"),
        ("a", ""),
        ("a", " x"),
        ("\ud800", "x"),
        ("a\nb", "x"),
        (" ", "x"),
    ],
)
def test_what_was_edited_by_hand_and_cannot_be_sent_is_not(rotating, account, agent_name):
    edited = replace(rotating.connection, account=account, agent_name=agent_name)
    with pytest.raises(InvalidRequestError) as raised:
        rotating.sessions.log_in(edited, SANDBOX_PASSWORD)
    assert raised.value.problems.keys() <= {"account", "agentName"}
    assert SANDBOX_PASSWORD not in f"{raised.value!r} {raised.value.message}"
    assert rotating.sandbox.requests() == []


class TestLoading:
    """Kinds of stored credentials, by their form."""

    def test_nothing(self, rotating):
        assert rotating.sessions.load(rotating.connection) is None

    def test_a_session(self, rotating):
        tokens = rotating.sign_in()
        assert rotating.sessions.load(rotating.connection) == StoredCredentials(tokens.access_token, tokens)

    def test_a_pasted_token(self, rotating):
        rotating.store.save("c-1", "a-pasted-token")
        assert rotating.sessions.load(rotating.connection) == StoredCredentials("a-pasted-token", None)

    def test_one_of_this_session_goes_first(self, rotating):
        rotating.sign_in()
        rotating.store.save_for_session("c-1", "for-now")
        assert rotating.sessions.load(rotating.connection) == StoredCredentials("for-now")

    def test_secrets_are_known_from_then_on(self, rotating):
        first = '{"accessToken": "AT l0ad1ngcanary1", "refreshToken": "l0ad1ngcanary2", "issuedAt": 0, "expiresIn": 9}'
        rotating.keyring.items[SERVICE_NAME, "c-1"] = first
        held = rotating.sessions.load(rotating.connection)
        assert held.token == "AT l0ad1ngcanary1"
        assert SECRETS.redact("l0ad1ngcanary1 l0ad1ngcanary2") == "[redacted] [redacted]"
        assert "l0ad1ng" not in repr(held)

    def test_an_app_s_secret_is_known_as_well(self, rotating):
        rotating.store.save("c-1", AppKey("app-1", "5ecretcanary33").text)
        app = replace(rotating.connection, authorization_format="app_signature")
        assert rotating.sessions.load(app) == StoredCredentials("app-1:5ecretcanary33")
        assert SECRETS.redact("x 5ecretcanary33 y") == "x [redacted] y"

    def test_a_keyring_that_cannot_tell_is_an_error(self, rotating):
        sessions = SessionManager(store_on(RaisingKeyring(OSError())), rotating.transport)
        with pytest.raises(CredentialError):
            sessions.load(rotating.connection)


class TestSigningIn:
    """The account and the carrier come from the connection, the password from the caller."""

    def test_nothing_is_stored(self, rotating):
        signed_in = rotating.sessions.log_in(
            rotating.connection, SANDBOX_PASSWORD, proxy_password="the proxy's"
        )
        assert signed_in.user_id == SANDBOX_USER_ID
        assert rotating.keyring.items == {}

    def test_storing_keeps_the_pair_and_not_the_password(self, rotating):
        tokens = rotating.sign_in()
        assert rotating.kept == tokens
        assert SANDBOX_PASSWORD not in str(rotating.keyring.items)

    def test_a_wrong_password_leaves_what_is_kept(self, rotating):
        tokens = rotating.sign_in()
        with pytest.raises(AuthenticationError):
            rotating.sessions.log_in(rotating.connection, "wrong")
        assert rotating.kept == tokens

    def test_it_can_be_cancelled(self, rotating):
        rotating.sandbox.inject(Fault.HANG, path=serialization.LOGIN)
        cancellation = Cancellation()
        threading.Timer(0.2, cancellation.cancel).start()
        began = time.monotonic()
        with pytest.raises(OutcomeUnknownError, match="Cancelled after it was sent"):
            rotating.sessions.log_in(rotating.connection, SANDBOX_PASSWORD, cancellation)
        assert time.monotonic() - began < 1.5


def test_a_backend_signs_in_and_renews_without_a_keyring(tmp_path, rotating):
    backend = Backend(tmp_path / "data")
    backend.open()
    try:
        tokens = backend.sessions.log_in(rotating.connection, SANDBOX_PASSWORD).tokens
        with pytest.raises(KeyringMissingError):
            backend.sessions.save(rotating.connection.connection_id, tokens.text)
        backend.credentials.save_for_session("c-1", tokens.text)
        new = backend.sessions.renew(rotating.connection, tokens.access_token)
        assert backend.sessions.load(rotating.connection) == StoredCredentials(new.access_token, new)
        client = backend.clients.client(rotating.connection, new.access_token)
        client.probe()
    finally:
        backend.close()
    assert not [
        path
        for path in tmp_path.rglob("*")
        if path.is_file() and SANDBOX_PASSWORD.encode() in path.read_bytes()
    ]
