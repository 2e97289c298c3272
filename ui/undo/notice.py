"""The notice at the top of the window about what is taken back, while its entry in Activity is out of sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from koodrive.models import OutcomeKind
from ui.core.announcement import announce
from ui.texts.attempts import isolated
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.create.submission import Submission


class UndoNotice(Banner):
    """Says what is being taken back and what became of the last one; hidden where Activity says it.

    Signals:
        activity_requested: The user wants to see the entry.
    """

    activity_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("undo.news", parent)
        self._under_way: dict[Submission, str] = {}
        """Names of what is being taken back."""
        self.action_chosen.connect(self._on_action)

    def watch(self, submission: Submission, name: str, card: QWidget) -> None:
        """Show what becomes of a request that takes something back.

        Args:
            submission: The request.
            name: Of what it takes back.
            card: Its entry in Activity.
        """
        submission.busy_changed.connect(partial(self._on_busy_changed, submission, name, card))

    def _on_busy_changed(self, submission: Submission, name: str, card: QWidget, busy: bool) -> None:  # noqa: FBT001 - the signature of the signal
        if busy:
            self._under_way[submission] = name
        else:
            self._under_way.pop(submission, None)
        if card.isVisible():
            self.clear()
        elif self._under_way:
            self._show_under_way()
        else:
            self._show_end(submission, name)

    def _show_under_way(self) -> None:
        name = isolated(next(iter(self._under_way.values())))
        title = self.tr("Taking back “{name}”…").format(name=name)
        self.show_content(OutcomeKind.SENDING, title, actions=[("activity", self.tr("Show in Activity"))])

    def _show_end(self, submission: Submission, name: str) -> None:
        content = submission.result.content
        if content is None:
            self.clear()
            return
        if content.state == OutcomeKind.DELETED and not content.message:
            # The history and the lists show it; a notice would have to be put away each time.
            self.clear()
            announce(self, self.tr("“{name}” was taken back").format(name=isolated(name)))
            return
        self.show_content(
            content.state,
            content.title,
            content.message,
            remark=content.remark,
            actions=[("activity", self.tr("Show in Activity")), ("dismiss", self.tr("Dismiss"))],
        )
        announce(self, content.title)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        self.clear()
        if key == "activity":
            self.activity_requested.emit()
