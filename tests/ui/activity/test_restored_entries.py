"""Entries of the last day after a restart: what was sent, and what waited, for the account in use alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from memory_keyring import MemoryKeyring
from PySide6.QtWidgets import QPushButton
from resolve_driver import close, use_account
from window_fixtures import posts, use_keyring

from koodrive.api import serialization
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.connections.store import ConnectionStore
from koodrive.credentials.store import CredentialStore
from koodrive.journal import Journal, Settlement
from koodrive.models import CreateAlbum, CreatedAlbum, OutcomeKind, RequestKind
from koodrive.sandbox import SANDBOX_TOKEN, Sandbox

NOW = datetime.now(UTC)


def album(name: str) -> CreateAlbum:
    return CreateAlbum(type=2, album_kind=1, name=name)


@pytest.fixture
def service(data_dir):
    with Sandbox() as service:
        use_account(data_dir, service)
        yield service


@pytest.fixture
def own(service, data_dir):
    (connection,) = ConnectionStore(data_dir / "connections.json").load()
    return connection


@pytest.fixture
def journal(data_dir):
    with Journal(data_dir / JOURNAL_FILE) as journal:
        yield journal


def settle(journal, connection, name: str, kind: OutcomeKind, begun: datetime, result_id: str | None = None):
    attempt_id = journal.attempts.begin(
        request=album(name),
        connection=connection,
        trace_id=name,
        body=serialization.to_json(album(name)),
        started_at=begun,
    )
    created = CreatedAlbum(result_id) if result_id else None
    journal.attempts.settle(attempt_id, Settlement(kind, begun, created=created))


def queue(journal, connection, name: str, body: str | None = None) -> None:
    text = serialization.to_json(album(name)) if body is None else body
    journal.queue.add(RequestKind.ALBUM, text, connection, NOW)


def shown(window) -> list[tuple[str, str]]:
    """Return name and state of the cards, from top to bottom."""
    return [
        (str(entry.pending.request.name), str(entry.card.property("state")))
        for entry in window.activity.entries
    ]


def test_the_last_day_is_there_again_and_nothing_is_sent(qtbot, service, own, journal, start) -> None:
    stranger = replace(own, user_id="1644817543959100777")
    settle(journal, own, "Old", OutcomeKind.CREATED, NOW - timedelta(days=2), "16")
    settle(journal, own, "Made", OutcomeKind.CREATED, NOW - timedelta(hours=3), "17")
    settle(journal, own, "Refused", OutcomeKind.REFUSED, NOW - timedelta(hours=2))
    settle(journal, stranger, "Of another", OutcomeKind.CREATED, NOW - timedelta(hours=1), "18")
    queue(journal, own, "First")
    queue(journal, own, "Second")
    queue(journal, stranger, "Not mine")
    queue(journal, own, "", body="[]")
    journal.close()

    window = start()
    qtbot.waitUntil(lambda: len(window.activity.entries) == 4)
    assert shown(window) == [
        ("Second", "waiting"),
        ("First", "waiting"),
        ("Refused", "refused"),
        ("Made", "created"),
    ]
    assert window.activity.entries[-1].card.result_id == "17"
    assert window.activity.is_waiting
    window.session.reload_token()
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert posts(service) == []
    assert len(shown(window)) == 4


def test_what_is_discarded_does_not_come_back(qtbot, service, own, journal, start) -> None:
    queue(journal, own, "Discarded")
    queue(journal, own, "Kept")
    journal.close()
    window = start()
    qtbot.waitUntil(lambda: len(window.activity.entries) == 2)
    window.activity.entries[1].card.action("discard").click()
    qtbot.waitUntil(lambda: len(window.session.backend.journal.queue.requests()) == 1)
    close(qtbot, window)
    again = start()
    qtbot.waitUntil(lambda: shown(again) == [("Kept", "waiting")])


def test_all_of_them_are_sent_by_one_press_the_oldest_first(qtbot, service, own, journal, start) -> None:
    for name in ("First", "Second", "Third"):
        queue(journal, own, name)
    journal.close()
    window = start()
    window.resize(1100, 760)
    use_keyring(window.session.backend, CredentialStore(backend=MemoryKeyring))
    window.session.backend.credentials.save_for_session(own.connection_id, SANDBOX_TOKEN)
    window.session.reload_token()
    send_all = window.findChild(QPushButton, "activity.sendAll")
    qtbot.waitUntil(lambda: window.session.token is not None and send_all.text() == "Send all 3")
    send_all.click()
    qtbot.waitUntil(lambda: len(posts(service)) == 3 and not window.activity.is_sending, timeout=15_000)
    assert [effect["name"] for effect in service.effects()] == ["First", "Second", "Third"]
    assert window.session.backend.journal.queue.requests() == []
    assert send_all.isHidden()
