"""The resolve dialog on a real backend, and a driver for it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from koodrive.models import AlbumKind, AlbumType, CreateAlbum, CreateSharedFolder, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from ui.core.tasks import Lane
from ui.resolve.candidate_list import CandidateList
from ui.resolve.dialog import ResolveDialog
from ui.resolve.searches import ResolutionSearches, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from koodrive.journal import Attempt
    from koodrive.models import Connection, CreateRequest
    from koodrive.sandbox import Sandbox
    from ui.session.session import Session

LONG = (60.0,) * 5
"""Pauses that no test waits for."""


def album(name: str) -> CreateAlbum:
    """Return a request for a manual album."""
    return CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name)


def collection(folders: int = 3) -> CreateAlbum:
    """Return a request for a collection album, which has no name."""
    scope = tuple(f"17651484931078{number:05}" for number in range(folders))
    parent = "1765148493107800000"
    return CreateAlbum(
        AlbumType.COLLECTION, AlbumKind.PERSONAL, None, scope, parent, "1,2", SANDBOX_CONTAINER_ID
    )


def folder(name: str) -> CreateSharedFolder:
    """Return a request for a shared folder."""
    return CreateSharedFolder(name, SANDBOX_CONTAINER_ID)


class ResolveDriver:
    """A session with open attempts, and the dialog that resolves them.

    Args:
        qtbot: pytest-qt's.
        session: Session that uses `connection` when the dialog opens.
        sandbox: The service.
        connection: How the attempts are sent.
        window: What the dialog stands over.
    """

    def __init__(
        self, qtbot: QtBot, session: Session, sandbox: Sandbox, connection: Connection, window: QWidget
    ) -> None:
        self.qtbot = qtbot
        self.session = session
        self.sandbox = sandbox
        self.connection = connection
        self.window = window
        self.searches = ResolutionSearches(session, ())
        self.dialog: ResolveDialog | None = None

    def lose(self, request: CreateRequest, fault: Fault = Fault.COMMIT_THEN_DROP) -> int:
        """Send `request` so that its answer is lost, and return the number of the attempt."""
        self.sandbox.inject(fault)
        outcome = self.session.backend.create(request, self.connection, SANDBOX_TOKEN, again=True)
        assert outcome.kind is OutcomeKind.UNKNOWN
        assert outcome.attempt_id is not None
        return outcome.attempt_id

    def make_elsewhere(self, name: str, creator: str | None = None, seconds_ago: float = 1) -> str:
        """Create a shared folder as another program would, and return its ID."""
        fields = {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID, "name": name}
        made = self.sandbox.make_elsewhere(
            "sharedFolder", fields, creator=creator, created_at=time.time() - seconds_ago
        )
        return made["id"]

    def open(
        self, attempt_id: int | None = None, *, pauses: Sequence[float] = (), use: bool = True
    ) -> ResolveDialog:
        """Open the dialog and wait until it shows what it begins with."""
        self.searches.set_pauses(pauses)
        # What was found before the dialog has read the history would be open for it no more.
        may_look = threading.Event()
        self.session.runner.start(Lane.READ, lambda: may_look.wait(10), key="resolver")
        if use:
            self.session.use(self.connection)
        self.dialog = ResolveDialog(self.session, self.searches, attempt_id, self.window)
        with self.qtbot.waitActive(self.dialog):
            self.dialog.open()
            self.dialog.activateWindow()
        self.qtbot.waitUntil(lambda: self.text("title") != "Reading the history…")
        may_look.set()
        return self.dialog

    def attempt(self, attempt_id: int) -> Attempt:
        """Return what the history says of an attempt."""
        return self.session.backend.journal.history.attempt(attempt_id)

    def end(self) -> None:
        """Look for nothing any more, for good."""
        self.searches.close()

    # Eyes and hands

    def find(self, name: str, kind: type = QWidget):
        """Return the control ``resolve.<name>``."""
        assert self.dialog is not None
        found = self.dialog.findChild(kind, f"resolve.{name}")
        assert found is not None, f"there is no {kind.__name__} resolve.{name}"
        return found

    def text(self, name: str) -> str:
        """Return what ``resolve.<name>`` says; nothing while it is hidden."""
        widget = self.find(name)
        if not widget.isVisible():
            return ""
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        assert isinstance(widget, QLabel | QLineEdit | QPushButton)
        return widget.text()

    def buttons(self) -> list[str]:
        """Return the names of the buttons below, from left to right, without Close."""
        assert self.dialog is not None
        shown = [button for button in self.dialog.findChildren(QPushButton) if button.isVisible()]
        bottom = self.find("close").mapTo(self.dialog, self.find("close").rect().topLeft()).y()
        row = [
            button
            for button in shown
            if button.mapTo(self.dialog, button.rect().topLeft()).y() == bottom
            and button.objectName() != "resolve.close"
        ]
        row.sort(key=lambda button: button.x())
        return [button.objectName().removeprefix("resolve.") for button in row]

    def click(self, name: str) -> None:
        """Click on the button ``resolve.<name>``."""
        button = self.find(name, QPushButton)
        assert button.isVisible()
        if name in {"confirm", "sendAgain"}:
            # Held back for as long as a double click takes.
            self.qtbot.waitUntil(button.isEnabled)
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait_for(self, name: str, words: str) -> None:
        """Wait until ``resolve.<name>`` says `words`, among others."""
        self.qtbot.waitUntil(lambda: words in self.text(name), timeout=10_000)

    def wait_for_stage(self, attempt_id: int, stage: Stage) -> None:
        """Wait until the search for an attempt is that far."""

        def reached() -> bool:
            search = self.searches.search(attempt_id)
            return search is not None and search.stage is stage

        self.qtbot.waitUntil(reached, timeout=10_000)

    @property
    def candidates(self) -> CandidateList:
        """The list of candidates."""
        return self.find("candidates", CandidateList)

    def select(self, object_id: str) -> None:
        """Select the candidate that has `object_id`."""
        rows = [
            row
            for row in range(self.candidates.rowCount())
            if self.candidates.item(row, 1).text() == object_id
        ]
        self.candidates.selectRow(rows[0])


@pytest.fixture
def driver(qtbot, session, sandbox, stored, window) -> Iterator[ResolveDriver]:
    """Return a driver without any attempt."""
    driver = ResolveDriver(qtbot, session, sandbox, stored, window)
    yield driver
    driver.end()


@pytest.fixture
def doubtful(driver) -> tuple[int, str, str]:
    """Return an attempt that has made a folder, the ID of that, and the ID of one that is like it."""
    attempt_id = driver.lose(folder("Holiday 2026"))
    made = driver.sandbox.effects()[0]["id"]
    return attempt_id, made, driver.make_elsewhere("HOLIDAY 2026")
