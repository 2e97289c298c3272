"""The request that a form has sent last: what it was, and its task while that is under way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest
    from koodrive.rules.problems import FieldValue
    from ui.core.tasks import Task
    from ui.create.form import CreateForm
    from ui.create.token_wait import PendingSubmission

STILL_WAITING_MS = 10_000


class SentRequest(QObject):
    """Sends one request after the other for a form, never two at once.

    Args:
        page: Whose fields are sent, on the lane of the form.
        parent: Owns this object.

    Signals:
        succeeded: The `Outcome`, as of `ui.core.tasks.Task`.
        failed: The exception, likewise.
        finished: Nothing is under way any more.
        takes_long: The service has not answered for `STILL_WAITING_MS`.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()
    takes_long = Signal()

    def __init__(self, page: CreateForm, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._task: Task | None = None
        self.fields: dict[str, FieldValue] | None = None
        """What was sent; None before the first."""
        self.connection: Connection | None = None
        """With which connection."""
        self.request: CreateRequest | None = None
        """The request that the fields stand for."""
        self.refused: PendingSubmission | None = None
        """What is to be sent again with a fresh token, if it is refused because of the present one."""
        self.was_cancelled = False
        """Whether people do not wait for it any more."""
        self._still_waiting = QTimer(self)
        self._still_waiting.setSingleShot(True)
        self._still_waiting.setInterval(STILL_WAITING_MS)
        self._still_waiting.timeout.connect(self.takes_long)

    @property
    def is_under_way(self) -> bool:
        """Whether its outcome is not known yet."""
        return self._task is not None

    def is_as(self, fields: dict[str, FieldValue]) -> bool:
        """Return whether `fields`, with the connection in use, are what was sent."""
        return self._page.request(fields) == self.request and self._page.session.current == self.connection

    def send(self, pending: PendingSubmission, token: str, *, is_token_fresh: bool) -> None:
        """Send what has waited; `succeeded` or `failed` follows, and then `finished`.

        Args:
            pending: What it is, and where it goes.
            token: The access token.
            is_token_fresh: Whether that was renewed for it.
        """
        session, cancellation = self._page.session, Cancellation()
        request, connection, again = self._page.request(pending.fields), pending.connection, pending.again
        self.fields, self.connection, self.request = pending.fields, connection, request
        self.was_cancelled = False
        self.refused = replace(
            pending,
            was_refused=True,
            renewals=session.renewal.count,
            has_had_fresh_token=is_token_fresh,
        )
        self._task = session.runner.start(
            Lane.CREATE,
            lambda: session.backend.create(request, connection, token, cancellation, again=again),
            key=self._page.lane_key,
            cancellation=cancellation,
        )
        self._task.succeeded.connect(self.succeeded)
        self._task.failed.connect(self.failed)
        self._task.finished.connect(self._on_finished)
        self._still_waiting.start()

    def cancel(self) -> None:
        """Wait no longer for its answer."""
        if self._task is not None:
            self.was_cancelled = True
            self._task.cancel()

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self._still_waiting.stop()
        self.finished.emit()
