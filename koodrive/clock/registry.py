"""The clocks of all services that were called, one for each address, and their memory over a restart.

What is remembered spares the first request after a start a refusal. Losing it costs no more than that, so nothing
here ever fails for anybody.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive.clock.server_clock import ServerClock, this_boot
from koodrive.clock.store import read_clocks, write_clocks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from koodrive.clock.readings import ClockSample

MOST_REMEMBERED = 50
REMEMBERED_FOR = timedelta(days=90)
"""How long before the latest answer of all an answer may lie to be remembered still."""

_LONGEST_WAIT_SECONDS = 5.0

_log = logging.getLogger(__name__)


def clock_of_this_computer() -> ServerClock:
    """Return a clock that has learned nothing yet and counts on over a restart where the system allows it."""
    return ServerClock(boot=this_boot())


class ClockRegistry:
    """Keeps the clocks, and what they learn in a file; safe to share between threads.

    The file is written when a restart would get something noticeably better from it, on a thread of its own, so
    that no request waits for the disk; and by `close`.

    Args:
        path: The file; it need not be there. Its folder has to be there from `load` on.
        new_clock: Makes a clock that has learned nothing yet.
    """

    def __init__(self, path: Path, new_clock: Callable[[], ServerClock] = clock_of_this_computer) -> None:
        self._path = path
        self._new_clock = new_clock
        self._lock = threading.Lock()
        self._clocks: dict[str, ServerClock] = {}
        self._kept: set[str] = set()
        self._in_file: dict[str, ClockSample] = {}
        self._is_open = False
        self._is_writable = True
        self._writer: threading.Thread | None = None

    def load(self) -> None:
        """Read the file, for clocks that have learned nothing yet, and keep it up to date from now on."""
        in_file = read_clocks(self._path)
        with self._lock:
            self._in_file = in_file
            self._is_open = self._is_writable = True
            for address, clock in self._clocks.items():
                self._restore(address, clock)

    def clock(self, service_address: str, *, keep: bool = False) -> ServerClock:
        """Return the clock of a service, the same one for every call; does not block.

        Args:
            service_address: Whose.
            keep: Whether to remember from now on what it learns. An address that is gone with the process is
                not worth it.
        """
        with self._lock:
            if keep:
                self._kept.add(service_address)
            clock = self._clocks.get(service_address)
            if clock is None:
                clock = self._clocks[service_address] = self._new_clock()
                clock.listen(self._on_learned)
                self._restore(service_address, clock)
            return clock

    def close(self) -> None:
        """Write what the file does not have yet; until the next `load` nothing is written any more."""
        with self._lock:
            self._is_open, was_open = False, self._is_open
            writer = self._writer
        if writer is not None:
            writer.join(_LONGEST_WAIT_SECONDS)
        with self._lock:
            known = self._known()
            is_news = was_open and self._writer is None and known != self._in_file
        if is_news:
            self._write(known)

    def _restore(self, address: str, clock: ServerClock) -> None:
        learned = self._in_file.get(address)
        if learned is not None:
            clock.restore(learned)

    def _on_learned(self) -> None:
        with self._lock:
            if self._writer is None and self._is_worth_writing():
                # A daemon: a disk that hangs must not hold up the end of the process.
                writer = threading.Thread(
                    target=self._write_while_worth_it, name="koodrive-clocks", daemon=True
                )
                # There may be no more threads, or the process is ending; then close writes it.
                with suppress(RuntimeError):
                    writer.start()
                    self._writer = writer

    def _write_while_worth_it(self) -> None:
        while True:
            with self._lock:
                if not self._is_worth_writing():
                    self._writer = None
                    return
                known = self._known()
            self._write(known)

    def _is_worth_writing(self) -> bool:
        if not (self._is_open and self._is_writable):
            return False
        return any(
            address not in self._in_file or learned.improves_on(self._in_file[address])
            for address, learned in self._known().items()
        )

    def _known(self) -> dict[str, ClockSample]:
        learned = {address: self._clocks[address].sample for address in self._kept}
        return _remembered(self._in_file | {address: time for address, time in learned.items() if time})

    def _write(self, known: dict[str, ClockSample]) -> None:
        try:
            write_clocks(self._path, known)
        except OSError as error:
            # A disk that does not take it now is asked once more at the end.
            self._is_writable = False
            _log.info("The services' time was not saved: %s", error.strerror or error)
        else:
            with self._lock:
                self._in_file = known


def _remembered(known: Mapping[str, ClockSample]) -> dict[str, ClockSample]:
    """Return what is worth remembering: the latest answers, by the local clock that they all have in common."""
    newest_first = sorted(known.items(), key=lambda item: item[1].local, reverse=True)
    return {
        address: learned
        for address, learned in newest_first[:MOST_REMEMBERED]
        if newest_first[0][1].local - learned.local <= REMEMBERED_FOR
    }
