"""Puts Activity beside the forms where there is room, and over them as a drawer otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.core.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QHBoxLayout, QPushButton

    from ui.activity.activity import Activity
    from ui.activity.entry import ActivityEntry
    from ui.activity.panel import ActivityPanel
    from ui.create.page import CreatePage
    from ui.main_window.page_stack import PageStack
    from ui.recipe.page import RecipePage

_VEIL = 96
"""Opacity of the veil, of 255."""
ROOM_FOR_PANEL = 1_000
"""Width of the window from which on the panel stands beside the forms, for letters of the usual size."""


class _Veil(QWidget):
    """Covers the page behind the drawer; a click on it closes the drawer.

    Signals:
        clicked: It was clicked.
    """

    clicked = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Darken what is behind."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _VEIL))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Emit `clicked`."""
        self.clicked.emit()


class PanelPlace(QObject):
    """Shows and hides the panel as page and width of the window want it.

    Args:
        activity: The entries.
        panel: Shows them, and the request preview.
        stack: The pages.
    """

    def __init__(self, activity: Activity, panel: ActivityPanel, stack: PageStack) -> None:
        super().__init__(stack)
        self._panel = panel
        self._stack = stack
        self._columns: QHBoxLayout | None = None
        self._central: QWidget = stack
        self._is_open = False
        self._pages: dict[QWidget, QWidget | None] = {}
        """Pages with the panel, and the request preview of each."""
        self._buttons: list[QPushButton] = []
        self._veil = _Veil(stack)
        self._veil.hide()
        self._veil.clicked.connect(self._on_closed)
        panel.closed.connect(self._on_closed)
        panel.titled.connect(self._on_titled)
        activity.token_asked.connect(self._on_token_asked)
        stack.page_shown.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def fill(self, columns: QHBoxLayout, central: QWidget) -> None:
        """Take the place in the window.

        Args:
            columns: Layout whose last column is the panel.
            central: Widget that `columns` fills.
        """
        self._columns, self._central = columns, central
        self._veil.setParent(central)
        self._panel.setParent(central)
        central.installEventFilter(self)
        self.update()

    def serve(self, page: CreatePage | RecipePage, preview: QWidget | None = None) -> None:
        """Let the button of `page` open the drawer.

        Args:
            page: One of the pages of the stack.
            preview: Shows the request of the page, where it has only one.
        """
        self._pages[page] = preview
        self._buttons.append(page.activity_button)
        page.activity_button.clicked.connect(self._on_opened)
        # Tab comes to the panel after the form; the cards are further back anyway, as they are added later.
        self._panel.follow(page.create_button)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window and the font."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.update()
        return super().eventFilter(watched, event)

    @property
    def is_beside(self) -> bool:
        """Whether there is room beside the forms."""
        return self._central.width() >= scaled(ROOM_FOR_PANEL)

    @Slot()
    def update(self) -> None:
        """Place the panel."""
        if self._columns is None:
            return
        self._panel.fit()
        page = self._stack.currentWidget()
        is_in_layout = self._columns.indexOf(self._panel) >= 0
        if self.is_beside and not is_in_layout:
            self._columns.addWidget(self._panel)
        elif not self.is_beside and is_in_layout:
            self._columns.removeWidget(self._panel)
            self._is_open = False
        if not self.is_beside:
            width = min(self._panel.maximumWidth(), self._central.width())
            self._panel.setGeometry(self._central.width() - width, 0, width, self._central.height())
            self._veil.raise_()
            self._panel.raise_()
        is_wanted = page in self._pages and (self._is_open or self.is_beside)
        is_drawer = is_wanted and not self.is_beside
        self._veil.setGeometry(self._central.rect())
        self._veil.setVisible(is_drawer)
        self._panel.close_button.setVisible(is_drawer)
        self._panel.setVisible(is_wanted)
        self._panel.show_preview(self._pages.get(page) if page is not None else None)
        for button in self._buttons:
            button.setVisible(not self.is_beside)

    def open(self) -> None:
        """Show Activity on the page that is shown, where that page has it."""
        self._panel.activity_tab.click()
        if not self.is_beside and not self._is_open:
            self._on_opened()

    @Slot()
    def _on_opened(self) -> None:
        self._is_open = not self._is_open
        self.update()
        if self._is_open:
            self._panel.activity_tab.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_titled(self, words: str) -> None:
        for button in self._buttons:
            button.setText(words)

    @Slot(object)
    def _on_token_asked(self, entry: ActivityEntry) -> None:
        """Open the drawer after a press by the mouse; it would be in the way of the next name that is typed."""
        if entry.pending.is_by_mouse and not self.is_beside and not self._is_open:
            self._is_open = True
            self.update()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Close the drawer when the keyboard leaves it: what is typed behind it could not be seen."""
        if before is None or now is None or not isValid(self._panel) or not self._panel.isAncestorOf(before):
            return
        if self._is_open and not self._panel.isAncestorOf(now) and now.window() is self._central.window():
            self._is_open = False
            self.update()

    @Slot()
    def _on_closed(self) -> None:
        """Close the drawer, and give the keyboard back to the page."""
        if not self.is_beside and self._is_open:
            self._is_open = False
            self.update()
            self._stack.focus_page()
