"""KOODESK_KILL_AT: ends a process of a source tree at the place and time that it names, and no other process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from koodrive.core.failpoints import VARIABLE, Failpoint

ROOT = Path(__file__).parents[3]
REACH = "from koodrive.core.failpoints import Failpoint, failpoint\n"
REACH += "for point in Failpoint: print(point, flush=True); failpoint(point)\n"


def run(code, kill_at, folder=ROOT):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if kill_at is not None:
        environment[VARIABLE] = kill_at
    # Not from the current directory: which package is meant is said by the first line alone.
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}"
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("place", list(Failpoint))
def test_the_process_ends_where_it_is_said_and_not_before(place):
    result = run(REACH, place.value)
    assert result.returncode == -signal.SIGKILL
    passed = list(Failpoint)[: list(Failpoint).index(place) + 1]
    assert result.stdout.split() == passed


def test_the_process_ends_at_the_time_that_is_said():
    code = "from koodrive.core.failpoints import Failpoint, failpoint\n"
    code += "for number in range(9): print(number, flush=True); failpoint(Failpoint.MID_SEND)\n"
    result = run(code, "mid-send:4")
    assert result.returncode == -signal.SIGKILL
    assert result.stdout.split() == ["0", "1", "2", "3"]


@pytest.mark.parametrize("kill_at", [None, "", "in-resolver:2"])
def test_the_process_lives_when_nothing_is_said_or_it_comes_there_too_seldom(kill_at):
    result = run(REACH, kill_at)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.split() == list(Failpoint)


@pytest.mark.parametrize("kill_at", ["nowhere", "mid-send:often"])
def test_what_cannot_be_meant_is_told(kill_at):
    result = run(REACH, kill_at)
    assert result.returncode == 1
    assert "ValueError" in result.stderr


@pytest.mark.parametrize("kill_at", ["before-intent", "mid-send:1", "nowhere"])
def test_an_installed_package_ignores_it(tmp_path, kill_at):
    # As in a wheel, which holds the packages without the tests.
    shutil.copytree(ROOT / "koodrive", tmp_path / "koodrive", ignore=shutil.ignore_patterns("__pycache__"))
    result = run(f"{REACH}print(__import__('koodrive').__file__)\n", kill_at, tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    *passed, package = result.stdout.split()
    assert passed == list(Failpoint)
    assert Path(package).is_relative_to(tmp_path)
