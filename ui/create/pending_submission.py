"""One create as the user has asked for it: content of the form, request and connection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest
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
