"""The main window: first start, notices, connections, closing in every state."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime

import pytest
from memory_keyring import MemoryKeyring
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget
from window_fixtures import has_settled, submission_of, use_keyring

from koodrive.api.serialization import ALBUM_CREATE, to_json
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.connections.store import ConnectionStore
from koodrive.credentials.store import CredentialStore
from koodrive.errors import NotSentError
from koodrive.journal import Journal, Settlement
from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType, Connection, CreateAlbum, CreatedAlbum, OutcomeKind
from koodrive.sandbox import Fault
from ui.app import SETTINGS_FILE, build
from ui.core import theme
from ui.widgets.question import Question


def click(window, name):
    button = window.findChild(QAbstractButton, name)
    assert button is not None, f"there is no {name}"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def connection(name="Family cloud", connection_id="c1"):
    return Connection(connection_id, name, "https://koodrive.invalid", "u1", "bearer", "en-US")


def test_the_first_start_welcomes_and_offers_the_sandbox(qtbot, start):
    window = start()
    assert window.page_name == "welcome"
    assert window.focusWidget() is window.findChild(QAbstractButton, "welcome.sandbox")
    click(window, "welcome.sandbox")
    qtbot.waitUntil(lambda: window.session.token is not None)
    assert window.page_name == "album"
    assert window.findChild(QLabel, "connection.sandboxMark").isVisible()


def test_a_rehearsal_has_all_its_fields_before_the_event_loop_turns(qtbot, start, data_dir):
    _application, window = build(["koodesk", "--data-dir", str(data_dir), "--sandbox"])
    names = ["album.name", "album.scopeDir", "sharedFolder.containerId", "history.table", "history.search"]
    assert [name for name in names if window.findChild(QWidget, name) is None] == []
    assert window.page_name == "album"
    qtbot.waitUntil(lambda: window.session.token is not None, timeout=10_000)
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        window.close()
    window.deleteLater()


def test_without_a_connection_a_create_asks_for_one(qtbot, start):
    window = start()
    click(window, "nav.album")
    window.findChild(QLineEdit, "album.name").insert("x")
    click(window, "album.create")
    assert window.album.notice.action("connect") is not None
    assert window.findChild(QLineEdit, "album.name").text() == "x"
    click(window, "album.notice.connect")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().close()


def test_what_was_found_damaged_is_told(start, data_dir):
    data_dir.mkdir()
    (data_dir / JOURNAL_FILE).write_bytes(b"this is no database" * 100)
    window = start("--sandbox")
    assert window.messages.notice.isVisible()
    assert "corrupt" in window.messages.notice.accessibleName()
    click(window, "notice.dismiss")
    assert not window.messages.notice.isVisible()


def test_a_history_that_cannot_be_opened_is_told_and_nothing_is_sent(qtbot, start, data_dir):
    data_dir.mkdir()
    (data_dir / JOURNAL_FILE).mkdir()
    window = start("--sandbox")
    assert JOURNAL_FILE in window.messages.notice.accessibleName()
    (data_dir / JOURNAL_FILE).rmdir()
    click(window, "notice.retry")
    qtbot.waitUntil(lambda: window.is_opened and window.session.token is not None)
    assert window.session.is_sandbox


def test_a_history_of_a_newer_koodesk_shows_the_creates_of_the_day_as_well(qtbot, start, data_dir):
    data_dir.mkdir()
    ConnectionStore(data_dir / "connections.json").add(connection())
    now, request = datetime.now(UTC), CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name="Kept")
    with Journal(data_dir / JOURNAL_FILE) as journal:
        attempt_id = journal.attempts.begin(
            request=request,
            connection=connection(),
            trace_id="t",
            body=to_json(request),
            started_at=now,
        )
        journal.attempts.settle(
            attempt_id, Settlement(OutcomeKind.CREATED, now, created=CreatedAlbum("1805929618625036417"))
        )
    with closing(sqlite3.connect(data_dir / JOURNAL_FILE)) as journal:
        journal.execute("PRAGMA user_version = 99")
    window = start()
    qtbot.waitUntil(lambda: len(window.activity.entries) == 1)
    (entry,) = window.activity.entries
    assert (entry.pending.request.name, entry.card.result_id) == ("Kept", "1805929618625036417")


def test_connections_that_cannot_be_read_hide_nothing_else(qtbot, start, data_dir):
    data_dir.mkdir()
    (data_dir / "connections.json").write_text('{"version": 99, "connections": []}')
    window = start("--sandbox")
    assert window.is_opened
    assert window.messages.notice.isVisible()
    qtbot.waitUntil(lambda: window.session.token is not None)
    assert (data_dir / "connections.json").read_text() == '{"version": 99, "connections": []}'


def test_an_emptied_form_is_nothing_to_lose(qtbot, window):
    window.findChild(QLineEdit, "album.name").insert("x")
    click(window, "album.create")
    qtbot.waitUntil(lambda: has_settled(window.album))
    window.findChild(QLineEdit, "album.name").clear()
    assert not window.album.has_unsaved_input


def test_a_profile_is_chosen_by_name(qtbot, start, data_dir):
    data_dir.mkdir()
    profiles = ConnectionStore(data_dir / "connections.json")
    profiles.add(connection("First", "c1"))
    profiles.add(connection("Second & <b>", "c2"))
    window = start("--profile", "Second & <b>")
    assert window.session.current.connection_id == "c2"
    switch = window.findChild(QAbstractButton, "connection.switch")
    assert switch.text() == "Second && <b>"
    with qtbot.waitSignal(window.shut_down):
        window.close()
    again = start()
    assert again.session.current.connection_id == "c2", "the connection of last time"


def test_a_killed_window_has_remembered_its_connection(qtbot, start, data_dir):
    data_dir.mkdir()
    profiles = ConnectionStore(data_dir / "connections.json")
    profiles.add(connection())
    profiles.add(connection("Second", "c2"))
    window = start()
    window.session.use(connection("Second", "c2"))

    def remembered():
        settings = QSettings(str(data_dir / SETTINGS_FILE), QSettings.Format.IniFormat)
        return settings.value("connection/last")

    qtbot.waitUntil(lambda: remembered() == "c2")
    assert b'last="c2"' in (data_dir / SETTINGS_FILE).read_bytes(), (
        "on the disk, where the next process looks"
    )


def test_a_rehearsal_is_not_remembered_but_what_was_chosen_in_it_is(qtbot, start, data_dir):
    data_dir.mkdir()
    profiles = ConnectionStore(data_dir / "connections.json")
    profiles.add(connection())
    profiles.add(connection("Second", "c2"))
    window = start("--sandbox")
    qtbot.waitUntil(lambda: window.session.is_sandbox)
    assert not (data_dir / SETTINGS_FILE).exists()
    window.session.use(connection("Second", "c2"))
    qtbot.waitUntil((data_dir / SETTINGS_FILE).exists)
    settings = QSettings(str(data_dir / SETTINGS_FILE), QSettings.Format.IniFormat)
    assert settings.value("connection/last") == "c2"


def test_who_rehearsed_is_not_put_on_the_real_account(qtbot, start, data_dir):
    data_dir.mkdir()
    ConnectionStore(data_dir / "connections.json").add(connection("PRODUCTION"))
    window = start()
    assert window.session.current.name == "PRODUCTION"
    window.connections.use_sandbox()
    qtbot.waitUntil(lambda: window.session.is_sandbox and window.session.token is not None)
    with qtbot.waitSignal(window.shut_down):
        window.close()
    again = start()
    qtbot.waitUntil(lambda: again.session.current is not None)
    assert again.session.is_sandbox


def test_a_template_asks_before_it_replaces_what_is_typed(qtbot, window):
    window.findChild(QLineEdit, "album.name").insert("Template")
    click(window, "album.create")
    qtbot.waitUntil(lambda: has_settled(window.album))
    attempt = window.session.backend.journal.history.attempt(submission_of(window.album).outcome.attempt_id)
    window.findChild(QLineEdit, "album.name").insert("precious")
    window.history.template_requested.emit(attempt)
    click(window, "replace.stay")
    assert window.findChild(QLineEdit, "album.name").text() == "precious"
    qtbot.waitUntil(lambda: window.findChild(Question) is None)
    window.history.template_requested.emit(attempt)
    click(window, "replace.confirm")
    assert window.findChild(QLineEdit, "album.name").text() == "Template"


def test_the_look_follows_the_desktop(qtbot, qapp, window):
    light, sheet = qapp.palette(), qapp.styleSheet()
    try:
        qapp.setPalette(theme.dark_palette())
        qtbot.waitUntil(lambda: qapp.styleSheet() == theme.style_sheet(theme.dark_palette()))
    finally:
        qapp.setPalette(light)
        qtbot.waitUntil(lambda: qapp.styleSheet() == sheet)


def test_a_profile_that_is_not_there_is_told(start):
    window = start("--profile", "Nobody")
    assert "Nobody" in window.messages.notice.accessibleName()


def test_a_keyring_that_hangs_holds_up_nothing_but_itself(qtbot, start, data_dir):
    data_dir.mkdir()
    ConnectionStore(data_dir / "connections.json").add(connection())
    window = start()
    release = threading.Event()

    class Hanging(MemoryKeyring):
        def get_password(self, service, username):
            release.wait(10)

    use_keyring(window.session.backend, CredentialStore(backend=Hanging, patience_seconds=8))
    window.session.reload_token()
    click(window, "nav.album")
    window.findChild(QLineEdit, "album.name").insert("x")
    click(window, "album.create")
    assert "password manager" in window.album.notice.accessibleName()
    window.connections.use_sandbox()
    qtbot.waitUntil(lambda: window.session.is_sandbox and window.session.token is not None, timeout=3_000)
    click(window, "album.create")
    qtbot.waitUntil(lambda: has_settled(window.album))
    release.set()


def test_giving_a_missing_token_means_giving_one(qtbot, start, data_dir):
    data_dir.mkdir()
    ConnectionStore(data_dir / "connections.json").add(connection())
    window = start()
    use_keyring(window.session.backend, CredentialStore(backend=MemoryKeyring))
    window.session.reload_token()
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    window.findChild(QLineEdit, "album.name").insert("x")
    click(window, "album.create")
    click(window, "album.notice.connect")
    token = window.findChild(QLineEdit, "connection.token")
    qtbot.waitUntil(token.hasFocus)
    click(window, "connection.save")
    assert token.window().isVisible(), "an empty field does not do"
    token.insert("a-new-token")
    click(window, "connection.save")
    qtbot.waitUntil(lambda: window.session.token == "a-new-token")


def test_closing_asks_about_input_and_keeps_it_when_people_stay(qtbot, window):
    window.findChild(QLineEdit, "album.name").insert("precious")
    window.close()
    question = window.findChild(Question)
    assert question.isVisible()
    click(window, "quit.stay")
    qtbot.waitUntil(lambda: window.findChild(Question) is None)
    assert window.isVisible()
    assert window.findChild(QLineEdit, "album.name").text() == "precious"
    window.close()
    with qtbot.waitSignal(window.shut_down):
        click(window, "quit.confirm")
    assert not window.isVisible()


def test_closing_with_a_request_under_way_waits_visibly_and_records_it(qtbot, window, sandbox, data_dir):
    sandbox.inject(Fault.HANG_AFTER_COMMIT, seconds=30, path=ALBUM_CREATE)
    window.findChild(QLineEdit, "album.name").insert("in flight")
    click(window, "album.create")
    qtbot.waitUntil(lambda: len(sandbox.effects()) == 1)
    window._shutdown._cancel.setInterval(100)
    window.close()
    with qtbot.waitSignal(window.shut_down, timeout=10_000):
        click(window, "quit.confirm")
        assert window.messages.finishing.isVisible()
    with sqlite3.connect(data_dir / JOURNAL_FILE) as journal:
        assert journal.execute("SELECT outcome FROM attempt").fetchall() == [("unknown",)]
    journal.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]


def test_closing_does_not_wait_for_ever_for_a_keyring(qtbot, window):
    release = threading.Event()

    class Hanging(MemoryKeyring):
        def get_password(self, service, username):
            release.wait(30)

    use_keyring(window.session.backend, CredentialStore(backend=Hanging, patience_seconds=30))
    window.session.reload_token()
    window._shutdown._cancel.setInterval(50)
    window._shutdown._give_up.setInterval(300)
    with qtbot.waitSignal(window.shut_down, timeout=3_000):
        window.close()
    assert not window.isVisible()
    release.set()


def test_an_unexpected_error_is_told_as_plain_text(window):
    window.messages.show_error(ValueError("<img src=x>"))
    label = next(label for label in window.messages.notice.findChildren(QLabel) if "<img" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    window.messages.show_error(NotSentError(Message("Title"), Message("Because {why}.", why="{x}")))
    assert "Because {x}." in window.messages.notice.accessibleName()


def test_the_history_shows_a_new_row_by_itself_and_gives_a_template(qtbot, window):
    window.findChild(QLineEdit, "album.name").insert("Template")
    click(window, "album.create")
    qtbot.waitUntil(lambda: has_settled(window.album))
    click(window, "album.clear")
    click(window, "nav.history")
    table = window.findChild(QTableView, "history.table")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1 and bool(table.model().index(0, 0).data()))
    table.selectRow(0)
    qtbot.waitUntil(window.findChild(QAbstractButton, "history.template").isEnabled)
    click(window, "history.template")
    assert window.page_name == "album"
    assert window.findChild(QLineEdit, "album.name").text() == "Template"


@pytest.mark.parametrize("name", ["album", "sharedFolder", "history"])
def test_navigation_by_mnemonic(qtbot, window, name):
    key = {"album": Qt.Key.Key_A, "sharedFolder": Qt.Key.Key_D, "history": Qt.Key.Key_H}[name]
    window.activateWindow()
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.page_name == name)
