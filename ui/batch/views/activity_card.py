"""The entry of a batch in Activity: how it stands, and the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from koodrive.batch.models import BatchState
from koodrive.models import OutcomeKind
from ui.batch.rows.shown_row import count_of
from ui.batch.texts import count_text, pause_title
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

    Signals:
        show_requested: The user wants to see its page.
    """

    show_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity.batch")
        self.setProperty("role", "entry")
        self._mark = StateMark("activity.batch.mark")
        self._name = ElidedLabel()
        self._name.setProperty("role", "entryName")
        self._state = PlainLabel(name="activity.batch.state", role="entryState", wraps=True)
        self._show = PushButton(self.tr("Show"), name="activity.batch.show", role="small", auto_default=False)
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
        created = progress.counts.get(OutcomeKind.CREATED, 0)
        whole = count_of(progress.counts, *OutcomeKind) + progress.left
        self._mark.show_state(_MARKS.get(progress.state, "waiting"))
        if name != self._name.text():
            self._name.set_text(name)
        if progress.state is BatchState.PAUSED and progress.reason is not None:
            words = pause_title(progress.reason)
        else:
            words = self._words(progress.state)
        counts = self.tr("{created} of {whole} rows to send created").format(
            created=count_text(created), whole=count_text(whole)
        )
        text = f"{words} · {counts}"
        if text != self._state.text():
            self._state.setText(text)
            self.setAccessibleName(f"{name}. {text}")
        set_style_state(self._state, "unknown" if progress.state is BatchState.PAUSED else "")
        self.show()

    def _words(self, state: BatchState) -> str:
        return {
            BatchState.RUNNING: self.tr("Running"),
            BatchState.FINISHED: self.tr("Finished"),
            BatchState.STOPPED: self.tr("Stopped"),
        }.get(state, self.tr("Waiting"))
