"""The settings are whole whenever the process that writes them dies, and nothing keeps the next one out (C-24)."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = 200_000
WRITER = f"""
import sys
from itertools import cycle
from pathlib import Path
from ui.core.window_settings import _write
for letter in cycle("ab"):
    _write(Path(sys.argv[1]), {{"one": letter * {LENGTH}, "two": letter * {LENGTH}}})
    print(letter, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of Unix")
@pytest.mark.parametrize("moment", [0.0, 0.001, 0.003, 0.007, 0.015, 0.03])
def test_settings_are_whole_when_their_writer_is_killed(tmp_path: Path, moment: float) -> None:
    path = tmp_path / "settings.ini"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout.readline() == "a\n"
        with suppress(subprocess.TimeoutExpired):
            writer.wait(moment)
        writer.kill()
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    one, two = str(settings.value("one")), str(settings.value("two"))
    assert one == two
    assert len(one) == LENGTH
    assert set(one) in ({"a"}, {"b"})
    settings.setValue("one", "after")
    settings.sync()
    assert settings.status() is QSettings.Status.NoError
    assert path.read_text().count("after") == 1
    # The lock of a process that is no more does not stay.
    assert {entry.name for entry in tmp_path.iterdir()} - {"settings.ini"} <= set(temporaries(tmp_path))


def temporaries(folder: Path) -> list[str]:
    """Return temporary files that the killed process has not renamed."""
    return [entry.name for entry in folder.glob(".koodesk-*.tmp")]
