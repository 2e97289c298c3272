"""Patterns of names: ``Kunde {n:000}`` counts, ``{date}`` is the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_COUNTER = re.compile(r"\{n(?::(\d{1,9}))?\}")
_DATE = "{date}"


def first_number(name: str) -> int | None:
    """Return the number with which a pattern begins to count; None for a name without ``{n}``.

    Args:
        name: Such as ``{n}``, which begins with 1, ``{n:000}`` with 001, or ``{n:041}`` with 041.
    """
    found = _COUNTER.search(name)
    if found is None:
        return None
    return int(found[1] or 0) or 1


def is_pattern(name: str) -> bool:
    """Return whether `name` has a counter or a date."""
    return "{" in name and (_DATE in name or _COUNTER.search(name) is not None)


def expand(name: str, number: int, day: date) -> str:
    """Return the name that a pattern stands for; a name that is no pattern as it is.

    Args:
        name: Name or pattern.
        number: For ``{n}``, with at least as many digits as the pattern shows.
        day: For ``{date}``, as ``2026-11-30``.
    """
    counted = _COUNTER.sub(lambda found: str(number).zfill(len(found[1] or "")), name)
    return counted.replace(_DATE, day.isoformat())
