"""Holds a request back while its token has ended, and lets it go on with a fresh one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from koodrive.models import Connection
    from koodrive.rules.problems import FieldValue
    from ui.create.form import CreateForm
    from ui.session.sign_in_prompt import SignInPrompt


@dataclass(frozen=True, slots=True)
class PendingSubmission:
    """A request that waits for a token."""

    fields: dict[str, FieldValue]
    connection: Connection
    again: bool
    """Whether it may make one more of something."""
    was_refused: bool = False
    """Whether it was sent, and refused; otherwise it was held back."""
    renewals: int = 0
    """How many fresh tokens there had been when it was sent."""
    has_had_fresh_token: bool = False
    """Whether it was refused with a token that had just been renewed, so that one more renewal cannot help."""


class TokenWait(QObject):
    """What a form does while its request waits for a token.

    Args:
        page: Whose prompt asks; it owns this object.

    Signals:
        resumed: A `PendingSubmission`: there is a fresh token, and it may be sent now.
        cancelled: A `PendingSubmission`: the user does not want to give a token now.
    """

    resumed = Signal(object)
    cancelled = Signal(object)

    def __init__(self, page: CreateForm) -> None:
        super().__init__(page)
        self._page = page
        self._pending: PendingSubmission | None = None
        page.session.current_changed.connect(self._on_current_changed)

    def start(self, pending: PendingSubmission, *, takes_focus: bool = True) -> None:
        """Ask for a fresh token right in the form; `resumed` or `cancelled` follows.

        Args:
            pending: What is held back, or was refused.
            takes_focus: Whether the keyboard may go to the prompt; not while people type something else.
        """
        is_old = pending.was_refused and pending.renewals != self._page.session.renewal.count
        if is_old and not pending.has_had_fresh_token:
            # Another page has waited for it, too, and it came while the answer to this request was on its way.
            self.resumed.emit(pending)
            return
        self._pending = pending
        self._prompt.ask("", may_refresh=not pending.has_had_fresh_token, takes_focus=takes_focus)

    def stop(self) -> None:
        """Hold nothing back any more, and ask for nothing."""
        if self._pending is not None:
            self._pending = None
            self._prompt.dismiss()

    @property
    def pending(self) -> PendingSubmission | None:
        """What is held back, or was refused, and waits for a token."""
        return self._pending

    @cached_property
    def _prompt(self) -> SignInPrompt:
        prompt = self._page.prompt
        prompt.renewed.connect(self._on_renewed)
        prompt.cancelled.connect(self._on_cancelled)
        return prompt

    @Slot()
    def _on_renewed(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None:
            self.resumed.emit(pending)

    @Slot()
    def _on_cancelled(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None:
            self.cancelled.emit(pending)

    @Slot()
    def _on_current_changed(self) -> None:
        pending, current = self._pending, self._page.session.current
        if pending is not None and (
            current is None or current.connection_id != pending.connection.connection_id
        ):
            self._on_cancelled()
