"""Holds a request back while its token has ended, and resumes it with a fresh one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.create.pending_submission import PendingSubmission
    from ui.session.session import Session
    from ui.session.sign_in_prompt import SignInPrompt


class TokenWait(QObject):
    """One request that waits for a token.

    Args:
        session: Session whose token is renewed.
        prompt: Returns the prompt that asks for a token, in its place; called each time that it is needed.
        parent: Owner.

    Signals:
        resumed: A `PendingSubmission`; there is a fresh token, and it may be sent now.
        cancelled: A `PendingSubmission`; the user does not want to give a token now.
    """

    resumed = Signal(object)
    cancelled = Signal(object)

    def __init__(self, session: Session, prompt: Callable[[], SignInPrompt], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt_in_place = prompt
        self._prompt: SignInPrompt | None = None
        self.pending: PendingSubmission | None = None
        """Request that waits for a token."""
        session.current_changed.connect(self._on_current_changed)

    def start(self, pending: PendingSubmission, *, takes_focus: bool = True) -> None:
        """Ask for a fresh token in the form; `resumed` or `cancelled` follows.

        Args:
            pending: Request that was held back or refused.
            takes_focus: Whether the prompt may take the keyboard; not while the next name is typed.
        """
        is_old = pending.was_refused and pending.renewals != self._session.renewal_count
        if is_old and not pending.has_had_fresh_token:
            # Another page has waited for it, too, and it came while the answer to this request was on its way.
            self.resumed.emit(pending)
            return
        self.pending = pending
        prompt = self._prompt_in_place()
        if prompt is not self._prompt:
            prompt.renewed.connect(self._on_renewed)
            prompt.cancelled.connect(self._on_cancelled)
        self._prompt = prompt
        prompt.ask("", may_refresh=not pending.has_had_fresh_token, takes_focus=takes_focus)

    def stop(self) -> None:
        """Drop the waiting request and close the prompt."""
        if self.pending is not None:
            self.pending = None
            if self._prompt is not None:
                self._prompt.dismiss()

    @Slot()
    def _on_renewed(self) -> None:
        pending, self.pending = self.pending, None
        if pending is not None:
            self.resumed.emit(pending)

    @Slot()
    def _on_cancelled(self) -> None:
        pending, self.pending = self.pending, None
        if pending is not None:
            self.cancelled.emit(pending)

    @Slot()
    def _on_current_changed(self) -> None:
        pending, current = self.pending, self._session.current
        if pending is not None and (
            current is None or current.connection_id != pending.connection.connection_id
        ):
            self._on_cancelled()
