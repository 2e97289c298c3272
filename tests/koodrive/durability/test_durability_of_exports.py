"""Exports and connections that are interrupted while they are written: the old file is intact."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from durable_creates import (
    LIMIT,
    creating_process,
    in_history,
    lines_of,
    made,
)

from koodrive.backend.backend import CONNECTIONS_FILE, JOURNAL_FILE, Backend

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.sandbox import Sandbox

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals, limits and open files of POSIX")

KILLED_DURING_AN_EXPORT = """
from koodrive.journal.export import {write}
backend.open()
create("before")
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
def attempts():
    yield from backend.journal.history.attempts(HistoryQuery())
    if {is_half_way}:
        die()
Path.replace = die
{write}(data / "export", attempts())
"""

NO_ROOM_FOR_AN_EXPORT = """
from koodrive.journal.export import {write}
backend.open()
create("before")
fill()
try:
    {write}(data / "export", backend.journal.history.attempts(HistoryQuery()))
except JournalError as error:
    report("said", error)
free()
backend.close()
"""

CHANGED_CONNECTIONS = """
from dataclasses import replace
backend.open()
backend.profiles.add(connection)
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
backend.profiles.replace(replace(connection, name="Another name"))
"""


@posix_only
@pytest.mark.parametrize("write", ["write_csv", "write_json"])
@pytest.mark.parametrize("is_half_way", [True, False])
def test_an_export_whose_process_is_killed_leaves_the_old_file_alone(
    data: Path, sandbox: Sandbox, write: str, is_half_way: bool
) -> None:
    data.mkdir()
    (data / "export").write_text("old")
    script = KILLED_DURING_AN_EXPORT.format(write=write, is_half_way=is_half_way)
    with creating_process(script, data, sandbox) as process:
        assert process.wait(20) == -signal.SIGKILL
    assert (data / "export").read_text() == "old"
    assert in_history(data / JOURNAL_FILE) == made(sandbox)


@pytest.mark.parametrize("write", ["write_csv", "write_json"])
def test_an_export_that_finds_the_disk_full_leaves_the_old_file_alone(
    data: Path, sandbox: Sandbox, write: str
) -> None:
    if os.name != "posix":
        pytest.skip("limits of POSIX")
    data.mkdir()
    (data / "export").write_text("old")
    with creating_process(LIMIT + NO_ROOM_FOR_AN_EXPORT.format(write=write), data, sandbox) as process:
        ((word, text),) = lines_of(process)
    assert word == "said"
    assert str(data / "export") in text
    assert (data / "export").read_text() == "old"
    assert not list(data.glob(".koodesk-*"))


@posix_only
def test_connections_whose_new_file_is_not_in_its_place_yet_are_as_they_were(
    data: Path, sandbox: Sandbox
) -> None:
    with creating_process(CHANGED_CONNECTIONS, data, sandbox) as process:
        assert process.wait(20) == -signal.SIGKILL
    assert len(list(data.glob(".koodesk-*.tmp"))) == 1
    backend = Backend(data)
    opened = backend.open()
    backend.close()
    assert [connection.name for connection in opened.connections] == ["Family cloud"]
    assert (data / CONNECTIONS_FILE).stat().st_size > 0
