"""Files are replaced whole or not at all, and only their owner can read them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import koodrive
from koodrive.core import files
from koodrive.core.files import ensure_private_directory, make_private, write_atomic

if TYPE_CHECKING:
    from collections.abc import Iterator

posix_only = pytest.mark.skipif(os.name != "posix", reason="permission bits and signals of POSIX")

WRITE_AND_WAIT = """
from pathlib import Path
from koodrive.core.files import write_atomic
def pieces():
    yield "new" * 100_000
    print("half", flush=True)
    sys.stdin.read()
    yield "end"
write_atomic(Path(sys.argv[1]), pieces())
"""

WRITE_AND_DIE = """
import os, signal
from pathlib import Path
from koodrive.core.files import write_atomic
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
{place} = die
write_atomic(Path(sys.argv[1]), "new")
"""

TOO_LARGE = """
import resource
from pathlib import Path
from koodrive.core.files import write_atomic
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, -1))
try:
    write_atomic(Path(sys.argv[1]), ["x" * 5_000] * 3)
except OSError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def names(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def start_process(script: str, path: Path) -> subprocess.Popen[str]:
    start = f"import sys; sys.path.insert(0, {str(Path(koodrive.__file__).parents[1])!r})\n"
    return subprocess.Popen(
        [sys.executable, "-c", start + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@given(st.lists(st.text(), max_size=5))
def test_every_text_is_written_as_it_is(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    write_atomic(folder / "pieces", iter(pieces))
    write_atomic(folder / "whole", "".join(pieces))
    for name in ("pieces", "whole"):
        assert (folder / name).read_bytes() == "".join(pieces).encode("utf-8")


def test_the_old_file_is_replaced(path: Path) -> None:
    write_atomic(path, "old and long")
    write_atomic(path, "new")
    assert path.read_text() == "new"
    assert names(path.parent) == [path.name]


@posix_only
def test_only_the_owner_may_read(path: Path) -> None:
    path.touch(mode=0o644)
    before = os.umask(0)
    try:
        write_atomic(path, "secret")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.json"
    real.parent.mkdir()
    path.symlink_to(real)
    write_atomic(path, "new")
    assert path.is_symlink()
    assert real.read_text() == "new"
    assert names(real.parent) == [real.name]


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt, GeneratorExit])
def test_a_failure_half_way_leaves_the_old_file_alone(path: Path, failure: type[BaseException]) -> None:
    def pieces() -> Iterator[str]:
        yield "new"
        raise failure

    write_atomic(path, "old")
    with pytest.raises(failure):
        write_atomic(path, pieces())
    assert path.read_text() == "old"
    assert names(path.parent) == [path.name]


def test_text_that_is_no_utf_8_leaves_the_old_file_alone(path: Path) -> None:
    write_atomic(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(path, ["new", "\ud800"])
    assert path.read_text() == "old"
    assert names(path.parent) == [path.name]


def test_a_replace_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "target"
    (target / "full").mkdir(parents=True)
    with pytest.raises(OSError, match="target"):
        write_atomic(target, "new")
    assert names(tmp_path) == ["target"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomic(tmp_path / "missing" / "file", "new")


@posix_only
def test_a_killed_process_leaves_the_old_file_alone(path: Path) -> None:
    write_atomic(path, "old")
    process = start_process(WRITE_AND_WAIT, path)
    try:
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
    finally:
        process.kill()
        process.communicate()
    assert path.read_text() == "old"


@posix_only
@pytest.mark.parametrize("place", ["os.fsync", "Path.replace"])
def test_a_process_killed_before_the_name_changes_leaves_the_old_file_alone(path: Path, place: str) -> None:
    write_atomic(path, "old")
    process = start_process(WRITE_AND_DIE.format(place=place), path)
    process.communicate(timeout=50)
    assert process.returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    (left,) = (entry for entry in path.parent.iterdir() if entry != path)
    assert (left.read_text(), left.stat().st_mode & 0o777) == ("new", 0o600)


@posix_only
def test_a_full_disk_leaves_the_old_file_alone(path: Path) -> None:
    write_atomic(path, "old")
    output, _ = start_process(TOO_LARGE, path).communicate(timeout=50)
    assert output == "OSError\n"
    assert path.read_text() == "old"
    assert names(path.parent) == [path.name]


def test_all_is_on_the_disk_before_the_name_changes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("folder" if Path(f"/proc/self/fd/{descriptor}").is_dir() else "file")
        sync(descriptor)

    def noted_replace(source: Path, target: Path) -> Path:
        steps.append("replace")
        assert source.read_text() == "new"
        return replace(source, target)

    monkeypatch.setattr(files.os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    write_atomic(path, "new")
    assert steps[:2] == ["file", "replace"]
    if Path("/proc/self/fd").is_dir():
        assert steps == ["file", "replace", "folder"]


@posix_only
def test_new_folders_are_private_and_old_ones_stay_as_they_are(tmp_path: Path) -> None:
    old = tmp_path / "old"
    before = os.umask(0)
    try:
        old.mkdir(mode=0o755)
        ensure_private_directory(old / "one" / "two")
        ensure_private_directory(old / "one" / "two")
        ensure_private_directory(old)
    finally:
        os.umask(before)
    modes = [folder.stat().st_mode & 0o777 for folder in (old, old / "one", old / "one" / "two")]
    assert modes == [0o755, 0o700, 0o700]


def test_a_file_in_place_of_a_folder_is_an_error(path: Path) -> None:
    path.touch()
    with pytest.raises(FileExistsError):
        ensure_private_directory(path)
    with pytest.raises(OSError, match=path.name):
        ensure_private_directory(path / "below")


@posix_only
def test_a_file_that_others_could_read_becomes_private(path: Path) -> None:
    make_private(path)
    assert not path.exists()
    path.write_text("x")
    for mode in (0o644, 0o604, 0o666, 0o600, 0o400):
        path.chmod(mode)
        make_private(path)
        assert path.stat().st_mode & 0o777 == (0o400 if mode == 0o400 else 0o600)
