"""The left edge of the main window: where to go, the connection in use, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QVBoxLayout, QWidget

from ui.main_window.connection_bar import ConnectionBar
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import PushButton

if TYPE_CHECKING:
    from ui.session.services import Services


class HelpButton(PushButton):
    """A button with the Help menu; each entry is an action named ``help.<entry>``.

    Signals:
        bundle_requested: The user wants a support bundle.
        diagnostics_requested: The user wants to see what is in force.
    """

    bundle_requested = Signal()
    diagnostics_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setText(self.tr("Hel&p"))
        self.setObjectName("help")
        self._menu = QMenu(self)
        bundle = self._menu.addAction(self.tr("Support &bundle…"), self.bundle_requested.emit)
        bundle.setObjectName("help.supportBundle")
        diagnostics = self._menu.addAction(self.tr("&Diagnostics…"), self.diagnostics_requested.emit)
        diagnostics.setObjectName("help.diagnostics")
        self.setMenu(self._menu)
        # Qt paints the button anew only if it has the focus, which the underlined letter does not give it.
        self._menu.aboutToHide.connect(self.update)


WIDTH = 224


class Sidebar(QFrame):
    """Navigation buttons named ``nav.<page>`` above the connection bar and the Help menu.

    Args:
        services: For the connection bar.

    Signals:
        page_chosen: The name of the page that the user wants.
    """

    page_chosen = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self.connections = ConnectionBar(services)
        self.help = HelpButton()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, PushButton] = {}
        self._history_label = self.tr("&History")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 24, 12, 16)
        layout.setSpacing(4)
        for page, label in (
            ("album", self.tr("New &album")),
            ("sharedFolder", self.tr("New shared fol&der")),
            ("recipe", self.tr("Folder &with album")),
            ("live", self.tr("On the se&rvice")),
            ("history", self._history_label),
        ):
            layout.addWidget(self._button(page, label))
        layout.addStretch(1)
        layout.addWidget(self.connections)
        layout.addSpacing(8)
        layout.addWidget(self.help)

    def _button(self, page: str, label: str) -> PushButton:
        button = PushButton(label)
        button.setObjectName(f"nav.{page}")
        button.setProperty("role", "nav")
        button.setProperty("page", page)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    def mark(self, page: str) -> None:
        """Show `page` as the one that is open; none, for a page without a button."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
            # Qt would let Tab stop at the one that the keyboard was in last.
            is_stop = name == page or page not in self._buttons
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
        self._group.setExclusive(True)

    @Slot(int)
    def set_unknown_count(self, count: int) -> None:
        """Show beside History how many attempts have an unknown outcome."""
        button = self._buttons["history"]
        button.setText(
            self.tr("{history}   {count} ?").format(history=self._history_label, count=count)
            if count
            else self._history_label
        )
        button.setToolTip(
            as_tool_tip(
                self.tr("Attempts with an unknown outcome: {count}").format(count=count) if count else ""
            )
        )

    @Slot()
    def _on_clicked(self) -> None:
        self.page_chosen.emit(str(self.sender().property("page")))
