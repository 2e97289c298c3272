"""A service whose lists a test writes, and a history to compare them with, for the tests of the live view."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from lost_answer_fixtures import COLLECTION, LISTS
from scripted_server import ScriptedServer, reply

from koodrive import KooDriveClient
from koodrive.api import serialization
from koodrive.api.retry import Retry
from koodrive.journal import Settlement
from koodrive.listing.live import read_live
from koodrive.models import (
    AlbumKind,
    Connection,
    CreateAlbum,
    CreatedAlbum,
    CreatedSharedFolder,
    OutcomeKind,
)
from koodrive.sandbox import SANDBOX_USER_ID

if TYPE_CHECKING:
    from koodrive.listing.live_rows import Standing

SOON = Retry(tries=2, first_pause=0.01)
FOLDERS = (LISTS["sharedFolder"],)
"""The list of shared folders, as `Lists` names it."""
PERSONAL, SHARED = AlbumKind.PERSONAL, AlbumKind.SHARED
LEFT_OUT = b'{"code": 0, "msg": "Success."}'


def albums(album_type: int, kind: int, group: str | None = None) -> tuple[str | int | None, ...]:
    """Return how `Lists` names a list of albums."""
    return (LISTS["album"], album_type, kind, group)


class Lists(ScriptedServer):
    """A service with one page of rows, or another answer, for each list; the others are empty."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.lists: dict[tuple[object, ...], object] = {}
        self.totals: dict[tuple[object, ...], int] = {}
        self.asked: list[tuple[object, ...]] = []

    def _answer(self, connection) -> None:
        target = urlsplit(self.requests[-1].decode().split(" ")[1])
        query = dict(parse_qsl(target.query))
        is_album = target.path == LISTS["album"]
        name = (
            albums(int(query["albumType"]), int(query["albumKind"]), query.get("groupId"))
            if is_album
            else FOLDERS
        )
        is_first = query.get("pageNum", "1") == "1" and query.get("offset", "0") == "0"
        found = self.lists.get(name, [])
        self.asked += [name] if is_first else []
        if isinstance(found, tuple):
            reply(*found)(connection)
        else:
            rows = found if is_first else []
            body = {"albumList" if is_album else "folders": rows, "code": 0, "msg": "Success."}
            if name in self.totals:
                body["total"] = self.totals[name]
            reply(200, json.dumps(body).encode())(connection)


def at(lists) -> Connection:
    return Connection("c1", "Family", lists.url, SANDBOX_USER_ID, "bearer", "en-US")


def live_at(lists, journal, **options):
    client = KooDriveClient(base_url=lists.url, user_id=SANDBOX_USER_ID, token="canary-1", retry=SOON)
    return read_live(client, at(lists), journal, **options)


def made(journal, connection, request, result_id: str, ago: timedelta = timedelta(hours=1)) -> int:
    """Write down that `request` was carried out some time ago."""
    moment = datetime.now(UTC) - ago
    attempt_id = journal.attempts.begin(
        request=request,
        connection=connection,
        trace_id=serialization.new_trace_id(),
        body=serialization.to_json(request),
        started_at=moment,
    )
    is_album = isinstance(request, CreateAlbum)
    result = (
        CreatedAlbum(result_id)
        if is_album
        else CreatedSharedFolder(result_id, f"F{result_id}", f"G{result_id}", create_time="then", creator="u")
    )
    journal.attempts.settle(attempt_id, Settlement(OutcomeKind.CREATED, moment, result))
    return attempt_id


def shared(group: str, album_type: int = 2) -> CreateAlbum:
    request = CreateAlbum(type=2, album_kind=2, name="Trips", group_id=group, share_folder_id="17")
    return request if album_type == 2 else replace(COLLECTION, album_kind=SHARED, group_id=group)


def standings(view) -> dict[str, Standing]:
    return {row.object_id: row.standing for row in view.rows}
