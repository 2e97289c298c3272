"""A gateway between a client and a sandbox, by real sockets, that may answer in the service's place."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scripted_server import Script, ScriptedServer, reply

if TYPE_CHECKING:
    import socket

    from koodrive.sandbox import Sandbox


class Relay(ScriptedServer):
    """Hands requests on to a sandbox and its answers back.

    Attributes:
        answers: From a pattern of method and path, such as ``DELETE .*``, to what is answered instead, without asking
            the sandbox.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(self._answer)
        self._service = urlsplit(sandbox.base_url)
        self.answers: dict[str, Script] = {}

    def _answer(self, connection: socket.socket) -> None:
        head, _, body = self.requests[-1].partition(b"\r\n\r\n")
        start, *lines = head.decode("latin-1").split("\r\n")
        method, target, _version = start.split(" ", 2)
        for pattern, script in self.answers.items():
            if re.fullmatch(pattern, f"{method} {target.partition('?')[0]}"):
                script(connection)
                return
        headers = dict(line.split(": ", 1) for line in lines)
        headers["Host"] = self._service.netloc
        service = HTTPConnection(self._service.netloc, timeout=5)
        service.request(method, target, body, headers)
        answer = service.getresponse()
        kept = [f"{name}: {value}" for name, value in answer.getheaders() if name in {"Date", "Age"}]
        reply(answer.status, answer.read(), *kept)(connection)
        service.close()
