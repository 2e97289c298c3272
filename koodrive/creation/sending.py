"""One request and its outcome: sends a prepared create or delete and returns the settlement for the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from koodrive.api.responses import MAY_HAVE_BEEN_DONE
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    InvalidRequestError,
    KoodriveError,
    NotSentError,
    RateLimitedError,
    RefusedError,
    is_token_error,
)
from koodrive.journal import Settlement
from koodrive.messages import Message
from koodrive.models import Action, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.api.serialization import PreparedDelete, PreparedRequest
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt
    from koodrive.models import ResponseInfo


def send(
    prepared: PreparedRequest, client: KooDriveClient, cancellation: Cancellation | None
) -> tuple[Settlement, KoodriveError | None]:
    """Send a request, and return its settlement and, where it was not created, the error."""
    try:
        created = client.send(prepared, cancellation=cancellation)
    except KoodriveError as error:
        return _failed(error), error
    made = _carried_out(OutcomeKind.CREATED, created.response_info)
    return replace(made, created=created, note_if_known=same_id_note), None


def send_delete(
    prepared: PreparedDelete, client: KooDriveClient, cancellation: Cancellation | None
) -> tuple[Settlement, KoodriveError | None]:
    """Send a delete, and return its settlement and, where it was not deleted, the error."""
    try:
        deleted = client.send(prepared, cancellation=cancellation)
    except KoodriveError as error:
        return _failed(error), error
    return _carried_out(OutcomeKind.DELETED, deleted.response_info), None


def details_of(error: KoodriveError | None) -> dict[str, Any]:
    """Return what an error says of an outcome, by the names of `OutcomeDetails` but for the code; empty without one."""
    if error is None:
        return {}
    return {
        "title": error.title,
        "message": error.message,
        # The clock is put right by itself; it is no matter of credentials.
        "is_sign_in_needed": isinstance(error, AuthenticationError) and not isinstance(error, ClockError),
        # An answer without a code is not the service's own: it proves nothing about the token.
        "is_token_refused": error.code is not None and is_token_error(error),
        "retry_after": error.retry_after if isinstance(error, RateLimitedError) else None,
        "is_wait_stated": isinstance(error, RateLimitedError) and error.is_wait_stated,
        "is_clock_refused": isinstance(error, ClockError),
    }


def not_sent(error: NotSentError) -> Settlement:
    """Return the settlement of an attempt that was given up before it was sent."""
    return _failed(error)


def interrupted(action: Action = Action.CREATE) -> Settlement:
    """Return the settlement of an attempt whose wait for the answer ended in an unexpected error."""
    return Settlement(
        kind=OutcomeKind.UNKNOWN,
        settled_at=datetime.now(UTC),
        title=Message("KooDesk was interrupted while it waited for the answer"),
        message=MAY_HAVE_BEEN_DONE[action],
    )


def _carried_out(kind: OutcomeKind, response_info: ResponseInfo | None) -> Settlement:
    return Settlement(
        kind=kind,
        settled_at=datetime.now(UTC),
        status=response_info.status if response_info else None,
        code=response_info.code if response_info else None,
        answer=response_info.answer if response_info else None,
    )


def _failed(error: KoodriveError) -> Settlement:
    return Settlement(
        kind=_kind_of(error),
        settled_at=datetime.now(UTC),
        status=error.status,
        code=error.code,
        title=error.title,
        message=error.message,
        answer=error.answer,
    )


def same_id_note(earlier: Attempt) -> Message:
    """Return the note for a create whose result has the ID that `earlier` has."""
    time = f"{earlier.started_at.astimezone():%Y-%m-%d %H:%M:%S}"
    if earlier.kind == RequestKind.ALBUM:
        return Message(
            "This ID was created before: “{name}”, {time}. The service may have returned an existing album instead of a"
            " new one.",
            name=earlier.name or "–",
            time=time,
        )
    return Message(
        "This ID was created before: “{name}”, {time}. The service may have returned an existing folder instead of a"
        " new one.",
        name=earlier.name or "–",
        time=time,
    )


def _kind_of(error: KoodriveError) -> OutcomeKind:
    if isinstance(error, NotSentError | InvalidRequestError):
        return OutcomeKind.NOT_SENT
    if isinstance(error, RefusedError):
        return OutcomeKind.REFUSED
    return OutcomeKind.UNKNOWN
