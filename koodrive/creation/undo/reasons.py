"""Texts for the user: why something is kept, that it is gone, and what was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.creation.settlement import now_text
from koodrive.creation.undo.models import UndoCode, UndoLook, UndoVerdict
from koodrive.messages import Message, clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.errors import KoodriveError
    from koodrive.journal import Attempt

EMPTY_ALBUM = Message("Nothing is in the album.")
EMPTY_FOLDER = Message("Nothing is in the folder, it is yours, and nobody else has joined it.")
UNDOCUMENTED = Message(
    "What deleting does to files is not documented, so KooDesk deletes only what has nothing in it."
)
COLLECTION = Message(
    "It is a collection album: it gathers pictures from folders, none so far. Whether deleting an album that has"
    " gathered some touches the files is not documented."
)
READ_ONLY = Message(
    "The history can only be read, so that the delete could not be written down first. Nothing is deleted. Use the"
    " newer KooDesk."
)
NOT_CREATED = Message("This entry has created nothing that could be taken back, or that is not known yet.")
NOT_UNDERSTOOD = Message(
    "This KooDesk does not understand what was created, so it deletes nothing. Look into KooDrive yourself."
)
CACHED = Message(
    "A cache gave an answer that may be older than what is there now, so nothing is deleted. Try again later."
)
NO_IDS = Message(
    "The service does not say which space, group or owner the folder has, so KooDesk cannot look into it and deletes"
    " nothing. Look into it in KooDrive."
)
MAYBE_MORE_CONTENT = Message(
    "The first page of its content is empty, but the service says that there is more. Nothing is deleted. Look into it"
    " in KooDrive."
)
NO_NAME = Message(
    "The service's list does not say its name any more, so that it may have been renamed. Nothing is deleted. Look into"
    " it in KooDrive."
)
UNKNOWN_INVITATION = Message(
    "An invitation to the folder is in a state that KooDesk does not know, so somebody may have joined it. Nothing is"
    " deleted. Look into its members in KooDrive."
)
NOT_LISTED = Message(
    "The service has it, but its list does not show it, so that KooDesk cannot compare its name. Nothing is deleted."
    " Try again in a minute."
)
MAY_BE_LATE = Message(
    "The service does not show it, but it was created less than five minutes ago and may be shown late. Nothing is"
    " deleted. Try again in five minutes."
)
OTHER_FOLDERS = Message(
    "It gathers from other folders than it was created with. Nothing is deleted that somebody has changed. Look into it"
    " in KooDrive."
)
VANISHED = Message(
    "The service does not have it any more: somebody else has deleted it. Nothing has to be sent."
)
NOT_OURS = Message(
    "The service's list showed it before this entry was sent, so that this entry has not made it. Nothing is deleted."
    " Look into it in KooDrive."
)
STILL_THERE = Message(
    "The history has it as taken back, but the service has it still. Look into it in KooDrive."
)
CHANGED_MEANWHILE = Message("It was not taken back, as it is not as it was a moment ago")
CANCELLED = Message("Cancelled before it was sent")
NOTHING_SENT = Message("Nothing was taken back.")
OWN_ALBUMS_FIRST = Message(
    "Albums of yours are in the folder. Nothing is deleted. Take those back first, or both together."
)


def other_account(attempt: Attempt) -> Message:
    """Return the reason for what another user or service has."""
    return Message(
        "It was created at {address} as the user {user}. Use a connection for that to take it back.",
        address=attempt.service_address,
        user=attempt.user_id,
    )


def under_way(delete_id: int) -> Message:
    """Return the reason for what a delete is open of."""
    return Message(
        "Entry {number} deletes it right now, or its answer was lost. Find out first what became of that.",
        number=delete_id,
    )


def taken_back(attempt: Attempt) -> Message:
    """Return the reason for what was taken back already."""
    at = attempt.undone_at
    time = "–" if at is None else f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
    return Message("It was taken back at {time} already.", time=time)


def renamed(sent: str, listed: str) -> Message:
    """Return the reason for what has another name than was sent."""
    return Message(
        "Its name is “{listed}” now; it was created as “{sent}”. Nothing is deleted that somebody has renamed. Look"
        " into it in KooDrive.",
        listed=listed,
        sent=sent,
    )


def filled(count: int, *, is_album: bool) -> Message:
    """Return the reason for what has something in it.

    Args:
        count: How much was seen, at least.
        is_album: Whether it is an album, and no folder.
    """
    if is_album:
        return Message(
            "Something is in the album: at least {count}. Nothing is deleted that somebody has filled. Look into it in"
            " KooDrive.",
            count=count,
        )
    return Message(
        "Something is in the folder: at least {count}. Nothing is deleted that somebody has filled. Look into it"
        " in KooDrive.",
        count=count,
    )


def joined(count: int) -> Message:
    """Return the reason for a folder that others have joined."""
    if count == 1:
        return Message(
            "1 person has joined the folder. Nothing is deleted that others use. Look at its members in KooDrive."
        )
    return Message(
        "{count} have joined the folder. Nothing is deleted that others use. Look at its members in KooDrive.",
        count=count,
    )


def invited(count: int) -> Message:
    """Return the remark about invitations that nobody has accepted."""
    if count == 1:
        return Message("1 person is invited and has not joined. The invitation ends with the folder.")
    return Message(
        "{count} are invited and have not joined. The invitation ends with the folder.", count=count
    )


def not_owner(owner: str) -> Message:
    """Return the reason for a folder of somebody else."""
    return Message(
        "The folder belongs to the user {user}, and only its owner may delete it. Nothing is deleted.",
        user=owner,
    )


def holds_albums(count: int, first: UndoLook | None) -> Message:
    """Return the reason for a folder with albums that are kept.

    Args:
        count: How many are.
        first: One of them that is ours, with its reason; None where all are of others.
    """
    if first is not None and first.reason is not None:
        name = first.attempt.name or first.attempt.result_id or "–"
        if count == 1:
            return Message(
                "Your own album “{name}” in the folder is kept: {reason}", name=name, reason=first.reason
            )
        return Message(
            "{count} albums in the folder are kept, such as your own “{name}”: {reason}",
            count=count,
            name=name,
            reason=first.reason,
        )
    if count == 1:
        return Message(
            "1 album is in the folder that this history has not created. Nothing is deleted. Look into it in KooDrive."
        )
    return Message(
        "{count} albums are in the folder that this history has not created. Nothing is deleted. Look into it in"
        " KooDrive.",
        count=count,
    )


def album_stays(reason: Message | None) -> Message:
    """Return why a folder is kept whose album could not be taken back."""
    if reason is None:
        return Message("An album in the folder could not be taken back, so the folder is kept, too.")
    return Message(
        "An album in the folder could not be taken back, so the folder is kept, too: {reason}", reason=reason
    )


def unreadable(error: KoodriveError) -> Message:
    """Return the reason for what could not be read."""
    return Message(
        "It could not be read what is there now: {reason}. Nothing is deleted before that is known. Try again.",
        reason=error.title,
    )


def gaps(reasons: Sequence[Message]) -> Message:
    """Return the reason for what a list does not show that is not whole."""
    return Message(
        "The service's list does not show it, but that list is not whole: {reason}. Nothing is deleted. Try again"
        " later.",
        reason=clauses(*reasons),
    )


def kept(look: UndoLook, code: UndoCode, reason: Message) -> UndoLook:
    """Return the look at an attempt as one that keeps it."""
    return UndoLook(look.attempt, UndoVerdict.KEPT, code, reason, look.remarks)


# Notes of the history ------------------------------------------------------------------------------------------------


def gone_note() -> Message:
    """Return the note of a delete that was not sent, as there was nothing to delete."""
    return Message("It was gone already at {time}: nothing was sent.", time=now_text())


def gone_at_answer() -> Message:
    """Return the note of a delete that the service refused, as the object was gone."""
    return Message(
        "The service answered that it does not have it, and does not list it at {time}: somebody else has deleted it.",
        time=now_text(),
    )


def found_gone() -> Message:
    """Return the evidence that a delete whose answer was lost was carried out."""
    return Message("Not in the service's list any more at {time}: it was taken back.", time=now_text())


def found_there() -> Message:
    """Return the evidence that a delete whose answer was lost was not carried out."""
    return Message(
        "KooDesk looked several times, last at {time}: the service has it still, so it was not taken back.",
        time=now_text(),
    )


def still_there() -> Message:
    """Return the result of a look that is not the last, and finds the object."""
    return Message("The service still had it at {time}. It may be deleted a little later.", time=now_text())


def maybe_gone() -> Message:
    """Return the result of a look that is not the last, and does not find an object that is very new."""
    return Message(
        "The service did not show it at {time}. It was created a moment ago, so it may be shown late.",
        time=now_text(),
    )


def cannot_tell(reason: Message | None) -> Message:
    """Return why it cannot be told whether a delete was carried out.

    Args:
        reason: What keeps it from being told, as a part of a sentence; None where the answers contradict each other.
    """
    if reason is None:
        return Message(
            "At {time} the service's answers contradicted each other about whether it is still there.",
            time=now_text(),
        )
    return Message(
        "At {time} it could not be told whether it is still there: {reason}.", time=now_text(), reason=reason
    )
