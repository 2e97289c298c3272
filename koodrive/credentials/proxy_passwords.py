"""Passwords of proxies: in the keyring under names of their own, and cached in memory after their first use."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.core.deadline import Cancellation
    from koodrive.credentials.store import CredentialStore


def secret_name(connection_id: str) -> str:
    """Return the keyring's user name for a connection's proxy password."""
    return f"{connection_id}-proxy"


class ProxyPasswords:
    """Stores and caches proxy passwords; safe to share between threads.

    Passwords are cached, so that not every request waits for the keyring.

    Args:
        credentials: The keyring.
    """

    def __init__(self, credentials: CredentialStore) -> None:
        self._credentials = credentials
        self._lock = threading.Lock()
        self._found: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._found)} at hand>"

    def load(self, connection_id: str) -> str | None:
        """Return the password of a connection's proxy, or None when there is none; may block.

        Raises:
            CredentialError: When the keyring was needed and did not answer.
        """
        with self._lock:
            found = self._found.get(connection_id)
        if found is None:
            found = self._credentials.load(secret_name(connection_id))
            if found is not None:
                self._remember(connection_id, found)
        return found

    def save(self, connection_id: str, password: str, *, cancellation: Cancellation | None = None) -> None:
        """Store a password in the keyring; blocks.

        Args:
            connection_id: ID of the connection.
            password: The password; it becomes part of no message and no error.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring did not store it.
        """
        self._credentials.save(secret_name(connection_id), password, cancellation=cancellation)
        self._remember(connection_id, password)

    def save_for_session(self, connection_id: str, password: str) -> None:
        """Keep a password in memory until the process ends; does not block."""
        self._credentials.save_for_session(secret_name(connection_id), password)
        self._remember(connection_id, password)

    def is_session_only(self, connection_id: str) -> bool:
        """Return whether the password is kept in memory only; does not block."""
        return self._credentials.is_session_only(secret_name(connection_id))

    def delete(self, connection_id: str, *, cancellation: Cancellation | None = None) -> None:
        """Delete a password from memory and keyring, if it is there; blocks.

        Raises:
            CredentialError: When the keyring may still hold it.
        """
        with self._lock:
            self._found.pop(connection_id, None)
        self._credentials.delete(secret_name(connection_id), cancellation=cancellation)

    def _remember(self, connection_id: str, password: str) -> None:
        with self._lock:
            self._found[connection_id] = password
