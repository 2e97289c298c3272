"""KooDesk is killed at every place of a create, again and again: no ID is lost, and nothing is made twice (C-09)."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from killed_process import THINGS

from koodrive.api import serialization
from koodrive.backend.backend import Backend
from koodrive.core.deadline import Cancellation
from koodrive.core.failpoints import VARIABLE, Failpoint
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault, Sandbox

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).parent / "killed_process.py"
ROUNDS = 8
AT_ONCE = 2
PROCESS_SECONDS = 30
LOST_ANSWERS = (Fault.COMMIT_THEN_DROP, Fault.DROP_BEFORE_COMMIT, Fault.ERROR_AFTER_COMMIT, Fault.MISSING_ID)

# The things are six, with two parts of a POST each; some mid-send kills hit the lists instead.
MOST_TIMES = {
    Failpoint.BEFORE_INTENT: 6,
    Failpoint.AFTER_INTENT: 6,
    Failpoint.MID_SEND: 16,
    Failpoint.BEFORE_OUTCOME: 6,
    Failpoint.IN_RESOLVER: 3,
}


@dataclass
class Life:
    """Output and exit code of one process."""

    killed: bool
    said: list[dict]

    @property
    def ids(self):
        return [fact["id"] for fact in self.said if fact.get("id")]


def live(data_dir, address, kill_at=""):
    """Run the child to its end."""
    environment = os.environ | {VARIABLE: kill_at, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), str(data_dir), address],
        env=environment,
        cwd=data_dir,
        capture_output=True,
        text=True,
        timeout=PROCESS_SECONDS,
        check=False,
    )
    assert ended.returncode in {0, -signal.SIGKILL}, ended.stderr
    return Life(ended.returncode != 0, [json.loads(line) for line in ended.stdout.splitlines()])


def history(data_dir):
    # From a copy, so that the next process finds the files just as the dead one left them.
    with tempfile.TemporaryDirectory() as folder:
        for part in data_dir.glob("history.sqlite3*"):
            shutil.copy(part, folder)
        with Journal(Path(folder) / "history.sqlite3") as journal:
            return list(journal.history.attempts(HistoryQuery(descending=False)))


class Round:
    """One data directory and one service: killed at `place` first, and then at random by `draw`."""

    def __init__(self, folder, place, draw):
        self.folder = folder
        self.place = place
        self.draw = draw
        self.lives = []
        folder.mkdir()

    def run(self):
        with Sandbox() as sandbox:
            self.lose_answers(sandbox)
            self.live(sandbox, f"{self.place}:{self.draw.randint(1, MOST_TIMES[self.place])}")
            self.check_dead(sandbox)
            for _ in range(self.draw.choice((0, 0, 1, 2))):
                self.live(sandbox, f"{self.draw.choice(list(Failpoint))}:1")
                self.check_dead(sandbox)
            last = self.live(sandbox)
            assert last.said[-1] == {"done": True}
            self.check_end(sandbox)
        return self

    def live(self, sandbox, kill_at=""):
        before = {row.attempt_id: row for row in history(self.folder)} if self.lives else {}
        life = live(self.folder, sandbox.base_url, kill_at)
        self.lives.append(life)
        sending = [number for number, row in before.items() if row.outcome == OutcomeKind.SENDING]
        if life.said:
            assert life.said[0] == {"interrupted": len(sending)}
        return life

    def lose_answers(self, sandbox):
        """Lose answers: always for a kill in the resolver, else at random."""
        wanted = 3 if self.place is Failpoint.IN_RESOLVER else self.draw.randint(0, 2)
        for _ in range(wanted):
            path = self.draw.choice((serialization.ALBUM_CREATE, serialization.SHARED_FOLDER_CREATE))
            sandbox.inject(self.draw.choice(LOST_ANSWERS), path=path)

    def check_dead(self, sandbox):
        """Check the state that a process has left, after any end."""
        rows, effects = history(self.folder), sandbox.effects()
        with_id = {row.result_id for row in rows if row.outcome == OutcomeKind.CREATED}
        assert {object_id for life in self.lives for object_id in life.ids} <= with_id
        assert with_id <= {effect["id"] for effect in effects}
        self.check_effects(rows, effects)
        self.check_posts(sandbox)

    def check_effects(self, rows, effects):
        by_trace = {row.trace_id: row for row in rows}
        assert len(by_trace) == len(rows)
        assert len({effect["traceId"] for effect in effects}) == len(effects)
        for effect in effects:
            row = by_trace[effect["traceId"]]
            is_open = row.outcome in {OutcomeKind.SENDING, OutcomeKind.UNKNOWN}
            assert is_open or (row.outcome, row.result_id) == (OutcomeKind.CREATED, effect["id"])

    def check_posts(self, sandbox):
        posts = [request for request in sandbox.requests() if request.method == "POST"]
        assert max(Counter(post.headers["X-Traceid"] for post in posts).values(), default=1) == 1
        known = {row.trace_id for row in history(self.folder)}
        assert {post.headers["X-Traceid"] for post in posts} <= known

    def check_end(self, sandbox):
        self.check_dead(sandbox)
        rows, effects = history(self.folder), sandbox.effects()
        made = Counter(row.body for row in rows if row.outcome == OutcomeKind.CREATED)
        assert made == {serialization.to_json(request): 1 for request in THINGS}
        assert len(effects) == len(THINGS)
        assert all(row.outcome not in {OutcomeKind.SENDING, OutcomeKind.UNKNOWN} for row in rows)


def rounds(tmp_path, place):
    draw = random.Random(place)
    to_run = [Round(tmp_path / str(number), place, random.Random(draw.random())) for number in range(ROUNDS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(Round.run, to_run))


@pytest.mark.parametrize("place", list(Failpoint))
def test_no_kill_loses_or_doubles_anything(tmp_path, place):
    done = rounds(tmp_path, place)
    assert sum(round_.lives[0].killed for round_ in done) >= ROUNDS // 2


def one_kill(tmp_path, kill_at):
    """Return the rows and effects that are there after one kill, and those after the next start."""
    with Sandbox() as sandbox:
        assert live(tmp_path, sandbox.base_url, kill_at).killed
        left = history(tmp_path), sandbox.effects()
        assert not live(tmp_path, sandbox.base_url).killed
        return *left, history(tmp_path), sandbox.effects()


def test_before_the_intent_there_is_neither_row_nor_effect(tmp_path):
    rows, effects, rows_later, effects_later = one_kill(tmp_path, "before-intent:3")
    assert [row.outcome for row in rows] == [OutcomeKind.CREATED] * 2
    assert len(effects) == 2
    assert len(rows_later) == len(effects_later) == len(THINGS)


def test_after_the_intent_there_is_a_row_that_turns_out_to_have_made_nothing(tmp_path):
    rows, effects, rows_later, effects_later = one_kill(tmp_path, "after-intent:3")
    assert [row.outcome for row in rows] == [OutcomeKind.CREATED] * 2 + [OutcomeKind.SENDING]
    assert len(effects) == 2
    assert (rows_later[2].outcome, rows_later[2].result_id) == (OutcomeKind.REFUSED, None)
    assert "is not in it" in rows_later[2].note
    assert len(rows_later) == len(THINGS) + 1
    assert len(effects_later) == len(THINGS)


def test_before_the_outcome_there_is_a_row_that_turns_out_to_have_made_it(tmp_path):
    rows, effects, rows_later, effects_later = one_kill(tmp_path, "before-outcome:3")
    assert [row.outcome for row in rows] == [OutcomeKind.CREATED] * 2 + [OutcomeKind.SENDING]
    assert len(effects) == 3
    assert (rows_later[2].outcome, rows_later[2].result_id) == (OutcomeKind.CREATED, effects[2]["id"])
    assert "Found in the service's list" in rows_later[2].note
    assert len(rows_later) == len(effects_later) == len(THINGS)


def test_the_whole_app_killed_before_it_wrote_an_outcome_finds_it_again(tmp_path):
    data_dir = tmp_path / "data"
    ended = subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "--tour",
            str(tmp_path / "tour"),
            "--data-dir",
            str(data_dir),
        ],
        env=os.environ | {VARIABLE: "before-outcome:3"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=PROCESS_SECONDS,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    port = int(history(data_dir)[0].service_address.rpartition(":")[2])
    with Sandbox(data_dir / "sandbox.jsonl", port) as sandbox:
        # The tour lets others make some things, too.
        effects = [effect for effect in sandbox.effects() if effect["traceId"] is not None]
        backend = Backend(data_dir)
        assert backend.open().interrupted == 1
        connection = Connection("sandbox", "Sandbox", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")
        (finding,) = backend.resolver.resolve(
            [attempt.attempt_id for attempt in backend.journal.attempts.open_attempts(connection)],
            client=backend.clients.client(connection, SANDBOX_TOKEN),
            connection=connection,
            pauses=(0.05,),
            cancellation=Cancellation(),
        )
        backend.close()
        assert not [request for request in sandbox.requests() if request.method == "POST"]
    assert finding.ending == "done"
    assert [row.result_id for row in history(data_dir)] == [effect["id"] for effect in effects]
    assert len(effects) == 3
