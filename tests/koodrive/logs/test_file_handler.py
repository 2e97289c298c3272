"""The log file: bounded, whole lines, its owner's alone, on real disks."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.logs.setup import LogFile

posix = pytest.mark.skipif(os.name != "posix", reason="modes and full devices are POSIX")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def log_file(path, **sizes):
    errors = []
    log = LogFile(path, errors.append, **sizes)
    log.reported = errors
    return log


def write(log, text):
    log.handle(logging.makeLogRecord({"msg": text}))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "koodesk.log"


def test_lines_are_on_the_disk_when_they_are_written(path):
    log = log_file(path)
    write(log, "one\ntwo")
    assert path.read_bytes() == b"one\ntwo\n"
    write(log, "three")
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    log.close()


@posix
def test_it_is_its_owners_alone_whatever_the_umask(path):
    before = os.umask(0)
    try:
        log = log_file(path, file_bytes=10)
        for _ in range(4):
            write(log, "123456789")
        log.close()
    finally:
        os.umask(before)
    assert {mode(file) for file in path.parent.iterdir()} == {0o600}


@posix
def test_a_file_that_others_could_read_is_closed_to_them(path):
    path.write_text("before\n")
    path.chmod(0o644)
    log = log_file(path)
    write(log, "x")
    log.close()
    assert mode(path) == 0o600
    assert path.read_text() == "before\nx\n"


def test_it_begins_anew_before_it_grows_too_large(path):
    log = log_file(path, file_bytes=25, older_files=2)
    for number in range(10):
        write(log, f"line {number:03d}..")
    log.close()
    texts = [
        file.read_text().split()
        for file in (path, *(path.with_name(f"koodesk.{number}.log") for number in (1, 2)))
    ]
    assert texts == [
        ["line", "008..", "line", "009.."],
        ["line", "006..", "line", "007.."],
        ["line", "004..", "line", "005.."],
    ]
    assert len(list(path.parent.iterdir())) == 3


@given(st.lists(st.integers(min_value=1, max_value=49), max_size=40))
def test_together_they_never_take_more_than_they_may(tmp_path_factory, lengths):
    path = tmp_path_factory.mktemp("log") / "koodesk.log"
    log = log_file(path, file_bytes=100, older_files=2)
    for length in lengths:
        write(log, "é" * length)
        assert sum(file.stat().st_size for file in path.parent.iterdir()) <= 300
    log.close()


def test_what_follows_a_torn_line_begins_on_a_line_of_its_own(path):
    path.write_bytes(b"whole\nto")
    log = log_file(path)
    write(log, "next")
    log.close()
    assert path.read_bytes() == b"whole\nto\nnext\n"


@posix
def test_a_deleted_file_is_begun_again(path):
    log = log_file(path)
    write(log, "one")
    path.unlink()
    write(log, "two")
    log.close()
    assert path.read_bytes() == b"two\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_room_is_used_again(path):
    path.symlink_to("/dev/full")
    before = Path("/dev/full").stat().st_mode
    log = log_file(path)
    write(log, "lost")
    assert [error.strerror for error in log.reported] == ["No space left on device"]
    assert log.lost == 1
    assert Path("/dev/full").stat().st_mode == before
    path.unlink()
    write(log, "kept")
    log.close()
    assert path.read_bytes() == b"(1 lines could not be written)\nkept\n"
