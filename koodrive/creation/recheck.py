"""Rechecks the list before a request is sent again whose first attempt seemed to have made nothing.

A service may carry out late what it was asked for, after the resolver has looked for the last time. Then the attempt is
opened again, and nothing is sent.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api.responses import MAY_HAVE_BEEN_MADE
from koodrive.creation.decision import old_ids
from koodrive.creation.duplicate_check import moment_text, same_requests
from koodrive.creation.matching import content_matches
from koodrive.creation.open_attempts import OpenAttempt
from koodrive.errors import AuthenticationError, DuplicateRequestError, JournalError, KoodriveError
from koodrive.listing.snapshots import ListSnapshot, read_and_record
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt, Journal
    from koodrive.listing.list_reader import ListLook
    from koodrive.models import Connection, CreateRequest, Outcome

REMEMBERED = timedelta(days=7)
"""Age up to which attempts that were ruled out are rechecked."""

_TITLE = Message("It may have been created after all")


def recheck_absent(
    request: CreateRequest,
    suspects: list[Attempt],
    look: ListLook,
    *,
    client: KooDriveClient,
    connection: Connection,
    journal: Journal,
    cancellation: Cancellation | None = None,
) -> None:
    """Let `request` pass, unless the list shows by now what an earlier attempt of the same seemed not to have made.

    Args:
        request: The request to send.
        suspects: The earlier attempts, oldest first.
        look: The list as the press has just read it; where that is not whole, the list is read to its end.
        client: Belongs to `connection`.
        connection: Service address and user to read as.
        journal: The history.
        cancellation: Ends it within a second.

    Raises:
        DuplicateRequestError: When it does, or when that is unknown, as the list could not be read or is not whole.
        JournalError: When the history cannot be used.
    """
    try:
        if look.error is not None:
            raise look.error
        read = (
            ListSnapshot(list(look.rows))
            if look.is_whole
            else read_and_record(
                request, client=client, connection=connection, journal=journal, cancellation=cancellation
            )
        )
    except KoodriveError as error:
        if isinstance(error, AuthenticationError) and "401" in {error.code, str(error.status)}:
            # The same token keeps the request from being carried out, and the refusal of that says more.
            return
        raise _not_checked(suspects[-1], error) from error
    alike = [row.id for row in read.rows if content_matches(request, row)]
    old = old_ids(journal, connection, OpenAttempt(suspects[0], request), alike)
    if shown := [object_id for object_id in alike if object_id not in old]:
        for suspect in suspects:
            _reopen(suspect, journal, Message("the service's list shows {ids}", ids=", ".join(shown)))
        raise DuplicateRequestError(
            _TITLE,
            Message(
                "Nothing was sent. The same request left at {time} and seemed to have created nothing, but"
                " the service's list shows something that it may have created late.",
                time=moment_text(suspects[-1].started_at),
            ),
            attempt_id=suspects[-1].attempt_id,
        )
    if not read.is_whole:
        raise _not_checked(suspects[-1], read.problem)


def ruled_out_attempts(request: CreateRequest, connection: Connection, journal: Journal) -> list[Attempt]:
    """Return the attempts of the last days that have seemingly not made what `request` asks for, oldest first.

    Raises:
        JournalError: When the history cannot be used.
    """
    return same_requests(
        request, journal.attempts.ruled_out_attempts(connection, request.name, datetime.now(UTC) - REMEMBERED)
    )


def with_name_conflict(outcome: Outcome, connection: Connection, journal: Journal) -> Outcome:
    """Return the outcome of a request whose name was taken, with the lost attempt that probably took it, if any.

    Args:
        outcome: The service has refused the name.
        connection: Service address and user of the request.
        journal: The history; one that cannot be used adds nothing.
    """
    try:
        earlier = _name_conflict(outcome.request, connection, journal)
    except JournalError:
        return outcome
    if earlier is None:
        return outcome
    message = Message(
        "Nothing was created by this request. The name is probably taken by your own one of {time}, whose"
        " answer was lost. Find out what became of that before you choose another name.",
        time=moment_text(earlier.started_at),
    )
    return replace(outcome, message=message, name_conflict_id=earlier.attempt_id)


def _name_conflict(request: CreateRequest, connection: Connection, journal: Journal) -> Attempt | None:
    """Return the latest attempt of the same whose answer was lost; one that was ruled out is opened again."""
    if still_open := same_requests(request, journal.attempts.open_attempts(connection)):
        return still_open[-1]
    if suspects := ruled_out_attempts(request, connection, journal):
        _reopen(suspects[-1], journal, Message("the service says that its name is taken"))
        return suspects[-1]
    return None


def _reopen(attempt: Attempt, journal: Journal, reason: Message) -> None:
    """Give an attempt that was ruled out its unknown outcome back, so that the user and the resolver look again.

    Args:
        attempt: One of `ruled_out_attempts`.
        journal: The history.
        reason: The evidence, as the second half of a sentence.

    Raises:
        JournalError: When it could not be written down.
    """
    time = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S}"
    journal.attempts.reopen(
        attempt, _TITLE, MAY_HAVE_BEEN_MADE, f"{attempt.note} Opened again at {time}: {reason}."
    )


def _not_checked(suspect: Attempt, error: KoodriveError) -> DuplicateRequestError:
    return DuplicateRequestError(
        _TITLE,
        Message(
            "Nothing was sent. The same request left at {time} and seemed to have created nothing, but"
            " KooDesk could not read the service's list once more: {reason}.",
            time=moment_text(suspect.started_at),
            reason=error.title,
        ),
    )
