"""What became of one request, as the window and the command tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.models.kinds import AlbumKind, OutcomeKind
from koodrive.models.requests import CreateAlbum

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.messages import Message
    from koodrive.models.requests import CreateRequest
    from koodrive.models.results import Created


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeDetails:
    """What is told of a create and of a delete alike, besides how it ended."""

    title: Message | None = None
    message: Message | None = None
    """Event, meaning and remedy; None when it was carried out."""
    code: str | None = None
    """The service's code, when it gave one."""
    is_sign_in_needed: bool = False
    """Whether it was refused because of the token or the user."""
    is_token_refused: bool = False
    """Whether the service itself refused it because of the token, so that it may be sent again with another one."""
    retry_after: float | None = None
    """Seconds to wait before it may be sent again, where the gateway turned it away for being one too many."""
    is_wait_stated: bool = False
    """Whether the gateway has said how long to wait."""
    is_clock_refused: bool = False
    """Whether it was refused because of the time that it said."""
    remark: Message | None = None
    """Further remark, for example that the clock of this computer is wrong."""
    trace_id: str | None = None
    settled_at: datetime | None = None
    journal_problem: Message | None = None
    """Said when the outcome stands, but could not be written into the history."""


@dataclass(frozen=True, slots=True)
class Outcome(OutcomeDetails):
    """Outcome of one create, as returned to the page that started it."""

    kind: OutcomeKind
    request: CreateRequest
    attempt_id: int | None
    """The row of the history, or None when not even the intent could be written."""
    created: Created | None = None
    name_conflict_id: int | None = None
    """An earlier attempt of unknown outcome that has probably made what now stands in the way."""

    @property
    def has_shared_album(self) -> bool:
        """Whether a shared album was created, which is in the history."""
        return (
            self.kind is OutcomeKind.CREATED
            and self.created is not None
            and self.attempt_id is not None
            and isinstance(self.request, CreateAlbum)
            and self.request.album_kind is AlbumKind.SHARED
        )
