"""The last request that a form has sent, and its task while it is under way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest
    from ui.core.tasks import Task
    from ui.create.pending_submission import PendingSubmission
    from ui.session.session import Session

STILL_WAITING_MS = 10_000


class SentRequest(QObject):
    """Sends the creates of one form, one at a time.

    Args:
        session: Session whose backend sends.
        lane_key: Key of `Lane.CREATE`.
        parent: Owner.

    Signals:
        succeeded: The `Outcome`, see `ui.core.tasks.Task`.
        failed: The exception.
        finished: Nothing is under way any more.
        takes_long: The service has not answered for `STILL_WAITING_MS`.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()
    takes_long = Signal()

    def __init__(self, session: Session, lane_key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._lane_key = lane_key
        self._task: Task | None = None
        self.last: PendingSubmission | None = None
        """The last request, marked as refused: to be sent again if it is refused because of its token."""
        self.was_cancelled = False
        """Whether the user has cancelled it."""
        self._still_waiting = QTimer(self, singleShot=True, interval=STILL_WAITING_MS)
        self._still_waiting.timeout.connect(self.takes_long)

    @property
    def is_under_way(self) -> bool:
        """Whether its outcome is not known yet."""
        return self._task is not None

    @property
    def connection(self) -> Connection | None:
        """Connection of the last request; None before the first."""
        return self.last.connection if self.last is not None else None

    @property
    def request(self) -> CreateRequest | None:
        """The last request; None before the first."""
        return self.last.request if self.last is not None else None

    def is_same(self, request: CreateRequest) -> bool:
        """Return whether `request`, with the connection in use, is the last one."""
        return (request, self._session.current) == (self.request, self.connection)

    def send(
        self, pending: PendingSubmission, token: str, *, is_token_fresh: bool, queued_id: int | None = None
    ) -> None:
        """Send `pending`; `succeeded` or `failed` follows, and then `finished`.

        Args:
            pending: Request and connection.
            token: Access token.
            is_token_fresh: Whether the token was renewed for this request.
            queued_id: Its number in the journal's queue, which it leaves as its attempt begins.
        """
        session, cancellation = self._session, Cancellation()
        self.was_cancelled = False
        self.last = replace(
            pending, was_refused=True, renewals=session.renewal_count, has_had_fresh_token=is_token_fresh
        )
        self._task = session.runner.start(
            Lane.CREATE,
            lambda: pending.send(session.backend, token, cancellation, queued_id),
            key=self._lane_key,
            cancellation=cancellation,
        )
        self._task.succeeded.connect(self.succeeded)
        self._task.failed.connect(self.failed)
        self._task.finished.connect(self._on_finished)
        self._still_waiting.start()

    def cancel(self) -> None:
        """Stop waiting for the answer."""
        if self._task is not None:
            self.was_cancelled = True
            self._task.cancel()

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self._still_waiting.stop()
        self.finished.emit()
