"""The panel with the details of an attempt: its outcome and name above, its actions below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from koodrive.models import OutcomeKind
from ui.core.theme import scaled
from ui.texts.visible import in_short
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import HEAD_HEIGHT, HEAD_MARGIN, PANEL_WIDTH, column, row
from ui.widgets.state_mark import StateMark
from ui.widgets.style_state import repolish

if TYPE_CHECKING:
    from koodrive.journal import Attempt
    from ui.history.actions import AttemptActions
    from ui.history.details import AttemptDetails

_LONGEST_NAME = 200


class DetailsPanel(QFrame):
    """Details with a head and a foot, like the panel of the forms, while they stand beside everything else.

    Args:
        details: Everything about an attempt.
        actions: What can be done with it.

    Signals:
        close_requested: The user wants its room for the table.
    """

    close_requested = Signal()

    def __init__(
        self, details: AttemptDetails, actions: AttemptActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history.panel")
        self._details = details
        self._actions = actions
        self._mark = StateMark("history.panel.mark", ground="side")
        self._name = ElidedLabel()
        self._name.setObjectName("history.panel.name")
        self._name.setProperty("role", "head")
        self._head = QWidget()
        close = IconButton("close", self.tr("Close the details"), name="history.panel.close")
        close.clicked.connect(self.close_requested)
        head = row(self._mark, self._name, close, stretch=self._name, margins=(16, 0, 8, 0))
        head.addStrut(HEAD_HEIGHT - 1)
        column(head, _line(), spacing=0, parent=self._head)
        self._line = _line()
        self._foot = row(actions, 1)
        self._body = column(details)
        foot = column(self._line, self._foot, spacing=0)
        column(self._head, self._body, foot, stretch=self._body, spacing=0, parent=self)
        details.shown.connect(self._on_shown)
        self.set_beside(is_beside=True)

    def sizeHint(self) -> QSize:
        """Return the width of the panel of the forms."""
        return QSize(scaled(PANEL_WIDTH), super().sizeHint().height())

    def set_beside(self, *, is_beside: bool) -> None:
        """Set whether it is a column of the page; otherwise it stands below or in the place of the table."""
        role = "panel" if is_beside else ""
        if self.property("role") == role:
            return
        self.setProperty("role", role)
        # What lies in it has no ground of its own.
        repolish(self)
        for widget in (self._details, self._details.viewport(), *self._details.findChildren(QWidget)):
            repolish(widget)
        self._head.setVisible(is_beside)
        self._line.setVisible(is_beside)
        self._actions.set_slim(is_slim=is_beside)
        self._details.show_name(is_shown=not is_beside)
        self._foot.setContentsMargins(*(16, HEAD_MARGIN, 16, HEAD_MARGIN) if is_beside else (0, 8, 0, 0))
        self._body.setContentsMargins(*(4, 12, 4, 0) if is_beside else (0, 0, 0, 0))

    @Slot(object)
    def _on_shown(self, attempt: Attempt | None) -> None:
        # One that only a newer KooDesk knows has no mark here.
        is_known = attempt is not None and attempt.outcome in set(OutcomeKind)
        state = str(attempt.outcome) if attempt is not None and is_known else ""
        self._mark.show_state(OutcomeKind.DELETED if attempt is not None and attempt.undone_at else state)
        name = "" if attempt is None else attempt.name or self.tr("Without a name")
        self._name.set_text(in_short(name, _LONGEST_NAME))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
