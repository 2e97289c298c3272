"""What the buttons in the banner of a form do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from ui.create.result_texts import AGAIN, LOOK_AGAIN, RESEND, SEND_ANYWAY, SIGN_IN

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.create.form import CreateForm
    from ui.create.result_banner import ResultBanner
    from ui.create.submission import Submission


class ResultActions(QObject):
    """Does what people choose; what only the window can do is asked of it by the signals of the page.

    Args:
        submission: What sends and cancels; it owns this object.
        page: Whose banner it is.
        result: What that says.
    """

    def __init__(self, submission: Submission, page: CreateForm, result: ResultBanner) -> None:
        super().__init__(submission)
        self._submission = submission
        self._page = page
        self._result = result
        page.banner.action_chosen.connect(self._on_action)

    @Slot(str)
    def _on_action(self, action: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "cancel": self._submission.cancel,
            "copy": self._copy,
            "another": self._page.start_another,
            AGAIN: self._submission.submit_again,
            RESEND: self._submission.submit,
            SIGN_IN: self._submission.submit_attended,
            SEND_ANYWAY: self._submission.submit_anyway,
            "connect": self._connect,
            "openConnection": self._page.connection_requested.emit,
            "reloadToken": self._reload_token,
        }
        deed = deeds.get(action, partial(self._ask, action))
        deed()

    def _copy(self) -> None:
        if self._result.content is not None:
            QGuiApplication.clipboard().setText(self._result.content.result_id)

    def _connect(self) -> None:
        page, session = self._page, self._page.session
        if session.is_token_rejected:
            page.prompt.ask("")
        else:
            page.connection_requested.emit()

    def _reload_token(self) -> None:
        self._result.clear()
        self._page.focus_first()
        self._page.session.reload_token()

    def _ask(self, action: str) -> None:
        """Ask the window for what only it can do."""
        page, content, outcome = self._page, self._result.content, self._submission.outcome
        if content is None:
            return
        if action == "history":
            page.history_requested.emit(content.attempt_id)
        elif action == "resolve":
            page.resolve_requested.emit(content.resolve_id)
        elif action == "stopSearch":
            page.search_stop_requested.emit(content.follows)
        elif action == LOOK_AGAIN:
            page.search_requested.emit(content.follows)
        elif action == "sharedAlbum" and outcome is not None:
            page.shared_album_requested.emit(outcome.created)
