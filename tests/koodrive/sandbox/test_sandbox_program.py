"""The program `python -m koodrive.sandbox`, and the modules that the sandbox imports."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import koodrive.sandbox
from koodrive.sandbox import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_APP_ID,
    SANDBOX_APP_SECRET,
    SANDBOX_CONTAINER_ID,
    SANDBOX_PASSWORD,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
    Sandbox,
)

ROOT = Path(koodrive.sandbox.__file__).parents[2]


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "koodrive.sandbox", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def read_introduction(process: subprocess.Popen[str]) -> dict[str, str]:
    rows = {}
    for line in iter(process.stdout.readline, "Stop it with Ctrl+C.\n"):
        assert line, process.stderr.read()
        name, _, value = line.partition(":")
        rows[name] = value.strip()
    return rows


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals between processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_how_to_reach_it_and_ends_cleanly(tmp_path, number):
    state = tmp_path / "state.jsonl"
    with start("--state", str(state)) as process:
        rows = read_introduction(process)
        name, _, secret = rows["Control header"].partition(": ")
        asked = urllib.request.Request(f"{rows['Service address']}/sandbox/state", headers={name: secret})
        with urllib.request.urlopen(asked, timeout=10) as reply:
            assert json.load(reply)["effects"] == 0
        process.send_signal(number)
        output, errors = process.communicate(timeout=10)
    assert (process.returncode, output, errors) == (0, "", "")
    assert (rows["User ID"], rows["Token"]) == (SANDBOX_USER_ID, SANDBOX_TOKEN)
    assert (rows["Space ID"], rows["State"]) == (SANDBOX_CONTAINER_ID, str(state))
    assert (rows["Account"], rows["Password"], rows["Agent"]) == (
        SANDBOX_ACCOUNT,
        SANDBOX_PASSWORD,
        SANDBOX_AGENT,
    )
    assert (rows["AppId"], rows["AppSecret"]) == (SANDBOX_APP_ID, SANDBOX_APP_SECRET)
    assert state.exists()


def test_a_busy_port_ends_it_with_one_sentence():
    with Sandbox() as sandbox:
        port = sandbox.base_url.rpartition(":")[2]
        with start("--port", port) as process:
            output, errors = process.communicate(timeout=10)
    assert (process.returncode, output) == (1, "")
    assert errors.startswith(f"Port {port} is in use")
    assert errors.count("\n") == 1


def test_importing_it_is_cheap():
    code = "import sys, koodrive.sandbox; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"jsonschema", "emoji", "http.server", "requests"} & set(done.stdout.split())
