"""C-54: Chinese can be typed where the desktop uses fcitx and Qt has no plugin for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from ui.core import input_method

ROOT = Path(__file__).parents[3]
START = """
import sys
from PySide6.QtCore import QTimer
from ui.app import build
application, window = build(["koodesk", "--data-dir", sys.argv[1]])
window.painted.connect(lambda: QTimer.singleShot(0, window.close))
sys.exit(application.exec())
"""

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="has input methods of its own")


@pytest.fixture
def fcitx_plugin(tmp_path, monkeypatch):
    """Have a plugin for fcitx among those of Qt."""
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libfcitx5platforminputcontextplugin.so").touch()
    paths = [*QCoreApplication.libraryPaths(), str(tmp_path)]
    monkeypatch.setattr(QCoreApplication, "libraryPaths", lambda: paths)


X11 = {"DISPLAY": ":0"}
WAYLAND = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}


@pytest.mark.parametrize(
    ("before", "changed"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus"}),
        (WAYLAND | {"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}),
        (WAYLAND | {"QT_QPA_PLATFORM": "xcb", "XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, {"QT_IM_MODULES": "wayland;fcitx;ibus"}),
        # What was chosen otherwise stays; under Wayland the desktop brings the input method along.
        ({}, {}),
        (X11, {}),
        (WAYLAND | {"XMODIFIERS": "@im=fcitx"}, {}),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, {}),
        ({"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"}, {}),
        ({"XMODIFIERS": "@im=ibus"}, {}),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus", "QT_IM_MODULE": "fcitx"}, {}),
        ({"QT_IM_MODULES": "wayland", "QT_IM_MODULE": "fcitx"}, {}),
    ],
)
def test_c54_fcitx_becomes_ibus_and_nothing_else_does(before, changed):
    environ = dict(before)
    input_method.choose(environ)
    assert environ == before | changed


@pytest.mark.parametrize("before", [{"QT_IM_MODULE": "fcitx"}, {"XMODIFIERS": "@im=fcitx"}])
def test_c54_where_qt_has_a_plugin_for_fcitx_it_is_left_alone(fcitx_plugin, before):
    environ = dict(before)
    input_method.choose(environ)
    assert environ == before


@pytest.mark.parametrize(
    ("platform", "environ", "words"),
    [
        ("xcb", {"QT_IM_MODULE": "ibus"}, "ibus"),
        ("xcb", {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, "ibus, which fcitx answers as well"),
        ("xcb", {"QT_IM_MODULES": "wayland;fcitx;ibus"}, "ibus"),
        ("xcb", {"QT_IM_MODULE": "fcitx"}, "None: keys and dead keys only"),
        ("xcb", {}, "None: keys and dead keys only"),
        ("wayland", {}, "That of the desktop (Wayland)"),
    ],
)
def test_c54_the_one_in_use_is_told(platform, environ, words):
    assert input_method.in_use(platform, environ) == words


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
@pytest.mark.parametrize("asked", [{"QT_IM_MODULE": "fcitx"}, {"XMODIFIERS": "@im=fcitx"}])
def test_c54_qt_loads_the_plugin_of_ibus(x_server, tmp_path, asked):
    names = ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS", "WAYLAND_DISPLAY", "QT_LOGGING_RULES")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        env=environment
        | asked
        | {"DISPLAY": x_server, "QT_QPA_PLATFORM": "xcb", "QT_DEBUG_PLUGINS": "1", "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"/libibusplatforminputcontextplugin\.so.? loaded library", done.stderr)
