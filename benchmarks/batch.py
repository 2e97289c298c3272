"""Creates at a service with answers after 20 ms, in another process: ratio to bare `requests`, a fresh session each.

The same number of albums with 1, 4 and 8 connections: bare, by threads that call `Creator`, and as a stored batch,
which begins with one connection and takes one more after 20 clean answers each.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from koodrive import CreateAlbum
from koodrive.api import serialization
from koodrive.backend.backend import Backend
from koodrive.batch.models import BatchState, CheckedRow, Verdict
from koodrive.batch.stored_rows import new_row
from koodrive.clock.server_clock import ServerClock
from koodrive.journal import NewBatch, Pace
from koodrive.models import Connection, OutcomeKind, RequestKind
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROWS = 2000
PARTS = 2
"""Each way is measured in parts, by turns, so that what else the computer does falls on all of them."""
WORKERS = (1, 4, 8)


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    with _prompt_service() as connection:
        for workers in WORKERS:
            with tempfile.TemporaryDirectory() as directory:
                yield from _compared(Path(directory), connection, workers)


def _compared(directory: Path, connection: Connection, workers: int) -> Iterator[str]:
    """Yield a line for each way."""
    backend = Backend(directory)
    backend.open()
    ways: dict[str, Callable[[int], float]] = {
        "bare requests": lambda part: _bare(connection, part, workers),
        "Creator": lambda part: _creates(backend, connection, part, workers),
        "batch": lambda part: _batch(backend, connection, part, workers),
    }
    seconds = dict.fromkeys(ways, 0.0)
    for part in range(PARTS):
        for way, measured in ways.items():
            seconds[way] += measured(part)
    backend.close()
    for way, taken in seconds.items():
        ratio = seconds["bare requests"] / taken
        yield f"{workers} connections, {way}: {ROWS / taken:.0f} a second, ratio {ratio:.2f}"


@contextmanager
def _prompt_service() -> Iterator[Connection]:
    command = [sys.executable, "-m", "benchmarks.prompt_service"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        address = process.stdout.readline().strip()
        yield Connection("bench", "Bench", address, SANDBOX_USER_ID, "bearer", "en-US")
    finally:
        process.communicate(timeout=10)


def _seconds(workers: int, call: Callable[[int], None]) -> float:
    """Return how long `workers` threads take to call for every number of a part."""
    numbers = iter(range(ROWS // PARTS))
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            call(number)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begun


def _album(way: str, part: int, number: int) -> CreateAlbum:
    return CreateAlbum(type=2, album_kind=1, name=f"{way} {part} {number}")


def _bare(connection: Connection, part: int, workers: int) -> float:
    def post(number: int) -> None:
        headers = serialization.headers(
            authorization=f"Bearer {SANDBOX_TOKEN}",
            user_id=connection.user_id,
            x_date=ServerClock().x_date(),
            trace_id=serialization.new_trace_id(),
            language="en-US",
        )
        answer = requests.post(
            connection.service_address + serialization.ALBUM_CREATE,
            data=serialization.to_json(_album("bare", part, number)).encode(),
            headers=headers | {"Content-Type": "application/json"},
            timeout=10,
        )
        assert answer.json()["code"] == 0

    return _seconds(workers, post)


def _creates(backend: Backend, connection: Connection, part: int, workers: int) -> float:
    client = backend.clients.client(connection, SANDBOX_TOKEN)

    def create(number: int) -> None:
        # As a batch does it: the list was read at its start, and not for each row.
        outcome = backend.creator.create(
            _album(f"threads {workers}", part, number), client=client, connection=connection, reads_list=False
        )
        assert outcome.kind is OutcomeKind.CREATED

    client.preconnect(workers)
    try:
        return _seconds(workers, create)
    finally:
        client.preconnect(0)


def _batch(backend: Backend, connection: Connection, part: int, workers: int) -> float:
    rows = (_row(number, f"batch {workers} {part} {number}") for number in range(1, ROWS // PARTS + 1))
    new = NewBatch("albums.csv", "00" * 32, ("name",), ("name",), pace=Pace(workers, None))
    batch_id = backend.journal.batches.add(new, map(new_row, rows))
    assert batch_id is not None
    client = backend.clients.client(connection, SANDBOX_TOKEN)
    runner = backend.batch_runs.runner(batch_id, connection=connection, client=lambda: client)
    begun = time.perf_counter()
    runner.start()
    assert runner.wait(600)
    assert runner.progress.state is BatchState.FINISHED, runner.progress
    return time.perf_counter() - begun


def _row(number: int, name: str) -> CheckedRow:
    fields: dict[str, str | list[str]] = {"name": name, "type": "2", "albumKind": "1"}
    return CheckedRow(number, number + 1, None, RequestKind.ALBUM, fields, (name,), Verdict.READY)
