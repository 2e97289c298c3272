"""A backend, a sandbox and answers that get lost between them, for the tests of what is found out afterwards."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from scripted_server import ScriptedServer, reply

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.api import serialization
from koodrive.backend.backend import Backend
from koodrive.core.deadline import Cancellation
from koodrive.journal import HistoryQuery, Settlement
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault, Sandbox

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from koodrive.creation.findings import LookResult
    from koodrive.journal import Attempt
    from koodrive.models import CreateRequest

CREATES = {
    "album": "/koodrive/ose/v1/album/create",
    "sharedFolder": "/koodrive/ose/v1/sharefolder/create",
}
LISTS = {"album": "/koodrive/ose/v1/album/list", "sharedFolder": "/koodrive/ose/v1/sharefolder/list"}
SOON = (0.01, 0.01, 0.01)
OTHER_SPACE = "IAAFanxbXNArpAncA1645841408025900001"

MANUAL = CreateAlbum(type=2, album_kind=1, name="Holiday")
FOLDER = CreateSharedFolder(name="Family", container_id=SANDBOX_CONTAINER_ID)
COLLECTION = CreateAlbum(
    type=1, album_kind=1, scope_dir=("17", "18"), scope_parent_folder_id="9", scope_kind="1"
)
KINDS = ("manual", "collection", "folder", "shared manual", "shared collection")


@dataclass
class LostAnswerDriver:
    """A backend whose connection leads to a sandbox."""

    backend: Backend
    sandbox: Sandbox
    connection: Connection
    token: str = SANDBOX_TOKEN
    _family: dict[str, Any] = field(default_factory=dict)

    def request(self, kind: str) -> CreateRequest:
        """Return a request of one of `KINDS`."""
        plain: dict[str, CreateRequest] = {"manual": MANUAL, "collection": COLLECTION, "folder": FOLDER}
        if kind in plain:
            return plain[kind]
        if not self._family:
            self._family = self.elsewhere(CreateSharedFolder("The family", OTHER_SPACE))
        shared = {"group_id": self._family["groupId"], "share_folder_id": self._family["id"]}
        if kind == "shared manual":
            return CreateAlbum(type=2, album_kind=2, name="Holiday", **shared)
        return CreateAlbum(
            type=1, album_kind=2, scope_dir=("17",), scope_parent_folder_id="9", scope_kind="1,2", **shared
        )

    def elsewhere(self, request: CreateRequest, **more: Any) -> dict[str, Any]:
        """Create the object of `request` as another program would."""
        return self.sandbox.make_elsewhere(
            serialization.kind_of(request), json.loads(serialization.to_json(request)), **more
        )

    def snapshot_list(self, request: CreateRequest) -> None:
        """Read the list of `request`."""
        self.backend.snapshot_list(request, self.connection, self.token, Cancellation())

    def lose(self, request: CreateRequest, fault: Fault = Fault.COMMIT_THEN_DROP, **more: Any) -> int:
        """Send `request`, lose its answer by a fault, and return the number of the attempt."""
        self.sandbox.inject(fault, path=CREATES[serialization.kind_of(request)], **more)
        outcome = self.backend.create(request, self.connection, self.token, again=True)
        assert outcome.kind is OutcomeKind.UNKNOWN
        return outcome.attempt_id

    def lost_before(self, request: CreateRequest, ago: timedelta) -> int:
        """Write an attempt down that lost its answer some time ago, and return its number."""
        began = datetime.now(UTC) - ago
        attempt_id = self.backend.journal.attempts.begin(
            request=request,
            connection=self.connection,
            trace_id=serialization.new_trace_id(),
            body=serialization.to_json(request),
            started_at=began,
        )
        self.backend.journal.attempts.settle(attempt_id, Settlement(OutcomeKind.UNKNOWN, began))
        return attempt_id

    def resolve(
        self,
        *attempt_ids: int,
        pauses: Sequence[float] = SOON,
        cancellation: Cancellation | None = None,
    ) -> tuple[LookResult, ...]:
        """Resolve attempts with tiny pauses."""
        return self.backend.resolver.resolve(
            attempt_ids,
            client=self.backend.clients.client(self.connection, self.token),
            connection=self.connection,
            pauses=pauses,
            cancellation=cancellation or Cancellation(),
        )

    def find(self, *attempt_ids: int, **options: Any) -> LookResult:
        """Resolve attempts that belong together, and return the one finding."""
        (finding,) = self.resolve(*attempt_ids, **options)
        return finding

    def attempt(self, attempt_id: int) -> Attempt:
        """Return what the history has of an attempt."""
        return self.backend.journal.history.attempt(attempt_id)

    def rows(self) -> list[Attempt]:
        """Return the whole history, oldest first."""
        return list(self.backend.journal.history.attempts(HistoryQuery(descending=False)))

    def made(self) -> list[str]:
        """Return the IDs of all that exists at the service, but the shared folder that the requests need."""
        return [effect["id"] for effect in self.sandbox.effects() if effect["id"] != self._family.get("id")]

    def posts(self) -> int:
        """Return how many creates have arrived."""
        return sum(request.method == "POST" for request in self.sandbox.requests())

    def lists_read(self) -> int:
        """Return how many questions for lists have arrived."""
        return sum(request.method == "GET" for request in self.sandbox.requests())


@contextlib.contextmanager
def driver_in(folder: Path, clock: Callable[[], float] = time.time) -> Iterator[LostAnswerDriver]:
    """Give a driver whose files are in `folder`, and whose service goes by `clock`."""
    with Sandbox(clock=clock) as sandbox:
        backend = Backend(folder / "data")
        backend.open()
        connection = Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")
        try:
            yield LostAnswerDriver(backend, sandbox, connection)
        finally:
            backend.close()


class ScriptedLists(ScriptedServer):
    """A service that answers no create, and lists with the rows that a test wants.

    Args:
        rows: All that its lists have, in their order.
        most: How many rows it gives at once, whatever it is asked for.
        is_stuck: Whether every page is the first one.
    """

    def __init__(
        self, rows: Sequence[dict[str, Any]] = (), *, most: int = 1000, is_stuck: bool = False
    ) -> None:
        super().__init__(self._answer)
        self.rows = list(rows)
        self._most = most
        self._is_stuck = is_stuck

    def _answer(self, connection: socket.socket) -> None:
        method, target, _ = self.requests[-1].decode().split(" ", 2)
        if method == "GET":
            address = urlsplit(target)
            name = "albumList" if address.path == LISTS["album"] else "folders"
            page = self._page({key: int(values[0]) for key, values in parse_qs(address.query).items()})
            reply(200, json.dumps({name: page, "code": 0, "msg": "Success."}).encode())(connection)

    def _page(self, asked: dict[str, int]) -> list[dict[str, Any]]:
        size = min(asked.get("pageSize", asked.get("limit", 0)), self._most)
        first = asked["offset"] if "offset" in asked else (asked["pageNum"] - 1) * size
        first = 0 if self._is_stuck else first
        return self.rows[first : first + size]


def at_lists(driver: LostAnswerDriver, server: ScriptedLists) -> LostAnswerDriver:
    """Return `driver` with a connection to `server` in place of the sandbox."""
    connection = Connection("c2", "Scripted", server.url, SANDBOX_USER_ID, "bearer", "en-US")
    return LostAnswerDriver(driver.backend, driver.sandbox, connection)


def in_thread(work: Any) -> threading.Thread:
    """Run `work` on a thread of its own and return that."""
    thread = threading.Thread(target=work, name="sandbox-test")
    thread.start()
    return thread
