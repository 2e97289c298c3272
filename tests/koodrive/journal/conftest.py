"""A history on the disk, and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from koodrive.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the history is, or will be."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """Return a history that is open."""
    with Journal(path) as journal:
        yield journal
