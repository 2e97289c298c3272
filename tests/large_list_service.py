"""A service that answers every question for a list with megabytes, and creates with nothing at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scripted_server import ScriptedServer, reply

if TYPE_CHECKING:
    import socket


def album_list(size: int) -> bytes:
    """Return a correct answer with one list of albums, of at least `size` bytes."""
    count = size // 100
    rows = [{"id": str(10**18 + number), "name": f"Album {number} {'x' * 60}"} for number in range(count)]
    return json.dumps({"albumList": rows, "total": count, "code": 0, "msg": "Success."}).encode()


class LargeLists(ScriptedServer):
    """Gives pages of a list that are `size` bytes large; closes the connection of a create without an answer."""

    def __init__(self, size: int = 7_000_000) -> None:
        super().__init__(self._answer)
        self._list = reply(200, album_list(size))

    def _answer(self, connection: socket.socket) -> None:
        if self.requests[-1].startswith(b"GET"):
            self._list(connection)

    def count(self, method: str) -> int:
        """Return how many requests of a method have come."""
        return sum(request.startswith(method.encode()) for request in list(self.requests))
