"""All failures of a request that contains secrets, for `canary_process.py`.

The services echo the requests, as the error pages of real gateways do.
"""

from __future__ import annotations

import base64
import json
import logging
import sys
import threading
import traceback
from contextlib import ExitStack, suppress
from urllib.parse import quote

import trustme
from canary import PASSWORD, TOKEN, WRONG_TOKEN
from connect_proxy import ConnectProxy, reply_with
from keyring.errors import KeyringLocked, PasswordSetError
from memory_keyring import RaisingKeyring, store_on
from scripted_server import ScriptedServer
from tls_service import https, tls_service

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.connections.check import check_connection_works
from koodrive.core.deadline import Cancellation
from koodrive.credentials.proxy_passwords import ProxyPasswords
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Fault, Sandbox

WRONG_TOKENS = (
    f"{WRONG_TOKEN}\nX-Other: 1",
    f"{WRONG_TOKEN}\r\n",
    f"{WRONG_TOKEN}é",
    f"家{WRONG_TOKEN}",
    f"{WRONG_TOKEN}\ud800",
    f" {WRONG_TOKEN}",
    f"{WRONG_TOKEN[:9]} {WRONG_TOKEN}",
    f"{WRONG_TOKEN}\x00\x7f",
    f"\u200b{WRONG_TOKEN}\u202e",
)
SLOW_FAULTS = {Fault.HANG, Fault.HANG_AFTER_COMMIT, Fault.DRIP, Fault.HALF_CLOSE, Fault.SLOW}
PATIENCE_SECONDS = 0.3

_log = logging.getLogger("storm")


def _answer(status, body, *headers):
    if isinstance(body, dict):
        body = json.dumps(body)
    data = body.encode()
    head = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(data)}", *headers]
    if not any(header.startswith("Content-Type") for header in headers):
        head.append("Content-Type: application/json")
    return "\r\n".join([*head, "Connection: close", "", ""]).encode() + data


def echoes(secret):
    """Yield answers with `secret` in every known position."""
    escaped = "".join(f"\\u{ord(character):04x}" for character in secret)
    for text in (
        secret,
        f"Bearer {secret}",
        quote(secret, safe=""),
        base64.b64encode(secret.encode()).decode(),
    ):
        words = f"The token {text} has expired"
        yield _answer(401, {"code": 401, "msg": words})
        yield _answer(400, {"code": 13000201, "msg": words, "error_msg": words})
        yield _answer(200, {"code": 13000201, "msg": words})
        yield _answer(503, {"error_code": "APIG.0308", "error_msg": words})
        yield _answer(200, {"code": text, "msg": "no"})
        yield _answer(200, {"code": 0, "msg": words, "albumId": ""})
        yield _answer(200, {"code": 0, "msg": "ok", "albumId": text})
        yield _answer(429, {"code": 429, "msg": words}, f"Retry-After: {text}")
    yield _answer(400, f'{{"code": 13000201, "msg": "{escaped}"}}')
    yield _answer(200, f'{{"code": 0, "{secret}": 1, "{secret}": 2}}')
    yield _answer(200, f'{{"headers": "{secret}", ')
    page = f"<html><pre>Authorization: Bearer {secret}</pre></html>"
    yield _answer(200, page, "Content-Type: text/html")
    yield _answer(502, page, "Content-Type: text/html")
    yield _answer(307, "", f"Location: http://{secret}@127.0.0.1/?token={quote(secret)}")
    yield _answer(302, "", f"Location: /login?{secret}")
    for header in ("Date", "Content-Type", "Content-Encoding", "Transfer-Encoding", "Content-Length", "Age"):
        yield _answer(200, {"code": 0}, f"{header}: {secret}")
    yield _answer(200, {"code": 0}, f"X-Echo: {secret}", f"Set-Cookie: session={secret}")
    yield _answer(200, {"code": 0}, f"{secret}")
    yield f"HTTP/1.1 {secret}\r\n\r\n".encode()
    yield f"{secret}\r\n\r\n".encode()
    yield f"HTTP/1.1 403 {secret}\r\nContent-Length: 0\r\n\r\n".encode()
    yield f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{secret}\r\n{secret}".encode()


