"""Checks whether a shared album that was just created is in its shared folder.

Its `shareFolderId` is a number of 64 bits on the wire. A gateway that passes JSON through JavaScript rounds it, and the
service then says "created" for another folder, or for none. What follows from the look is only said: the outcome stays.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from koodrive.core.deadline import (
    Cancellation,
    CancelledByUserError,
    DeadlineExceededError,
    is_cancelled,
    run_within,
)
from koodrive.errors import JournalError, KoodriveError
from koodrive.listing.snapshots import PageCheck, all_pages, page_of
from koodrive.messages import Message
from koodrive.models import CreateAlbum

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.journal import Journal
    from koodrive.models import Outcome

PAUSE_SECONDS = 3.0
"""Between the outcome and the look, as lists may lag a little."""
LONGEST_SECONDS = 20.0
"""Most time that the look may take."""

_log = logging.getLogger(__name__)


def read_back(
    outcome: Outcome,
    *,
    client: KooDriveClient,
    journal: Journal,
    cancellation: Cancellation | None = None,
    pause: float | None = None,
) -> Message | None:
    """Read the list of the folder once, and write down when the album is not in it.

    Args:
        outcome: Of a create; durable by now.
        client: Reads the list; belongs to the connection that created it.
        journal: Where the note goes.
        cancellation: Ends it within a second.
        pause: Seconds to wait before; by default `PAUSE_SECONDS`.

    Returns:
        A remark for the user, where the list is whole and does not show a shared album that was created; None for
        all else, also where that is unknown.
    """
    if not outcome.has_shared_album:
        return None
    if (cancellation or Cancellation()).wait(PAUSE_SECONDS if pause is None else pause):
        return None
    reading = Cancellation()
    try:
        is_missing = run_within(
            LONGEST_SECONDS,
            lambda: _is_missing(outcome, client, reading),
            cancellation=cancellation,
            abort=reading.cancel,
            name="read-back",
        )
    except (KoodriveError, DeadlineExceededError, CancelledByUserError) as error:
        _log.info("a shared album could not be read back: %s", type(error).__name__)
        return None
    if not is_missing or is_cancelled(cancellation):
        return None
    said = _not_listed(outcome)
    try:
        journal.attempts.add_remark(outcome.attempt_id or 0, said)
    except JournalError as error:
        _log.warning("a remark could not be added to an attempt: %s", error.title)
    return said


def _is_missing(outcome: Outcome, client: KooDriveClient, cancellation: Cancellation) -> bool:
    album_id = outcome.created.result_id if outcome.created is not None else ""
    check, count = PageCheck(), set[str]()
    for rows in all_pages(page_of(outcome.request, client, cancellation), check):
        if album_id in rows:
            return False
        count |= rows.keys()
    return not check.gaps(len(count))


def _not_listed(outcome: Outcome) -> Message:
    request = outcome.request
    folder_id = request.share_folder_id if isinstance(request, CreateAlbum) else None
    return Message(
        "Created, but not in the list of the shared folder {folder_id}: a gateway may have changed the number on its"
        " way. Check in KooDrive where the album is before you create another one.",
        folder_id=folder_id or "–",
    )
