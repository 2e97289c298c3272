"""Qt bindings with known crashes are refused, and the one in use leaks no references (C-36)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from ui.lifecycle.qt_check import refusal

ROOT = Path(__file__).parents[3]

PRETEND = """
import sys
import PySide6
PySide6.__version_info__ = (6, 10, 1, "", "")
sys.argv = ["koodesk", "--data-dir", sys.argv[1]]
import main
code = main.main()
from PySide6.QtCore import QCoreApplication
assert QCoreApplication.instance() is None, "the application was made before the check"
assert "ui.app" not in sys.modules
sys.exit(code)
"""

COUNT = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QWidget
application = QApplication([])
label, widget = QLabel(), QWidget()
label.setText("warm"), widget.setEnabled(True), widget.setToolTip("warm")
before = sys.getrefcount(None)
for number in range(1000):
    label.setText("x")
    widget.setEnabled(True)
    widget.setToolTip("y")
print(sys.getrefcount(None) - before)
"""


@pytest.mark.parametrize(
    ("binding", "python", "refused"),
    [
        ((6, 12, 0), (3, 10), True),
        ((6, 12, 0), (3, 11), True),
        ((6, 12, 0), (3, 12), False),
        ((6, 12, 0), (3, 14), False),
        ((6, 12, 1), (3, 11), False),
        ((6, 10, 1), (3, 11), True),
        ((6, 10, 1), (3, 13), True),
        ((6, 10, 0), (3, 11), False),
        ((6, 10, 2), (3, 11), False),
        ((6, 11, 3), (3, 11), False),
        ((6, 8, 3), (3, 10), False),
    ],
)
def test_which_versions_are_refused(binding, python, refused) -> None:
    reason = refusal(binding, python)
    assert (reason is not None) == refused
    if reason is not None:
        assert ".".join(map(str, binding)) in reason
        assert "pip install" in reason


def test_the_advice_of_the_refusal_is_what_the_project_asks_for() -> None:
    reason = refusal((6, 10, 1), (3, 11))
    (wanted,) = (
        line.strip().strip(",").strip('"')
        for line in (ROOT / "pyproject.toml").read_text().splitlines()
        if '"PySide6-Essentials' in line
    )
    assert f'"{wanted}"' in reason


def test_a_bad_binding_ends_the_start_before_qt_is_touched(tmp_path: Path) -> None:
    ended = run_python(PRETEND, str(tmp_path / "data"))
    assert ended.returncode == 1, ended.stderr
    assert "KooDesk does not start with PySide6 6.10.1" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "data").exists()


def test_the_binding_of_this_environment_is_sound() -> None:
    assert refusal(PySide6.__version_info__[:3], sys.version_info[:2]) is None


def test_void_calls_leave_the_references_to_none_alone() -> None:
    ended = run_python(COUNT)
    assert ended.returncode == 0, ended.stderr
    assert abs(int(ended.stdout)) <= 50


def run_python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
