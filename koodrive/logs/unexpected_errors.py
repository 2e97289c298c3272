"""Collects the exceptions that nobody caught: each of them once, with how often it has happened."""

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
    """One exception that nobody caught, or several that came from the same place."""

    headline: str
    """Its type and what it says, on one line, without secrets."""
    details: str
    """Where it comes from: several lines, without secrets."""
    first_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    count: int = 1


class ErrorCollector:
    """All of one process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: dict[object, ErrorRecord] = {}
        self.total = 0
        """Number of exceptions of all kinds."""

    @property
    def records(self) -> tuple[ErrorRecord, ...]:
        """The first ones of each kind, in the order in which they came."""
        with self._lock:
            return tuple(self._records.values())

    def add(self, error: BaseException, trace: TracebackType | None, where: str) -> bool:
        """Take note of an exception, and log it: all of it the first time, and later on that it came again.

        Args:
            error: The exception.
            trace: Where it was raised.
            where: What has caught it in the end, for example ``thread lane-album``.

        Returns:
            Whether it is the first of its kind.
        """
        return self._count(
            (type(error), *_origin(trace)),
            lambda: ErrorRecord(_headline(error), _details(error, trace, where)),
        )

    def add_text(self, text: str, where: str) -> bool:
        """Take note of what another part of the system says has gone wrong.

        Args:
            text: What it says; from outside.
            where: Who says it.

        Returns:
            As `add` does.
        """
        clean = redaction.SECRETS.redact(one_line(shortened(text)))
        return self._count(clean, lambda: ErrorRecord(clean, f"{where}: {clean}"))

    def report(self) -> str:
        """Return all that is known, for people to copy: plain text without secrets."""
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
                # Another thread was quicker.
                self._records[key].count += 1
        if is_first:
            _log.error("unexpected: %s", new.details)
        return is_first

    def _log_again(self, known: ErrorRecord) -> None:
        # The 10th, the 100th, ...: something that fails while it is painted fails with every frame.
        if str(known.count).strip("0") == "1":
            _log.error("unexpected, %d times by now: %s", known.count, known.headline)


def _origin(trace: TracebackType | None) -> tuple[object, object]:
    """Return where it was raised, and from where in KooDesk: on which way Qt came there says nothing about it."""
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
