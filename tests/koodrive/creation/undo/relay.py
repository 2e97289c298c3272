"""A gateway between a client and a sandbox, by real sockets, that may answer in the service's place."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scripted_server import Script, ScriptedServer, reply

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from koodrive.sandbox import Sandbox


class Relay(ScriptedServer):
    """Hands requests on to a sandbox and its answers back.

    Attributes:
        answers: From a pattern of method and path, such as ``DELETE .*``, to what is answered instead, without asking
            the sandbox.
        on_answer: Is called with method and path when the sandbox has answered, before that arrives.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(self._answer)
        self._service = urlsplit(sandbox.base_url)
        self.answers: dict[str, Script] = {}
        self.on_answer: Callable[[str], object] = lambda _call: None

    def _answer(self, connection: socket.socket) -> None:
        head, _, body = self.requests[-1].partition(b"\r\n\r\n")
        start, *lines = head.decode("latin-1").split("\r\n")
        method, target, _version = start.split(" ", 2)
        call = f"{method} {target.partition('?')[0]}"
        for pattern, script in self.answers.items():
            if re.fullmatch(pattern, call):
                script(connection)
                return
        headers = dict(line.split(": ", 1) for line in lines)
        headers["Host"] = self._service.netloc
        service = HTTPConnection(self._service.netloc, timeout=5)
        service.request(method, target, body, headers)
        answer = service.getresponse()
        kept = [f"{name}: {value}" for name, value in answer.getheaders() if name in {"Date", "Age"}]
        body = answer.read()
        service.close()
        self.on_answer(call)
        reply(answer.status, body, *kept)(connection)
