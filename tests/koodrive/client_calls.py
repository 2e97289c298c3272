"""A client with short deadlines, requests and good answers, for the tests of the client."""

from __future__ import annotations

import json

from koodrive import CreateAlbum, CreateSharedFolder, KooDriveClient
from koodrive.api.transport import Timeouts

TOKEN = "canary-7f3a9c"
ALBUM = CreateAlbum(type=2, album_kind=1, name="家庭 2026")
FOLDER = CreateSharedFolder(
    name="Test Creating a Shared Folder", container_id="IAAFanxbXNArpAncA1645841408025905537"
)
GOOD_ALBUM = b'{"albumId": "1805929618625036417", "code": 0, "msg": "Success."}'
GOOD_FOLDER = json.dumps(
    {
        "id": "1765148493107805441",
        "data": {
            "tenantId": "c937ff95eeb44494a5a967e21d1852ae",
            "creator": "1644817543959100032",
            "createTime": "2025-09-01T02:34:57.815Z",
            "groupId": 1765148492881313001,
            "id": "1765148493107805441",
            "shareFolderId": "Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
        },
        "code": 0,
        "msg": "Success.",
    }
).encode()


def client(url: str, **options: object) -> KooDriveClient:
    settings = {"timeouts": Timeouts(connect=2, total=5)} | options
    return KooDriveClient(base_url=url, user_id="u-1", token=TOKEN, **settings)


def parsed(request: bytes) -> tuple[str, dict[str, str], bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    return first, dict(line.split(": ", 1) for line in lines), body
