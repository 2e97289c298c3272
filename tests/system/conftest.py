"""Fixtures with the real window for the system tests."""

from __future__ import annotations

from window_fixtures import data_dir, sandbox, start, window

__all__ = ["data_dir", "sandbox", "start", "window"]
