"""Network shares are recognized, and the history works there without a write-ahead log."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import ALBUM, ALBUM_ID, CUSTOMER, FOLDER, begin, created, settled

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, SortColumn, database, pragmas, reader
from koodrive.journal.connection import address_of
from koodrive.journal.export import write_csv
from koodrive.journal.pragmas import file_system_of, is_network_path, is_on_network_share, is_shared
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from koodrive.journal import Attempt

pytestmark = pytest.mark.slow

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 27 8:17 / /media/usb\040stick rw master:2 propagate_from:1 - fuseblk /dev/sdb1 rw
31 27 0:40 / /home rw - nfs4 files:/home rw,vers=4.2
32 31 254:1 / /home/local rw - btrfs /dev/vdb rw,subvol=/
33 27 0:41 / /mnt/office rw - cifs //office/data rw
34 27 0:42 / /mnt/far rw - fuse.sshfs me@far:/ rw
35 27 0:43 / /mnt/dav rw - fuse https://dav.example.com rw
36 27 0:44 / /net/later rw - autofs /etc/auto.net rw
37 36 0:45 / /net/later rw - nfs later:/ rw
38 27 0:46 / /mnt/odd\134name rw - smb3 //odd/name rw
39 27 0:47 / /mnt/host rw - 9p host rw
broken line
"""

FILE_SYSTEMS = {
    "/history": "ext4",
    "/home/me/history": "nfs4",
    "/home": "nfs4",
    "/homework/history": "ext4",
    "/home/local/me/history": "btrfs",
    "/media/usb stick/history": "fuseblk",
    "/mnt/office/a/b": "cifs",
    "/mnt/far/history": "fuse.sshfs",
    "/mnt/dav/history": "fuse",
    "/net/later/history": "nfs",
    "/mnt/odd\\name/history": "smb3",
    "/mnt/host/history": "9p",
}
OWN = {"ext4", "btrfs", "fuseblk"}


@pytest.mark.parametrize(("path", "file_system"), FILE_SYSTEMS.items())
def test_the_mount_that_is_nearest_to_a_file_counts(path: str, file_system: str) -> None:
    assert file_system_of(PurePosixPath(path), MOUNTS) == file_system
    assert is_shared(file_system) == (file_system not in OWN)


def test_without_mounts_there_is_no_share() -> None:
    assert not is_shared(file_system_of(PurePosixPath("/history"), ""))


@given(st.text())
def test_no_text_makes_it_stumble(text: str) -> None:
    file_system_of(PurePosixPath("/history"), text)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the mounts of Linux")
def test_this_computer_says_what_its_mounts_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    assert file_system_of(PurePosixPath("/proc/self"), mounts) == "proc"
    found = file_system_of(PurePosixPath(os.path.realpath(tmp_path)), mounts)
    assert found
    assert is_on_network_share(tmp_path / "history") == is_shared(found)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "far")
    listed = tmp_path / "mountinfo"
    escaped = str(tmp_path.resolve() / "far").replace("\\", "\\134").replace(" ", "\\040")
    listed.write_text(f"1 0 0:1 / / rw - ext4 /dev/vda rw\n2 1 0:2 / {escaped} rw - nfs far:/ rw\n")
    monkeypatch.setattr(pragmas, "_MOUNTS", listed)
    assert is_on_network_share(link / "history")
    assert not is_on_network_share(tmp_path / "history")
    monkeypatch.setattr(pragmas, "_MOUNTS", tmp_path / "missing")
    assert not is_on_network_share(link / "history")


WINDOWS = {
    r"\\server\share\history": True,
    r"\\?\UNC\server\share\history": True,
    r"\\wsl$\Debian\home\history": True,
    r"C:\Users\me\history": False,
    r"\\?\C:\Users\me\history": False,
    r"\\.\C:\history": False,
}


@pytest.mark.parametrize(("path", "is_share"), WINDOWS.items())
def test_a_path_of_windows_that_names_a_server_is_on_a_share(path: str, is_share: bool) -> None:
    assert is_network_path(path) == is_share


def test_the_server_of_a_windows_path_is_part_of_the_path() -> None:
    assert address_of(PurePosixPath("/a b/history")) == "file:///a%20b/history"
    assert address_of(PureWindowsPath(r"C:\a b\history")) == "file:///C:/a%20b/history"
    address = address_of(PureWindowsPath(r"\\server\a b\history"))
    assert address == "file:////server/a%20b/history"
    # SQLite knows no servers in an address; this one it takes, and looks for the file.
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(f"{address}?mode=ro", uri=True)


@pytest.fixture
def on_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "is_on_network_share", lambda _path: True)


def mode_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA journal_mode").fetchone()[0]


