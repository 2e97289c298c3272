"""Texts for the user and the history: the evidence of a look at the service's list for lost answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.creation.settlement import now_text
from koodrive.errors import OutcomeUnknownError
from koodrive.messages import Message, clauses, listed, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.creation.matching import Candidate
    from koodrive.models import Connection

_MOST_NAMED = 5
"""IDs that a note names."""


def found(count: int) -> Message:
    """Return the evidence for the objects that `count` attempts have made."""
    if count == 1:
        return Message(
            "Found in the service's list at {time}: it matches the request, is new since then, and is the only"
            " one.",
            time=now_text(),
        )
    return Message(
        "Found in the service's list at {time}: {count} match the request and are new since then, just as"
        " many as there were requests.",
        time=now_text(),
        count=count,
    )


def named(object_id: str) -> Message:
    """Return the evidence for the object of an attempt whose answer named an ID."""
    return Message(
        "Found in the service's list at {time}: its answer could not be trusted, but named the ID {object_id}, and the"
        " list shows that.",
        time=now_text(),
        object_id=object_id,
    )


def not_yet(candidates: Sequence[Candidate], gaps: Sequence[Message]) -> Message:
    """Return the result of a look that is not the last."""
    if candidates:
        return Message(
            "At {time} the service's list showed {count} that may match.",
            time=now_text(),
            count=len(candidates),
        )
    if gaps:
        return Message(
            "Not in the service's list at {time}, which was not whole: {reason}.",
            time=now_text(),
            reason=clauses(*gaps),
        )
    return Message(
        "Not in the service's list at {time}. It may appear there a little later.", time=now_text()
    )


def ruled_out(leads: Sequence[str]) -> Message:
    """Return the evidence that nothing was made.

    Args:
        leads: The IDs that untrusted answers named.
    """
    looked = Message(
        "KooDesk looked into the service's list several times, last at {time}: what was asked for is not in it.",
        time=now_text(),
    )
    return sentences(looked, _unconfirmed(leads))


def late(object_ids: Sequence[str]) -> Message:
    """Return why attempts that were ruled out are open again, as a part of a sentence."""
    return Message("the service's list shows {ids}", ids=listed(*object_ids))


def not_whole(gaps: Sequence[Message], leads: Sequence[str]) -> Message:
    """Return why the last look decides nothing.

    Args:
        gaps: Why the list is not whole, each as a part of a sentence.
        leads: The IDs that untrusted answers named.
    """
    seen = Message(
        "What was asked for is not in the service's list at {time}, but that list is not whole: {reason}."
        " So it does not tell whether it was created.",
        time=now_text(),
        reason=clauses(*gaps),
    )
    return sentences(seen, _unconfirmed(leads))


def doubtful(candidates: Sequence[Candidate], *, requests: int) -> Message:
    """Return why the user has to decide.

    Args:
        candidates: Objects that may be meant; not empty.
        requests: How many attempts there are for it.
    """
    if requests > 1:
        message = Message(
            "At {time} the service's list showed {count} that may match ({ids}), for {requests} requests"
            " whose answers were lost. It does not tell which is which."
        )
    elif len(candidates) > 1:
        message = Message(
            "At {time} the service's list showed {count} that may match ({ids}). It does not tell whether one"
            " of them comes from this request."
        )
    else:
        message = Message(
            "At {time} the service's list showed one that may match ({ids}). It does not tell whether it"
            " comes from this request."
        )
    return message.filled(
        time=now_text(),
        count=len(candidates),
        ids=listed(*(candidate.listed.id for candidate in candidates[:_MOST_NAMED])),
        requests=requests,
    )


def others_list(connection: Connection) -> OutcomeUnknownError:
    """Return the error for a list that belongs to another user."""
    return OutcomeUnknownError(
        Message("The service's list is that of another user"),
        Message(
            "It was asked for what the user {user} has created, and names only others. Check the user ID and the"
            " token of the connection.",
            user=connection.user_id,
        ),
    )


def _unconfirmed(leads: Sequence[str]) -> str:
    """Return what the list does not confirm, as a sentence; empty without any."""
    if not leads:
        return ""
    return Message(
        "Its answer named the ID {leads}, which the list does not show.", leads=listed(*leads[:_MOST_NAMED])
    )
