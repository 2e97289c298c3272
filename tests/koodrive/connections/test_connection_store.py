"""The list of connections on a real disk, and the checks of the connection dialog."""

from __future__ import annotations

import dataclasses
import json
import stat
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from koodrive.api.auth import AuthorizationFormat
from koodrive.api.serialization import LANGUAGES, DeleteIdForm, LanguageForm, NumberForm, TraceIdHeader
from koodrive.connections import store
from koodrive.connections.rules import ACCOUNT_LIMIT, LONGEST_IDLE_MINUTES, NAME_LIMIT
from koodrive.connections.store import ConnectionStore, new_connection_id
from koodrive.core.file_lock import FileLock
from koodrive.errors import ConnectionStoreError
from koodrive.models import Connection
from koodrive.network.proxy import ProxyMode

ONE = Connection("1" * 32, "Family cloud", "https://example.com", "U-1", AuthorizationFormat.BEARER, "en-US")
TWO = Connection("2" * 32, "公司", "https://example.org:8443", "U-2", AuthorizationFormat.AS_IS, "zh-CN")

CONNECTIONS = st.builds(
    Connection,
    connection_id=st.uuids().map(lambda value: value.hex),
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=NAME_LIMIT),
    service_address=st.just("https://example.com"),
    user_id=st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1),
    authorization_format=st.sampled_from([member.value for member in AuthorizationFormat]),
    language=st.sampled_from(LANGUAGES),
    proxy=st.sampled_from([member.value for member in ProxyMode]),
    proxy_address=st.sampled_from(["", "http://proxy.example:8080"]),
    proxy_user=st.text(st.characters(exclude_categories=["C"], exclude_characters=":")),
    ca_file=st.sampled_from(["", "/etc/企业.pem"]),
    account=st.text(st.characters(exclude_categories=["C"]), max_size=ACCOUNT_LIMIT),
    agent_name=st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)),
    number_form=st.sampled_from([member.value for member in NumberForm]),
    delete_id_form=st.sampled_from([member.value for member in DeleteIdForm]),
    trace_id_header=st.sampled_from([member.value for member in TraceIdHeader]),
    language_form=st.sampled_from([member.value for member in LanguageForm]),
    idle_minutes=st.integers(1, LONGEST_IDLE_MINUTES).map(str),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "connections.json"


def stored(*connections, **changes):
    """Return the content of a file as `ConnectionStore` writes it, with other keys changed."""
    entries = [dataclasses.asdict(connection) for connection in connections]
    return json.dumps({"version": 1, "connections": entries} | changes)


