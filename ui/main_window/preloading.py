"""Imports of modules on a background thread, as an import on the window thread would block it.

Importing a module of `ui` makes no widget, so any thread may do it. Without these calls all works as well, only later.
The statements are those with which the window imports: at the first of a kind PySide reads the source of the module,
and makes the enumerations of a class of Qt when one of its attributes is first asked for.
"""
# ruff: noqa: F401, PLC0415 - importing is all that is wanted, and not before the window stands

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from koodrive.core.lazy import IMPORTING

if TYPE_CHECKING:
    from collections.abc import Callable


def _alone(function: Callable[[], None]) -> Callable[[], None]:
    """Return `function`, during which no other thread imports by `load`."""

    @wraps(function)
    def alone() -> None:
        with IMPORTING:
            function()

    return alone


@_alone
def import_pages() -> None:
    """Import the backend and the modules that build and connect the pages; blocks."""
    from PySide6 import QtWidgets
    from PySide6.QtGui import QFont, QIcon, QPainter, QTextOption

    from koodrive.backend.backend import Backend
    from ui.batch.page import BatchPage
    from ui.create.album_page import AlbumPage
    from ui.create.shared_folder_page import SharedFolderPage
    from ui.history.page import HistoryPage
    from ui.live.page import LivePage
    from ui.main_window.welcome_page import WelcomePage
    from ui.main_window.window_actions import WindowActions
    from ui.main_window.wiring import connect_welcome
    from ui.recipe.page import RecipePage
    from ui.session.spaces import SpaceLookup
    from ui.session.token_renewal import TokenRenewal
    from ui.settings.page import SettingsPage
    from ui.widgets.banner import Banner

    # A call that returns a QWidget looks through all of its kinds, and makes the enumerations of each.
    widgets = [getattr(QtWidgets, name) for name in dir(QtWidgets)]
    for kind in (QFont, QIcon, QPainter, QTextOption, *widgets):
        dir(kind)


@_alone
def import_dialogs() -> None:
    """Import the dialogs that may be opened next; blocks."""
    from html import escape

    from koodrive.api.serialization import fields_from_body, list_name
    from koodrive.api.signing import header_value
    from koodrive.api.tokens import tokens_from_text
    from koodrive.backend.support_bundle import Choice, collect
    from ui.connections.dialog import ConnectionDialog
    from ui.connections.remove_dialog import RemoveConnection
    from ui.fields.id_list import NamedIds
    from ui.find.dialog import FindDialog
    from ui.history.export import HistoryExport
    from ui.history.table import HistoryTable
    from ui.main_window.questions import before_quitting
    from ui.pickers.folder_picker import FolderPicker
    from ui.pickers.shared_folder_picker import SharedFolderPicker
    from ui.resolve.dialog import ResolveDialog
    from ui.resolve.texts import problem_text
    from ui.support.about import show_about
    from ui.support.actions import SupportActions
    from ui.support.bundle_dialog import SupportBundleDialog
    from ui.support.diagnostics_dialog import DiagnosticsDialog
    from ui.support.error_dialog import ProblemDialog
    from ui.support.shortcuts_dialog import ShortcutsDialog
    from ui.widgets.question import DiscardQuestion
