"""Runs the chaos test and prints its report: ``python -m benchmarks.chaos --seed 7 --creates 2000``."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.batch_running import BatchRun
from benchmarks.chaos.races import race
from benchmarks.chaos.rounds import all_rounds
from benchmarks.chaos.running import ChaosError
from benchmarks.chaos.troubles import LATEST_COMMIT, LONGEST_LAG, PAUSES
from benchmarks.chaos.undo_running import undo_rounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.chaos.report import Report

_SHOWN = 10
"""Most findings of one kind that are listed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chaos test once.

    Args:
        arguments: Command line without the program's name; None for `sys.argv`.

    Returns:
        The exit code: 0; 1 when something was lost, doubled or wrongly adopted; 2 when the run itself failed.
    """
    options = _parse(arguments)
    if options.batch:
        return _run_batch(options)
    if options.undo:
        return _run_undo(options)
    if options.races:
        return _run_races(options)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="koodesk-chaos-") as temporary:
        folder = options.keep or Path(temporary)
        try:
            report = all_rounds(
                seed=options.seed,
                creates=options.creates,
                operators=options.operators,
                seconds=options.minutes * 60,
                folder=folder,
            )
        except ChaosError as error:
            sys.stderr.write(f"The run failed: {error}.\n")
            return 2
    _print(options, report, time.monotonic() - begun)
    return 0 if report.is_good else 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="decides what happens (7)")
    parser.add_argument(
        "--creates", type=int, default=2000, metavar="N", help="how many things to ask for (2000)"
    )
    parser.add_argument("--operators", type=int, default=3, metavar="N", help="on one account (3)")
    parser.add_argument(
        "--minutes", type=float, default=15, metavar="N", help="a round of 1000 fails after that (15)"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="a new folder for the histories, to look at them afterwards"
    )
    parser.add_argument(
        "--batch", type=int, metavar="ROWS", help="run one batch of so many rows instead of single creates"
    )
    parser.add_argument(
        "--undo",
        type=int,
        metavar="ROWS",
        help="create so many rows in batches, and take each batch back, instead",
    )
    parser.add_argument(
        "--kills",
        type=int,
        default=20,
        metavar="N",
        help="of the batch's process, or of each 500 rows of --undo (20)",
    )
    parser.add_argument(
        "--races",
        type=int,
        metavar="N",
        help="let two processes ask for the same at once, so many times, instead",
    )
    return parser.parse_args(arguments)


def _run_races(options: argparse.Namespace) -> int:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="koodesk-chaos-") as folder:
        ends, made = race(options.races, Path(folder))
    print(f"\n{options.races} races of two processes, {time.monotonic() - begun:.0f} s")
    for end, count in sorted(ends.items()):
        print(f"  {end:<26}{count:>6}")
    print(f"  albums at the service     {made:>6}")
    is_good = made == options.races and ends == {"created and held back": options.races}
    return 0 if is_good else 1


def _run_batch(options: argparse.Namespace) -> int:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="koodesk-chaos-") as temporary:
        run = BatchRun(
            seed=options.seed,
            rows=options.batch,
            kills=options.kills,
            folder=options.keep or Path(temporary),
            seconds=options.minutes * 60 * max(1.0, options.batch / 1000),
        )
        try:
            verdict = run.verdict()
        except ChaosError as error:
            sys.stderr.write(f"The run failed: {error}.\n")
            return 2
    print(
        f"\nseed {options.seed}: a batch of {options.batch} rows, {run.deaths} kills, {time.monotonic() - begun:.0f} s"
    )
    print(f"  objects at the service    {verdict.effects:>6}")
    for outcome, count in sorted(verdict.outcomes.items()):
        print(f"  rows that are {outcome:<12}{count:>6}")
    for name in ("lost", "doubled", "wrong", "unresolved"):
        found = getattr(verdict, name)
        print(f"  {name:<26}{len(found):>6}")
        for line in found[:_SHOWN]:
            print(f"    {line}")
    faults = ", ".join(f"{name} {times}" for name, times in sorted(run.faults.items()))
    print(f"  Faults that were met: {faults}")
    return 0 if verdict.is_good else 1


def _run_undo(options: argparse.Namespace) -> int:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="koodesk-chaos-") as temporary:
        try:
            verdict = undo_rounds(
                seed=options.seed,
                rows=options.undo,
                kills=options.kills,
                seconds=options.minutes * 60,
                folder=options.keep or Path(temporary),
            )
        except ChaosError as error:
            sys.stderr.write(f"The run failed: {error}.\n")
            return 2
    print(
        f"\nseed {options.seed}: {options.undo} rows created and taken back, {verdict.deaths} kills,"
        f" {time.monotonic() - begun:.0f} s"
    )
    numbers = {
        "objects made at the service": verdict.made,
        "deleted by others": verdict.by_others,
        **{f"attempts: {name}": count for name, count in sorted(verdict.outcomes.items())},
        **{f"objects that are {name}": count for name, count in sorted(verdict.states.items())},
        "changed between look and call": verdict.in_window,
    }
    for name, number in numbers.items():
        print(f"  {name:<42}{number:>6}")
    for name in ("lost", "not_gone", "foreign", "filled", "doubled", "unresolved"):
        found = getattr(verdict, name)
        print(f"  {name:<42}{len(found):>6}")
        for line in found[:_SHOWN]:
            print(f"    {line}")
    faults = ", ".join(f"{name} {times}" for name, times in sorted(verdict.faults.items()))
    print(f"  Faults that were met: {faults}")
    return 0 if verdict.is_good else 1


def _print(options: argparse.Namespace, report: Report, seconds: float) -> None:
    print(
        f"\nseed {options.seed}: {options.operators} operators on one account, {report.deaths} kills, {seconds:.0f} s\n"
        f"Answers that never come may be carried out up to {LATEST_COMMIT} s later, lists lag up to {LONGEST_LAG} s"
        f" behind,\nand the resolver looks for {sum(PAUSES):.1f} s: what is made after its last look, nobody finds.\n"
        "Operators and other programs make things of the same content on the same account; where the list had not"
        " shown\nthem before, it cannot tell whose they are. That is counted apart, and is no failure. Nobody decides"
        " what is\nleft to people.\n"
    )
    for name, number in report.numbers.items():
        print(f"  {name:<42}{number:>6}")
    for name, lines in report.lines.items():
        for line in lines[:_SHOWN]:
            print(f"  {name}: {line}")
    faults = ", ".join(f"{name} {times}" for name, times in sorted(report.faults.items()))
    print(f"\n  Faults that were met: {faults}")


if __name__ == "__main__":
    sys.exit(main())