class TestFile:
    """Adding, replacing and removing."""

    def test_without_a_file_the_list_is_empty_and_none_is_made(self, path):
        assert ConnectionStore(path).load() == ()
        assert ConnectionStore(path).remove("nobody") == ()
        assert not path.exists()

    @pytest.mark.parametrize(
        "spelt", ["https://example.com/", "HTTPS://Example.com", "https://example.com:443"]
    )
    def test_an_address_has_one_spelling_whatever_stands_in_the_file(self, path, spelt):
        path.write_text(stored(dataclasses.replace(ONE, service_address=spelt)), encoding="utf-8")
        assert ConnectionStore(path).load() == (ONE,)

    def test_what_is_added_is_there_for_the_next_process_in_that_order(self, path):
        profiles = ConnectionStore(path)
        assert profiles.add(TWO) == (TWO,)
        assert profiles.add(ONE) == (TWO, ONE)
        assert ConnectionStore(path).load() == (TWO, ONE)
        assert profiles.notice is None

    def test_a_replaced_one_keeps_its_place(self, path):
        profiles = ConnectionStore(path)
        profiles.add(ONE)
        profiles.add(TWO)
        renamed = dataclasses.replace(ONE, name="Another name")
        assert profiles.replace(renamed) == (renamed, TWO)
        assert ConnectionStore(path).load() == (renamed, TWO)

    def test_a_file_of_an_older_version_has_no_proxy_and_no_ca_file(self, path):
        older = {
            name: getattr(ONE, name)
            for name in (
                "connection_id",
                "name",
                "service_address",
                "user_id",
                "authorization_format",
                "language",
            )
        }
        path.write_text(json.dumps({"version": 1, "connections": [older]}), encoding="utf-8")
        assert ConnectionStore(path).load() == (ONE,)
        assert (ONE.proxy, ONE.proxy_address, ONE.proxy_user, ONE.ca_file) == ("none", "", "", "")
        ConnectionStore(path).add(TWO)
        assert json.loads(path.read_text(encoding="utf-8"))["connections"][0] == older

    def test_a_file_of_an_older_version_has_no_account_and_the_usual_forms(self, path):
        ConnectionStore(path).add(ONE)
        assert "account" not in path.read_text(encoding="utf-8")
        (connection,) = ConnectionStore(path).load()
        assert (connection.account, connection.agent_name, connection.idle_minutes) == ("", "", "20")
        assert (connection.number_form, connection.language_form) == (NumberForm.INTEGER, LanguageForm.HYPHEN)
        assert connection.trace_id_header == TraceIdHeader.SENT
        assert connection.delete_id_form == DeleteIdForm.LIST

    @pytest.mark.parametrize(
        "changes",
        [
            *(
                {"idle_minutes": junk}
                for junk in ("", "0", "-1", "1441", "99999", "20.5", " 20", "٢٠", "020", 20, None)
            ),
            *({"number_form": junk} for junk in ("", "float", 1)),
            *({"trace_id_header": junk} for junk in ("", "perhaps", False)),
            *({"delete_id_form": junk} for junk in ("", "array", 1)),
            *({"language_form": junk} for junk in ("", "en", None)),
            *({"authorization_format": junk} for junk in ("", "basic", 1)),
            {"account": 27188460911},
            {"agent_name": None},
            {"proxy": "socks"},
            {"proxy": ""},
            {"proxy_user": 5},
            {"ca_file": None},
        ],
        ids=ascii,
    )
    def test_a_field_that_was_never_written_so_counts_as_damage(self, path, changes):
        entry = dataclasses.asdict(ONE) | changes
        path.write_text(json.dumps({"version": 1, "connections": [entry]}), encoding="utf-8")
        profiles = ConnectionStore(path)
        assert profiles.load() == ()
        assert "was damaged" in profiles.notice

    def test_replacing_by_the_same_is_fine(self, path):
        ConnectionStore(path).add(ONE)
        assert ConnectionStore(path).replace(ONE) == (ONE,)

    def test_removing_takes_one_away_and_may_be_repeated(self, path):
        profiles = ConnectionStore(path)
        profiles.add(ONE)
        profiles.add(TWO)
        assert profiles.remove(ONE.connection_id) == (TWO,)
        assert profiles.remove(ONE.connection_id) == (TWO,)
        assert ConnectionStore(path).load() == (TWO,)

    def test_an_id_cannot_be_added_twice(self, path):
        profiles = ConnectionStore(path)
        profiles.add(ONE)
        with pytest.raises(ConnectionStoreError, match="in the list already"):
            profiles.add(dataclasses.replace(TWO, connection_id=ONE.connection_id))
        assert profiles.load() == (ONE,)

    def test_one_that_is_gone_cannot_be_replaced(self, path):
        profiles = ConnectionStore(path)
        profiles.add(ONE)
        with pytest.raises(ConnectionStoreError, match="no longer in the list"):
            profiles.replace(TWO)
        assert profiles.load() == (ONE,)

    def test_it_is_json_that_people_can_read_and_others_cannot(self, path):
        ConnectionStore(path).add(TWO)
        assert "公司" in path.read_text(encoding="utf-8")
        assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1
        if sys.platform != "win32":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_it_has_the_fields_of_a_connection_and_so_no_secret(self, path):
        ConnectionStore(path).add(ONE)
        (entry,) = json.loads(path.read_text(encoding="utf-8"))["connections"]
        assert set(entry) == {
            "connection_id",
            "name",
            "service_address",
            "user_id",
            "authorization_format",
            "language",
        }

    # Each example waits for the disk several times.
    @given(st.lists(CONNECTIONS, max_size=4, unique_by=lambda connection: connection.connection_id))
    def test_every_list_comes_back_as_it_was(self, connections):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "connections.json"
            for connection in connections:
                ConnectionStore(path).add(connection)
            assert ConnectionStore(path).load() == tuple(connections)

    def test_threads_lose_nothing_of_each_other(self, path):
        profiles = ConnectionStore(path)
        connections = [dataclasses.replace(ONE, connection_id=new_connection_id()) for _ in range(8)]
        threads = [threading.Thread(target=profiles.add, args=[connection]) for connection in connections]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
        assert set(ConnectionStore(path).load()) == set(connections)


