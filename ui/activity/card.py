"""The card of one create in Activity: name and time, state, reason, IDs, actions and a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from koodrive.models import OutcomeKind
from ui.create.banner_content import BannerAction
from ui.texts.visible import in_short
from ui.widgets.banner import HARMLESS, Banner
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import row
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

WAITING = "waiting"
"""State of a request that waits for its turn."""
_MARKS = {
    WAITING: "○",
    OutcomeKind.SENDING: "…",
    OutcomeKind.CREATED: "✓",
    OutcomeKind.REFUSED: "✕",
    OutcomeKind.NOT_SENT: "–",
    OutcomeKind.UNKNOWN: "?",
    HARMLESS: "–",
}
_PROBLEM_MARK = "!"
_IN_MENU = (BannerAction.HISTORY, BannerAction.TEMPLATE, BannerAction.SHARED_ALBUM, BannerAction.TICKET)
_LONGEST_NAME = 60


class ActivityCard(Banner):
    """A banner with a head line; what is chosen less often stands in its menu.

    Args:
        name: Object name.
        title: Name of what is created.
        time: When it was asked for, as a clock shows it.
    """

    _is_listed = False
    _has_content = False

    def __init__(self, name: str, title: str, time: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setProperty("role", "entry")
        self._title.setProperty("role", "entryState")
        self._mark = PlainLabel(name=f"{name}.mark", role="entryMark")
        self._mark.setFixedWidth(self.fontMetrics().horizontalAdvance("✕✕"))
        self._name = ElidedLabel(in_short(title, _LONGEST_NAME))
        self._name.setObjectName(f"{name}.name")
        self._name.setProperty("role", "entryName")
        self._menu_button = QToolButton()
        self._menu_button.setObjectName(f"{name}.menu")
        self._menu_button.setText("⋯")
        self._menu_button.setAccessibleName(self.tr("Actions for {name}").format(name=title))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self._menu_button.setMenu(self._menu)
        self._menu_actions: tuple[tuple[str, str], ...] = ()
        head = row(self._mark, self._name, PlainLabel(time, role="quiet"), self._menu_button, spacing=4)
        head.setStretch(1, 1)
        self.insert_row(head)

    def show_content(
        self,
        state: str,
        title: str,
        message: str = "",
        *,
        remark: str = "",
        about: str = "",  # noqa: ARG002 - the head says it
        ids: Sequence[tuple[str, str, str]] = (),
        actions: Sequence[tuple[str, str]] = (),
        disabled: Collection[str] = (),
        guarded: Collection[str] = (),
    ) -> None:
        """Replace the content, see `Banner.show_content`; what belongs into the menu is shown there."""
        self._mark.setText(_MARKS.get(state, _PROBLEM_MARK))
        set_style_state(self._mark, state)
        self._show_menu([action for action in actions if action[0] in _IN_MENU])
        super().show_content(
            state,
            title,
            message,
            remark=remark,
            ids=ids,
            actions=[action for action in actions if action[0] not in _IN_MENU],
            disabled=disabled,
            guarded=guarded,
        )
        self.setAccessibleName(f"{self._name.text()}. {self.accessibleName()}")

    def set_listed(self, is_listed: bool) -> None:  # noqa: FBT001 - a setter
        """Say whether the card has its place in the list; without one it is hidden, whatever it has to show."""
        self._is_listed = is_listed
        self.setVisible(self._has_content)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - the signature of Qt
        """Show the card once it has its place in the list, or hide it."""
        self._has_content = visible
        super().setVisible(visible and self._is_listed)

    @property
    def menu_actions(self) -> tuple[str, ...]:
        """Keys of the actions in the menu."""
        return tuple(key for key, _ in self._menu_actions)

    def trigger(self, key: str) -> None:
        """Choose an action of the menu."""
        self.action_chosen.emit(key)

    def hold(self, widget: QWidget) -> None:
        """Show `widget` below everything else."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(widget)

    def rename(self, name: str) -> None:
        """Give the card and all of its parts another first part of their object names."""
        before = f"{self.objectName()}."
        self.setObjectName(name)
        for child in self.findChildren(QWidget):
            if child.objectName().startswith(before):
                child.setObjectName(f"{name}.{child.objectName().removeprefix(before)}")

    def _show_menu(self, actions: list[tuple[str, str]]) -> None:
        if tuple(actions) == self._menu_actions:
            return
        self._menu_actions = tuple(actions)
        self._menu.clear()
        for key, label in actions:
            self._menu.addAction(label).setData(str(key))
        self._menu_button.setVisible(bool(actions))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.action_chosen.emit(str(action.data()))
