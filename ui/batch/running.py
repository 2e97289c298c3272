"""Runs one batch for its page: what the threads of the run report arrives on the window thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from koodrive.batch.models import BatchState, PauseReason
from koodrive.errors import AuthenticationError
from koodrive.messages import Message
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.base_runner import Runner
    from koodrive.batch.running.progress import RunProgress
    from koodrive.journal import RunStates
    from koodrive.models import Connection
    from ui.session.session import Session

KEY = "batch"
"""Queue of the creates' lane, on which a run is begun and ended; its rows are sent by threads of its own."""
_REPORT_MS = 200
"""Milliseconds between one report and the next, at the least."""


class BatchRun(QObject):
    """One run at a time.

    Args:
        session: Connection and token to send with, journal, task runner.
        parent: Owner.

    Signals:
        progressed: A `RunProgress`, a few times in a second at most.
        ended: The last one after a start: it has finished, was stopped, or waits.
        stopped: The number of a batch that this window has not run, and that is stopped now (an int, as object).
        failed: What kept it from beginning.
    """

    progressed = Signal(object)
    ended = Signal(object)
    stopped = Signal(object)
    failed = Signal(object)

    _reported = Signal(object)
    _key = KEY

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._starting = LatestTask(session.runner, self, reports_unexpected=True)
        self._runner: Runner[Any, Any] | None = None
        self._last: RunProgress | None = None
        self._connection: Connection | None = None
        self._token = ""
        self._awaits_end = False
        # Reports come as often as rows end; the window looks at the last one now and then.
        self._pause = QTimer(self, singleShot=True, interval=_REPORT_MS)
        self._pause.timeout.connect(self._announce)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        session.token_renewed.connect(self._on_token_renewed)

    @property
    def batch_id(self) -> int | None:
        """Number of the batch that runs or has run last."""
        return None if self._runner is None else self._runner.batch_id

    @property
    def progress(self) -> RunProgress | None:
        """Where it stands; None before the first one."""
        return self._last

    @property
    def is_running(self) -> bool:
        """Whether rows are being sent, or will be in a moment."""
        return self._starting.is_running or (
            self._last is not None and self._last.state is BatchState.RUNNING
        )

    def is_other_running(self, batch_id: int) -> bool:
        """Return whether a batch cannot begin, as another one sends its rows.

        Args:
            batch_id: The batch that is to begin.
        """
        last = self._last
        return last is not None and last.state is BatchState.RUNNING and last.batch_id != batch_id

    def start(self, batch_id: int) -> None:
        """Begin a batch with the connection in use, or go on with it after a pause."""
        self._start(batch_id, lambda runner: runner.start())

    def _start(self, batch_id: int, begin: Callable[[Any], object]) -> None:
        """Have the runner of a batch begin in the background, the one of before where there is one.

        Args:
            batch_id: The batch.
            begin: Called with the runner; blocks shortly.
        """
        session = self._session
        if session.current is None or session.token is None or self.is_running:
            return
        self._connection, self._token = session.current, session.token
        self._awaits_end = True
        connection = session.current
        former = self._runner if self.batch_id == batch_id and self._runner is not None else None

        def work() -> Runner[Any, Any]:
            is_same = former is not None and former.connection == connection
            runner = former if is_same and former is not None else self._new_runner(batch_id, connection)
            begin(runner)
            return runner

        self._starting.start(Lane.CREATE, work, self._on_begun, self._on_failed, key=self._key)

    def _new_runner(self, batch_id: int, connection: Connection) -> Runner[Any, Any]:
        """Return a runner that has yet to begin; called in the background."""
        return self._session.backend.batch_runs.runner(
            batch_id, connection=connection, client=self._client, on_progress=self._reported.emit
        )

    @property
    def _states(self) -> RunStates:
        """Where it is written down what runs do."""
        return self._session.backend.journal.batches

    def pause(self, reason: PauseReason = PauseReason.USER) -> None:
        """Begin no further row; `ended` follows when what is in flight has ended."""
        if self._runner is not None and self.is_running:
            self._runner.pause(reason)

    def hold(self, *, is_held: bool) -> None:
        """Begin no further row while the user is asked about it, or go on."""
        if self._runner is not None:
            self._runner.hold(is_held=is_held)

    def stop(self) -> None:
        """End it for good; `ended` follows."""
        runner = self._runner
        if runner is not None:
            self._starting.start(
                Lane.CREATE, runner.stop, lambda _none: self._announce(), self._on_failed, key=self._key
            )

    def stop_stored(self, batch_id: int) -> None:
        """End a batch that this window has not run; `stopped` follows."""
        states, processes = self._states, self._session.backend.journal.processes
        self._starting.start(
            Lane.CREATE,
            lambda: states.ask_to_end(batch_id, BatchState.STOPPED, is_alive=processes.is_alive),
            lambda _none: self.stopped.emit(batch_id),
            self._on_failed,
            key=self._key,
        )

    def close(self) -> None:
        """Pause, as the application ends."""
        self.pause(PauseReason.CLOSED)

    def _client(self) -> KooDriveClient:
        """Return the client of now; called on the threads of the run."""
        connection = self._connection
        if connection is None or not self._token:
            raise AuthenticationError(
                Message("There is no token"), Message("Paste a new token, then continue.")
            )
        return self._session.backend.clients.client(connection, self._token)

    @Slot()
    def _on_token_renewed(self) -> None:
        current = self._session.current
        if (
            current is not None
            and self._connection is not None
            and current.account_key == self._connection.account_key
        ):
            self._token = self._session.token or ""

    def _on_begun(self, runner: Runner[Any, Any]) -> None:
        self._runner = runner
        self._on_reported(runner.progress)

    def _on_failed(self, error: Exception) -> None:
        self._awaits_end = False
        self.failed.emit(error)

    @Slot(object)
    def _on_reported(self, progress: RunProgress) -> None:
        self._last = progress
        if progress.state is not BatchState.RUNNING:
            self._pause.stop()
            self.progressed.emit(progress)
            if self._awaits_end:
                self._awaits_end = False
                self.ended.emit(progress)
        elif not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _announce(self) -> None:
        if self._last is not None:
            self.progressed.emit(self._last)
