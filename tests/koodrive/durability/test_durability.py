"""Disks that fail around a create: nothing is sent unrecorded, and no ID that was shown is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from durable_creates import (
    BALLAST,
    LIMIT,
    can_mount,
    create,
    creating_process,
    in_history,
    lines_of,
    made,
    mounting,
    rows_of,
    wait_for_a_request,
)

from koodrive.backend.backend import JOURNAL_FILE, Backend
from koodrive.errors import JournalError
from koodrive.sandbox import Fault, Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals, limits and open files of POSIX")

EMPTY_THE_LOG = """
# Else the log of the migrations, once copied, has room enough for what is to fail.
with sqlite3.connect(data / "history.sqlite3") as log:
    while log.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        time.sleep(0.01)
log.close()
"""

FULL_AT_INTENT = f"""
backend.open()
create("before")
{EMPTY_THE_LOG}
fill()
try:
    create("full")
except JournalError as error:
    report("said", error)
free()
create("after")
backend.close()
report_history()
"""

FULL_AT_OUTCOME = f"""
backend.open()
{EMPTY_THE_LOG}
def fill_on_request():
    sys.stdin.readline()
    fill()
thread = threading.Thread(target=fill_on_request)
thread.start()
outcome = create("full")
thread.join()
report("outcome", outcome.created.album_id, outcome.journal_problem)
free()
if "{{then}}" == "create":
    create("after")
    report("written", backend.journal.history.attempt(outcome.attempt_id).result_id)
    os._exit(0)
backend.close()
report_history()
"""

PERMISSION_LOST = """
backend.open()
create("before")
data.chmod({mode})
try:
    create("lost")
except JournalError as error:
    report("said", error)
