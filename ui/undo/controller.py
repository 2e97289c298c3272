"""Opens the question, one at a time, and hands on what was confirmed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.lazy import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from koodrive.journal import AttemptRow
    from ui.session.services import Services
    from ui.undo.dialog import UndoDialog
    from ui.undo.notice import UndoNotice


class UndoController(QObject):
    """Asks before something is taken back.

    Args:
        services: Session, and the renewal of its token.
        window: Window that the question stands over; it owns this object.

    Signals:
        noticed: A notice was made, which has yet to get its place in the window (a QWidget).
        activity_requested: The user wants to see what is taken back in Activity.
        confirmed: The `UndoLook`s to go on with, in the order in which they are to be sent (a list, as object).
    """

    noticed = Signal(object)
    activity_requested = Signal()
    confirmed = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._dialog: UndoDialog | None = None

    @cached_property
    def news(self) -> UndoNotice:
        """The notice; made for the first one that is taken back."""
        news: UndoNotice = load("ui.undo.notice:UndoNotice")()
        news.activity_requested.connect(self.activity_requested)
        self.noticed.emit(news)
        return news

    def ask(self, attempt_ids: Sequence[int], shown: AttemptRow | None = None) -> None:
        """Open the question, unless one is open.

        Args:
            attempt_ids: Creates to take back, the one to begin with first.
            shown: The create, where it is one and its row is known.
        """
        if self._dialog is not None or not attempt_ids:
            return
        dialog: UndoDialog = load("ui.undo.dialog:UndoDialog")(
            self._services, attempt_ids, shown, self._window
        )
        dialog.confirmed.connect(self.confirmed)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def close(self) -> None:
        """Close the question, as the application ends."""
        if self._dialog is not None:
            self._dialog.reject()

    @Slot(object)
    def ask_about(self, attempt_id: int) -> None:
        """Open the question about one attempt (an int, as object)."""
        self.ask([attempt_id])

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
