"""A service that stores what it is sent, as it likes, and lists it, as far as it likes: by a real socket."""

from __future__ import annotations

import itertools
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from scripted_server import ScriptedServer, reply

from koodrive.sandbox import SANDBOX_USER_ID

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Collection

    Row = dict[str, Any]

LIST_NAMES = {"album": "albumList", "sharefolder": "folders"}


class StoringService(ScriptedServer):
    """Albums of one list and shared folders, each list the newest last; creates get no answer unless told otherwise.

    Attributes:
        rows: All that there is, by the name of its list.
        store: From the name that was sent to the one that is stored.
        answer: From the row that was made to the bytes of the answer's body and its status; None for no answer.
        makes: Whether creates make something.
        shown: From all rows to those that the lists show.
        total: From the rows that are shown to what the lists say as `total`; None for nothing.
        empty_pages: The pages, from 1 on, that come empty.
        headers: More headers of every list, such as ``Age: 7``.
        rounds: Whether a gateway on the way passes numbers through JavaScript.
        most: How many rows it gives at once.
    """

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.rows: dict[str, list[Row]] = {"album": [], "sharefolder": []}
        self.store: Callable[[str], str] = lambda name: name
        self.answer: Callable[[Row], tuple[int, bytes]] | None = None
        self.makes = True
        self.shown: Callable[[list[Row]], list[Row]] = lambda rows: rows
        self.total: Callable[[list[Row]], int | None] = len
        self.empty_pages: Collection[int] = ()
        self.headers: Collection[str] = ()
        self.rounds = False
        self.most = 1000
        self._ids = itertools.count(1805929618625036417, 7)

    def make(self, kind: str, name: str, **more: Any) -> Row:
        """Store something, as if another program had created it."""
        row: Row = {"id": str(next(self._ids)), "name": name}
        if kind == "sharefolder":
            row |= {"creator": SANDBOX_USER_ID, "createTime": datetime.now(UTC).isoformat()}
        row |= more
        self.rows[kind].append(row)
        return row

    @property
    def posts(self) -> int:
        """Number of creates that have arrived."""
        return sum(request.startswith(b"POST") for request in list(self.requests))

    def _answer(self, connection: socket.socket) -> None:
        head, _, body = self.requests[-1].partition(b"\r\n\r\n")
        method, target, _ = head.decode().split(" ", 2)
        address = urlsplit(target)
        kind = address.path.split("/")[-2]
        if method == "GET":
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            reply(200, json.dumps(self._list(kind, query)).encode(), *self.headers)(connection)
            return
        asked = json.loads(body)
        row: Row = {"id": "0"}
        if self.makes:
            more = {"containerId": asked["containerId"]} if kind == "sharefolder" else {}
            more |= {"scopeDir": asked["scopeDir"]} if "scopeDir" in asked else {}
            if "shareFolderId" in asked:
                number = asked["shareFolderId"]
                more["folder"] = int(float(number)) if self.rounds else number
            row = self.make(kind, self.store(asked.get("name") or ""), **more)
        if self.answer is not None:
            status, answer = self.answer(row)
            reply(status, answer)(connection)

    def _list(self, kind: str, query: dict[str, str]) -> dict[str, Any]:
        size = min(int(query.get("pageSize") or query["limit"]), self.most)
        first = int(query["offset"]) if "offset" in query else (int(query["pageNum"]) - 1) * size
        rows = self.shown(self.rows[kind])
        page = [] if first // size + 1 in self.empty_pages else rows[first : first + size]
        listed: dict[str, Any] = {LIST_NAMES[kind]: page, "code": 0, "msg": "Success."}
        total = self.total(rows) if kind == "album" else None
        return listed if total is None else {**listed, "total": total}
