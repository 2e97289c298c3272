"""Works with a CredentialStore in a process of its own, as `secret_service.Session.credentials` asks for."""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing

from koodrive.credentials import CredentialStore
from koodrive.errors import CredentialError


def lock() -> None:
    """Lock the default collection of the secret service."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_default_collection(connection).lock()


def do(store: CredentialStore, name: str, *arguments: str) -> dict[str, object]:
    """Do one step and return what came of it."""
    began = time.monotonic()
    try:
        value = lock() if name == "lock" else getattr(store, name)(*arguments)
        answer = {"value": value}
    except CredentialError as error:
        answer = {"error": type(error).__name__, "title": error.title, "message": error.message}
    return answer | {"seconds": time.monotonic() - began}


if __name__ == "__main__":
    the_store = CredentialStore(patience_seconds=float(sys.argv[1]))
    json.dump([do(the_store, *step) for step in json.load(sys.stdin)], sys.stdout)
