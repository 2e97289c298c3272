"""What stands around the table of a plan: filter and buttons above, the row at the keyboard below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from koodrive.batch.models import Severity, Verdict
from ui.core.theme import scaled
from ui.inputs.short_line import ShortLine
from ui.texts.numbers import number_text
from ui.texts.visible import visible
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icon_button import SIZE, IconButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import row
from ui.widgets.stacking_row import StackingRow
from ui.widgets.state_mark import StateMark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ui.batch.rows.shown_row import ShownRow

FILTER_DELAY_MS = 150
_LEAST_LINE, _LEAST_WORDS = 200, 280
"""Pixels of the filter and of what is said about a row beside their buttons, for letters of the usual size."""


class PlanTools(QWidget):
    """The filter, and buttons for the whole plan; in two lines where one has no room.

    Signals:
        filtered: What the filter says, when the fingers rest.
        next_requested: The user wants to see the next problem.
        trim_requested: Blanks at the ends of all cells are to go.
        copy_requested: The user wants a copy of the file with the problems.
    """

    filtered = Signal(str)
    next_requested = Signal()
    trim_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = ShortLine()
        self.search.setObjectName("batch.search")
        self.search.setPlaceholderText(self.tr("Filter names and other cells"))
        self.search.setAccessibleName(self.tr("Filter the rows"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_LEAST_LINE)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._next = self._button("next", self.tr("&Next problem"), self.next_requested)
        self._next.setToolTip("F8")
        self.only_problems = self._button("onlyProblems", self.tr("&Only problems"))
        self.only_problems.setCheckable(True)
        self._trim = self._button("trim", self.tr("&Trim all blanks"), self.trim_requested)
        words = self.tr("Save a copy with the problems…")
        self._copy = IconButton("export", words, name="batch.saveProblems", size=SIZE + 4)
        self._copy.clicked.connect(self.copy_requested)
        self.columns = self._button("columns", self.tr("&Columns"))
        self._flow = FlowLayout()
        self._flow.setSpacing(8)
        self._buttons = (self._next, self.only_problems, self._trim, self.columns, self._copy)
        for button in self._buttons:
            self._flow.addWidget(button)
        line = StackingRow(self.search, self._flow, least=scaled(_LEAST_LINE))
        row(line, stretch=line, parent=self)
        self._timer = QTimer(self, singleShot=True, interval=FILTER_DELAY_MS)
        self._timer.timeout.connect(self._announce)
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self._announce)

    def _button(self, name: str, label: str, signal: SignalInstance | None = None) -> PushButton:
        button = PushButton(label, name=f"batch.{name}", auto_default=False)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def set_columns(self, menu: QMenu | None) -> None:
        """Let the button Columns open `menu`."""
        if menu is not None:
            self.columns.setMenu(menu)

    def show_counts(self, problems: int, doubtful: int, *, can_trim: bool) -> None:
        """Enable what there is something for.

        Args:
            problems: Rows with a problem.
            doubtful: Rows that need a confirmation.
            can_trim: Whether there are cells with blanks at their ends.
        """
        self._next.setEnabled(problems + doubtful > 0)
        self.only_problems.setEnabled(problems > 0 or self.only_problems.isChecked())
        self._copy.setVisible(problems + doubtful > 0)
        self._trim.setVisible(can_trim)

    @Slot()
    def _announce(self) -> None:
        self._timer.stop()
        self.filtered.emit(self.search.text().strip())


class RowStrip(QFrame):
    """The row at the keyboard: where it stands, what is wrong with it, and what can be done about that.

    Signals:
        edit_requested: The cell is to be edited.
        clean_requested: Number of the row, column of the file and the clean text that it is to get.
        exclude_requested: The selected rows are to be left out, or put back.
        confirm_requested: The selected doubtful rows are to be sent all the same.
        confirm_all_requested: All doubtful rows are to be.
    """

    edit_requested = Signal()
    clean_requested = Signal(int, int, str)
    exclude_requested = Signal()
    confirm_requested = Signal()
    confirm_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.row")
        self.setProperty("role", "card")
        self._mark = StateMark("batch.row.mark")
        self._words = ElidedLabel()
        self._words.setObjectName("batch.row.words")
        self._clean = self._button("clean", "")
        self._edit = self._button("edit", self.tr("&Edit"))
        self._confirm = self._button("confirm", self.tr("Con&firm"))
        self._confirm_all = self._button("confirmAll", self.tr("Confirm a&ll"))
        self._exclude = self._button("exclude", self.tr("Lea&ve the row out"))
        self._row: ShownRow | None = None
        buttons = (self._clean, self._edit, self._confirm, self._confirm_all, self._exclude)
        flow = FlowLayout()
        flow.setSpacing(8)
        for button in buttons:
            flow.addWidget(button)
        words = row(self._mark, self._words, stretch=self._words)
        line = StackingRow(words, flow, least=scaled(_LEAST_WORDS))
        row(line, stretch=line, margins=(12, 5, 5, 5), parent=self)
        self._clean.clicked.connect(self._on_clean)
        self._edit.clicked.connect(self.edit_requested)
        self._confirm.clicked.connect(self.confirm_requested)
        self._confirm_all.clicked.connect(self.confirm_all_requested)
        self._exclude.clicked.connect(self.exclude_requested)
        self.show_row(None)

    def _button(self, name: str, label: str) -> PushButton:
        return PushButton(label, name=f"batch.row.{name}", role="small", auto_default=False)

    def show_row(self, shown: ShownRow | None, selected: int = 1, doubtful: int = 0) -> None:
        """Show another row; None for none.

        Args:
            shown: The row at the keyboard.
            selected: How many rows are selected.
            doubtful: How many rows of the batch need a confirmation.
        """
        self._row = shown
        for button in (self._clean, self._edit, self._confirm, self._exclude):
            button.setEnabled(shown is not None and shown.is_open)
        self._mark.show_state(shown.state if shown is not None else "")
        self._clean.setVisible(self._clean_cell(shown) is not None)
        if shown is None:
            self._words.set_text("")
            return
        is_many = selected > 1
        remark = shown.remarks[0] if shown.remarks else None
        if is_many:
            words = self.tr("{count} rows are selected").format(count=number_text(selected))
        elif remark is None:
            words = self.tr("Line {line}: {words}").format(line=shown.line, words=shown.word)
        elif remark.field:
            words = self.tr("Line {line}, {field}: {words}").format(
                line=shown.line, field=remark.field, words=remark.text
            )
        else:
            words = self.tr("Line {line}: {words}").format(line=shown.line, words=remark.text)
        self._words.set_text(words)
        cell = self._clean_cell(shown)
        if cell is not None:
            self._clean.setText(self.tr("Use “{text}”").format(text=visible(cell[1]).replace("&", "&&")))
        is_doubtful = shown.state == Verdict.DOUBTFUL
        self._confirm_all.setVisible(is_doubtful and doubtful > 1)
        self._confirm.setVisible(is_many or is_doubtful)
        is_out = shown.state == Verdict.EXCLUDED
        if is_many:
            label = self.tr("Put the rows back") if is_out else self.tr("Lea&ve the rows out")
        else:
            label = self.tr("Put the row back") if is_out else self.tr("Lea&ve the row out")
        self._exclude.setText(label)

    @staticmethod
    def _clean_cell(shown: ShownRow | None) -> tuple[int, str] | None:
        """Return the column and the clean text of the first cell that has one, where it fits on a button."""
        if shown is None or not shown.is_open:
            return None
        for remark in shown.remarks:
            if remark.column is not None and remark.clean_value and len(remark.clean_value) <= 40:
                return remark.column, remark.clean_value
        return None

    @Slot()
    def _on_clean(self) -> None:
        cell = self._clean_cell(self._row)
        if self._row is not None and cell is not None:
            self.clean_requested.emit(self._row.row, *cell)

    @property
    def has_problem(self) -> bool:
        """Whether the row that is shown cannot be sent."""
        return self._row is not None and any(one.severity is Severity.PROBLEM for one in self._row.remarks)
