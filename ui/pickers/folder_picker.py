"""Picks the folders that an album collects from: a tree of the space, with boxes for folders of one parent."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from koodrive.errors import AuthenticationError, KoodriveError, is_token_error
from koodrive.listing.recent_folders import ParentFolder
from ui.pickers.folder_fetcher import FolderFetcher
from ui.pickers.folder_model import FolderTreeModel
from ui.pickers.folder_selection import TOP_FOLDER, FolderPick, FolderSelection, UnselectableReason
from ui.pickers.folder_texts import unselectable_text
from ui.pickers.folder_view import FolderTreeView
from ui.pickers.recent_bar import RecentBar, RecentStore
from ui.pickers.selection_summary import SelectionSummary
from ui.pickers.space_chooser import SpaceChooser
from ui.session.session import TokenState
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.folders import path_text
from ui.texts.translate import translated
from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import dialog_column, row
from ui.widgets.style_state import set_style_state
from ui.widgets.window_geometry import resize_for_font

if TYPE_CHECKING:
    from ui.session.services import Services

_LONGEST_REASON = 300
"""Characters."""


class FolderPicker(QDialog):
    """Dialog with the folder tree of a space, fetched as it is opened and scrolled; open it with `open`.

    Args:
        services: The connection in use is asked.
        begin: What the form holds: its folders are checked where they are met.

    Signals:
        picked: The chosen, complete `FolderPick`.
    """

    picked = Signal(object)

    def __init__(self, services: Services, begin: FolderPick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("folderPicker")
        self.setWindowTitle(self.tr("Folders to collect from"))
        session = self._session = services.session
        self._place = session.account_key
        self._begin = begin
        self._browsed = ""
        self._parent_folder: ParentFolder | None = None
        """Where the tree begins; None for the top of the space."""
        self._parents: tuple[ParentFolder, ...] = ()
        self._is_renewed = False
        self._folders = FolderTreeModel(self)
        self._fetching = FolderFetcher(session)
        self._space = SpaceChooser(services.spaces, begin.container_id)
        self._recent = RecentBar("folderPicker")
        self._store = RecentStore(session, self)
        self._tree = FolderTreeView(self._folders)
        self._prompt = SignInPrompt("folderPicker", services, home=self._tree)
        self._state = PlainLabel(name="folderPicker.state", role="message", wraps=True)
        self._again = PushButton(
            self.tr("&Try again"), name="folderPicker.retry", role="small", auto_default=False
        )
        self._tally = SelectionSummary()
        self._choose = PushButton(self.tr("&Choose"), name="folderPicker.choose", role="primary")
        self._cancel = PushButton(self.tr("Cancel"), name="folderPicker.cancel", auto_default=False)
        self._build_ui()
        self._connect()
        self._browse()
        self._focus_first()
        self._store.load(lambda recent: recent.parent_folders(), self._on_recent)

    def _build_ui(self) -> None:
        self._tree.setObjectName("folderPicker.tree")
        self._choose.setDefault(True)
        # Two lines from the beginning, so that the tree does not jump with what is said.
        self._state.setMinimumHeight(2 * self._state.fontMetrics().lineSpacing())
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        dialog_column(
            *(self._space, self._recent, self._tree, self._prompt),
            row(self._state, self._again, stretch=self._state, top=(self._again,)),
            self._tally,
            foot=(1, self._cancel, self._choose),
            stretch=self._tree,
            spacing=8,
            parent=self,
        )
        # Room for the question for a token, and still some folders.
        self.setMinimumSize(400, 400)
        resize_for_font(self, 560, 560)

    def _connect(self) -> None:
        folders, fetching = self._folders, self._fetching
        folders.wanted.connect(fetching.fetch)
        folders.unwanted.connect(fetching.cancel)
        fetching.fetched.connect(folders.add_page)
        fetching.failed.connect(folders.fail)
        folders.failed.connect(self._on_failed)
        folders.settled.connect(self._on_settled)
        folders.choice_changed.connect(self._show_state)
        self._space.chosen.connect(self._browse)
        self._recent.chosen.connect(self._on_recent_chosen)
        self._prompt.renewed.connect(self._on_renewed)
        self._prompt.cancelled.connect(self._show_state)
        self._session.token_changed.connect(self._browse)
        self._session.current_changed.connect(self._on_current_changed)
        self._again.clicked.connect(self._on_again)
        self._tally.uncheck_wanted.connect(self._on_uncheck_all)
        self._choose.clicked.connect(self._on_choose)
        self._cancel.clicked.connect(self.reject)

    def done(self, result: int) -> None:
        """Close, and cancel all requests."""
        self._fetching.close()
        super().done(result)
        # The dialog is made anew each time.
        self.deleteLater()

    # What is browsed ------------------------------------------------------------------------------------------------

    @Slot()
    def _browse(self) -> None:
        """Show the space that is named now, where that is another one and can be asked for."""
        container_id, session = self._space.container_id, self._session
        if session.token is None and session.token_state is not TokenState.LOADING:
            if session.current is not None and not self._prompt.is_asking:
                self._prompt.ask(self.tr("KooDesk needs an access token to read the folders."))
        elif session.token is not None and container_id and container_id != self._browsed:
            self._browsed = container_id
            self._fetching.set_space(container_id)
            self._parent_folder = None
            self._folders.begin(self._first_choice(container_id), self._top_id)
            self._show_recent()
        self._show_state()

    def _on_recent(self, parents: tuple[ParentFolder, ...]) -> None:
        self._parents = parents
        self._show_recent()

    def _show_recent(self) -> None:
        """Offer the recent parents of this space, and the way back where the tree begins at one."""
        here = [one for one in self._parents if one.container_id == self._browsed]
        buttons: list[tuple[str, str, object]] = [(one.path[-1], path_text(one.path), one) for one in here]
        if self._parent_folder is not None:
            words = self.tr("Whole space")
            buttons.insert(0, (words, words, None))
        self._recent.set_folders(buttons)
        for before, after in pairwise((self._space.combo, *self._recent.buttons, self._tree)):
            QWidget.setTabOrder(before, after)

    @Slot(object)
    def _on_recent_chosen(self, parent: ParentFolder | None) -> None:
        self._parent_folder = parent
        choice = self._folders.choice
        if parent is None:
            self._folders.begin(choice, self._top_id)
        else:
            self._folders.begin(choice, parent.folder_id, parent.path)
        self._show_recent()
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_choice(self, container_id: str) -> FolderSelection:
        begin = self._begin
        if begin.container_id not in {"", container_id}:
            # Folders of another space.
            return FolderSelection()
        known = self._space.known
        tops = {TOP_FOLDER, known.root_folder_id if known is not None else None}
        parent = self._top_id if begin.parent_folder_id in tops else begin.parent_folder_id
        return FolderSelection(begin.folder_ids, parent)

    @property
    def _top_id(self) -> str:
        # Where the space tells the ID of its top (`bizRootFileId`), that is a folder ID like any other
        # for the album. `root` is documented only as `parentFileId` of the list of files, and what an album makes
        # of it is not; still it is all there is where the space tells nothing.
        known = self._space.known
        return (known.root_folder_id if known is not None else None) or TOP_FOLDER

    def _focus_first(self) -> None:
        if self._prompt.is_asking:
            self._prompt.take_focus()
            return
        (self._tree if self._browsed else self._space.combo).setFocus(Qt.FocusReason.OtherFocusReason)

    # What comes -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_settled(self) -> None:
        if not self._tree.currentIndex().isValid():
            self._tree.setCurrentIndex(self._folders.index(0, 0))
        self._show_state()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if is_token_error(error):
            if not self._prompt.is_asking:
                # A session that was renewed a moment ago is not renewed over and over.
                reason = self.tr("{reason}. With a new token, reading continues.")
                words = reason.format(reason=translated(error.title))
                self._prompt.ask(words, may_refresh=not self._is_renewed)
        else:
            self._is_renewed = False

    @Slot()
    def _on_renewed(self) -> None:
        self._is_renewed = True
        self._folders.try_again(AuthenticationError)
        self._browse()

    @Slot()
    def _on_current_changed(self) -> None:
        # What is checked stays when only the way there is another, such as a corrected secret.
        if self._session.account_key != self._place:
            self.reject()

    # What is said ---------------------------------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        # What the prompt says is not said twice.
        has_failed = self._folders.has_failed and not self._prompt.is_asking
        text, state = ("", "") if has_failed != self._folders.has_failed else self._state_text()
        self._state.setText(text)
        set_style_state(self._state, state)
        self._again.setVisible(has_failed)
        self._tally.show_choice(self._folders)
        choice = self._folders.choice
        self._choose.setEnabled(bool(choice.ids) and bool(choice.parent_folder_id))

    def _state_text(self) -> tuple[str, str]:
        """Return the text and its style: ``problem``, ``advice`` or empty."""
        missing = self._missing_text()
        if missing:
            return missing, "advice"
        error = self._folders.top_error
        if isinstance(error, KoodriveError):
            words = (
                self.tr("⚠ The folders of this space could not be read. {reason}")
                if self._parent_folder is None
                else self.tr("⚠ The folders in this folder could not be read. {reason}")
            )
            return words.format(reason=in_short(translated(error.message), _LONGEST_REASON)), "problem"
        if self._folders.has_failed:
            return self.tr("⚠ Some folders could not be read. The others can be chosen."), "problem"
        choice = self._folders.choice
        if choice.misplaced:
            words = self.tr(
                "Folders that are not in the same one as the others, and were unchecked: {count}."
            )
            return words.format(count=choice.misplaced), "advice"
        if choice.ids:
            is_known = bool(choice.parent_folder_id)
            kind = UnselectableReason.OTHER_PARENT if is_known else UnselectableReason.PLACE_UNKNOWN
            return unselectable_text(UnselectableReason.FULL if choice.is_full else kind), ""
        words = self.tr("Check the folders that the album collects from. All have to be in the same folder.")
        return words, ""

    def _missing_text(self) -> str:
        """Return why there is nothing to choose from; empty where there is something."""
        if self._session.current is None:
            return self.tr("No account is connected. Connect one, then choose its folders.")
        if self._session.token is None:
            return self.tr("The folders are read as soon as there is an access token.")
        if not self._browsed:
            return self._space.missing_text
        if not self._folders.is_empty:
            return ""
        if self._parent_folder is not None:
            return self.tr("There are no folders in this folder.")
        return self.tr("There are no folders in this space.")

    # What people do -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_again(self) -> None:
        self._folders.try_again()
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_uncheck_all(self) -> None:
        self._folders.uncheck_all()
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choose(self) -> None:
        choice = self._folders.choice
        parent = choice.parent_folder_id
        path = self._folders.path(parent)
        names = choice.names
        if path:
            names[parent] = self._folders.name_of(parent)
            used = ParentFolder(self._browsed, parent, path)
            self._store.save(lambda recent: recent.add_parent_folder(used))
        if parent == TOP_FOLDER:
            # The space may have told the ID of its top only after the tree had begun.
            parent = self._top_id
        self.picked.emit(FolderPick(self._browsed, parent, choice.ids, names))
        self.accept()
