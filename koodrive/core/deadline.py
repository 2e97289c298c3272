"""Calls that may block for ever, run under a total deadline that can also be cut short."""

from __future__ import annotations

import threading
from concurrent.futures import Future, wait
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_IDLE_SECONDS = 1.0
_IDLE_NAME = "deadline-idle"

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
    """Call `function` on another thread and wait for it, but not for ever.

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
    _THREADS.run(lambda: _run(function, future), name)
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


class _IdleThread:
    """A daemon thread that runs one call after another."""

    def __init__(self, threads: _Threads) -> None:
        self.calls: SimpleQueue[tuple[Callable[[], None], str]] = SimpleQueue()
        self._threads = threads

    def start(self) -> None:
        """Begin to wait for calls."""
        threading.Thread(target=self._work, name=_IDLE_NAME, daemon=True).start()

    def _work(self) -> None:
        thread = threading.current_thread()
        while True:
            try:
                call, thread.name = self.calls.get(timeout=_IDLE_SECONDS)
            except Empty:
                if self._threads.leave(self):
                    return
                continue
            call()
            # What it was made of must not live on with the thread.
            del call
            thread.name = _IDLE_NAME
            self._threads.rest(self)


class _Threads:
    """Threads that wait for their next call for a moment: to start one for each takes as long as to send a request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[_IdleThread] = []

    def run(self, call: Callable[[], None], name: str) -> None:
        """Run `call` on a thread that is called `name` meanwhile."""
        with self._lock:
            thread = self._idle.pop() if self._idle else None
        if thread is None:
            thread = _IdleThread(self)
            thread.start()
        thread.calls.put((call, name))

    def rest(self, thread: _IdleThread) -> None:
        """Let a thread be used again."""
        with self._lock:
            self._idle.append(thread)

    def leave(self, thread: _IdleThread) -> bool:
        """Return whether a thread may end, as no call is on its way to it."""
        with self._lock:
            if thread not in self._idle:
                return False
            self._idle.remove(thread)
            return True


_THREADS = _Threads()


def _run(function: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(function())
    except BaseException as error:  # noqa: BLE001 - handed over to the waiting thread, whatever it is
        future.set_exception(error)
