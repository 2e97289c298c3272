"""Creates a list of objects, for `test_kills.py`; may be killed at any time.

``killed_process.py DATA_DIR SERVICE_ADDRESS``: snapshots the lists, resolves open attempts, and creates what the
history does not have yet. It prints one JSON line for everything that it knows, as a window would show it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.api import serialization
from koodrive.backend.backend import Backend
from koodrive.core.deadline import Cancellation
from koodrive.journal import HistoryQuery
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID

PAUSES = (0.05, 0.1)
THINGS = (
    CreateAlbum(type=2, album_kind=1, name="Holiday"),
    CreateSharedFolder(name="Family", container_id=SANDBOX_CONTAINER_ID),
    CreateAlbum(type=1, album_kind=1, scope_dir=("1", "2"), scope_parent_folder_id="9", scope_kind="1"),
    CreateAlbum(type=2, album_kind=1, name="Garden"),
    CreateSharedFolder(name="Friends", container_id=SANDBOX_CONTAINER_ID),
    CreateAlbum(type=1, album_kind=1, scope_dir=("3", "4"), scope_parent_folder_id="9", scope_kind="1,2"),
)


def main(data_dir, address):
    """Run until everything is created."""
    connection = Connection("kill", "Kill test", address, SANDBOX_USER_ID, "bearer", "en-US")
    backend = Backend(Path(data_dir))
    report(interrupted=backend.open().interrupted)
    resolve(backend, connection)
    for request in (THINGS[0], THINGS[1], THINGS[2]):
        backend.snapshot_list(request, connection, SANDBOX_TOKEN, Cancellation())
    while missing := missing_in(backend):
        for request in missing:
            outcome = backend.create(request, connection, SANDBOX_TOKEN)
            report(outcome=outcome.kind, id=outcome.created and outcome.created.result_id)
        resolve(backend, connection)
    backend.close()
    report(done=True)


def missing_in(backend):
    """Return the requests without a created object in the history."""
    there = {
        attempt.body
        for attempt in backend.journal.history.attempts(
            HistoryQuery(outcomes=frozenset({OutcomeKind.CREATED}))
        )
    }
    return [request for request in THINGS if serialization.to_json(request) not in there]


def resolve(backend, connection):
    """Resolve open attempts."""
    findings = backend.resolver.resolve(
        [attempt.attempt_id for attempt in backend.journal.attempts.open_attempts(connection)],
        client=backend.clients.client(connection, SANDBOX_TOKEN),
        connection=connection,
        pauses=PAUSES,
        cancellation=Cancellation(),
    )
    for finding in findings:
        report(ending=finding.ending, attempts=finding.attempt_ids)
        for _attempt_id, object_id in finding.adopted:
            report(outcome=OutcomeKind.CREATED, id=object_id)


def report(**facts):
    """Print a JSON line at once: it must still be true after the end of the process."""
    sys.stdout.write(f"{json.dumps(facts)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
