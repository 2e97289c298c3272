"""Where something is created: a shared folder of the history by its name or ID, and the user's only space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.serialization import fields_from_body
from koodrive.cli.failures import CommandError
from koodrive.journal import HistoryQuery
from koodrive.messages import Message, listed
from koodrive.models import OutcomeKind, RequestKind

if TYPE_CHECKING:
    from koodrive.cli.session import Session
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt

_MOST_NAMED = 5


def folder_fields(session: Session, folder: str) -> dict[str, str]:
    """Return the fields of an album that is to be in a shared folder of the history.

    Args:
        session: Has the history; only folders of its service address and user count.
        folder: Name, primary key, group ID or file ID.

    Returns:
        `groupId`, `shareFolderId` and, where the history has it, `containerId`.

    Raises:
        CommandError: When there is none of it, or several of one name.
    """
    found = _created_folders(session, folder)
    if not found:
        raise CommandError(
            "folder_unknown",
            Message("The history has no shared folder “{folder}”", folder=folder),
            Message(
                "Nothing was sent. 'koodrive history --kind folder' lists them; one that was created elsewhere is"
                " named with --group and --share-folder."
            ),
        )
    if len(found) > 1:
        raise CommandError(
            "folder_ambiguous",
            Message("The history has {count} shared folders “{folder}”", count=len(found), folder=folder),
            Message(
                "Nothing was sent. Name one by its ID: {ids}.",
                ids=listed(*(str(attempt.result_id) for attempt in found[:_MOST_NAMED])),
            ),
        )
    chosen = found[0]
    if not chosen.group_id:
        raise CommandError(
            "folder_without_group",
            Message("The history has no group ID of the shared folder “{folder}”", folder=folder),
            Message("Nothing was sent. Give both IDs with --group and --share-folder."),
        )
    fields = {"groupId": chosen.group_id, "shareFolderId": chosen.result_id or ""}
    space = fields_from_body(chosen.body).get("containerId")
    return {**fields, "containerId": space} if isinstance(space, str) and space else fields


def _created_folders(session: Session, folder: str) -> list[Attempt]:
    """Return the newest attempt of each shared folder of this name or ID; those by an ID come before those by name."""
    query = HistoryQuery(
        text=folder,
        kinds=frozenset({RequestKind.SHARED_FOLDER}),
        outcomes=frozenset({OutcomeKind.CREATED}),
        is_undone=False,
    )
    by_id: dict[str, Attempt] = {}
    by_name: dict[str, Attempt] = {}
    for attempt in session.backend.journal.history.attempts(query):
        is_here = (attempt.service_address, attempt.user_id) == session.connection.account_key
        if not is_here or attempt.result_id is None:
            continue
        if folder in {attempt.result_id, attempt.group_id, attempt.file_id}:
            by_id.setdefault(attempt.result_id, attempt)
        elif attempt.name == folder:
            by_name.setdefault(attempt.result_id, attempt)
    return list((by_id or by_name).values())


def only_space(session: Session, cancellation: Cancellation) -> str:
    """Return the ID of the user's space, as the service gives it.

    Args:
        session: The connection.
        cancellation: Ends it within a second.

    Raises:
        CommandError: When there is none, or several.
        KoodriveError: When it cannot be asked for.
    """
    spaces = session.backend.lookups(session.connection, session.token).spaces(cancellation)
    if len(spaces) == 1:
        return spaces[0].container_id
    named = listed(*(space.container_id for space in spaces[:_MOST_NAMED]))
    raise CommandError(
        "space_missing",
        Message("It is not known in which space to create it"),
        Message("Nothing was sent. Name one with --space: {spaces}.", spaces=named)
        if spaces
        else Message("Nothing was sent. The service names no space of this user; give its ID with --space."),
    )
