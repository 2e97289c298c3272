"""Runs one batch against faults and kills: ``make chaos ARGS="--batch 10000 --kills 20"``."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.chaos.batch_process import BatchConfig
from benchmarks.chaos.batch_table import write_table
from benchmarks.chaos.batch_verdict import BatchVerdict, judge
from benchmarks.chaos.running import ROOT, ChaosError
from benchmarks.chaos.troubles import random_failpoint
from benchmarks.chaos.watching import Watch
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.core.failpoints import VARIABLE
from koodrive.sandbox import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

_LOOK_SECONDS = 0.05
_PROGRESS_SECONDS = 10.0
_TOKEN_ENDS = 5
"""Ends of the token in a whole run, besides those that single faults pretend."""


class BatchRun:
    """One chaos run of one batch.

    Args:
        seed: Decides rows, faults and kills.
        rows: Number of rows.
        kills: Number of kills.
        folder: Folder of the data directory and the files.
        seconds: Most seconds of the run.
        watch: Observer at the service; None for one of its own.
    """

    MODULE = "benchmarks.chaos.batch_process"
    """What is run and killed."""

    def __init__(
        self,
        *,
        seed: int,
        rows: int,
        kills: int,
        folder: Path,
        seconds: float,
        watch: Watch | None = None,
    ) -> None:
        self._seed, self._rows, self._kills = seed, rows, kills
        self._folder = folder
        self._until = time.monotonic() + seconds
        self._draw = random.Random(f"batch run {seed}")
        self._watch = watch or Watch()
        self._said = time.monotonic()
        self.deaths = 0

    @property
    def faults(self) -> dict[str, int]:
        """Number of requests per fault."""
        return dict(self._watch.faults)

    def verdict(self) -> BatchVerdict:
        """Run it to its end and judge it.

        Raises:
            ChaosError: When it does not end in time, or its process fails otherwise than by a kill.
        """
        table, data_dir = self._folder / "table.csv", self._folder / "data"
        self._folder.mkdir(parents=True, exist_ok=True)
        write_table(table, self._rows, self._seed)
        result = self._folder / "table-results.csv"
        with Sandbox(observer=self._watch) as sandbox:
            self._live(sandbox, data_dir, table, result)
            effects = sandbox.effects()
        return judge(effects, self._watch.posts, table, result, data_dir / JOURNAL_FILE)

    def _live(self, sandbox: Sandbox, data_dir: Path, table: Path, result: Path) -> None:
        """Run the process until it comes to its end, and then once more without faults."""
        config = BatchConfig(
            seed=self._seed,
            life=0,
            service_address=sandbox.base_url,
            secret=sandbox.secret,
            data_dir=str(data_dir),
            table=str(table),
            result=str(result),
        )
        while not self._lives(config, sandbox):
            config = replace(config, life=config.life + 1)
        sandbox.clear_faults()
        self._lives(replace(config, life=config.life + 1, is_calm=True), sandbox)

    def _meanwhile(self, sandbox: Sandbox) -> None:
        """Do what other people do while the process runs; nothing here."""

    def _lives(self, config: BatchConfig, sandbox: Sandbox) -> bool:
        """Run one process until it ends or is killed, and return whether it came to its end."""
        may_die = self.deaths < self._kills and not config.is_calm
        at_failpoint = random_failpoint(self._draw) if may_die else ""
        posts = self._watch.posts.total()
        dies_at = posts + self._draw.randint(1, max(2, 2 * self._rows // max(1, self._kills)))
        ends_token = self._draw.random() < _TOKEN_ENDS / (self._kills + 1) and not config.is_calm
        expires_at = posts + self._draw.randint(1, max(2, self._rows // max(1, self._kills)))
        child = subprocess.Popen(
            [sys.executable, "-m", self.MODULE, json.dumps(config.as_json())],
            cwd=ROOT,
            env=os.environ | {VARIABLE: at_failpoint},
        )
        try:
            while (status := child.poll()) is None:
                time.sleep(_LOOK_SECONDS)
                self._report()
                self._meanwhile(sandbox)
                now = self._watch.posts.total()
                if ends_token and now >= expires_at:
                    ends_token = False
                    sandbox.expire_tokens()
                if may_die and now >= dies_at:
                    child.kill()
        finally:
            child.kill()
            child.wait()
        if status > 0:
            raise ChaosError(f"the process of the batch failed with exit code {status}")
        self.deaths += status < 0
        return status == 0

    def _report(self) -> None:
        now = time.monotonic()
        if now > self._until:
            raise ChaosError("it was not over in time")
        if now - self._said > _PROGRESS_SECONDS:
            self._said = now
            print(f"{self._watch.posts.total()} POSTs, {self.deaths} deaths", flush=True)
