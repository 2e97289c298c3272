"""A driver of creates and deletes at a sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from undo_driver import UndoDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.sandbox import Sandbox


@pytest.fixture
def undo(tmp_path: Path, sandbox: Sandbox) -> Iterator[UndoDriver]:
    driver = UndoDriver(tmp_path / "history.sqlite3", sandbox)
    yield driver
    driver.journal.close()
