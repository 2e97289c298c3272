"""Rows and columns of widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STYLE_SPACING = -1
"""Spacing that lets the style decide."""
_NONE = (0, 0, 0, 0)


def column(
    *items: QWidget | QLayout | int,
    spacing: int = 16,
    margins: tuple[int, int, int, int] = _NONE,
    parent: QWidget | None = None,
) -> QVBoxLayout:
    """Return `items` from top to bottom.

    Args:
        items: Widgets and layouts; a number is a stretch of that factor.
        spacing: Pixels between the items, or `STYLE_SPACING`.
        margins: Pixels around them: left, top, right, bottom.
        parent: Widget that gets the layout.
    """
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    _fill(layout, items, spacing, margins)
    return layout


def row(
    *items: QWidget | QLayout | int,
    spacing: int = 8,
    margins: tuple[int, int, int, int] = _NONE,
    parent: QWidget | None = None,
) -> QHBoxLayout:
    """Return `items` from left to right; the arguments are those of `column`."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    _fill(layout, items, spacing, margins)
    return layout


def _fill(
    layout: QBoxLayout,
    items: tuple[QWidget | QLayout | int, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addStretch(item)
