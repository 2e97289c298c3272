"""Runs calls of a CredentialStore in a process of its own, for `secret_service.Session.credentials`."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import ExitStack, closing

import secretstorage
from secret_service import gnome_keyring_on

from koodrive.credentials.store import SERVICE_NAME, CredentialStore
from koodrive.errors import CredentialError

THE_KEYRING = ExitStack()


def lock():
    """Lock the default collection of the secret service."""
    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_default_collection(connection).lock()


def start_keyring():
    """Start a gnome-keyring while the process runs."""
    THE_KEYRING.enter_context(gnome_keyring_on(dict(os.environ)))


def stop_keyring():
    """End it."""
    THE_KEYRING.close()


def add_entry(connection_id, secret, **attributes):
    """Store a secret as another program or secret-tool does."""
    with closing(secretstorage.dbus_init()) as connection:
        collection = secretstorage.get_default_collection(connection)
        names = {"service": SERVICE_NAME, "username": connection_id, **attributes}
        collection.create_item("by somebody else", names, secret.encode(), replace=False)


def entries(connection_id):
    """Return the secrets of all entries for a connection."""
    with closing(secretstorage.dbus_init()) as connection:
        collection = secretstorage.get_default_collection(connection)
        found = collection.search_items({"service": SERVICE_NAME, "username": connection_id})
        return sorted(entry.get_secret().decode() for entry in found)


STEPS = {
    "add_entry": add_entry,
    "entries": entries,
    "lock": lock,
    "start_keyring": start_keyring,
    "stop_keyring": stop_keyring,
}


def do(store, name, *arguments):
    """Run one step and return its result."""
    step = STEPS.get(name) or getattr(store, name)
    began = time.monotonic()
    try:
        answer = {"value": step(*arguments)}
    except CredentialError as error:
        answer = {"error": type(error).__name__, "title": error.title, "message": error.message}
    return answer | {"seconds": time.monotonic() - began}


if __name__ == "__main__":
    with THE_KEYRING:
        the_store = CredentialStore(patience_seconds=float(sys.argv[1]))
        json.dump([do(the_store, *step) for step in json.load(sys.stdin)], sys.stdout)
