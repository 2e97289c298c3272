"""A request as a text for a ticket: everything that support asks for, and no secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from koodrive import CreateAlbum
from koodrive.backend.backend import Backend
from koodrive.backend.ticket import ticket_text
from koodrive.errors import JournalError
from koodrive.journal import Attempt
from koodrive.logs.redaction import SECRETS
from koodrive.models import OutcomeKind, RequestKind

TOKEN = "canary-9e107d9d372bb6826bd81d3542a419d6"
TRACE = "0e1f1fa1b49d68858537a4c39ac6e5fa4f4ef2c10283437783d33f9e26"

ATTEMPT = Attempt(
    attempt_id=8,
    kind=RequestKind.ALBUM,
    name="Customer 0040",
    outcome=OutcomeKind.REFUSED,
    result_id=None,
    connection_id="c1",
    connection_name="Carrier A",
    started_at=datetime(2026, 11, 30, 1, 36, 20, 116_000, UTC),
    settled_at=datetime(2026, 11, 30, 1, 36, 20, 528_000, UTC),
    trace_id=TRACE,
    service_address="https://koodrive.example",
    user_id="1644817543959100032",
    file_id=None,
    group_id=None,
    tenant_id=None,
    creator=None,
    create_time=None,
    body='{"name": "Customer 0040", "type": 2}',
    answer='{"code": 13000405,\r\n "msg": "full"}',
    status=400,
    code="13000405",
    title="The space is full",
    message="Nothing was created.",
    note=None,
)


def test_it_says_what_when_where_and_with_which_answer():
    assert ticket_text(ATTEMPT).splitlines() == [
        "attempt: 8",
        "kind: album",
        "outcome: refused",
        "sent: POST /koodrive/ose/v1/album/create",
        f"trace ID: {TRACE}",
        "started: 2026-11-30 01:36:20.116 UTC",
        "settled: 2026-11-30 01:36:20.528 UTC (after 0.412 s)",
        "HTTP status: 400",
        "code: 13000405",
        "title: The space is full",
        "message: Nothing was created.",
        "name: Customer 0040",
        "connection: Carrier A",
        "service address: https://koodrive.example",
        "user ID: 1644817543959100032",
        "",
        "request:",
        '    {"name": "Customer 0040", "type": 2}',
        "",
        "answer:",
        '    {"code": 13000405,',
        '     "msg": "full"}',
    ]


def test_what_is_under_way_and_what_a_newer_version_wrote_have_their_texts():
    text = ticket_text(replace(ATTEMPT, kind="backup", settled_at=None, answer=None, trace_id=""))
    assert "settled" not in text
    assert "sent:" not in text
    assert "trace ID: (none was sent)" in text
    assert text.endswith("answer:\n    (none)\n")


@pytest.mark.parametrize("field", ["body", "answer", "name", "title", "message", "note", "connection_name"])
def test_no_token_is_in_it(field):
    SECRETS.register(TOKEN)
    text = ticket_text(replace(ATTEMPT, **{field: f"before {TOKEN} after"}))
    assert TOKEN not in text
    assert "before" in text


@pytest.mark.parametrize("field", ["body", "answer", "name", "message"])
def test_nothing_from_outside_can_pass_for_a_part_of_it(field):
    text = ticket_text(replace(ATTEMPT, **{field: "a\noutcome: created\u202e\x00"}))
    assert sum(line.startswith("outcome: ") for line in text.splitlines()) == 1
    assert all(character.isprintable() or character == "\n" for character in text)


def test_the_backend_gives_it_for_what_was_created(tmp_path):
    backend = Backend(tmp_path / "data")
    backend.open()
    connection = backend.start_sandbox()
    token = backend.credentials.load(connection.connection_id)
    try:
        outcome = backend.create(CreateAlbum(type=2, album_kind=1, name="Summer"), connection, token)
        text = backend.ticket(outcome.attempt_id)
        assert f"ID: {outcome.created.album_id}" in text
        assert f"trace ID: {outcome.trace_id}" in text
        assert token not in text
        with pytest.raises(JournalError):
            backend.ticket(outcome.attempt_id + 1)
    finally:
        backend.close()
