"""The catalogue of Simplified Chinese is current with the source, and what is compiled is current with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from test_supply import program

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

catalogue: ModuleType = program("catalogue")


def test_the_catalogue_has_the_messages_of_the_source_and_no_others(tmp_path: Path) -> None:
    copy = tmp_path / catalogue.CATALOGUE.name
    shutil.copy(catalogue.CATALOGUE, copy)
    catalogue.renew(copy)
    assert copy.read_text("utf-8") == catalogue.CATALOGUE.read_text("utf-8"), "run 'make translations'"


def test_what_is_compiled_is_the_catalogue(tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    catalogue.release(catalogue.CATALOGUE, compiled)
    assert compiled.read_bytes() == catalogue.CATALOGUE.with_suffix(".qm").read_bytes(), (
        "run 'make translations'"
    )
