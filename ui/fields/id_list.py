"""A list of IDs, added one by one or pasted, that can be removed and ordered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QWidget,
)

from koodrive.rules.clean_id import clean_id
from koodrive.rules.ids import SCOPE_DIR_LIMIT
from ui.core.theme import scaled
from ui.fields.paste_ids_dialog import PasteIdsDialog
from ui.inputs.field import CompositeInput, Field
from ui.inputs.short_line import ShortLine
from ui.texts.folders import folder_name
from ui.texts.translate import joined, listed
from ui.texts.visible import as_tool_tip, in_short, visible
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import STYLE_SPACING, column, row
from ui.widgets.stacking_row import StackingRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QStyleOptionViewItem

    from koodrive.rules.problems import FieldValue


class IdListField(Field):
    """A `Field` around an `IdList`, with a counter.

    Arguments are those of `Field`, without the editor.
    """

    def __init__(
        self, form: str, api_field: str, label: str, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self.list = IdList(f"{form}.{api_field}")
        super().__init__(form, api_field, label, self.list, help_text=help_text, parent=parent)
        self.list.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def value(self) -> list[str]:
        """The IDs in their order."""
        return self.list.ids

    def set_value(self, value: FieldValue) -> None:
        """Replace the whole list."""
        self.list.set_ids(list(value))

    @property
    def edited(self) -> SignalInstance:
        """Signal that the list has changed."""
        return self.list.changed

    def _announced(self) -> QWidget:
        return self.list.entry

    def _on_changed(self) -> None:
        self.set_count(len(self.list.ids), SCOPE_DIR_LIMIT)


_BETWEEN = " · "
_LONGEST_ID = 80
_LONGEST_NAME = 120
_LEAST_WIDTH = 40
"""Pixels; a shorter name is not shown."""
_PADDING = 12


class NamedIds(QStyledItemDelegate):
    """Draws ``Holidays 2026 · 1765…`` for an ID whose name is known; where room is scarce, less of the name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: Mapping[str, str] = {}
        """ID to name."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the name before the ID."""
        super().initStyleOption(option, index)
        folder_id = str(index.data(Qt.ItemDataRole.EditRole) or "")
        shown = in_short(folder_id, _LONGEST_ID)
        name = self.names.get(folder_id)
        if name:
            metrics = option.fontMetrics
            room = option.rect.width() - metrics.horizontalAdvance(_BETWEEN + shown) - _PADDING
            words = metrics.elidedText(in_short(name, _LONGEST_NAME), Qt.TextElideMode.ElideRight, room)
            shown = f"{folder_name(words, _LONGEST_NAME)}{_BETWEEN}{shown}" if room > _LEAST_WIDTH else shown
        option.text = shown


_DECIMAL_COMMA = r"(?<=[0-9])(?<![\w-][0-9]),(?=[0-9]+[Ee]\+?[0-9]{2}(?![\w+-]))"
"""As in 1,80593E+18, which a spreadsheet makes of an ID where the decimal point is a comma."""
_SEPARATORS = re.compile(rf"(?:[\s;，；、\u200b\ufeff]|(?!{_DECIMAL_COMMA}),)+")
_VISIBLE_ROWS = 5
_LEAST_ENTRY = 140
_MOST_LISTED = 300
"""Far more than can be used, so that it can be seen which ones they are."""
_LONGEST_TEXT = 20_000
"""Characters of a pasted text that are read; the window would stand still for megabytes."""


def split_ids(text: str) -> list[str]:
    """Return the IDs in `text`, which lines, blanks, commas or semicolons separate."""
    return [part for part in _SEPARATORS.split(text) if part]


def beginning(text: str) -> str:
    """Return `text`, or as many of the IDs at its beginning as can be shown at once, one in a line.

    Args:
        text: See `split_ids`; it may be megabytes.
    """
    if len(text) <= _LONGEST_TEXT:
        return text
    # The last one may be cut.
    return "\n".join(split_ids(text[:_LONGEST_TEXT])[:-1])


