"""Generated history of any size, like that of a busy operator after some years."""

from __future__ import annotations

import base64
import json
import random
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from koodrive.journal import Journal, search_index
from koodrive.journal.connection import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Row = dict[str, Any]

ENGLISH = (
    "Holiday",
    "Family",
    "Birthday",
    "Wedding",
    "School",
    "Garden",
    "Winter",
    "Summer",
    "Concert",
    "Hiking",
    "Skiing",
    "Museum",
    "Market",
    "Harbour",
    "Sunset",
    "Reunion",
    "Picnic",
    "Marathon",
    "Festival",
    "Graduation",
)
CHINESE = (
    "春节",
    "假期",
    "家庭",
    "生日",
    "婚礼",
    "毕业",
    "旅行",
    "北京",
    "上海",
    "广州",
    "深圳",
    "宝宝成长",
    "全家福",
    "夏天",
    "秋游",
    "演唱会",
    "运动会",
    "老照片",
    "风景",
    "美食",
)
CONNECTIONS = (
    ("Family cloud", "https://intl.myhuaweicloud-koodrive.com"),
    ("Support 支持", "https://intl.myhuaweicloud-koodrive.com"),
    ("客户 A", "https://myhuaweicloud-koodrive.com"),
    ("客户 B", "https://myhuaweicloud-koodrive.com"),
    ("Sandbox", "http://127.0.0.1:8321"),
)
OUTCOMES = {"created": 940, "refused": 40, "not_sent": 15, "unknown": 5}
"""Outcomes per thousand attempts."""

_FIRST_START = 1_700_000_000_000
_LONGEST_PAUSE = 126_000
"""Milliseconds between two attempts: a million of them take two years."""

_BATCH = 10_000

_INSERT_CONNECTION = "INSERT INTO connection VALUES (?, ?, ?, ?, ?)"
_INSERT_ATTEMPT = """
    INSERT INTO attempt (attempt_id, kind, name, outcome, connection_key, started_at, settled_at, trace_id,
        result_id, file_id, group_id, tenant_id, creator, create_time, related_ids, status, code)
    VALUES (:attempt_id, :kind, :name, :outcome, :connection_key, :started_at, :settled_at, :trace_id,
        :result_id, :file_id, :group_id, :tenant_id, :creator, :create_time, :related_ids, :status, :code)
"""
_INSERT_EXCHANGE = """
    INSERT INTO exchange (attempt_id, body, answer, title, message)
    VALUES (:attempt_id, :body, :answer, :title, :message)
"""


def build(path: Path, rows: int, seed: int = 1) -> None:
    """Create a history at `path` and write attempts into it, about 20,000 a second.

    Args:
        path: File to create; must not exist.
        rows: Number of attempts.
        seed: The same seed gives the same history.

    Raises:
        FileExistsError: When something is at `path`.
    """
    if path.exists():
        raise FileExistsError(path)
    Journal(path).close()
    attempts = islice(_attempts(random.Random(seed)), rows)
    with closing(connect(path, busy_seconds=5.0)) as connection:
        # Nobody needs half a benchmark after a power cut.
        connection.execute("PRAGMA synchronous = OFF")
        # Row by row the search index takes most of the time; all at once it is a matter of seconds.
        search_index.remove_triggers(connection)
        connection.executemany(_INSERT_CONNECTION, _connections())
        while batch := list(islice(attempts, _BATCH)):
            connection.execute("BEGIN")
            connection.executemany(_INSERT_ATTEMPT, batch)
            connection.executemany(_INSERT_EXCHANGE, batch)
            connection.execute("COMMIT")
        search_index.prepare(connection)


def _connections() -> list[tuple[int, str, str, str, str]]:
    return [
        (key, f"connection-{key}", name, address, str(1644817543959100000 + key))
        for key, (name, address) in enumerate(CONNECTIONS, start=1)
    ]


