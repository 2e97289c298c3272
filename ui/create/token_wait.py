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
        over: A `PendingSubmission`: there is a fresh token, and it may be sent now.
        given_up: A `PendingSubmission`: the user does not want to give a token now.
    """

    over = Signal(object)
    given_up = Signal(object)

    def __init__(self, page: CreateForm) -> None:
        super().__init__(page)
        self._page = page
        self._waiting: PendingSubmission | None = None
        page.session.current_changed.connect(self._on_current_changed)

    def begin(self, waiting: PendingSubmission, *, takes_focus: bool = True) -> None:
        """Ask for a fresh token right in the form; `over` or `given_up` follows.

        Args:
            waiting: What is held back, or was refused.
            takes_focus: Whether the keyboard may go to the prompt; not while people type something else.
        """
        is_old = waiting.was_refused and waiting.renewals != self._page.session.renewal.count
        if is_old and not waiting.has_had_fresh_token:
            # Another page has waited for it, too, and it came while the answer to this request was on its way.
            self.over.emit(waiting)
            return
        self._waiting = waiting
        self._prompt.ask("", may_refresh=not waiting.has_had_fresh_token, takes_focus=takes_focus)

    def end(self) -> None:
        """Hold nothing back any more, and ask for nothing."""
        if self._waiting is not None:
            self._waiting = None
            self._prompt.dismiss()

    @property
    def waiting(self) -> PendingSubmission | None:
        """What is held back, or was refused, and waits for a token."""
        return self._waiting

    @cached_property
    def _prompt(self) -> SignInPrompt:
        prompt = self._page.prompt
        prompt.renewed.connect(self._on_renewed)
        prompt.cancelled.connect(self._on_cancelled)
        return prompt

    @Slot()
    def _on_renewed(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.over.emit(waiting)

    @Slot()
    def _on_cancelled(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.given_up.emit(waiting)

    @Slot()
    def _on_current_changed(self) -> None:
        waiting, current = self._waiting, self._page.session.current
        if waiting is not None and (
            current is None or current.connection_id != waiting.connection.connection_id
        ):
            self._on_cancelled()
