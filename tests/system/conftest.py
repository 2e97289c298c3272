"""Fixtures with the real window for the system tests."""

from __future__ import annotations

import pytest
from tour_process import Tour, play_tour
from window_fixtures import data_dir, sandbox, start, window

__all__ = ["data_dir", "sandbox", "start", "window"]


@pytest.fixture(scope="session")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    """Play a tour, whose data directory the tests may use again."""
    return play_tour(tmp_path_factory.mktemp("tour"))
