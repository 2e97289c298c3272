"""A KooDrive for rehearsal on 127.0.0.1: it makes no real albums, and its faults can be switched on.

It validates requests against `resources/koodrive.openapi.json` and shares no code with the rest of `koodrive`, so
that a mistake on one side shows as a difference. The layers of one request::

    server     the sockets
    app        Responder: control call, fault or service?
    access     no web pages, and control calls with the secret only
      control    the calls under /sandbox/
      faults     the queue of faults, and work that a fault defers
      service    KooDriveService: carries out what was admitted
        admission  validation by the OpenAPI description
          auth       the forms of Authorization, tokens, signatures
        catalog    albums and shared folders, kept in the state file by state_file, and the log of deletes
        changes    what other people do, at once or right before a delete, and what is then in there
        lists      the answers that list and show all that
        account    tokens, spaces, and files in them, in memory only
        sign_in    signing in, renewing a session, leaving it
      fake_answers  what a fault makes of a response, and of a name that is stored
      delivery   how the answer reaches the client
"""

from __future__ import annotations

from koodrive.sandbox.changes import Change
from koodrive.sandbox.faults import Fault
from koodrive.sandbox.identity import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_APP_ID,
    SANDBOX_APP_SECRET,
    SANDBOX_CONTAINER_ID,
    SANDBOX_PASSWORD,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
)
from koodrive.sandbox.messages import ReceivedRequest, SandboxError
from koodrive.sandbox.sandbox import Sandbox

__all__ = [
    "SANDBOX_ACCOUNT",
    "SANDBOX_AGENT",
    "SANDBOX_APP_ID",
    "SANDBOX_APP_SECRET",
    "SANDBOX_CONTAINER_ID",
    "SANDBOX_PASSWORD",
    "SANDBOX_TOKEN",
    "SANDBOX_USER_ID",
    "Change",
    "Fault",
    "ReceivedRequest",
    "Sandbox",
    "SandboxError",
]
