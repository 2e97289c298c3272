"""Brings the actions of a banner into the reach of the keyboard in a dialog with a default button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from ui.widgets.banner import Banner


def focus_action(banner: Banner, key: str) -> None:
    """Put the keyboard onto the action `key` of `banner`; Enter presses the action that has it.

    Without that, Enter would press the default button of the dialog, whatever has the focus.
    """
    for button in banner.findChildren(QPushButton):
        button.setAutoDefault(True)
    wanted = banner.action(key)
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
