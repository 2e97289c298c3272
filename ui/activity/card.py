"""The card of one create in Activity: name and time, state, reason, IDs, actions and a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from koodrive.models import OutcomeKind
from ui.core.announcement import announce
from ui.create.banner_content import BannerAction
from ui.texts.attempts import outcome_text
from ui.texts.folders import folder_name
from ui.texts.visible import in_short, on_button, without_mnemonic
from ui.widgets.banner import HARMLESS, Banner
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.state_mark import SENDING, StateMark
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.widgets.buttons import PushButton

WAITING = "waiting"
"""State of a request that waits for its turn."""
_MARKS = {
    WAITING: "waiting",
    OutcomeKind.SENDING: SENDING,
    OutcomeKind.CREATED: "created",
    OutcomeKind.DELETED: "deleted",
    OutcomeKind.REFUSED: "refused",
    OutcomeKind.NOT_SENT: "not_sent",
    OutcomeKind.UNKNOWN: "unknown",
    HARMLESS: "not_sent",
}
"""Names of the marks by state."""
_MARGINS = (36, 6, 6, 10)
_MARK_AT = 12
"""Pixels from the left edge."""
_MENU_SIZE = 24
_ASKING = {BannerAction.RESEND, BannerAction.SIGN_IN, BannerAction.CONNECT, BannerAction.SEND_ANYWAY}
"""Actions without which a request stays as it is."""
_IN_MENU = {BannerAction.HISTORY, BannerAction.TEMPLATE, BannerAction.SHARED_ALBUM, BannerAction.TICKET}
_GOOD_ENDS = {OutcomeKind.CREATED, OutcomeKind.DELETED}
_LONGEST_NAME = 60
_NOTE_MS = 2_000


class ActivityCard(Banner):
    """A banner with a head line; what is chosen less often stands in its menu.

    Args:
        name: Object name.
        title: Name of what is created.
        kind: What it is, in words.
        time: When it was asked for, as a clock shows it.
        undo: The kind, in words, where it is taken back and the state alone does not say so; empty for a create.
    """

    _is_listed = False
    _has_content = False

    def __init__(
        self, name: str, title: str, kind: str, time: str, parent: QWidget | None = None, *, undo: str = ""
    ) -> None:
        super().__init__(name, parent)
        self._undo = undo
        self._kind = kind
        self._folder = ""
        self._words = ""
        self.attempt_id: int | None = None
        """Attempt that it is about, once there is one."""
        self.setProperty("role", "entry")
        self._state = PlainLabel(name=f"{name}.state", role="entryState", wraps=True)
        self._title.setProperty("role", "entryTitle")
        self._mark = StateMark(f"{name}.mark", parent=self)
        self._name = ElidedLabel(in_short(title, _LONGEST_NAME))
        self._name.setObjectName(f"{name}.name")
        self._name.setProperty("role", "entryName")
        self._asked_at = time
        self._time = PlainLabel(time, name=f"{name}.time", role="quiet")
        words = self.tr("Actions for {name}").format(name=on_button(title, _LONGEST_NAME))
        self._menu_button = IconButton("more", words, name=f"{name}.menu", size=_MENU_SIZE)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_triggered)
        self._menu_button.setMenu(self._menu)
        self._menu_actions: tuple[tuple[str, str], ...] = ()
        self._announced = ""
        self._undone = ""
        self._asks = False
        head = row(self._name, self._time, self._menu_button, spacing=4, stretch=self._name)
        self._state_line = row(self._state, stretch=self._state, margins=(0, 0, 6, 0))
        lines = column(head, self._state_line, spacing=0)
        self.set_head(lines, margins=_MARGINS)
        # Not the first of the new actions: who presses Send by keyboard twice would cancel it.
        self.set_fallback_focus(self._menu_button)
        self.set_tab_anchor(self._menu_button)

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
        self._asks = asks = any(key == BannerAction.AGAIN for key, _ in actions)
        self._show_mark(state)
        # Of hundreds that wait, none needs two buttons.
        in_menu = {key for key, _ in actions} if state == WAITING and not message else _IN_MENU
        self._menu_actions = tuple(action for action in actions if action[0] in in_menu)
        super().show_content(
            state,
            title,
            message,
            remark=remark,
            ids=ids,
            actions=[action for action in actions if action[0] not in in_menu],
            disabled=disabled,
            guarded=guarded,
        )
        self._show_state(
            state, title, asks=asks, was_sent=any(key == BannerAction.HISTORY for key, _ in actions)
        )
        self._name_buttons()
        spoken = self.tr("{name}. {content}").format(name=self._name.text(), content=self.accessibleName())
        if self.isVisible() and state != self._announced:
            announce(self, spoken)
        self._announced = state
        self.setAccessibleName(spoken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark beside the name, before the column of everything else."""
        super().resizeEvent(event)
        self._mark.move(_MARK_AT, self._name.geometry().center().y() - self._mark.height() // 2)

    def show_place(self, words: str) -> None:
        """Show another place in the queue."""
        self._show_words(words)

    def set_folder(self, name: str) -> None:
        """Show the shared folder that the album is created in.

        Args:
            name: Of the folder; empty while it is not known.
        """
        if name != self._folder:
            self._folder = name
            self._show_words(self._words)

    def _place_action(self, key: str, button: PushButton) -> None:
        """Put Cancel beside the state, as all that a request under way has; see Banner."""
        if key == BannerAction.CANCEL:
            button.setProperty("role", "link")
            self._state_line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        else:
            super()._place_action(key, button)

    def show_undone(self, time: str) -> None:
        """Show that what it is about was taken back.

        Args:
            time: When, as a clock shows it.
        """
        self._undone = time
        if self.property("state") == OutcomeKind.CREATED:
            self._show_mark(OutcomeKind.CREATED)
            self._show_words(self._created_words())

    @property
    def stands(self) -> bool:
        """Whether it is about something that was created and not taken back, as far as is known."""
        return self.property("state") == OutcomeKind.CREATED and not self._asks and not self._undone

    def _created_words(self) -> str:
        if not self._undone:
            return outcome_text(OutcomeKind.CREATED)
        words = self.tr("Created {created}, taken back {undone}")
        return words.format(created=self._asked_at, undone=self._undone)

    def _show_mark(self, state: str) -> None:
        mark = "doubtful" if self._asks else _MARKS.get(state, "problem")
        self._mark.show_state("deleted" if mark == "created" and self._undone else mark)

    def _name_buttons(self) -> None:
        """Give each button a name that says what it is for, as many cards have the same ones."""
        name = in_short(self._name.text(), _LONGEST_NAME)
        for key in self.action_keys:
            button = self.action(key)
            if button is not None:
                words = self.tr("{action}: {name}").format(action=without_mnemonic(button.text()), name=name)
                button.setAccessibleName(words)

    def _show_state(self, state: str, title: str, *, asks: bool, was_sent: bool) -> None:
        """Show the state in the words of the history; a title that says no more than that is hidden."""
        is_title = state in {WAITING, OutcomeKind.SENDING}
        if is_title:
            words = title
        elif asks:
            # The outcome word is that of an earlier one, which may be the same.
            words = outcome_text(OutcomeKind.NOT_SENT)
        elif state == OutcomeKind.CREATED:
            words = self._created_words()
        elif state in set(OutcomeKind):
            words = outcome_text(state)
        else:
            words = outcome_text(OutcomeKind.REFUSED if was_sent else OutcomeKind.NOT_SENT)
        self._show_words(words)
        set_style_state(self._state, state)
        if is_title or (state in _GOOD_ENDS and not asks):
            self._title.hide()

    def _show_words(self, words: str) -> None:
        self._words = words
        says_so = self.property("state") in {OutcomeKind.SENDING, OutcomeKind.DELETED}
        kind = self._kind if says_so else self._undo or self._kind
        if self._folder:
            kind = self.tr("{kind}, in “{name}”").format(kind=kind, name=folder_name(self._folder))
        self._state.setText(self.tr("{state} · {kind}").format(state=words, kind=kind))

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
        return tuple(key for key, _ in self._all_menu_actions())

    @property
    def needs_user(self) -> bool:
        """Whether it can go on only when the user does something."""
        return self._asks or any(key in _ASKING for key in self.action_keys)

    def trigger(self, key: str) -> None:
        """Choose an action of the menu."""
        self.action_chosen.emit(key)

    def hold(self, widget: QWidget) -> None:
        """Show `widget` below everything else."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(widget)

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from `before`; then it goes on through the IDs and the actions."""
        QWidget.setTabOrder(before, self._menu_button)
        self.set_tab_anchor(self._menu_button)

    @property
    def last_tab_stop(self) -> QWidget:
        """The last widget that Tab reaches here."""
        return [self._menu_button, *self.tab_stops][-1]

    def rename(self, name: str) -> None:
        """Give the card and all of its parts another first part of their object names."""
        before = f"{self.objectName()}."
        self.setObjectName(name)
        for child in self.findChildren(QWidget):
            if child.objectName().startswith(before):
                child.setObjectName(f"{name}.{child.objectName().removeprefix(before)}")

    def show_note(self, words: str) -> None:
        """Show in place of the time, for two seconds, that something was done."""
        self._time.setText(words)
        announce(self, words)
        QTimer.singleShot(_NOTE_MS, self, lambda: self._time.setText(self._asked_at))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        for key, label in self._all_menu_actions():
            self._menu.addAction(label).setData(str(key))

    def _all_menu_actions(self) -> list[tuple[str, str]]:
        actions = [*self._menu_actions]
        if not self.excludes(BannerAction.TEMPLATE):
            actions.append((BannerAction.TEMPLATE, self.tr("Use as template")))
        if self.stands and self.attempt_id is not None:
            actions.append((BannerAction.UNDO, self.tr("Take back…")))
        if self._asks:
            actions.append((BannerAction.DISCARD, self.tr("Discard")))
        if self.attempt_id is not None and self.property("state") not in _GOOD_ENDS:
            actions.append((BannerAction.TICKET, self.tr("Copy for a ticket")))
        return actions

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.action_chosen.emit(str(action.data()))
