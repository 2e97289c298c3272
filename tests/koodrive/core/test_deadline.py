"""Calls under a deadline: what comes back, what is left behind, and who is told to stop."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from functools import partial

import pytest

from koodrive.core import deadline as deadline_module
from koodrive.core.deadline import (
    GRACE_SECONDS,
    Cancellation,
    CancelledByUserError,
    DeadlineExceededError,
    run_here_within,
    run_within,
)

LONG = 10.0
SHORT = 0.05
AT_ONCE = 2.0


class Stuck:
    """A call that waits until it is released, as a password prompt does."""

    def __init__(self, result=None, error=None):
        self.began = threading.Event()
        self.release = threading.Event()
        self.ended = threading.Event()
        self.thread = None
        self.result = result
        self.error = error

    def __call__(self):
        self.thread = threading.current_thread()
        self.began.set()
        assert self.release.wait(LONG)
        self.ended.set()
        if self.error is not None:
            raise self.error
        return self.result


@pytest.fixture
def stuck():
    """Make stuck calls that are released, and whose threads have ended, when the test ends."""
    made = []

    def make(**options):
        made.append(Stuck(**options))
        return made[-1]

    yield make
    for call in made:
        call.release.set()
        if call.thread is not None:
            call.thread.join(LONG)
            assert not call.thread.is_alive()


@pytest.fixture
def at_once():
    """Fail a test in which something was waited for that should not have been."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < AT_ONCE


@pytest.mark.parametrize("result", [None, 0, "", [], "a result"])
def test_a_result_comes_back(result):
    assert run_within(LONG, lambda: result) is result


@pytest.mark.parametrize(
    "error", [ValueError("x"), KeyboardInterrupt(), SystemExit(3), DeadlineExceededError()]
)
def test_an_error_comes_back_as_it_was_raised(error):
    def fail():
        raise error

    with pytest.raises(type(error)) as caught:
        run_within(LONG, fail)
    assert caught.value is error


def test_the_call_runs_on_a_daemon_thread_with_the_name(monkeypatch):
    def where():
        thread = threading.current_thread()
        return thread is not threading.main_thread(), thread.daemon, thread.name

    assert run_within(LONG, where, name="keyring-test") == (True, True, "keyring-test")


@pytest.mark.usefixtures("at_once")
def test_the_time_is_over_when_it_is_over(stuck):
    with pytest.raises(DeadlineExceededError):
        run_within(SHORT, stuck())


@pytest.mark.usefixtures("at_once")
def test_what_is_left_behind_holds_up_no_later_call(stuck):
    first = stuck()
    with pytest.raises(DeadlineExceededError):
        run_within(SHORT, first)
    assert first.thread.is_alive()
    assert run_within(LONG, lambda: "the next one") == "the next one"


def test_what_is_left_behind_may_fail_without_a_trace(stuck):
    call = stuck(error=ValueError("late"))
    with pytest.raises(DeadlineExceededError):
        run_within(SHORT, call)
    call.release.set()
    assert call.ended.wait(LONG)


@pytest.mark.usefixtures("at_once")
class TestAbort:
    """Telling a call to stop when its time is over."""

    def test_it_is_called_once_and_only_when_the_time_is_over(self, stuck):
        called = []
        assert run_within(LONG, lambda: 1, abort=lambda: called.append(1)) == 1
        assert called == []
        with pytest.raises(DeadlineExceededError):
            run_within(SHORT, stuck(), abort=lambda: called.append(1))
        assert called == [1]

    def test_a_result_that_comes_while_stopping_counts(self, stuck):
        call = stuck(result="just in time")
        assert run_within(SHORT, call, abort=call.release.set) == "just in time"

    def test_an_error_that_comes_of_stopping_does_not(self, stuck):
        call = stuck(error=ConnectionResetError())
        with pytest.raises(DeadlineExceededError):
            run_within(SHORT, call, abort=call.release.set)

    def test_a_call_that_does_not_stop_is_left_after_a_moment(self, stuck):
        began = time.monotonic()
        with pytest.raises(DeadlineExceededError):
            run_within(SHORT, stuck(), abort=lambda: None)
        assert time.monotonic() - began >= GRACE_SECONDS

    def test_without_it_a_result_that_comes_too_late_is_lost(self, stuck):
        call = stuck(result="too late")
        with pytest.raises(DeadlineExceededError):
            run_within(SHORT, call)
        call.release.set()
        assert call.ended.wait(LONG)


