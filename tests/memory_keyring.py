"""Keyrings in memory: one that works, and some that fail in the ways that real ones do."""

from __future__ import annotations

import threading

from keyring import errors
from keyring.backend import KeyringBackend

from koodrive.credentials.store import CredentialStore

PATIENCE_SECONDS = 10.0
BOUND_SECONDS = 5.0
"""Most seconds that a test waits for something that should happen at once."""


class MemoryKeyring(KeyringBackend):
    """A keyring that works, in memory, and that `keyring` never finds by itself."""

    viable = False

    def __init__(self):
        super().__init__()
        self.items = {}

    def get_password(self, service, username):
        return self.items.get((service, username))

    def set_password(self, service, username, password):
        self.items[service, username] = password

    def delete_password(self, service, username):
        if self.items.pop((service, username), None) is None:
            raise errors.PasswordDeleteError("No such password!")


class AlteringKeyring(MemoryKeyring):
    """Stores something else than it was given."""

    def set_password(self, service, username, password):
        super().set_password(service, username, password[:5])


class ForgettingKeyring(MemoryKeyring):
    """Succeeds at everything and stores nothing, as the null keyring does."""

    def set_password(self, service, username, password):
        pass


class HidingKeyring(MemoryKeyring):
    """Keyring with an entry of another program for each name, which it reads first."""

    def __init__(self, other):
        super().__init__()
        self.other = other

    def get_password(self, service, username):
        return self.other or super().get_password(service, username)

    def delete_password(self, service, username):
        if self.other is None:
            super().delete_password(service, username)
        self.other = None


class ClingingKeyring(MemoryKeyring):
    """Says that it deletes, and does not."""

    def delete_password(self, service, username):
        pass


class RaisingKeyring(MemoryKeyring):
    """Raises the same error at every call, after looking at what it was given."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def get_password(self, service, username):
        raise self.error

    def set_password(self, service, username, password):
        raise self.error


class AskingKeyring(MemoryKeyring):
    """Asks a question at every call and waits until it is answered."""

    def __init__(self):
        super().__init__()
        self.asked = threading.Semaphore(0)
        self.answer = threading.Event()

    def get_password(self, service, username):
        self._ask()
        return super().get_password(service, username)

    def set_password(self, service, username, password):
        self._ask()
        super().set_password(service, username, password)

    def _ask(self):
        self.asked.release()
        self.answer.wait(BOUND_SECONDS)


def store_on(backend, patience_seconds=PATIENCE_SECONDS):
    """Return a `CredentialStore` on a keyring of this file."""
    return CredentialStore(backend=lambda: backend, patience_seconds=patience_seconds)


def keyring_class(name):
    """Return a class of working keyrings that has the given full name."""
    module, _, qualname = name.rpartition(".")
    return type(qualname, (MemoryKeyring,), {"__module__": module})
