"""Where no font has Chinese characters, the user is told what to install; a Chinese window has the forms of China."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QTextLayout

from ui.core import chinese_font
from ui.core.chinese_font import FAMILY, PACKAGE, has_chinese

ROOT = Path(__file__).parents[3]
LATIN = Path("/usr/share/fonts/truetype/dejavu")
TYPING = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit
from ui.app import build
application, window = build(["koodesk", "--data-dir", sys.argv[1], "--sandbox"])
def say():
    notice = vars(window.messages).get("notice")
    labels = [] if notice is None else notice.findChildren(QLabel)
    print(*(label.text() for label in labels if label.isVisible()), flush=True)
def look():
    try:
        say()
        name = window.findChild(QLineEdit, "album.name")
        for text in ("Família 2026", "春节"):
            name.insert(text)
            say()
    finally:
        os._exit(0)
window.pages_built.connect(lambda: QTimer.singleShot(0, look))
application.exec()
"""


@pytest.mark.parametrize(
    ("text", "is_chinese"),
    [
        ("", False),
        ("Família 2026", False),
        ("かな", False),
        ("한글", False),
        ("，。", False),
        ("a春", True),
        ("\U00020bb7", True),
    ],
)
def test_what_counts_as_chinese(text, is_chinese):
    assert has_chinese(text) == is_chinese


@pytest.fixture
def said_without_font(tmp_path):
    """Return what a window says where all fonts are Latin: at once, after a Latin name, and after a Chinese one."""

    def said(desktop: str) -> list[str]:
        fonts = tmp_path / "fonts.conf"
        fonts.write_text(
            f"<fontconfig><dir>{LATIN}</dir><cachedir>{tmp_path}/fontcache</cachedir></fontconfig>"
        )
        environment = os.environ | {"FONTCONFIG_FILE": str(fonts), "LANGUAGE": "", "LC_ALL": desktop}
        return subprocess.run(
            [sys.executable, "-c", TYPING, str(tmp_path / "data")],
            env=environment | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout.splitlines()

    return said


@pytest.mark.slow
@pytest.mark.skipif(not LATIN.is_dir(), reason="needs the fonts of `make test`")
def test_a_chinese_name_without_a_font_asks_for_the_package(said_without_font):
    before, latin, chinese = said_without_font("en_US.UTF-8")
    assert (before, latin) == ("", "")
    assert PACKAGE in chinese


@pytest.mark.slow
@pytest.mark.skipif(not LATIN.is_dir(), reason="needs the fonts of `make test`")
def test_a_chinese_window_without_a_font_says_so_at_once_and_readably(said_without_font):
    at_once, *_later = said_without_font("zh_CN.UTF-8")
    assert PACKAGE in at_once
    assert not has_chinese(at_once)


def test_here_is_one(qapp):
    assert not chinese_font.is_missing(qapp.font())


def families(text, font):
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems choose by their language")
def test_the_forms_of_china_and_the_latin_letters_of_before(qapp):
    before, latin = qapp.font(), families("Abc", qapp.font())
    try:
        chinese_font.prefer(qapp)
        assert families("Abc", qapp.font()) == latin
        if FAMILY in QFontDatabase.families():
            assert families("直", qapp.font()) == {FAMILY}
    finally:
        qapp.setFont(before)
