"""The Help menu, at the foot of the navigation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.buttons import PushButton


class HelpButton(PushButton):
    """A button with the Help menu; each entry is an action named ``help.<entry>``.

    Signals:
        bundle_requested: The user wants a support bundle.
        diagnostics_requested: The user wants to see what is in force.
    """

    bundle_requested = Signal()
    diagnostics_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
