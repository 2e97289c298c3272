"""Fixtures of the pickers: a page of shared albums, and its picker of shared folders."""

from __future__ import annotations

from picker_fixtures import opened, page

__all__ = ["opened", "page"]