@pytest.mark.usefixtures("at_once")
class TestCancelling:
    """Ending the wait early."""

    def cancel_when_begun(self, call, cancellation):
        def wait_and_cancel():
            assert call.began.wait(LONG)
            cancellation.cancel()

        thread = threading.Thread(target=wait_and_cancel)
        thread.start()
        return thread

    def test_the_wait_ends(self, stuck):
        call, cancellation = stuck(), Cancellation()
        canceller = self.cancel_when_begun(call, cancellation)
        with pytest.raises(CancelledByUserError):
            run_within(LONG, call, cancellation=cancellation)
        canceller.join(LONG)

    def test_the_call_is_told_to_stop_and_a_result_still_counts(self, stuck):
        call, cancellation = stuck(result="made"), Cancellation()
        canceller = self.cancel_when_begun(call, cancellation)
        assert run_within(LONG, call, cancellation=cancellation, abort=call.release.set) == "made"
        canceller.join(LONG)

    def test_an_error_of_stopping_is_a_cancelled_call(self, stuck):
        call, cancellation = stuck(error=ConnectionResetError()), Cancellation()
        canceller = self.cancel_when_begun(call, cancellation)
        with pytest.raises(CancelledByUserError):
            run_within(LONG, call, cancellation=cancellation, abort=call.release.set)
        canceller.join(LONG)

    def test_a_call_that_was_cancelled_before_never_begins(self):
        called = []
        cancellation = Cancellation()
        cancellation.cancel()
        with pytest.raises(CancelledByUserError):
            run_within(LONG, lambda: called.append(1), cancellation=cancellation)
        assert called == []

    def test_a_cancellation_that_nobody_wishes_for_changes_nothing(self):
        assert run_within(LONG, lambda: 1, cancellation=Cancellation()) == 1


class TestCancellation:
    """The wish itself."""

    def test_listeners_hear_it_once(self):
        heard = []
        cancellation = Cancellation()
        cancellation.listen(lambda: heard.append("early"))
        assert not cancellation.is_cancelled
        cancellation.cancel()
        cancellation.cancel()
        assert cancellation.is_cancelled
        assert heard == ["early"]

    def test_who_comes_late_hears_it_at_once(self):
        heard = []
        cancellation = Cancellation()
        cancellation.cancel()
        cancellation.listen(lambda: heard.append("late"))
        assert heard == ["late"]

    def test_a_listener_may_listen_and_cancel_itself(self):
        heard = []
        cancellation = Cancellation()

        def listener():
            cancellation.cancel()
            cancellation.listen(lambda: heard.append("inner"))

        cancellation.listen(listener)
        cancellation.cancel()
        assert heard == ["inner"]

    def test_no_listener_is_lost_between_threads(self):
        cancellation = Cancellation()
        heard = threading.Semaphore(0)
        start = threading.Barrier(9)

        def listen():
            start.wait(LONG)
            cancellation.listen(heard.release)

        threads = [threading.Thread(target=listen) for _ in range(8)]
        for thread in threads:
            thread.start()
        start.wait(LONG)
        cancellation.cancel()
        for thread in threads:
            thread.join(LONG)
        assert all(heard.acquire(timeout=LONG) for _ in range(8))


def test_an_ended_call_keeps_nothing_alive():
    class Secret:
        pass

    secret = Secret()
    alive = weakref.ref(secret)
    assert run_within(LONG, lambda held=secret: held is not None)
    del secret
    deadline = time.monotonic() + AT_ONCE
    while alive() is not None and time.monotonic() < deadline:
        gc.collect()
    assert alive() is None


class TestWaiting:
    """A pause that a wish cuts short."""

    def test_it_lasts_as_long_as_it_should(self):
        began = time.monotonic()
        assert Cancellation().wait(SHORT) is False
        assert time.monotonic() - began >= SHORT

    @pytest.mark.usefixtures("at_once")
    def test_a_wish_ends_it(self):
        cancellation, waiting = Cancellation(), threading.Event()

        def cancel():
            assert waiting.wait(LONG)
            cancellation.cancel()

        canceller = threading.Thread(target=cancel)
        canceller.start()
        waiting.set()
        assert cancellation.wait(LONG) is True
        canceller.join(LONG)

    @pytest.mark.usefixtures("at_once")
    def test_after_the_wish_there_is_no_pause(self):
        cancellation = Cancellation()
        cancellation.cancel()
        assert cancellation.wait(LONG) is True
        assert cancellation.wait(0) is True

    def test_a_pause_of_no_time_asks_only(self):
        assert Cancellation().wait(0) is False

    @pytest.mark.usefixtures("at_once")
    def test_all_who_wait_are_woken(self):
        cancellation, results = Cancellation(), []
        threads = [threading.Thread(target=lambda: results.append(cancellation.wait(LONG))) for _ in range(5)]
        for thread in threads:
            thread.start()
        cancellation.cancel()
        for thread in threads:
            thread.join(LONG)
        assert results == [True] * 5


