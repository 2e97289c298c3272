"""What is taken back, as Activity sends it: one delete, which looks once more right before it is sent."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.creation.undo.models import UndoVerdict
from koodrive.messages import Message
from koodrive.models import OutcomeDetails, OutcomeKind
from ui.create.pending_submission import PendingSubmission
from ui.create.spec import SPECS, FormSpec
from ui.create.undo_texts import KeptError, UndoneOutcome
from ui.texts.attempts import subject_text
from ui.texts.translate import translate

if TYPE_CHECKING:
    from koodrive.backend.backend import Backend
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.undo.models import UndoLook, UndoOutcome
    from koodrive.journal import Attempt
    from koodrive.models import Connection, CreateRequest, Outcome

FORM = "undo"
"""First part of the object names of its entries."""


@dataclass(frozen=True, slots=True)
class PendingUndo(PendingSubmission):
    """One object that is to be taken back; `request` is the one that has created it."""

    of_attempt: int = field(kw_only=True)
    """Number of the create."""
    look: UndoLook | None = field(kw_only=True, default=None)
    """What the user has been asked about; None for one of before a restart, which is looked at anew."""

    @property
    def form(self) -> str:
        """First part of the object names of its entry in Activity."""
        return FORM

    @property
    def is_undo(self) -> bool:
        """Whether it takes back what `request` has created."""
        return True

    @property
    def create_id(self) -> int | None:
        """Attempt ID of the create that it takes back."""
        return self.of_attempt

    def send(
        self,
        backend: Backend,
        token: str,
        cancellation: Cancellation,
        queued_id: int | None,  # noqa: ARG002 - of the base class
    ) -> Outcome:
        """Look once more, and delete it with exactly one call; blocks.

        Raises:
            KeptError: When it has changed since the question; nothing was sent.
            KoodriveError: When nothing was sent.
        """
        # Here, as the window starts without these modules.
        from koodrive.backend.undoing import look_before_undo, undo  # noqa: PLC0415

        connection = self.connection
        look = self.look or look_before_undo(backend, self.of_attempt, connection, token, cancellation)
        if look.verdict is UndoVerdict.KEPT:
            raise _kept(look)
        return _outcome(undo(backend, look, connection, token, cancellation), self.request)


def pending_undo(
    attempt: Attempt, connection: Connection, look: UndoLook | None = None
) -> PendingUndo | None:
    """Return what takes back an attempt; None for one that this version does not understand.

    Args:
        attempt: The create.
        connection: The one to send with.
        look: What the user has been asked about.
    """
    spec, request = SPECS.get(attempt.kind), serialization.request_from_body(attempt.kind, attempt.body)
    if spec is None or request is None:
        return None
    return PendingUndo(
        _spec(spec, request), {}, request, connection, of_attempt=attempt.attempt_id, look=look
    )


def _spec(spec: FormSpec, request: CreateRequest) -> FormSpec:
    """Return a form without fields that always stands for `request`."""
    return FormSpec(spec.kind, lambda _fields: {}, lambda _fields: {}, lambda _fields: request)


def _outcome(undone: UndoOutcome, request: CreateRequest) -> Outcome:
    """Return the outcome of a delete as Activity shows it.

    Raises:
        KeptError: When it was kept for another reason than the token or throttling.
    """
    is_put_off = undone.is_token_refused or undone.is_sign_in_needed or undone.retry_after is not None
    if undone.kind is None and not is_put_off:
        error = _kept(undone.look)
        lost = (one.attempt_id for one in undone.albums if one.kind is OutcomeKind.UNKNOWN)
        error.lost = tuple(attempt_id for attempt_id in lost if attempt_id is not None)
        raise error
    return UndoneOutcome(
        undone.kind or OutcomeKind.NOT_SENT,
        request,
        undone.attempt_id,
        **{one.name: getattr(undone, one.name) for one in fields(OutcomeDetails)},
    )


def _kept(look: UndoLook) -> KeptError:
    title = translate("Undo", "{name} is kept").format(name=subject_text(look.attempt))
    return KeptError(
        Message("{text}", text=title), look.reason or Message("It has changed since you were asked.")
    )
