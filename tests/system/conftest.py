"""The fixtures with the real window, for the tests of the whole."""

from __future__ import annotations

from window_fixtures import data_dir, sandbox, start, window

__all__ = ["data_dir", "sandbox", "start", "window"]
