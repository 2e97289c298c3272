"""Imports on a background thread what the window needs later, as an import there would hold it up.

Importing a module of `ui` makes no widget, so any thread may do it. Without these calls all works as well, only later.
The statements are those with which the window imports: at the first of a kind PySide reads the source of the module,
and makes the enumerations of a class of Qt when one of its attributes is first asked for.
"""
# ruff: noqa: F401, PLC0415 - importing is all that is wanted, and not before the window stands

from __future__ import annotations


def import_pages() -> None:
    """Import what builds and connects the pages; blocks."""
    from PySide6 import QtWidgets
    from PySide6.QtGui import QFont, QIcon, QPainter, QTextOption

    from ui.curl_copying import CurlCopying
    from ui.form_filling import FormFilling
    from ui.page_connections import PageConnections
    from ui.pages.album_page import AlbumPage
    from ui.pages.history_page import HistoryPage
    from ui.pages.live_page import LivePage
    from ui.pages.recipe_page import RecipePage
    from ui.pages.shared_folder_page import SharedFolderPage
    from ui.pages.welcome_page import WelcomePage
    from ui.reading_back import ReadingBack
    from ui.resolving import Resolving
    from ui.space_lookup import SpaceLookup
    from ui.stock_taking import StockTaking
    from ui.token_renewal import TokenRenewal
    from ui.widgets.banner import Banner

    # A call that returns a QWidget looks through all of its kinds, and makes the enumerations of each.
    widgets = [getattr(QtWidgets, name) for name in dir(QtWidgets)]
    for kind in (QFont, QIcon, QPainter, QTextOption, *widgets):
        dir(kind)


def import_dialogs() -> None:
    """Import what people may open next; blocks."""
    from html import escape

    from koodrive.app_signature import header_value
    from koodrive.matching import list_name
    from koodrive.session_tokens import tokens_from_text
    from koodrive.support_bundle import Choice, collect
    from koodrive.wire import fields_from_body
    from ui.dialogs.connection_dialog import ConnectionDialog
    from ui.dialogs.diagnostics import DiagnosticsDialog
    from ui.dialogs.discard_question import DiscardQuestion
    from ui.dialogs.folder_picker import FolderPicker
    from ui.dialogs.problem_dialog import ProblemDialog
    from ui.dialogs.question import Question, before_quitting
    from ui.dialogs.remove_connection import RemoveConnection
    from ui.dialogs.resolve_dialog import ResolveDialog
    from ui.dialogs.shared_folder_picker import SharedFolderPicker
    from ui.dialogs.support_bundle_dialog import SupportBundleDialog
    from ui.pages.history_export import HistoryExport
    from ui.support_actions import SupportActions
    from ui.widgets.history_table import HistoryTable
    from ui.widgets.look_words import trouble_words
    from ui.widgets.named_ids import NamedIds
