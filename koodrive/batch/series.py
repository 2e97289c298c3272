"""Series of names: ``Holiday {01-20}`` stands for twenty, ``{date}`` for the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from koodrive.batch.errors import TableError
from koodrive.batch.limits import ROW_LIMIT, too_many_rows
from koodrive.batch.table import Table, open_rows
from koodrive.messages import Message
from koodrive.rules.name_patterns import expand, first_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_RANGE = re.compile(r"\{(\d{1,9})\s*[-–…]\s*(\d{1,9})\}")


def is_series(text: str) -> bool:
    """Return whether a name has a range, and so stands for several."""
    return _RANGE.search(text) is not None


def series_names(pattern: str, day: date) -> list[str]:
    """Return the names of a series, in its order.

    Args:
        pattern: With one range such as ``{01-20}``, which has two digits throughout, or ``{20-1}``, which counts down;
            ``{date}`` in it is the day.
        day: For ``{date}``, as ``2026-11-30``.

    Raises:
        TableError: When it has no range or several, or stands for more names than a table may have rows.
    """
    ranges = list(_RANGE.finditer(pattern))
    if len(ranges) != 1 or first_number(pattern) is not None:
        words = Message("A series has one range of numbers, such as {example}.", example="Holiday {01-20}")
        raise TableError("no_series", words)
    found = ranges[0]
    first, last = int(found[1]), int(found[2])
    if abs(last - first) >= ROW_LIMIT:
        raise too_many_rows()
    # Zeros in front ask for a fixed number of digits; {8-12} is counted as people write it.
    is_padded = found[1].startswith("0") or found[2].startswith("0")
    width = max(len(found[1]), len(found[2])) if is_padded else 0
    step = 1 if last >= first else -1
    start, end = pattern[: found.start()], pattern[found.end() :]
    return [
        expand(f"{start}{str(number).zfill(width)}{end}", number, day)
        for number in range(first, last + step, step)
    ]


def open_series(pattern: str, fields: Mapping[str, str], day: date) -> Table:
    """Return a table with a row for each name of a series.

    Args:
        pattern: See `series_names`.
        fields: What all rows have in common, by API field name or column of ours: ``{"type": "2", "albumKind": "1"}``.
        day: See `series_names`.

    Raises:
        TableError: See `series_names`.
    """
    others = {field: text for field, text in fields.items() if field != "name"}
    rows = [(name, *others.values()) for name in series_names(pattern, day)]
    return open_rows(("name", *others), rows)
