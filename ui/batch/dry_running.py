"""Runs a batch without sending anything, and says what a run would come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.batch.models import PauseReason
from koodrive.batch.running.dry_run import DryRun
from koodrive.batch.running.result_files import result_name
from koodrive.core.deadline import Cancellation
from koodrive.models import OutcomeKind
from ui.batch.texts import duration_text, pause_title
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.numbers import number_text
from ui.texts.translate import joined, translated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from koodrive.batch.running.dry_run import DryRunReport
    from koodrive.batch.running.progress import RunProgress
    from koodrive.journal import Batch
    from ui.batch.rows.shown_row import ShownRow
    from ui.batch.views.work_view import WorkView
    from ui.session.session import Session

KEY = "batchDryRun"
"""Queue of the reading lane."""
_SAVE, _CLOSE, _CANCEL = "save", "close", "cancel"
_REPORT_MS = 200


class DryRunning(QObject):
    """One dry run at a time; its report stands in the notice of the page until the plan is changed or left.

    Args:
        session: Connection and token, journal, task runner.
        view: Shows the report; it owns this object.

    Signals:
        busy_changed: It has begun, or ended.
        failed: What kept it from being done.
    """

    busy_changed = Signal()
    failed = Signal(object)

    _reported = Signal(object)

    def __init__(self, session: Session, view: WorkView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._batch: Batch | None = None
        self._dry_run: DryRun | None = None
        self._task = LatestTask(session.runner, self, reports_unexpected=True)
        self._body = LatestTask(session.runner, self, reports_unexpected=True)
        self._words: tuple[str, str] = ("", "")
        self._seconds = 0.0
        self._last: RunProgress | None = None
        self._announcing = QTimer(self, singleShot=True, interval=_REPORT_MS)
        self._announcing.timeout.connect(self._show_progress)
        self._reported.connect(self._on_reported)
        view.notice.action_chosen.connect(self._on_action)
        view.table.row_shown.connect(self._on_row_shown)

    @property
    def is_busy(self) -> bool:
        """Whether it is under way."""
        return self._task.is_running

    def start(self, batch: Batch, seconds: float) -> None:
        """Begin.

        Args:
            batch: The batch; its decisions count.
            seconds: How long a run will take, for the report.
        """
        connection, token = self._session.current, self._session.token
        if connection is None or token is None or self.is_busy:
            return
        self.close()
        self._batch, self._seconds = batch, seconds
        backend, cancellation, report = self._session.backend, Cancellation(), self._reported.emit

        def run() -> tuple[DryRun, DryRunReport]:
            client = backend.clients.client(connection, token)
            dry_run = DryRun(
                backend.journal, batch.batch_id, connection=connection, client=client, on_progress=report
            )
            try:
                return dry_run, dry_run.run(cancellation)
            except BaseException:
                dry_run.close()
                raise

        self._task.start(Lane.READ, run, self._on_done, self._on_failed, key=KEY, cancellation=cancellation)
        self._show_progress()
        self.busy_changed.emit()

    def close(self) -> None:
        """Forget the report; end what is under way."""
        self._announcing.stop()
        self._last = None
        self._body.cancel()
        self._task.cancel()
        dry_run, self._dry_run = self._dry_run, None
        if dry_run is not None and not self._session.runner.is_closed:
            self._session.runner.start(Lane.READ, dry_run.close, key=KEY)
        if self._batch is not None:
            self._batch = None
            self._view.notice.clear()

    @Slot(object)
    def _on_reported(self, progress: RunProgress) -> None:
        self._last = progress
        if self.is_busy and not self._announcing.isActive():
            self._announcing.start()

    @Slot()
    def _show_progress(self) -> None:
        if not self.is_busy:
            return
        done = self._last.counts.get(OutcomeKind.CREATED, 0) if self._last is not None else 0
        self._view.notice.show_content(
            "",
            self.tr("Dry run…"),
            self.tr("{count} rows so far. Nothing is sent.").format(count=number_text(done)),
            actions=[(_CANCEL, self.tr("Cancel"))],
        )

    def _on_done(self, done: tuple[DryRun, DryRunReport]) -> None:
        self._dry_run, report = done
        created = report.counts.get(OutcomeKind.CREATED, 0)
        title = self.tr("DRY RUN: {count} rows would be created").format(count=number_text(created))
        words = [
            self.tr("Nothing was sent. A run takes about {time}.").format(time=duration_text(self._seconds))
        ]
        if report.reason is not None and report.reason is not PauseReason.USER:
            words.append(pause_title(report.reason))
        words.append(report.text or "")
        self._words = title, joined(*words)
        self._show_report("")
        self._on_row_shown(self._view.table.current_row)
        self.busy_changed.emit()

    def _show_report(self, body: str) -> None:
        actions = [(_SAVE, self.tr("Save the result of the dry run…")), (_CLOSE, self.tr("Close"))]
        self._view.notice.show_content("fine", *self._words, remark=body, actions=actions)

    def _on_failed(self, error: Exception) -> None:
        self.close()
        self.failed.emit(error)
        self.busy_changed.emit()

    @Slot(object)
    def _on_row_shown(self, row: ShownRow | None) -> None:
        """Show the exact request of the row at the keyboard."""
        dry_run = self._dry_run
        if dry_run is None or row is None:
            return
        number, line = row.row, row.line

        def show(body: str | None) -> None:
            words = self.tr("Line {line} is not sent.") if body is None else self.tr("Line {line}: {body}")
            self._show_report(words.format(line=line, body=body))

        self._body.start(Lane.READ, lambda: dry_run.body(number), show, self.failed.emit, key=KEY)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        if key in {_CLOSE, _CANCEL}:
            self.close()
            self.busy_changed.emit()
        elif key == _SAVE and self._dry_run is not None and self._batch is not None:
            dry_run = self._dry_run

            def write(path: Path, _cancellation: Cancellation, _progress: Callable[[int], object]) -> int:
                return dry_run.write_results(path, translated)

            name = result_name(self._batch, ".xlsx").replace("-results", "-dry-run")
            self._view.export.save(self.tr("Save the result of the dry run"), name, write)
