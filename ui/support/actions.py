"""Support actions: the dialog for unhandled exceptions, and the support bundle."""

from __future__ import annotations

import locale
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, qVersion
from PySide6.QtGui import QGuiApplication

from koodrive.core.lazy import load
from koodrive.logs.unexpected_errors import ErrorCollector
from ui.core import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.backend.support_bundle import Choice
    from ui.core.window_settings import WindowSettings
    from ui.history.table import HistoryTable
    from ui.session.session import Session
    from ui.support.bundle_dialog import SupportBundleDialog


class SupportActions(QObject):
    """Keeps the errors of this process and opens the dialog of the support bundle.

    Args:
        session: Gives the backend, the task runner and the connection in use.
        settings: The settings of the window, which become part of a bundle.
        window: The main window; it owns this object.
    """

    def __init__(self, session: Session, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self.errors = ErrorCollector()
        """The uncaught exceptions."""

    def open_bundle(self, parent: QWidget | None = None) -> None:
        """Show the files of a support bundle, which can be saved.

        Args:
            parent: Parent window of the dialog; by default the main window.
        """
        choice_type: type[Choice] = load("koodrive.backend.support_bundle:Choice")
        selected = self._selected()
        collected = partial(
            load("koodrive.backend.support_bundle:collect"),
            self._session.backend,
            attempt_id=selected,
            settings=self._settings_as_text(),
            surroundings=self._surroundings(),
            problems=self.errors.report(),
        )
        choices = [
            choice for choice in choice_type if choice is not choice_type.SELECTED or selected is not None
        ]
        dialog: SupportBundleDialog = load("ui.support.bundle_dialog:SupportBundleDialog")(
            self._session.runner, lambda choice: collected(choice=choice), choices, parent or self._window
        )
        dialog.open()

    def _selected(self) -> int | None:
        """Return the attempt that is selected in the history; a history that was never open is not built for that."""
        table: HistoryTable | None = self._window.findChild(load("ui.history.table:HistoryTable"))
        return table.selected.attempt_id if table is not None and table.selected is not None else None

    def _settings_as_text(self) -> dict[str, str]:
        found = {}
        for key in self._settings.allKeys():
            value = self._settings.value(key)
            found[key] = f"({value.size()} bytes)" if isinstance(value, QByteArray) else str(value)
        return found

    def _surroundings(self) -> dict[str, str]:
        screens = [
            f"{screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}"
            for screen in QGuiApplication.screens()
        ]
        current = self._session.current
        return {
            "Qt": qVersion(),
            "Qt platform": QGuiApplication.platformName(),
            "Screens": ", ".join(screens),
            "Look": "dark" if theme.is_dark(self._window.palette()) else "light",
            "Locale": ".".join(part or "-" for part in locale.getlocale()),
            "Connection in use": current.connection_id if current else "(none)",
            "Token state": str(self._session.token_state),
        }
