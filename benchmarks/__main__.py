"""Runs all benchmarks or the named ones: ``python -m benchmarks startup typing``."""

from __future__ import annotations

import argparse

from benchmarks import batch, command, creating, grid, history, loop, startup, table, typing_speed, undo

BENCHMARKS = {
    "startup": startup.run,
    "loop": loop.run,
    "typing": typing_speed.run,
    "history": history.run,
    "create": creating.run,
    "command": command.run,
    "table": table.run,
    "batch": batch.run,
    "undo": undo.run,
    "grid": grid.run,
}


def main() -> None:
    """Run the benchmarks of the command line in a fixed order, and print one block each."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], help="which ones; all by default")
    chosen = parser.parse_args().names or BENCHMARKS
    for name, run in BENCHMARKS.items():
        if name in chosen:
            print(f"\n{name}")
            for line in run():
                print(f"  {line}")


if __name__ == "__main__":
    main()
