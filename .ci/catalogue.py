"""Renews the catalogue of Simplified Chinese: `lupdate` brings in the messages of the source, `lrelease` compiles it.

Without places in files and with sorted messages, so that a change of the source changes only what it has to.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "resources" / "translations" / "koodesk_zh_CN.ts"
SOURCE = (ROOT / "ui", ROOT / "main.py", ROOT / "resources" / "translations")
"""The last one holds those of `koodrive`, as `.ci/messages.py` has gathered them."""
_FORM = ("-locations", "none", "-sort-messages", "-source-language", "en", "-target-language", "zh_CN")
# A translation that was guessed from a similar text would look like one.
_MERGE = ("-no-obsolete", "-disable-heuristic", "sametext", "-disable-heuristic", "similartext")


def renew(catalogue: Path) -> None:
    """Bring a catalogue up to the source: new messages are unfinished, those that are gone go.

    Raises:
        subprocess.CalledProcessError: When the source cannot be read; standard error says why.
    """
    sources = [str(path) for path in SOURCE]
    _run("lupdate", *_FORM, *_MERGE, "-extensions", "py", *sources, "-ts", str(catalogue))


def release(catalogue: Path, compiled: Path) -> None:
    """Compile a catalogue.

    Raises:
        subprocess.CalledProcessError: When the catalogue is none; standard error says why.
    """
    _run("lrelease", str(catalogue), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([program, "-silent", *arguments], check=True)  # noqa: S603 - a tool of Qt, and paths of ours


if __name__ == "__main__":
    renew(CATALOGUE)
    release(CATALOGUE, CATALOGUE.with_suffix(".qm"))
