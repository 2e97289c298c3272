"""Settles open attempts in the history, by evidence or by a decision of the user, and opens them again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.api.responses import MAY_HAVE_BEEN_MADE
from koodrive.errors import JournalError
from koodrive.journal import Settlement
from koodrive.messages import Message, sentences
from koodrive.models import Action, OutcomeKind

if TYPE_CHECKING:
    from koodrive.creation.matching import Candidate
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection


LATE_EFFECT = Message("It may have been created after all")
"""Title of an attempt that was ruled out and is open again, and of the refusal to send the same."""


class AttemptSettler:
    """Writes outcomes of attempts whose answers were lost.

    To be used by one thread at a time, so that no two get the same ID.

    Args:
        journal: The history with the attempts.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def adopt(self, attempt_id: int, chosen: Candidate, connection: Connection) -> None:
        """Write down that the user has recognised `chosen` as what an attempt has made.

        Raises:
            JournalError: When another attempt has made it, this one is not of unknown outcome, or it could not be
                written down.
        """
        attempt = self._unknown_attempt(attempt_id)
        if self._journal.attempts.known_ids(connection, [chosen.listed.id]):
            raise JournalError(
                Message("Another entry has this ID already"),
                Message(
                    "{object_id} was created by another request, according to the history.",
                    object_id=chosen.listed.id,
                ),
            )
        chosen_at = Message("Chosen by you from the service's list at {time}.", time=now_text())
        self.settle_created(attempt, chosen, chosen_at)

    def declare_not_made(self, attempt_id: int) -> None:
        """Write down that the user has decided that an attempt has made nothing.

        Raises:
            JournalError: When it is not of unknown outcome, or it could not be written down.
        """
        attempt = self._unknown_attempt(attempt_id)
        decided_at = Message("You decided at {time} that it was not created.", time=now_text())
        if attempt.action == Action.DELETE:
            decided_at = Message("You decided at {time} that it was not taken back.", time=now_text())
        self.settle_not_made(attempt, decided_at, decided_at)

    def declare_deleted(self, attempt_id: int) -> None:
        """Write down that the user has decided that a delete was carried out.

        Raises:
            JournalError: When it is not of unknown outcome, or it could not be written down.
        """
        attempt = self._unknown_attempt(attempt_id)
        decided_at = Message("You decided at {time} that it was taken back.", time=now_text())
        self.settle_deleted(attempt, decided_at)

    def settle_created(self, attempt: Attempt, found: Candidate, note: Message) -> None:
        """Write down that `attempt`, whose outcome is unknown, has made `found`.

        Raises:
            JournalError: When it could not be written.
        """
        settlement = Settlement(OutcomeKind.CREATED, datetime.now(UTC), found.created, is_found=True)
        self._settle(attempt, settlement, note)

    def settle_deleted(self, attempt: Attempt, note: Message) -> None:
        """Write down that `attempt`, a delete whose outcome is unknown, was carried out.

        Raises:
            JournalError: When it could not be written.
        """
        self._settle(attempt, Settlement(OutcomeKind.DELETED, datetime.now(UTC)), note)

    def settle_not_made(self, attempt: Attempt, message: Message, note: Message) -> None:
        """Write down that `attempt`, whose outcome is unknown, has made or deleted nothing.

        Args:
            attempt: The attempt.
            message: Text for the user: the meaning.
            note: How it was found out.

        Raises:
            JournalError: When it could not be written.
        """
        is_delete = attempt.action == Action.DELETE
        title = Message("It was not taken back") if is_delete else Message("It was not created")
        settlement = Settlement(OutcomeKind.REFUSED, datetime.now(UTC), title=title, message=message)
        self._settle(attempt, settlement, note)

    def reopen(self, attempt: Attempt, reason: Message) -> None:
        """Give an attempt that was ruled out its unknown outcome back, so that the user and the resolver look again.

        Args:
            attempt: From `koodrive.journal.attempts.table.AttemptTable.ruled_out_attempts`.
            reason: The evidence, as the second half of a sentence.

        Raises:
            JournalError: When it could not be written.
        """
        opened = Message("Opened again at {time}: {reason}.", time=now_text(), reason=reason)
        note = sentences(attempt.note or "", opened)
        self._journal.attempts.reopen(attempt, LATE_EFFECT, MAY_HAVE_BEEN_MADE, note)

    def _settle(self, attempt: Attempt, settlement: Settlement, note: Message) -> None:
        """Write `settlement` with a note of how the answer was lost, what was found out before, and `note`."""
        lost = Message("{title}.", title=attempt.title) if attempt.title else ""
        whole = sentences(lost, attempt.note or "", note)
        self._journal.attempts.settle(attempt.attempt_id, replace(settlement, note=whole))

    def _unknown_attempt(self, attempt_id: int) -> Attempt:
        attempt = self._journal.history.attempt(attempt_id)
        # One that is still under way is settled by its sender, which must not be a surprise then.
        if attempt.outcome is not OutcomeKind.UNKNOWN:
            raise JournalError(
                Message("There is nothing left to decide"),
                Message("The outcome of entry {number} is not open. Nothing was changed.", number=attempt_id),
            )
        return attempt


def now_text() -> str:
    """Return the local time for notes: with the day, as the history keeps them."""
    return f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S}"
