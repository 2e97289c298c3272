"""What a batch is saved as: its result, the rows that are left, a copy with its problems, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.core.latest_task import LatestTask

if TYPE_CHECKING:
    from ui.batch.results import ResultExport
    from ui.session.session import Session


class ResultFiles(QObject):
    """Saves files.

    Args:
        session: Journal and task runner.
        export: Asks for the file and writes it.
        parent: Owner.

    Signals:
        copied: The result is on the clipboard.
        failed: What kept it from being copied.
    """

    copied = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, export: ResultExport, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._export = export
        self._task = LatestTask(session.runner, self, reports_unexpected=True)

    @Slot(str)
    def save_template(self, ending: str) -> None: ...
    @Slot()
    def save_problems(self) -> None: ...
    @Slot(str)
    def save_result(self, kind: str) -> None: ...
    @Slot()
    def copy_result(self) -> None: ...
