"""Runs the chaos and prints what it did to the histories: ``python -m benchmarks.chaos --seed 7 --creates 2000``."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.running import ChaosError, Run
from benchmarks.chaos.troubles import LATEST_COMMIT, LONGEST_LAG, PAUSES
from benchmarks.chaos.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.chaos.account import Account
    from benchmarks.chaos.verdict import Verdict

_SHOWN = 10
"""Findings of a kind that are named."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run once.

    Args:
        arguments: The command line without the program's name; None for that of this process.

    Returns:
        The exit code: 0; 1 when something was lost, doubled or wrongly adopted; 2 when the run itself failed.
    """
    options = _parse(arguments)
    with tempfile.TemporaryDirectory(prefix="koodesk-chaos-") as temporary:
        run = Run(
            seed=options.seed,
            creates=options.creates,
            operators=options.operators,
            folder=options.keep or Path(temporary),
            seconds=options.minutes * 60,
            tell=lambda line: print(line, flush=True),
        )
        begun = time.monotonic()
        try:
            account = run.account()
        except ChaosError as error:
            sys.stderr.write(f"The run failed: {error}.\n")
            return 2
        verdict = judge(account)
        _report(run, account, verdict, time.monotonic() - begun)
    return 0 if verdict.is_good else 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="decides what happens (7)")
    parser.add_argument(
        "--creates", type=int, default=2000, metavar="N", help="how many things to ask for (2000)"
    )
    parser.add_argument("--operators", type=int, default=3, metavar="N", help="on one account (3)")
    parser.add_argument(
        "--minutes", type=float, default=15, metavar="N", help="the run fails after that (15)"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="a new folder for the histories, to look at them afterwards"
    )
    return parser.parse_args(arguments)


def _report(run: Run, account: Account, verdict: Verdict, seconds: float) -> None:
    books = account.books
    adopted = sum(row.note is not None for book in books for row in book.created)
    rows: dict[str, int] = {
        "creates asked": run.creates,
        "  of them given up by the operator": sum(len(book.diary.given_up) for book in books),
        "POSTs that arrived whole": run.posts.total(),
        "effects at the service": sum(map(len, account.by_trace.values())),
        "made by other programs": len(account.effects) - sum(map(len, account.by_trace.values())),
        "IDs in the histories": sum(len(book.created) for book in books),
        "  of them found by the resolver": adopted,
        "lost": len(verdict.lost),
        "doubled": len(verdict.doubled),
        "wrongly adopted": len(verdict.wrongly_adopted),
        "somebody else's of the same content": len(verdict.alike),
        "exchanged between identical requests": verdict.exchanged,
        "unresolved": len(verdict.unresolved),
        "  of them the lists could have told": len(verdict.tellable),
    }
    print(
        f"\nseed {run.seed}: {run.operators} operators on one account, {run.deaths} kills, {seconds:.0f} s\n"
        f"Answers that never come may be carried out up to {LATEST_COMMIT} s later, lists lag up to {LONGEST_LAG} s"
        f" behind,\nand the resolver looks for {sum(PAUSES):.1f} s: what is made after its last look, nobody finds.\n"
        "Operators and other programs make things of the same content on the same account; where the list had not"
        " shown\nthem before, it cannot tell whose they are. That is counted apart, and is no failure.\n"
    )
    for name, number in rows.items():
        print(f"  {name:<38}{number:>6}")
    for name in ("lost", "doubled", "wrongly_adopted", "alike", "tellable"):
        for line in getattr(verdict, name)[:_SHOWN]:
            print(f"  {name}: {line}")


if __name__ == "__main__":
    sys.exit(main())
