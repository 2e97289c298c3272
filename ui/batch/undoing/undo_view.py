"""The view of a batch that is taken back: card, groups, objects, and the buttons below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QScrollArea, QWidget

from koodrive.batch.undoing.groups import UndoGroup, UndoGroups, UndoState, group_of
from koodrive.models import OutcomeKind
from ui.batch.undoing.undo_card import NAME, UndoCard
from ui.batch.undoing.undo_line import UndoLine
from ui.batch.undoing.undo_model import Column, UndoModel
from ui.batch.views.pause_notice import PauseNotice
from ui.tables.row_delegate import row_height
from ui.tables.table_view import MiddleElideDelegate, ReadOnlyTable
from ui.texts.numbers import number_text
from ui.widgets.banner import Banner
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ui.session.services import Services

_LEAST_ROWS = 5
_STATES = (*UndoState, *(outcome for outcome in OutcomeKind if outcome is not OutcomeKind.CREATED))
_GROUPS = {
    "all": frozenset[str](),
    **{
        name: frozenset(str(state) for state in _STATES if group_of(state) is group)
        for name, group in (
            ("left", UndoGroup.LEFT),
            ("takenBack", UndoGroup.TAKEN_BACK),
            ("kept", UndoGroup.KEPT),
            ("couldNot", UndoGroup.COULD_NOT),
        )
    },
}
"""States of the objects in each group, by the last part of the object name of its button."""


class UndoView(PartlyBuilt, QWidget):
    """All parts; the controller shows those that belong together.

    Args:
        services: Runs the reads, and renews the token of a run.
        home: Where the keyboard goes after the question for a token.
        in_parts: See `PartlyBuilt`.

    Signals:
        back_requested: The user wants to see the batch again.
        again_requested: All is to be looked at anew.
        start_requested: What can be taken back is to be.
        save_requested: The result is to be saved with this ending, ``xlsx`` or ``csv``.
    """

    back_requested = Signal()
    again_requested = Signal()
    start_requested = Signal()
    save_requested = Signal(str)

    def __init__(
        self, services: Services, home: QWidget, parent: QWidget | None = None, *, in_parts: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(NAME + ".view")
        self._start_building(self._build(services, home), in_parts=in_parts)

    def _build(self, services: Services, home: QWidget) -> Iterator[None]:
        self.model = UndoModel(services.session.runner, self)
        self.pause = PauseNotice(services, home, name=NAME)
        self.result = Banner(f"{NAME}.result")
        self.card = UndoCard()
        self.table = ReadOnlyTable()
        self._line = UndoLine()
        self._words = ElidedLabel()
        self._words.setObjectName(f"{NAME}.foot")
        self._words.setProperty("role", "quiet")
        self.back_button = PushButton(self.tr("&Back"), name=f"{NAME}.back", auto_default=False)
        self.again_button = PushButton(self.tr("&Look again"), name=f"{NAME}.again", auto_default=False)
        self.save_button = PushButton(self.tr("Sa&ve result"), name=f"{NAME}.save", auto_default=False)
        self.start_button = PushButton(
            self.tr("Ta&ke back…"), name=f"{NAME}.start", role="danger", auto_default=False
        )
        self.start_button.set_icon("undo")
        self._segments = QButtonGroup(self)
        yield
        self._build_table()
        self._build_ui()
        self.back_button.clicked.connect(self.back_requested)
        self.again_button.clicked.connect(self.again_requested)
        self.start_button.clicked.connect(self.start_requested)

    def _build_table(self) -> None:
        table, metrics = self.table, self.table.fontMetrics()
        table.setObjectName(f"{NAME}.table")
        table.setAccessibleName(self.tr("What the batch has created"))
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.ID, MiddleElideDelegate(table))
        for place, sample in (
            (Column.LINE, "000,000"),
            (Column.STATE, self.tr("Can be taken back") + "——"),
            (Column.NAME, "Holidays of the choir——"),
            (Column.ID, "0" * 23),
        ):
            table.setColumnWidth(place, metrics.horizontalAdvance(sample) + 24)
        table.selectionModel().currentRowChanged.connect(self._show_line)
        self.model.modelReset.connect(self._show_line)
        self.model.counted.connect(self._show_line)
        head = table.horizontalHeader().height()
        table.setMinimumHeight(head + _LEAST_ROWS * row_height(metrics) + 12)

    def _build_ui(self) -> None:
        groups = FlowLayout()
        groups.setSpacing(4)
        for name, states in _GROUPS.items():
            button = PushButton(name=f"{NAME}.group.{name}", role="segment", auto_default=False)
            button.setCheckable(True)
            button.clicked.connect(partial(self.model.set_states, states))
            self._segments.addButton(button)
            groups.addWidget(button)
        self._segments.buttons()[0].setChecked(True)
        area, content = QScrollArea(), QWidget()
        # From the outside in: what is put into a place is styled anew with all of its parts.
        column(area, self._foot(), spacing=0, stretch=area, parent=self)
        area.setWidgetResizable(True)
        area.setWidget(content)
        parts = (self.pause, self.result, self.card, groups, self.table, self._line)
        column(*parts, stretch=self.table, spacing=12, margins=(24, 0, 24, 16), parent=content)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(self.focusPolicy().NoFocus)
        self.show_groups({})

    def _foot(self) -> QWidget:
        menu = QMenu(self.save_button)
        for ending, words in (("xlsx", self.tr("As an &Excel workbook…")), ("csv", self.tr("As &CSV…"))):
            action = menu.addAction(words)
            action.setObjectName(f"{NAME}.save.{ending}")
            action.setData(ending)
        menu.triggered.connect(lambda action: self.save_requested.emit(action.data()))
        menu.aboutToHide.connect(self.save_button.update)
        self.save_button.setMenu(menu)
        line, foot, flow = QFrame(), QWidget(), FlowLayout()
        line.setProperty("role", "line")
        flow.setSpacing(8)
        for button in (self.back_button, self.again_button, self.save_button, self.start_button):
            flow.addWidget(button)
        buttons = row(self._words, flow, stretch=self._words, margins=(24, 16, 24, 16))
        column(line, buttons, spacing=0, parent=foot)
        return foot

    @Slot()
    def _show_line(self) -> None:
        place = self.table.currentIndex().row()
        self._line.show_row(self.model.rows[place] if 0 <= place < len(self.model.rows) else None)

    def show_groups(self, counts: Mapping[str, int], *, is_before_run: bool = True) -> None:
        """Show how many objects are in each group.

        Args:
            counts: Objects by state.
            is_before_run: Whether nobody has said yes yet: what is left is what can be taken back, once all was seen.
        """
        groups = UndoGroups.of(counts)
        is_seen = is_before_run and not counts.get(UndoState.OPEN)
        left = self.tr("Can be taken back {count}") if is_seen else self.tr("Left {count}")
        labels = {
            "all": (self.tr("All {count}"), sum(counts.values())),
            "left": (left, groups.left),
            "takenBack": (self.tr("Taken back {count}"), groups.taken_back),
            "kept": (self.tr("Kept {count}"), groups.kept),
            "couldNot": (self.tr("Could not {count}"), groups.could_not),
        }
        for button, (words, count) in zip(self._segments.buttons(), labels.values(), strict=True):
            button.setText(words.format(count=number_text(count)))

    def show_foot(self, words: str, *, can_look: bool, ready: int, has_result: bool) -> None:
        """Show the buttons that can be pressed now.

        Args:
            words: What can be done meanwhile, or why nothing can.
            can_look: Whether all may be looked at anew.
            ready: Objects that can be taken back; 0 where nothing can be begun.
            has_result: Whether there is a result to save.
        """
        self._words.set_text(words)
        self.again_button.setVisible(can_look)
        self.save_button.setVisible(has_result)
        self.start_button.setVisible(ready > 0)
        self.start_button.setText(self.tr("Ta&ke back {count}…").format(count=number_text(ready)))
