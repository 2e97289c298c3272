"""The state of a widget, as the style sheet knows it: a dynamic property, and the looks that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def set_style_state(widget: QWidget, state: str) -> None:
    """Give `widget` the looks of a state.

    Args:
        widget: The widget.
        state: One that the style sheet has rules for, such as ``problem``; empty for none.
    """
    if widget.property("state") != state:
        widget.setProperty("state", state)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Apply the style sheet to `widget` anew, as one of its properties is another now."""
    # Before it is shown for the first time, all of it is yet to come.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
