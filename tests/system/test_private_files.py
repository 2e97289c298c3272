"""A whole run leaves nothing that another user of the computer could read, however that computer is set up."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems have no modes")


@pytest.mark.timeout(120)
def test_every_file_of_a_run_is_for_the_user_alone(toured) -> None:
    seen = toured.modes
    assert toured.returncode == 0, toured.errors
    for wanted in (
        "koodesk.lock",
        "koodesk.socket",
        "history.sqlite3",
        "history.sqlite3-wal",
        "settings.ini",
    ):
        assert f"data/{wanted}" in seen
    open_to_others = {
        name: oct(stat.S_IMODE(mode)) for name, mode in seen.items() if stat.S_IMODE(mode) & 0o077
    }
    assert not open_to_others
    assert stat.S_IMODE(seen["data"]) == 0o700


def start(data_dir: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Start KooDesk on `data_dir` until its window would stand, and let it end.

    Args:
        data_dir: The data directory.
        before: A command line that starts another one.
    """
    program = "import sys; from ui.app import build; build(sys.argv); print('stands')"
    return subprocess.run(
        [*before, sys.executable, "-c", program, "--data-dir", str(data_dir)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_settings_that_others_could_read_become_the_users_own(tmp_path: Path) -> None:
    settings = tmp_path / "settings.ini"
    settings.write_text("[connection]\nlast=x\n")
    settings.chmod(0o644)
    assert "stands" in start(tmp_path).stdout
    assert stat.S_IMODE(settings.stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named_at_the_start(tmp_path: Path) -> None:
    """What root may do is taken from the child, as tests often run as root."""
    before = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-all"] if os.geteuid() == 0 else []
    data_dir = tmp_path / "data"
    data_dir.mkdir(mode=0o500)
    for directory in (data_dir, data_dir / "below"):
        ended = start(directory, *before)
        assert ended.returncode == 1, ended.stdout
        assert str(directory) in ended.stderr
        assert "Traceback" not in ended.stderr
        assert "stands" not in ended.stdout
    assert list(data_dir.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("")
    ended = start(place)
    assert ended.returncode == 1
    assert str(place) in ended.stderr
