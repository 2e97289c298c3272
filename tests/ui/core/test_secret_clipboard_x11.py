"""The same between programs: a real X server, with xclip as the other program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xclip")), reason="needs Xvfb and xclip"
)
SECRET = "curl --header 'Authorization: Bearer canary-77b2'"
PROGRAM = Path(__file__).with_name("secret_holder_process.py")
ROOT = Path(__file__).parents[3]


@pytest.fixture
def environment(private_home, x_server):
    """Return the environment with an X server of its own."""
    return {
        **os.environ,
        "DISPLAY": x_server,
        "QT_QPA_PLATFORM": "xcb",
        "QT_QPA_PLATFORMTHEME": "",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def clipboard_holder(environment, seconds, *own):
    """Run the program that holds the secret; gives a function that waits until it has ended its count."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), SECRET, str(seconds), *own],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            assert child.stdout.readline() == "held\n"
            yield child
            child.communicate("\n", timeout=20)
        finally:
            child.kill()


def pasted(environment, target="UTF8_STRING") -> str | None:
    ran = subprocess.run(
        ["xclip", "-selection", "clipboard", "-out", "-target", target],
        env=environment,
        capture_output=True,
        check=False,
        timeout=20,
    )
    return ran.stdout.decode() if ran.returncode == 0 else None


@contextmanager
def copied_by_another(environment, text):
    """Have another program own the clipboard with `text`."""
    with subprocess.Popen(
        ["xclip", "-quiet", "-selection", "clipboard", "-in"],
        env=environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as xclip:
        try:
            xclip.stdin.write(text.encode())
            xclip.stdin.close()
            # It says that it waits for requests as soon as it owns the clipboard.
            assert xclip.stderr.read(1)
            yield
        finally:
            xclip.kill()


def test_others_get_the_secret_with_its_mark_until_its_time_is_over(environment):
    with clipboard_holder(environment, 1.5) as child:
        assert pasted(environment) == SECRET
        assert pasted(environment, "x-kde-passwordManagerHint") == "secret"
        assert child.stdout.readline() == "gone\n"
        assert pasted(environment) is None


def test_what_another_program_copied_stays(environment):
    with clipboard_holder(environment, 1.5) as child, copied_by_another(environment, "theirs"):
        assert child.stdout.readline() == "gone\n"
        assert pasted(environment) == "theirs"


def test_a_clipboard_manager_that_took_it_over_loses_it_too(environment):
    with clipboard_holder(environment, 1.5) as child, copied_by_another(environment, SECRET):
        assert pasted(environment) == SECRET
        assert child.stdout.readline() == "gone\n"
        assert pasted(environment) is None


def test_the_count_ends_at_once_when_the_program_copies_something_else(environment):
    with clipboard_holder(environment, 600, "an ID") as child:
        assert child.stdout.readline() == "gone\n"
        assert pasted(environment) == "an ID"
