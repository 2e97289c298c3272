"""C-53: the first window fits the room that its screen has, and so does one whose screen is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets import window_geometry

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
LARGE = (0, 0, 1920, 1080)
BESIDE_IT = (1920, 0, 1920, 1080)
LAPTOP = (0, 0, 1280, 720)


def started(folder, *screens, scale="1", place=()):
    """Return where the window of a new process stands on screens of these places."""
    config = folder / "screens.json"
    names = ("x", "y", "width", "height")
    config.write_text(
        json.dumps(
            {
                "screens": [
                    {
                        "name": f"s{number}",
                        "logicalDpi": 96,
                        "dpr": 1,
                        **dict(zip(names, screen, strict=True)),
                    }
                    for number, screen in enumerate(screens)
                ]
            }
        )
    )
    done = subprocess.run(
        [sys.executable, str(HERE / "window_place_process.py"), str(folder / "data"), *map(str, place)],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": scale,
            "PYTHONPATH": str(ROOT),
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return {name: QRect(*told[name]) for name in ("window", "content", "button")} | {
        "rooms": [QRect(*room) for room in told["rooms"]],
        "smallest": tuple(told["smallest"]),
        "is_visible": told["is_visible"],
    }


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), "1"), ((1366, 768), "1.5"), ((800, 600), "1"), ((1920, 1080), "1")],
)
def test_c53_the_first_window_and_its_button_lie_within_the_room(tmp_path, size, scale):
    told = started(tmp_path, (0, 0, *size), scale=scale)
    (room,) = told["rooms"]
    assert room.width() == pytest.approx(size[0] / float(scale), abs=2)
    assert room.contains(told["window"])
    assert told["content"].contains(told["button"])
    assert told["is_visible"]
    if room.width() > 1100 and room.height() > 800:
        assert told["content"].size() == window_geometry.USUAL_SIZE


def test_c53_a_remembered_place_is_used_while_its_screen_is_there(tmp_path):
    place = (2200, 150, 900, 640)
    started(tmp_path, LARGE, BESIDE_IT, place=place)
    assert started(tmp_path, LARGE, BESIDE_IT)["content"] == QRect(*place)


@pytest.mark.parametrize("place", [(2200, 150, 900, 640), (1900, 0, 1500, 1000)])
def test_c53_a_remembered_place_on_a_screen_that_is_gone_is_not(tmp_path, place):
    started(tmp_path, LARGE, BESIDE_IT, place=place)
    told = started(tmp_path, LARGE)
    assert told["rooms"][0].contains(told["window"])
    assert told["is_visible"]


@pytest.mark.parametrize("place", [(900, 400, 1000, 640)])
def test_c53_nor_one_that_was_on_a_larger_screen(tmp_path, place):
    started(tmp_path, LARGE, place=place)
    told = started(tmp_path, LAPTOP)
    assert told["rooms"][0].contains(told["window"])
    assert told["is_visible"]


@pytest.mark.parametrize("junk", [None, "", b"", QByteArray(b"\x01\xd9\xd0\xcbjunk"), 17])
def test_c53_what_is_remembered_may_be_damaged(qtbot, junk):
    window = QWidget()
    qtbot.addWidget(window)
    window_geometry.place(window, junk)
    assert window.screen().availableGeometry().contains(window.geometry())


@pytest.mark.parametrize("page", ["album", "sharedFolder", "recipe", "live", "history"])
def test_c53_at_its_smallest_nothing_is_cut_off(qtbot, window, page):
    window.resize(window_geometry.SMALLEST_SIZE)
    window.open_page(page)
    assert window.size() == window_geometry.SMALLEST_SIZE
    smallest = window.centralWidget().layout().totalMinimumSize()
    assert smallest.width() <= window_geometry.SMALLEST_SIZE.width()
    assert smallest.height() <= window_geometry.SMALLEST_SIZE.height()
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    # The plus beside the connection has a width of its own.
    shown = [button for button in buttons if button.objectName() != "connection.add"]
    assert shown
    qtbot.waitUntil(lambda: all(button.width() >= button.minimumSizeHint().width() for button in shown))
