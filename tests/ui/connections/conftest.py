"""Fixtures of the connection dialog: session, keyring and sandbox of its own, and a dialog with valid input."""

from __future__ import annotations

import pytest
from connection_fixtures import Driver, keyring, sandbox, session, stored, window

from koodrive.sandbox import SANDBOX_TOKEN

__all__ = ["keyring", "sandbox", "session", "stored", "window"]


@pytest.fixture
def filled(qtbot, session, window, sandbox) -> Driver:
    """Return a dialog that is filled in for the sandbox."""
    driver = Driver(qtbot, session, window)
    driver.fill(address=sandbox.base_url, token=SANDBOX_TOKEN)
    return driver
