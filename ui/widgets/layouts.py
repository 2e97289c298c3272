"""Rows and columns of widgets in one expression."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    Item: TypeAlias = QWidget | QLayout | int | None
    Margins: TypeAlias = tuple[int, int, int, int]


def row(
    *items: Item,
    stretch: Item = None,
    top: tuple[QWidget, ...] = (),
    spacing: int = 8,
    margins: Margins = (0, 0, 0, 0),
    parent: QWidget | None = None,
) -> QHBoxLayout:
    """Return a layout of `items` from left to right.

    Args:
        items: Widgets and layouts; a number of pixels for a gap, None for a gap that takes the room left over.
        stretch: The item that takes the room left over.
        top: Items that stand at the top of the row instead of filling its height.
        spacing: Pixels between two items.
        margins: Pixels left, above, right and below.
        parent: Widget that the layout arranges; None for a layout within another.
    """
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    _add(layout, items, stretch, top)
    return layout


def column(
    *items: Item,
    stretch: Item = None,
    spacing: int = 8,
    margins: Margins = (0, 0, 0, 0),
    parent: QWidget | None = None,
) -> QVBoxLayout:
    """Return a layout of `items` from top to bottom; the arguments are those of `row`."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    _add(layout, items, stretch)
    return layout


def _add(layout: QBoxLayout, items: tuple[Item, ...], stretch: Item, top: tuple[QWidget, ...] = ()) -> None:
    for item in items:
        share = 1 if item is stretch else 0
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item, share)
        elif item in top:
            layout.addWidget(item, share, Qt.AlignmentFlag.AlignTop)
        else:
            layout.addWidget(item, share)
