"""One window for one data directory, also where its end is slow."""

from __future__ import annotations

import threading

import pytest

from ui.lifecycle.single_instance import LOCK_FILE, SOCKET_FILE, DirectoryInUseError, SingleInstance


def test_a_second_release_takes_nothing_from_the_next_process(qtbot, tmp_path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.acquire()
    first.listen()
    releases = [threading.Thread(target=first.release) for _ in range(4)]
    for release in releases:
        release.start()
    for release in releases:
        release.join(10)
    assert not (tmp_path / SOCKET_FILE).exists()
    second.acquire()
    first.release()
    assert (tmp_path / LOCK_FILE).exists()
    with pytest.raises(DirectoryInUseError):
        SingleInstance(tmp_path).acquire()
    second.release()
    assert not (tmp_path / LOCK_FILE).exists()


def test_what_is_released_before_anybody_listens_ends_as_well(tmp_path):
    for _ in range(20):
        instance = SingleInstance(tmp_path)
        instance.acquire()
        instance.listen()
        instance.release()
        assert not any(thread.name == "koodesk-instance" for thread in threading.enumerate())
