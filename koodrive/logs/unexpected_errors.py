"""Collection of uncaught exceptions: each kind once, with its count."""

from __future__ import annotations

import logging
import threading
import traceback
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.logs import redaction
from koodrive.logs.formatter import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_log = logging.getLogger(__name__)
_MAX_RECORDS = 20
_OUR_FOLDER = str(Path(__file__).parents[2])
_LONGEST_DETAILS = 20_000


@dataclass(slots=True)
class ErrorRecord:
    """One uncaught exception, or several of one type from the same place."""

    headline: str
    """Type and text on one line, redacted."""
    details: str
    """Place and traceback in several lines, redacted."""
    first_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    count: int = 1


class ErrorCollector:
    """Uncaught exceptions of one process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: dict[object, ErrorRecord] = {}
        self.total = 0
        """Number of exceptions of all kinds."""

    @property
    def records(self) -> tuple[ErrorRecord, ...]:
        """The first exception of each kind, in the order of their occurrence."""
        with self._lock:
            return tuple(self._records.values())

    def add(self, error: BaseException, trace: TracebackType | None, where: str) -> bool:
        """Record and log an exception: in full the first time, then its count at 10, 100 and so on.

        Args:
            error: The exception.
            trace: Its traceback.
            where: Name of the hook that caught it, for example ``thread lane-album``.

        Returns:
            Whether it is the first of its kind.
        """
        return self._count(
            (type(error), *_origin(trace)),
            lambda: ErrorRecord(_headline(error), _details(error, trace, where)),
        )

    def add_text(self, text: str, where: str) -> bool:
        """Record and log an error message of another part of the system, such as Qt.

        Args:
            text: The message; untrusted.
            where: Name of its source.

        Returns:
            Whether it is the first of its kind.
        """
        clean = redaction.SECRETS.redact(one_line(shortened(text)))
        return self._count(clean, lambda: ErrorRecord(clean, f"{where}: {clean}"))

    def report(self) -> str:
        """Return all records as plain text, redacted, for the clipboard."""
        parts = []
        for unexpected in self.records:
            times = f", {unexpected.count} times" if unexpected.count > 1 else ""
            parts.append(
                f"{unexpected.first_at:%Y-%m-%d %H:%M:%S} UTC{times}\n{unexpected.details.rstrip()}\n"
            )
        return "\n".join(parts)

    def _count(self, key: object, made: Callable[[], ErrorRecord]) -> bool:
        with self._lock:
            self.total += 1
            known = self._records.get(key)
            if known is not None:
                known.count += 1
        if known is not None:
            self._log_again(known)
            return False
        new = made()
        with self._lock:
            is_first = key not in self._records and len(self._records) < _MAX_RECORDS
            if is_first:
                self._records[key] = new
            elif key in self._records:
                # Another thread has added it meanwhile.
                self._records[key].count += 1
        if is_first:
            _log.error("unexpected: %s", new.details)
        return is_first

    def _log_again(self, known: ErrorRecord) -> None:
        # The 10th, the 100th, ...: a failing paint event fails with every frame.
        if str(known.count).strip("0") == "1":
            _log.error("unexpected, %d times by now: %s", known.count, known.headline)


def _origin(trace: TracebackType | None) -> tuple[object, object]:
    """Return the innermost place and the innermost one in KooDesk, as frames of Qt between them may differ."""
    places = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(trace)]
    ours = [place for place in places if place[0].startswith(_OUR_FOLDER)]
    return places[-1] if places else None, ours[-1] if ours else None


def _headline(error: BaseException) -> str:
    lines = traceback.format_exception_only(error)
    return redaction.SECRETS.redact(one_line(shortened("".join(lines).strip(), 500, 100)))


def _details(error: BaseException, trace: TracebackType | None, where: str) -> str:
    text = shortened("".join(traceback.format_exception(type(error), error, trace)), 4 * _LONGEST_DETAILS)
    lines = [one_line(line) for line in redaction.SECRETS.redact(text).split("\n")]
    return shortened(redaction.SECRETS.redact(f"{one_line(where)}\n" + "\n".join(lines)), _LONGEST_DETAILS)
