"""C-33: KooDesk ends in the middle of something: in order, soon, quietly, and nothing of it is lost."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from window_program import running

from koodrive.api import serialization
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.connections.store import ConnectionStore
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID, Fault, Sandbox

PROGRAM = Path(__file__).parent / "driven_window.py"
PATIENCE = 25
IN_FLIGHT = {
    "a request that was carried out": [(Fault.HANG_AFTER_COMMIT, serialization.ALBUM_CREATE, 1)],
    "a request that was not carried out": [(Fault.HANG, serialization.ALBUM_CREATE, 1)],
    # The first list is that of the form, and is read; a slow computer reads another one at the press.
    "a search": [
        (Fault.COMMIT_THEN_DROP, serialization.ALBUM_CREATE, 1),
        (Fault.NO_DATE, serialization.ALBUM_LIST, 1),
        (Fault.HANG, serialization.ALBUM_LIST, 9),
    ],
}
ENDS = {"SIGTERM": signal.SIGTERM, "SIGINT": signal.SIGINT, "the window": None}
OF_THE_SCREEN = "This plugin does not support propagateSizeHints()\n"
"""Qt's own messages when a dialog opens without a screen."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def sandbox(tmp_path):
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    with Sandbox() as running:
        ConnectionStore(data_dir / "connections.json").add(
            Connection("c1", "Family cloud", running.base_url, SANDBOX_USER_ID, "bearer", "en-US")
        )
        yield running


def koodesk(folder, name=""):
    """Return a context that runs the program with a driver on its window; it ends with the block."""
    return running(PROGRAM, folder, name)


def wait_for(condition, process):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, process.communicate()
        if time.monotonic() > deadline:
            process.kill()
            raise AssertionError(f"it takes too long: {process.communicate()}")
        time.sleep(0.01)


def end(process, folder, number):
    """End the program in one of `ENDS`, and return how long that took; it must say nothing."""
    begun = time.monotonic()
    if number is None:
        (folder / "close").touch()
    else:
        process.send_signal(number)
    said, _nothing = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said.replace(OF_THE_SCREEN, "")) == (0, "")
    (folder / "close").unlink(missing_ok=True)
    return time.monotonic() - begun


def requests(sandbox, method):
    return [request for request in sandbox.requests() if request.method == method]


def only_row(folder):
    with Journal(folder / "data" / JOURNAL_FILE) as journal:
        (row,) = journal.history.attempts(HistoryQuery())
        return row


@pytest.mark.parametrize(
    ("how", "what"),
    [
        *(("SIGTERM", what) for what in IN_FLIGHT),
        ("SIGINT", "a request that was carried out"),
        ("the window", "a request that was not carried out"),
    ],
)
def test_c33_what_is_in_flight_is_unknown_and_found_out_at_the_next_start(tmp_path, sandbox, what, how):
    for fault, path, times in IN_FLIGHT[what]:
        sandbox.inject(fault, path=path, times=times, seconds=60)
    with koodesk(tmp_path, "In flight") as process:
        wait_for(lambda: requests(sandbox, "POST"), process)
        if what == "a search":
            wait_for(lambda: only_row(tmp_path).outcome is OutcomeKind.UNKNOWN, process)
            wait_for(lambda: sandbox.requests()[-1].method == "GET", process)
        else:
            assert only_row(tmp_path).outcome is OutcomeKind.SENDING
        took = end(process, tmp_path, ENDS[how])
    assert took < (3 if what == "a search" else 7)
    assert only_row(tmp_path).outcome is OutcomeKind.UNKNOWN
    effects = [effect["id"] for effect in sandbox.effects()]
    sandbox.clear_faults()

    with koodesk(tmp_path) as process:
        if effects:
            wait_for(lambda: only_row(tmp_path).outcome is OutcomeKind.CREATED, process)
        else:
            asked = len(requests(sandbox, "GET"))
            wait_for(lambda: len(requests(sandbox, "GET")) > asked, process)
        end(process, tmp_path, ENDS[how])
    assert only_row(tmp_path).result_id == (effects[0] if effects else None)
    assert len(requests(sandbox, "POST")) == 1
    assert [effect["id"] for effect in sandbox.effects()] == effects


@pytest.mark.parametrize("how", ENDS)
def test_c33_a_list_that_is_being_read_holds_up_no_end(tmp_path, sandbox, how):
    sandbox.inject(Fault.HANG, path=serialization.ALBUM_LIST, times=5, seconds=60)
    with koodesk(tmp_path) as process:
        wait_for(lambda: requests(sandbox, "GET"), process)
        assert end(process, tmp_path, ENDS[how]) < 3
    assert requests(sandbox, "POST") == []
