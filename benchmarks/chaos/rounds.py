"""Runs large numbers of creates in rounds, each with an account of its own, and two rounds at once."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from benchmarks.chaos.report import Report, report_on
from benchmarks.chaos.running import Run

if TYPE_CHECKING:
    from pathlib import Path

_ROUND = 1_000
"""Creates per account. Each look reads whole lists, so a run with one large account would mostly read."""
_AT_ONCE = 2
_SEED_STEP = 1_000_000
_SHOWN = ("lost", "doubled", "wrongly adopted", "unresolved")


def all_rounds(*, seed: int, creates: int, operators: int, seconds: float, folder: Path) -> Report:
    """Run all rounds and return the sum of their reports.

    Args:
        seed: Seed of the first round; those of later rounds follow from it.
        creates: Number of creates of all rounds.
        operators: Number of operators per account.
        seconds: Most seconds of a round.
        folder: Folder of the histories.

    Raises:
        ChaosError: When a round failed, so that it proves nothing.
    """
    count = max(1, -(-creates // _ROUND))
    shares = [(creates + number) // count for number in range(count)]
    runs = [
        (seed + _SEED_STEP * number, share, operators, folder / f"round-{number}", seconds)
        for number, share in enumerate(shares)
    ]
    if count == 1:
        return _one_round(runs[0])
    # A fork would take the threads of the other round's sandbox along.
    with ProcessPoolExecutor(_AT_ONCE, mp_context=get_context("spawn")) as pool:
        return sum(pool.map(_one_round, runs), Report())


def _one_round(arguments: tuple[int, int, int, Path, float]) -> Report:
    seed, creates, operators, folder, seconds = arguments
    run = Run(seed=seed, creates=creates, operators=operators, folder=folder, seconds=seconds)
    report = report_on(run, run.account())
    counted = ", ".join(f"{name.strip()} {report.numbers[name]}" for name in _SHOWN)
    print(f"{folder.name} is over: {counted}", flush=True)
    return report
