"""A countdown that ticks while its page is visible, and at its end in any case."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_JUST_AFTER = 0.005


class Countdown(QObject):
    """Emits `ticked` once a second, and while its page is hidden only at the end.

    Args:
        page: Widget that shows the seconds; it owns this object.

    Signals:
        ticked: `seconds_left` is another; also when the page is shown again.
    """

    ticked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._deadline: float | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tick)
        page.installEventFilter(self)

    @property
    def seconds_left(self) -> int:
        """Whole seconds until the moment, 0 when it has come or none is awaited."""
        return max(0, math.ceil(self._remaining))

    @property
    def is_running(self) -> bool:
        """Whether it will tick by itself."""
        return self._timer.isActive()

    def start(self, deadline: float) -> None:
        """Count down to `deadline`, a value of `time.monotonic`."""
        self._deadline = deadline
        self._wait()

    def stop(self) -> None:
        """Count no more."""
        self._deadline = None
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest while the page is hidden."""
        if watched is self._page and self._deadline is not None:
            if event.type() == QEvent.Type.Show:
                self._tick()
            elif event.type() == QEvent.Type.Hide:
                self._wait()
        return super().eventFilter(watched, event)

    @property
    def _remaining(self) -> float:
        return 0.0 if self._deadline is None else self._deadline - time.monotonic()

    @Slot()
    def _tick(self) -> None:
        self._wait()
        self.ticked.emit()

    def _wait(self) -> None:
        """Wake up when the number of whole seconds that can be seen changes."""
        remaining = self._remaining
        if remaining > 0:
            shown = math.ceil(remaining) - 1 if self._page.isVisible() else 0
            self._timer.start(math.ceil((remaining - shown + _JUST_AFTER) * 1000))
        else:
            self._timer.stop()
