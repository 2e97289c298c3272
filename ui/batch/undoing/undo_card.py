"""How taking a batch back stands: a title, a bar in parts, figures, and the button that pauses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from koodrive.batch.undoing.groups import UndoGroups, UndoState
from ui.batch.texts import duration_text
from ui.batch.undoing.undo_texts import ready_count
from ui.batch.views.progress_parts import Figure, FigureRow, PartBar
from ui.texts.numbers import number_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.batch.running.progress import RunProgress

NAME = "batch.undo"


class UndoCard(QFrame):
    """The head of the run.

    Signals:
        pause_requested: The user wants it to pause.
    """

    pause_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{NAME}.run")
        self.setProperty("role", "card")
        self._title = PlainLabel(name=f"{NAME}.title", role="head")
        self._source = ElidedLabel()
        self._source.setProperty("role", "quiet")
        self.pause_button = PushButton(self.tr("Pa&use"), name=f"{NAME}.pause", auto_default=False)
        self._bar = PartBar(f"{NAME}.progress")
        self._figures = {
            "left": Figure(f"{NAME}.left", self.tr("Can be taken back"), "ready"),
            "taken_back": Figure(f"{NAME}.takenBack", self.tr("Taken back"), "deleted"),
            "kept": Figure(f"{NAME}.kept", self.tr("Kept"), "excluded"),
            "could_not": Figure(f"{NAME}.couldNot", self.tr("Could not"), "refused"),
            "open": Figure(f"{NAME}.open", self.tr("Not looked at"), "waiting"),
            "time": Figure(f"{NAME}.time", self.tr("Time left")),
        }
        head = row(self._title, self._source, self.pause_button, stretch=self._source)
        figures = FigureRow(*self._figures.values())
        column(head, self._bar, figures, spacing=10, margins=(16, 12, 12, 12), parent=self)
        self.pause_button.clicked.connect(self.pause_requested)

    @property
    def title(self) -> str:
        """What the run does, in words."""
        return self._title.text()

    def show_title(self, title: str, source: str) -> None:
        """Show what the run does, and the name of its file."""
        if title != self._title.text():
            self._title.setText(title)
        if source != self._source.text():
            self._source.set_text(source)

    def show_counts(
        self, counts: Mapping[str, int], progress: RunProgress | None, *, is_before_run: bool
    ) -> None:
        """Show other numbers.

        Args:
            counts: Objects by state.
            progress: What the run has reported last, while it goes on; else None.
            is_before_run: Whether nobody has said yes yet, so that it is told what can be taken back.
        """
        groups, whole = UndoGroups.of(counts), sum(counts.values())
        self._figures["left"].show_caption(self.tr("Can be taken back") if is_before_run else self.tr("Left"))
        values = {
            "left": ready_count(counts) if is_before_run else groups.left,
            "taken_back": groups.taken_back,
            "kept": groups.kept,
            "could_not": groups.could_not,
            "open": counts.get(UndoState.OPEN, 0),
        }
        for name, value in values.items():
            self._figures[name].show_value(number_text(value))
        seconds = progress.seconds_left if progress is not None else None
        self._figures["time"].show_value("–" if seconds is None else duration_text(seconds))
        parts = [(groups.taken_back, "good"), (groups.kept, "edge"), (groups.could_not, "bad")]
        words = self.tr("{done} of {whole} taken back").format(
            done=number_text(groups.taken_back), whole=number_text(whole)
        )
        self._bar.show_parts(parts, whole, words)
