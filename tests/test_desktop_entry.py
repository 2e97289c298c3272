"""The entry in the desktop's menu starts what is installed, and speaks Chinese wherever it speaks English."""

from __future__ import annotations

import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENTRY = ROOT / "resources" / "koodesk.desktop"
WORDS = ("GenericName", "Comment", "Keywords")


def test_it_says_all_in_both_languages_and_starts_koodesk():
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(ENTRY, encoding="utf-8")
    main, sandbox = entry["Desktop Entry"], entry["Desktop Action Sandbox"]
    assert all(any(ord(letter) > 0x3400 for letter in main[f"{key}[zh_CN]"]) for key in WORDS)
    assert sandbox["Name[zh_CN]"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert main["Exec"] in project["project"]["gui-scripts"]
    assert sandbox["Exec"] == f"{main['Exec']} --sandbox"
    installed = project["tool"]["setuptools"]["data-files"]
    files = [file for group in installed.values() for file in group]
    assert ENTRY.relative_to(ROOT).as_posix() in files
    assert all((ROOT / file).is_file() for file in files)


def test_the_desktop_understands_it():
    done = subprocess.run(["desktop-file-validate", ENTRY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
