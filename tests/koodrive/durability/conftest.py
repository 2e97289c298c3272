"""A sandbox that counts, and a backend on a disk of this computer or on a network share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from koodrive.backend.backend import Backend
from koodrive.journal import database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(params=[False, True], ids=["own disk", "share"])
def shared(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Have every disk taken for this computer's own, or for a network share."""
    monkeypatch.setattr(database, "is_on_network_share", lambda _path: request.param)
    return request.param


@pytest.fixture
def backend(data: Path, shared: bool) -> Iterator[Backend]:
    opened = Backend(data)
    opened.open()
    yield opened
    opened.close()
