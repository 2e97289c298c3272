"""Calls that may block for ever, run under a total deadline that can also be cut short."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, wait
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        with self.listening(cancelled.set):
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

    @contextmanager
    def listening(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call `listener` as `listen` does, but only until the block ends: a token may serve thousands of calls.

        Args:
            listener: Must be quick and must not raise.
        """
        self.listen(listener)
        try:
            yield
        finally:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)


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
    cancellation = cancellation or Cancellation()
    if cancellation.is_cancelled:
        raise CancelledByUserError
    future.add_done_callback(lambda _future: wake.set())
    _THREADS.run(lambda: _run(function, future), name)
    try:
        with cancellation.listening(wake.set):
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
    if cancellation.is_cancelled:
        raise CancelledByUserError
    raise DeadlineExceededError


def run_here_within(
    seconds: float,
    function: Callable[[], T],
    *,
    cancellation: Cancellation | None = None,
    abort: Callable[[], None],
) -> T:
    """Call `function` on this thread, for a call that `abort` can stop for sure: `run_within` changes threads twice.

    Args:
        seconds: The total time that it may take.
        function: The call; takes no arguments. It is called in any case.
        cancellation: Stops it when it is cancelled.
        abort: Called from another thread, or before the call, to make `function` stop; possibly twice.

    Returns:
        The result of `function`, also where that came while it was being stopped.

    Raises:
        DeadlineExceededError: When it was stopped as the time was over.
        CancelledByUserError: When it was stopped as `cancellation` was cancelled.
        BaseException: Whatever `function` raised by itself.
    """
    cancellation = cancellation or Cancellation()
    timer = _Timer(time.monotonic() + seconds, abort)
    with cancellation.listening(abort), _TIMERS.running(timer):
        try:
            return function()
        except Exception:
            if not timer.is_over and not cancellation.is_cancelled:
                raise
    # Raised out here to have no context: what the call raised says only that it was stopped.
    if cancellation.is_cancelled:
        raise CancelledByUserError
    raise DeadlineExceededError


class _Timer:
    """When a call has to be stopped, and how."""

    __slots__ = ("abort", "ends_at", "is_over")

    def __init__(self, ends_at: float, abort: Callable[[], None]) -> None:
        self.ends_at = ends_at
        self.abort = abort
        self.is_over = False


class _Timers:
    """Stops calls whose time is over, from one daemon thread that ends when there has been none for a moment."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running: set[_Timer] = set()
        self._looks_at: float | None = None
        """When the thread looks next; None without one."""

    @contextmanager
    def running(self, timer: _Timer) -> Iterator[None]:
        """Let a timer run until the block ends."""
        with self._changed:
            self._running.add(timer)
            if self._looks_at is None:
                self._looks_at = timer.ends_at
                threading.Thread(target=self._work, name=_IDLE_NAME, daemon=True).start()
            elif timer.ends_at < self._looks_at:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._running.discard(timer)

    def _work(self) -> None:
        with self._changed:
            while self._running:
                now = time.monotonic()
                for timer in [timer for timer in self._running if timer.ends_at <= now]:
                    self._running.discard(timer)
                    timer.is_over = True
                    timer.abort()
                ends = [timer.ends_at for timer in self._running]
                # Not later than in a moment: a thread that has nothing left to do must not stay for the whole time.
                self._looks_at = min([now + _IDLE_SECONDS, *ends])
                self._changed.wait(self._looks_at - now)
            self._looks_at = None


_TIMERS = _Timers()


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
