"""A real backend and session on a keyring in memory, for the tests of the connection dialogs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from keyring import errors
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from koodrive.backend.backend import CONNECTIONS_FILE, Backend
from koodrive.credentials.store import SERVICE_NAME, CredentialStore
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox
from ui.connections.dialog import ConnectionDialog
from ui.core.tasks import TaskRunner
from ui.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

CANARY = "canary-7f3a9c"


class KeyringInMemory(KeyringBackend):
    """Keyring in memory that can be locked, or ask a question without an answer."""

    viable = False

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[str, str] = {}
        self.is_locked = False
        self.answer = threading.Event()
        self.answer.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._ask(service)
        return self.items.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask(service)
        self.items[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask(service)
        del self.items[username]

    def _ask(self, service: str) -> None:
        assert service == SERVICE_NAME
        self.answer.wait(30)
        if self.is_locked:
            raise errors.KeyringLocked("locked")


@pytest.fixture
def keyring() -> KeyringInMemory:
    return KeyringInMemory()


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, keyring: KeyringInMemory) -> Iterator[Session]:
    """Return a session on an open backend; fails the test after an unexpected error that it did not check."""
    backend = Backend(tmp_path / "data")
    backend.credentials = CredentialStore(backend=lambda: keyring)
    backend.open()
    runner = TaskRunner()
    unhandled: list[object] = []
    runner.unhandled.connect(unhandled.append)
    yield Session(lambda: backend, runner)
    keyring.answer.set()
    with qtbot.waitSignal(runner.idle, timeout=10_000):
        runner.close()
    backend.close()
    assert unhandled == []


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def stored(session: Session, keyring: KeyringInMemory, sandbox: Sandbox) -> Connection:
    """Return a connection to the sandbox that is stored, with its token in the keyring."""
    connection = Connection(
        connection_id="stored-1",
        name="Family cloud",
        service_address=sandbox.base_url,
        user_id=SANDBOX_USER_ID,
        authorization_format="bearer",
        language="en-US",
    )
    keyring.items["stored-1"] = SANDBOX_TOKEN
    session.set_connections(session.backend.profiles.add(connection))
    return connection


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return the window that a dialog belongs to."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def shown_text(widget: QWidget) -> str:
    """Return what the visible labels and buttons of `widget` say."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(part.text() for part in parts if part.isVisible())


def written(session: Session) -> str:
    """Return the stored connections as text; empty when there are none."""
    path = session.backend.data_dir / CONNECTIONS_FILE
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def assert_in_no_file(session: Session, secret: str) -> None:
    """Look for `secret` in every file of the data directory."""
    for path in session.backend.data_dir.rglob("*"):
        if path.is_file():
            assert secret.encode() not in path.read_bytes(), path


class Driver:
    """Opens a dialog and works it as a user would.

    Args:
        qtbot: pytest-qt's.
        session: What the dialog works on.
        window: Parent of the dialog.
        connection: What to edit, or None.
    """

    def __init__(self, qtbot, session, window, connection=None):
        self.qtbot = qtbot
        self.dialog = ConnectionDialog(session, connection, window)
        self.dialog.open()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)
        qtbot.waitUntil(lambda: "Looking for" not in self.label("keyring").text())

    def find(self, name, kind=QWidget):
        return self.dialog.findChild(kind, f"connection.{name}")

    def label(self, name):
        return self.find(name, QLabel)

    def message(self, name):
        return self.label(f"{name}.message").text()

    def type(self, name, text):
        widget = self.find(name)
        widget.setFocus()
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        line.selectAll()
        self.qtbot.keyClick(widget, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(widget, text)

    def paste(self, name, text):
        QGuiApplication.clipboard().setText(text)
        self.find(name).setFocus()
        self.qtbot.keyClick(self.find(name), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def fill(self, address="https://intl.myhuaweicloud-koodrive.com", token=CANARY):
        self.type("name", "Family cloud")
        self.type("serviceAddress", address)
        self.type("userId", "1644817543959100032")
        self.type("token", token)

    def click(self, name):
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def wait_for_banner(self, words, timeout=10_000):
        self.qtbot.waitUntil(lambda: words in shown_text(self.find_banner()), timeout=timeout)

    def find_banner(self):
        return self.dialog.findChild(QWidget, "connection")

    @property
    def focus_name(self):
        return self.dialog.focusWidget().objectName()

    def wait_until_gone(self):
        self.qtbot.waitUntil(lambda: not shiboken6.isValid(self.dialog))
