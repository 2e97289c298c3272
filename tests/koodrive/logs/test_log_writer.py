"""The log writer: one file has the records of all loggers, and a bad disk blocks no caller."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from koodrive.logs.redaction import SECRETS
from koodrive.logs.setup import LOG_FILE, LogWriter, log_files

TOKEN = "canary-45c48cce2e2d7fbdea1afc51c7c6ad26"
log = logging.getLogger("koodrive.test")
full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")


@pytest.fixture
def troubles():
    return []


@pytest.fixture
def log_writer(tmp_path, troubles):
    log_writer = LogWriter(tmp_path / "logs", on_error=lambda *words: troubles.append(words))
    log_writer.start()
    yield log_writer
    log_writer.stop()


def text_of(log_writer, tmp_path):
    assert log_writer.drain()
    return (tmp_path / "logs" / LOG_FILE).read_text(encoding="utf-8")


def test_what_is_logged_is_in_the_file(log_writer, tmp_path):
    log.info("hello %s", "世界")
    text = text_of(log_writer, tmp_path)
    assert text.splitlines()[0].endswith("koodrive.test [MainThread] hello 世界")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700
        assert stat.S_IMODE((tmp_path / "logs" / LOG_FILE).stat().st_mode) == 0o600


def test_other_libraries_are_heard_when_they_warn(log_writer, tmp_path):
    logging.getLogger("urllib3.connectionpool").debug("chatter")
    logging.getLogger("urllib3.connectionpool").warning("trouble")
    text = text_of(log_writer, tmp_path)
    assert "trouble" in text
    assert "chatter" not in text


def test_secrets_are_not_in_it_even_if_everything_is_logged(log_writer, tmp_path):
    SECRETS.register(TOKEN)
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    try:
        logging.getLogger("urllib3").debug("send: %r", f"Authorization: Bearer {TOKEN}\r\n")
        log.info("a=%s b=%s", TOKEN, {"Authorization": "Bearer unknown-token-123"})
    finally:
        root.setLevel(before)
    text = text_of(log_writer, tmp_path)
    assert TOKEN not in text
    assert "unknown-token-123" not in text
    assert text.count("[redacted]") >= 2


def test_threads_do_not_mix_their_lines(log_writer, tmp_path):
    def talk(name):
        for number in range(200):
            log.info("%s %d %s", name, number, "x" * 100)

    threads = [threading.Thread(target=talk, args=(f"t{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = text_of(log_writer, tmp_path).splitlines()
    told = [line.split("] ")[1].split(" ")[:2] for line in lines if "xxxx" in line]
    assert len(told) == 800
    for name in ("t0", "t1", "t2", "t3"):
        assert [int(number) for who, number in told if who == name] == list(range(200))


def test_it_ends_with_everything_written_and_gives_the_loggers_back(tmp_path):
    ours, handlers = logging.getLogger("koodrive"), list(logging.getLogger().handlers)
    level = ours.level
    log_writer = LogWriter(tmp_path / "logs")
    log_writer.start()
    for number in range(1_000):
        log.info("line %d", number)
    log_writer.stop()
    log_writer.stop()
    log.info("too late")
    lines = (tmp_path / "logs" / LOG_FILE).read_text().splitlines()
    assert lines[-1].endswith("KooDesk ends")
    assert lines[-2].endswith("line 999")
    assert ours.level == level
    assert logging.getLogger().handlers == handlers


@full_device
def test_a_full_disk_is_told_once_and_the_log_says_later_what_is_missing(log_writer, tmp_path, troubles):
    log.info("before")
    log_writer.drain()
    path = tmp_path / "logs" / LOG_FILE
    path.unlink()
    path.symlink_to("/dev/full")
    for number in range(3):
        log.info("lost %d", number)
        log_writer.drain()
    assert len(troubles) == 1
    assert "log cannot be written" in troubles[0][0]
    assert "No space left" in troubles[0][1]
    path.unlink()
    log.info("after")
    text = text_of(log_writer, tmp_path)
    assert "(3 lines could not be written)" in text
    assert text.rstrip().endswith("after")


def test_a_folder_that_cannot_be_made_is_told_and_nothing_else_happens(tmp_path, troubles):
    (tmp_path / "logs").write_text("a file stands in the way")
    log_writer = LogWriter(tmp_path / "logs", on_error=lambda *words: troubles.append(words))
    log_writer.start()
    log.info("lost")
    log_writer.stop()
    assert len(troubles) == 1


def test_who_logs_does_not_wait_for_the_disk(tmp_path):
    """A pipe without a reader acts as a disk that does not respond."""
    directory = tmp_path / "logs"
    directory.mkdir()
    os.mkfifo(directory / LOG_FILE)
    reader = os.open(directory / LOG_FILE, os.O_RDONLY | os.O_NONBLOCK)
    log_writer = LogWriter(directory)
    log_writer.start()
    begun = time.perf_counter()
    for _ in range(3_000):
        log.info("x" * 200)
    assert time.perf_counter() - begun < 5
    assert not log_writer.drain(0.05)
    while log_writer.drain(0.01) is False:
        os.read(reader, 1 << 20)
    log_writer.stop()
    os.close(reader)


def test_the_end_of_the_process_writes_what_is_left(tmp_path):
    code = (
        "import logging, sys\nfrom pathlib import Path\nfrom koodrive.logs.setup import LogWriter\n"
        "LogWriter(Path(sys.argv[1])).start()\n"
        "for number in range(500): logging.getLogger('koodrive').info('line %d', number)\n"
        "raise SystemExit(3)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=False, timeout=30, cwd=Path(__file__).parents[3]
    )
    assert done.returncode == 3
    assert (tmp_path / LOG_FILE).read_text().count("line ") == 500


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_disk_that_hangs_does_not_hold_up_the_end_of_the_process(tmp_path):
    os.mkfifo(tmp_path / LOG_FILE)
    code = (
        "import logging, sys\nfrom pathlib import Path\nfrom koodrive.logs.setup import LogWriter\n"
        "LogWriter(Path(sys.argv[1])).start()\n"
        "logging.getLogger('koodrive').info('never written')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=False, timeout=15, cwd=Path(__file__).parents[3]
    )
    assert done.returncode == 0


def test_the_files_of_the_log_are_found_newest_first(tmp_path):
    for name in ("koodesk.2.log", "koodesk.log", "koodesk.1.log", "crash.txt", "koodesk.9.log"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in log_files(tmp_path)] == ["koodesk.log", "koodesk.1.log", "koodesk.2.log"]
    assert log_files(tmp_path / "nowhere") == []
