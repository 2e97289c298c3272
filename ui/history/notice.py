"""Placeholder in the place of the history's table while it has no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.placeholder import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HistoryNotice(EmptyState):
    """Says why the history shows nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", "history", parent)

    def show_opening(self) -> None:
        """Show that the history is loading."""
        self.show_content(self.tr("Opening the history…"))

    def show_empty(self) -> None:
        """Show what an empty history will contain, and offer to create something."""
        self.show_content(
            self.tr("Nothing here yet"),
            self.tr(
                "Every album and shared folder that you create appears here, with its ID, its request and what"
                " became of it. It stays here when you quit."
            ),
            self.tr("New album"),
            is_primary=True,
        )

    def show_nothing_found(self) -> None:
        """Show that the filters match nothing, and offer to clear them."""
        self.show_content(
            self.tr("No attempt matches"),
            self.tr("Search for something else, or clear the filters to see everything again."),
            self.tr("Clear filters"),
        )

    def show_problem(self, title: str, message: str) -> None:
        """Show why the history cannot be shown, and offer a retry."""
        self.show_content(title, message, self.tr("Try again"))
