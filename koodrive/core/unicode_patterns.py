"""Regular expressions with Unicode properties, which the standard library does not know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


@cache
def unicode_pattern(pattern: str) -> regex.Pattern[str]:
    """Return `pattern` compiled; later calls return the same object."""
    import regex  # noqa: PLC0415 - costs start-up time; few names need it before the first paint

    return regex.compile(pattern)
