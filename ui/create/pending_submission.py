"""One create as the user has asked for it: content of the form, request and connection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.backend.backend import Backend
    from koodrive.core.deadline import Cancellation
    from koodrive.models import Connection, CreateRequest, Outcome
    from ui.create.spec import FormFields, FormSpec


@dataclass(frozen=True, slots=True)
class PendingSubmission:
    """One submit of a form, with the content and the connection of that moment."""

    spec: FormSpec
    fields: FormFields
    request: CreateRequest
    """Request that the fields stand for."""
    connection: Connection
    is_by_mouse: bool = False
    """Whether the button was pressed by the mouse, so that no key is about to be typed."""
    again: bool = False
    """Whether the duplicate check is skipped."""
    was_refused: bool = False
    """Whether it was sent and refused; otherwise it was never sent."""
    renewals: int = 0
    """Number of token renewals before it was sent."""
    has_had_fresh_token: bool = False
    """Whether it was refused with a token renewed just before, so that one more renewal cannot help."""

    @property
    def form(self) -> str:
        """First part of the object names of its entry in Activity; requests of one form go one after the other."""
        return self.spec.kind.value

    @property
    def is_undo(self) -> bool:
        """Whether it takes back what `request` has created."""
        return False

    @property
    def create_id(self) -> int | None:
        """Attempt ID of the create that it takes back; None for a create."""
        return None

    def send(
        self, backend: Backend, token: str, cancellation: Cancellation, queued_id: int | None
    ) -> Outcome:
        """Send it with exactly one call, and return its outcome; blocks.

        Args:
            backend: Sends it, and writes it down.
            token: Access token.
            cancellation: Ends the wait for the answer.
            queued_id: Its number in the journal's queue, which it leaves; None where it has not waited.

        Raises:
            KoodriveError: When nothing was sent.
        """
        return backend.create(
            self.request, self.connection, token, cancellation, again=self.again, queued_id=queued_id
        )
