"""A real backend, session and sandbox without a window, to lose answers and to look for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import pytest
from history_fixtures import backend_at

from koodrive.core.deadline import Cancellation
from koodrive.models import Connection, CreateAlbum, OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault, Sandbox
from ui.core.tasks import TaskRunner
from ui.session.services import Services
from ui.session.session import Session
from ui.session.token_renewal import TokenRenewal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ALBUM_CREATE = "/koodrive/ose/v1/album/create"
ALBUM_LIST = "/koodrive/ose/v1/album/list"
FOLDER_LIST = "/koodrive/ose/v1/sharefolder/list"
LISTS = (ALBUM_LIST, FOLDER_LIST)
QUICK = (0.02, 0.02, 0.02)
"""Pauses between looks, in seconds."""
SLOW = (30.0, 30.0)


def manual_album(name: str = "Holiday 2026") -> CreateAlbum:
    """Return a request whose effect shows its name in the list, but no time."""
    return CreateAlbum(type=2, album_kind=1, name=name)


class Site:
    """One service, one connection to it, and what a window would have of it."""

    def __init__(self, backend, sandbox: Sandbox) -> None:
        self.backend = backend
        self.sandbox = sandbox
        self.runner = TaskRunner()
        self.session = Session(lambda: backend, self.runner)
        self.connection = self.connect("c1")

    @cached_property
    def services(self) -> Services:
        """The session with its renewal, made when it is first asked for; no space is looked up."""
        return Services(self.session, None, TokenRenewal(self.session))

    def connect(self, connection_id: str, **changes) -> Connection:
        """Return a connection to the sandbox whose token is at hand."""
        self.backend.credentials.save_for_session(connection_id, SANDBOX_TOKEN)
        values = {
            "name": "Family cloud",
            "service_address": self.sandbox.base_url,
            "user_id": SANDBOX_USER_ID,
            "authorization_format": "bearer",
            "language": "en-US",
        }
        return Connection(connection_id, **(values | changes))

    def lose(self, fault: Fault, request: CreateAlbum | None = None, *, snapshot: bool = True) -> int:
        """Send a request whose answer is lost, and return its attempt."""
        request = request or manual_album()
        if snapshot:
            self.snapshot_list(request)
        self.sandbox.inject(fault, path=ALBUM_CREATE)
        outcome = self.backend.create(request, self.connection, SANDBOX_TOKEN, again=True)
        assert outcome.kind is OutcomeKind.UNKNOWN
        return outcome.attempt_id

    def snapshot_list(self, request: CreateAlbum) -> None:
        """Read the list of `request`, as the form does."""
        self.backend.snapshot_list(request, self.connection, SANDBOX_TOKEN, Cancellation())

    def gets(self, path: str | None = None) -> int:
        """Return how many lists were asked for."""
        return sum(item.method == "GET" and path in {None, item.path} for item in self.sandbox.requests())

    def outcome(self, attempt_id: int) -> str:
        """Return what the history says."""
        return self.backend.journal.history.attempt(attempt_id).outcome


@pytest.fixture
def site(qtbot: QtBot, tmp_path: Path) -> Iterator[Site]:
    """Return a site with the connection not in use yet; ends everything that is under way."""
    with Sandbox() as sandbox, backend_at(tmp_path / "data") as backend:
        site = Site(backend, sandbox)
        yield site
        site.runner.cancel_all()
        with qtbot.waitSignal(site.runner.idle, timeout=5_000):
            site.runner.close()
