"""Takes back what a create has made: reads it again, writes the intent, sends one delete, writes the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.findings import LookResult
    from koodrive.creation.undo.models import UndoLook, UndoOutcome
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection


class Undoer:
    """Takes back creates, each with exactly one delete and two committed entries in the journal.

    Args:
        journal: Where the creates are, and where the intent and the outcome are written.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def look(
        self,
        attempt: Attempt,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
        lists_within: float = 0.0,
    ) -> UndoLook:
        """Read again what an attempt has created, and return whether it can be taken back; nothing is changed.

        What cannot be read is kept; the error is in the result.

        Args:
            attempt: The create.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.
            lists_within: Seconds; a list that was read within them need not be read once more. What is in the object
                always is.

        Raises:
            JournalError: When the history cannot be read.
            CancelledByUserError: When `cancellation` ended it.
        """
        raise NotImplementedError

    def undo(
        self,
        look: UndoLook,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
        lists_within: float = 0.0,
    ) -> UndoOutcome:
        """Look once more, and delete it with exactly one call if it is ready still; its own albums come first.

        Only the own albums of `look` are deleted, as the user has been asked about those. What is gone already is
        noted as taken back, without a call.

        Args:
            look: From `look`, whose verdict is not ``kept``.
            client: Sends; belongs to `connection`.
            connection: Service address and user to send as.
            cancellation: Ends the wait within a second; after the first byte the outcome is then unknown.
            lists_within: As for `look`.

        Raises:
            UndoUnderWayError: When another window is taking it back, or the answer to that was lost; nothing was sent.
            JournalError: When the intent could not be written; nothing was sent.
        """
        raise NotImplementedError

    def find_out(
        self,
        attempt: Attempt,
        *,
        client: KooDriveClient,
        connection: Connection,
        is_last: bool = False,
        cancellation: Cancellation | None = None,
    ) -> LookResult:
        """Look once what became of a delete whose answer was lost, and write down what is certain.

        The resolver does the same for all that `koodrive.creation.search_scheduler` looks for.

        Args:
            attempt: The delete, of unknown outcome.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            is_last: Whether no other look follows, so that what is still there was not deleted.
            cancellation: Ends it within a second.

        Raises:
            JournalError: When the history cannot be used.
        """
        raise NotImplementedError
