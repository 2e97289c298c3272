"""Nothing repeats a token: what is said of one that cannot be sent (C-11), what a dying process leaves (C-12)."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from koodrive import CreateAlbum
from koodrive.backend.backend import Backend
from koodrive.errors import InvalidRequestError
from koodrive.logs.crash_file import CRASH_FILE
from koodrive.logs.setup import LogWriter
from koodrive.models import AlbumKind, AlbumType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CANARY = "canary-c74d97b01eae257e44aa9d5bade97baf"
ALBUM = CreateAlbum(type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL, name="Holiday")
UNFIT = [
    f"{CANARY}\n",
    f"{CANARY}\r\nX-Evil: 1",
    f" {CANARY}",
    f"{CANARY}\u200b",
    f"{CANARY}７",
    f"{CANARY}\0",
    f"{CANARY} {CANARY}",
]

DYING = """
import os, sys
from pathlib import Path
from koodrive.logs.crash_file import CrashFile
from koodrive.logs.redaction import SECRETS

def send(token):
    headers = {"Authorization": f"Bearer {token}"}
    os.abort()

token = sys.stdin.read()
SECRETS.register(token)
CrashFile(Path(sys.argv[1])).open()
send(token)
"""


@contextmanager
def everything_logged(folder: Path) -> Iterator[LogWriter]:
    """Log all records of all libraries, as for debugging."""
    log_writer = LogWriter(folder, on_error=lambda *_words: None)
    root = logging.getLogger()
    before = root.level
    log_writer.start()
    root.setLevel(logging.DEBUG)
    try:
        yield log_writer
    finally:
        root.setLevel(before)
        log_writer.stop()


def holding(folder: Path, text: str) -> list[Path]:
    """Return the files below `folder` that have `text` in them."""
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


@pytest.mark.parametrize("token", UNFIT, ids=ascii)
def test_c11_what_no_header_can_carry_sends_nothing_and_is_in_no_error_log_or_file(tmp_path, token):
    backend = Backend(tmp_path / "data")
    with everything_logged(tmp_path / "data" / "logs") as log_writer:
        backend.open()
        try:
            connection = backend.start_sandbox()
            with pytest.raises(InvalidRequestError) as caught:
                backend.create(ALBUM, connection, token)
            logging.getLogger("koodrive.test").error("It failed", exc_info=caught.value)
            assert backend.sandbox.effects() == []
            assert log_writer.drain()
        finally:
            backend.close()
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None
    assert holding(tmp_path, "It failed")
    assert holding(tmp_path, CANARY) == []


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_c12_a_process_that_dies_with_a_token_in_its_hands_leaves_none_behind(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", DYING, str(tmp_path)],
        input=CANARY.encode(),
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode < 0
    assert "in send" in (tmp_path / CRASH_FILE).read_text()
    assert holding(tmp_path, CANARY) == []
    assert CANARY.encode() not in ended.stdout + ended.stderr
