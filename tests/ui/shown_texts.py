"""Every text that a window shows, says or has ready, and whether there is room for what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = 40
"""Rows of a table that are looked at."""
_OF_QT = "qt_"
"""Begins the names of widgets that Qt makes itself."""


class Shown(NamedTuple):
    """One text, and where it is."""

    name: str
    """Object name of the widget, or of the nearest parent that has one."""
    role: str
    """What the text is to the widget."""
    text: str


def texts_of(root: QWidget) -> Iterator[Shown]:
    """Yield the texts of all widgets in sight below `root`, and of the menus that they open; empty ones are left out.

    Tool tips that say what is shown anyway are left out as well.
    """
    for widget in [root, *root.findChildren(QWidget)]:
        if isinstance(widget, QMenu):
            continue
        if widget.isVisible():
            for role, text in _texts_of_widget(widget):
                if text.strip():
                    yield Shown(_name(widget), role, text)


def _texts_of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel):
        yield "label", widget.text()
    elif isinstance(widget, QAbstractButton):
        yield "button", widget.text()
        menu = getattr(widget, "menu", lambda: None)()
        if menu is not None:
            yield from _texts_of_menu(menu)
    elif isinstance(widget, QGroupBox):
        yield "title", widget.title()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(place)) for place in range(widget.count()))
    elif isinstance(widget, QHeaderView):
        yield from _texts_of_header(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _texts_of_rows(widget)


def _texts_of_menu(menu: QMenu) -> Iterator[tuple[str, str]]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        yield "menu", action.text()
        if action.menu() is not None:
            yield from _texts_of_menu(action.menu())
    menu.aboutToHide.emit()


def _texts_of_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    if model is not None and header.orientation() is Qt.Orientation.Horizontal:
        for section in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield "column", str(model.headerData(section, header.orientation(), role) or "")


def _texts_of_rows(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if model is None:
        return
    columns = range(model.columnCount()) if isinstance(view, QTableView) else range(1)
    for row in range(min(_ROWS, model.rowCount())):
        for column in columns:
            index = model.index(row, column)
            for role in ("DisplayRole", "ToolTipRole", "AccessibleTextRole", "AccessibleDescriptionRole"):
                yield "cell", str(index.data(Qt.ItemDataRole[role]) or "")


def clipped(root: QWidget) -> Iterator[str]:
    """Yield which labels and buttons in sight below `root` have less room than their words take."""
    QApplication.sendPostedEvents()
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel) or _name(widget).startswith(_OF_QT):
            continue
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        # A widget that breaks or elides its words says so by the least that it needs.
        wanted, has = widget.minimumSizeHint(), widget.size()
        if widget.hasHeightForWidth():
            wanted = QSize(0, widget.heightForWidth(has.width()))
        if has.width() < wanted.width() or has.height() < wanted.height():
            yield f"{_name(widget)}: “{widget.text()}” needs {wanted.toTuple()}, has {has.toTuple()}"


def _name(widget: QWidget) -> str:
    """Return the name of a widget, with that of the nearest parent that has one in front where it has none."""
    path = type(widget).__name__
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return path if widget is None else f"{widget.objectName()} ({path})"
