"""A decision of the user about one open attempt: asked about once more, then written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.resolve.resolve_view import Action
from ui.texts.attempt_words import isolated

if TYPE_CHECKING:
    from koodrive.creation.findings import Finding
    from koodrive.creation.matching import Candidate
    from ui.resolve.resolutions import Resolutions
    from ui.resolve.resolve_actions import ResolveActions

_LONGEST_NAME = 60


class Decision(QObject):
    """Asks with `actions`, and has `resolutions` write down what was confirmed; one at a time.

    Args:
        resolutions: Writes it down.
        actions: The buttons, which rest while it is being written.

    Signals:
        failed: The exception that kept it from being written down.
    """

    failed = Signal(object)

    def __init__(self, resolutions: Resolutions, actions: ResolveActions, parent: QObject) -> None:
        super().__init__(parent)
        self._resolutions = resolutions
        self._actions = actions
        self._asked: tuple[int, Candidate | None] | None = None
        self._writing: int | None = None
        actions.confirmed.connect(self._on_confirmed)
        resolutions.decision_failed.connect(self._on_failed)

    def ask(self, action: Action, attempt_id: int, chosen: Candidate | None) -> None:
        """Ask whether something shall be decided for good.

        Args:
            action: `Action.ADOPT` or `Action.NOT_MADE`.
            attempt_id: About which attempt.
            chosen: What it is said to have made.
        """
        if action is Action.NOT_MADE:
            self._asked = attempt_id, None
            self._actions.ask(
                action,
                self.tr(
                    "The history will say that this request made nothing, and it can be sent again. Should it have"
                    " made something, that would then be there twice. This cannot be undone."
                ),
                self.tr("&Yes, it was not made"),
            )
        elif chosen is not None:
            self._asked = attempt_id, chosen
            self._actions.ask(
                action,
                self.tr(
                    "{candidate} goes into the history as what this request has made. This cannot be undone."
                ).format(candidate=_words(chosen)),
                self.tr("&Yes, this is the one"),
            )

    def take(self, finding: Finding) -> bool:
        """Return whether `finding` is the decision that was being written down, which then has an end."""
        if self._writing not in finding.attempt_ids:
            return False
        self._end()
        return True

    @Slot(object)
    def _on_confirmed(self, action: Action) -> None:
        if self._asked is None or self._writing is not None:
            return
        attempt_id, chosen = self._asked
        self._asked, self._writing = None, attempt_id
        self._actions.setEnabled(False)
        if action is Action.ADOPT and chosen is not None:
            self._resolutions.adopt(attempt_id, chosen)
        else:
            self._resolutions.declare_not_made(attempt_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._writing is not None:
            self._end()
            self.failed.emit(error)

    def _end(self) -> None:
        self._writing = None
        self._actions.setEnabled(True)


def _words(chosen: Candidate) -> str:
    if not chosen.listed.name:
        return chosen.listed.id
    return f"“{isolated(chosen.listed.name[:_LONGEST_NAME])}”, {chosen.listed.id},"
