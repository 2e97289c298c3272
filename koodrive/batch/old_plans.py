"""Removes tables that nobody will run: opened and left alone, or never stored whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.journal import Journal

_STORED_BY_NOW = timedelta(hours=1)
"""Age of a table that is not stored whole after which nobody stores it any more."""
_KEPT_FOR = timedelta(days=1)
_KEPT = 3
"""Tables that stay, whatever their age."""


def remove_old_plans(journal: Journal) -> None:
    """Remove such tables; of very long ones the rest goes at later starts.

    Args:
        journal: The history, just opened by this process.

    Raises:
        JournalError: When it could not be written.
        OSError: When it cannot be told whether other processes use the history.
    """
    now = datetime.now(UTC)
    # Another process may show one, and run it yet.
    if not journal.processes.others():
        journal.batches.expire(now - _KEPT_FOR, kept=_KEPT)
    journal.batches.remove_unfinished(now - _STORED_BY_NOW)
