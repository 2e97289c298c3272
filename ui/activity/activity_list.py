"""The list of creates beside the form: a card for each, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.texts.numbers import number_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column
from ui.widgets.reading_pane import IdleHandle

if TYPE_CHECKING:
    from ui.activity.activity import Activity
    from ui.activity.entry import ActivityEntry

_CARDS_AT_ONCE = 40
"""Cards in the layout; older ones are added when the user asks, as each takes its time at every change of width."""


class ActivityList(QScrollArea):
    """Shows the entries of the connection in use.

    Args:
        activity: The entries.
        tab_anchor: Widget after which Tab reaches the cards.
    """

    def __init__(self, activity: Activity, tab_anchor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab_anchor = tab_anchor
        self._activity = activity
        self._most_cards = _CARDS_AT_ONCE
        self._shown: list[ActivityEntry] = []
        self._empty = PlainLabel(
            self.tr("What you create appears here, with its IDs. You can go on typing meanwhile."),
            name="activity.empty",
            role="quiet",
            wraps=True,
        )
        self._elsewhere = PlainLabel(name="activity.elsewhere", role="quiet", wraps=True)
        self._more = PushButton(self.tr("Show older"), name="activity.more", role="plain", auto_default=False)
        self._more.clicked.connect(self._on_more)
        self._send_all = PushButton(name="activity.sendAll", role="small", auto_default=False)
        self._send_all.clicked.connect(activity.send_all)
        self._pinned = QVBoxLayout()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._build_ui()
        activity.added.connect(self._on_added)
        activity.changed.connect(self.update_entries)
        activity.removed.connect(self._on_removed)
        activity.token_asked.connect(lambda: QTimer.singleShot(0, self, self._scroll_to_latest))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.update_entries()

    def _build_ui(self) -> None:
        self.setObjectName("activity.list")
        self.setAccessibleName(self.tr("Activity"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        IdleHandle(self.verticalScrollBar())
        content = QWidget()
        column(
            self._pinned,
            self._elsewhere,
            self._send_all,
            self._cards,
            self._empty,
            self._more,
            1,
            spacing=8,
            margins=(12, 12, 4, 12),
            parent=content,
        )
        self.setWidget(content)

    def pin(self, widget: QWidget) -> None:
        """Put `widget` above all cards."""
        self._pinned.addWidget(widget)

    @Slot()
    def update_entries(self) -> None:
        """Show the cards of the connection in use, and how many requests are under way elsewhere."""
        activity = self._activity
        here, elsewhere = activity.by_place()
        wanted = here[: self._most_cards]
        self._more.setVisible(len(here) > len(wanted))
        self._empty.setVisible(not here)
        held_back = len(activity.held_back)
        self._send_all.setVisible(held_back > 1)
        self._send_all.setText(self.tr("Send all {count}").format(count=number_text(held_back)))
        self._show_elsewhere(sum(entry.submission.is_busy for entry in elsewhere))
        if wanted != self._shown:
            self._replace(wanted)

    def _replace(self, wanted: list[ActivityEntry]) -> None:
        for entry in set(self._shown) - set(wanted):
            self._take_out(entry)
        before = self._tab_anchor
        for place, entry in enumerate(wanted):
            if self._cards.indexOf(entry.card) != place:
                self._cards.removeWidget(entry.card)
                self._cards.insertWidget(place, entry.card)
                entry.card.set_listed(True)
                entry.card.follow(before)
            before = entry.card.last_tab_stop
        QWidget.setTabOrder(before, self._more)
        self._shown = wanted

    def _take_out(self, entry: ActivityEntry) -> None:
        self._cards.removeWidget(entry.card)
        entry.card.set_listed(False)

    def _show_elsewhere(self, count: int) -> None:
        self._elsewhere.setVisible(bool(count))
        self._elsewhere.setText(
            self.tr("Under way at other connections: {count}").format(count=number_text(count))
        )

    @Slot(object)
    def _on_added(self, entry: ActivityEntry) -> None:
        # It belongs to this list even while another connection is in use, or older ones are not shown.
        entry.card.setParent(self.widget())
        if self._activity.entries[0] is entry:
            QTimer.singleShot(0, self, self._scroll_to_latest)

    @Slot()
    def _scroll_to_latest(self) -> None:
        """Bring the newest card into sight, or the one that asks for a token, however many wait above it."""
        asking = next((entry for entry in self._shown if entry.submission.awaits_token), None)
        if asking is not None:
            self.ensureWidgetVisible(asking.card)
        else:
            self.verticalScrollBar().setValue(0)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and isValid(self) and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    @Slot(object)
    def _on_removed(self, entry: ActivityEntry) -> None:
        if entry in self._shown:
            self._shown.remove(entry)
            self._take_out(entry)

    @Slot()
    def _on_more(self) -> None:
        self._most_cards += _CARDS_AT_ONCE
        self.update_entries()
