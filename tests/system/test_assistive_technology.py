"""The main job by AT-SPI alone: the window under Xvfb, on a bus of its own, driven by another program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("assistive_technology.py")
TIMEOUT = 120
SCRIPT = """
"$1" -c 'import sys; sys.path.insert(0, sys.argv[1]); sys.argv[1:] = sys.argv[2:]; import main; main.main()' \
    "$2" --sandbox --data-dir "$3" & window=$!
/usr/bin/python3 "$4" listen >"$5" & listener=$!
trap 'kill "$window" "$listener"; wait "$window"' EXIT
timeout 90 /usr/bin/python3 "$4" "$5"
"""


def has_pyatspi() -> bool:
    """Return whether the system's Python has pyatspi, which comes with the packages of the tests."""
    done = subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True, check=False)
    return done.returncode == 0


@pytest.mark.slow
@pytest.mark.timeout(TIMEOUT)
@pytest.mark.skipif(sys.platform != "linux" or not has_pyatspi(), reason="AT-SPI is the way of Linux")
def test_an_album_is_created_without_a_screen_a_mouse_or_a_key(tmp_path):
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
    }
    tmp_path.chmod(0o700)
    heard = tmp_path / "heard"
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24 -noreset", "dbus-run-session", "--"]
    arguments = [sys.executable, str(ROOT), str(tmp_path / "data"), str(CLIENT), str(heard)]
    done = subprocess.run(
        [*screen, "bash", "-c", SCRIPT, "bash", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.strip().splitlines()[-1])
    assert seen["state"] == "Created · Manual album"
    assert seen["unnamed"] == []
    words = heard.read_text(encoding="utf-8").splitlines()
    assert any("By ear 2026" in line and "Album created" in line for line in words), words
    assert any("characters too many" in line for line in words), words
