"""Checks in the background that created shared albums are in their folders, and adds a remark to the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.deadline import Cancellation
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.messages import Message
    from koodrive.models import Outcome
    from ui.core.tasks import Task
    from ui.create.submission import Submission
    from ui.session.session import Session


class ReadingBack(QObject):
    """Serves the submissions; an outcome never waits for it.

    Args:
        session: Connection and token in use.

    Signals:
        noticed: Something was written into the history about a create.
    """

    noticed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._submissions: dict[Task, tuple[Submission, int | None]] = {}
        self._is_closed = False

    def serve(self, submission: Submission) -> None:
        """Check the creates of `submission`."""
        submission.settled.connect(self._on_settled)

    def close(self) -> None:
        """Look for nothing any more for good, as the application ends."""
        self._is_closed = True
        for task in list(self._submissions):
            task.cancel()

    @Slot(object)
    def _on_settled(self, outcome: Outcome) -> None:
        submission, session = cast("Submission", self.sender()), self._session
        connection, token = submission.sent.connection, session.token
        if (
            self._is_closed
            or token is None
            or connection is None
            or connection != session.current
            or not outcome.has_shared_album
        ):
            return
        backend, cancellation = session.backend, Cancellation()
        task = session.runner.start(
            Lane.READ,
            lambda: backend.read_back(outcome, connection, token, cancellation),
            cancellation=cancellation,
            key="readBack",
        )
        self._submissions[task] = submission, outcome.attempt_id
        task.succeeded.connect(self._on_read)
        task.finished.connect(self._on_finished)

    @Slot(object)
    def _on_read(self, remark: Message | None) -> None:
        submission, attempt_id = self._submissions[cast("Task", self.sender())]
        if remark is not None and not self._is_closed:
            submission.result.add_remark(attempt_id, remark)
            self.noticed.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._submissions.pop(cast("Task", self.sender()), None)
