"""Tests of ``koodrive connections`` and ``whoami``, with a keyring in memory and without any."""

from __future__ import annotations

from dataclasses import replace

import pytest
from memory_keyring import ForgettingKeyring

from koodrive.api.tokens import tokens_from_text
from koodrive.backend.backend import Backend
from koodrive.cli.exit_codes import ExitCode
from koodrive.connections.store import ConnectionStore
from koodrive.credentials.store import SERVICE_NAME, CredentialStore
from koodrive.models import Connection
from koodrive.sandbox import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_CONTAINER_ID,
    SANDBOX_PASSWORD,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
    Fault,
)


def stored(run):
    return ConnectionStore(run.data_dir / "connections.json").load()


def test_a_connection_is_added_used_listed_and_removed(run, keyring_in_memory):
    assert run("connections", "add", "Work").code == 0
    (connection,) = stored(run)
    assert keyring_in_memory.items == {(SERVICE_NAME, connection.connection_id): SANDBOX_TOKEN}
    assert run.alone("album", "create", "--name", "A", "--connection", "work").code == 0
    # The only one need not be named.
    assert run.alone("album", "create", "--name", "B").code == 0
    listed = run.alone("connections", "list", "--json")
    assert (listed.records[0]["name"], listed.records[0]["deleteIdForm"]) == ("Work", "list")
    assert SANDBOX_TOKEN not in listed.out
    assert "Work" in run.alone("connections", "list").out
    assert run.alone("connections", "remove", "Work", stdin="y\n").code == ExitCode.USAGE
    assert run.alone("connections", "remove", "Work", "--yes").code == 0
    assert (stored(run), keyring_in_memory.items) == ((), {})


def test_all_that_a_connection_has_is_stored(run, keyring_in_memory, ca_file):
    result = run.alone(
        "connections", "add", "Lab", "--service-address", "lab.example.com", "--user-id", "7",
        "--form", "app_signature", "--proxy", "proxy.example.com:8080", "--proxy-user", "me",
        "--proxy-password-stdin", "--ca-file", ca_file, "--service-language", "zh-CN", "--token-stdin",
        "--delete-id-form", "text",
        stdin="app-id:app-secret-0123456789\npassword\n",
    )  # fmt: skip
    assert result.code == 0, result.err
    (connection,) = stored(run)
    assert connection.service_address == "https://lab.example.com"
    assert (connection.authorization_format, connection.language) == ("app_signature", "zh-CN")
    assert (connection.proxy, connection.proxy_address) == ("manual", "http://proxy.example.com:8080")
    assert (connection.proxy_user, connection.ca_file) == ("me", ca_file)
    assert connection.delete_id_form == "text"
    assert sorted(keyring_in_memory.items.values()) == ["app-id:app-secret-0123456789", "password"]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--proxy", "socks5://x:1"), "--proxy"),
        (("--service-address", "http://example.com"), "--service-address"),
        (("--user-id", "a b"), "--user-id"),
    ],
)
def test_a_connection_that_breaks_a_rule_is_not_stored(run, keyring_in_memory, options, word):
    place = ["--service-address", "https://x.example", "--user-id", "1", "--token-stdin", *options]
    result = run.alone("connections", "add", "X", *place, stdin="token-0123456789")
    assert result.code == ExitCode.USAGE
    assert word in result.err
    assert (stored(run), keyring_in_memory.items) == ((), {})


def test_two_connections_do_not_have_one_name(run, keyring_in_memory):
    assert [run("connections", "add", name).code for name in ("Work", "WORK")] == [0, ExitCode.USAGE]
    assert len(keyring_in_memory.items) == 1


@pytest.mark.parametrize("has_keyring", [True, False])
def test_a_token_that_no_keyring_keeps_leaves_no_connection(run, monkeypatch, has_keyring):
    if has_keyring:
        monkeypatch.setattr(
            "koodrive.backend.backend.CredentialStore",
            lambda **_more: CredentialStore(backend=ForgettingKeyring),
        )
    result = run("connections", "add", "Work", "--json")
    assert (result.code, result.records[0]["error"]) == (ExitCode.SIGN_IN, "keyring")
    assert "--token-stdin" in result.err
    assert stored(run) == ()


def test_without_a_keyring_a_stored_connection_works_with_a_token_on_standard_input(run):
    place = run.place[:4]
    assert run.alone("connections", "add", "Work", *place).code == 0
    result = run.alone("album", "create", "--name", "A", "--connection", "Work", "--json")
    assert (result.code, result.records[0]["error"]) == (ExitCode.SIGN_IN, "keyring")
    command = ("album", "create", "--name", "A", "--connection", "Work", "--token-stdin")
    assert run.alone(*command, stdin=SANDBOX_TOKEN).code == 0
    # An address and a user that are stored are that connection.
    assert run("whoami", "--json").records[0]["connection"] == "Work"
    assert run.alone("connections", "remove", "Work", "--yes").code == 0


def test_a_connection_without_a_token_says_how_it_gets_one(run, keyring_in_memory):
    run.alone("connections", "add", "Work", *run.place[:4])
    result = run.alone("whoami", "--json", stdin="")
    assert (result.code, result.records[0]["error"]) == (ExitCode.SIGN_IN, "token_missing")
    assert run.alone("whoami", "--connection", "Wrk").code == ExitCode.USAGE


def test_whoami_says_who_and_whether_the_token_is_accepted(run):
    record = run("whoami", "--json").records[0]
    assert record["userId"] == SANDBOX_USER_ID
    assert (record["accepted"], record["spaces"]) == (True, [SANDBOX_CONTAINER_ID])
    run.sandbox.expire_tokens()
    result = run("whoami")
    assert result.code == ExitCode.SIGN_IN
    assert "does not accept the token" in result.out


def test_a_connection_is_tested_step_by_step(run):
    result = run("connections", "test", "--json")
    assert result.code == 0
    *steps, last = result.records
    assert [step["step"] for step in steps] == ["address", "tls", "clock", "token", "user", "space"]
    assert last["cause"] == "fine"
    run.sandbox.inject(Fault.EXPIRED_TOKEN)
    assert run("connections", "test").code == ExitCode.SIGN_IN
    run.sandbox.stop()
    assert run("connections", "test").code == ExitCode.NOT_SENT


def test_a_session_past_half_of_its_life_is_renewed_before_it_is_used(run, keyring_in_memory):
    connection = Connection(
        connection_id="c-1",
        name="Family",
        service_address=run.sandbox.base_url,
        user_id=SANDBOX_USER_ID,
        authorization_format="as_is",
        language="en-US",
        account=SANDBOX_ACCOUNT,
        agent_name=SANDBOX_AGENT,
    )
    backend = Backend(run.data_dir)
    backend.open()
    tokens = backend.sessions.log_in(connection, SANDBOX_PASSWORD).tokens
    backend.profiles.add(connection)
    entry = (SERVICE_NAME, "c-1")
    for age, is_renewed in ((0.4, False), (0.6, True), (0.1, False)):
        kept = replace(tokens, issued_at=tokens.issued_at - age * tokens.expires_in)
        backend.sessions.save("c-1", kept.text)
        assert run.alone("album", "create", "--name", f"A{age}", "--connection", "Family").code == 0
        assert (keyring_in_memory.items[entry] != kept.text) is is_renewed
        tokens = tokens_from_text(keyring_in_memory.items[entry])
    backend.close()
    keyring_in_memory.items.clear()
    result = run.alone("whoami", "--connection", "Family", stdin="")
    assert (result.code, "Sign in with KooDesk" in result.err) == (ExitCode.SIGN_IN, True)
