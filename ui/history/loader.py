"""Brings everything about the selected attempt to the window thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.api.claims import lead_id
from koodrive.core.strict_json import indent_json
from koodrive.journal import ReadInterruptedError
from koodrive.models import OutcomeKind
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.visible import without_long_words

if TYPE_CHECKING:
    from koodrive.journal import Attempt, Journal
    from ui.core.tasks import TaskRunner

_REST_MS = 40
"""Milliseconds before a selected row is read, so that a held arrow key does not read every row."""


@dataclass(frozen=True, slots=True)
class ReadableAttempt:
    """An attempt with its two texts laid out for reading."""

    attempt: Attempt
    request: str
    answer: str | None
    """Without the middle of values that are too long to be laid out."""
    lead: str | None = None
    """The ID that an untrusted answer names, where the outcome is unknown and the message does not say it."""


class AttemptLoader(QObject):
    """Reads one attempt at a time on the history lane; of several wishes only the last one counts.

    Args:
        runner: Runs the reads.

    Signals:
        loaded: A `ReadableAttempt`.
        failed: An exception.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._wanted: int | None = None
        self._read = LatestTask(runner, self)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._start)

    def open(self, journal: Journal) -> None:
        """Read from `journal` from now on."""
        self._journal = journal

    def want(self, attempt_id: int | None) -> None:
        """Read an attempt, also when it was read before, as it may have changed; None for none."""
        self._wanted = attempt_id
        self._read.cancel()
        if attempt_id is None:
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def _start(self) -> None:
        if self._journal is None or self._wanted is None:
            return
        journal, attempt_id = self._journal, self._wanted
        self._read.start(
            Lane.HISTORY,
            lambda: _readable(journal.history.attempt(attempt_id)),
            self.loaded.emit,
            self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ReadInterruptedError):
            # Meant for a search that ran on this lane before.
            self._start()
        else:
            self.failed.emit(error)


def _readable(attempt: Attempt) -> ReadableAttempt:
    answer = None if attempt.answer is None else without_long_words(indent_json(attempt.answer))
    lead = lead_id(attempt.answer) if attempt.outcome == OutcomeKind.UNKNOWN else None
    is_said = lead is not None and lead in (attempt.message or "")
    return ReadableAttempt(attempt, indent_json(attempt.body), answer, None if is_said else lead)
