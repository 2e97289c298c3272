"""The duplicate check: refuses a request that may create a second one of something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.creation.matching import reconciliation_key
from koodrive.creation.settlement import LATE_EFFECT
from koodrive.errors import DuplicateRequestError
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from koodrive.errors import KoodriveError
    from koodrive.journal import Attempt, Duplicates
    from koodrive.listing.list_reader import ListLook
    from koodrive.models import CreateRequest

RECENT = timedelta(minutes=10)
"""Age up to which a created request counts as perhaps repeated by mistake."""
REMEMBERED = timedelta(days=7)
"""Age up to which attempts that were ruled out are rechecked."""

_CREATED = (
    Message("This was created a moment ago"),
    Message(
        "Nothing was sent. The same request created {object_id} at {time}. Change something, or say"
        " that you want one more with the same content."
    ),
)
_CREATED_ALIKE = (
    Message("One that looks the same was created a moment ago"),
    Message(
        "Nothing was sent. One that looks the same, “{name}”, was created at {time}: {object_id}. Change"
        " something, or say that you want one more that looks the same."
    ),
)
_MAY_BE_CREATED = Message("It may have been created already")
_LOST = (
    _MAY_BE_CREATED,
    Message(
        "Nothing was sent. The same request left at {time}, and its outcome is unknown. Sending it again may make a"
        " second one."
    ),
)
_LOST_ALIKE = (
    _MAY_BE_CREATED,
    Message(
        "Nothing was sent. One that looks the same, “{name}”, left at {time}, and its outcome is unknown. Sending"
        " this one may make a second one."
    ),
)
"""Title and message for a request like an earlier one, by how that ended and whether it only looks the same."""

_NAME_TAKEN = Message("The service has one of this name")


class RecheckNeededError(Exception):
    """Raised when attempts that seemed to have made nothing have to be rechecked before the request is sent.

    Args:
        suspects: These attempts, oldest first.
    """

    def __init__(self, suspects: list[Attempt]) -> None:
        super().__init__("a recheck is needed")
        self.suspects = suspects


def require_not_duplicate(
    request: CreateRequest, duplicates: Duplicates, look: ListLook, cleared: Collection[int] = ()
) -> None:
    """Check that `request` doubles nothing.

    Args:
        request: The request to send.
        duplicates: Earlier attempts and listed objects of the same name.
        look: The service's list as the press has just read it.
        cleared: Attempts that a recheck has found not to have made anything.

    Raises:
        DuplicateRequestError: When the same request has an unknown outcome or was created a moment ago, or when
            the name is taken by something in the list.
        RecheckNeededError: When an attempt that is not among `cleared` seemed to have made nothing.
    """
    if duplicates.attempt is not None:
        raise _repeated(duplicates.attempt, request.name)
    suspects = same_requests(request, duplicates.ruled_out_attempts)
    if any(suspect.attempt_id not in cleared for suspect in suspects):
        raise RecheckNeededError(suspects)
    if request.name:
        _check_name(request.name, duplicates, look)


def same_requests(request: CreateRequest, attempts: Iterable[Attempt]) -> list[Attempt]:
    """Return those of `attempts` whose requests the service's list cannot tell from `request`."""
    found = []
    for attempt in attempts:
        sent = serialization.request_from_body(attempt.kind, attempt.body)
        if sent is not None and reconciliation_key(sent) == reconciliation_key(request):
            found.append(attempt)
    return found


def _repeated(earlier: Attempt, name: str | None) -> DuplicateRequestError:
    """Return what holds a request back: `earlier`, whose name may only look the same as `name`."""
    time = moment_text(earlier.started_at)
    is_same = (earlier.name or "") == (name or "")
    if earlier.outcome is OutcomeKind.CREATED:
        title, message = _CREATED if is_same else _CREATED_ALIKE
    else:
        title, message = _LOST if is_same else _LOST_ALIKE
    return DuplicateRequestError(
        title,
        message.filled(object_id=earlier.result_id or "–", time=time, name=earlier.name),
        attempt_id=earlier.attempt_id,
        object_id=earlier.result_id,
    )


def late_effect(earlier: Attempt) -> DuplicateRequestError:
    """Return the error for a request whose effect the list shows, though `earlier` seemed to have made nothing."""
    return DuplicateRequestError(
        LATE_EFFECT,
        Message(
            "Nothing was sent. The same request left at {time} and seemed to have created nothing, but the"
            " service's list shows something that it may have created late.",
            time=moment_text(earlier.started_at),
        ),
        attempt_id=earlier.attempt_id,
    )


def not_rechecked(earlier: Attempt, error: KoodriveError) -> DuplicateRequestError:
    """Return the error for a request like `earlier`, which cannot be rechecked because of `error`."""
    return DuplicateRequestError(
        LATE_EFFECT,
        Message(
            "Nothing was sent. The same request left at {time} and seemed to have created nothing, but"
            " KooDesk could not read the service's list once more: {reason}.",
            time=moment_text(earlier.started_at),
            reason=error.title,
        ),
    )


def _check_name(name: str, duplicates: Duplicates, look: ListLook) -> None:
    seen_now = [object_id for object_id in look.ids_named(name) if object_id not in duplicates.taken_back]
    if seen_now:
        raise DuplicateRequestError(
            _NAME_TAKEN,
            Message(
                "Nothing was sent. The service's list shows “{name}” already. Choose another name, or say that you want"
                " one more of the same name.",
                name=name,
            ),
            object_id=seen_now[-1],
        )
    listed = duplicates.listed
    if listed.read_at is None or not (listed.shown or listed.missing):
        return
    time = moment_text(listed.read_at)
    shown, missing = (
        [object_id for object_id in ids if object_id not in duplicates.taken_back]
        for ids in (listed.shown, listed.missing)
    )
    if shown:
        raise DuplicateRequestError(
            _NAME_TAKEN,
            Message(
                "Nothing was sent. The service's list showed “{name}” at {time} already. Choose another name, or"
                " say that you want one more of the same name.",
                name=name,
                time=time,
            ),
            object_id=shown[-1],
        )
    if missing:
        raise DuplicateRequestError(
            Message("The service may have one of this name"),
            Message(
                "Nothing was sent. The service's list showed “{name}” before, but not at {time}. It may have been"
                " removed, or the list may not be whole. Choose another name, or say that you want one more of the"
                " same name.",
                name=name,
                time=time,
            ),
            object_id=missing[-1],
        )


def moment_text(moment: datetime) -> str:
    """Return a time as the clock on the wall showed it, with the day unless that is today."""
    local = moment.astimezone()
    is_today = local.date() == datetime.now(UTC).astimezone().date()
    return f"{local:%H:%M:%S}" if is_today else f"{local:%Y-%m-%d %H:%M}"
