"""Record of one operator's requests and results, one JSON line each, which survives every process."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Ask:
    """One click on the button."""

    item: int
    after: int
    """ID of the newest attempt before the click; later attempts, until the next click, belong to this one."""
    is_extra: bool
    """Whether the operator confirmed a possible duplicate of this item."""


class Diary:
    """The notes of one operator.

    Args:
        path: The file; it need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.asks: list[Ask] = []
        self._places: dict[int, list[int]] = defaultdict(list)
        self.given_up: set[int] = set()
        """Items that the operator has given up."""
        self.left: set[int] = set()
        """Attempts with candidates that were left for a manual decision at the end."""
        self.shown_ids: set[str] = set()
        """IDs that were shown to the operator."""
        text = path.read_text() if path.exists() else ""
        # A line without its end was cut off by a death; what it says never happened.
        for line in text.split("\n")[:-1]:
            self._apply(json.loads(line))
        if text:
            path.write_text(text[: text.rfind("\n") + 1])

    def ask(self, ask: Ask) -> None:
        """Record a click before it happens."""
        self._write({"item": ask.item, "after": ask.after, "is_extra": ask.is_extra})

    def give_up(self, item: int) -> None:
        """Record that an item is given up."""
        self._write({"given_up": item})

    def leave(self, attempt_ids: Iterable[int]) -> None:
        """Record attempts that need a manual decision."""
        self._write({"left": sorted(attempt_ids)})

    def record_result(self, object_id: str) -> None:
        """Record an ID that was shown."""
        self._write({"told": object_id})

    def attempts_of(self, item: int, latest: int) -> list[int]:
        """Return the IDs of the attempts for an item.

        Args:
            item: Index of the item.
            latest: ID of the newest attempt of the history.
        """
        return [number for place in self._places[item] for number in self._attempts_at(place, latest)]

    def agreed(self, item: int, latest: int) -> int:
        """Return the number of objects that the operator wanted for an item.

        Args:
            item: Index of the item.
            latest: ID of the newest attempt of the history.
        """
        extras = [place for place in self._places[item] if self.asks[place].is_extra]
        return 1 + sum(bool(self._attempts_at(place, latest)) for place in extras)

    def _attempts_at(self, place: int, latest: int) -> range:
        end = self.asks[place + 1].after if place + 1 < len(self.asks) else latest
        return range(self.asks[place].after + 1, end + 1)

    def _write(self, note: dict[str, Any]) -> None:
        with self._path.open("a") as file:
            file.write(f"{json.dumps(note)}\n")
        self._apply(note)

    def _apply(self, note: dict[str, Any]) -> None:
        if "given_up" in note:
            self.given_up.add(note["given_up"])
        elif "left" in note:
            self.left |= set(note["left"])
        elif "told" in note:
            self.shown_ids.add(note["told"])
        else:
            self._places[note["item"]].append(len(self.asks))
            self.asks.append(Ask(**note))