backend.close()
data.chmod(0o700)
backend.open()
create("after")
backend.close()
report_history()
"""

CREATE_AND_WAIT = """
backend.open()
report("created", create("before").created.album_id)
sys.stdin.read()
"""

CUT_THE_POWER = """
backend.open()
outcome = create("before")
report("created", outcome.created.album_id)
# FS_IOC_SHUTDOWN without writing anything back: what has not reached the disk by now never will.
fcntl.ioctl(os.open(data, os.O_RDONLY), 0x8004587D, struct.pack("I", 2))
os._exit(0)
"""


@pytest.fixture(params=["limit", "disk"])
def full_disk(request: pytest.FixtureRequest, data: Path) -> tuple[str, list[str]]:
    """Return how a creating_process fills its disk: by a limit on the size of its files, or a small disk of its own."""
    if os.name != "posix":
        pytest.skip("limits of POSIX")
    if request.param == "limit":
        return LIMIT, []
    data.mkdir(mode=0o700)
    small_disk = f"mount -t tmpfs -o size=1536k,mode=700 tmpfs '{data}'"
    if not can_mount(small_disk):
        pytest.skip("no disk can be mounted here")
    return BALLAST, mounting(small_disk)


def test_nothing_is_sent_when_the_disk_has_no_room_for_the_intent(
    data: Path, sandbox: Sandbox, full_disk: tuple[str, list[str]], shared: bool
) -> None:
    functions, before = full_disk
    with creating_process(functions + FULL_AT_INTENT, data, sandbox, *before, shared=shared) as process:
        lines = lines_of(process)
    said = [text for word, text in lines if word == "said"]
    assert len(said) == 1
    assert str(data / JOURNAL_FILE) in said[0]
    assert sum(request.method == "POST" for request in sandbox.requests()) == 2
    assert rows_of(lines) == made(sandbox)
    assert list(made(sandbox)) == ["before", "after"]


@pytest.mark.parametrize("then", ["create", "close"])
def test_an_id_that_the_disk_has_no_room_for_is_shown_and_written_later(
    data: Path, sandbox: Sandbox, full_disk: tuple[str, list[str]], then: str, shared: bool
) -> None:
    functions, before = full_disk
    # Shorter than the history waits for its checkpoint, which would make room in the log.
    sandbox.inject(Fault.SLOW, seconds=0.5, path="/koodrive/ose/v1/album/create")
    script = functions + FULL_AT_OUTCOME.format(then=then)
    with creating_process(script, data, sandbox, *before, shared=shared) as process:
        wait_for_a_request(sandbox)
        process.stdin.write("full\n")
        process.stdin.flush()
        lines = lines_of(process)
    word, text = lines[0]
    shown, problem = text.split(" ", 1)
    assert (word, shown) == ("outcome", made(sandbox)["full"])
    assert str(data / JOURNAL_FILE) in problem
    if then == "create":
        assert lines[1] == ["written", shown]
        assert list(made(sandbox)) == ["full", "after"]
    else:
        assert rows_of(lines) == made(sandbox) == {"full": shown}


@posix_only
@pytest.mark.skipif(
    os.name == "posix" and os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may do everything"
)
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_permission_that_is_lost_between_start_and_create(
    data: Path, sandbox: Sandbox, mode: int, shared: bool
) -> None:
    bound = "--bounding-set=-dac_override,-dac_read_search"
    before = ["setpriv", bound, "--inh-caps=-all"] if os.geteuid() == 0 else []
    with creating_process(
        PERMISSION_LOST.format(mode=mode), data, sandbox, *before, shared=shared
    ) as process:
        lines = lines_of(process)
    said = [text for word, text in lines if word == "said"]
    # With a log, a folder that is only read-only takes nothing away: its files are open and can be written.
    assert len(said) == (0 if mode == 0o500 and not shared else 1)
    assert all(str(data / JOURNAL_FILE) in text for text in said)
    assert sum(request.method == "POST" for request in sandbox.requests()) == 3 - len(said)
    assert rows_of(lines) == made(sandbox)


@contextmanager
def immutable(files: list[Path]) -> Iterator[None]:
    """Let nobody, not even who has them open, write to files; the shared memory of the log is not for this."""
    chattr = shutil.which("chattr")
    try:
        if (
            chattr is None
            or subprocess.run([chattr, "+i", *files], capture_output=True, check=False).returncode != 0
        ):
            pytest.skip("files cannot be made immutable here")
        yield
    finally:
        if chattr is not None:
            subprocess.run([chattr, "-i", *files], capture_output=True, check=False)


def test_a_file_that_can_no_longer_be_changed(backend: Backend, sandbox: Sandbox) -> None:
    path = backend.data_dir / JOURNAL_FILE
    create(backend, sandbox, "before")
    files = [file for file in (path, path.with_name(f"{JOURNAL_FILE}-wal")) if file.exists()]
    with immutable(files), pytest.raises(JournalError) as caught:
        create(backend, sandbox, "immutable")
    assert str(path) in caught.value.message
    assert len(sandbox.requests()) == 1
    create(backend, sandbox, "after")
    backend.close()
    assert in_history(path) == made(sandbox)


def test_a_folder_that_cannot_be_used_sends_nothing(tmp_path: Path, sandbox: Sandbox) -> None:
    (tmp_path / "data").touch()
    backend = Backend(tmp_path / "data")
    with pytest.raises(JournalError, match="data"):
        backend.open()
    with pytest.raises(JournalError, match="not open"):
        create(backend, sandbox, "nowhere")
    assert sandbox.requests() == []


def test_commits_reach_the_disk_before_they_return(backend: Backend, shared: bool) -> None:
    with backend.journal._writer.exclusive() as connection:
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    full, extra = 2, 3
    assert (mode, synchronous) == (("delete", extra) if shared else ("wal", full))


@posix_only
def test_a_process_that_is_killed_right_after_it_showed_an_id(
    data: Path, sandbox: Sandbox, shared: bool
) -> None:
    with creating_process(CREATE_AND_WAIT, data, sandbox, shared=shared) as process:
        shown = process.stdout.readline().split()[1]
        process.send_signal(signal.SIGKILL)
        assert process.wait(20) == -signal.SIGKILL
    assert in_history(data / JOURNAL_FILE) == made(sandbox) == {"before": shown}


def test_a_power_cut_right_after_an_id_was_shown(data: Path, sandbox: Sandbox, shared: bool) -> None:
    data.mkdir()
    image = data.with_name("disk")
    again = f"mount -o loop '{image}' '{data}'"
    new = f"truncate -s 16M '{image}' && mkfs.ext4 -q -F '{image}' && {again}"
    if not can_mount(new):
        pytest.skip("no disk can be mounted here")
    # The folder is made, and known to the disk, before the power can go.
    new = f"{new} && sync -f '{data}'"
    with creating_process(CUT_THE_POWER, data, sandbox, *mounting(new), shared=shared) as process:
        ((_word, shown),) = lines_of(process)
    with creating_process("report_history()", data, sandbox, *mounting(again), shared=shared) as process:
        assert rows_of(lines_of(process)) == made(sandbox) == {"before": shown}
