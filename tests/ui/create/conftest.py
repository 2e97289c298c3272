"""Fixtures of the create forms: a driver that types into the album form."""

from __future__ import annotations

import pytest
from typing_driver import Typist


@pytest.fixture
def typist(qtbot, window, sandbox) -> Typist:
    return Typist(qtbot, window, sandbox, "album")
