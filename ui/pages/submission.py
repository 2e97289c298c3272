"""One submit of a form: from the pressed button to the outcome in the banner, never two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from koodrive.deadline import Cancellation
from koodrive.models import CreatedAlbum, OutcomeKind
from ui.session import TokenState
from ui.tasks import Lane
from ui.wording import in_words

if TYPE_CHECKING:
    from koodrive.models import Connection, Outcome
    from koodrive.rules import FieldValue
    from ui.pages.create_page import CreatePage
    from ui.tasks import Task

STILL_WAITING_MS = 10_000


class Submission(QObject):
    """Carries a page's form to the service and tells in its banner what became of it.

    Args:
        page: Whose fields, banner and connection are used; it owns this object.

    Signals:
        busy_changed: Whether a request of this form is under way.
    """

    busy_changed = Signal(bool)

    def __init__(self, page: CreatePage) -> None:
        super().__init__(page)
        self._page = page
        self._task: Task | None = None
        self._outcome: Outcome | None = None
        self._was_cancelled = False
        self._sent_fields: dict[str, FieldValue] | None = None
        self._sent_connection: Connection | None = None
        self._still_waiting = QTimer(self)
        self._still_waiting.setSingleShot(True)
        self._still_waiting.setInterval(STILL_WAITING_MS)
        self._still_waiting.timeout.connect(self._on_still_waiting)
        page.banner.action_chosen.connect(self._on_action)

    @property
    def is_busy(self) -> bool:
        """Whether a request of this form is under way."""
        return self._task is not None

    @property
    def outcome(self) -> Outcome | None:
        """The last outcome, until a new request is sent."""
        return self._outcome

    @Slot()
    def submit(self) -> None:
        """Check the form and send it, unless a request is under way or the same was just sent."""
        self._submit(again=False)

    def _submit(self, *, again: bool) -> None:
        if self.is_busy:
            return
        page = self._page
        page.commit_typing()
        fields = page.fields()
        problems = page.check(fields)
        if problems:
            page.banner.tell(
                "problem",
                self.tr("Fields to correct: {count}").format(count=len(problems)),
                self.tr("Nothing was sent. Each field says what is wrong."),
            )
            page.reveal_problems(problems)
        elif not self._has_connection():
            self._ask_for_connection()
        elif self._may_repeat(fields) and not again:
            self._ask_before_repeating()
        else:
            self._send(fields)

    def _has_connection(self) -> bool:
        return self._page.session.current is not None and self._page.session.token is not None

    def _ask_for_connection(self) -> None:
        session, banner = self._page.session, self._page.banner
        connect = ("connect", self.tr("Connect an account…"))
        give_token = ("connect", self.tr("Give the token…"))
        if session.current is None:
            banner.tell(
                "problem",
                self.tr("No connection yet"),
                self.tr("Nothing was sent. Say where to send it."),
                actions=[connect],
            )
        elif session.token_state is TokenState.LOADING:
            banner.tell(
                "problem",
                self.tr("Waiting for your password manager"),
                self.tr(
                    "Nothing was sent. Answer its question, then press Create again; or give the token by hand."
                ),
                actions=[give_token],
            )
        elif session.token_state is TokenState.FAILED and session.token_error is not None:
            error = session.token_error
            banner.tell(
                "problem",
                in_words(error.title),
                in_words(error.message),
                actions=[("reloadToken", self.tr("Try again")), give_token],
            )
        else:
            banner.tell(
                "problem",
                self.tr("This connection has no token"),
                self.tr("Nothing was sent. Paste a token into the connection."),
                actions=[give_token],
            )

    def _may_repeat(self, fields: dict[str, FieldValue]) -> bool:
        """Return whether sending `fields` now could make a second one of what was just sent."""
        return (
            self._outcome is not None
            and self._outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN}
            and fields == self._sent_fields
            and self._page.session.current == self._sent_connection
        )

    def _ask_before_repeating(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        again = ("again", self.tr("Create one more"))
        if outcome.kind is OutcomeKind.CREATED:
            self._page.banner.tell(
                "created",
                self.tr("This was created a moment ago"),
                self.tr(
                    "Nothing was sent. Change something, or say that you want a second one with the same content."
                ),
                result_id=_id_of(outcome),
                actions=[("copy", self.tr("Copy ID")), again],
            )
        else:
            self._page.banner.tell(
                "unknown",
                self.tr("It may have been made already"),
                self.tr(
                    "Nothing was sent. The same request left a moment ago and its outcome is unknown. Sending it"
                    " again may make a second one."
                ),
                actions=[("history", self.tr("Show in history")), again],
            )

    def _send(self, fields: dict[str, FieldValue]) -> None:
        session = self._page.session
        connection, token = session.current, session.token
        if connection is None or token is None:
            return
        request = self._page.request(fields)
        cancellation = Cancellation()
        self._sent_fields, self._sent_connection, self._outcome = fields, connection, None
        self._task = session.runner.start(
            Lane(self._page.kind.value),
            lambda: session.desk.create(request, connection, token, cancellation),
            cancellation=cancellation,
        )
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._still_waiting.start()
        self._was_cancelled = False
        self._tell_sending(self.tr("You can go on working in the other pages."))
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    def _tell_sending(self, message: str) -> None:
        self._page.banner.tell(
            "sending", self.tr("Creating…"), message, actions=[("cancel", self.tr("Cancel"))]
        )

    @Slot()
    def _on_still_waiting(self) -> None:
        self._tell_sending(
            self.tr(
                "The service has not answered yet; KooDesk still waits. It is written down in the history."
            )
        )

    @Slot(object)
    def _on_succeeded(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if outcome.kind is OutcomeKind.CREATED:
            self._page.keep(self._sent_fields or {})
            self._tell_created(outcome)
        else:
            self._tell_not_created(outcome)
        self._page.settled.emit(outcome)

    def _tell_created(self, outcome: Outcome) -> None:
        actions = [
            ("copy", self.tr("Copy ID")),
            ("history", self.tr("Show in history")),
            ("another", self.tr("Create another")),
        ]
        if isinstance(outcome.created, CreatedAlbum):
            title = self.tr("Album created")
        else:
            title = self.tr("Shared folder created")
            actions.append(("sharedAlbum", self.tr("Create a shared album in it")))
        message = ""
        if outcome.journal_problem is not None:
            message = self.tr("Copy the ID now: the history could not take it. {reason}").format(
                reason=in_words(outcome.journal_problem)
            )
        self._page.banner.tell("created", title, message, result_id=_id_of(outcome), actions=actions)

    def _tell_not_created(self, outcome: Outcome) -> None:
        actions = [("history", self.tr("Show in history"))]
        if outcome.is_sign_in_needed:
            actions.insert(0, ("connect", self.tr("Give the token…")))
        elif outcome.kind is OutcomeKind.NOT_SENT and not self._was_cancelled:
            # After a cancel it would stand where Cancel was, for the second click of a double click.
            actions.append(("again", self.tr("Send again")))
        self._page.banner.tell(
            outcome.kind.value,
            in_words(outcome.title or ""),
            in_words(outcome.message or ""),
            actions=actions,
        )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        title = getattr(error, "title", self.tr("Something unexpected went wrong"))
        message = getattr(error, "message", f"{type(error).__name__}: {error}")
        self._page.banner.tell("problem", in_words(title), in_words(message))

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self._still_waiting.stop()
        self.busy_changed.emit(False)  # noqa: FBT003 - as above

    @Slot(str)
    def _on_action(self, action: str) -> None:
        if action == "cancel" and self._task is not None:
            self._was_cancelled = True
            self._task.cancel()
            self._page.banner.tell("sending", self.tr("Cancelling…"))
        elif action == "copy" and self._outcome is not None:
            QGuiApplication.clipboard().setText(_id_of(self._outcome))
        elif action == "history" and self._outcome is not None:
            self._page.history_requested.emit(self._outcome.attempt_id)
        elif action == "another":
            self._page.start_another()
        elif action == "again":
            self._submit(again=True)
        elif action == "connect":
            self._page.connection_requested.emit()
        elif action == "reloadToken":
            self._page.banner.clear()
            self._page.focus_first()
            self._page.session.reload_token()
        elif action == "sharedAlbum" and self._outcome is not None:
            self._page.shared_album_requested.emit(self._outcome.created)


def _id_of(outcome: Outcome) -> str:
    return outcome.created.result_id if outcome.created is not None else ""
