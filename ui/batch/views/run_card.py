"""How a run stands: a bar in parts, figures, a small chart, and the buttons that pause and stop it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.batch.texts import duration_text, life_text
from ui.batch.views.progress_parts import Figure, FigureRow, PartBar
from ui.batch.views.speed_chart import SpeedChart
from ui.core.theme import scaled
from ui.texts.numbers import number_text
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column
from ui.widgets.stacking_row import StackingRow

if TYPE_CHECKING:
    from datetime import timedelta

_LOW = 520
"""Pixels; in a lower page the chart gives its room to the rows."""

_LEAST_TITLE = 260
"""Pixels of the title beside the buttons, for letters of the usual size."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of a run."""

    whole: int
    created: int
    refused: int
    unknown: int
    left: int
    rows_per_minute: float | None = None
    """None while nothing is sent, or it is not known yet."""
    seconds_left: float | None = None
    token_left: timedelta | None = None
    is_token_over: bool = False

    @property
    def done(self) -> int:
        """Rows of which the outcome is known, or never will be by itself."""
        return self.created + self.refused + self.unknown


class RunCard(QFrame):
    """The head of a run.

    Signals:
        pause_requested: The user wants it to pause.
        stop_requested: The user wants to end it.
    """

    pause_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.run")
        self.setProperty("role", "card")
        self._title = PlainLabel(name="batch.run.title", role="head")
        self._source = ElidedLabel()
        self._source.setProperty("role", "quiet")
        self.pause_button = PushButton(self.tr("Pa&use"), name="batch.pause", auto_default=False)
        self.stop_button = PushButton(self.tr("&Stop…"), name="batch.stop", auto_default=False)
        self._bar = PartBar()
        self._figures = {
            "created": Figure("batch.run.created", self.tr("Created"), "created"),
            "refused": Figure("batch.run.refused", self.tr("Refused"), "refused"),
            "unknown": Figure("batch.run.unknown", self.tr("Unknown"), "unknown"),
            "left": Figure("batch.run.left", self.tr("Left"), "waiting"),
            "speed": Figure("batch.run.speed", self.tr("Rows a minute")),
            "time": Figure("batch.run.time", self.tr("Time left")),
            "token": Figure("batch.run.token", self.tr("Token")),
        }
        self.chart = SpeedChart()
        self._build_ui()
        self.pause_button.clicked.connect(self.pause_requested)
        self.stop_button.clicked.connect(self.stop_requested)

    def _build_ui(self) -> None:
        words, buttons = FlowLayout(), FlowLayout()
        for layout, parts in (
            (words, (self._title, self._source)),
            (buttons, (self.pause_button, self.stop_button)),
        ):
            layout.setSpacing(8)
            for part in parts:
                layout.addWidget(part)
        head = StackingRow(words, buttons, least=scaled(_LEAST_TITLE))
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        figures = FigureRow(*self._figures.values())
        column(head, self._bar, figures, self.chart, spacing=10, margins=(16, 12, 12, 12), parent=self)

    def fit(self, page_height: int) -> None:
        """Do without the chart where the rows need the room.

        Args:
            page_height: Height of the page in pixels.
        """
        self.chart.setVisible(page_height >= _LOW)

    def show_title(self, title: str, source: str) -> None:
        """Show what the batch does, and the name of its file."""
        if title != self._title.text():
            self._title.setText(title)
        if source != self._source.text():
            self._source.set_text(source)

    def show_standing(self, standing: Standing) -> None:
        """Show other numbers."""
        figures = self._figures
        for name in ("created", "refused", "unknown", "left"):
            figures[name].show_value(number_text(getattr(standing, name)))
        speed, seconds = standing.rows_per_minute, standing.seconds_left
        figures["speed"].show_value("–" if speed is None else number_text(round(speed)))
        figures["time"].show_value("–" if seconds is None else duration_text(seconds))
        token = self.tr("Expired") if standing.is_token_over else life_text(standing.token_left)
        figures["token"].show_value(token, "doubtful" if standing.is_token_over else "")
        parts = [(standing.created, "good"), (standing.unknown, "warn"), (standing.refused, "bad")]
        words = self.tr("{done} of {whole} rows to send").format(
            done=number_text(standing.done), whole=number_text(standing.whole)
        )
        self._bar.show_parts(parts, standing.whole, words)
