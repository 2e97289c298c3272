"""Signs in at a sandbox or refreshes the stored session, in a process that may be killed while it stores the tokens.

``renewing_process.py ADDRESS FILE DEED [MOMENT]``: DEED is ``signIn`` or ``renew``; MOMENT says when the process dies,
``before`` or ``after`` the keyring, which is FILE here, has written. Tells the access token, or the name of an error.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from keyring.backend import KeyringBackend

from koodrive.api.transport import Transport
from koodrive.connections.sessions import SessionManager
from koodrive.credentials.store import CredentialStore
from koodrive.errors import KoodriveError
from koodrive.models import Connection
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD, SANDBOX_USER_ID


class FileKeyring(KeyringBackend):
    """Keeps one secret in a file, whole or not at all, as a keyring does."""

    priority = 1

    def __init__(self, path, moment):
        super().__init__()
        self._path = path
        self._moment = moment

    def get_password(self, _service, _username):
        return self._path.read_text() if self._path.exists() else None

    def set_password(self, _service, _username, password):
        if self._moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        part = self._path.with_suffix(".part")
        part.write_text(password)
        part.replace(self._path)
        if self._moment == "after":
            os.kill(os.getpid(), signal.SIGKILL)

    def delete_password(self, _service, _username):
        self._path.unlink()


def transport(connection, auth, *, proxy_password=None):
    """Return the transport to the sandbox."""
    return Transport(base_url=connection.service_address, auth=auth)


def token(address, path, deed, moment=""):
    """Sign in or refresh, and return the access token."""
    keyring = FileKeyring(Path(path), moment)
    sessions = SessionManager(CredentialStore(backend=lambda: keyring), transport)
    connection = Connection(
        connection_id="c-1",
        name="Sandbox",
        service_address=address,
        user_id=SANDBOX_USER_ID,
        authorization_format="as_is",
        language="en-US",
        account=SANDBOX_ACCOUNT,
        agent_name=SANDBOX_AGENT,
    )
    if deed == "renew":
        return sessions.renew(connection, sessions.load(connection).token).access_token
    tokens = sessions.log_in(connection, SANDBOX_PASSWORD).tokens
    sessions.save(connection.connection_id, tokens.text)
    return tokens.access_token


if __name__ == "__main__":
    try:
        told = token(*sys.argv[1:])
    except KoodriveError as error:
        told = type(error).__name__
    json.dump(told, sys.stdout)
