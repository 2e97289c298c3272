"""A clock for the lives of tokens that a test moves on."""

from __future__ import annotations

from functools import partial

import pytest
from window_session_fixtures import FakeTime

from koodrive.api.token_expiry import TokenExpiry


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeTime:
    """Return the time that tokens live by."""
    clock = FakeTime()
    expiry = partial(TokenExpiry, elapsed=clock.elapsed, counts_sleep=True)
    monkeypatch.setattr("koodrive.connections.client_factory.TokenExpiry", expiry)
    return clock
