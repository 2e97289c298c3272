"""What is carried out only after its connection is closed."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class LateWork:
    """Carries out what is due later, one after the other, in a single thread that starts with the first of it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = itertools.count()
        self._thread: threading.Thread | None = None
        self._stopping = False

    def schedule(self, seconds: float, work: Callable[[], object]) -> None:
        """Carry out `work` in `seconds`; never, when this was stopped."""
        with self._changed:
            if self._stopping:
                return
            heapq.heappush(self._due, (time.monotonic() + seconds, next(self._numbers), work))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sandbox-late-work", daemon=True)
                self._thread.start()
            self._changed.notify()

    def drop(self) -> None:
        """Forget all that is due; when this returns, none of it is being carried out either."""
        with self._changed:
            self._due.clear()

    def stop(self) -> None:
        """Carry out at once all that is due, and end the thread."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        # The lock is held during the work, so that a reset is over only when nothing from before it is left.
        with self._changed:
            while self._due or not self._stopping:
                left = self._seconds_left()
                if left > 0:
                    self._changed.wait(left)
                else:
                    heapq.heappop(self._due)[2]()

    def _seconds_left(self) -> float:
        if self._stopping:
            return 0
        due = self._due[0][0] if self._due else float("inf")
        return min(due - time.monotonic(), threading.TIMEOUT_MAX)
