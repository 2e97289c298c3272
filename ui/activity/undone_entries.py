"""Shows at the entries of Activity what was taken back by something else: with its folder, a batch or a command."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.journal import Attempt, Journal
    from ui.activity.activity import Activity
    from ui.activity.entry import ActivityEntry
    from ui.session.session import Session

_log = logging.getLogger(__name__)


class UndoneEntries(QObject):
    """Asks the history, in the background.

    Args:
        session: Journal and task runner.
        activity: Has the entries.
    """

    def __init__(self, session: Session, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._activity = activity
        self._looking = LatestTask(session.runner, self)
        activity.added.connect(self._follow)

    @Slot()
    def look(self) -> None:
        """Look which creates that are shown were taken back since."""
        cards = [entry.card for entry in self._activity.entries]
        ids = [card.attempt_id for card in cards if card.stands and card.attempt_id is not None]
        if ids:
            journal = self._session.backend.journal
            self._looking.start(
                Lane.HISTORY, lambda: _undone(journal, ids), self._show, _log_not_read, key="undone"
            )

    @Slot(object)
    def _follow(self, entry: ActivityEntry) -> None:
        """Look after each undo: it may have taken albums back before their folder."""
        if entry.pending.is_undo:
            entry.submission.busy_changed.connect(self._on_busy_changed)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of the signal
        if not busy:
            self.look()

    def _show(self, undone: Sequence[Attempt]) -> None:
        for attempt in undone:
            if attempt.undone_at is not None:
                self._activity.show_undone(attempt.attempt_id, attempt.undone_at)


def _undone(journal: Journal, attempt_ids: Sequence[int]) -> list[Attempt]:
    return [one for one in journal.history.attempts_of(attempt_ids) if one.undone_at is not None]


def _log_not_read(error: Exception) -> None:
    # The history shows it; here only its mark is missing.
    _log.warning("what was taken back is not shown in Activity: %s", type(error).__name__)
