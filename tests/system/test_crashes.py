"""KooDesk in a process of its own that something goes wrong in: it lives on, or the next start says what happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from crashing_process import CANARY

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("crashing_process.py")
pytestmark = pytest.mark.timeout(90)


def run(deed, data_dir):
    done = subprocess.run(
        [sys.executable, str(PROGRAM), deed, str(data_dir)],
        cwd=data_dir.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert CANARY not in done.stdout + done.stderr
    for file in data_dir.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def log_of(data_dir):
    return (data_dir / "logs" / "koodesk.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(("deed", "name"), [("slot", "ValueError"), ("model", "KeyError")])
def test_the_window_lives_on(tmp_path, deed, name):
    data_dir = tmp_path / "data"
    done, told = run(deed, data_dir)
    assert done.returncode == 0, done.stderr
    assert [fact["dialog"] for fact in told if "dialog" in fact] == ["problem"]
    assert told[-1]["outcome"] == "created"
    log = log_of(data_dir)
    (line,) = [line for line in log.splitlines() if "unexpected: " in line and name in line]
    assert "Traceback" in line
    assert "POST /koodrive/ose/v1/album/create outcome=created" in log
    assert log.splitlines()[-1].endswith("KooDesk ends")
    assert [path.name for path in (data_dir / "logs").iterdir()] == ["koodesk.log"]


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(
    ("deed", "words"), [("abort", "Aborted"), ("segfault", "Segmentation"), ("fatal", "Aborted")]
)
def test_the_next_start_says_that_it_died(tmp_path, deed, words):
    data_dir = tmp_path / "data"
    done, told = run(deed, data_dir)
    assert done.returncode < 0
    assert told == []
    assert words in (data_dir / "logs" / "crash.txt").read_text()
    if deed == "fatal":
        assert "no way on; Bearer [redacted]" in log_of(data_dir)
    done, told = run("nothing", data_dir)
    assert done.returncode == 0, done.stderr
    assert "KooDesk ended unexpectedly last time" in told[-1]["notice"]
    assert "last-crash.txt" in told[-1]["notice"]
    assert "the last process died of a fault: Fatal Python error: " + words in log_of(data_dir)
    done, told = run("nothing", data_dir)
    assert "unexpectedly" not in told[-1]["notice"]
    assert sorted(path.name for path in (data_dir / "logs").iterdir()) == ["koodesk.log", "last-crash.txt"]


def test_a_start_that_fails_says_why_on_the_terminal(tmp_path):
    (tmp_path / "data").mkdir()
    done, _told = run("start", tmp_path / "data")
    assert done.returncode == 1
    assert "KooDesk could not start: RuntimeError: cannot even start; password=[redacted]" in done.stderr
    assert "Traceback" in done.stderr


def test_a_data_directory_that_is_a_file_is_told_in_words(tmp_path):
    (tmp_path / "data").write_text("x")
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "is a file" in done.stderr
    assert "Traceback" not in done.stderr
