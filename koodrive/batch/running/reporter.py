"""Tells listeners about a run: each row that has ended, and where the whole stands."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Generic, TypeVar

from koodrive.batch.running.progress import Ended
from koodrive.batch.running.row_queue import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.batch.running.progress import RowEvent, RunProgress

T = TypeVar("T")

_log = logging.getLogger(__name__)

REPORT_SECONDS = 0.1
"""Least time between reports about rows: a window can show no more."""


class Reporter(Generic[Row, Ended]):
    """Calls the listeners of one run, one at a time; any thread may call its methods.

    Args:
        progress: Returns where the run stands.
        on_row: Called when a row has ended.
        on_progress: Called when anything has changed.
    """

    def __init__(
        self,
        progress: Callable[[], RunProgress],
        on_row: Callable[[RowEvent[Row, Ended]], object],
        on_progress: Callable[[RunProgress], object],
    ) -> None:
        self._progress = progress
        self._on_row, self._on_progress = on_row, on_progress
        # A listener may pause the run, which is reported, too.
        self._telling = threading.RLock()
        self._reported = 0.0

    def tell(self, event: RowEvent[Row, Ended]) -> None:
        """Tell about a row, and where the run stands unless that was said a moment ago."""
        with self._telling:
            self._call(self._on_row, event)
            if time.monotonic() - self._reported >= REPORT_SECONDS:
                self.report()

    def report(self) -> None:
        """Say where the run stands."""
        with self._telling:
            self._reported = time.monotonic()
            self._call(self._on_progress, self._progress())

    def _call(self, listener: Callable[[T], object], said: T) -> None:
        try:
            listener(said)
        except Exception:  # noqa: BLE001 - rows go on without a listener, as when its window is gone
            _log.exception("a listener of a run")
