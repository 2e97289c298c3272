"""Rows of a table that have something in common, such as their name."""

from __future__ import annotations

from bisect import bisect_left, insort


class RowGroups:
    """Row numbers by what they have in common, ascending; a single one without a list, as most are."""

    def __init__(self) -> None:
        self._groups: dict[object, int | list[int]] = {}

    def rows(self, key: object) -> list[int]:
        """Return the rows of a group; none for an unknown key."""
        found = self._groups.get(key, [])
        return [found] if isinstance(found, int) else found

    def add(self, key: object, row: int) -> None:
        """Put a row into the group of `key`."""
        found = self._groups.get(key)
        if found is None:
            self._groups[key] = row
        elif isinstance(found, int):
            self._groups[key] = sorted((found, row))
        elif row > found[-1]:
            found.append(row)
        else:
            insort(found, row)

    def remove(self, key: object, row: int) -> None:
        """Take a row out of the group of `key`."""
        if key is None:
            return
        found = self._groups.get(key)
        if isinstance(found, list) and len(found) > 1:
            place = bisect_left(found, row)
            if found[place : place + 1] == [row]:
                del found[place]
        elif self.rows(key) == [row]:
            del self._groups[key]

    def before(self, key: object, row: int) -> int | None:
        """Return the last row of the group that stands above `row`."""
        if key is None:
            return None
        found = self._groups.get(key)
        if found is None or isinstance(found, int):
            return found if found is not None and found < row else None
        place = bisect_left(found, row)
        return found[place - 1] if place else None

    def after(self, key: object, row: int) -> int | None:
        """Return the first row of the group that stands below `row`."""
        if key is None:
            return None
        rows = self.rows(key)
        place = bisect_left(rows, row + 1)
        return rows[place] if place < len(rows) else None