def everything(journal: Journal) -> list[object]:
    """Write and read with every method and return what it gave."""
    first, second, third = begin(journal), begin(journal, FOLDER, CUSTOMER), begin(journal)
    journal.attempts.settle(first, created())
    journal.attempts.settle(second, settled(OutcomeKind.UNKNOWN))
    queries = [
        HistoryQuery(),
        HistoryQuery(text="Holiday", sort=SortColumn.NAME),
        HistoryQuery(text=ALBUM_ID[3:9]),
    ]
    seen: list[object] = [
        journal.history.attempt(third),
        journal.attempts.close_interrupted(),
        journal.history.unknown_count(),
    ]
    for query in queries:
        seen += [
            journal.history.count(query),
            journal.history.rows(query, 0, 2),
            journal.history.first_rows(query, 2),
        ]
        seen.append(list(journal.history.attempts(query)))
    with pytest.raises(JournalError, match="outcome already"):
        journal.attempts.settle(first, created())
    return [
        *seen,
        journal.history.latest_id(),
        journal.history.connections(),
        journal.read_only,
        journal.notice,
    ]


@pytest.mark.usefixtures("on_a_share")
def test_every_method_does_the_same_on_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_moments(seen: list[object]) -> list[object]:
        return [
            [replace(attempt, settled_at=None) for attempt in item] if _are_attempts(item) else item
            for item in seen
        ]

    with Journal(tmp_path / "share") as journal:
        there = everything(journal)
        assert sorted(file.name for file in tmp_path.iterdir()) == ["locks", "share"]
    monkeypatch.undo()
    with Journal(tmp_path / "own") as journal:
        here = everything(journal)
    assert without_moments(there) == without_moments(here)
    assert (mode_of(tmp_path / "share"), mode_of(tmp_path / "own")) == ("delete", "wal")


def _are_attempts(item: object) -> bool:
    return isinstance(item, list) and bool(item) and hasattr(item[0], "settled_at")


def test_a_history_that_comes_to_a_share_or_from_one_is_switched(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_share in (False, True, False):
        monkeypatch.setattr(database, "is_on_network_share", lambda _path, is_share=is_share: is_share)
        with Journal(path) as journal:
            journal.attempts.settle(begin(journal), created())
        assert mode_of(path) == ("delete" if is_share else "wal")
    with Journal(path) as journal:
        assert journal.history.count(HistoryQuery(text=ALBUM_ID)) == 3


def test_a_history_that_somebody_else_has_open_stays_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_share in (False, True):
        monkeypatch.setattr(database, "is_on_network_share", lambda _path, is_share=is_share: is_share)
        with Journal(path, busy_seconds=0.2) as first:
            begin(first)
            before = mode_of(path)
            monkeypatch.setattr(database, "is_on_network_share", lambda _path, other=not is_share: other)
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN")
                other.execute("SELECT count(*) FROM attempt").fetchall()
                with Journal(path, busy_seconds=0.2) as second:
                    assert mode_of(path) == before
                    assert second.history.latest_id() == first.history.latest_id()


@pytest.mark.usefixtures("on_a_share")
def test_a_log_is_left_also_where_nothing_can_be_shared(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as own:
        own.setattr(database, "is_on_network_share", lambda _path: False)
        with Journal(path) as journal:
            journal.attempts.settle(begin(journal), created())
    # The memory that is shared cannot be had, as on a disk that does not map files.
    path.with_name(f"{path.name}-shm").symlink_to("nowhere")
    with (
        pytest.raises(sqlite3.OperationalError, match="unable to open"),
        closing(sqlite3.connect(path)) as other,
    ):
        other.execute("SELECT count(*) FROM attempt")
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.attempt(1).result_id == ALBUM_ID
        assert begin(journal) == 2
    assert mode_of(path) == "delete"


def creating(journal: Journal, attempts: Iterable[Attempt]) -> Iterator[Attempt]:
    """Pass attempts on slowly: for each, something is created first."""
    for attempt in attempts:
        journal.attempts.settle(begin(journal), created())
        yield attempt


@pytest.mark.usefixtures("on_a_share")
@pytest.mark.parametrize("text", ["", "Holiday"])
def test_creates_go_on_during_a_slow_export_on_a_share(path: Path, text: str) -> None:
    query = HistoryQuery(text=text, descending=False)
    with Journal(path, busy_seconds=0.2) as journal:
        for number in range(250):
            begin(journal, replace(ALBUM, name=f"Holiday {number}"))
        written = write_csv(path.with_name("export.csv"), creating(journal, journal.history.attempts(query)))
        # What was selected is what was there at the start.
        assert written == 250
        assert journal.history.latest_id() == 500


@pytest.mark.usefixtures("on_a_share")
def test_an_export_in_one_transaction_would_stop_them(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_write_ahead", lambda _connection: True)
    with Journal(path, busy_seconds=0.1) as journal:
        begin(journal)
        export = creating(journal, journal.history.attempts(HistoryQuery()))
        with pytest.raises(JournalError, match="locked"):
            next(export)


@pytest.mark.usefixtures("on_a_share")
def test_an_export_on_a_share_ends_with_the_journal_and_can_be_left(path: Path) -> None:
    with Journal(path) as journal:
        for _ in range(150):
            begin(journal)
        left, ended = journal.history.attempts(HistoryQuery()), journal.history.attempts(HistoryQuery())
        next(left)
        next(ended)
        left.close()
        assert len(journal.history._exports) == 1
        journal.close()
        with pytest.raises(JournalError, match="closed"):
            list(ended)
