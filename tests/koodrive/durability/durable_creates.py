"""Creates of a data directory, also by a process of its own, and what the server and the history know of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import koodrive
from koodrive import CreateAlbum
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import Connection, Outcome, OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.backend.backend import Backend

START = f"""
import fcntl, os, resource, signal, sqlite3, struct, sys, threading, time
from pathlib import Path
sys.path.insert(0, {str(Path(koodrive.__file__).parents[1])!r})
from koodrive import CreateAlbum
from koodrive.backend.backend import Backend, JOURNAL_FILE
from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, database
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID
data, address, is_shared = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "True"
database.is_on_network_share = lambda path: is_shared
connection = Connection("c1", "Family cloud", address, SANDBOX_USER_ID, "bearer", "en-US")
backend = Backend(data)
def create(name):
    return backend.create(CreateAlbum(type=2, album_kind=1, name=name), connection, SANDBOX_TOKEN)
def report(*words):
    print(*words, flush=True)
def report_history():
    with Journal(data / JOURNAL_FILE) as journal:
        for attempt in journal.history.attempts(HistoryQuery(descending=False)):
            report("row", attempt.name, attempt.outcome, attempt.result_id)
"""

LIMIT = """
def fill():
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
def free():
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""
BALLAST = """
def fill():
    with open(data / "ballast", "wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(bytes(size)): pass
            except OSError: pass
def free():
    (data / "ballast").unlink()
"""


def connection_to(sandbox: Sandbox) -> Connection:
    return Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")


def create(backend: Backend, sandbox: Sandbox, name: str) -> Outcome:
    return backend.create(CreateAlbum(type=2, album_kind=1, name=name), connection_to(sandbox), SANDBOX_TOKEN)


def made(sandbox: Sandbox) -> dict[str, str]:
    """Return what the server really made: the ID of each name."""
    effects = {effect["name"]: effect["id"] for effect in sandbox.effects()}
    assert len(effects) == len(sandbox.effects())
    return effects


def in_history(path: Path) -> dict[str, str]:
    with Journal(path) as journal:
        return {attempt.name: attempt.result_id for attempt in journal.history.attempts(HistoryQuery())}


@contextmanager
def creating_process(
    script: str, data: Path, sandbox: Sandbox, *before: str, shared: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """Run a script in a process of its own, which has ended with the block."""
    process = subprocess.Popen(
        [*before, sys.executable, "-c", START + script, str(data), sandbox.base_url, str(shared)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def lines_of(process: subprocess.Popen[str]) -> list[list[str]]:
    output, _ = process.communicate(timeout=20)
    assert process.returncode == 0, output
    return [line.split(" ", 1) for line in output.splitlines()]


def rows_of(lines: list[list[str]]) -> dict[str, str]:
    rows = [text.split(" ") for word, text in lines if word == "row"]
    assert all(outcome == OutcomeKind.CREATED for _name, outcome, _id in rows)
    return {name: identifier for name, _outcome, identifier in rows}


def wait_for_a_request(sandbox: Sandbox) -> None:
    waited = threading.Event()
    for _ in range(1000):
        if any(request.method == "POST" for request in sandbox.requests()):
            return
        waited.wait(0.01)
    raise AssertionError("no request came")


def mounting(prepare: str) -> list[str]:
    """Return the command that runs another one with mounts of its own, which end with it."""
    return ["unshare", "--mount", "sh", "-ec", f'{prepare}; exec "$@"', "sh"]


def can_mount(prepare: str) -> bool:
    if not shutil.which("unshare"):
        return False
    return (
        subprocess.run([*mounting(prepare), "true"], capture_output=True, check=False, timeout=20).returncode
        == 0
    )
