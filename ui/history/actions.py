"""Actions on the rows of the history: on all that are selected, and on the one whose details are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.models import Action, OutcomeKind, RequestKind
from ui.history.selected_rows import MOST_AT_ONCE
from ui.session.ticket_copying import MOST_AT_ONCE as MOST_TICKETS
from ui.tables.action_row import ActionRow
from ui.texts.numbers import number_text
from ui.texts.visible import as_tool_tip
from ui.undo.obstacles import obstacle_of_row
from ui.widgets.copied_word import CopiedWord

MOST_TEMPLATES = 5_000
"""Rows that can be used as templates at once; each is read whole."""
MOST_UNDONE = 50
"""Rows that can be taken back at once, as each is read again first; a batch is taken back on its own page."""

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from koodrive.journal import Attempt, AttemptRow
    from ui.tables.export_menu import ExportMenu


class RowActions(ActionRow):
    """Buttons named ``history.<action>`` for all selected rows; an action that cannot be done now is disabled.

    Args:
        export_menu: What the Export button opens.
    """

    def __init__(self, export_menu: ExportMenu, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)
        self._menu = export_menu
        self._selected: AttemptRow | None = None
        self._count = 0
        self.copy_id = self.add_action("copyId", self.tr("&Copy IDs"))
        self.copy_row = self.add_action("copyRow", self.tr("Cop&y rows"))
        self.id_copied = CopiedWord(self.button("copyId"))
        self.row_copied = CopiedWord(self.button("copyRow"))
        self._export = self.add_button("export", self.tr("&Export"))
        self._export.set_icon("export")
        self.button("copyId").set_icon("copy")
        self._export.setMenu(export_menu)
        # As in `HelpButton`.
        export_menu.aboutToHide.connect(self._export.update)
        self._export.setEnabled(False)
        self.set_selected(None)

    def set_exportable(self, exportable: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Enable or disable the export."""
        self._export.setEnabled(exportable)

    def set_selected(self, row: AttemptRow | None) -> None:
        """Set the attempt whose details are shown."""
        self._selected = row
        self._update()

    def set_count(self, count: int) -> None:
        """Set how many rows are selected."""
        self._count = count
        self._update()

    def _update(self) -> None:
        has_id = self._selected is not None and bool(self._selected.result_id)
        is_possible = 0 < self._count <= MOST_AT_ONCE
        self.copy_id.setEnabled(has_id if self._count <= 1 else is_possible)
        self.copy_row.setEnabled(self._selected is not None if self._count <= 1 else is_possible)
        self._menu.set_selected(is_any=is_possible)


class AttemptActions(ActionRow):
    """Buttons named ``history.<action>`` for the attempt that is shown; the text for a ticket is of all selected.

    In a slim panel all of them are in the menu of *More*; beside it stand the ticket and what the attempt waits for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)
        self._selected: AttemptRow | None = None
        self._count = 0
        self._is_template = False
        self._is_slim = False
        self.ticket = self.add_action("ticket", self.tr("Copy for a tic&ket"))
        self.ticket.setToolTip(
            self.tr(
                "Copies what happened as one text: times in UTC, trace ID, code, request and answer; no token"
            )
        )
        self.button("ticket").setToolTip(as_tool_tip(self.ticket.toolTip()))
        self.ticket_copied = CopiedWord(self.button("ticket"))
        self.template = self.add_action("template", self.tr("&Use as template"))
        self.resolve = self.add_action("resolve", self.tr("Find out…"))
        self.resolve.setToolTip(self.tr("Find out what became of a request whose answer was lost"))
        self.send_again = self.add_action("sendAgain", self.tr("&Send again"))
        self.send_again.setToolTip(self.tr("Send once more what was found not to have been created"))
        self.undo = self.add_action("undo", self.tr("&Take back…"))
        self.button("undo").set_icon("undo")
        self.add_more(self.for_table()[1:])
        self.set_selected(None)

    def set_slim(self, *, is_slim: bool) -> None:
        """Set whether there is room for few buttons only, so that the others are in the menu of *More*."""
        self._is_slim = is_slim
        self._show_buttons()

    def _show_buttons(self) -> None:
        for name, action in (("resolve", self.resolve), ("sendAgain", self.send_again)):
            is_wanted = action.isVisible() and (action.isEnabled() or not self._is_slim)
            self.show_button(name, is_shown=is_wanted)
        self.show_button("template", is_shown=not self._is_slim)
        self.show_button("undo", is_shown=not self._is_slim)
        self.show_button("more", is_shown=self._is_slim)

    def for_table(self) -> list[QAction]:
        """Return the actions for the context menu of the table."""
        return [self.ticket, self.template, self.resolve, self.send_again, self.undo]

    def set_selected(self, row: AttemptRow | None) -> None:
        """Set the attempt; the template waits for its details."""
        self._selected = row
        self._show_ticket()
        self._is_template = False
        self._offer_template()
        self.resolve.setEnabled(row is not None and row.outcome == OutcomeKind.UNKNOWN)
        self._offer_again(offered=False)
        self.set_undo(obstacle_of_row(row) if row is not None else "", is_known=False)

    def set_count(self, count: int) -> None:
        """Set how many rows are selected; all of them are copied for a ticket, or are templates for many creates."""
        self._count = count
        self._show_ticket()
        self._offer_template()
        if count > MOST_UNDONE:
            words = self.tr(
                "At most {count} rows at once are taken back here; a batch is on the page Create many."
            )
            self.set_undo(words.format(count=number_text(MOST_UNDONE)))
        elif count > 1:
            self.set_undo("")

    def set_undo(self, obstacle: str, *, is_known: bool = True) -> None:
        """Offer to take back what is selected.

        Args:
            obstacle: Why it cannot be, as a sentence; empty where it can.
            is_known: Whether nothing else can speak against it.
        """
        self.undo.setEnabled(is_known and not obstacle)
        words = obstacle or self.tr("Delete what it created, if nobody has put anything in")
        self.undo.setToolTip(as_tool_tip(words))
        button = self.button("undo")
        button.setToolTip(as_tool_tip(words))
        button.setAccessibleDescription(obstacle)

    def _show_ticket(self) -> None:
        is_one = self._count <= 1
        words = self.tr("Copy for a tic&ket") if is_one else self.tr("Copy {count} for a tic&ket")
        self.ticket.setText(words.format(count=number_text(self._count)))
        self.ticket_copied.set_label(self.ticket.text())
        self.ticket.setEnabled(self._selected is not None if is_one else self._count <= MOST_TICKETS)

    def set_details(self, attempt: Attempt) -> None:
        """Set the details of the attempt; one of a kind that only a newer KooDesk knows is no template."""
        is_selected = self._selected is not None and self._selected.attempt_id == attempt.attempt_id
        is_known = is_selected and attempt.kind in set(RequestKind) and attempt.action == Action.CREATE
        self._is_template = is_known
        self._offer_template()
        # What the service itself has refused needs another request.
        self._offer_again(
            offered=is_known and attempt.outcome == OutcomeKind.REFUSED and attempt.is_followed_up
        )

    def _offer_template(self) -> None:
        is_many = 1 < self._count <= MOST_TEMPLATES
        self.template.setEnabled(is_many or (self._count <= 1 and self._is_template))

    def _offer_again(self, *, offered: bool) -> None:
        """Show Send again in the place of Find out, as nothing is left to find out then."""
        self.send_again.setEnabled(offered)
        self.send_again.setVisible(offered)
        self.resolve.setVisible(not offered)
        self._show_buttons()