class Storm:
    """Runs all failures on an open backend.

    Args:
        backend: The backend.
        sandbox: A service that accepts `TOKEN`.
        folder: Folder for the certificate of the services.
    """

    def __init__(self, backend, sandbox: Sandbox, folder):
        self._backend = backend
        self._sandbox = sandbox
        self._folder = folder
        self._count = 0

    def run(self):
        """Cause every failure once; log the exceptions, and print them as a script would."""
        self._meet_faults()
        self._refuse_looks()
        self._meet_keyrings()
        self._enter_wrong_tokens()
        with ExitStack() as stack:
            self._meet_echoes(stack)
            self._meet_proxies(stack)

    def _meet_faults(self):
        for fault in Fault:
            for path in (ALBUM_CREATE, SHARED_FOLDER_CREATE):
                self._sandbox.inject(fault, path=path, seconds=1.0 if fault in SLOW_FAULTS else None)
            self._create(self._connection(), wait=PATIENCE_SECONDS if fault in SLOW_FAULTS else 5.0)
            self._sandbox.clear_faults()

    def _refuse_looks(self):
        for fault in (
            Fault.EXPIRED_TOKEN,
            Fault.EXPIRED_TOKEN_200,
            Fault.HTML,
            Fault.REDIRECT,
            Fault.WRONG_JSON,
        ):
            self._check(self._connection(), fault)
            self._sandbox.inject(fault)
            self._try(self._backend.clients.client(self._connection(), TOKEN).probe)
            self._sandbox.clear_faults()

    def _check(self, connection, fault=None):
        ids = [attempt.attempt_id for attempt in self._backend.journal.attempts.open_attempts(connection)][:5]
        if fault is not None:
            self._sandbox.inject(fault, times=3)
        self._try(self._backend.look, ids, connection, TOKEN, last=ids)

    def _meet_keyrings(self):
        """Use keyrings whose errors quote the secret, as those of some backends do."""
        for error in (PasswordSetError, KeyringLocked, RuntimeError):
            store = store_on(RaisingKeyring(error(f"SetPassword({TOKEN!r}, {PASSWORD!r}) failed")))
            self._try(store.save, "canary", TOKEN)
            self._try(ProxyPasswords(store).save, "canary", PASSWORD)

    def _enter_wrong_tokens(self):
        for token in WRONG_TOKENS:
            for form in ("bearer", "bearer_plus", "as_is"):
                connection = self._connection(authorization_format=form)
                self._create(connection, token=token)
                self._try(self._backend.look, [1], connection, token)

    def _meet_echoes(self, stack):
        service = stack.enter_context(ScriptedServer(lambda peer: peer.sendall(answers[0])))
        connection = self._connection(service_address=service.url)
        for answer in echoes(TOKEN):
            answers = [answer]
            self._create(connection)
            self._check(connection)
            self._try(self._backend.clients.client(connection, TOKEN).list_shared_folders)
            self._try(check_connection_works, self._backend.clients.client(connection, TOKEN))

    def _meet_proxies(self, stack):
        authority = trustme.CA()
        ca_file = self._folder / "authority.pem"
        authority.cert_pem.write_to_path(ca_file)
        answers = list(echoes(TOKEN))[:3]
        service = stack.enter_context(
            tls_service(authority.issue_cert("127.0.0.1"), lambda peer: peer.sendall(answers[0]))
        )
        self._create(self._connection(service_address=https(service), ca_file=str(ca_file), proxy="system"))
        refusals = [None, *echoes(PASSWORD), *echoes(base64.b64encode(f"anna:{PASSWORD}".encode()).decode())]
        for refusal in refusals[::2]:
            behaviour = None if refusal is None else reply_with(refusal)
            with ConnectProxy(behaviour=behaviour, secrets=f"anna:{PASSWORD}") as proxy:
                connection = self._connection(
                    service_address=https(service),
                    ca_file=str(ca_file),
                    proxy="manual",
                    proxy_address=proxy.url,
                    proxy_user="anna",
                )
                self._backend.proxy_passwords.save_for_session(connection.connection_id, PASSWORD)
                self._create(connection)
            self._create(connection)

    def _connection(self, **changes):
        facts = {
            "connection_id": "canary",
            "name": "Canary",
            "service_address": self._sandbox.base_url,
            "user_id": SANDBOX_USER_ID,
            "authorization_format": "bearer",
            "language": "en-US",
        }
        return Connection(**{**facts, **changes})

    def _create(self, connection, token=TOKEN, wait=5.0):
        self._count += 1
        request = CreateAlbum(type=2, album_kind=1, name=f"Storm {self._count}")
        if self._count % 3 == 0:
            request = CreateSharedFolder(name=f"Storm {self._count}", container_id=SANDBOX_CONTAINER_ID)
        cancellation = Cancellation()
        timer = threading.Timer(wait, cancellation.cancel)
        timer.start()
        self._try(self._backend.create, request, connection, token, cancellation)
        timer.cancel()
        timer.join()

    def _try(self, deed, *values, **named):
        try:
            result = deed(*values, **named)
        except Exception as error:  # noqa: BLE001 - whatever is raised, it must not show a secret
            _log.exception("%s failed: %r %s", deed.__name__, error, vars(error))
            with suppress(UnicodeError):
                traceback.print_exc()
        else:
            _log.debug("%s gave %r", deed.__name__, result)
            sys.stdout.write(f"{result!r}\n".encode("ascii", "backslashreplace").decode())
