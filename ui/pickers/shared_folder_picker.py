"""Dialog that picks a shared folder instead of typing its IDs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from koodrive.errors import is_token_error
from koodrive.listing.lookups import check_key_word
from koodrive.models import QueryType
from ui.inputs.combo_box import NoScrollComboBox
from ui.inputs.short_line import SearchLine
from ui.pickers.recent_bar import RecentBar, RecentStore
from ui.pickers.shared_folder_fetcher import SharedFolderFetcher
from ui.pickers.shared_folder_model import SharedFolderRows
from ui.pickers.shared_folder_state import Situation, picker_state
from ui.pickers.shared_folder_table import SharedFolderTable
from ui.session.session import TokenState
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.translate import translated
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import dialog_column, row
from ui.widgets.style_state import set_style_state
from ui.widgets.window_geometry import resize_for_font

if TYPE_CHECKING:
    from koodrive.models import SharedFolder
    from ui.session.services import Services

NAME = "sharedFolderPicker"
REST_MS = 250
"""Milliseconds without a key press before the service is asked."""
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SharedFolderPicker(QDialog):
    """Shows the shared folders of the user of the connection in use, and takes one.

    Args:
        services: Which connection is in use.
        parent: The window that it stands over.

    Signals:
        chosen: The `SharedFolder` that was picked (as object).
        seen: Folders read from the service (a tuple of `SharedFolder`, as object).
        create_requested: There are none, and the user wants to create one.
    """

    chosen = Signal(object)
    seen = Signal(object)
    create_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = self._session = services.session
        self._place = session.account_key
        self._is_renewed = False
        self._error: Exception | None = None
        self._is_kept = False
        self._feed = SharedFolderFetcher(session, self)
        self._rows = SharedFolderRows(session.current.user_id if session.current else "", self)
        words = self.tr("Search by name")
        self._search = SearchLine(words, words)
        self._recent = RecentBar(NAME)
        self._mine = NoScrollComboBox()
        self._state = PlainLabel(role="message", wraps=True)
        self._again = PushButton(self.tr("&Try again"), role="small", auto_default=False)
        self._create = PushButton(self.tr("&New shared folder…"), role="small", auto_default=False)
        self._prompt = SignInPrompt(NAME, services, home=self._search)
        self._table = SharedFolderTable(f"{NAME}.table", self._rows)
        self._more = PushButton(role="small", auto_default=False)
        self._choose = PushButton(self.tr("&Choose"), role="primary")
        self._cancel = PushButton(self.tr("Cancel"), auto_default=False)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._name_parts()
        self._build_ui()
        self._connect()
        self._ask()
        RecentStore(session, self).load(lambda recent: recent.shared_folders(), self._on_recent)

    def _name_parts(self) -> None:
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Choose a shared folder"))
        parts = {"search": self._search, "mine": self._mine, "state": self._state, "again": self._again}
        parts |= {"create": self._create, "more": self._more}
        for key, widget in (parts | {"choose": self._choose, "cancel": self._cancel}).items():
            widget.setObjectName(f"{NAME}.{key}")
        self._mine.setAccessibleName(self.tr("Whose"))
        for words, query_type in (
            (self.tr("All"), QueryType.ALL),
            (self.tr("Created by me"), QueryType.CREATED_BY_ME),
            (self.tr("Joined by me"), QueryType.JOINED_BY_ME),
        ):
            self._mine.addItem(words, query_type)
        self._choose.setDefault(True)

    def _build_ui(self) -> None:
        buttons = (self._again, self._create)
        dialog_column(
            row(self._search, self._mine, stretch=self._search),
            self._recent,
            row(self._state, *buttons, stretch=self._state, top=buttons),
            *(self._prompt, self._table),
            foot=(self._more, 1, self._cancel, self._choose),
            stretch=self._table,
            parent=self,
        )
        resize_for_font(self, 720, 480)

    def _connect(self) -> None:
        # Closing has to free it; the dialog is made anew each time.
        self.finished.connect(self.deleteLater)
        self.finished.connect(self._feed.stop)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_typed)
        self._mine.currentIndexChanged.connect(self._ask)
        self._rest.timeout.connect(self._ask)
        self._feed.started.connect(self._on_started)
        self._feed.added.connect(self._on_added)
        self._feed.failed.connect(self._on_failed)
        self._feed.busy_changed.connect(self._show_state)
        self._table.end_near.connect(self._on_end_near)
        self._table.picked.connect(self._show_state)
        self._table.doubleClicked.connect(self.accept)
        self._more.clicked.connect(self._on_again)
        self._again.clicked.connect(self._on_again)
        self._create.clicked.connect(self._on_create)
        self._recent.chosen.connect(self._on_recent_chosen)
        self._choose.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._prompt.renewed.connect(self._on_renewed)
        self._prompt.cancelled.connect(self._show_state)
        self._session.token_changed.connect(self._on_token_changed)
        self._session.current_changed.connect(self._on_current_changed)

    def accept(self) -> None:
        """Hand the selected folder over and close; without one, stay."""
        folder = self._table.folder
        if folder is not None:
            self.chosen.emit(folder)
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys in the search field move in the table, and Enter wait for the last search."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _MOVES:
            QApplication.sendEvent(self._table, event)
            return True
        if event.key() in _ENTERS and self._rest.isActive():
            self._ask()
            return True
        return super().eventFilter(watched, event)

    def _on_recent(self, folders: tuple[SharedFolder, ...]) -> None:
        unnamed = self.tr("(no name)")
        buttons = [(folder.name or unnamed, folder.name or folder.id, folder) for folder in folders]
        self._recent.set_folders(buttons)
        stops = (self._mine, *self._recent.buttons, self._table)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot(object)
    def _on_recent_chosen(self, folder: SharedFolder) -> None:
        self.chosen.emit(folder)
        super().accept()

    # What is looked for ---------------------------------------------------------------------------------------

    @property
    def _key_word(self) -> str:
        return self._search.text().strip()

    @property
    def _query_type(self) -> QueryType:
        return QueryType(self._mine.currentData())

    @Slot()
    def _on_typed(self) -> None:
        self._feed.stop()
        # What is shown belongs to another text; Enter must not choose it.
        self._table.clearSelection()
        self._rest.start()
        self._show_state()

    @Slot()
    def _ask(self) -> None:
        self._rest.stop()
        self._error = None
        self._table.clearSelection()
        if check_key_word(self._key_word) is None:
            self._feed.ask(self._key_word, self._query_type)
            if self._needs_token:
                self._ask_for_token(self._token_text)
        else:
            self._feed.stop()
            self._rows.start(())
        self._show_state()

    @Slot()
    def _on_again(self) -> None:
        self._error = None
        self._feed.go_on()
        if self._needs_token:
            self._ask_for_token(self._token_text)
        self._show_state()

    @property
    def _needs_token(self) -> bool:
        return self._session.token_state in {TokenState.MISSING, TokenState.FAILED}

    @property
    def _token_text(self) -> str:
        return self.tr("The list of shared folders needs a token.")

    def _ask_for_token(self, reason: str) -> None:
        # Once, as it takes the focus away from where people type.
        if not self._prompt.is_asking:
            # A session that was renewed a moment ago is not renewed over and over.
            self._prompt.ask(reason, may_refresh=not self._is_renewed)

    @Slot()
    def _on_end_near(self) -> None:
        if self._feed.has_begun and self._error is None and not self._rest.isActive():
            self._feed.go_on()

    @Slot(object, bool)
    def _on_started(self, rows: tuple[SharedFolder, ...], is_kept: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._is_kept = is_kept
        self._is_renewed = self._is_renewed and is_kept
        self.seen.emit(rows)
        self._table.start(rows)
        self._show_state()

    @Slot(object)
    def _on_added(self, rows: tuple[SharedFolder, ...]) -> None:
        self._is_renewed = False
        self.seen.emit(rows)
        if rows and not self._rows.add(rows):
            self._feed.end()
        QTimer.singleShot(0, self._table, self._table.load_ahead)
        self._show_state()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._error = error
        if is_token_error(error):
            reason = self.tr("{reason}. With a new token, reading continues.")
            self._ask_for_token(reason.format(reason=translated(error.title)))
        self._show_state()

    @Slot()
    def _on_renewed(self) -> None:
        self._is_renewed = True
        self._on_again()

    @Slot()
    def _on_token_changed(self) -> None:
        if self._session.token_state is not TokenState.LOADING and not self._feed.has_begun:
            self._on_again()

    @Slot()
    def _on_current_changed(self) -> None:
        if self._session.account_key != self._place:
            self.reject()

    @Slot()
    def _on_create(self) -> None:
        self.create_requested.emit()
        self.reject()

    # What is said about it ------------------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        problem, feed, is_asking = check_key_word(self._key_word), self._feed, self._prompt.is_asking
        state = picker_state(
            Situation(
                self._key_word,
                self._query_type,
                self._rows.rowCount(),
                problem=problem,
                error=self._error,
                is_asking=is_asking,
                missing_text=self._token_text if self._needs_token else "",
                is_waiting=self._rest.isActive(),
                is_busy=feed.is_busy,
                has_begun=feed.has_begun,
                may_have_more=feed.may_have_more,
                is_kept=self._is_kept,
            )
        )
        self._state.setText(with_break_points(f"⚠ {state.text}" if state.is_problem else state.text))
        self._state.setVisible(bool(state.text))
        self._search.setAccessibleDescription(state.text)
        set_style_state(self._state, "problem" if state.is_problem else "")
        self._search.set_state("" if problem is None else "problem")
        self._again.setVisible(state.offers_again)
        self._create.setVisible(state.offers_create)
        self._more.setVisible(bool(state.more))
        self._more.setText(state.more)
        self._choose.setEnabled(self._table.folder is not None)
        # Enter belongs to the prompt while there is one.
        self._choose.setDefault(not is_asking)
