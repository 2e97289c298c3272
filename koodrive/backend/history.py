"""The history of a data directory, and what works on it, from when it is opened until it is closed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.messages import Message

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.creation.creator import Creator
    from koodrive.creation.resolver import Resolver
    from koodrive.journal import Journal

_log = logging.getLogger(__name__)


class HistoryService:
    """Holds the journal while it is open.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._creator: Creator | None = None
        self._resolver: Resolver | None = None

    @property
    def creator(self) -> Creator:
        """Sends creates and writes them down.

        Raises:
            JournalError: Before `open` and after it has failed.
        """
        if self._creator is None:
            raise _not_open()
        return self._creator

    @property
    def resolver(self) -> Resolver:
        """Finds out what became of attempts whose answers were lost; raises as `creator` does."""
        if self._resolver is None:
            raise _not_open()
        return self._resolver

    @property
    def journal(self) -> Journal:
        """The attempts; raises as `creator` does."""
        return self.creator.journal

    def open(self) -> int:
        """Open the file anew; attempts that a dead process left behind become unknown.

        Returns:
            How many these are.

        Raises:
            JournalError: When it can neither be opened nor begun.
        """
        from koodrive.creation.creator import Creator  # noqa: PLC0415 - on a background thread, after the first paint
        from koodrive.creation.resolver import Resolver  # noqa: PLC0415 - as above
        from koodrive.journal import Journal  # noqa: PLC0415 - as above

        self.close()
        journal = Journal(self._path)
        interrupted = 0 if journal.read_only else journal.attempts.close_interrupted()
        journal.start_maintenance()
        self._creator = Creator(journal)
        self._resolver = Resolver(journal)
        _log.info("history opened, %d interrupted, read only: %s", interrupted, journal.read_only)
        return interrupted

    def close(self) -> None:
        """Close the file; may be called twice."""
        if self._creator is not None:
            self._creator.flush_pending_outcomes()
            self._creator.journal.close()
            self._creator = self._resolver = None


def _not_open() -> JournalError:
    return JournalError(
        Message("The history is not open"),
        Message("Nothing was sent, because it could not be written down first. Open the history again."),
    )
