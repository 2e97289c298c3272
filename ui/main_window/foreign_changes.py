"""What other processes write into the history while the window has it open, such as the command `koodrive`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from koodrive.journal import Journal


class ForeignChanges(QObject):
    """Reports changes of the history by other processes to the window thread.

    Signals:
        found: Other processes have written; with the number of attempts that one of them has left behind as it ended
            and that are ``unknown`` now.
    """

    found = Signal(int)

    def watch(self, journal: Journal) -> None:
        """Begin with the reports, which end when `journal` is closed; to be called once for a journal."""
        journal.watch(self._report)

    def _report(self, interrupted: int) -> None:
        """Called on the thread that has noticed it."""
        # The window may be gone by now.
        with suppress(RuntimeError):
            self.found.emit(interrupted)
