"""The part of the tour in which something is taken back: the question, the history, and a whole batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from koodrive.models import OutcomeKind
from koodrive.sandbox.changes import Change
from ui.activity.card import ActivityCard
from ui.create.banner_content import BannerAction
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.main_window.main_window import MainWindow
    from ui.tour.robot import UiRobot

    Condition = Callable[[], object]

_FILLED = 2
"""Albums of the batch into which somebody has put pictures."""


class UndoWalk:
    """Takes an album back, and what a batch has made.

    Args:
        hands: Operates the window.
        window: The main window.
    """

    def __init__(self, hands: UiRobot, window: MainWindow) -> None:
        self._hands = hands
        self._window = window

    def single(self) -> Iterator[Condition]:
        """Take the newest album back from its card, and show both of its rows; yield conditions."""
        hands, activity = self._hands, self._window.activity
        card = hands.find("album.result", ActivityCard)
        attempt_id = card.attempt_id
        card.trigger(BannerAction.UNDO)
        yield lambda: hands.is_shown("undo.confirm") and hands.is_usable("undo.confirm")
        yield _laid_out
        yield _laid_out
        hands.picture("undo-question", QApplication.activeModalWidget())
        hands.click("undo.confirm")
        yield lambda: not activity.is_sending and activity.newest("undo") is not None
        self._window.history.refresh()
        hands.click("nav.history")
        self._window.history.show_attempt(attempt_id or 0)
        outcome = hands.find("history.details.outcome", PlainLabel)
        yield lambda: outcome.property("state") == OutcomeKind.DELETED
        yield lambda: not self._window.session.runner.is_busy
        yield _laid_out
        yield _laid_out
        hands.picture("undo-history")
        hands.click("nav.album")

    def batch(self) -> Iterator[Condition]:
        """Take back the batch whose result is shown; yield conditions."""
        hands, sandbox = self._hands, self._window.session.backend.sandbox
        if sandbox is None:
            raise LookupError("the sandbox has ended")
        for made in [one for one in sandbox.effects() if one["kind"] == "album"][-_FILLED:]:
            sandbox.change_elsewhere(Change.FILL, made["id"])
        hands.click("batch.undo")
        start = hands.find("batch.undo.start", QAbstractButton)
        yield start.isVisible
        yield lambda: not self._window.session.runner.is_busy
        hands.picture("undo-batch")
        hands.click("batch.undo.start")
        yield lambda: QApplication.activeModalWidget() is not None
        hands.click("batch.undo.question.confirm")
        yield hands.find("batch.undo.result", QWidget).isVisible
        yield lambda: not self._window.session.runner.is_busy
        yield _laid_out
        hands.picture("undo-batch-result")
        hands.click("batch.undo.back")


def _laid_out() -> bool:
    """Return True, one turn of the event loop later, when the layout is complete."""
    return True
