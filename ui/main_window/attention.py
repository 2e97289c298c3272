"""Asks for attention when a long create, or the search for a lost answer, ends while other windows are in front."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from koodrive.batch.models import BatchState, PauseReason
from koodrive.models import OutcomeKind
from ui.core import theme
from ui.core.preferences import NOTIFICATIONS, ON, preference

if TYPE_CHECKING:
    from koodrive.batch.running.progress import RunProgress
    from ui.core.window_settings import WindowSettings
    from ui.create.submission import Submission
    from ui.resolve.searches import ResolutionSearches

LONG_SECONDS = 10.0
"""A create that takes longer is one that people do not wait for."""
_SHOWN_MS = 10_000


class Attention(QObject):
    """Marks the window in the task bar, and where there is a tray shows a message of a few fixed words there.

    Args:
        settings: Whether it is wanted.
        window: The main window; it owns this object.

    Signals:
        window_wanted: The message was clicked.
    """

    window_wanted = Signal()

    def __init__(self, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._began: dict[QObject, float] = {}
        self._tray: QSystemTrayIcon | None = None
        self._end = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._end.timeout.connect(self.close)

    def serve(self, submission: Submission) -> None:
        """Watch how long the requests of `submission` take."""
        submission.busy_changed.connect(self._on_busy_changed)

    def watch(self, searches: ResolutionSearches) -> None:
        """Watch the searches for lost answers."""
        searches.decided.connect(self._on_decided)

    @Slot()
    def close(self) -> None:
        """Take the message away."""
        if self._tray is not None:
            self._tray.hide()

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - the signature of the signal
        submission = self.sender()
        if is_busy:
            self._began[submission] = time.monotonic()
            return
        began = self._began.pop(submission, None)
        if began is not None and time.monotonic() - began > LONG_SECONDS:
            outcome = getattr(submission, "outcome", None)
            is_created = outcome is not None and outcome.kind is OutcomeKind.CREATED
            self.ask(self.tr("Created") if is_created else self.tr("A create has ended"))

    @Slot()
    def _on_decided(self) -> None:
        self.ask(self.tr("The search for a lost answer has ended"))

    @Slot(object)
    def note_batch(self, progress: RunProgress) -> None:
        """Ask for attention as a batch has ended or waits; not when the user has paused it."""
        if progress.reason not in {PauseReason.USER, PauseReason.CLOSED}:
            is_paused = progress.state is BatchState.PAUSED
            self.ask(self.tr("A batch waits for you") if is_paused else self.tr("A batch has ended"))

    def ask(self, words: str) -> None:
        """Ask for attention, unless a window of KooDesk is in front or nothing of the kind is wanted.

        Args:
            words: What has happened; words of our own alone, as a tray may take them for markup.
        """
        if QApplication.activeWindow() is not None or preference(self._settings, NOTIFICATIONS) != ON:
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._show_in_tray(words)

    def _show_in_tray(self, words: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(theme.icon(), self)
            self._tray.messageClicked.connect(self.window_wanted)
        self._tray.show()
        self._tray.showMessage("KooDesk", words, theme.icon(), _SHOWN_MS)
        self._end.start()
