"""The banner of a form: that it is sending, what became of it, and what to do next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence


_LONG_WORD = re.compile(r"\S{60}(?=\S)")
"""Longer than a trace ID: such a word has to be broken somewhere to be seen whole."""


class Banner(QFrame):
    """A framed message with a large ID and a row of actions; hidden while it has nothing to say.

    Args:
        name: The object name; an action is named ``<name>.<action>``.

    Signals:
        action_chosen: The key of the action that the user pressed.
    """

    action_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "banner")
        self._title = PlainLabel(selectable=True)
        self._title.setProperty("role", "bannerTitle")
        self._id = PlainLabel(selectable=True)
        self._id.setProperty("role", "resultId")
        self._id.setObjectName(f"{name}.id")
        self._message = PlainLabel(selectable=True)
        self._message.setObjectName(f"{name}.message")
        for label in (self._title, self._id, self._message):
            label.setWordWrap(True)
            # A word that cannot be broken must not widen the window.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tab_anchor: QWidget | None = None
        self._shown_actions: list[tuple[str, str]] = []
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for label in (self._title, self._id, self._message):
            layout.addWidget(label)
        layout.addLayout(self._actions)
        self.hide()

    @property
    def result_id(self) -> str:
        """The ID that is shown, or an empty text."""
        return self._id.text()

    def tell(
        self,
        state: str,
        title: str,
        message: str = "",
        *,
        result_id: str = "",
        actions: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show a message in place of the last one.

        Args:
            state: One of the five outcome words, or ``problem`` for what is wrong before anything is sent.
            title: What happened.
            message: What it means and what to do.
            result_id: An ID to show large.
            actions: Key and label of each button, the most likely first.
        """
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        for label, text in ((self._title, title), (self._id, result_id), (self._message, message)):
            label.setText(text if label is self._id else _breakable(text))
            label.setVisible(bool(text))
        self._set_actions(actions)
        self.setAccessibleName(" ".join(part for part in (title, result_id, message) if part))
        self.show()

    def clear(self) -> None:
        """Say nothing and disappear."""
        self._id.setText("")
        self.hide()

    def action(self, key: str) -> QPushButton | None:
        """Return the button of the action `key`, where it is shown."""
        return self.findChild(
            QPushButton, f"{self.objectName()}.{key}", Qt.FindChildOption.FindDirectChildrenOnly
        )

    def focus_action(self) -> None:
        """Put the focus on the first action, if there is one."""
        item = self._actions.itemAt(0)
        button = item.widget() if item is not None else None
        if button is not None:
            # With this reason the style draws the frame that shows where the focus is.
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def set_tab_anchor(self, anchor: QWidget) -> None:
        """Say after which widget Tab shall come to the actions."""
        self._tab_anchor = anchor

    def _set_actions(self, actions: Sequence[tuple[str, str]]) -> None:
        if list(actions) == self._shown_actions:
            # The same buttons, so that the one with the focus keeps it.
            return
        self._shown_actions = list(actions)
        while (item := self._actions.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.setObjectName("")
                button.deleteLater()
        previous = self._tab_anchor or self
        for key, label in actions:
            button = QPushButton(label, self)
            button.setObjectName(f"{self.objectName()}.{key}")
            button.setProperty("action", key)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_clicked)
            self._actions.addWidget(button)
            if self._tab_anchor is not None:
                QWidget.setTabOrder(previous, button)
                previous = button
        self._actions.addStretch(1)

    def _on_clicked(self) -> None:
        self.action_chosen.emit(str(self.sender().property("action")))


def _breakable(text: str) -> str:
    return _LONG_WORD.sub("\\g<0>\u200b", text)
