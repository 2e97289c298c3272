"""Diagnostics of a real backend, without any secret."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import subprocess
import sys
import urllib.request

import pytest
import trustme

from koodrive.backend.backend import JOURNAL_FILE, Backend
from koodrive.backend.diagnostics import as_text, gather
from koodrive.credentials.store import CredentialStore
from koodrive.models import Connection
from koodrive.network.proxy import ProxyMode, ProxySettings
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

CANARY = "canary-7f3a9c"
REMOTE = Connection(
    "c1",
    "Family\ncloud",
    "https://service.example",
    "user-canary-17",
    "bearer",
    "en-US",
    proxy="manual",
    proxy_address="http://proxy.example:8080",
    proxy_user="anna",
)


def facts(backend, connection=REMOTE):
    return {
        (section.title, fact.name): fact for section in gather(backend, connection) for fact in section.facts
    }


def test_a_named_proxy_and_where_its_password_is(backend):
    found = facts(backend)
    assert found["Proxy", "In use"].value == "http://proxy.example:8080"
    assert found["Proxy", "Why"].value == "The connection names it."
    assert "keyring" in found["Proxy", "Signs in"].value
    backend.proxy_passwords.save_for_session("c1", CANARY)
    assert "this session only" in facts(backend)["Proxy", "Signs in"].value


def test_the_systems_proxy_and_why_there_is_none(backend, monkeypatch):
    monkeypatch.setenv("https_proxy", f"http://anna:{CANARY}@proxy.example:8080")
    monkeypatch.setenv("no_proxy", "other.example")
    monkeypatch.delenv("NO_PROXY", raising=False)
    connection = dataclasses.replace(REMOTE, proxy="system", proxy_address="", proxy_user="")
    found = facts(backend, connection)
    assert found["Proxy", "In use"].value == "http://proxy.example:8080"
    assert found["Proxy", "Why"].value == "https_proxy names it."
    assert found["Environment", "https_proxy"].value == "Set, and obeyed"
    assert CANARY not in as_text(gather(backend, connection))
    assert facts(backend, dataclasses.replace(connection, proxy="none"))[
        "Environment", "https_proxy"
    ].value == ("Set, and ignored")
    monkeypatch.setenv("https_proxy", f"socks5://anna:{CANARY}@proxy.example:8080")
    broken = facts(backend, connection)["Proxy", "In use"]
    assert broken.is_problem
    assert "https_proxy" in broken.value
    assert CANARY not in as_text(gather(backend, connection))


@pytest.mark.parametrize(("value", "is_straight"), [("10.0.0.0/8", True), ("10.2.0.0/16", False)])
def test_c48_the_way_that_is_told_is_the_way_that_is_taken(backend, monkeypatch, value, is_straight):
    monkeypatch.setenv("https_proxy", "http://proxy.example:8080")
    monkeypatch.setenv("no_proxy", value)
    connection = dataclasses.replace(
        REMOTE, service_address="https://10.1.2.3", proxy="system", proxy_address="", proxy_user=""
    )
    taken = ProxySettings(ProxyMode.SYSTEM).decide(connection.service_address)
    assert (taken.proxy is None) == is_straight
    found = facts(backend, connection)
    assert found["Proxy", "In use"].value == ("None" if is_straight else "http://proxy.example:8080")
    assert found["Proxy", "Why"].value == taken.why


def test_a_ca_file_with_its_authorities_and_one_that_is_gone(backend, tmp_path):
    path = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(path)
    connection = dataclasses.replace(REMOTE, ca_file=str(path))
    found = facts(backend, connection)
    assert found["Secure connection", "CA file"].value == str(path)
    assert "until 3000-01-01" in found["Secure connection", "CA file holds"].value
    assert "cannot be switched off" in found["Secure connection", "Certificates"].value
    path.unlink()
    gone = facts(backend, connection)["Secure connection", "CA file holds"]
    assert gone.is_problem
    assert "no longer there" in gone.value


def test_time_is_told_once_it_was_learned(backend):
    with Sandbox() as sandbox:
        connection = dataclasses.replace(
            REMOTE,
            service_address=sandbox.base_url,
            user_id=SANDBOX_USER_ID,
            proxy="none",
            proxy_address="",
            proxy_user="",
        )
        assert "Not learned yet" in facts(backend, connection)["Time", "Service's time"].value
        backend.clients.client(connection, SANDBOX_TOKEN).list_shared_folders()
        found = facts(backend, connection)
    assert found["Time", "Clock of this computer"].value == "Correct"
    assert "plain http" in found["Secure connection", "Encryption"].value


def test_no_keyring_is_a_problem_in_words(backend):
    keyring = facts(backend)["Keyring", "In use"]
    assert keyring.is_problem
    assert keyring.value.startswith("This computer has no keyring. ")


def test_the_journal_mode_is_the_one_of_the_file(backend):
    mode = facts(backend)["Data", "Journal mode"].value
    path = backend.data_dir / JOURNAL_FILE
    connection = sqlite3.connect(path)
    asked = connection.execute("PRAGMA journal_mode").fetchone()[0]
    connection.close()
    assert mode == asked.upper()
    assert facts(backend)["Data", "Directory"].value == str(backend.data_dir)


def test_another_program_leaves_the_log_after_a_look_at_the_diagnostics(backend):
    path = backend.journal.path
    assert facts(backend)["Data", "Journal mode"].value == "WAL"
    program = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA user_version').fetchone()"
    subprocess.run([sys.executable, "-c", program, path], check=True, timeout=60)
    assert path.with_name(f"{path.name}-wal").exists()


def test_a_netrc_is_told_of_and_ignored(backend, private_home):
    (private_home / ".netrc").write_text(f"machine service.example login anna password {CANARY}")
    assert facts(backend)["Environment", "~/.netrc"].value == "There, and ignored"
    assert CANARY not in as_text(gather(backend, REMOTE))


def test_a_closed_history_and_no_connection_are_no_obstacle(tmp_path):
    backend = Backend(tmp_path / "data")
    backend.credentials = CredentialStore(patience_seconds=2)
    found = facts(backend, None)
    assert found["Data", "History"].is_problem
    assert ("Versions", "KooDesk") in found


def test_nothing_secret_is_in_it_and_every_fact_is_one_line(backend, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://u:{CANARY}@h:1")
    monkeypatch.setenv("NETRC", CANARY)
    backend.credentials.save_for_session("c1", f"{CANARY}-token")
    backend.proxy_passwords.save_for_session("c1", f"{CANARY}-proxy")
    sections = gather(backend, REMOTE)
    text = as_text(sections)
    assert "canary" not in text
    assert "anna" not in text
    assert "Family cloud" in text
    assert len(text.splitlines()) == sum(2 + len(section.facts) for section in sections) - 1


def test_c56_the_own_sandbox_can_be_controlled_by_what_is_shown_and_copies_mask_it(backend):
    connection = backend.start_sandbox()
    sections = gather(backend, connection)
    (shown,) = (
        {fact.name: fact.value for fact in section.facts}
        for section in sections
        if section.title == "Sandbox"
    )
    name, _, secret = shown["Control header"].partition(": ")
    # As the README puts the two together.
    request = urllib.request.Request(f"{shown['Service address']}/sandbox/faults", headers={name: secret})
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer) == {"faults": []}
    assert secret not in as_text(sections)
    assert secret not in as_text(gather(backend, REMOTE))
    assert "Control header" not in {
        fact.name for section in gather(backend, REMOTE) for fact in section.facts
    }
