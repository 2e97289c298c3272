"""The user's choices that hold for the whole window: their names in the settings, their defaults, and the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.core import language, theme

if TYPE_CHECKING:
    from ui.core.window_settings import WindowSettings

THEME, TEXT_SIZE, LANGUAGE = "settings/theme", "settings/textSize", "settings/language"
NOTIFICATIONS, CONFIRM_QUIT = "settings/notifications", "settings/confirmQuit"
SHELL, SAVE_FOLDER = "preview/shell", "window/saveFolder"
TEXT_SIZES = ("100", "110", "125", "150", "175", "200")
"""Percent of the desktop's text size."""
ON, OFF = "on", "off"
_DEFAULTS = {
    THEME: theme.SYSTEM,
    TEXT_SIZE: TEXT_SIZES[0],
    LANGUAGE: language.SYSTEM,
    NOTIFICATIONS: ON,
    CONFIRM_QUIT: OFF,
}
_POINTS = "koodesk.desktopPoints"
"""Property of the application: the desktop's text size, from before it was changed here."""


def preference(settings: WindowSettings, name: str) -> str:
    """Return a choice, or its default.

    Args:
        settings: Where it is remembered.
        name: `THEME`, `TEXT_SIZE`, `LANGUAGE`, `NOTIFICATIONS`, `CONFIRM_QUIT`, `SHELL` or `SAVE_FOLDER`.
    """
    return str(settings.value(name) or _DEFAULTS.get(name, ""))


def apply_look(settings: WindowSettings) -> None:
    """Give the application the chosen theme and text size; what it has already stays untouched."""
    apply_text_size(preference(settings, TEXT_SIZE))
    choice = preference(settings, THEME)
    if choice != theme.SYSTEM:
        theme.choose(choice)


def apply_text_size(percent: str) -> None:
    """Give the application a text size.

    Args:
        percent: One of `TEXT_SIZES`; anything else counts as the desktop's own.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    own = application.property(_POINTS)
    if own is None and percent in TEXT_SIZES[1:]:
        own = application.font().pointSizeF()
        application.setProperty(_POINTS, own)
    if own is None:
        return
    font = application.font()
    font.setPointSizeF(own * int(percent if percent in TEXT_SIZES else TEXT_SIZES[0]) / 100)
    if font != application.font():
        application.setFont(font)
