"""The shield: says no before a request is sent that may make a second one of something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive import wire
from koodrive.errors import RepeatedRequestError
from koodrive.matching import list_name
from koodrive.models import OutcomeKind
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection, CreateRequest

RECENT = timedelta(minutes=10)
"""How long a request that was created is remembered as perhaps repeated by mistake."""


def check(request: CreateRequest, connection: Connection, journal: Journal) -> None:
    """Let `request` pass when nothing in the history speaks against sending it.

    Args:
        request: What is to be sent.
        connection: Where and as whom.
        journal: The history of all requests, and of what the service's lists showed.

    Raises:
        RepeatedRequestError: When the same request has an unknown outcome or was created a moment ago, or when
            the name is taken by something in the list.
        JournalError: When the history cannot be used.
    """
    twin = journal.twin(connection, request.name, wire.bodies_of(request), datetime.now(UTC) - RECENT)
    if twin is not None:
        raise _repeated(twin)
    if request.name:
        _check_name(request.name, request, connection, journal)


def _repeated(twin: Attempt) -> RepeatedRequestError:
    if twin.outcome is OutcomeKind.CREATED:
        return RepeatedRequestError(
            Sentence("This was created a moment ago"),
            Sentence(
                "Nothing was sent. The same request made {object_id} at {time}. Change something, or say that you"
                " want one more with the same content.",
                object_id=twin.result_id or "–",
                time=moment_in_words(twin.started_at),
            ),
            attempt_id=twin.attempt_id,
            object_id=twin.result_id,
        )
    return RepeatedRequestError(
        Sentence("It may have been made already"),
        Sentence(
            "Nothing was sent. The same request left at {time}, and its outcome is unknown. Sending it again may"
            " make a second one.",
            time=moment_in_words(twin.started_at),
        ),
        attempt_id=twin.attempt_id,
    )


def _check_name(name: str, request: CreateRequest, connection: Connection, journal: Journal) -> None:
    found, read_at = journal.lists.named(connection, list_name(request), name)
    if found and read_at is not None:
        raise RepeatedRequestError(
            Sentence("The service has one of this name"),
            Sentence(
                "Nothing was sent. The service's list showed “{name}” at {time} already. Choose another name, or"
                " say that you want one more of the same name.",
                name=name,
                time=moment_in_words(read_at),
            ),
            object_id=found[-1],
        )


def moment_in_words(moment: datetime) -> str:
    """Return a time as the clock on the wall showed it, with the day unless that is today."""
    local = moment.astimezone()
    is_today = local.date() == datetime.now(UTC).astimezone().date()
    return f"{local:%H:%M:%S}" if is_today else f"{local:%Y-%m-%d %H:%M}"
