"""A morning of typing: names as fast as keys come, a token that ends and a lost answer; each is created once."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from system.typing_process import NAME
from window_program import running

from koodrive.api.serialization import ALBUM_CREATE
from koodrive.backend.backend import CONNECTIONS_FILE, JOURNAL_FILE
from koodrive.connections.store import ConnectionStore
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID, Fault, Sandbox

PROGRAM = Path(__file__).parent / "typing_process.py"
PATIENCE = 150

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2 * PATIENCE + 20)]


def typing(folder, count):
    """Return a context that runs the program with a typist at its window; it ends with the block."""
    return running(PROGRAM, folder, str(count))


def wait_for_effects(sandbox, count, process):
    deadline = time.monotonic() + PATIENCE
    while len(sandbox.effects()) < count:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline, f"only {len(sandbox.effects())} were created"
        time.sleep(0.01)


@pytest.mark.parametrize(("seconds", "slow"), [(0, 40), (0.8, 40), (3, 8)])
def test_each_name_is_created_once(tmp_path, seconds, slow):
    count = 40
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    names = [NAME.format(number=number) for number in range(count)]
    with Sandbox() as sandbox:
        ConnectionStore(data_dir / CONNECTIONS_FILE).add(
            Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")
        )
        # A slow service is slow while names are typed, and for some answers more: all 40 would show no more.
        # "Slow" counts the requests until the answer that is lost, also where it answers at once.
        sandbox.inject(Fault.SLOW, times=slow // 4, path=ALBUM_CREATE, seconds=seconds)
        sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
        sandbox.inject(Fault.SLOW, times=slow, path=ALBUM_CREATE, seconds=seconds)
        with typing(tmp_path, count) as process:
            wait_for_effects(sandbox, slow // 2, process)
            sandbox.expire_tokens()
            (tmp_path / "token").write_text(sandbox.renew_token(), "utf-8")
            output, _ = process.communicate(timeout=PATIENCE)
        created = [effect["name"] for effect in sandbox.effects()]
    assert process.returncode == 0, output
    seen = json.loads(output.splitlines()[-1])
    assert Counter(created) == Counter(names)
    assert (seen["strayed"], seen["name"]) == ([], "")
    assert seen["tokens given"] == 1
    assert seen["cards"] == list(reversed(names)), "one card for each press"
    assert seen["most waiting"] > 0
    with Journal(data_dir / JOURNAL_FILE) as journal:
        assert journal.queue.requests() == []
        attempts = list(journal.history.attempts(HistoryQuery()))
    kept = Counter(attempt.name for attempt in attempts if attempt.outcome == OutcomeKind.CREATED)
    assert kept == Counter(names)
