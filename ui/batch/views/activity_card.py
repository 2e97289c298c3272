"""The entry of a batch in Activity: how it stands, and the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from koodrive.batch.models import BatchState
from koodrive.models import OutcomeKind
from ui.batch.rows.shown_row import count_of
from ui.batch.texts import pause_title
from ui.texts.numbers import number_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.state_mark import SENDING, StateMark
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from koodrive.batch.running.progress import RunProgress

_MARKS = {
    BatchState.RUNNING: SENDING,
    BatchState.PAUSED: "doubtful",
    BatchState.FINISHED: "created",
    BatchState.STOPPED: "not_sent",
}


class BatchCard(QFrame):
    """One batch; hidden until it has run.

    Args:
        name: Object name.
        is_undo: Whether it is being taken back.

    Signals:
        show_requested: The user wants to see its page.
    """

    show_requested = Signal()

    def __init__(
        self, name: str = "activity.batch", *, is_undo: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_undo = is_undo
        self.setObjectName(name)
        self.setProperty("role", "entry")
        self._mark = StateMark(f"{name}.mark")
        self._name = ElidedLabel()
        self._name.setProperty("role", "entryName")
        self._state = PlainLabel(name=f"{name}.state", role="entryState", wraps=True)
        self._show = PushButton(self.tr("Show"), name=f"{name}.show", role="small", auto_default=False)
        self._show.clicked.connect(self.show_requested)
        head = row(self._mark, self._name, self._show, stretch=self._name)
        below = row(self._state, margins=(24, 0, 0, 0))
        column(head, below, spacing=2, margins=(12, 8, 8, 10), parent=self)
        self.hide()

    @Slot(object, str)
    def show_progress(self, progress: RunProgress, name: str) -> None:
        """Show how a batch stands.

        Args:
            progress: What it does.
            name: Name of its table, in words.
        """
        mark = (
            "deleted"
            if self._is_undo and progress.state is BatchState.FINISHED
            else _MARKS.get(progress.state)
        )
        self._mark.show_state(mark or "waiting")
        if name != self._name.text():
            self._name.set_text(name)
        if progress.state is BatchState.PAUSED and progress.reason is not None:
            words = pause_title(progress.reason)
        else:
            words = self._words(progress.state)
        text = self.tr("{state} · {numbers}").format(state=words, numbers=self._count_words(progress))
        if text != self._state.text():
            self._state.setText(text)
            self.setAccessibleName(self.tr("{name}. {content}").format(name=name, content=text))
        set_style_state(self._state, "unknown" if progress.state is BatchState.PAUSED else "")
        self.show()

    def _count_words(self, progress: RunProgress) -> str:
        if self._is_undo:
            done, whole = progress.counts.get(OutcomeKind.DELETED, 0), progress.total
            words = self.tr("{done} of {whole} taken back")
        else:
            done = progress.counts.get(OutcomeKind.CREATED, 0)
            whole = count_of(progress.counts, *OutcomeKind) + progress.left
            words = self.tr("{done} of {whole} rows to send created")
        return words.format(done=number_text(done), whole=number_text(whole))

    def _words(self, state: BatchState) -> str:
        return {
            BatchState.RUNNING: self.tr("Running"),
            BatchState.FINISHED: self.tr("Finished"),
            BatchState.STOPPED: self.tr("Stopped"),
            BatchState.CHECKED: self.tr("Looked at"),
        }.get(state, self.tr("Waiting"))
