"""(e) Cost of one create with its journal records, against a bare `requests` POST to the same server.

The list was read less than two seconds before; the reading at the press is measured separately.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import harness
from koodrive import CreateAlbum
from koodrive.backend.backend import Backend
from koodrive.core.deadline import Cancellation
from koodrive.listing.list_reader import ListReadings
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from koodrive.api.client import KooDriveClient
    from koodrive.models import Connection

ROUNDS = 300
LOOKS = 20


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    with harness.sandbox_process() as connection, tempfile.TemporaryDirectory() as directory:
        backend = Backend(Path(directory))
        backend.open()
        client = backend.clients.client(connection, SANDBOX_TOKEN)
        ways: dict[str, Callable[[int], None]] = {
            "bare requests.post": lambda number: harness.bare_create(connection, _album(number)),
            "client alone": lambda number: client.create_album(_album(number)),
            "create with journal": lambda number: _create(backend, connection, number),
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for number in range(ROUNDS):
            if number % 20 == 0:
                backend.snapshot_list(_album(0), connection, SANDBOX_TOKEN, Cancellation())
            for way, call in ways.items():
                begun = time.perf_counter()
                call(number)
                times[way].append((time.perf_counter() - begun) * 1000)
        look = [_look(backend, client, connection) for _ in range(LOOKS)]
        backend.close()
    floor = statistics.median(times["bare requests.post"])
    for way, values in times.items():
        median = statistics.median(values)
        yield f"{way}: median {median:.2f} ms, ratio {median / floor:.2f}"
    yield f"the list read again at the press: median {statistics.median(look):.2f} ms"


def _album(number: int) -> CreateAlbum:
    return CreateAlbum(type=2, album_kind=1, name=f"Album {number}")


def _create(backend: Backend, connection: Connection, number: int) -> None:
    assert backend.create(_album(number), connection, SANDBOX_TOKEN).kind is OutcomeKind.CREATED


def _look(backend: Backend, client: KooDriveClient, connection: Connection) -> float:
    """Return the milliseconds that a press needs to read the list."""
    readings = ListReadings(backend.journal)
    begun = time.perf_counter()
    assert readings.look(_album(0), client=client, connection=connection).is_whole
    return (time.perf_counter() - begun) * 1000