def _attempts(chance: random.Random) -> Iterator[Row]:
    started_at = _FIRST_START
    attempt_id = 0
    while True:
        attempt_id += 1
        started_at += chance.randrange(1, _LONGEST_PAUSE)
        row: Row = {
            "attempt_id": attempt_id,
            "outcome": chance.choices(list(OUTCOMES), list(OUTCOMES.values()))[0],
            "connection_key": chance.randrange(len(CONNECTIONS)) + 1,
            "started_at": started_at,
            "settled_at": started_at + chance.randrange(80, 900),
            "trace_id": chance.randbytes(29).hex(),
            "name": _name(chance),
        }
        row.update(_folder(row, chance) if chance.random() < 0.2 else _album(row, chance))
        row.update(_answered(row))
        yield row


def _name(chance: random.Random) -> str:
    words, blank = (ENGLISH, " ") if chance.random() < 0.5 else (CHINESE, "")
    return f"{chance.choice(words)}{blank}{chance.choice(words)}{blank}{chance.randrange(1000)}"[:20]


def _service_id(moment: int, chance: random.Random) -> str:
    """Return an ID like the service's: 19 digits that grow with the time."""
    return str((moment - 1_280_000_000_000 << 22) + chance.randrange(1 << 22))


def _album(row: Row, chance: random.Random) -> Row:
    container_id = f"IAAFanxbXNArpAncA{1645841408025905537 + row['connection_key']}"
    parent_id = _service_id(row["started_at"] - chance.randrange(10**9), chance)
    folders = [_service_id(row["started_at"] - chance.randrange(10**9), chance) for _ in range(3)]
    collects = chance.random() < 0.3
    body: Row = {"name": row["name"], "type": 1 if collects else 2, "albumKind": 1}
    if collects:
        scope = {"scopeDir": folders, "scopeParentFolderId": parent_id, "scopeKind": "1,2"}
        body |= {**scope, "containerId": container_id}
    album_id = _service_id(row["settled_at"], chance)
    return {
        "kind": "album",
        "result_id": album_id,
        "related_ids": " ".join([container_id, parent_id, *folders]) if collects else None,
        "body": json.dumps(body, ensure_ascii=False),
        "answer": json.dumps({"albumId": album_id, "code": 0, "msg": "Success."}),
        **dict.fromkeys(("file_id", "group_id", "tenant_id", "creator", "create_time")),
    }


def _folder(row: Row, chance: random.Random) -> Row:
    container_id = f"IAAFanxbXNArpAncA{1645841408025905537 + row['connection_key']}"
    made = {
        "tenantId": "c937ff95eeb44494a5a967e21d1852ae",
        "creator": str(1644817543959100000 + row["connection_key"]),
        "createTime": datetime.fromtimestamp(row["settled_at"] / 1000, UTC).isoformat(),
        "groupId": _service_id(row["settled_at"] - 1, chance),
        "id": _service_id(row["settled_at"], chance),
        "shareFolderId": "F" + base64.urlsafe_b64encode(chance.randbytes(24)).decode(),
    }
    body = {"shareType": 0, "containerId": container_id, "name": row["name"]}
    return {
        "kind": "sharedFolder",
        "result_id": made["id"],
        "file_id": made["shareFolderId"],
        "group_id": made["groupId"],
        "tenant_id": made["tenantId"],
        "creator": made["creator"],
        "create_time": made["createTime"],
        "related_ids": container_id,
        "body": json.dumps(body, ensure_ascii=False),
        "answer": json.dumps({"id": made["id"], "data": made, "code": 0, "msg": "Success."}),
    }


def _answered(row: Row) -> Row:
    """Return the columns that depend on the outcome: a failed attempt has texts instead of IDs."""
    if row["outcome"] == "created":
        return {"status": 200, "code": "0", "title": None, "message": None}
    nothing = dict.fromkeys(("result_id", "file_id", "group_id", "tenant_id", "creator", "create_time"))
    if row["outcome"] == "refused":
        answer = '{"code": 13000405, "msg": "The name exists."}'
        words = {"title": "This name is taken", "message": "Nothing was created. Choose another name."}
        return {**nothing, **words, "status": 200, "code": "13000405", "answer": answer}
    words = {"title": "No trustworthy answer came", "message": "Look into the service's list."}
    return {**nothing, **words, "status": None, "code": None, "answer": None}
