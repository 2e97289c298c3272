"""Buttons that act at once when their underlined letter is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QShortcutEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton

from ui.core.icons import SMALL, icon_pixmap
from ui.widgets.style_state import repolish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

_ON_FILLED = {"primary": "on_accent", "danger": "on_bad"}
"""Colour of an icon on a filled button, by role."""
_ICON_GAP = 4
"""Pixels of empty room at the right of an icon, as the style leaves too little between it and the words."""


class PushButton(QPushButton):
    """A push button that acts at once when its underlined letter is pressed.

    Args:
        text: Label.
        name: Object name.
        role: Role in the style sheet, such as ``small``.
        in_form: Whether it stands among inputs: it is never a default button, and a click leaves the keyboard in the
            field, which would otherwise be judged as left.
        auto_default: Whether Enter presses it while it has the keyboard in a dialog.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        role: str = "",
        in_form: bool = False,
        auto_default: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.is_clicked = False
        """Whether a click is just changing its state, and not assistive technology, which emits no `clicked`."""
        self._icon_before_words = ""
        self.setObjectName(name)
        if role:
            self.setProperty("role", role)
        if in_form or not auto_default:
            self.setAutoDefault(False)
        if in_form:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_icon(self, icon: str) -> None:
        """Show an icon before the words, in the colours of the theme.

        Args:
            icon: Name of the icon, see `ui.core.icons.icon_pixmap`.
        """
        self._icon_before_words = icon
        self.setIconSize(QSize(SMALL + _ICON_GAP, SMALL))
        self._draw_icon()

    def _draw_icon(self) -> None:
        drawn = icon_pixmap(self._icon_before_words, _ON_FILLED.get(str(self.property("role")), "ink"), SMALL)
        ratio = drawn.devicePixelRatio()
        with_room = QPixmap(drawn.size() + QSize(round(_ICON_GAP * ratio), 0))
        with_room.setDevicePixelRatio(ratio)
        with_room.fill(Qt.GlobalColor.transparent)
        painter = QPainter(with_room)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        self.setIcon(with_room)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if self._icon_before_words and event.type() == QEvent.Type.StyleChange:
            self._draw_icon()
        super().changeEvent(event)

    def setMenu(self, menu: QMenu) -> None:
        """Open `menu` when pressed; the style sheet leaves room for the arrow."""
        # In this order, as Qt asks for the size at once, which the style sheet knows by the property.
        self.setProperty("menu", "true")
        repolish(self)
        super().setMenu(menu)

    def nextCheckState(self) -> None:
        """Change the state of a checkable button, as a click does."""
        self.is_clicked = True
        super().nextCheckState()
        self.is_clicked = False

    def event(self, event: QEvent) -> bool:
        """Click at once, unless a menu opens, which Qt does at once."""
        is_done = self.menu() is None and _clicked_by_letter(self, event)
        return is_done or super().event(event)


class RadioButton(QRadioButton):
    """A radio button that acts at once when its underlined letter is pressed."""

    def event(self, event: QEvent) -> bool:
        """Click at once."""
        return _clicked_by_letter(self, event) or super().event(event)


class CheckBox(QCheckBox):
    """A check box that acts at once when its underlined letter is pressed."""

    def event(self, event: QEvent) -> bool:
        """Click at once."""
        return _clicked_by_letter(self, event) or super().event(event)


def _clicked_by_letter(button: QAbstractButton, event: QEvent) -> bool:
    """Click `button` where `event` is its letter, and return whether it was.

    Qt would show it pressed for 100 ms first (QAbstractButton.animateClick), while keys go on: what was typed
    meanwhile would be sent with the rest.
    """
    if not isinstance(event, QShortcutEvent) or event.isAmbiguous() or event.key() != button.shortcut():
        return False
    if button.isCheckable() and button.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        button.setFocus()
    button.click()
    return True
