"""Taking back one create with what the backend has: the look before, and the delete; both block."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from koodrive.journal import ReadInterruptedError

if TYPE_CHECKING:
    from koodrive.backend.backend import Backend
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.undo.models import UndoLook, UndoOutcome
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection

_log = logging.getLogger(__name__)


def look_before_undo(
    backend: Backend,
    attempt_id: int,
    connection: Connection,
    token: str,
    cancellation: Cancellation | None = None,
) -> UndoLook:
    """Read again what an attempt has created (`koodrive.creation.undo.undoer.Undoer.look`); nothing is changed.

    Args:
        backend: Of the history that has the attempt.
        attempt_id: Number of the create.
        connection: Service address and user to read as.
        token: Its access token.
        cancellation: Ends it within a second.

    Raises:
        JournalError: When the history cannot be read.
    """
    journal, client = backend.journal, backend.clients.client(connection, token)
    attempt = _attempt(journal, attempt_id)
    look = backend.undoer.look(attempt, client=client, connection=connection, cancellation=cancellation)
    _log.info("looked at attempt %s before taking it back: %s", attempt_id, look.code or look.verdict)
    return look


def _attempt(journal: Journal, attempt_id: int) -> Attempt:
    while True:
        try:
            return journal.history.attempt(attempt_id)
        except ReadInterruptedError:
            # Meant for a search of the window, which reads through the same channel.
            continue


def undo(
    backend: Backend,
    look: UndoLook,
    connection: Connection,
    token: str,
    cancellation: Cancellation | None = None,
) -> UndoOutcome:
    """Take back what was looked at (`koodrive.creation.undo.undoer.Undoer.undo`).

    Args:
        backend: Of the history that has the attempt.
        look: From `look_before_undo`.
        connection: Service address and user to send as.
        token: Its access token.
        cancellation: Ends the wait within a second.

    Raises:
        JournalError: When the intent could not be written; nothing was sent.
    """
    client = backend.clients.client(connection, token)
    return backend.undoer.undo(look, client=client, connection=connection, cancellation=cancellation)
