"""The left edge of the main window: where to go, the connection in use, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QFrame, QMenu, QWidget

from ui.core.icons import USUAL
from ui.main_window.connection_bar import ConnectionBar
from ui.main_window.nav_button import NavButton
from ui.texts.numbers import number_text
from ui.widgets.icon_button import IconButton
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import SignalInstance

    from ui.session.services import Services


class HelpButton(IconButton):
    """A button with the Help menu; each entry is an action named ``help.<entry>``.

    Signals:
        bundle_requested: The user wants a support bundle.
        diagnostics_requested: The user wants to see what is in force.
    """

    bundle_requested = Signal()
    diagnostics_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("help", self.tr("Hel&p"), parent, name="help", icon_size=USUAL)
        self._menu = QMenu(self)
        self._add_action("supportBundle", self.tr("Support &bundle…"), self.bundle_requested)
        self._add_action("diagnostics", self.tr("&Diagnostics…"), self.diagnostics_requested)
        self.setMenu(self._menu)
        # Qt paints the button anew only if it has the focus, which the underlined letter does not give it.
        self._menu.aboutToHide.connect(self.update)

    def _add_action(self, name: str, words: str, wanted: SignalInstance) -> None:
        action = self._menu.addAction(words)
        action.setObjectName(f"help.{name}")
        action.triggered.connect(wanted)


SETTINGS = "settings"
"""Name of the page that has a button at the foot, if it exists."""

WIDTH, RAIL_WIDTH = 208, 56
LEAST_PAGE = 672
"""Pixels that the page has at least beside the words; with less there is a rail."""
_MARGIN = 8
_FOOT = (2, 18, 0, 18)
"""Margins; with its buttons it is 64 high, as the foot of a page."""


class Sidebar(QFrame):
    """Navigation buttons named ``nav.<page>`` above the connection in use, Help and Settings.

    Args:
        services: For the connection in use.
        pages: Names of the pages that there are.

    Signals:
        page_chosen: The name of the page that the user wants.
    """

    page_chosen = Signal(str)

    def __init__(self, services: Services, pages: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.connections = ConnectionBar(services)
        self.help = HelpButton()
        add = self.tr("Add a connection")
        self._add = IconButton("plus", add, name="connection.add", icon_size=USUAL)
        self._add.clicked.connect(self.connections.add_requested)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton | IconButton] = {}
        self._is_marking = False
        self._is_rail = False
        self._build_ui(pages)
        self._group.buttonToggled.connect(self._on_toggled)

    def _build_ui(self, pages: Collection[str]) -> None:
        entries = (
            ("album", self.tr("New &album"), "album"),
            ("sharedFolder", self.tr("New shared fol&der"), "folder-shared"),
            ("recipe", self.tr("Folder &with album"), "folder-album"),
            ("batch", self.tr("Create many"), "table"),
            ("live", self.tr("On the se&rvice"), "cloud"),
            ("history", self.tr("&History"), "history"),
        )
        column_of_pages = column(spacing=4)
        for page, label, icon in entries:
            if page == "live":
                column_of_pages.addSpacing(_MARGIN)
            column_of_pages.addWidget(self._take(page, NavButton(page, label, icon)))
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(*_FOOT)
        self._foot.setSpacing(4)
        self._foot.addWidget(self.help)
        if SETTINGS in pages:
            settings = IconButton("settings", self.tr("Settings"), name="nav.settings", icon_size=USUAL)
            settings.setCheckable(True)
            settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._foot.addWidget(self._take(SETTINGS, settings))
        self._foot.addStretch(1)
        self._foot.addWidget(self._add)
        column(
            *(column_of_pages, 1, self.connections, self._foot),
            spacing=0,
            margins=(_MARGIN, 16, _MARGIN, 0),
            parent=self,
        )
        QWidget.setTabOrder(self._add, self.help)

    def _take(self, page: str, button: NavButton | IconButton) -> NavButton | IconButton:
        button.setProperty("page", page)
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    def fit(self, window_width: int) -> None:
        """Show the words, or where the page would become too narrow, the icons alone.

        Args:
            window_width: Width of the window in pixels.
        """
        buttons = [button for button in self._buttons.values() if isinstance(button, NavButton)]
        full = max(WIDTH, *(button.full_width + 2 * _MARGIN for button in buttons))
        is_rail = window_width - full < LEAST_PAGE
        self.setFixedWidth(RAIL_WIDTH if is_rail else full)
        if is_rail == self._is_rail:
            return
        self._is_rail = is_rail
        for button in buttons:
            button.set_rail(is_rail)
        self.connections.set_rail(is_rail)
        directions = QBoxLayout.Direction
        self._foot.setDirection(directions.TopToBottom if is_rail else directions.LeftToRight)
        self._foot.setContentsMargins(*((6, 8, 0, 12) if is_rail else _FOOT))

    def mark(self, page: str) -> None:
        """Show `page` as the one that is open; none, for a page without a button."""
        self._is_marking = True
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
            # Qt would let Tab stop at the one that the keyboard was in last.
            is_stop = name == page or page not in self._buttons
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
        self._group.setExclusive(True)
        self._is_marking = False

    @Slot(int)
    def set_unknown_count(self, count: int) -> None:
        """Show beside History how many attempts have an unknown outcome."""
        button = self._buttons["history"]
        if isinstance(button, NavButton):
            words = self.tr("Attempts with an unknown outcome: {count}")
            button.set_count(count, words.format(count=number_text(count)))

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: NavButton | IconButton, is_checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Open the page of a button that assistive technology has checked; a click does it afterwards."""
        if is_checked and not self._is_marking and not button.is_clicked:
            self.page_chosen.emit(str(button.property("page")))

    @Slot()
    def _on_clicked(self) -> None:
        self.page_chosen.emit(str(self.sender().property("page")))
