"""One log line per request to the service, without private data."""

from __future__ import annotations

import logging

import pytest

from koodrive import CreateAlbum, KooDriveClient
from koodrive.api.request_log import logged
from koodrive.api.transport import ApiRequest, Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError
from koodrive.models import AlbumKind, AlbumType
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault, Sandbox

REQUEST = CreateAlbum(type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL, name="Geheim 秘密")


@pytest.fixture
def sandbox(tmp_path):
    sandbox = Sandbox(tmp_path / "sandbox.jsonl")
    sandbox.start()
    yield sandbox
    sandbox.stop()


@pytest.fixture
def client(sandbox):
    return KooDriveClient(
        base_url=sandbox.base_url,
        user_id=SANDBOX_USER_ID,
        token=SANDBOX_TOKEN,
        timeouts=Timeouts(connect=2, total=5),
    )


@pytest.fixture
def lines(caplog):
    caplog.set_level(logging.INFO, "koodrive.api.request_log")
    return lambda: [
        record.getMessage() for record in caplog.records if record.name == "koodrive.api.request_log"
    ]


def words_of(line):
    return dict(word.split("=", 1) for word in line.split() if "=" in word)


def test_a_create_is_one_line(client, lines):
    client.create_album(REQUEST, trace_id="t" * 58)
    (line,) = lines()
    assert line.startswith("POST /koodrive/ose/v1/album/create outcome=created status=200 trace=" + "t" * 58)
    assert int(words_of(line)["ms"]) < 5_000
    assert "Geheim" not in line


def test_a_list_is_one_line_without_its_query(client, lines):
    client.list_albums(album_type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL, group_id="g-secret")
    (line,) = lines()
    assert line.startswith("GET /koodrive/")
    assert "outcome=answered status=200" in line
    assert "?" not in line
    assert "g-secret" not in line


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(Fault.COMMIT_THEN_DROP, "unknown"), (Fault.DROP_BEFORE_COMMIT, "unknown")],
)
def test_a_lost_answer_says_so(sandbox, client, lines, fault, outcome):
    sandbox.inject(fault, path="/koodrive/ose/v1/album/create")
    with pytest.raises(KoodriveError):
        client.create_album(REQUEST)
    (line,) = lines()
    assert words_of(line)["outcome"] == outcome
    assert words_of(line)["error"] == "OutcomeUnknownError"


def test_what_the_service_refuses_has_its_code(sandbox, lines):
    stranger = KooDriveClient(base_url=sandbox.base_url, user_id=SANDBOX_USER_ID, token="wrong-token-123")
    with pytest.raises(KoodriveError) as refused:
        stranger.create_album(REQUEST)
    (line,) = lines()
    words = words_of(line)
    assert words["outcome"] == "refused"
    assert words["code"] == refused.value.code
    assert words["status"] == str(refused.value.status)
    assert "wrong-token" not in line


def test_what_never_left_says_so(sandbox, client, lines):
    sandbox.stop()
    with pytest.raises(KoodriveError):
        client.create_album(REQUEST)
    (line,) = lines()
    assert words_of(line)["outcome"] == "not_sent"
    assert "status=" not in line


def test_what_was_cancelled_is_one_line_too(client, lines):
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(KoodriveError):
        client.create_album(REQUEST, cancellation=cancellation)
    assert len(lines()) == 1


def test_a_code_cannot_add_words_of_its_own(lines):
    @logged
    def carry(_transport, _call, _trace_id):
        raise KoodriveError("t", "m", code="1 outcome=created\nforged", status=500)

    with pytest.raises(KoodriveError):
        carry(None, ApiRequest("POST", "/p", {"token": "abc"}), "trace")
    (line,) = lines()
    assert 'code="1 outcome=created\\nforged"' in line
    assert line.startswith("POST /p outcome=unknown status=500 ")
