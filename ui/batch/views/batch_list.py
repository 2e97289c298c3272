"""The list of earlier batches: name, time, rows and state of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot

from koodrive.batch.models import BatchState, PauseReason, Verdict
from koodrive.batch.running.progress import RunProgress
from koodrive.batch.undoing.groups import BEGUN, UndoGroups
from koodrive.models import OutcomeKind
from ui.tables.row_delegate import MARK_ROLE, QUIET_ROLE, row_height
from ui.tables.table_model import TitledTable
from ui.tables.table_view import ReadOnlyTable
from ui.texts.attempts import local_time
from ui.texts.numbers import number_text
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from koodrive.journal import Batch, BatchUndo

_NAME, _TIME, _ROWS, _STATE = range(4)
_LONGEST_NAME = 200
_MOST_IN_SIGHT = 5
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_MARKS: dict[str, str] = {
    BatchState.FINISHED: "created",
    BatchState.STOPPED: "not_sent",
    BatchState.PAUSED: "doubtful",
    BatchState.RUNNING: "waiting",
    BatchState.CHECKED: "waiting",
}


@dataclass(frozen=True, slots=True)
class ListedBatch:
    """One batch with the number of its rows by state."""

    batch: Batch
    counts: Mapping[str, int]
    undo: BatchUndo | None = None
    """How taking it back stands; None while nobody has asked for that."""
    undo_counts: Mapping[str, int] = field(default_factory=dict)
    """Number of the objects that it has made, by what became of taking them back."""

    @property
    def created(self) -> int:
        """Rows that this batch has created."""
        return self.counts.get(OutcomeKind.CREATED, 0)

    @property
    def left(self) -> int:
        """Rows that may be sent and were not."""
        return self.counts.get(Verdict.READY, 0)

    @property
    def is_not_run(self) -> bool:
        """Whether it is a plan of which nothing was sent."""
        return self.batch.state == BatchState.CHECKED

    @property
    def undo_state(self) -> str | None:
        """The `BatchState` of taking it back; None while nothing was begun, as while it is only looked at."""
        if self.undo is None:
            return None
        if self.undo.state in {BatchState.FINISHED, BatchState.STOPPED}:
            return self.undo.state
        if not any(self.undo_counts.get(state) for state in BEGUN):
            return None
        if self.undo.state == BatchState.CHECKED:
            # It was looked at once more after the run.
            return BatchState.STOPPED if UndoGroups.of(self.undo_counts).left else BatchState.FINISHED
        return self.undo.state

    @property
    def progress(self) -> RunProgress:
        """How a batch stands that waits, as a run would report it."""
        batch = self.batch
        reason = PauseReason(batch.reason) if batch.reason else None
        return RunProgress(batch.batch_id, BatchState.PAUSED, reason, batch.reason_text, self.counts)


class _Model(TitledTable):
    def __init__(self) -> None:
        super().__init__()
        self.batches: Sequence[ListedBatch] = ()
        self.titles = (self.tr("Batch"), self.tr("Opened"), self.tr("Created"), self.tr("State"))

    def show(self, batches: Sequence[ListedBatch]) -> None:
        self.beginResetModel()
        self.batches = batches
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many batches there are."""
        return 0 if parent.isValid() else len(self.batches)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return a cell's text or looks."""
        listed, column = self.batches[index.row()], index.column()
        if role == _DISPLAY:
            return self._text(listed, column)
        if role == _TOOL_TIP and column == _NAME:
            return as_tool_tip(self._name(listed))
        if role == MARK_ROLE and column == _STATE:
            return self._mark(listed)
        return column in {_TIME, _ROWS} if role == QUIET_ROLE else None

    def _name(self, listed: ListedBatch) -> str:
        return listed.batch.name or self.tr("Pasted table")

    def _text(self, listed: ListedBatch, column: int) -> str:
        if column == _NAME:
            return in_short(self._name(listed), _LONGEST_NAME)
        if column == _TIME:
            return local_time(listed.batch.added_at) if listed.batch.added_at else "–"
        if column == _ROWS and listed.is_not_run:
            rows = self.tr("1 row") if listed.batch.row_count == 1 else self.tr("{count} rows")
            return rows.format(count=number_text(listed.batch.row_count))
        if column == _ROWS:
            return self.tr("{created} of {count}").format(
                created=number_text(listed.created), count=number_text(listed.batch.row_count)
            )
        return self._undo_words(listed) or self._state_words(listed.batch.state)

    @staticmethod
    def _mark(listed: ListedBatch) -> str | None:
        state = listed.undo_state
        if state not in {BatchState.FINISHED, BatchState.STOPPED}:
            return _MARKS.get(state or listed.batch.state)
        return "deleted" if UndoGroups.of(listed.undo_counts).taken_back else "excluded"

    def _undo_words(self, listed: ListedBatch) -> str:
        """Return how taking it back stands; empty while nothing was begun."""
        words: dict[str, str] = {
            BatchState.RUNNING: self.tr("Being taken back"),
            BatchState.PAUSED: self.tr("Taking back waits"),
            BatchState.FINISHED: self._taken_back_words(UndoGroups.of(listed.undo_counts)),
            BatchState.STOPPED: self.tr("Partly taken back"),
        }
        return words.get(listed.undo_state or "", "")

    def _taken_back_words(self, groups: UndoGroups) -> str:
        if not groups.taken_back:
            return self.tr("Nothing taken back")
        words = self.tr("Taken back")
        if groups.could_not:
            words = self.tr("Taken back, {count} not")
        elif groups.kept:
            words = self.tr("Taken back, {count} kept")
        return words.format(count=number_text(groups.kept + groups.could_not))

    def _state_words(self, state: str) -> str:
        words: dict[str, str] = {
            BatchState.CHECKED: self.tr("Not run"),
            BatchState.RUNNING: self.tr("Running"),
            BatchState.PAUSED: self.tr("Paused"),
            BatchState.FINISHED: self.tr("Finished"),
            BatchState.STOPPED: self.tr("Stopped"),
        }
        return words.get(state, state)


