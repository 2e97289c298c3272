"""The panel at the right of the forms: Activity, and the preview of the request, as two tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget, QWidget

from ui.activity.activity_list import ActivityList
from ui.core.theme import scaled
from ui.widgets.buttons import PushButton
from ui.widgets.icon_button import IconButton
from ui.widgets.layouts import PANEL_WIDTH, column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.activity.activity import Activity


class ActivityPanel(QFrame):
    """Two tabs with a common head line.

    Args:
        activity: The entries.

    Signals:
        closed: The user has pressed Escape in it, or its close button.
        titled: What its first tab says now (str).
    """

    closed = Signal()
    titled = Signal(str)

    def __init__(self, activity: Activity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activity = activity
        self._requests = QStackedWidget()
        self._content = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self.activity_tab = self._tab(self.tr("Activity"), "activity.tab")
        self.request_tab = self._tab(self.tr("Re&quest"), "activity.request")
        self.close_button = IconButton("close", self.tr("Close Activity"), name="activity.close")
        """For the panel as a drawer."""
        self.list = ActivityList(activity, self.request_tab)
        self._build_ui()
        self._tabs.idClicked.connect(self._content.setCurrentIndex)
        activity.changed.connect(self._show_count)
        self._show_count()

    def _build_ui(self) -> None:
        self.setObjectName("activity.panel")
        self.setProperty("role", "panel")
        self.fit()
        self._content.addWidget(self.list)
        self._content.addWidget(self._requests)
        self.activity_tab.setChecked(True)
        line = QFrame()
        line.setProperty("role", "line")
        self.close_button.hide()
        self.close_button.clicked.connect(self.closed)
        parts = (self.activity_tab, self.request_tab, 1, self.close_button)
        head = row(*parts, spacing=16, margins=(12, 0, 12, 0))
        column(head, line, self._content, spacing=0, stretch=self._content, parent=self)

    def _tab(self, label: str, name: str) -> PushButton:
        button = PushButton(label, name=name, role="tab", auto_default=False)
        button.setCheckable(True)
        self._tabs.addButton(button, len(self._tabs.buttons()))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `closed` at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Be as wide as IDs in the font in use need it."""
        self.setFixedWidth(scaled(PANEL_WIDTH))

    def follow(self, widget: QWidget) -> None:
        """Let Tab come from `widget` to the tabs."""
        QWidget.setTabOrder(widget, self.activity_tab)
        QWidget.setTabOrder(self.activity_tab, self.request_tab)

    def add_preview(self, preview: QWidget) -> None:
        """Add the preview of a form; `show_preview` shows it."""
        self._requests.addWidget(preview)

    def show_preview(self, preview: QWidget | None) -> None:
        """Show the preview of a form; None for a page without one."""
        self.request_tab.setVisible(preview is not None)
        if preview is not None:
            self._requests.setCurrentWidget(preview)
        elif self.request_tab.isChecked():
            self.activity_tab.click()

    @Slot()
    def _show_count(self) -> None:
        summary = self._activity.summary
        words = self.tr("Activity {count}").format(count=summary) if summary else self.tr("Activity")
        self.activity_tab.setText(words)
        self.titled.emit(words)
