"""The way of one create against the sandbox: the journal and the server's effects always agree."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.backend.backend import Backend
from koodrive.core.deadline import Cancellation
from koodrive.creation.creator import Creator
from koodrive.errors import DuplicateRequestError, InvalidRequestError, JournalError
from koodrive.journal import HistoryQuery
from koodrive.messages import Message
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

ALBUM = CreateAlbum(type=2, album_kind=1, name="家庭 2026")
OTHER = CreateAlbum(type=2, album_kind=1, name="婚礼 2026")


@pytest.fixture
def connection(sandbox) -> Connection:
    return Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")


def only_attempt(backend):
    (attempt,) = backend.journal.history.attempts(HistoryQuery())
    return attempt


def test_a_create_leaves_one_effect_and_one_row(backend, sandbox, connection):
    outcome = backend.create(ALBUM, connection, SANDBOX_TOKEN)
    (effect,) = sandbox.effects()
    attempt = only_attempt(backend)
    assert outcome.kind is OutcomeKind.CREATED
    assert outcome.created.album_id == effect["id"] == attempt.result_id
    assert attempt.outcome is OutcomeKind.CREATED
    assert attempt.trace_id == outcome.trace_id == effect["traceId"]
    assert json.loads(attempt.body) == {"name": "家庭 2026", "type": 2, "albumKind": 1}
    assert json.loads(attempt.answer)["albumId"] == effect["id"]
    assert SANDBOX_TOKEN not in repr(attempt)


def test_a_shared_folder_and_an_album_in_it(backend, sandbox, connection):
    folder = backend.create(
        CreateSharedFolder(name="Family", container_id=SANDBOX_CONTAINER_ID), connection, SANDBOX_TOKEN
    )
    album = CreateAlbum(
        type=2,
        album_kind=2,
        name="In it",
        group_id=folder.created.group_id,
        share_folder_id=folder.created.id,
    )
    outcome = backend.create(album, connection, SANDBOX_TOKEN)
    assert outcome.kind is OutcomeKind.CREATED
    assert len(sandbox.effects()) == 2
    row = backend.journal.history.attempt(folder.attempt_id)
    assert row.group_id == folder.created.group_id
    assert row.file_id == folder.created.share_folder_id
    assert row.result_id == folder.created.id


@pytest.mark.parametrize(
    ("fault", "kind", "effects"),
    [
        (Fault.COMMIT_THEN_DROP, OutcomeKind.UNKNOWN, 1),
        (Fault.DROP_BEFORE_COMMIT, OutcomeKind.UNKNOWN, 0),
        (Fault.HALF_CLOSE, OutcomeKind.UNKNOWN, 1),
        (Fault.ERROR_AFTER_COMMIT, OutcomeKind.UNKNOWN, 1),
        (Fault.ERROR_BEFORE_COMMIT, OutcomeKind.UNKNOWN, 0),
        (Fault.HTML, OutcomeKind.UNKNOWN, 1),
        (Fault.WRONG_JSON, OutcomeKind.UNKNOWN, 1),
        (Fault.MISSING_ID, OutcomeKind.UNKNOWN, 1),
        (Fault.NUMERIC_ID, OutcomeKind.UNKNOWN, 1),
        (Fault.TRUNCATED, OutcomeKind.UNKNOWN, 1),
        (Fault.BIG_BODY, OutcomeKind.UNKNOWN, 1),
        (Fault.GZIP_BOMB, OutcomeKind.UNKNOWN, 1),
        (Fault.NONZERO_CODE, OutcomeKind.REFUSED, 0),
        (Fault.EXPIRED_TOKEN, OutcomeKind.REFUSED, 0),
        (Fault.EXPIRED_TOKEN_200, OutcomeKind.REFUSED, 0),
        (Fault.THROTTLED, OutcomeKind.REFUSED, 0),
        (Fault.REDIRECT, OutcomeKind.REFUSED, 0),
    ],
)
def test_every_fault_is_told_and_nothing_is_sent_twice(backend, sandbox, connection, fault, kind, effects):
    sandbox.inject(fault)
    outcome = backend.create(ALBUM, connection, SANDBOX_TOKEN)
    assert outcome.kind is kind
    assert only_attempt(backend).outcome is kind
    assert outcome.title
    assert outcome.message
    assert len(sandbox.effects()) == effects
    assert len(sandbox.requests()) == 1


def test_the_intent_is_on_disk_before_the_request_arrives(backend, sandbox, connection):
    cancellation = Cancellation()
    sandbox.inject(Fault.HANG, seconds=20)
    done = threading.Event()

    def create() -> None:
        backend.create(ALBUM, connection, SANDBOX_TOKEN, cancellation)
        done.set()

    thread = threading.Thread(target=create)
    thread.start()
    while not sandbox.requests():
        done.wait(0.01)
    attempt = only_attempt(backend)
    assert attempt.outcome is OutcomeKind.SENDING
    cancellation.cancel()
    assert done.wait(2), "cancelled within a second or so"
    thread.join()
    assert only_attempt(backend).outcome is OutcomeKind.UNKNOWN


def test_nothing_is_sent_when_the_intent_cannot_be_written(backend, sandbox, connection):
    backend.journal.close()
    with pytest.raises(JournalError):
        backend.create(ALBUM, connection, SANDBOX_TOKEN)
    assert sandbox.requests() == []


def test_a_result_stands_when_the_history_cannot_take_it(backend, sandbox, connection, monkeypatch):
    def close_then_settle(attempt_id: int, settlement: object) -> None:
        backend.journal.close()
        settle(attempt_id, settlement)

    settle = backend.journal.attempts.settle
    monkeypatch.setattr(backend.journal.attempts, "settle", close_then_settle)
    outcome = backend.create(ALBUM, connection, SANDBOX_TOKEN)
    assert outcome.kind is OutcomeKind.CREATED
    assert outcome.created.album_id == sandbox.effects()[0]["id"]
    assert outcome.journal_problem


def test_an_outcome_that_could_not_be_written_is_written_later(backend, sandbox, connection, monkeypatch):
    settle = backend.journal.attempts.settle

    def fail(attempt_id: int, settlement: object) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    monkeypatch.setattr(backend.journal.attempts, "settle", fail)
    first = backend.create(ALBUM, connection, SANDBOX_TOKEN)
    assert first.journal_problem
    assert only_attempt(backend).outcome is OutcomeKind.SENDING
    monkeypatch.setattr(backend.journal.attempts, "settle", settle)
    backend.create(OTHER, connection, SANDBOX_TOKEN)
    assert backend.journal.history.attempt(first.attempt_id).result_id == first.created.album_id


def test_a_disk_that_fails_is_asked_once_and_not_for_every_outcome_that_waits(
    backend, connection, monkeypatch
):
    settle, asked = backend.journal.attempts.settle, []

    def fail(attempt_id: int, settlement: object) -> None:
        asked.append(attempt_id)
        raise JournalError(Message("No"), Message("Another program keeps it locked."))

    monkeypatch.setattr(backend.journal.attempts, "settle", fail)
    for number in range(3):
        backend.create(replace(ALBUM, name=f"Album {number}"), connection, SANDBOX_TOKEN)
    asked.clear()
    creator = backend.creator
    creator.flush_pending_outcomes()
    creator.flush_pending_outcomes()
    assert len(asked) == len(set(asked)) == 2, "one each time, and another each time"
    monkeypatch.setattr(backend.journal.attempts, "settle", settle)
    creator.flush_pending_outcomes()
    assert backend.journal.history.count(HistoryQuery(outcomes=frozenset({OutcomeKind.CREATED}))) == 3


def test_an_outcome_that_waits_is_written_by_one_thread_only(backend, connection, monkeypatch):
    settle, settled, all_here = backend.journal.attempts.settle, [], threading.Barrier(4)

    def fail(_attempt_id: int, _settlement: object) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    def settle_once(attempt_id: int, settlement: object) -> None:
        settled.append(attempt_id)
        settle(attempt_id, settlement)

    def write() -> None:
        all_here.wait(5)
        creator.flush_pending_outcomes()

    with monkeypatch.context() as patch:
        patch.setattr(backend.journal.attempts, "settle", fail)
        backend.create(ALBUM, connection, SANDBOX_TOKEN)
    monkeypatch.setattr(backend.journal.attempts, "settle", settle_once)
    creator = backend.creator
    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(settled) == 1


def test_whatever_happens_the_row_does_not_stay_under_way(backend, connection):
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    client = backend.clients.client(connection, SANDBOX_TOKEN)
    client.send = interrupted
    with pytest.raises(KeyboardInterrupt):
        Creator(backend.journal).create(ALBUM, client=client, connection=connection)
    assert only_attempt(backend).outcome is OutcomeKind.UNKNOWN


def test_a_request_with_problems_leaves_no_trace(backend, sandbox, connection):
    with pytest.raises(InvalidRequestError):
        backend.create(CreateAlbum(type=2, album_kind=1), connection, SANDBOX_TOKEN)
    assert backend.journal.history.count(HistoryQuery()) == 0
    assert sandbox.requests() == []


def test_what_a_dead_process_left_is_unknown_at_the_next_start(tmp_path, connection):
    first = Backend(tmp_path / "data")
    first.open()
    first.journal.attempts.begin(
        request=ALBUM,
        connection=connection,
        trace_id="t" * 58,
        body="{}",
        started_at=datetime.now(UTC),
    )
    first.close()
    second = Backend(tmp_path / "data")
    assert second.open().interrupted == 1
    assert only_attempt(second).outcome is OutcomeKind.UNKNOWN
    second.close()


def queued(backend, connection, request=ALBUM):
    return backend.journal.queue.add(
        "album", f'{{"albumName": "{request.name}"}}', connection, datetime.now(UTC)
    )


def test_a_create_from_the_queue_leaves_it_and_one_from_elsewhere_does_not(backend, sandbox, connection):
    queued_id = queued(backend, connection)
    backend.create(OTHER, connection, SANDBOX_TOKEN)
    assert [one.queued_id for one in backend.journal.queue.requests()] == [queued_id]
    backend.create(ALBUM, connection, SANDBOX_TOKEN, queued_id=queued_id)
    assert backend.journal.queue.requests() == []
    assert len(sandbox.effects()) == 2


def test_what_may_be_a_duplicate_stays_in_the_queue_until_it_is_confirmed(backend, sandbox, connection):
    backend.create(ALBUM, connection, SANDBOX_TOKEN)
    queued_id = queued(backend, connection)
    with pytest.raises(DuplicateRequestError):
        backend.create(ALBUM, connection, SANDBOX_TOKEN, queued_id=queued_id)
    assert len(backend.journal.queue.requests()) == len(sandbox.effects()) == 1
    backend.create(ALBUM, connection, SANDBOX_TOKEN, again=True, queued_id=queued_id)
    assert backend.journal.queue.requests() == []
    assert len(sandbox.effects()) == 2
