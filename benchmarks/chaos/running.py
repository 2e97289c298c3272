"""Runs the sandbox and the operators' processes, kills these, and creates objects as other programs would."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.account import Account, read_book
from benchmarks.chaos.troubles import random_failpoint
from benchmarks.chaos.watching import Watch
from benchmarks.chaos.workload import OperatorConfig, near, planned_requests
from koodrive.api import serialization
from koodrive.core.failpoints import VARIABLE
from koodrive.sandbox import SANDBOX_CONTAINER_ID, Sandbox, SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
_LOOK_SECONDS = 0.05
_PROGRESS_SECONDS = 10.0
_KILL_EVERY_POSTS = 80
"""On average. By what has been done and not by time, so that a slow machine does not only start processes."""
_KILL_EVERY_SECONDS = 60.0
"""On average, for each process, also while nothing is created."""
_FOREIGN_EVERY_POSTS = 7


class ChaosError(Exception):
    """Raised when the run itself failed, so that it proves nothing."""


@dataclass
class Process:
    """The process of one operator."""

    config: OperatorConfig
    draw: random.Random
    child: subprocess.Popen[bytes] | None = None
    is_done: bool = False

    def start(self) -> None:
        """Start it again, perhaps with a failpoint."""
        kill_at = "" if self.config.is_calm else random_failpoint(self.draw)
        self.child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.chaos.operating", json.dumps(self.config.as_json())],
            cwd=ROOT,
            env=os.environ | {VARIABLE: kill_at},
        )

    def kill(self) -> None:
        """Kill it at once."""
        if self.child is not None:
            self.child.kill()
            self.child.wait()


@dataclass
class Run:
    """One chaos run.

    Args:
        seed: Determines requests, faults and kills.
        creates: Number of items of all operators.
        operators: Number of operators.
        folder: Folder of their data directories.
        seconds: Most seconds of the run.
    """

    seed: int
    creates: int
    operators: int
    folder: Path
    seconds: float
    deaths: int = 0
    foreign: int = 0
    watch: Watch = field(default_factory=Watch)
    _arrived: int = 0

    def account(self) -> Account:
        """Run it to its end and return the final state.

        Raises:
            ChaosError: When it does not end in time, or an operator's process fails otherwise than by a kill.
        """
        self._draw = random.Random(f"run {self.seed}")
        self._begun = time.monotonic()
        # On a disk as in real life, but for the sandbox: its own durability is not in question here.
        with Sandbox(observer=self.watch) as sandbox:
            processes = self._processes(sandbox)
            try:
                self._until_done(processes, sandbox, self._live)
                sandbox.clear_faults()
                for process in processes:
                    process.config = replace(process.config, is_calm=True, life=process.config.life + 1)
                    process.is_done = False
                    process.start()
                self._until_done(processes, sandbox, lambda *_: None)
            finally:
                for process in processes:
                    process.kill()
        effects = sandbox.effects()
        books = [read_book(process.config, self.watch) for process in processes]
        return Account(books, effects, self.watch.posts, self.watch.faults)

    def _processes(self, sandbox: Sandbox) -> list[Process]:
        shared = sandbox.make_elsewhere(
            "sharedFolder", {"name": "For albums", "shareType": 0, "containerId": SANDBOX_CONTAINER_ID}
        )
        processes = []
        for number in range(self.operators):
            folder = self.folder / f"operator-{number}"
            folder.mkdir(parents=True)
            share = (self.creates + number) // self.operators
            config = OperatorConfig(
                seed=self.seed,
                operator=number,
                life=0,
                creates=share,
                service_address=sandbox.base_url,
                token=sandbox.renew_token(),
                secret=sandbox.secret,
                data_dir=str(folder),
                group_id=shared["groupId"],
                share_folder_id=shared["id"],
            )
            processes.append(Process(config, random.Random(f"process {self.seed} {number}")))
            processes[-1].start()
        return processes

    def _until_done(
        self, processes: list[Process], sandbox: Sandbox, meanwhile: Callable[[list[Process], Sandbox], None]
    ) -> None:
        said = time.monotonic()
        while not all(process.is_done for process in processes):
            time.sleep(_LOOK_SECONDS)
            for process in processes:
                self._supervise(process)
            meanwhile(processes, sandbox)
            now = time.monotonic()
            if now - self._begun > self.seconds:
                raise ChaosError(f"it was not over after {self.seconds:.0f} seconds")
            if now - said > _PROGRESS_SECONDS:
                said = now
                print(
                    f"{self.folder.name} {now - self._begun:4.0f} s: {self.watch.posts.total()} POSTs,"
                    f" {self.deaths} deaths, {sum(process.is_done for process in processes)} of {self.operators}"
                    " operators done",
                    flush=True,
                )

    def _supervise(self, process: Process) -> None:
        """Restart a process that was killed."""
        status = None if process.child is None else process.child.poll()
        if status is None or process.is_done:
            return
        if status == 0:
            process.is_done = True
        elif status < 0:
            self.deaths += 1
            process.config = replace(process.config, life=process.config.life + 1)
            process.start()
        else:
            raise ChaosError(f"operator {process.config.operator} failed with exit code {status}")

    def _live(self, processes: list[Process], sandbox: Sandbox) -> None:
        arrived = self.watch.posts.total()
        new, self._arrived = arrived - self._arrived, arrived
        chance = _LOOK_SECONDS / _KILL_EVERY_SECONDS + new / _KILL_EVERY_POSTS / self.operators
        if not self.deaths and arrived >= self.creates // 2:
            # A short run on a slow machine would prove nothing about kills.
            chance = 1
        for process in processes:
            if not process.is_done and self._draw.random() < chance:
                process.kill()
        for _ in range(new):
            if self._draw.random() < 1 / _FOREIGN_EVERY_POSTS:
                self._make_elsewhere(self._draw.choice(processes).config, sandbox)

    def _make_elsewhere(self, config: OperatorConfig, sandbox: Sandbox) -> None:
        """Create an object as another program would: an item of an operator, or a similar one."""
        request = self._draw.choice(planned_requests(config))
        if self._draw.random() < 0.4:
            request = near(request, self._draw)
        creator = self._draw.choice((None, "1600000000000000001"))
        try:
            sandbox.make_elsewhere(
                serialization.kind_of(request).value,
                json.loads(serialization.to_json(request)),
                creator=creator,
            )
        except (ValueError, SandboxError):
            # The name is taken.
            return
        self.foreign += 1
