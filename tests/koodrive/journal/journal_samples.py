"""Requests, connections and attempts for the tests of the journal."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import koodrive
from koodrive.journal import Settlement
from koodrive.models import (
    AlbumKind,
    AlbumType,
    Connection,
    CreateAlbum,
    CreatedAlbum,
    CreatedSharedFolder,
    CreateSharedFolder,
    OutcomeKind,
)

if TYPE_CHECKING:
    from koodrive.journal import Journal

MORNING = datetime(2026, 3, 1, 9, 30, 0, 125_000, tzinfo=UTC)
ALBUM_ID = "1805929618625036417"
TRACE_ID = "0123456789" * 5 + "abcdefgh"

FAMILY = Connection(
    "c-1", "Family cloud", "https://intl.example.com", "1644817543959100032", "bearer", "en-US"
)
CUSTOMER = Connection("c-2", "客户 A", "https://cn.example.com", "1644817543959100099", "bearer", "zh-CN")

ALBUM = CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name="Holiday 2026")
COLLECTION = CreateAlbum(
    AlbumType.COLLECTION,
    AlbumKind.SHARED,
    name="春节假期",
    scope_dir=("1765148493107800001", "1765148493107800002"),
    scope_parent_folder_id="1765148493107800000",
    scope_kind="1,2",
    container_id="IAAFanxbXNArpAncA1645841408025905537",
    group_id="1765148492881313999",
    share_folder_id="1765148493107805441",
)
FOLDER = CreateSharedFolder("Our trip", "IAAFanxbXNArpAncA1645841408025905537")
MADE_FOLDER = CreatedSharedFolder(
    id="1765148493107805441",
    share_folder_id="Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
    group_id="1765148492881313000",
    tenant_id="c937ff95eeb44494a5a967e21d1852ae",
    creator="1644817543959100032",
    create_time="2025-09-01T02:34:57.815Z",
)


def begin(
    journal: Journal,
    request: CreateAlbum | CreateSharedFolder = ALBUM,
    connection: Connection = FAMILY,
    *,
    trace_id: str = TRACE_ID,
    body: str = "{}",
    started_at: datetime = MORNING,
) -> int:
    """Begin an attempt of which most does not matter to the test."""
    return journal.attempts.begin(
        request=request, connection=connection, trace_id=trace_id, body=body, started_at=started_at
    )


def created(album_id: str = ALBUM_ID) -> Settlement:
    """Return the settlement of an album that was created half a second later."""
    return Settlement(
        OutcomeKind.CREATED,
        MORNING + timedelta(milliseconds=500),
        created=CreatedAlbum(album_id),
        status=200,
        code="0",
        answer=f'{{"albumId":"{album_id}","code":0}}',
    )


def settled(kind: OutcomeKind, **more: object) -> Settlement:
    """Return a settlement without an ID, half a second later."""
    return Settlement(kind, MORNING + timedelta(milliseconds=500), **more)


def start_process(script: str, path: Path, *before: str) -> subprocess.Popen[str]:
    """Start Python with `script`, which finds the path of the journal in `sys.argv[1]` and may import this file.

    Args:
        script: What to run.
        path: The journal.
        before: A program and its arguments that start Python in their turn.
    """
    places = [str(Path(koodrive.__file__).parents[1]), str(Path(__file__).parent)]
    start = f"import sys; sys.path[:0] = {places!r}\n"
    return subprocess.Popen(
        [*before, sys.executable, "-c", start + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
