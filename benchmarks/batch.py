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

from benchmarks.harness import bare_create
from koodrive import CreateAlbum
from koodrive.backend.backend import Backend
from koodrive.batch.models import BatchState, CheckedRow, Verdict
from koodrive.batch.stored_rows import new_row
from koodrive.journal import NewBatch, Pace
from koodrive.models import Connection, OutcomeKind, RequestKind
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROWS = 2000
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
    ways: dict[str, Callable[[], float]] = {
        "bare requests": lambda: _seconds(
            workers, lambda number: bare_create(connection, _album("bare", number))
        ),
        "Creator": lambda: _creates(backend, connection, workers),
        "batch": lambda: _batch(backend, connection, workers),
    }
    bare = 0.0
    for way, measured in ways.items():
        before = time.process_time()
        taken = measured()
        worked = (time.process_time() - before) / ROWS * 1000
        bare = bare or taken
        words = f"{ROWS / taken:.0f} a second, ratio {bare / taken:.2f}, {worked:.2f} ms of processor each"
        yield f"{workers} connections, {way}: {words}"
    backend.close()


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
    """Return how long `workers` threads take to call for every number of a row."""
    numbers = iter(range(ROWS))
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


def _album(way: str, number: int) -> CreateAlbum:
    return CreateAlbum(type=2, album_kind=1, name=f"{way} {number}")


def _creates(backend: Backend, connection: Connection, workers: int) -> float:
    client = backend.clients.client(connection, SANDBOX_TOKEN)

    def create(number: int) -> None:
        # As a batch does it: the list was read at its start, and not for each row.
        outcome = backend.creator.create(
            _album(f"threads {workers}", number), client=client, connection=connection, reads_list=False
        )
        assert outcome.kind is OutcomeKind.CREATED

    client.preconnect(workers)
    try:
        return _seconds(workers, create)
    finally:
        client.preconnect(0)


def _batch(backend: Backend, connection: Connection, workers: int) -> float:
    rows = (_row(number, f"batch {workers} {number}") for number in range(1, ROWS + 1))
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
