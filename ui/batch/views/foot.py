"""The foot of the page: what a plan will take and the buttons that start it; the result of a run."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from ui.texts.numbers import number_text
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import PushButton
from ui.widgets.copied_word import CopiedWord
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.stacking_row import StackingRow

RESULT_FORMATS = ("results.xlsx", "results.csv", "remaining.xlsx", "remaining.csv")
"""Kind and ending of the files that `save_requested` asks for."""

_LEAST_WORDS = 120
"""Pixels of the words beside the buttons; with less they stand above."""


class Foot(QWidget):
    """Words at the left, buttons at the right.

    Signals:
        back_requested: The user wants to leave this batch.
        dry_run_requested: The user wants to see what would be sent.
        mend_requested: The user wants to see the first problem before anything is sent.
        start_requested: The ready rows are to be created.
        history_requested: The user wants to see the attempts of the batch in the history.
        copy_requested: The result is to be copied.
        save_requested: The result is to be saved: one of `RESULT_FORMATS`.
        undo_requested: The user wants to take back what the batch has created.
    """

    back_requested = Signal()
    dry_run_requested = Signal()
    mend_requested = Signal()
    start_requested = Signal()
    history_requested = Signal()
    copy_requested = Signal()
    save_requested = Signal(str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self._words.setObjectName("batch.foot")
        self._words.setProperty("role", "quiet")
        self.back_button = self._button("back", self.tr("&Back"))
        self.dry_run_button = self._button("dryRun", self.tr("Dr&y run"))
        self.mend_button = self._button("mend", self.tr("Mend f&irst"))
        self.start_button = self._button("start", self.tr("Create"), role="primary")
        self.history_button = self._button("history", self.tr("Show in history"))
        self.copy_button = self._button("copyResults", self.tr("&Copy results"))
        self.save_button = self._button("saveResults", self.tr("Sa&ve results"))
        self.undo_button = self._button("undo", self.tr("Ta&ke back…"))
        self.undo_button.set_icon("undo")
        self.copied = CopiedWord(self.copy_button)
        self._plan = (self.dry_run_button, self.mend_button, self.start_button)
        self._result = (self.undo_button, self.history_button, self.copy_button, self.save_button)
        self._build_ui()
        self.back_button.clicked.connect(self.back_requested)
        self.dry_run_button.clicked.connect(self.dry_run_requested)
        self.mend_button.clicked.connect(self.mend_requested)
        self.start_button.clicked.connect(self.start_requested)
        self.history_button.clicked.connect(self.history_requested)
        self.copy_button.clicked.connect(self.copy_requested)
        self.undo_button.clicked.connect(self.undo_requested)

    def _button(self, name: str, label: str, role: str = "") -> PushButton:
        return PushButton(label, name=f"batch.{name}", role=role, auto_default=False)

    def _build_ui(self) -> None:
        menu = QMenu(self.save_button)
        labels = (
            self.tr("All rows as an &Excel workbook…"),
            self.tr("All rows as &CSV…"),
            self.tr("Rows that may be sent again as an E&xcel workbook…"),
            self.tr("Rows that may be sent again as C&SV…"),
        )
        for kind, label in zip(RESULT_FORMATS, labels, strict=True):
            action = menu.addAction(label)
            action.setObjectName(f"batch.save.{kind}")
            action.setData(kind)
        menu.triggered.connect(lambda action: self.save_requested.emit(action.data()))
        menu.aboutToHide.connect(self.save_button.update)
        self.save_button.setMenu(menu)
        line = QFrame()
        line.setProperty("role", "line")
        flow = FlowLayout()
        flow.setSpacing(8)
        for button in (self.back_button, *self._plan, *self._result):
            flow.addWidget(button)
        buttons = StackingRow(self._words, flow, least=_LEAST_WORDS)
        content = row(buttons, margins=(24, 16, 24, 16), stretch=buttons)
        column(line, content, spacing=0, parent=self)

    def show_plan(
        self,
        ready: int,
        others: int,
        words: str,
        *,
        is_busy: bool = False,
        obstacle: str = "",
        has_result: bool = False,
    ) -> None:
        """Show the buttons of a plan.

        Args:
            ready: Rows that can be sent.
            others: Rows with a problem, or that need a confirmation.
            words: How long it will take.
            is_busy: Whether the numbers are about to change.
            obstacle: Why nothing can be created now, as a sentence; empty where it can.
            has_result: Whether nothing is left to create, so that the table with its IDs is what is wanted.
        """
        result = (self.copy_button, self.save_button) if has_result else ()
        self._show((*self._plan, *result), obstacle or words, self.tr("&Back"))
        self.mend_button.setVisible(others > 0 and ready > 0)
        if others:
            label = (
                self.tr("Create the {count} ready row&s") if ready != 1 else self.tr("Create the 1 ready row")
            )
        else:
            label = self.tr("Create {count} row&s") if ready != 1 else self.tr("Create 1 row")
        self.start_button.setText(label.format(count=number_text(ready)))
        self.start_button.setEnabled(ready > 0 and not is_busy and not obstacle)
        self.start_button.setToolTip(as_tool_tip(obstacle) if obstacle else "")
        self.start_button.setAccessibleDescription(obstacle)
        self.dry_run_button.setEnabled(ready > 0 and not is_busy)

    def show_run(self, words: str, *, is_over: bool, can_undo: bool = False) -> None:
        """Show the buttons of a run.

        Args:
            words: What can be done meanwhile.
            is_over: Whether nothing is left to send.
            can_undo: Whether something was created that can be taken back.
        """
        result = self._result if can_undo else self._result[1:]
        self._show(result, words, self.tr("New ta&ble") if is_over else self.tr("&Back"))

    def _show(self, buttons: tuple[PushButton, ...], words: str, back: str) -> None:
        for button in (*self._plan, *self._result):
            button.setVisible(button in buttons)
        self.back_button.setText(back)
        self._words.set_text(words)
