"""Tree model of the folders of a space; branches are fetched page by page when they are opened."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from koodrive.models import Folder
from ui.pickers.folder_node import UNSETTLED, FolderNode, LoadState
from ui.pickers.folder_selection import TOP_FOLDER, FolderSelection
from ui.pickers.folder_texts import tail_text, text_of, tool_tip_of, unselectable_text

if TYPE_CHECKING:
    from koodrive.models import FolderPage
    from ui.pickers.folder_selection import UnselectableReason

_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_ROLES = frozenset({_DISPLAY, _CHECK, _TOOL_TIP, _DESCRIPTION})
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FREE = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
_ACTION = _PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_WAITING = Qt.ItemFlag.ItemNeverHasChildren

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FolderRequest:
    """One page of the children of one folder."""

    number: int
    """Which row of the tree wants it."""
    parent_folder_id: str
    page_cursor: str


class FolderTreeModel(QAbstractItemModel):
    """Tree model of folders with check boxes; each open folder ends in a row for the pages to come.

    It asks for pages by `wanted` and is given them by `take_page` and `take_failure`, so that it knows nothing of
    where they come from.

    Signals:
        wanted: A `FolderRequest`.
        unwanted: The number of a cancelled request (an int, as object).
        choice_changed: Other folders are chosen, or more is known of them.
        failed: A page could not be fetched (the exception).
        settled: A page is here, or could not be fetched.
    """

    wanted = Signal(object)
    unwanted = Signal(object)
    choice_changed = Signal()
    failed = Signal(object)
    settled = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._nodes: dict[int, FolderNode] = {}
        self._places: dict[str, FolderNode] = {}
        self._top = self._new_node(None, 0, None)
        self._top.load_state = LoadState.COMPLETE
        self._top_path: tuple[str, ...] = ()
        self.choice = FolderSelection()
        """The checked folders."""

    # What is shown --------------------------------------------------------------------------------------------------

    def begin(
        self, choice: FolderSelection, top_id: str = TOP_FOLDER, top_path: tuple[str, ...] = ()
    ) -> None:
        """Show the folders of a space, from its top or from one folder on.

        Args:
            choice: What is checked already.
            top_id: What `choice` calls the parent of the folders at the top of the tree.
            top_path: Names on the way to that parent, its own the last; none for the top of the space.
        """
        self.beginResetModel()
        self._remove_all()
        self._top_path = top_path
        self._top = self._new_node(None, 0, Folder(top_id, top_path[-1] if top_path else ""))
        self._places[top_id] = self._top
        self.choice = choice
        self.endResetModel()
        self.choice_changed.emit()
        self.fetchMore(_NO_INDEX)

    def clear(self) -> None:
        """Show nothing, and wait for nothing."""
        self.beginResetModel()
        self._remove_all()
        self._top = self._new_node(None, 0, None)
        self._top.load_state = LoadState.COMPLETE
        self.choice = FolderSelection()
        self.endResetModel()
        self.choice_changed.emit()

    def _remove_all(self) -> None:
        waiting = [node.number for node in self._nodes.values() if node.load_state is LoadState.LOADING]
        self._nodes.clear()
        self._places.clear()
        for number in waiting:
            self.unwanted.emit(number)

    @property
    def is_empty(self) -> bool:
        """Whether everything at the top was fetched, and there is no folder."""
        return self._top.load_state is LoadState.COMPLETE and not self._top.children

    @property
    def has_failed(self) -> bool:
        """Whether any page could not be fetched and waits to be tried again."""
        return any(node.load_state is LoadState.FAILED for node in self._nodes.values())

    @property
    def top_error(self) -> Exception | None:
        """The error of the first fetch; None once there are folders."""
        top = self._top
        return top.error if top.load_state is LoadState.FAILED and not top.children else None

    def path(self, folder_id: str) -> tuple[str, ...] | None:
        """Return the names of the folders on the way to a folder, its own the last; none for the top of the space.

        Args:
            folder_id: Such as the parent of the chosen ones.

        Returns:
            None where it was not met yet.
        """
        node = self._places.get(folder_id)
        if node is None:
            return None
        names: list[str] = []
        while node is not None and node is not self._top:
            names.append(node.text)
            node = node.parent
        return (*self._top_path, *reversed(names))

    def name_of(self, folder_id: str) -> str:
        """Return the name of a folder, as the service has it; empty where it was not met yet, or has none."""
        node = self._places.get(folder_id)
        return "" if node is None or node.folder is None else node.folder.name

    # What people do -------------------------------------------------------------------------------------------------

    def uncheck_all(self) -> None:
        """Choose nothing."""
        self.choice.uncheck_all()
        self.choice_changed.emit()

    def hindrance(self, index: _Index) -> UnselectableReason | None:
        """Return why the folder at `index` cannot be checked; None where it can be, or is, or where there is none."""
        return self._hindrance(self._node(index))

    def _hindrance(self, node: FolderNode) -> UnselectableReason | None:
        if node.folder is None or node.parent is None:
            return None
        return self.choice.hindrance(node.parent.folder_id, node.folder.folder_id)

    def is_tail(self, index: _Index) -> bool:
        """Return whether `index` is a last row that stands for folders to come."""
        return self._continued(index) is not None

    def _continued(self, index: _Index) -> FolderNode | None:
        """Return the folder that has more to come where `index` stands for it."""
        node = self._node(index)
        return node.parent if node.folder is None else None

    def is_waiting(self, index: _Index) -> bool:
        """Return whether `index` is a last row whose page is fetched when it is near the visible rows."""
        parent = self._continued(index)
        return parent is not None and parent.load_state is LoadState.MORE

    def is_action(self, index: _Index) -> bool:
        """Return whether `index` is a last row that waits for `go_on`."""
        parent = self._continued(index)
        return parent is not None and parent.load_state in {LoadState.FAILED, LoadState.PAUSED}

    def go_on(self, index: _Index) -> None:
        """Fetch the page that the last row at `index` stands for, unless it is on its way."""
        if self.is_waiting(index) or self.is_action(index):
            parent = self._node(index).parent
            if parent is not None:
                self._request_page(parent)

    def try_again(self, kind: type[Exception] = Exception) -> None:
        """Fetch the failed pages again.

        Args:
            kind: Only where that was the reason.
        """
        for node in [node for node in self._nodes.values() if node.load_state is LoadState.FAILED]:
            if isinstance(node.error, kind):
                self._request_page(node)

    def cancel_loading(self, index: _Index) -> None:
        """Cancel the request for the children of a closed folder."""
        node = self._node(index)
        if node.load_state is LoadState.LOADING:
            self.unwanted.emit(node.number)
            self._set_load_state(node, LoadState.MORE if node.children else LoadState.CLOSED)

    # What comes -----------------------------------------------------------------------------------------------------

    def add_page(self, number: int, page: FolderPage) -> None:
        """Show the page that the row `number` has asked for.

        Args:
            number: Of a `FolderRequest`; one that is not waited for any more is passed over.
            page: Without folders only where there were none on many pages, or there are no more pages.
        """
        node = self._nodes.get(number)
        if node is None or node.load_state is not LoadState.LOADING:
            return
        # A list that changes while it is read may show a folder on two pages.
        listed = {folder.folder_id: folder for folder in page.folders}
        new = [folder for folder_id, folder in listed.items() if folder_id not in node.known]
        self._append(node, new)
        node.cursor = page.next_cursor or ""
        if page.next_cursor is None:
            self._set_load_state(node, LoadState.COMPLETE)
        else:
            # A service that shows the same page for ever is not asked by itself for ever.
            self._set_load_state(node, LoadState.MORE if new else LoadState.PAUSED)
        if self.choice.meet(node.folder_id, page.folders):
            self.choice_changed.emit()
        self.settled.emit()

    def fail(self, number: int, error: Exception) -> None:
        """Show why the page that the row `number` has asked for is not there; other rows are not concerned."""
        node = self._nodes.get(number)
        if node is None or node.load_state is not LoadState.LOADING:
            return
        node.error = error
        self._set_load_state(node, LoadState.FAILED)
        self.failed.emit(error)
        self.settled.emit()

    def _request_page(self, node: FolderNode) -> None:
        self._set_load_state(node, LoadState.LOADING)
        is_top_of_space = node is self._top and not self._top_path
        folder_id = TOP_FOLDER if is_top_of_space else node.folder_id
        self.wanted.emit(FolderRequest(node.number, folder_id, node.cursor))

    def _append(self, node: FolderNode, folders: list[Folder]) -> None:
        if not folders:
            return
        first = len(node.children)
        self.beginInsertRows(self._index_of(node), first, first + len(folders) - 1)
        for row, folder in enumerate(folders, first):
            child = self._new_node(node, row, folder)
            child.text = text_of(folder)
            node.children.append(child)
            node.known.add(folder.folder_id)
            self._places.setdefault(folder.folder_id, child)
        if node.tail is not None:
            node.tail.row = len(node.children)
        self.endInsertRows()

    def _set_load_state(self, node: FolderNode, load_state: LoadState) -> None:
        """Put `node` into another load_state, with a last row where that has one."""
        row = len(node.children)
        index = self._index_of(node)
        if load_state in UNSETTLED and node.tail is None:
            self.beginInsertRows(index, row, row)
            node.load_state, node.tail = load_state, self._new_node(node, row, None)
            self.endInsertRows()
        elif load_state not in UNSETTLED and node.tail is not None:
            self.beginRemoveRows(index, row, row)
            del self._nodes[node.tail.number]
            node.load_state, node.tail = load_state, None
            self.endRemoveRows()
        else:
            node.load_state = load_state
            tail = self.index(row, 0, index)
            self.dataChanged.emit(tail, tail)

    # The contract of Qt ---------------------------------------------------------------------------------------------

    def _new_node(self, parent: FolderNode | None, row: int, folder: Folder | None) -> FolderNode:
        node = FolderNode(next(self._numbers), parent, row, folder)
        self._nodes[node.number] = node
        return node

    def _node(self, index: _Index) -> FolderNode:
        return self._nodes.get(index.internalId(), self._top) if index.isValid() else self._top

    def _index_of(self, node: FolderNode) -> QModelIndex:
        return _NO_INDEX if node is self._top else self.createIndex(node.row, 0, node.number)

    def index(self, row: int, column: int, parent: _Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a row below another."""
        child = self._node(parent).child(row) if column == 0 else None
        return _NO_INDEX if child is None else self.createIndex(row, 0, child.number)

    def parent(self, index: _Index = _NO_INDEX) -> Any:
        """Return the index of the folder that a row is in."""
        parent = self._node(index).parent
        return _NO_INDEX if parent is None else self._index_of(parent)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return how many rows are below one."""
        return self._node(parent).row_count

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: ARG002 - the signature of Qt
        """Return 1."""
        return 1

    def hasChildren(self, parent: _Index = _NO_INDEX) -> bool:
        """Return whether a folder can be opened, as far as that is known."""
        node = self._node(parent)
        return node.row_count > 0 or (node.load_state is LoadState.CLOSED and node.folder is not None)

    def canFetchMore(self, parent: _Index) -> bool:
        """Return whether the children of a folder were not requested yet.

        For the pages after the first there is `go_on`: Qt fetches whatever it can for an open folder whenever it
        lays the tree out, which would be all pages one after the other.
        """
        node = self._node(parent)
        return node.load_state is LoadState.CLOSED and node.folder is not None

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the first page of a folder's children."""
        if self.canFetchMore(parent):
            self._request_page(self._node(parent))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return the item flags of a row."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._node(index)
        if node.folder is None:
            return _ACTION if self.is_action(index) else _WAITING
        return _FREE if self._hindrance(node) is None else _PLAIN

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        """Return the text, the box or the tool tip of a row."""
        if role not in _ROLES or not index.isValid():
            return None
        node = self._node(index)
        if node.folder is None:
            return tail_text(node, is_tip=role == _TOOL_TIP) if role in {_DISPLAY, _TOOL_TIP} else None
        if role == _DISPLAY:
            return node.text
        if role == _CHECK:
            is_chosen = node.folder_id in self.choice
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        reason = unselectable_text(self._hindrance(node))
        return reason if role == _DESCRIPTION else tool_tip_of(node, reason)

    def setData(self, index: _Index, value: Any, role: int = _DISPLAY) -> bool:
        """Check or uncheck a folder."""
        node = self._node(index)
        if role != _CHECK or node.folder is None or node.parent is None:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            if not self.choice.check(node.parent.folder_id, node.folder):
                return False
        else:
            self.choice.uncheck(node.folder_id)
        self.dataChanged.emit(index, index)
        self.choice_changed.emit()
        return True
