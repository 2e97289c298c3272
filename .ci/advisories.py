"""Compares the locked packages with a copy of github.com/pypa/advisory-database, where pip-audit has no advisories.

Usage: advisories.py DIR LOCK...
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml
from packaging.version import InvalidVersion, Version


def locked(lock: Path) -> dict[str, str]:
    """Return the packages of a lock file: name to version."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def is_affected(advisory: dict[str, Any], name: str, version: str) -> bool:
    """Return whether an advisory in the form of OSV is about this version of a package."""
    if advisory.get("withdrawn"):
        return False
    for affected in advisory.get("affected", ()):
        if re.sub(r"[-_.]+", "-", affected["package"]["name"]).lower() != name:
            continue
        if version in map(str, affected.get("versions", ())):
            return True
        ranges = [found for found in affected.get("ranges", ()) if found["type"] == "ECOSYSTEM"]
        if any(_is_within(found["events"], Version(version)) for found in ranges):
            return True
    return False


def _is_within(events: list[dict[str, Any]], version: Version) -> bool:
    """Return whether `version` lies in what begins and ends with `events`, which are in their order."""
    inside = False
    for event in events:
        (kind, bound), *_ = event.items()
        try:
            limit = Version(str(bound))
        except InvalidVersion:
            continue
        if kind == "introduced":
            inside = inside or version >= limit
        elif (kind == "fixed" and version >= limit) or (kind == "last_affected" and version > limit):
            inside = False
    return inside


def main(arguments: list[str]) -> int:
    """Tell about all advisories that hit a locked version; return the exit code."""
    database, locks = Path(arguments[0]) / "vulns", [Path(name) for name in arguments[1:]]
    if not database.is_dir():
        sys.stderr.write(
            f"There is no copy of the advisory database in {arguments[0]} (no folder “vulns”).\n"
        )
        return 2
    packages = {item for lock in locks for item in locked(lock).items()}
    read, newest, hits = 0, "", 0
    for name, version in sorted(packages):
        for path in sorted((database / name).glob("*.yaml")):
            advisory = yaml.safe_load(path.read_text(encoding="utf-8"))
            read, newest = read + 1, max(newest, str(advisory.get("modified", ""))[:10])
            if is_affected(advisory, name, version):
                hits += 1
                aliases = ", ".join(advisory.get("aliases", ()))
                sys.stderr.write(f"{name} {version}: {advisory['id']} ({aliases})\n")
    sys.stdout.write(
        f"{len(packages)} locked versions, {read} advisories about those packages,"
        f" the newest of {newest or 'never'}: {hits} hits\n"
    )
    return 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
