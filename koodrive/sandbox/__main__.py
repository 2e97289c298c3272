"""Run the sandbox alone: ``python -m koodrive.sandbox [--port N] [--state FILE]``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from koodrive.sandbox import Sandbox, SandboxError, identity
from koodrive.sandbox.access import SECRET_HEADER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_LOOK_SECONDS: Final = 0.5
"""Windows delivers Ctrl+C only between two waits."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl+C or SIGTERM.

    Args:
        arguments: The command line without the program's name; None for that of this process.

    Returns:
        The exit code: 0, or 1 when the sandbox could not start.
    """
    options = _parse(arguments)
    stop = threading.Event()

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask_to_stop)
    try:
        with Sandbox(options.state, options.port) as sandbox:
            _print_account(sandbox, options.state)
            while not stop.wait(_LOOK_SECONDS):
                pass
    except SandboxError as exc:
        sys.stderr.write(f"{exc}\n")
        return 1
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m koodrive.sandbox", description="A KooDrive for rehearsal on 127.0.0.1."
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="where to listen (any free port)")
    parser.add_argument(
        "--state", type=Path, metavar="FILE", help="where to keep albums and folders (in memory only)"
    )
    return parser.parse_args(arguments)


def _print_account(sandbox: Sandbox, state: Path | None) -> None:
    rows = {
        "Service address": sandbox.base_url,
        "User ID": identity.SANDBOX_USER_ID,
        "Token": identity.SANDBOX_TOKEN,
        "Space ID": identity.SANDBOX_CONTAINER_ID,
        "Account": identity.SANDBOX_ACCOUNT,
        "Password": identity.SANDBOX_PASSWORD,
        "Agent": identity.SANDBOX_AGENT,
        "AppId": identity.SANDBOX_APP_ID,
        "AppSecret": identity.SANDBOX_APP_SECRET,
        "State": state or "in memory only",
        "Faults": f"{sandbox.base_url}/sandbox/faults",
        "Control header": f"{SECRET_HEADER}: {sandbox.secret}",
    }
    for name, value in rows.items():
        sys.stdout.write(f"{name + ':':<17}{value}\n")
    sys.stdout.write("Stop it with Ctrl+C.\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
