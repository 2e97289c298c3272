"""Rows and columns of widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STYLE_SPACING = -1
"""Spacing that lets the style decide."""
_NONE = (0, 0, 0, 0)


def column(
    *items: QWidget | QLayout | int,
    spacing: int = 16,
    margins: tuple[int, int, int, int] = _NONE,
    stretch: QWidget | QLayout | None = None,
    parent: QWidget | None = None,
) -> QVBoxLayout:
    """Return `items` from top to bottom.

    Args:
        items: Widgets and layouts; a number is a stretch of that factor.
        spacing: Pixels between the items, or `STYLE_SPACING`.
        margins: Pixels around them: left, top, right, bottom.
        stretch: Item that takes the room left over.
        parent: Widget that gets the layout.
    """
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    _add(layout, items, stretch)
    return layout


def row(
    *items: QWidget | QLayout | int,
    spacing: int = 8,
    margins: tuple[int, int, int, int] = _NONE,
    stretch: QWidget | QLayout | None = None,
    top: tuple[QWidget, ...] = (),
    parent: QWidget | None = None,
) -> QHBoxLayout:
    """Return `items` from left to right; the arguments are those of `column`, and `top` for items at the top."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    _add(layout, items, stretch, top)
    return layout


def _add(
    layout: QBoxLayout,
    items: tuple[QWidget | QLayout | int, ...],
    stretch: QWidget | QLayout | None,
    top: tuple[QWidget, ...] = (),
) -> None:
    for item in items:
        factor = 1 if item is stretch else 0
        if isinstance(item, QLayout):
            layout.addLayout(item, factor)
        elif isinstance(item, int):
            layout.addStretch(item)
        elif item in top:
            layout.addWidget(item, factor, Qt.AlignmentFlag.AlignTop)
        else:
            layout.addWidget(item, factor)
