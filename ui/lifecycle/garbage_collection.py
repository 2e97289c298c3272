"""Python's garbage collector, kept on the window thread.

Left to itself it runs on whichever thread happens to allocate, and Qt objects that it finds there are destroyed
on a thread that is not theirs: the process then crashes or hangs, rarely and anywhere.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 500


class GarbageCollection(QObject):
    """Collects now and then from the event loop, as far as there is something to collect.

    Automatic collection is off from now on until it is destroyed.

    Args:
        parent: Owner; on the window thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        gc.disable()
        self.destroyed.connect(gc.enable)

    @Slot()
    def start(self) -> None:
        """Start; existing objects are frozen and not collected any more."""
        self.freeze()
        self._timer.start()

    @Slot()
    def freeze(self) -> None:
        """Collect nothing any more of what exists: pages and modules stay, and to look at them takes 40 ms."""
        gc.freeze()

    @Slot()
    def _collect(self) -> None:
        overdue = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if overdue:
            gc.collect(max(overdue))
