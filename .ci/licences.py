"""Writes docs/licences.md: under which licence each package is that KooDesk needs to run; or checks that it is current.

A package that is not installed here, as it is for another system, keeps the licence that the document says.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
DOCUMENT = ROOT / "docs" / "licences.md"

ACCEPTED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "MIT-0",
        "PSF-2.0", "Unlicense",
        # Of these only changes to the package itself have to be published; KooDesk uses them as they are.
        "LGPL-3.0-only", "MPL-2.0",
    }
)  # fmt: skip

CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}

HEAD = """# Licences of what KooDesk needs to run

Made by `make licences` from what the packages say of themselves; `make check` fails when it is not current, or when a
licence is not one of those that KooDesk, which is under the MIT licence, can be given away with. Where a package leaves
the choice, one of them is enough. Qt and PySide6 are used under the LGPL, as separate libraries that can be replaced.

| package | version | licence | needed where |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock file: its name, its version, and the condition under which it is installed."""

    name: str
    version: str
    marker: str


def locked(text: str) -> list[Locked]:
    """Return the packages of a lock file in its order.

    Args:
        text: Of the file.
    """
    found = re.finditer(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; (.*?))?(?: \\)?$", text, re.MULTILINE)
    return [Locked(match[1], match[2], match[3] or "") for match in found]


def is_accepted(licence: str) -> bool:
    """Return whether KooDesk can be given away with a package that is under `licence`, an SPDX expression."""
    choices = [choice.split(" AND ") for choice in licence.split(" OR ")]
    return any(all(part.strip() in ACCEPTED for part in choice) for choice in choices)


def licence_of(about: PackageMetadata) -> str:
    """Return what a package says of its licence, as an SPDX expression where it can be told; may be empty."""
    for field in ("License-Expression", "License"):
        said = (about.get(field) or "").strip()
        if said and len(said) < 80 and "\n" not in said:
            return said
    classifiers = [entry.rpartition(" :: ")[2] for entry in about.get_all("Classifier") or []]
    return " AND ".join(CLASSIFIERS[entry] for entry in classifiers if entry in CLASSIFIERS)


def document(lock: str, before: str) -> tuple[str, list[str]]:
    """Return what the document has to say, and what is wrong with the licences.

    Args:
        lock: The text of the lock file.
        before: The text of the document so far.
    """
    rows, problems = [], []
    kept = dict(re.findall(r"^\| (\S+) \| \S+ \| ([^|]+?) \|", before, re.MULTILINE))
    for package in locked(lock):
        try:
            about = metadata(package.name)
        except PackageNotFoundError:
            licence = kept.get(package.name, "")
        else:
            licence = licence_of(about)
            if about["Version"] != package.version:
                problems.append(
                    f"{package.name} {about['Version']} is installed, and {package.version} is locked."
                )
        if not is_accepted(licence):
            problems.append(f"{package.name} is under “{licence or 'no licence that can be told'}”.")
        marker = package.marker.replace("|", "or")
        rows.append(f"| {package.name} | {package.version} | {licence} | {marker or 'everywhere'} |\n")
    return HEAD + "".join(rows), problems


def main(arguments: list[str]) -> int:
    """Write the document, or with ``--check`` compare it; return the exit code."""
    before = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    wanted, problems = document(LOCK.read_text(encoding="utf-8"), before)
    if arguments == ["--check"]:
        if before != wanted:
            problems.append(f"{DOCUMENT.relative_to(ROOT)} is not current: run 'make licences'.")
    else:
        DOCUMENT.write_text(wanted, encoding="utf-8")
    sys.stderr.write("".join(f"Licences: {problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
