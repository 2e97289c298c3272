"""A process that dies at once leaves behind where it was, and the next one finds it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from koodrive.logs.crash_file import CRASH_FILE, LAST_CRASH_FILE, CrashFile

ROOT = Path(__file__).parents[3]
_CHILD = """
import os, sys, ctypes, signal
from pathlib import Path
from koodrive.logs.crash_file import CrashFile
file = CrashFile(Path(sys.argv[1]))
file.open()
def deep_down():
    {deed}
deep_down()
file.close()
"""


def die(directory, deed):
    return subprocess.run(
        [sys.executable, "-c", _CHILD.format(deed=deed), str(directory)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("os.abort()", "Aborted"),
        ("ctypes.string_at(0)", "Segmentation fault"),
        ("os.kill(os.getpid(), signal.SIGFPE)", "Floating"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_crash_leaves_its_trace_behind(tmp_path, deed, words):
    directory = tmp_path / "logs"
    assert die(directory, deed).returncode < 0
    assert stat.S_IMODE((directory / CRASH_FILE).stat().st_mode) == 0o600
    left_behind = CrashFile(directory).open()
    assert words in left_behind
    assert "in deep_down" in left_behind
    assert (directory / LAST_CRASH_FILE).read_text() == left_behind
    assert CrashFile(directory).open() is None, "told once"
    assert (directory / LAST_CRASH_FILE).exists(), "kept for the support bundle"


def test_an_end_in_order_leaves_nothing_behind(tmp_path):
    assert die(tmp_path, "pass").returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert CrashFile(tmp_path).open() is None


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_kill_is_no_crash(tmp_path):
    assert die(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)").returncode == -signal.SIGKILL
    assert CrashFile(tmp_path).open() is None


def test_whoever_watches_for_faults_already_goes_on_with_it(tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _CHILD.format(deed="os.abort()"), str(tmp_path)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert "in deep_down" in done.stderr
    assert CrashFile(tmp_path).open() is None


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "logs").write_text("a file")
    with pytest.raises(OSError, match="exists"):
        CrashFile(tmp_path / "logs").open()
