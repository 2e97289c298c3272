"""Creates the same rows by each tool, and prints what that takes: ``python -m benchmarks.peers --rows 1000``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers import inputs
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections.abc import Callable

_KIBIBYTES_IN_MEGABYTE = 1000 * 1000 / 1024


def main() -> int:
    """Run every tool once, one after another, each at a service of its own.

    Returns:
        The exit code: 0; 1 when a tool has not created exactly the rows of the table.
    """
    parser = argparse.ArgumentParser(prog="make bench-peers", description=__doc__)
    parser.add_argument("--rows", type=int, default=1000, metavar="N", help="of the table (1000)")
    parser.add_argument("--modules", type=Path, required=True, metavar="DIR", help="the folder node_modules")
    options = parser.parse_args()
    modules = options.modules.resolve()
    tools = {
        "newman": lambda folder, address: _newman(modules, folder, address),
        "bru": lambda folder, address: _bruno(modules, folder, address),
        "koodrive, 1 connection": lambda folder, address: _koodrive(folder, address, 1),
        "koodrive, 4 connections": lambda folder, address: _koodrive(folder, address, 4),
    }
    is_complete = True
    for name, prepare in tools.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            inputs.write_table(folder / "rows.csv", options.rows)
            seconds, processor, megabytes, made = _measured(folder, prepare)
        print(
            f"{name:<26}{seconds:>7.1f} s {processor:>6.1f} s of processor {megabytes:>6.0f} MB {made:>6} created",
            flush=True,
        )
        is_complete = is_complete and made == options.rows
    return 0 if is_complete else 1


def _measured(folder: Path, prepare: Callable[[Path, str], list[str]]) -> tuple[float, float, float, int]:
    """Return the seconds that a tool took, those of a processor, its largest memory in MB, and the albums created."""
    service = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.prompt_service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert service.stdout is not None
    command = prepare(folder, service.stdout.readline().strip())
    (folder / "token").write_text(f"{SANDBOX_TOKEN}\n", encoding="utf-8")
    begun = time.perf_counter()
    with (folder / "token").open(encoding="utf-8") as token:
        tool = subprocess.Popen(
            command, cwd=folder, stdin=token, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(tool.pid, 0)
    seconds = time.perf_counter() - begun
    # It was waited for here, and not by its own object.
    tool.returncode = 0
    made, _ = service.communicate(timeout=30)
    unit = 1024 if sys.platform == "darwin" else 1
    processor = usage.ru_utime + usage.ru_stime
    return seconds, processor, usage.ru_maxrss / unit / _KIBIBYTES_IN_MEGABYTE, int(made)


def _newman(modules: Path, folder: Path, address: str) -> list[str]:
    inputs.write_newman(folder / "collection.json", address)
    program = str(modules / "newman" / "bin" / "newman.js")
    return ["node", program, "run", "collection.json", "--iteration-data", "rows.csv", "--silent"]


def _bruno(modules: Path, folder: Path, address: str) -> list[str]:
    inputs.write_bruno(folder / "collection", address)
    program = str(modules / "@usebruno" / "cli" / "bin" / "bru.js")
    script = f'cd collection && exec node "{program}" run create.bru --csv-file-path ../rows.csv'
    return ["sh", "-c", script]


def _koodrive(folder: Path, address: str, connections: int) -> list[str]:
    place = ["--data-dir", str(folder / "data"), "--service-address", address, "--user-id", SANDBOX_USER_ID]
    pace = ["--parallel", str(connections), "--rate", "none"]
    root = Path(__file__).parents[2]
    program = (
        f"import sys; sys.path.insert(0, {str(root)!r}); from koodrive.__main__ import main; sys.exit(main())"
    )
    run = ["batch", "run", "rows.csv", "--token-stdin", "--json", "--result", "result.csv"]
    return [sys.executable, "-c", program, *run, *place, *pace]


if __name__ == "__main__":
    sys.exit(main())
