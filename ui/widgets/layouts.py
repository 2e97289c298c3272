"""Rows and columns of widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

STYLE_SPACING = -1
"""Spacing that lets the style decide."""
DIALOG_MARGINS = (24, 20, 24, 20)
"""Pixels around the body of a dialog."""
PAGE_MARGIN, HEAD_MARGIN, HEAD_HEIGHT = 24, 16, 64
"""Pixels at the sides of a page, above and below what stands in its head and foot, and the least height of both."""
PANEL_WIDTH = 304
"""Pixels of the panel at the right of a page, for letters of the usual size."""
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


def page_head(*items: QWidget | QLayout | int) -> QHBoxLayout:
    """Return the head line of a page, as high as the navigation's first entry with its margins.

    Args:
        items: The title and buttons; a number is a stretch of that factor.
    """
    layout = row(*items, margins=(PAGE_MARGIN, HEAD_MARGIN, PAGE_MARGIN, HEAD_MARGIN))
    layout.addStrut(HEAD_HEIGHT - 2 * HEAD_MARGIN)
    return layout


def page_foot(content: QBoxLayout) -> QVBoxLayout:
    """Return the foot of a page: a hairline over its whole width, and `content` below it."""
    line = QFrame()
    line.setProperty("role", "line")
    content.setContentsMargins(PAGE_MARGIN, HEAD_MARGIN, PAGE_MARGIN, HEAD_MARGIN)
    content.addStrut(HEAD_HEIGHT - 2 * HEAD_MARGIN)
    return column(line, content, spacing=0)


def dialog_foot(*items: QWidget | QLayout | int, parent: QWidget) -> QWidget:
    """Return the foot of a dialog: a hairline over its whole width, and `items` from left to right below it.

    Args:
        items: Buttons; a number is a stretch of that factor.
        parent: The dialog, without which a button would not become its default button.
    """
    line = QFrame()
    line.setProperty("role", "line")
    foot = QWidget(parent)
    column(line, row(*items, margins=(24, 16, 24, 16)), spacing=0, parent=foot)
    return foot


def dialog_column(
    *items: QWidget | QLayout | int,
    foot: tuple[QWidget | QLayout | int, ...],
    spacing: int = 12,
    stretch: QWidget | QLayout | None = None,
    parent: QWidget,
) -> None:
    """Give a dialog its layout.

    Args:
        items: Body from top to bottom.
        foot: Buttons below the body, see `dialog_foot`.
        spacing: Pixels between the items.
        stretch: Item that takes the room left over.
        parent: The dialog.
    """
    body = column(*items, spacing=spacing, margins=DIALOG_MARGINS, stretch=stretch)
    outer = column(body, spacing=0, stretch=body, parent=parent)
    # Afterwards, so that Tab comes to the buttons last.
    outer.addWidget(dialog_foot(*foot, parent=parent))


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
