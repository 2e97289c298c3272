"""The line below the objects of a batch that is taken back: the whole reason of the selected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from ui.batch.undoing.undo_card import NAME
from ui.batch.undoing.undo_texts import MARKS, reason_text, state_text
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row
from ui.widgets.state_mark import StateMark

if TYPE_CHECKING:
    from koodrive.journal import UndoRow

_LINES = 2
"""Lines that have room at once, so that rows do not move when another one is selected."""


class UndoLine(QFrame):
    """What became of the selected object, as `RowStrip` says it of a row of a plan; a long reason is broken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{NAME}.row")
        self.setProperty("role", "card")
        self._mark = StateMark(f"{NAME}.row.mark")
        self._words = PlainLabel(name=f"{NAME}.row.words", wraps=True)
        self._words.setMinimumHeight(_LINES * self._words.fontMetrics().lineSpacing())
        row(self._mark, self._words, stretch=self._words, margins=(12, 5, 12, 5), parent=self)
        self.show_row(None)

    def show_row(self, shown: UndoRow | None) -> None:
        """Show another object; None for none."""
        self._mark.show_state(MARKS.get(shown.state, "") if shown is not None else "")
        if shown is None:
            words = self.tr("Select a row to read its whole reason.")
        else:
            words = reason_text(shown) or state_text(shown.state)
            if shown.line is not None:
                words = self.tr("Line {line}: {words}").format(line=shown.line, words=words)
        if words != self._words.text():
            self._words.setText(words)
