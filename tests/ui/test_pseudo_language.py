"""The tour, and more, under a catalogue of no language: every text is translated, and there is room for longer ones."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pseudo_catalogue import compile_pseudo, pseudo, without_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

SIZES = (100, 200)
"""Percent of the usual text size."""
PATIENCE = 180
"""Seconds for both tours."""
DATA = (
    # Names that the tour gives.
    r"Holidays of the whole choir|Spring(?: fair)?|School trip|Family: Müller|From the old phone|Grandma's kitchen",
    r"\b(?:Holidays?|Mistake|Evening|Choir|Concert|Wedding|Kunde|Garden|Screenshots|Graduation|Kruger|Football)\b",
    # Folders that the sandbox has.
    r"\b(?:Pictures|Videos|Documents)\b|Work & (?:<b>)?private(?:</b>)?|Backup of the old telephone,.* as well",
    # Addresses, paths and IDs.
    r"https?://\S+|(?<!\w)/[\w./-]+|\b[\w-]{16,}\b",
    # Keys, by Qt.
    r"\b(?:Ctrl|Alt|Shift)\+\S+|\bF\d+\b|\bEsc\b",
    # The same in every language; and the words of an exception that nobody has foreseen.
    r"\bKooDesk\b|\bUTC\b|ValueError: canary",
)
"""What is not translated, wherever it stands."""
DATA_OF_WIDGETS = {
    # A language in its own words.
    "settings.language.en": r"English",
    "connection.language": r"English",
    # Names of files; cells of the file that is open, and its headings.
    "supportBundle.files": r"\S+\.(?:txt|json|log|csv)",
    "batch.table": r"\w+",
    "batch.columns": r"\w+",
    # Values that are in force, versions, variables and libraries.
    "diagnostics.content": r"\S+|X-Sandbox-Secret: \S+|\d\.\d.*|OpenSSL .*",
    "diagnostics.name": r"[A-Z_]+|[a-z_0-9]+|Python|Platform|SQLite|OpenSSL",
}
"""What is not translated in one widget."""


class Walk(NamedTuple):
    """What a tour has found."""

    texts: list[tuple[str, str, str, str]]
    """Place of the tour, object name, role, text."""
    clipped: list[tuple[str, str]]


def walks(folder: Path) -> dict[int, Walk]:
    """Play the tour with each text size, at the same time, and return what was found, by the percentage."""
    catalogue = compile_pseudo(folder)
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(str(path) for path in (ROOT, ROOT / "tests", HERE))
    }
    running = {}
    for percent in SIZES:
        out = folder / f"{percent}.json"
        program = [sys.executable, HERE / "pseudo_process.py", catalogue, str(percent)]
        running[out] = subprocess.Popen([*program, folder / str(percent), out], env=environment)
    codes = [process.wait(timeout=PATIENCE) for process in running.values()]
    assert not any(codes), codes
    return {int(out.stem): Walk(**json.loads(out.read_text("utf-8"))) for out in running}


def untranslated(found: Walk) -> Iterator[tuple[str, str, str, str]]:
    """Yield each text that has letters outside of brackets and is not data, once for each widget."""
    seen = set()
    for place, name, role, text in found.texts:
        plain = unescape(re.sub(r"<[^>]*>", "", text)) if text.startswith("<qt>") else text
        rest = without_brackets(plain)
        for pattern in DATA:
            rest = re.sub(pattern, "", rest)
        widget = name.partition(" ")[0]
        is_data = re.fullmatch(DATA_OF_WIDGETS.get(widget, ""), rest.strip())
        if re.search(r"[A-Za-z]", rest) and not is_data and (name, role, text) not in seen:
            seen.add((name, role, text))
            yield place, name, role, text


@pytest.mark.slow
@pytest.mark.timeout(PATIENCE)
def test_every_text_is_translated_and_has_room(tmp_path):
    for percent, found in walks(tmp_path).items():
        places = {place for place, *_rest in found.texts}
        assert len(places) >= 40, places
        assert list(untranslated(found)) == [], percent
        assert found.clipped == [], percent


def test_the_catalogue_of_no_language_keeps_what_is_filled_in():
    assert pseudo("&Save {count} rows…").startswith("⟦&Save {count} rows…")
    assert len(pseudo("x" * 100)) == 142
    assert without_brackets("a ⟦b ⟦c⟧⟧ “⟦d⟧”") == "a  “”"
