"""The line of a form with the names of its queued creates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMES = 5
_LONGEST_NAME = 40


class PendingLine(QFrame):
    """Shows the queued names and, once the queue has stopped, actions for it; hidden while the queue is empty.

    Args:
        form: First part of all object names: ``<form>.waiting``, ``<form>.waiting.continue`` and so on.

    Signals:
        continue_requested: Send the queue.
        edit_requested: Put the first one back into the form.
        discard_requested: Forget the first one.
    """

    continue_requested = Signal()
    edit_requested = Signal()
    discard_requested = Signal()

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{form}.waiting")
        self._label = PlainLabel(name=f"{form}.waiting.names", role="quiet", wraps=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = [
            PushButton(name=f"{form}.waiting.{key}", role="small", in_form=True)
            for key in ("continue", "edit", "discard")
        ]
        signals = (self.continue_requested, self.edit_requested, self.discard_requested)
        for button, signal in zip(self._buttons, signals, strict=True):
            button.clicked.connect(signal)
        actions = FlowLayout()
        actions.setSpacing(8)
        for button in self._buttons:
            actions.addWidget(button)
        column(self._label, actions, spacing=4, parent=self)
        self.hide()

    def show_names(self, names: Sequence[str], *, is_running: bool) -> None:
        """Show the queued names.

        Args:
            names: In the order in which they are created; empty where one has none.
            is_running: Whether they follow by themselves.
        """
        spoken = [
            f"“{in_short(name, _LONGEST_NAME)}”" if name else self.tr("an album without a name")
            for name in names
        ]
        shown = ", ".join(spoken[:_MOST_NAMES])
        if len(spoken) > _MOST_NAMES:
            shown = self.tr("{names} and {count} more").format(names=shown, count=len(spoken) - _MOST_NAMES)
        words = self.tr("Next: {names}") if is_running else self.tr("Not created yet: {names}")
        self._label.setText(with_break_points(words.format(names=shown)))
        if spoken and not is_running:
            first = spoken[0].replace("&", "&&")
            labels = (
                self.tr("Create them now") if len(spoken) > 1 else self.tr("Create it now"),
                self.tr("Edit {name}").format(name=first),
                self.tr("Discard {name}").format(name=first),
            )
            for button, label in zip(self._buttons, labels, strict=True):
                button.setText(label)
        for button in self._buttons:
            button.setVisible(not is_running)
        self.setVisible(bool(spoken))
