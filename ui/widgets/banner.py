"""The banner of a form: progress, outcome, and actions."""

from __future__ import annotations

import time
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.texts.visible import as_tool_tip, escape_invisible, in_short
from ui.widgets.buttons import PushButton
from ui.widgets.detail_lines import AttemptLine
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel, PlainLabel, with_break_points
from ui.widgets.layouts import column, row
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def focus_action(banner: Banner, key: str) -> None:
    """Put the keyboard onto the action `key` of `banner`; Enter presses the action that has it.

    Without that, Enter would press the default button of the dialog, whatever has the focus.
    """
    for button in banner.findChildren(QPushButton):
        button.setAutoDefault(True)
    wanted = banner.action(key)
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


HARMLESS = "harmless"
"""State of a request that has created nothing and can be sent again unchanged."""
_LONGEST_ID = 128
"""Characters; twice those of an ID."""
_MARGIN, _MARGIN_IN_LINE = 12, 4
"""Pixels above and below, also for a banner in one line."""


_AT_LEFT = 12
"""Pixels at the left of the widest parts of a card, and at the right of most."""


class _Column(QVBoxLayout):
    """A column that knows its height at several widths, as its parents ask for each of them many times.

    QBoxLayout remembers one. Here each takes as long as laying out the texts of all labels.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the heights."""
        self._heights.clear()
        super().invalidate()


