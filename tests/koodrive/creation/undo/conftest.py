"""A driver of creates and deletes at a sandbox."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from undo_at_sandbox import UndoDriver

from koodrive.creation.undo import presence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.sandbox import Sandbox


@pytest.fixture(autouse=True)
def shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what was created be expected everywhere at once, as no test waits for five minutes."""
    monkeypatch.setattr(presence, "SHOWN_AFTER", timedelta(0))
    monkeypatch.setattr(presence, "SHOWN_AGAIN_AFTER", timedelta(0))


@pytest.fixture
def undo(tmp_path: Path, sandbox: Sandbox) -> Iterator[UndoDriver]:
    driver = UndoDriver(tmp_path / "history.sqlite3", sandbox)
    yield driver
    driver.journal.close()
