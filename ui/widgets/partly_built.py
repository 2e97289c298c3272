"""Widgets that are built in parts, with turns of the event loop in between."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class PartlyBuilt:
    """Mixin of a page that costs more than a frame to build.

    The constructor gives the rest of the work to `_start_building`; the page may be used once `build_part` has returned
    False.
    """

    _parts: Iterator[None]

    def _start_building(self, parts: Iterator[None], *, in_parts: bool) -> None:
        """Build the page, or have it built by `build_part`.

        Args:
            parts: Does a part of the work at each `next`.
            in_parts: Whether the caller of the constructor calls `build_part`.
        """
        # What is done with the page once it stands takes its time as well, so it gets a turn of its own.
        self._parts = chain(parts, (None,))
        while not in_parts and self.build_part():
            pass

    def build_part(self) -> bool:
        """Build the next part, and return whether there may be more."""
        return next(self._parts, self) is not self