class BatchList(ReadOnlyTable):
    """A table of batches, of which Enter or a double click chooses one.

    Signals:
        chosen: Its number (an int, as object).
        current_changed: Another one is selected.
    """

    chosen = Signal(object)
    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.list")
        self.setAccessibleName(self.tr("Earlier batches"))
        self._batches = _Model()
        self._batches.setParent(self)
        self.setModel(self._batches)
        self.doubleClicked.connect(self.choose)
        self.selectionModel().currentRowChanged.connect(self.current_changed)
        metrics = self.fontMetrics()
        for column, sample in (
            (_NAME, "customers-2026-november.xlsx"),
            (_TIME, "2026-11-30 18:50"),
            (_ROWS, self.tr("{created} of {count}").format(created="00,000", count="00,000")),
        ):
            self.setColumnWidth(column, metrics.horizontalAdvance(sample) + 24)

    def show_batches(self, batches: Sequence[ListedBatch]) -> None:
        """Show other batches; the selected one stays so, unless there is a newer one than before."""
        before, selected = self._batches.batches, self.current
        self._batches.show(batches)
        numbers = [one.batch.batch_id for one in batches]
        is_newer = not before or numbers[:1] > [before[0].batch.batch_id]
        number = selected.batch.batch_id if selected is not None and not is_newer else None
        if batches:
            self.selectRow(numbers.index(number) if number in numbers else 0)
        self.updateGeometry()

    @property
    def current(self) -> ListedBatch | None:
        """The selected batch; None for none."""
        place = self.currentIndex().row()
        return self._batches.batches[place] if 0 <= place < len(self._batches.batches) else None

    def sizeHint(self) -> QSize:
        """Return room for some batches."""
        rows = min(max(self._batches.rowCount(), 1), _MOST_IN_SIGHT)
        return QSize(480, self.horizontalHeader().height() + rows * row_height(self.fontMetrics()) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return room for one batch."""
        return QSize(240, self.horizontalHeader().height() + row_height(self.fontMetrics()) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.choose()
        else:
            super().keyPressEvent(event)

    @Slot()
    def choose(self) -> None:
        """Choose the selected batch."""
        if (listed := self.current) is not None:
            self.chosen.emit(listed.batch.batch_id)
