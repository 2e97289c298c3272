"""What is remembered of the services' time, when it is written, and what a damaged file does: nothing."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from email.utils import format_datetime

import pytest
from simulated_computer import NOON, SimulatedComputer, minutes

from koodrive.clock import store
from koodrive.clock.readings import ClockSample
from koodrive.clock.registry import MOST_REMEMBERED, REMEMBERED_FOR, ClockRegistry
from koodrive.clock.server_clock import local_now, this_boot
from koodrive.clock.store import read_clocks, write_clocks

ADDRESS = "https://intl.myhuaweicloud-koodrive.com"


def learned(local=NOON, **other):
    values = {"server": NOON, "elapsed": 5.0, "boot": "boot 1", "uncertainty": timedelta(seconds=0.1)}
    return ClockSample(local=local, **(values | other))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "clocks.json"


@pytest.fixture
def computer():
    return SimulatedComputer(minutes(16))


def opened(path, computer):
    clocks = ClockRegistry(path, computer.clock)
    clocks.load()
    return clocks


def wait_for_writer():
    """Wait until what was learned is on the disk; the thread that writes it ends then."""
    for thread in threading.enumerate():
        if thread.name == "koodrive-clocks":
            thread.join(10)


def written(path):
    wait_for_writer()
    return read_clocks(path)


class Writes:
    """Counts what is written, and can refuse it."""

    def __init__(self, monkeypatch):
        self.count = 0
        self.error = None
        self._write = store.write_clocks
        monkeypatch.setattr(store, "write_clocks", self)

    def __call__(self, path, clocks):
        self.count += 1
        if self.error:
            raise self.error
        self._write(path, clocks)


def test_the_next_process_knows_what_the_last_one_learned(path, computer):
    clocks = opened(path, computer)
    assert computer.ask(clocks.clock(ADDRESS, keep=True), 0.1, 0.1)
    clocks.close()
    computer.wait(minutes(3))
    following = opened(path, computer)
    assert computer.accepts(following.clock(ADDRESS))
    assert abs(following.clock(ADDRESS).offset - minutes(16)) < timedelta(seconds=1)
    following.close()


def test_it_is_on_the_disk_before_the_end(path, computer):
    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    computer.ask(clock)
    assert written(path) == {ADDRESS: clock.sample}


def test_what_is_no_better_is_not_written_before_the_end(path, computer, monkeypatch):
    writes = Writes(monkeypatch)
    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    for _ in range(50):
        computer.ask(clock, 0.2, 0.3)
        computer.wait(timedelta(seconds=7.3))
        wait_for_writer()
    assert writes.count == 1
    clocks.close()
    assert writes.count == 2
    assert read_clocks(path) == {ADDRESS: clock.sample}
    clocks.close()
    assert writes.count == 2


def test_a_process_without_an_answer_writes_nothing(path, computer, monkeypatch):
    write_clocks(path, {ADDRESS: learned()})
    writes = Writes(monkeypatch)
    clocks = opened(path, computer)
    clocks.clock(ADDRESS, keep=True)
    clocks.close()
    assert writes.count == 0


def test_what_is_noticeably_better_is_written_at_once(path, computer):
    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    computer.ask(clock, 10, 10)
    assert written(path)[ADDRESS].uncertainty == timedelta(seconds=10)
    computer.ask(clock, 0.1, 0.1)
    assert written(path)[ADDRESS].uncertainty == timedelta(seconds=0.1)
    computer.set_local(timedelta(seconds=3))
    computer.ask(clock, 0.1, 0.1)
    assert written(path) == {ADDRESS: clock.sample}
    clocks.close()


@pytest.mark.parametrize(
    ("change", "is_better"),
    [
        ({}, False),
        ({"server": NOON + timedelta(seconds=1)}, False),
        ({"server": NOON + timedelta(seconds=2)}, True),
        ({"local": NOON + timedelta(seconds=2)}, True),
        ({"elapsed": 7.5}, True),
        ({"elapsed": 7.5, "uncertainty": timedelta(seconds=5)}, False),
        ({"boot": "boot 2"}, True),
        ({"boot": None}, True),
        ({"uncertainty": timedelta(0)}, False),
        ({"uncertainty": timedelta(seconds=9)}, False),
    ],
    ids=str,
)
def test_what_a_restart_would_notice(change, is_better):
    assert learned(**change).improves_on(learned()) is is_better


def test_without_a_name_for_the_boot_the_count_does_not_matter():
    assert not learned(boot=None, elapsed=99.0).improves_on(learned(boot=None))


def test_what_goes_with_the_process_is_not_kept(path, computer):
    clocks = opened(path, computer)
    computer.ask(clocks.clock("http://127.0.0.1:40123"))
    computer.ask(clocks.clock(ADDRESS, keep=True))
    clocks.close()
    assert set(read_clocks(path)) == {ADDRESS}


def test_an_address_has_one_clock(path, computer):
    clocks = opened(path, computer)
    assert clocks.clock(ADDRESS) is clocks.clock(ADDRESS, keep=True)
    assert clocks.clock(ADDRESS) is not clocks.clock("https://other.example")


def test_before_it_is_loaded_and_after_the_end_nothing_is_written(path, computer):
    clocks = ClockRegistry(path, computer.clock)
    computer.ask(clocks.clock(ADDRESS, keep=True))
    clocks.close()
    assert written(path) == {}
    clocks.load()
    clocks.close()
    assert set(read_clocks(path)) == {ADDRESS}
    path.unlink()
    computer.set_local(minutes(5))
    computer.ask(clocks.clock(ADDRESS))
    assert written(path) == {}


def test_a_clock_that_was_there_before_the_file_gets_what_it_holds(path, computer):
    write_clocks(path, {ADDRESS: learned(NOON + minutes(16))})
    clocks = ClockRegistry(path, computer.clock)
    clock = clocks.clock(ADDRESS)
    assert clock.sample is None
    clocks.load()
    assert clock.sample is not None


def test_an_answer_that_came_before_the_file_knows_better(path, computer):
    write_clocks(path, {ADDRESS: learned(NOON - minutes(3))})
    clocks = ClockRegistry(path, computer.clock)
    clock = clocks.clock(ADDRESS, keep=True)
    computer.ask(clock)
    clocks.load()
    assert abs(clock.offset - minutes(16)) < timedelta(seconds=1)
    clocks.close()
    assert read_clocks(path) == {ADDRESS: clock.sample}


def test_the_latest_addresses_are_remembered(path, computer):
    clocks = opened(path, computer)
    for number in range(MOST_REMEMBERED + 5):
        computer.wait(minutes(1))
        computer.ask(clocks.clock(f"https://{number}.example", keep=True))
    clocks.close()
    assert set(read_clocks(path)) == {f"https://{number}.example" for number in range(5, MOST_REMEMBERED + 5)}


def test_what_was_not_used_for_long_is_forgotten(path, computer):
    old, recent = NOON - REMEMBERED_FOR, NOON - REMEMBERED_FOR + minutes(30)
    write_clocks(path, {"https://old.example": learned(old), "https://recent.example": learned(recent)})
    clocks = opened(path, computer)
    computer.ask(clocks.clock(ADDRESS, keep=True))
    clocks.close()
    assert set(read_clocks(path)) == {ADDRESS, "https://recent.example"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"clocks"',
        b"{}",
        b'{"version": 1}',
        b'{"version": 1, "clocks": []}',
        b'{"version": 2, "clocks": {}}',
        b"[" * 100_000,
        b" " * 300_000,
    ],
    ids=lambda content: repr(content[:30]),
)
def test_a_damaged_file_is_learned_anew(path, computer, content):
    path.write_bytes(content)
    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    assert clock.sample is None
    computer.ask(clock)
    clocks.close()
    assert read_clocks(path) == {ADDRESS: clock.sample}


def test_a_folder_in_its_place_is_nobodys_trouble(path, computer):
    path.mkdir()
    clocks = opened(path, computer)
    assert computer.ask(clocks.clock(ADDRESS, keep=True))
    wait_for_writer()
    clocks.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_is_asked_once_more_at_the_end(path, computer, monkeypatch):
    writes = Writes(monkeypatch)
    writes.error = OSError(28, "No space left on device")
    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    for _ in range(3):
        computer.set_local(minutes(1))
        computer.ask(clock)
        wait_for_writer()
    assert writes.count == 1
    writes.error = None
    clocks.close()
    assert read_clocks(path) == {ADDRESS: clock.sample}


def test_an_answer_does_not_wait_for_the_disk(path, computer, monkeypatch):
    may_write = threading.Event()
    write = store.write_clocks

    def slow(*arguments):
        assert may_write.wait(10)
        write(*arguments)

    monkeypatch.setattr(store, "write_clocks", slow)
    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    for _ in range(3):
        computer.set_local(minutes(1))
        assert computer.ask(clock)
        assert computer.accepts(clocks.clock(ADDRESS))
    assert read_clocks(path) == {}
    may_write.set()
    assert written(path) == {ADDRESS: clock.sample}


def test_no_thread_to_be_had_is_no_reason_to_lose_an_answer(path, computer, monkeypatch):
    def refuse(_thread):
        raise RuntimeError("can't start new thread")

    clocks = opened(path, computer)
    clock = clocks.clock(ADDRESS, keep=True)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        assert computer.ask(clock)
    clocks.close()
    assert read_clocks(path) == {ADDRESS: clock.sample}


def test_many_threads_may_use_it(path, computer):
    clocks = opened(path, computer)
    addresses = [f"https://{number}.example" for number in range(8)]

    def use(address):
        for _ in range(50):
            clock = clocks.clock(address, keep=True)
            assert clock.observe({"Date": "Wed, 04 Mar 2026 12:00:00 GMT"}, 1000.0, 1000.0)
            assert clock.x_date() <= "20260304T120000Z"

    threads = [threading.Thread(target=use, args=[address]) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    wait_for_writer()
    assert set(read_clocks(path)) == set(addresses)
    clocks.close()


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="this system has no name for its boots")
def test_the_clock_of_this_computer_knows_the_boot(path):
    clock = ClockRegistry(path).clock(ADDRESS)
    clock.observe({"Date": format_datetime(local_now())}, clock.elapsed(), clock.elapsed())
    assert clock.sample.boot == this_boot() is not None
