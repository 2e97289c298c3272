"""Tests of the command as a process of its own: signals, broken streams, odd locales, what it loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from koodrive.cli.exit_codes import ExitCode
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and /dev of POSIX"),
]

ROOT = Path(__file__).parents[3]
CREATE_ALBUM = "/koodrive/ose/v1/album/create"
LOADED = """
import sys
from koodrive.cli.command import ROOT
sys.stdout = sys.stderr
try:
    ROOT.main(sys.argv[1:], prog_name="koodrive")
finally:
    print("loaded:", *sorted({name.split(".")[0] for name in sys.modules}))
"""


def start(run, *arguments, words=("-m", "koodrive"), place=None, **settings):
    """Start the command on the data directory of `run`, with its connection or `place`; its token is on stdin."""
    settings = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **settings}
    command = [
        sys.executable,
        "-W",
        "error",
        *words,
        "--data-dir",
        str(run.data_dir),
        *arguments,
        *(run.place if place is None else place),
    ]
    process = subprocess.Popen(command, cwd=ROOT, **settings)
    if process.stdin is not None:
        process.stdin.write(f"{SANDBOX_TOKEN}\n".encode())
        process.stdin.close()
        process.stdin = None
    return process


def ended(process, seconds=30):
    """Return exit code and both streams of a process, without a traceback."""
    out, err = process.communicate(timeout=seconds)
    text = (err or b"").decode(errors="replace")
    assert "Traceback" not in text
    assert "Exception ignored" not in text
    return process.returncode, (out or b"").decode(), text


def wait_for_create(sandbox, process):
    deadline = time.monotonic() + 20
    while not any(request.path == CREATE_ALBUM for request in sandbox.requests()):
        assert time.monotonic() < deadline
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


def outcomes(run):
    return [record["outcome"] for record in run.alone("history", "--json").records]


def test_the_first_interrupt_waits_for_the_answer(run):
    run.sandbox.inject(Fault.SLOW, path=CREATE_ALBUM, seconds=1.5)
    process = start(run, "album", "create", "--name", "A", "--json")
    wait_for_create(run.sandbox, process)
    process.send_signal(signal.SIGINT)
    code, out, err = ended(process)
    assert code == ExitCode.CREATED
    assert json.loads(out.splitlines()[0])["outcome"] == "created"
    assert "Interrupted" in err


def test_the_second_interrupt_ends_at_once_and_the_outcome_is_unknown(run):
    run.sandbox.inject(Fault.HANG_AFTER_COMMIT, path=CREATE_ALBUM)
    process = start(run, "album", "create", "--name", "A")
    wait_for_create(run.sandbox, process)
    process.send_signal(signal.SIGTERM)
    assert b"Interrupted" in process.stderr.readline() + process.stderr.readline()
    process.send_signal(signal.SIGINT)
    assert ended(process, 5)[0] == ExitCode.INTERRUPTED
    assert outcomes(run) == ["unknown"]


def test_what_has_not_left_yet_is_not_sent_after_an_interrupt(run):
    run.sandbox.inject(Fault.HANG, path=f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}")
    process = start(run, "folder", "create", "--name", "A", "--json")
    deadline = time.monotonic() + 20
    while not run.sandbox.requests():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    code, _out, _err = ended(process)
    assert code == ExitCode.INTERRUPTED
    assert outcomes(run) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_standard_output_is_said_and_the_create_is_in_the_history(run):
    with Path("/dev/full").open("wb") as full:
        code, _out, err = ended(start(run, "album", "create", "--name", "A", stdout=full))
    assert code == ExitCode.UNKNOWN
    assert "The result could not be written" in err
    assert outcomes(run) == ["created"]


def test_a_reader_that_has_gone_changes_nothing(run):
    process = start(run, "album", "create", "--name", "A")
    process.stdout.close()
    process.stdout = None
    code, _out, err = ended(process)
    assert code == ExitCode.CREATED
    assert outcomes(run) == ["created"]
    assert "Broken" not in err


def test_closed_streams_and_an_ascii_locale_are_no_reason_to_fail(run):
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "LANG", "PYTHONIOENCODING"):
        environment.pop(name, None)
    process = start(run, "album", "create", "--name", "Zoë", "--json", env=environment)
    code, out, _err = ended(process)
    assert code == ExitCode.CREATED
    assert out.isascii()
    assert [record["name"] for record in run.alone("history", "--json").records] == ["Zoë"]
    closed = 'exec "$@" <&- >&- 2>&-'
    words = [sys.executable, "-m", "koodrive", "--data-dir", str(run.data_dir), "whoami", *run.place]
    assert (
        subprocess.run(["sh", "-c", closed, "sh", *words], cwd=ROOT, check=False).returncode == ExitCode.USAGE
    )


def test_neither_qt_nor_the_sandbox_nor_a_keyring_is_loaded_for_a_create(run):
    process = start(run, "album", "create", "--name", "A", words=("-c", LOADED))
    code, _out, err = ended(process)
    assert code == ExitCode.CREATED, err
    loaded = set(err.partition("loaded:")[2].split())
    assert "koodrive" in loaded
    assert not loaded & {
        "PySide6",
        "shiboken6",
        "ui",
        "keyring",
        "secretstorage",
        "jsonschema",
        "rich",
        "regex",
    }


def test_the_token_is_in_no_argument_and_no_environment_of_a_process(run):
    run.sandbox.inject(Fault.SLOW, path=CREATE_ALBUM, seconds=1)
    process = start(run, "album", "create", "--name", "A")
    wait_for_create(run.sandbox, process)
    if sys.platform == "linux":
        for part in ("cmdline", "environ"):
            assert SANDBOX_TOKEN.encode() not in Path(f"/proc/{process.pid}/{part}").read_bytes()
    assert ended(process)[0] == ExitCode.CREATED
    files = [path for path in run.data_dir.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if SANDBOX_TOKEN.encode() in path.read_bytes()]


def test_a_terminal_is_asked_for_the_token_and_does_not_show_it(run):
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "koodrive", "--data-dir", str(run.data_dir), "whoami", *run.place]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    os.close(theirs)
    prompt = process.stderr.read(len("Token of"))
    # Its echo is off before it asks.
    os.write(ours, f"{SANDBOX_TOKEN}\n".encode())
    code, out, err = ended(process)
    os.set_blocking(ours, False)
    try:
        shown = os.read(ours, 10_000)
    except OSError:
        shown = b""
    finally:
        os.close(ours)
    assert (code, prompt) == (ExitCode.CREATED, b"Token of")
    assert "The connection works" in out
    assert SANDBOX_TOKEN not in out + err + shown.decode()
