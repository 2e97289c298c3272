"""Ctrl+C, SIGTERM and a terminal that closes: the first asks the command to end, the second ends it at once."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from typing import TYPE_CHECKING, Self, TypeVar

from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.failures import CommandError
from koodrive.cli.texts.language import in_language
from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

T = TypeVar("T")

GRACE_SECONDS = 10.0
"""What is in flight gets so long for its answer."""
_WAIT_SECONDS = 0.2
"""Windows delivers Ctrl+C only between two waits."""


class Interrupts:
    """Takes the signals of one command, as a context manager on the main thread.

    Attributes:
        cancellation: Is cancelled when nothing more is waited for.
    """

    def __init__(self) -> None:
        self.cancellation = Cancellation()
        self._asked = threading.Event()
        self._before: dict[int, signal.Handlers | Callable[[int, FrameType | None], object] | int | None] = {}

    @property
    def was_asked(self) -> bool:
        """Whether the command was asked to end."""
        return self._asked.is_set()

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                number = getattr(signal, name, None)
                # Whoever starts a command with a signal ignored, as nohup does, means it.
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            with suppress(TypeError):
                signal.signal(number, handler)
        self._before.clear()
        if self.was_asked and isinstance(error, KoodriveError):
            # Whatever it says, it comes from the interrupt.
            raise CommandError("interrupted", error.title, error.message, ExitCode.INTERRUPTED) from error

    def run(self, work: Callable[[], T], is_in_flight: Callable[[], bool] = lambda: False) -> T:
        """Call `work` on a thread of its own and wait for it; after a signal for as long only as its answer may take.

        Args:
            work: Looks at `cancellation`.
            is_in_flight: Returns whether something has left whose answer is worth waiting for.

        Returns:
            The result of `work`.

        Raises:
            CommandError: When a signal has come before.
            Exception: What `work` raised.
        """
        if self.was_asked:
            raise CommandError(
                "interrupted", Message("Interrupted"), Message("Nothing was sent."), ExitCode.INTERRUPTED
            )
        ends_at: float | None = None
        with ThreadPoolExecutor(1, "koodrive-command") as pool:
            future = pool.submit(work)
            while not future.done():
                if self.was_asked and ends_at is None:
                    ends_at = time.monotonic() + (GRACE_SECONDS if is_in_flight() else 0.0)
                if ends_at is not None and time.monotonic() >= ends_at:
                    self.cancellation.cancel()
                wait([future], _WAIT_SECONDS)
        return future.result()

    def pause(self, seconds: float) -> None:
        """Wait for some seconds, but no longer than until a signal."""
        deadline = time.monotonic() + seconds
        while not self.was_asked and (left := deadline - time.monotonic()) > 0:
            self._asked.wait(min(left, _WAIT_SECONDS))

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self.was_asked:
            if os.isatty(2):
                # A progress bar hides the cursor.
                os.write(2, b"\x1b[?25h\n")
            _note(Message("Ended at once. What was in flight is unknown: see 'koodrive resolve'."))
            os._exit(ExitCode.INTERRUPTED)
        self._asked.set()
        _note(
            Message(
                "Interrupted. What is in flight gets 10 s for its answer; interrupt again to end at once."
            )
        )


def _note(sentence: Message) -> None:
    # Not by the stream: it may be in the middle of a line.
    with suppress(OSError):
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        os.write(2, f"koodrive: {in_language(sentence)}\n".encode(encoding, "replace"))
