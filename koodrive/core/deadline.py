"""Calls that may block for ever, run under a total deadline that can also be cut short."""

from __future__ import annotations

import threading
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

GRACE_SECONDS = 0.5
"""Seconds within which the result of an aborted call still counts."""


class DeadlineExceededError(Exception):
    """Raised when a call did not return within its time."""


class CancelledByUserError(Exception):
    """Raised when the call was cancelled while it ran."""


class Cancellation:
    """Cancellation token: cancelled once by one thread, checked by another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled

    def cancel(self) -> None:
        """Cancel; a second call does nothing."""
        with self._lock:
            if self._cancelled:
                return
            self._cancelled = True
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def wait(self, seconds: float) -> bool:
        """Pause, but end early when cancelled.

        Args:
            seconds: How long.

        Returns:
            Whether it was cancelled, before or meanwhile.
        """
        cancelled = threading.Event()
        self.listen(cancelled.set)
        return cancelled.wait(seconds)

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` on the cancelling thread, or at once when already cancelled.

        Args:
            listener: Must be quick and must not raise.
        """
        with self._lock:
            if not self._cancelled:
                self._listeners.append(listener)
                return
        listener()


def is_cancelled(cancellation: Cancellation | None) -> bool:
    """Return whether `cancellation` is cancelled; False for None."""
    return cancellation is not None and cancellation.is_cancelled


def run_within(
    seconds: float,
    function: Callable[[], T],
    *,
    cancellation: Cancellation | None = None,
    abort: Callable[[], None] | None = None,
    name: str = "deadline",
) -> T:
    """Call `function` on a thread of its own and wait for it, but not for ever.

    The thread is a daemon: a call that nothing can stop (a name look-up, a password prompt) is left behind
    and cannot hold up the end of the process. A result that arrives while the call is being stopped counts.

    Args:
        seconds: The total time that it may take.
        function: The call; takes no arguments.
        cancellation: Ends the wait early when it is cancelled.
        abort: Called once, from the waiting thread, to make `function` stop when its time is over.
        name: The name of the thread, for the log.

    Returns:
        The result of `function`.

    Raises:
        DeadlineExceededError: When the time was over.
        CancelledByUserError: When `cancellation` was cancelled.
        BaseException: Whatever `function` raised by itself.
    """
    future: Future[T] = Future()
    wake = threading.Event()
    if cancellation is not None:
        cancellation.listen(wake.set)
        if cancellation.is_cancelled:
            raise CancelledByUserError
    future.add_done_callback(lambda _future: wake.set())
    threading.Thread(target=_run, args=(function, future), name=name, daemon=True).start()
    try:
        wake.wait(seconds)
    except BaseException:
        # Ctrl+C, say: nothing waits for the call any more, so it must not go on in the background.
        if abort is not None:
            abort()
        raise
    if future.done():
        return future.result()
    if abort is not None:
        abort()
        wait([future], GRACE_SECONDS)
    if future.done() and future.exception() is None:
        return future.result()
    if is_cancelled(cancellation):
        raise CancelledByUserError
    raise DeadlineExceededError


def _run(function: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(function())
    except BaseException as error:  # noqa: BLE001 - handed over to the waiting thread, whatever it is
        future.set_exception(error)
