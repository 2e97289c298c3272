"""The main job as a new user does it: the tour in a process of its own, a restart, and an installed wheel."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView
from window_fixtures import has_settled, submission_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
TIMEOUT = 120


def run_koodesk(
    *arguments: str, cwd: Path, before: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, sys.executable, "-W", "error::RuntimeWarning", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT,
    )


@pytest.mark.timeout(2 * TIMEOUT)
def test_the_tour_creates_four_things_on_a_screen_and_a_directory_that_was_used(tmp_path, toured):
    result = run_koodesk(
        str(ROOT / "main.py"),
        "--tour",
        str(tmp_path / "pictures"),
        "--data-dir",
        str(toured.data_dir),
        cwd=tmp_path,
        before=("xvfb-run", "-a"),
        QT_QPA_PLATFORM="xcb",
    )
    assert result.stderr == ""
    check_tour(tmp_path, result)


def check_tour(folder: Path, result: subprocess.CompletedProcess[str]) -> None:
    """Check that a tour has created four things, and written its pictures and nothing else to `folder`."""
    assert result.returncode == 0, result.stderr
    assert len(set(re.findall(r"\b\d{19}\b", result.stdout))) == 4
    pictures = sorted(path.name for path in (folder / "pictures").iterdir())
    assert {name.rsplit("-", 1)[1] for name in pictures} == {"light.png", "dark.png"}
    assert len(pictures) >= 20
    assert [path.name for path in folder.iterdir()] == ["pictures"], "nothing is written anywhere else"


def test_the_ids_are_still_there_after_a_restart(qtbot, start):
    window = start()
    QTest.mouseClick(window.findChild(QAbstractButton, "welcome.sandbox"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.token is not None)
    window.findChild(QLineEdit, "album.name").insert("春节")
    QTest.mouseClick(window.findChild(QAbstractButton, "album.create"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: has_settled(window.album))
    album_id = submission_of(window.album).outcome.created.album_id
    window.open_page("history")
    window.resize(800, 640)
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        window.close()

    again = start()
    qtbot.waitUntil(lambda: again.session.token is not None)
    assert again.session.is_sandbox, "the connection of last time"
    assert again.page_name == "history", "the page of last time"
    assert again.size().height() == 640
    table = again.findChild(QTableView, "history.table")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    row = [table.model().index(0, column) for column in range(table.model().columnCount())]
    qtbot.waitUntil(lambda: album_id in [index.data() for index in row])


def test_rehearsing_by_option_is_not_remembered(qtbot, start):
    window = start("--sandbox")
    qtbot.waitUntil(lambda: window.session.token is not None)
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        window.close()
    assert start().page_name == "welcome"


@pytest.mark.parametrize("trouble", ["file", "empty lock", "foreign lock"])
def test_a_directory_that_cannot_be_had_is_told(tmp_path, trouble):
    data_dir = tmp_path / "data"
    if trouble == "file":
        data_dir.write_text("")
    else:
        data_dir.mkdir()
        (data_dir / "koodesk.lock").write_text("" if trouble == "empty lock" else "7\nkoodesk\nelsewhere\n")
    result = run_koodesk(str(ROOT / "main.py"), "--data-dir", str(data_dir), cwd=tmp_path)
    assert result.returncode == 1
    assert str(data_dir) in result.stderr
    assert ("is a file" if trouble == "file" else "koodesk.lock") in result.stderr


def test_an_empty_data_dir_is_a_mistake(tmp_path):
    result = run_koodesk(str(ROOT / "main.py"), "--data-dir", "", cwd=tmp_path)
    assert result.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_version_and_help_need_no_screen(tmp_path):
    version = run_koodesk(str(ROOT / "main.py"), "--version", cwd=tmp_path, QT_QPA_PLATFORM="none-such")
    assert (version.returncode, version.stderr) == (0, "")
    assert re.fullmatch(r"KooDesk \d+\.\d+\.\d+\n", version.stdout)
    assert "--data-dir" in run_koodesk(str(ROOT / "main.py"), "--help", cwd=tmp_path).stdout


def test_without_a_display_it_says_so(tmp_path):
    environment = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    result = run_koodesk(
        str(ROOT / "main.py"), "--data-dir", str(tmp_path / "data"), cwd=tmp_path, **environment
    )
    assert result.returncode == 1
    assert "no display" in result.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_order(tmp_path, number):
    data_dir = tmp_path / "data"
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--sandbox", "--data-dir", str(data_dir)],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for((data_dir / "sandbox.jsonl").exists)
        process.send_signal(number)
        _nothing, errors = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in errors
    found = [data_dir, *data_dir.rglob("*")]
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in found if path.is_file()}
    assert set(modes) >= {"settings.ini", "history.sqlite3", "sandbox.jsonl", "koodesk.log"}
    assert set(modes.values()) == {0o600}, modes
    assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_dir()} == {0o700}


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_second_start_raises_the_first_window(qtbot, start, data_dir, tmp_path):
    window = start("--sandbox")
    with qtbot.waitSignal(window.raise_requested, timeout=20_000):
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "--data-dir", str(data_dir)], cwd=tmp_path
        )
    assert process.wait(timeout=20) == 0


@pytest.mark.timeout(TIMEOUT)
def test_an_installed_wheel_starts_from_an_empty_folder(tmp_path):
    built = run_koodesk(
        "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT), cwd=tmp_path
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    installed = run_koodesk(
        "-m", "pip", "install", "--no-deps", "--quiet", "--target", str(site), str(wheel), cwd=tmp_path
    )
    assert installed.returncode == 0, installed.stderr
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import main, ui.app; "
        "assert ui.app.__file__.startswith(sys.path[0]); sys.exit(main.main())"
    )
    result = run_koodesk("-P", "-c", code, str(site), "--tour", str(empty / "pictures"), cwd=empty)
    check_tour(empty, result)
