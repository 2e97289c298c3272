"""A create is prepared once: the history keeps exactly the bytes that leave through the socket."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace

import pytest
from lost_answer_fixtures import COLLECTION, FOLDER, MANUAL
from scripted_server import ScriptedServer, reply

from koodrive import KooDriveClient
from koodrive.api import serialization
from koodrive.api.serialization import NumberForm
from koodrive.errors import InvalidRequestError
from koodrive.models import Connection, OutcomeKind

NAMED = replace(MANUAL, name="家族 “Trip” \\ é\u0301 🎈")
CREATED = {
    "album": b'{"albumId": "1805929618625036417", "code": 0}',
    "folder": b'{"id": "1805929618625036417", "code": 0, "data": {"id": "1805929618625036417"}}',
}


@pytest.mark.parametrize("form", NumberForm)
@pytest.mark.parametrize("request_", [NAMED, COLLECTION, FOLDER], ids=["manual", "collection", "folder"])
def test_the_history_keeps_the_bytes_of_the_socket(driver, form, request_):
    answer = CREATED["folder" if request_ is FOLDER else "album"]
    with ScriptedServer(reply(200, answer)) as server:
        connection = Connection("c2", "Scripted", server.url, "17", "bearer", "en-US", number_form=form.value)
        outcome = driver.backend.create(request_, connection, driver.token)
        (sent,) = server.requests
    assert outcome.kind is OutcomeKind.CREATED
    head, _, body = sent.partition(b"\r\n\r\n")
    attempt = driver.attempt(outcome.attempt_id)
    assert body == attempt.body.encode()
    assert f"x-traceid: {attempt.trace_id}".encode() in head.lower()
    kind = int if form is NumberForm.INTEGER else str
    assert request_ is FOLDER or isinstance(json.loads(body)["type"], kind)


@pytest.mark.parametrize("form", NumberForm)
def test_even_a_client_of_another_connection_is_recorded_as_it_sends(driver, form):
    """The record comes from the client that sends, and not from what the connection says."""
    other = next(other for other in NumberForm if other is not form)
    with ScriptedServer(reply(200, CREATED["album"])) as server:
        connection = Connection("c2", "Scripted", server.url, "17", "bearer", "en-US", number_form=form.value)
        client = driver.backend.clients.client(replace(connection, number_form=other.value), driver.token)
        creator = driver.backend.creator
        outcome = creator.create(MANUAL, client=client, connection=connection)
        body = server.requests[0].partition(b"\r\n\r\n")[2]
    assert body.decode() == driver.attempt(outcome.attempt_id).body == serialization.to_json(MANUAL, other)


def client_of(server) -> KooDriveClient:
    return KooDriveClient(base_url=server.url, user_id="17", token="t")


def test_preparing_sends_nothing_and_cannot_be_changed():
    with ScriptedServer(reply(200, CREATED["album"])) as server:
        prepared = client_of(server).prepare(NAMED)
        assert server.requests == []
    with pytest.raises(dataclasses.FrozenInstanceError):
        prepared.body = "{}"
    assert len(prepared.trace_id) == serialization.TRACE_ID_LENGTH
    assert prepared.path == serialization.ALBUM_CREATE


def test_each_preparation_has_a_trace_id_of_its_own():
    client = KooDriveClient(base_url="http://127.0.0.1:9", user_id="17", token="t")
    assert client.prepare(NAMED).trace_id != client.prepare(NAMED).trace_id
    assert client.prepare(NAMED, trace_id="x" * 58).trace_id == "x" * 58


@pytest.mark.parametrize("request_", [NAMED, FOLDER], ids=["album", "folder"])
def test_to_create_is_to_send_what_was_prepared(request_):
    answer = CREATED["folder" if request_ is FOLDER else "album"]
    with ScriptedServer(reply(200, answer)) as server:
        client = client_of(server)
        prepared = client.prepare(request_)
        sent = client.send(prepared)
        create = client.create_shared_folder if request_ is FOLDER else client.create_album
        created = create(request_, trace_id=prepared.trace_id)
        bodies = [raw.partition(b"\r\n\r\n")[2] for raw in server.requests]
    assert sent.result_id == created.result_id
    assert bodies == [prepared.body.encode()] * 2


@pytest.mark.parametrize("request_", [replace(MANUAL, name=""), replace(FOLDER, name="a/b"), None])
def test_what_breaks_a_rule_is_not_prepared(request_):
    client = KooDriveClient(base_url="http://127.0.0.1:9", user_id="17", token="t")
    with pytest.raises(InvalidRequestError):
        client.prepare(request_)
