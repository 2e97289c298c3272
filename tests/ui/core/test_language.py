"""The window speaks the language of the settings, else of the desktop, with Qt's own words and numbers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.core.language import CHINESE, ENGLISH, first_spoken
from ui.core.preferences import LANGUAGE

ROOT = Path(__file__).parents[3]
SPEAKING = """
import json, os, sys
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit
from ui.app import build
from ui.connections.form import ConnectionForm
from ui.core import language
_application, window = build(["koodesk", "--data-dir", sys.argv[1]])
line = QLineEdit("x")
menu = line.createStandardContextMenu()
form = ConnectionForm(window.session.runner)
print(json.dumps({
    "language": language.current(),
    "numbers": QLocale().name(),
    "copy": menu.actions()[4].text().partition("\\t")[0],
    "service": form.connection("c").language,
}), flush=True)
os._exit(0)
"""


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], CHINESE),
        (["zh-Hans-SG", "zh-SG", "zh-Hans", "zh"], CHINESE),
        (["zh-CN"], CHINESE),
        (["zh-Hans-CN", "zh", "en-Latn-US", "en"], CHINESE),
        (["de-Latn-DE", "de", "zh-Hans-CN", "zh", "en"], CHINESE),
        (["en-Latn-GB", "en-GB", "en-Latn", "en", "zh-Hans-CN"], ENGLISH),
        # Who reads the traditional characters is not given the simplified ones unasked.
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], ENGLISH),
        (["zh-Hant-HK", "zh-HK", "zh-Hant", "zh", "zh-Hans-CN"], CHINESE),
        (["de-Latn-DE", "de-DE", "de"], ENGLISH),
        (["C"], ENGLISH),
        ([], ENGLISH),
    ],
)
def test_the_first_language_of_the_user_that_there_is(names, language):
    assert first_spoken(names) == language


def spoken(folder: Path, desktop: str, choice: str = "") -> dict[str, str]:
    """Return what a window says that is started on a desktop, after a choice in its settings."""
    folder.mkdir()
    if choice:
        group, name = LANGUAGE.split("/")
        (folder / "settings.ini").write_text(f'[{group}]\n{name}="{choice}"\n')
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LANGUAGE": "", "LC_ALL": f"{desktop}.UTF-8"}
    return json.loads(
        subprocess.run(
            [sys.executable, "-c", SPEAKING, str(folder)],
            env=environment,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
    )


CHINESE_WINDOW = {"language": CHINESE, "numbers": "zh_CN", "copy": "复制(&C)", "service": "zh-CN"}
ENGLISH_WINDOW = {"language": ENGLISH, "numbers": "en_US", "copy": "&Copy", "service": "en-US"}


@pytest.mark.slow
def test_a_window_is_like_the_desktop_or_as_it_is_told(tmp_path):
    assert spoken(tmp_path / "a", "zh_CN") == CHINESE_WINDOW
    assert spoken(tmp_path / "b", "en_US", CHINESE) == CHINESE_WINDOW
    assert spoken(tmp_path / "c", "zh_CN", ENGLISH) == ENGLISH_WINDOW
    # Numbers stay those of the desktop, whose words there are not.
    assert spoken(tmp_path / "d", "de_DE", "nonsense") == ENGLISH_WINDOW | {"numbers": "de_DE"}
