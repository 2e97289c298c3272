"""Refreshes sessions of a sandbox in a process of its own, on the keyring of its session bus; prints the results.

Needs a bus without a secret service. The keyring is locked while a renewal waits for its answer, and started anew then.
"""

from __future__ import annotations

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from keyring_process import THE_KEYRING, lock, start_keyring, stop_keyring

from koodrive.api import serialization
from koodrive.api.tokens import tokens_from_text
from koodrive.api.transport import Transport
from koodrive.connections.sessions import SessionManager
from koodrive.credentials.store import CredentialStore
from koodrive.models import Connection
from koodrive.sandbox import Fault, Sandbox
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD, SANDBOX_USER_ID

BOUND_SECONDS = 10.0


def transport(connection, auth, *, proxy_password=None):
    """Return the transport to the sandbox."""
    return Transport(base_url=connection.service_address, auth=auth)


def stored_tokens():
    """Return the access token that the keyring itself holds."""
    return tokens_from_text(CredentialStore().load("c-1")).access_token


def renewed_while_locked(sandbox, sessions, connection, seen):
    """Refresh, and lock the keyring before the answer arrives."""
    sandbox.inject(Fault.SLOW, path=serialization.REFRESH_TOKEN, seconds=1)
    before = len(sandbox.requests())
    with ThreadPoolExecutor(1) as pool:
        renewal = pool.submit(sessions.renew, connection, seen)
        while len(sandbox.requests()) == before and not renewal.done():
            threading.Event().wait(0.005)
        lock()
        return renewal.result(BOUND_SECONDS)


def story(sandbox):
    """Sign in, refresh, and refresh again while the keyring is locked; return access tokens and messages."""
    connection = Connection(
        connection_id="c-1",
        name="Sandbox",
        service_address=sandbox.base_url,
        user_id=SANDBOX_USER_ID,
        authorization_format="as_is",
        language="en-US",
        account=SANDBOX_ACCOUNT,
        agent_name=SANDBOX_AGENT,
    )
    sessions = SessionManager(CredentialStore(), transport)
    told = {}
    start_keyring()
    tokens = sessions.log_in(connection, SANDBOX_PASSWORD).tokens
    sessions.save(connection.connection_id, tokens.text)
    told["signed in"], told["kept after signing in"] = tokens.access_token, stored_tokens()
    tokens = sessions.renew(connection, tokens.access_token)
    told["renewed"], told["kept after renewing"] = tokens.access_token, stored_tokens()
    tokens = renewed_while_locked(sandbox, sessions, connection, tokens.access_token)
    told["renewed while locked"], told["remark"] = tokens.access_token, sessions.storage_warning("c-1")
    told["held while locked"] = sessions.load(connection).token
    stop_keyring()
    start_keyring()
    told["kept after unlocking"] = stored_tokens()
    tokens = sessions.renew(connection, tokens.access_token)
    told["renewed at last"], told["kept at last"] = tokens.access_token, stored_tokens()
    told["remark at last"] = sessions.storage_warning("c-1")
    return told


if __name__ == "__main__":
    with THE_KEYRING, Sandbox() as the_sandbox:
        json.dump(story(the_sandbox), sys.stdout)
