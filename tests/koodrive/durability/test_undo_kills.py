"""kill -9 at each place of a delete: the history never says less or more than the service has deleted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from durable_creates import connection_to

import koodrive
from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.backend.backend import JOURNAL_FILE, Backend
from koodrive.core.failpoints import VARIABLE, Failpoint
from koodrive.journal import HistoryQuery
from koodrive.models import Action, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

TAKE_BACK = f"""
import sys
sys.path.insert(0, {str(Path(koodrive.__file__).parents[1])!r})
from pathlib import Path
from koodrive.backend.backend import Backend
from koodrive.core import failpoints
from koodrive.creation.search_scheduler import lost_attempts
from koodrive.creation.undo import undoer
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID
data, address, attempt_id, place = sys.argv[1:]
connection = Connection("c1", "Family cloud", address, SANDBOX_USER_ID, "bearer", "en-US")
backend = Backend(Path(data))
backend.open()
client = backend.clients.client(connection, SANDBOX_TOKEN)
def kill_from_now_on(failpoint, reached=failpoints.failpoint):
    reached(failpoint)
    if failpoint == "after-intent":
        failpoints._left["mid-send"] = 1
if place == "mid-send":
    # What is read before the intent is sent, too.
    undoer.failpoint = kill_from_now_on
if attempt_id == "find out":
    lost = lost_attempts(backend.journal, connection)
    backend.resolver.look(lost, last=lost, client=client, connection=connection)
else:
    attempt = backend.journal.attempts.attempt(int(attempt_id))
    look = backend.undoer.look(attempt, client=client, connection=connection)
    backend.undoer.undo(look, client=client, connection=connection)
"""
REQUESTS = {
    "album": CreateAlbum(type=2, album_kind=1, name="Summer"),
    "folder": CreateSharedFolder(name="Holiday", container_id=SANDBOX_CONTAINER_ID),
}
ALBUMS = "/koodrive/ose/v1/album"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Backend]:
    backend = Backend(tmp_path / "data")
    backend.open()
    yield backend
    backend.close()


def killed_in(place: Failpoint | None, backend: Backend, sandbox: Sandbox, what: str) -> None:
    """Let a process of its own work on the history, killed where that is said."""
    result = subprocess.run(
        [sys.executable, "-c", TAKE_BACK, str(backend.data_dir), sandbox.base_url, what, place or ""],
        env={**os.environ, VARIABLE: "" if place in {None, Failpoint.MID_SEND} else str(place)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert result.returncode == (-signal.SIGKILL if place else 0), result.stderr


def agree(backend: Backend, sandbox: Sandbox) -> list[str]:
    """Find out what is open, and return the outcomes of the deletes; history and service agree."""
    backend.open()
    connection = connection_to(sandbox)
    client = backend.clients.client(connection, SANDBOX_TOKEN)
    lost = [row.attempt_id for row in backend.journal.attempts.open_attempts(connection)]
    backend.resolver.look(lost, last=lost, client=client, connection=connection)
    rows = list(backend.journal.history.attempts(HistoryQuery(descending=False)))
    deletes = [row for row in rows if row.action is Action.DELETE]
    taken_back = {row.result_id for row in deletes if row.outcome is OutcomeKind.DELETED}
    assert taken_back == {one["id"] for one in sandbox.deletes()}
    assert taken_back == {row.result_id for row in rows if row.undone_by is not None}
    return [str(row.outcome) for row in deletes]


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        ("album", Failpoint.BEFORE_INTENT, [[]]),
        ("album", Failpoint.AFTER_INTENT, [["refused"]]),
        # A part of the request may be all of it.
        ("album", Failpoint.MID_SEND, [["refused"], ["deleted"]]),
        ("folder", Failpoint.MID_SEND, [["refused"], ["deleted"]]),
        ("folder", Failpoint.BEFORE_OUTCOME, [["deleted"]]),
    ],
)
def test_a_kill_in_a_delete_is_found_out(
    opened: Backend, sandbox: Sandbox, kind: str, place: Failpoint, expected: list[list[str]]
) -> None:
    connection = connection_to(sandbox)
    made = opened.create(REQUESTS[kind], connection, SANDBOX_TOKEN)
    opened.close()
    killed_in(place, opened, sandbox, str(made.attempt_id))
    assert agree(opened, sandbox) in expected
    # Whatever it was, it can be taken back now, and is once.
    client = opened.clients.client(connection, SANDBOX_TOKEN)
    attempt = opened.journal.attempts.attempt(made.attempt_id)
    look = opened.undoer.look(attempt, client=client, connection=connection)
    opened.undoer.undo(look, client=client, connection=connection)
    assert agree(opened, sandbox)[-1:] == ["deleted"]
    assert len(sandbox.deletes()) == 1


@pytest.mark.parametrize("fault", [Fault.COMMIT_THEN_DROP, Fault.DROP_BEFORE_COMMIT])
def test_a_kill_in_the_resolver_loses_nothing(opened: Backend, sandbox: Sandbox, fault: Fault) -> None:
    made = opened.create(REQUESTS["album"], connection_to(sandbox), SANDBOX_TOKEN)
    opened.close()
    sandbox.inject(fault, path=f"{ALBUMS}/{made.created.album_id}")
    killed_in(None, opened, sandbox, str(made.attempt_id))
    killed_in(Failpoint.IN_RESOLVER, opened, sandbox, "find out")
    assert opened.data_dir.joinpath(JOURNAL_FILE).exists()
    assert agree(opened, sandbox) == ["deleted" if fault is Fault.COMMIT_THEN_DROP else "refused"]
