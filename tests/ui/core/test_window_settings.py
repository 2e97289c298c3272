"""Settings of the window: in memory for the window, on the disk in the background, in a form that Qt reads."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from ui.core import window_settings
from ui.core.tasks import TaskRunner
from ui.core.window_settings import WindowSettings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def runner(qtbot):
    running = TaskRunner()
    yield running
    with qtbot.waitSignal(running.idle):
        running.close()


def stored(path: Path) -> dict[str, object]:
    found = QSettings(str(path), QSettings.Format.IniFormat)
    return {key: found.value(key) for key in found.allKeys()}


ODD = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
HEX = st.text('0123456789abcdefxé\\"\n\u3000=;,%@()', max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(texts=st.lists(ODD | HEX, max_size=4), geometry=st.binary(max_size=40))
def test_qt_reads_what_is_written(tmp_path, texts, geometry):
    path = tmp_path / "settings.ini"
    values = {f"group/{number}": text for number, text in enumerate(texts)}
    values |= {"alone": "@ByteArray(no)", "window/geometry": QByteArray(geometry)}
    window_settings._write(path, values)
    # Qt remembers what a file of this length and age holds.
    path.rename(other := tmp_path / f"{time.monotonic_ns()}.ini")
    assert stored(other) == values
    other.unlink()


def test_what_an_earlier_version_has_written_is_read_and_kept(qtbot, tmp_path, runner):
    path = tmp_path / "settings.ini"
    path.write_text(
        '[connection]\nlast=c-1\n\n[window]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\0)\npage="history"\n'
    )
    values = WindowSettings(path, runner)
    values.load()
    assert values.value("window/geometry") == QByteArray(b"\x01\xd9\xd0\x00")
    assert (values.value("nothing"), values.value("nothing", "else")) == (None, "else")
    values.setValue("connection/last", "c-2")
    assert values.value("connection/last") == "c-2"
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert stored(path) == {key: values.value(key) for key in values.allKeys()}
    assert values.allKeys() == ["connection/last", "window/geometry", "window/page"]


def test_the_last_values_are_written_however_many_there_were(qtbot, tmp_path, runner, monkeypatch):
    path, release, written = tmp_path / "settings.ini", threading.Event(), []
    write = window_settings._write

    def slow(path, values):
        written.append(dict(values))
        assert release.wait(10)
        write(path, values)

    monkeypatch.setattr(window_settings, "_write", slow)
    values = WindowSettings(path, runner)
    for number in range(200):
        values.setValue("window/page", str(number))
    assert values.value("window/page") == "199"
    release.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert [one["window/page"] for one in written] == ["0", "199"]
    assert stored(path) == {"window/page": "199"}


def test_what_is_the_same_is_not_written_again(tmp_path, runner):
    values = WindowSettings(tmp_path / "settings.ini", runner)
    values._values = {"a/b": "c"}
    values.setValue("a/b", "c")
    assert not runner.is_busy


def test_what_is_set_before_the_end_is_on_the_disk_after_it(qtbot, tmp_path):
    runner = TaskRunner()
    values = WindowSettings(tmp_path / "settings.ini", runner)
    values.setValue("a/b", "first")
    values.setValue("a/b", "last")
    runner.drained.connect(runner.close)
    with qtbot.waitSignal(runner.idle):
        pass
    assert stored(tmp_path / "settings.ini") == {"a/b": "last"}
    values.setValue("a/b", "too late")


def test_c57_the_window_thread_opens_no_file_of_the_data_directory(qtbot, start, data_dir):
    """Files that Python opens; test_case_slow_disk.py covers Qt, too."""
    window = start()
    opened: list[str] = []
    is_watching = True

    def watch(event, arguments):
        if (
            is_watching
            and event in {"open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect"}
            and threading.current_thread() is threading.main_thread()
            and str(data_dir) in str(arguments)
        ):
            opened.append(f"{event} {arguments}")

    sys.addaudithook(watch)
    window.connections.use_sandbox()
    qtbot.waitUntil(lambda: window.session.token is not None and not window.session.runner.is_busy)
    for page in ("album", "history", "live"):
        window.open_page(page)
    window.resize(901, 701)
    with qtbot.waitSignal(window.shut_down, timeout=15_000):
        window.quit_without_question()
    is_watching = False
    assert opened == []
    assert stored(data_dir / "settings.ini")["connection/last"] == "sandbox"
    assert sorted(path.name for path in data_dir.iterdir() if path.name.startswith("koodesk")) == []
