"""The command: time to the first output of ``--version`` and of a create, beside a bare interpreter, and its memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from benchmarks.harness import sandbox_process
from koodrive.sandbox import SANDBOX_TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 15
_TOKEN = f"{SANDBOX_TOKEN}\n".encode()


_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Starts a command from a small process: what a large one forks has all of its memory at first."""


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    with sandbox_process() as connection, tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache
        place = (
            "--service-address",
            connection.service_address,
            "--user-id",
            connection.user_id,
            "--token-stdin",
        )
        ways = {
            "bare interpreter": lambda _: ("-c", "print()"),
            "--version": lambda _: ("-m", "koodrive", "--version"),
            "album create": lambda number: (
                *("-m", "koodrive", "--data-dir", f"{cache}/data"),
                *("album", "create", "--name", f"Bench {number}", *place),
            ),
        }
        seconds: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
        # The first round compiles what is imported.
        for number in range(1 + ROUNDS):
            for way, words in ways.items():
                seconds[way].append(_seconds(words(number), environment))
        memory = {way: _megabytes(words("once more"), environment) for way, words in ways.items()}
    aims = {"--version": " (aim: under 200 ms)", "album create": " (aim: under 500 ms, 40 MB)"}
    for way, found in seconds.items():
        first, end = (statistics.median(column) * 1000 for column in zip(*found[1:], strict=True))
        yield f"{way}: first output {first:.0f} ms, end {end:.0f} ms, {memory[way]:.0f} MB{aims.get(way, '')}"


def _seconds(words: tuple[str, ...], environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds to the first output and to the end of a process."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
    )
    process.stdin.write(_TOKEN)
    process.stdin.close()
    process.stdout.read(1)
    first = time.perf_counter() - begun
    process.stdout.read()
    process.stdout.close()
    if process.wait():
        raise RuntimeError(f"{words[:3]} ended with {process.returncode}")
    return first, time.perf_counter() - begun


def _megabytes(words: tuple[str, ...], environment: dict[str, str]) -> float:
    """Return the peak memory of a process."""
    command = [sys.executable, "-c", _MEMORY, sys.executable, *words]
    answer = subprocess.run(command, input=_TOKEN, capture_output=True, check=True, env=environment)
    return int(answer.stdout) / 1024
