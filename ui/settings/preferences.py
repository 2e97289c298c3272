"""Applies what the page Settings changes, and remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.core import theme
from ui.core.preferences import (
    CONFIRM_QUIT,
    LANGUAGE,
    NOTIFICATIONS,
    SHELL,
    TEXT_SIZE,
    THEME,
    apply_text_size,
    preference,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.window_settings import WindowSettings
    from ui.settings.page import SettingsPage


class Preferences(QObject):
    """Stands between the page and the settings of the window.

    Args:
        settings: Where the choices are remembered.
        shell: Returns the shell that commands are written for, as text.

    Signals:
        shell_chosen: Shell that commands shall be written for, as text.
    """

    shell_chosen = Signal(str)

    def __init__(self, settings: WindowSettings, shell: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shell = shell

    def serve(self, page: SettingsPage) -> None:
        """Connect the page."""
        page.changed.connect(self.change)
        page.shown.connect(lambda: page.show_values(self.values()))

    def values(self) -> dict[str, str]:
        """Return all choices by name."""
        names = (THEME, TEXT_SIZE, LANGUAGE, NOTIFICATIONS, CONFIRM_QUIT)
        return {name: preference(self._settings, name) for name in names} | {SHELL: self._shell()}

    @Slot(str, str)
    def change(self, name: str, value: str) -> None:
        """Apply a choice at once, the language at the next start, and remember it.

        Args:
            name: See `ui.core.preferences`.
            value: What it is from now on.
        """
        if name == SHELL:
            self.shell_chosen.emit(value)
            return
        self._settings.setValue(name, value)
        if name == THEME:
            theme.choose(value)
        elif name == TEXT_SIZE:
            apply_text_size(value)
