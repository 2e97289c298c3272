"""Why an attempt of the history cannot be taken back, as far as that is known without asking the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.models import Action, OutcomeKind
from ui.texts.attempts import local_time
from ui.texts.translate import translate

if TYPE_CHECKING:
    from koodrive.journal import Attempt, AttemptRow
    from koodrive.models import Connection


def obstacle_of_row(row: AttemptRow) -> str:
    """Return why a row of the history cannot be taken back, as a sentence; empty where nothing speaks against it."""
    if row.action == Action.DELETE:
        return translate("Undo", "This is itself something that was taken back.")
    if row.outcome == OutcomeKind.UNKNOWN:
        return translate("Undo", "It is not known yet whether it was created. Find out first.")
    if row.outcome != OutcomeKind.CREATED or not row.result_id:
        return translate("Undo", "It created nothing that could be taken back.")
    if row.undone_at is not None:
        return translate("Undo", "It was taken back {time}.").format(time=local_time(row.undone_at))
    return ""


def obstacle(attempt: Attempt, current: Connection | None, *, is_read_only: bool) -> str:
    """Return why an attempt cannot be taken back, as a sentence; empty where it can.

    Args:
        attempt: The attempt.
        current: The connection in use.
        is_read_only: Whether the history can only be read.
    """
    if is_read_only:
        return translate(
            "Undo", "The history can only be read, and nothing is deleted that cannot be written down."
        )
    if words := obstacle_of_row(attempt):
        return words
    if current is None or current.account_key != (attempt.service_address, attempt.user_id):
        return translate(
            "Undo",
            "It was created at another service or by another user. Use the connection that created it.",
        )
    return ""
