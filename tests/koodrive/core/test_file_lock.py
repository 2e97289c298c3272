"""Locks on files: one holder at a time, in one process and in several, until its end."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

import koodrive
from koodrive.core.deadline import Cancellation
from koodrive.core.file_lock import FileLock, FileLockTimeoutError, file_lock, is_locked

HOLD = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
if sys.argv[3:]:
    import errno, fcntl
    def flock(*_):
        raise OSError(errno.ENOLCK, "No locks available")
    fcntl.flock = flock
from koodrive.core.file_lock import FileLock
lock = FileLock(Path(sys.argv[2]))
assert lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "locks" / "one"


@contextmanager
def holding(path: Path, *more: str):
    """Start a process that holds the lock."""
    root = Path(koodrive.__file__).parents[1]
    program = [sys.executable, "-c", HOLD, str(root), str(path), *more]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


@pytest.fixture
def holder(path: Path):
    """Return a process that holds the lock."""
    with holding(path) as process:
        yield process


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_on_a_share_without_flock_the_locks_of_sqlite_serve(path, monkeypatch):
    def flock(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", flock)
    with holding(path, "without flock") as process:
        assert is_locked(path)
        assert not FileLock(path).acquire()
        process.kill()
        process.wait(20)
        assert not is_locked(path)


def test_a_lock_has_one_holder_also_within_a_process(path):
    first, second = FileLock(path), FileLock(path)
    assert first.acquire()
    assert first.acquire(), "it has it already"
    assert not second.acquire()
    assert is_locked(path)
    first.release()
    first.release()
    assert second.acquire()
    second.release()
    assert path.exists()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_system_lets_go_of_the_lock_of_a_dead_process(path, holder, end):
    assert is_locked(path)
    assert not FileLock(path).acquire()
    holder.send_signal(end)
    holder.wait(20)
    assert not is_locked(path)
    assert not path.exists(), "nobody comes back to it"
    assert not is_locked(path)


def test_a_wait_ends_when_the_lock_is_free(path):
    first = FileLock(path)
    first.acquire()
    threading.Timer(0.05, first.release).start()
    with file_lock(path, 20):
        assert not FileLock(path).acquire()
    assert FileLock(path).acquire()


def test_a_wait_ends_in_time_or_when_it_is_cancelled(path):
    first, cancellation = FileLock(path), Cancellation()
    first.acquire()
    with pytest.raises(FileLockTimeoutError), file_lock(path, 0.03):
        pass
    threading.Timer(0.05, cancellation.cancel).start()
    with pytest.raises(FileLockTimeoutError), file_lock(path, 60, cancellation):
        pass
    first.release()


def test_a_program_that_is_started_does_not_inherit_the_lock(path):
    lock = FileLock(path)
    lock.acquire()
    program = [sys.executable, "-c", "print(flush=True); input()"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(program, close_fds=False, **pipes) as child:
        # Descriptors are closed in the moment in which a program begins.
        child.stdout.readline()
        lock.release()
        assert FileLock(path).acquire()
        child.communicate(b"\n")