class IdList(CompositeInput):
    """The editor of a list of IDs.

    Args:
        name: The object name of this widget; its parts are named ``<name>.entry``, ``.list``, ``.add``, ``.choose``,
            ``.paste``, ``.remove``, ``.up`` and ``.down``.

    Signals:
        changed: The list has other content or another order.
        choose_requested: The user wants to choose folders instead of typing IDs.
    """

    changed = Signal()
    choose_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = ShortLine()
        self._list = QListWidget()
        self._names: dict[str, str] = {}
        self._notice = PlainLabel(role="quiet")
        self._add = PushButton(self.tr("Add"), name=f"{name}.add")
        self._choose = PushButton(self.tr("Choos&e…"), name=f"{name}.choose")
        self._paste = PushButton(self.tr("Paste many…"), name=f"{name}.paste")
        self._remove = PushButton(self.tr("Remove"), name=f"{name}.remove")
        self._up = PushButton(self.tr("Move up"), name=f"{name}.up")
        self._down = PushButton(self.tr("Move down"), name=f"{name}.down")
        self._build_ui(name)
        self._connect()
        self._update_buttons()
        self._show_list()

    def _build_ui(self, name: str) -> None:
        self.entry.setObjectName(f"{name}.entry")
        self._list.setObjectName(f"{name}.list")
        self.entry.setPlaceholderText(self.tr("Folder ID; Enter adds it"))
        self.entry.setAccessibleName(self.tr("Folder ID to add"))
        self._list.setAccessibleName(self.tr("Folder IDs"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setUniformItemSizes(True)
        self._list.setFixedHeight(_VISIBLE_ROWS * self.fontMetrics().lineSpacing() + 16)
        self._notice.hide()
        self.set_first(self.entry)
        buttons = row(self._add, self._choose, self._paste, spacing=STYLE_SPACING)
        above = StackingRow(self.entry, buttons, least=scaled(_LEAST_ENTRY), spacing=STYLE_SPACING)
        below = row(self._up, self._down, self._remove, spacing=STYLE_SPACING)
        below.addWidget(self._notice, stretch=1)
        below.addStretch(1)
        column(above, self._list, below, spacing=8, parent=self)

    def _connect(self) -> None:
        self.changed.connect(self._show_list)
        self._add.clicked.connect(self._on_add)
        self._choose.clicked.connect(self.choose_requested)
        self._paste.clicked.connect(self._on_paste)
        self._remove.clicked.connect(self._on_remove)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._list.itemSelectionChanged.connect(self._update_buttons)
        self._list.itemChanged.connect(self._on_item_changed)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.entry.installEventFilter(self)

    @property
    def ids(self) -> list[str]:
        """The IDs in their order."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @property
    def has_open_entry(self) -> bool:
        """Whether the entry line holds something that is not in the list yet."""
        return bool(self.entry.text().strip())

    def set_ids(self, ids: list[str]) -> None:
        """Replace the list and clear the entry line."""
        self.entry.clear()
        if ids == self.ids:
            return
        self._list.clear()
        for directory in ids:
            self._append(directory)
        self._show_note("")
        self.changed.emit()

    def set_names(self, names: Mapping[str, str]) -> None:
        """Show names beside the IDs; the list holds, hands out and copies the IDs all the same.

        Args:
            names: ID to name, as far as they are known; none for the others.
        """
        if dict(names) != self._names:
            self._names = dict(names)
            self._show_names()

    def _show_names(self) -> None:
        delegate = self._list.itemDelegate()
        if not isinstance(delegate, NamedIds):
            delegate = NamedIds(self._list)
            self._list.setItemDelegate(delegate)
        delegate.names = self._names
        with QSignalBlocker(self._list):
            for row in range(self._list.count()):
                self._show_name(self._list.item(row))
        self._list.viewport().update()

    def _show_name(self, item: QListWidgetItem) -> None:
        """Set the name as tool tip and accessible text of the item."""
        name = self._names.get(item.text(), "")
        item.setToolTip(as_tool_tip(f"{name}\n{item.text()}" if name else ""))
        read = visible(listed(name, item.text())) if name else item.text()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, read)

    def add(self, text: str) -> None:
        """Add the IDs in `text` that are not in the list yet, and note repeated ones or a full list."""
        known, parts = set(self.ids), split_ids(beginning(text))
        given = [clean_id(part).text for part in parts]
        new = [directory for directory in dict.fromkeys(given) if directory not in known]
        listed = new[: max(0, _MOST_LISTED - len(known))]
        for directory in listed:
            self._append(directory)
        if len(text) > _LONGEST_TEXT or len(listed) < len(new):
            self._show_note(
                self.tr("Not all IDs were added: an album takes {limit} at most.").format(
                    limit=SCOPE_DIR_LIMIT
                )
            )
        else:
            self._show_added(
                repeated=len(given) - len(new),
                unwrapped=sum(part != directory for part, directory in zip(parts, given, strict=True)),
            )
        if listed:
            self._select(self._list.count() - 1)
            self.changed.emit()

    def commit_entry(self) -> None:
        """Add the ID in the entry line, and end the editing of an item."""
        focused = self.window().focusWidget()
        if focused is not None and focused is not self._list and self._list.isAncestorOf(focused):
            # The editor of an item hands its text over when it loses the focus.
            self._list.setFocus()
        if self.entry.text().strip():
            self.add(self.entry.text())
            self.entry.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the entry line add the ID instead of submitting the form."""
        if watched is self.entry and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.entry.text().strip():
                self.commit_entry()
                return True
            if event.matches(QKeySequence.StandardKey.Paste):
                pasted = QGuiApplication.clipboard().text()
                if len(split_ids(beginning(pasted))) > 1:
                    self.add(pasted)
                    return True
        return super().eventFilter(watched, event)

    def _append(self, directory: str) -> None:
        item = QListWidgetItem(directory)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self._show_name(item)
        self._list.addItem(item)

    def _show_added(self, *, repeated: int, unwrapped: int) -> None:
        notes = [
            self.tr("Quotes or brackets removed: {count}").format(count=unwrapped) if unwrapped else "",
            self.tr("Already in the list: {count}").format(count=repeated) if repeated else "",
        ]
        self._show_note(" · ".join(filter(None, notes)))

    def _show_note(self, notice: str) -> None:
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    @Slot()
    def _on_add(self) -> None:
        self.commit_entry()
        self.entry.setFocus()

    @Slot()
    def _on_paste(self) -> None:
        dialog = PasteIdsDialog(beginning, self.window())
        dialog.ids_given.connect(self.add)
        dialog.open()

    @Slot()
    def _on_remove(self) -> None:
        rows = [self._list.row(item) for item in self._list.selectedItems()]
        for place in sorted(rows, reverse=True):
            self._list.takeItem(place)
        if rows and self._list.count():
            self._select(min(*rows, self._list.count() - 1))
        self._list.setFocus()
        self._update_buttons()
        self.changed.emit()

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        (item,) = self._list.selectedItems()
        row = self._list.row(item)
        other = self._list.item(row + step)
        # The texts change places, not the items: a gap in the selection would take the focus from the button.
        with QSignalBlocker(self._list):
            text = item.text()
            item.setText(other.text())
            other.setText(text)
            for moved in (item, other):
                self._show_name(moved)
        self._select(row + step)
        self.changed.emit()

    def _select(self, row: int) -> None:
        self._list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        found = clean_id(item.text())
        self._show_note(joined(*found.changes))
        with QSignalBlocker(self._list):
            item.setText(found.text)
            self._show_name(item)
        self.changed.emit()

    @Slot()
    def _show_list(self) -> None:
        """Show the list and what can be done with its IDs, as soon as there are some."""
        is_any = self._list.count() > 0
        parts = (self._list, self._up, self._down, self._remove)
        if not is_any and any(part.hasFocus() for part in parts):
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in parts:
            part.setVisible(is_any)

    @Slot()
    def _update_buttons(self) -> None:
        rows = [self._list.row(item) for item in self._list.selectedItems()]
        states = {
            self._remove: bool(rows),
            self._up: len(rows) == 1 and rows[0] > 0,
            self._down: len(rows) == 1 and rows[0] < self._list.count() - 1,
        }
        for button, is_enabled in states.items():
            if button.hasFocus() and not is_enabled:
                self._list.setFocus()
            button.setEnabled(is_enabled)
