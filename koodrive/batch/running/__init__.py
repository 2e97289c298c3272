"""The run of a batch: which row goes out when, what is done after each outcome, and how it ends."""

from __future__ import annotations
