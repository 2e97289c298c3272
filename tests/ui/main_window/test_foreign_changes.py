"""What the command writes while the window is open shows in the window, which does not read the disk itself for it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QAbstractItemView, QTableView

from koodrive import CreateAlbum
from koodrive.api.serialization import to_json
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.journal import Journal, NewBatch, Pace, Settlement
from koodrive.models import Connection, CreatedAlbum, OutcomeKind

CONNECTION = Connection("c-1", "Family cloud", "https://example.com", "U-1", "bearer", "en-US")


def begin(journal: Journal, name: str) -> int:
    request = CreateAlbum(type=2, album_kind=1, name=name)
    return journal.attempts.begin(
        request=request,
        connection=CONNECTION,
        trace_id="t" * 58,
        body=to_json(request),
        started_at=datetime.now(UTC),
    )


def test_the_window_follows_what_another_process_writes(qtbot, start, data_dir):
    window = start()
    qtbot.waitUntil(lambda: window.is_opened)
    window.open_page("history")
    journal = window.session.backend.journal
    with Journal(data_dir / JOURNAL_FILE) as command:
        attempt_id, left = begin(command, "Made"), begin(command, "Left")
        table = window.history.findChild(QTableView, "history.table")
        qtbot.waitUntil(lambda: table.model().rowCount() == 2)
        assert journal.history.attempt(left).outcome is OutcomeKind.SENDING
        made = CreatedAlbum("1805929618625036417")
        command.attempts.settle(attempt_id, Settlement(OutcomeKind.CREATED, datetime.now(UTC), created=made))
    # The other one is left `sending`, as by a process that dies.
    qtbot.waitUntil(lambda: journal.history.attempt(left).outcome is OutcomeKind.UNKNOWN, timeout=20_000)
    qtbot.waitUntil(lambda: window.page_services.resolve._open_count == 1)


def test_a_batch_of_the_command_is_listed_while_create_many_is_shown(qtbot, start, data_dir):
    window = start()
    qtbot.waitUntil(lambda: window.is_opened)
    window.open_page("batch")
    listed = window.findChild(QAbstractItemView, "batch.list")
    with Journal(data_dir / JOURNAL_FILE) as command:
        command.batches.add(NewBatch("albums.csv", "00" * 32, ("name",), ("name",), pace=Pace(1, None)), [])
        qtbot.waitUntil(lambda: listed.model().rowCount() == 1, timeout=20_000)
