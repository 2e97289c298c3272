"""A history, a creator and an undoer at a sandbox, and what both know of what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive import CreateAlbum, CreateSharedFolder, KooDriveClient
from koodrive.api.transport import Timeouts
from koodrive.creation.creator import Creator
from koodrive.creation.undo.undoer import Undoer
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import Action, AlbumKind, AlbumType, Connection
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from koodrive.creation.findings import LookResult
    from koodrive.creation.undo.models import UndoLook, UndoOutcome
    from koodrive.journal import Attempt
    from koodrive.models import CreateRequest, Outcome

FOLDER = CreateSharedFolder(name="Holiday", container_id=SANDBOX_CONTAINER_ID)
ALBUM = CreateAlbum(type=2, album_kind=1, name="Summer")
COLLECTION = CreateAlbum(
    type=AlbumType.COLLECTION,
    album_kind=AlbumKind.PERSONAL,
    scope_dir=("d1", "d2"),
    scope_parent_folder_id="p1",
    scope_kind="1",
)


class UndoDriver:
    """Creates and takes back as one process with a history of its own."""

    def __init__(self, path: Path, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.connection = Connection(
            "c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US"
        )
        self.client = KooDriveClient(
            base_url=sandbox.base_url,
            user_id=SANDBOX_USER_ID,
            token=SANDBOX_TOKEN,
            timeouts=Timeouts(connect=2, total=2),
        )
        self.path = path
        self.open()

    def open(self) -> None:
        """Open the history, as at a start."""
        self.journal = Journal(self.path)
        if not self.journal.read_only:
            self.journal.attempts.close_interrupted()
        self.creator = Creator(self.journal)
        self.undoer = Undoer(self.journal)

    @property
    def place(self) -> dict[str, object]:
        """The client and the connection, as the methods take them."""
        return {"client": self.client, "connection": self.connection}

    def create(self, request: CreateRequest = ALBUM) -> Attempt:
        """Create something, and return its attempt."""
        outcome: Outcome = self.creator.create(request, again=True, **self.place)
        return self.attempt(outcome.attempt_id or 0)

    def album_in(self, folder: Attempt, name: str = "Inside") -> CreateAlbum:
        """Return the request for an album in a shared folder."""
        return CreateAlbum(
            type=2,
            album_kind=2,
            name=name,
            group_id=folder.group_id,
            share_folder_id=folder.result_id,
        )

    def attempt(self, attempt_id: int) -> Attempt:
        """Return an attempt as the history has it now."""
        return self.journal.attempts.attempt(attempt_id)

    def look(self, attempt: Attempt) -> UndoLook:
        """Look at what an attempt has made."""
        return self.undoer.look(attempt, **self.place)

    def undo(self, attempt: Attempt) -> UndoOutcome:
        """Look at what an attempt has made, and take it back."""
        return self.undoer.undo(self.look(attempt), **self.place)

    def find_out(self, attempt_id: int, *, is_last: bool = True) -> Sequence[LookResult]:
        """Look once with the resolver."""
        last = [attempt_id] if is_last else ()
        return self.creator.resolver.look([attempt_id], last=last, **self.place)

    @property
    def delete_calls(self) -> int:
        """The number of deletes that have arrived at the service."""
        return sum(
            request.method == "DELETE" or request.path.endswith("sharefolder/delete")
            for request in self.sandbox.requests()
        )

    def rows(self) -> list[Attempt]:
        """Return the history, oldest first."""
        return list(self.journal.history.attempts(HistoryQuery(descending=False)))

    def taken_back(self) -> set[str]:
        """Return the IDs that the history has as taken back by a call."""
        return {
            row.result_id or ""
            for row in self.rows()
            if row.action is Action.DELETE and row.outcome == "deleted"
        }

    def deleted(self) -> set[str]:
        """Return the IDs that the service has deleted."""
        return {one["id"] for one in self.sandbox.deletes()}
