"""What a look before taking back has found, and what became of the delete, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.models import OutcomeDetails

if TYPE_CHECKING:
    from koodrive.journal import Attempt
    from koodrive.messages import Message
    from koodrive.models import OutcomeKind


class UndoVerdict(StrEnum):
    """Whether what an attempt has created can be taken back."""

    READY = "ready"
    """It is as it was created, empty, and shared with nobody."""
    KEPT = "kept"
    """It is left as it is; `UndoLook.reason` says why."""
    GONE = "gone"
    """The service does not have it any more: there is nothing to delete."""


class UndoCode(StrEnum):
    """Why something is kept, or is gone; stable, for programs."""

    NOT_CREATED = "not_created"
    """The attempt has created nothing, or that is not known."""
    NOT_OURS = "not_ours"
    """It was there before the create that has been given its ID."""
    OTHER_ACCOUNT = "other_account"
    """It was created at another service or as another user."""
    READ_ONLY = "read_only"
    """The history can only be read."""
    UNDER_WAY = "under_way"
    """A delete of it is under way, or its answer was lost."""
    UNREADABLE = "unreadable"
    """Something of it could not be read; `UndoLook.error` says what."""
    NOT_LISTED = "not_listed"
    """The service has it, or may have it, but its list does not show it."""
    RENAMED = "renamed"
    CHANGED = "changed"
    """It gathers from other folders than it was created with."""
    NOT_OWNER = "not_owner"
    """The shared folder belongs to another user."""
    HAS_MEMBERS = "has_members"
    """Others have joined the shared folder."""
    HAS_ALBUMS = "has_albums"
    """Albums are in the shared folder that are not ours or not empty."""
    NOT_EMPTY = "not_empty"
    """Something is in it, or it is not certain that nothing is."""
    TAKEN_BACK = "taken_back"
    """The history has it as taken back already."""
    VANISHED = "vanished"
    """Somebody else has deleted it."""


@dataclass(frozen=True, slots=True)
class UndoLook:
    """One look at what an attempt has created, before it is taken back."""

    attempt: Attempt
    """The create."""
    verdict: UndoVerdict
    code: UndoCode | None = None
    """None for what is ready."""
    reason: Message | None = None
    """Text for the user: why it is kept, or that it is gone, and where to look; None for what is ready."""
    remarks: tuple[Message, ...] = ()
    """Texts for the user: what was read, and what is not documented."""
    own_albums: tuple[UndoLook, ...] = ()
    """Empty albums in the shared folder that this history has created: they are taken back first, all ready."""
    error: Exception | None = None
    """The `KoodriveError` that kept something from being read."""


@dataclass(frozen=True, slots=True)
class UndoOutcome(OutcomeDetails):
    """What became of taking back one object."""

    look: UndoLook
    """The look right before the delete; with the reason where it is kept."""
    kind: OutcomeKind | None
    """``deleted``, ``refused``, ``not_sent`` or ``unknown``; None where it is kept, so that nothing was sent."""
    attempt_id: int | None = None
    """The delete in the history; None where there is none."""
    albums: tuple[UndoOutcome, ...] = ()
    """What became of the own albums of a shared folder, which come first."""
