"""A driver of the main window for lost answers."""

from __future__ import annotations

from lost_answer_services import ALBUM_CREATE, ALBUM_LIST
from memory_keyring import MemoryKeyring
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from window_fixtures import card_of, submission_of, use_keyring

from koodrive.connections.store import ConnectionStore
from koodrive.credentials.store import CredentialStore
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault


def find(window, name):
    """Return a button of the dialog that is open, or else of the window."""
    for root in (QApplication.activeModalWidget(), window):
        button = root.findChild(QAbstractButton, name) if root is not None else None
        if button is not None:
            return button
    raise LookupError(name)


def click(window, name):
    """Click on a button of the dialog that is open, or else of the window."""
    QTest.mouseClick(find(window, name), Qt.MouseButton.LeftButton)


def lose(qtbot, window, sandbox, fault, name="Holiday 2026"):
    """Create an album whose answer is lost, and return its attempt."""
    window.album.start_fresh()
    window.findChild(QLineEdit, "album.name").insert(name)
    sandbox.inject(fault, path=ALBUM_CREATE)
    click(window, "album.create")
    seen = []
    submission_of(window.album).settled.connect(seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1 and not submission_of(window.album).is_busy)
    return seen[0].attempt_id


def count_shown(window):
    """Return the number of open attempts that stands beside History."""
    text = find(window, "nav.history").text()
    return int(text.split()[1]) if "?" in text else 0


def banner(window):
    """Return the card of the newest album."""
    return card_of(window.album)


def news(window):
    """Return the notice at the top of the window, with all that it has been told."""
    notice = window.page_services.resolve.news
    QCoreApplication.sendPostedEvents(notice, QEvent.Type.MetaCall)
    return notice


def outcome(window, attempt_id):
    """Return what the history says of an attempt."""
    return window.session.backend.journal.history.attempt(attempt_id).outcome


def close(qtbot, window):
    """Close the window as the system would."""
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        window.quit_without_question()


def use_account(data_dir, sandbox):
    """Prepare a data directory with a connection to `sandbox`, as one to a real service."""
    data_dir.mkdir(exist_ok=True)
    ConnectionStore(data_dir / "connections.json").add(
        Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")
    )


def enter_token(qtbot, window):
    """Put the token of the account into the keyring of this run."""
    use_keyring(window.session.backend, CredentialStore(backend=MemoryKeyring))
    window.session.backend.credentials.save_for_session("c1", SANDBOX_TOKEN)
    window.session.reload_token()


def lose_with_hanging_list(qtbot, window, sandbox):
    """Lose the answer of an album that is made, and let the first look hang."""
    asked = len(sandbox.requests())
    sandbox.inject(Fault.HANG, path=ALBUM_LIST, seconds=60)
    attempt_id = lose(qtbot, window, sandbox, Fault.COMMIT_THEN_DROP)
    qtbot.waitUntil(lambda: len(sandbox.requests()) == asked + 2)
    return attempt_id


def notice_text(window):
    """Return what the notice at the top says."""
    return news(window).accessibleName()
