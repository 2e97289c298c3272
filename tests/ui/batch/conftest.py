"""Fixtures of the tests of the page Create many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from batch_driver import BatchDriver

if TYPE_CHECKING:
    from ui.main_window.main_window import MainWindow


@pytest.fixture
def batch(qtbot, window: MainWindow) -> BatchDriver:
    """Return a driver of the page in a window of usual size."""
    window.resize(1_080, 760)
    return BatchDriver(qtbot, window)
