"""Keyrings that the user trusts although KooDesk does not know them: a JSON file of class names."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

from koodrive.core.file_lock import LOCK_FOLDER, file_lock
from koodrive.core.files import write_atomic
from koodrive.errors import CredentialError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMAT_VERSION = 1

_LOCKED_SECONDS = 5.0
"""How long to wait for another process that changes the file, which takes it milliseconds."""


class TrustedKeyrings:
    """Trusted class names of backends of the `keyring` package; safe to share between threads and processes.

    Whether one of them can be trusted at all is decided in `koodrive.credentials.backends`, each time that it is
    used.

    Args:
        path: The file; it need not be there. Its folder has to be there before the first change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def load(self) -> frozenset[str]:
        """Return all class names; a file that is missing, damaged or of another version holds none."""
        try:
            document = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return frozenset()
        if not isinstance(document, dict) or document.get("version") != FORMAT_VERSION:
            return frozenset()
        names = document.get("trusted")
        return (
            frozenset(name for name in names if isinstance(name, str))
            if isinstance(names, list)
            else frozenset()
        )

    def add(self, class_name: str) -> None:
        """Add a class.

        Args:
            class_name: Module and qualified name of the backend class.

        Raises:
            CredentialError: When the file cannot be written; nothing was changed.
        """
        self._change(lambda names: names | {class_name})

    def remove(self, class_name: str) -> None:
        """Remove a class, if it is trusted.

        Args:
            class_name: Module and qualified name of the backend class.

        Raises:
            CredentialError: When the file cannot be written; nothing was changed.
        """
        self._change(lambda names: names - {class_name})

    def _change(self, change: Callable[[frozenset[str]], frozenset[str]]) -> None:
        try:
            with self._lock, file_lock(self._path.parent / LOCK_FOLDER / "keyrings", _LOCKED_SECONDS):
                content = {"version": FORMAT_VERSION, "trusted": sorted(change(self.load()))}
                write_atomic(self._path, json.dumps(content, indent=2) + "\n")
        except OSError as exc:
            raise CredentialError(
                Message("The choice of keyrings could not be saved"),
                Message(
                    "The file is {path} ({reason}). Nothing was changed. Check that the disk has room and that you"
                    " may write there, then try again.",
                    path=self._path,
                    reason=exc.strerror or type(exc).__name__,
                ),
            ) from exc