class TestDamage:
    """Files that cannot be read, or must not be written."""

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"\xff\xfe",
            b"null",
            b"[]",
            b"{}",
            b'{"version": "1", "connections": []}',
            b'{"version": true, "connections": []}',
            b'{"version": 1}',
            b'{"version": 1, "connections": {}}',
            b'{"version": 1, "connections": [[]]}',
            b'{"version": 1, "connections": [{}]}',
            b"[" * 100_000,
            stored(ONE, ONE).encode(),
            stored(dataclasses.replace(ONE, language="xx")).encode(),
            stored(dataclasses.replace(ONE, authorization_format="basic")).encode(),
            stored(dataclasses.replace(ONE, name="")).encode(),
            stored(dataclasses.replace(ONE, user_id=7)).encode(),
        ],
        ids=lambda content: ascii(content)[:50],
    )
    def test_a_damaged_file_is_put_aside_and_told_about(self, path, content):
        path.write_bytes(content)
        profiles = ConnectionStore(path)
        with time_machine.travel("2026-03-04T05:06:07Z", tick=False):
            assert profiles.load() == ()
        aside = path.with_name("connections.json.corrupt-20260304T050607Z")
        assert aside.read_bytes() == content
        assert str(aside) in profiles.notice
        assert not path.exists()
        assert profiles.add(ONE) == (ONE,)
        assert profiles.notice is not None

    def test_a_second_damage_in_the_same_second_overwrites_nothing(self, path):
        with time_machine.travel("2026-03-04T05:06:07Z", tick=False):
            for content in (b"first", b"second", b"third"):
                path.write_bytes(content)
                assert ConnectionStore(path).load() == ()
        asides = sorted(path.parent.glob("*.json*"))
        assert [aside.read_bytes() for aside in asides] == [b"first", b"second", b"third"]

    def test_a_change_of_a_damaged_list_puts_it_aside_first(self, path):
        path.write_bytes(b"damaged")
        assert ConnectionStore(path).add(ONE) == (ONE,)
        assert len(list(path.parent.glob("*.json*"))) == 2

    @pytest.mark.parametrize("version", [0, 2, 99, -1])
    @pytest.mark.parametrize("change", ["load", "add", "remove", "replace"])
    def test_another_version_is_left_alone(self, path, version, change):
        content = stored(ONE, version=version, more={"new": "things"})
        path.write_text(content, encoding="utf-8")
        arguments = {"load": [], "add": [TWO], "remove": [ONE.connection_id], "replace": [ONE]}[change]
        with pytest.raises(ConnectionStoreError, match=f"format {version}"):
            getattr(ConnectionStore(path), change)(*arguments)
        assert path.read_text(encoding="utf-8") == content

    def test_keys_that_nobody_knows_are_ignored(self, path):
        entry = dataclasses.asdict(ONE) | {"colour": "blue"}
        path.write_text(json.dumps({"version": 1, "connections": [entry], "more": 1}), encoding="utf-8")
        assert ConnectionStore(path).load() == (ONE,)

    def test_a_file_that_cannot_be_read_is_an_error_and_stays(self, path):
        path.mkdir()
        with pytest.raises(ConnectionStoreError, match="could not be read") as caught:
            ConnectionStore(path).load()
        assert str(path) in str(caught.value)
        assert isinstance(caught.value.__cause__, OSError)
        assert path.is_dir()

    def test_a_place_that_cannot_be_written_is_an_error(self, tmp_path):
        path = tmp_path / "no such folder" / "connections.json"
        with pytest.raises(ConnectionStoreError, match="could not be saved") as caught:
            ConnectionStore(path).add(ONE)
        assert str(path) in str(caught.value)

    def test_text_that_cannot_be_stored_is_an_error_and_the_old_list_stays(self, path):
        profiles = ConnectionStore(path)
        profiles.add(ONE)
        with pytest.raises(ConnectionStoreError, match="could not be saved"):
            profiles.add(dataclasses.replace(TWO, name="\ud800"))
        assert ConnectionStore(path).load() == (ONE,)
        assert [file for file in path.parent.iterdir() if file.is_file()] == [path]


def test_every_new_id_is_another():
    ids = {new_connection_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(value) == 32 and int(value, 16) >= 0 for value in ids)


def test_several_processes_that_change_the_list_lose_no_connection(path):
    def add(number: int) -> None:
        # Each with a store of its own, as processes have.
        store = ConnectionStore(path)
        store.add(dataclasses.replace(ONE, connection_id=f"{number:032}"))
        if number % 4 == 0:
            store.remove(f"{number:032}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    kept = {int(connection.connection_id) for connection in ConnectionStore(path).load()}
    assert kept == {number for number in range(40) if number % 4}


def test_a_list_that_another_process_keeps_locked_is_not_changed(path, monkeypatch):
    monkeypatch.setattr(store, "_LOCKED_SECONDS", 0.05)
    ConnectionStore(path).add(ONE)
    lock = FileLock(path.parent / "locks" / "connections")
    assert lock.acquire()
    assert ConnectionStore(path).load() == (ONE,)
    with pytest.raises(ConnectionStoreError, match="Nothing was changed"):
        ConnectionStore(path).add(TWO)
    lock.release()
    assert ConnectionStore(path).load() == (ONE,)
