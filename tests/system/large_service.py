"""A large account on a slow service, in a process of its own, for `test_large_account.py`.

Prints its address and the secret of its control calls once it listens, and ends when its standard input does.
"""

from __future__ import annotations

import sys
import time

from koodrive.sandbox import Sandbox

FOLDERS, ALBUMS, DIRECTORIES = 5_000, 10_000, 5_000
LISTS_SLOW_SECONDS = 0.25
NAMED = "Rarely called 稀有"
"""A shared folder and a directory among thousands."""


def run() -> None:
    """Create all objects, then serve."""
    with Sandbox() as sandbox:
        now = time.time()
        for number in range(FOLDERS):
            name = NAMED if number == 1_234 else f"Family {number:04} 家庭"
            fields = {"shareType": 0, "containerId": "IAAFanxbXNArpAncA1645841408025905537", "name": name}
            sandbox.make_elsewhere("sharedFolder", fields, created_at=now - FOLDERS + number)
        for number in range(ALBUMS):
            fields = {"name": f"Album {number:05}", "type": 2, "albumKind": 1}
            sandbox.make_elsewhere("album", fields, created_at=now - ALBUMS + number)
        names = [f"Directory {number:04} 目录" for number in range(DIRECTORIES)]
        sandbox.add_folders("root", [*names, NAMED])
        for path in ("sharefolder/list", "files/0"):
            sandbox.inject("slow", times=100_000, path=f"/koodrive/ose/v1/{path}", seconds=LISTS_SLOW_SECONDS)
        sys.stdout.write(f"{sandbox.base_url} {sandbox.secret}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    run()
