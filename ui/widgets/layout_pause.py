"""Many changes to the widgets of a window that is shown, with one layout after the last of them.

Qt lays out all ancestors of a widget each time that one is shown: for the buttons of a banner this took longer than all
else that a create does on the window thread.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def layout_pause(widget: QWidget) -> Iterator[None]:
    """Let no layout of `widget` or its ancestors work while the block runs, and all of them once afterwards.

    Args:
        widget: Widget that is changed with its children.
    """
    paused = [layout for layout in _layouts(widget) if layout.isEnabled()]
    for layout in paused:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in paused:
            layout.setEnabled(True)
        if widget.isVisible():
            for layout in paused:
                layout.activate()


def _layouts(widget: QWidget) -> Iterator[QLayout]:
    """Yield the layouts of `widget` and its ancestors in its window, the innermost first."""
    ancestor: QWidget | None = widget
    while ancestor is not None:
        layout = ancestor.layout()
        if layout is not None:
            yield layout
        ancestor = None if ancestor.isWindow() else ancestor.parentWidget()
