"""Taking a whole batch back: what the run does with each object, its three groups and its result file."""

from __future__ import annotations