class Banner(QFrame):
    """A framed message with a large ID and a row of actions; hidden while it is empty.

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
        self._title = PlainLabel(selectable=True, name=f"{name}.title", role="bannerTitle", wraps=True)
        self._about = PlainLabel(selectable=True, name=f"{name}.about", role="quiet", wraps=True)
        self._caption = PlainLabel(name=f"{name}.id.label", role="quiet", wraps=True)
        self._id = PlainLabel(selectable=True, name=f"{name}.id", role="resultId", wraps=True)
        self._message = PlainLabel(selectable=True, name=f"{name}.message", wraps=True)
        self._remark = PlainLabel(selectable=True, name=f"{name}.remark", role="quiet", wraps=True)
        self._labels = labels = (
            *(self._title, self._about, self._caption),
            *(self._id, self._message, self._remark),
        )
        for label in labels:
            # A word that cannot be broken must not widen the window.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.result_id = ""
        """The ID that is shown, or an empty text."""
        self._tab_anchor: QWidget | None = None
        self._fallback_focus: QWidget | None = None
        self._buttons: dict[str, PushButton] = {}
        self._disabled: frozenset[str] = frozenset()
        self._is_in_one_line = False
        self._excluded: frozenset[str] = frozenset()
        self._locked: set[str] = set()
        self._chosen_at = float("-inf")
        self._actions = FlowLayout()
        self._actions.setSpacing(8)
        self._column = layout = _Column(self)
        layout.setContentsMargins(16, _MARGIN, 16, _MARGIN)
        layout.setSpacing(8)
        self._id_box = QFrame()
        self._id_box.hide()
        self._more_ids = column(spacing=4, parent=self._id_box)
        self._shows_large_id = True
        self._id_lines: dict[str, AttemptLine] = {}
        for label in labels:
            layout.addWidget(label)
        layout.insertWidget(layout.indexOf(self._message), self._id_box)
        layout.addLayout(self._actions)
        self.hide()

    def set_head(self, head: QLayout, margins: tuple[int, int, int, int]) -> None:
        """Put `head` above everything else; all IDs are then shown alike at the end, each below its label.

        Args:
            head: Layout with the head line.
            margins: Pixels around everything: left, top, right, bottom.
        """
        self._shows_large_id = False
        left, top, right, bottom = margins
        self._column.setContentsMargins(_AT_LEFT, top, right, bottom)
        self._column.setSpacing(4)
        # All but the inset stands in the column of the name, and only the head reaches to the right edge.
        indent, rest = left - _AT_LEFT, _AT_LEFT - right
        for label in self._labels:
            label.setContentsMargins(indent, 0, rest, 0)
        head.setContentsMargins(indent, 0, 0, 0)
        self._actions.setContentsMargins(indent, 4, rest, 0)
        self._column.insertLayout(0, head)
        self._id_box.setProperty("role", "inset")
        self._more_ids.setContentsMargins(10, 5, 6, 5)
        self._more_ids.setSpacing(0)
        self._column.addLayout(row(self._id_box, margins=(0, 0, rest, 0)))

    def set_in_one_line(self, in_one_line: bool) -> None:  # noqa: FBT001 - a setter
        """Show title and actions beside each other, and what else there is as a tool tip; or all of it."""
        self._is_in_one_line = in_one_line
        direction = QBoxLayout.Direction.LeftToRight if in_one_line else QBoxLayout.Direction.TopToBottom
        self._column.setDirection(direction)
        above = _MARGIN_IN_LINE if in_one_line else _MARGIN
        self._column.setContentsMargins(16, above, 16, above)
        self._show_explanation()

    @cached_property
    def _line(self) -> ElidedLabel:
        """The title in one line; made where it is needed, as there are hundreds of cards."""
        # Both ends of a title say the most: a name, and an ID.
        line = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        line.setProperty("role", "bannerTitle")
        self._column.insertWidget(self._column.indexOf(self._actions), line, stretch=1)
        return line

    def _show_explanation(self) -> None:
        labels = (self._title, self._about, self._message, self._remark)
        for label in labels:
            label.setVisible(bool(label.text()) and not self._is_in_one_line)
        words = "\n".join(label.text() for label in labels if label.text())
        self._line.set_text(self._title.text())
        self._line.setVisible(self._is_in_one_line)
        self.setToolTip(as_tool_tip(words) if self._is_in_one_line else "")

    def exclude_actions(self, *actions: str) -> None:
        """Never offer `actions`, by their keys, because the page does without them."""
        self._excluded = frozenset(actions)

    def excludes(self, action: str) -> bool:
        """Return whether an action is never offered, by its key."""
        return action in self._excluded

    def show_content(
        self,
        state: str,
        title: str,
        message: str = "",
        *,
        remark: str = "",
        about: str = "",
        ids: Sequence[tuple[str, str, str]] = (),
        actions: Sequence[tuple[str, str]] = (),
        disabled: Collection[str] = (),
        guarded: Collection[str] = (),
    ) -> None:
        """Replace the content; equal actions keep their buttons and the focus.

        Args:
            state: One of the five outcome words, ``problem`` for a form that cannot be sent, or ``harmless`` for a
                request that has created nothing and can be sent again.
            title: Title.
            message: Meaning and next step.
            remark: Further remark, in a quiet colour.
            about: Subject of the message, in a quiet colour below the title.
            ids: Key, label and value of each ID, the first one shown large; the others have a Copy button.
            actions: Key and label of each button, the most likely first.
            disabled: Keys of the actions that cannot be chosen yet.
            guarded: Keys of the actions that the second click of a double click must not hit: they are disabled for
                the time of a double click.
        """
        actions = [(key, label) for key, label in actions if key not in self._excluded]
        set_style_state(self, state)
        result_id = ids[0][2] if ids else ""
        large = ids[:1] if self._shows_large_id else ()
        _, caption, large_id = large[0] if large else ("", "", "")
        for label, text in (
            (self._title, title),
            (self._about, about),
            (self._caption, caption),
            (self._id, in_short(large_id, _LONGEST_ID)),
            (self._message, message),
            (self._remark, remark),
        ):
            label.setText(text if label is self._id else with_break_points(text))
            label.setVisible(bool(text))
        if self._is_in_one_line:
            self._show_explanation()
        self.result_id = result_id
        self._show_more_ids(ids[len(large) :])
        self._disabled = frozenset(disabled)
        if not self.isHidden() and list(self._buttons) == [key for key, _ in actions]:
            for key, text in actions:
                self._buttons[key].setText(text)
        else:
            self._replace_actions(actions, guarded)
        for key, button in self._buttons.items():
            button.setEnabled(key not in self._disabled and key not in self._locked)
        spoken = [part for _, label, value in ids for part in (label, in_short(value, _LONGEST_ID))]
        name = escape_invisible(" ".join(filter(None, (title, about, *spoken, message, remark))))
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.show()

    def _show_more_ids(self, ids: Sequence[tuple[str, str, str]]) -> None:
        values = {key: value for key, _, value in ids}
        for key, label, _ in ids:
            if key not in self._id_lines:
                line = AttemptLine(
                    f"{self.objectName()}.{key}",
                    label,
                    copyable=True,
                    in_row=self._shows_large_id,
                    is_id=True,
                    parent=self,
                )
                self._id_lines[key] = line
                self._more_ids.addWidget(line)
        for key, line in self._id_lines.items():
            line.set_text(values.get(key))
        self._id_box.setVisible(bool(values))
        self._chain_actions()

    def clear(self) -> None:
        """Clear and hide the banner."""
        if self._fallback_focus is not None and self.window().focusWidget() in self._buttons.values():
            self._fallback_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._id.setText("")
        self.result_id = ""
        self.hide()

    def action(self, key: str) -> PushButton | None:
        """Return the button of the action `key`, where it is shown."""
        return self._buttons.get(key)

    @property
    def action_keys(self) -> tuple[str, ...]:
        """Keys of the buttons that are shown."""
        return tuple(self._buttons)

    def focus_action(self) -> None:
        """Put the focus on the first action that can be chosen, if there is one."""
        for key, button in self._buttons.items():
            if key not in self._disabled and key not in self._locked:
                # With this reason the style draws the frame that shows where the focus is.
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def set_tab_anchor(self, anchor: QWidget) -> None:
        """Set the widget after which Tab reaches the actions."""
        self._tab_anchor = anchor
        self._chain_actions()

    @property
    def tab_stops(self) -> list[QWidget]:
        """The widgets that Tab reaches after the anchor."""
        lines = [stop for line in self._id_lines.values() for stop in line.tab_stops]
        return [*lines, *self._buttons.values()]

    def set_fallback_focus(self, widget: QWidget) -> None:
        """Set where the keyboard goes when the action that has it goes; by default to the first of the new actions.

        In a form that is an input: a blank typed on an action would press it.
        """
        self._fallback_focus = widget

    def _chain_actions(self) -> None:
        if self._tab_anchor is not None:
            for before, after in pairwise((self._tab_anchor, *self.tab_stops)):
                QWidget.setTabOrder(before, after)

    def _replace_actions(self, actions: Sequence[tuple[str, str]], guarded: Collection[str]) -> None:
        gone = list(self._buttons.values())
        had_focus = self.window().focusWidget() in gone
        # After a quick answer the second click of a double click meets the new actions. The first one stays enabled
        # if the keyboard goes there.
        is_double_click = time.monotonic() - self._chosen_at < QApplication.doubleClickInterval() / 1000
        spares_first = self._fallback_focus is None
        self._locked = {
            key
            for place, (key, _) in enumerate(actions)
            if key in guarded or (is_double_click and (place or not spares_first))
        }
        self._buttons = {
            key: self._new_button(key, label, is_first=not place)
            for place, (key, label) in enumerate(actions)
        }
        if had_focus:
            # Before its button goes, as that would send the focus on to wherever Tab leads.
            if self._fallback_focus is not None:
                self._fallback_focus.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focus_action()
        for button in gone:
            self._actions.removeWidget(button)
            button.hide()
            button.setObjectName("")
            button.deleteLater()
        self._chain_actions()

    def _new_button(self, key: str, label: str, *, is_first: bool) -> PushButton:
        button = PushButton(label, self, name=f"{self.objectName()}.{key}")
        if not self._shows_large_id:
            button.setProperty("role", "small" if is_first else "smallPlain")
        button.setProperty("action", key)
        button.setAutoDefault(False)
        button.clicked.connect(self._on_clicked)
        self._place_action(key, button)
        button.show()
        if key in self._locked:
            QTimer.singleShot(QApplication.doubleClickInterval(), button, lambda: self._unlock(key, button))
        return button

    def _place_action(self, key: str, button: PushButton) -> None:  # noqa: ARG002 - a subclass looks at it
        self._actions.addWidget(button)

    def _unlock(self, key: str, button: PushButton) -> None:
        if self._buttons.get(key) is button:
            self._locked.discard(key)
            button.setEnabled(key not in self._disabled)

    def _on_clicked(self) -> None:
        self._chosen_at = time.monotonic()
        self.action_chosen.emit(str(self.sender().property("action")))