def test_one_thread_serves_one_call_after_another_and_one_that_hangs_none():
    def ident() -> int:
        return threading.get_ident()

    first = run_within(5, ident, name="first")
    deadline = time.monotonic() + 5
    while run_within(5, ident) != first:
        # It rests a moment after its result was there.
        assert time.monotonic() < deadline
    release = threading.Event()
    hanging: list[int] = []

    def hang() -> None:
        hanging.append(threading.get_ident())
        release.wait(20)

    with pytest.raises(DeadlineExceededError):
        run_within(0.01, hang)
    assert hanging[0] not in {run_within(5, ident) for _ in range(20)}
    release.set()


def test_a_thread_has_the_name_of_its_call_and_ends_when_no_other_comes(monkeypatch):
    monkeypatch.setattr(deadline_module, "_IDLE_SECONDS", 0.01)
    names = {
        run_within(5, lambda: threading.current_thread().name, name=f"call-{number}") for number in range(5)
    }
    assert names == {f"call-{number}" for number in range(5)}
    ends_at = time.monotonic() + 5
    while deadline_module._THREADS._idle:
        assert time.monotonic() < ends_at
        time.sleep(0.01)
    assert run_within(5, lambda: "again") == "again"


def test_what_a_call_was_made_of_does_not_live_on_with_its_thread():
    class Payload:
        pass

    payload = Payload()
    gone = weakref.ref(payload)
    run_within(5, partial(id, payload))
    del payload
    ends_at = time.monotonic() + 5
    while gone() is not None:
        assert time.monotonic() < ends_at
        time.sleep(0.001)


class TestOnTheSameThread:
    """A call that can be stopped for sure needs no thread of its own."""

    @pytest.fixture
    def halted(self):
        """Return a call that waits until it is told to stop, and then fails as a cut connection does."""
        stopped = threading.Event()

        def call():
            assert stopped.wait(LONG)
            raise ConnectionResetError

        return call, stopped.set

    def test_what_comes_back_is_its_own_and_nobody_stops_it(self):
        called = []
        thread = run_here_within(LONG, threading.current_thread, abort=lambda: called.append(1))
        assert thread is threading.current_thread()
        error = ValueError("x")

        def fail():
            raise error

        with pytest.raises(ValueError, match="x") as caught:
            run_here_within(LONG, fail, abort=lambda: called.append(1))
        assert caught.value is error
        assert called == []

    def test_it_is_stopped_when_its_time_is_over_also_before_one_that_began_earlier(self, halted):
        call, abort = halted
        with pytest.raises(DeadlineExceededError) as caught:
            run_here_within(
                LONG,
                lambda: run_here_within(SHORT, call, abort=abort),
                abort=lambda: pytest.fail("too early"),
            )
        assert caught.value.__context__ is None
        assert not deadline_module._TIMERS._running

    def test_it_is_stopped_when_it_is_cancelled_before_or_meanwhile(self, halted):
        call, abort = halted
        cancellation = Cancellation()
        timer = threading.Timer(SHORT, cancellation.cancel)
        timer.start()
        for _ in range(2):
            with pytest.raises(CancelledByUserError):
                run_here_within(LONG, call, cancellation=cancellation, abort=abort)
        timer.join()

    def test_a_result_that_comes_while_it_is_being_stopped_counts(self):
        stopped = threading.Event()
        assert run_here_within(SHORT, lambda: stopped.wait(LONG), abort=stopped.set)


def test_a_token_that_serves_many_calls_keeps_none_of_them():
    cancellation = Cancellation()
    for _ in range(3):
        run_within(LONG, int, cancellation=cancellation)
        run_here_within(LONG, int, cancellation=cancellation, abort=lambda: None)
        cancellation.wait(0)
    assert cancellation._listeners == []
