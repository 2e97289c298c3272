"""The search box of the page On the service and the choices beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from koodrive.listing.live_rows import Standing
from koodrive.models import RequestKind
from ui.inputs.combo_box import ElidedComboBox
from ui.inputs.short_line import SearchLine
from ui.live.columns import filter_text
from ui.live.model import LiveQuery
from ui.widgets.layouts import column, row

SEARCH_DELAY_MS = 120


class LiveFilters(QWidget):
    """A search box and two choices.

    Signals:
        changed: `query` says something else; of typing only when the fingers rest.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine(self.tr("Search names and IDs"), self.tr("Search what the service lists"))
        self.search.setObjectName("live.search")
        self._kind = self._combo("live.kind", self.tr("Kind"))
        self._standing = self._combo("live.standing", self.tr("Where it was made"))
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._fill()
        choices = row(self._kind, self._standing)
        for place in range(2):
            choices.setStretch(place, 1)
        self._lines = column(self.search, choices, spacing=12, parent=self)
        self._lines.setStretch(0, 2)
        self._lines.setStretch(1, 3)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_typed)
        self._kind.currentIndexChanged.connect(self._on_chosen)
        self._standing.currentIndexChanged.connect(self._on_chosen)

    def set_in_one_line(self, in_one_line: bool) -> None:  # noqa: FBT001 - a setter
        """Put the choices beside the search instead of below it, or back."""
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.LeftToRight if in_one_line else directions.TopToBottom)

    @staticmethod
    def _combo(name: str, label: str) -> QComboBox:
        combo = ElidedComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(4)
        return combo

    def _fill(self) -> None:
        self._kind.addItem(self.tr("Albums and folders"), None)
        self._kind.addItem(self.tr("Albums"), RequestKind.ALBUM)
        self._kind.addItem(self.tr("Shared folders"), RequestKind.SHARED_FOLDER)
        self._standing.addItem(self.tr("Made anywhere"), None)
        for standing in Standing:
            self._standing.addItem(filter_text(standing), standing)

    @property
    def query(self) -> LiveQuery:
        """The filter that is set."""
        kind, standing = self._kind.currentData(), self._standing.currentData()
        return LiveQuery(
            self.search.text(),
            # Qt hands text back for an enum that is text.
            None if kind is None else RequestKind(kind),
            None if standing is None else Standing(standing),
        )

    @property
    def is_limited(self) -> bool:
        """Whether the filter hides rows."""
        return self.query != LiveQuery()

    @Slot()
    def clear(self) -> None:
        """Leave everything in."""
        self.search.clear()
        self._kind.setCurrentIndex(0)
        self._standing.setCurrentIndex(0)
        self._on_chosen()

    @Slot()
    def _on_typed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_chosen(self) -> None:
        self._timer.stop()
        self.changed.emit()
