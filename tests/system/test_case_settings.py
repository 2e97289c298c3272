"""C-24: settings that cannot be written are as they were, and the end of the app is not held up by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

NO_ROOM = """
import resource, sys
from PySide6.QtCore import QTimer
from ui.app import SETTINGS_FILE, build
application, window = build(["koodesk", "--data-dir", sys.argv[1]])
def close():
    # The history is open by now; files that are new may have no content.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    window.resize(1234, 777)
    window.close()
def wait():
    if window.is_opened and not window.session.runner.is_busy:
        close()
    else:
        QTimer.singleShot(20, window, wait)
window.painted.connect(wait)
window.shut_down.connect(application.quit)
sys.exit(application.exec())
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_c24_settings_that_find_no_room_leave_the_old_file_alone(tmp_path):
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    settings = data_dir / "settings.ini"
    settings.write_text("[window]\npage=history\n")
    ended = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(data_dir)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert settings.read_text() == "[window]\npage=history\n"
    assert [path.name for path in data_dir.iterdir() if path.name.startswith("settings")] == ["settings.ini"]
