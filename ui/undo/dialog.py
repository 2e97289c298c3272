"""The question before something is taken back: reads what is there now, says it, and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from koodrive.creation.undo.models import UndoVerdict
from koodrive.errors import KoodriveError, is_token_error
from ui.core.announcement import announce
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.connections import connection_text
from ui.texts.translate import joined
from ui.undo import state
from ui.undo.looking import UndoLooking
from ui.undo.panel import UndoPanel
from ui.widgets.auto_size_dialog import AutoHeightDialog
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column, row
from ui.widgets.state_mark import StateMark
from ui.widgets.style_state import repolish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from koodrive.creation.undo.models import UndoLook
    from koodrive.journal import AttemptRow
    from ui.session.services import Services
    from ui.undo.state import UndoState

NAME = "undo"
_WIDTH = 480
_MARK = 24


class UndoDialog(AutoHeightDialog):
    """Asks whether objects shall be taken back; to be opened with `open`, and made anew each time.

    The keyboard starts on Cancel and is never moved to the button that deletes; closing ends what is being read.

    Args:
        services: Session whose connection reads, and the renewal of its token.
        attempt_ids: Creates to take back, the one to begin with first.
        shown: The create, where it is one and its row is known.
        parent: Window that it stands over.

    Signals:
        confirmed: The `UndoLook`s to go on with, in their order (a list, as object).
    """

    confirmed = Signal(object)

    def __init__(
        self, services: Services, attempt_ids: Sequence[int], shown: AttemptRow | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self._attempt_ids = attempt_ids
        self._row = shown
        self._looks: list[UndoLook] = []
        self._state = state.looking(shown, 0, len(attempt_ids))
        self._looking = UndoLooking(services.session, self)
        self._mark = StateMark(f"{NAME}.mark", "page", size=_MARK)
        self._heading = PlainLabel(name=f"{NAME}.title", role="head", wraps=True)
        self._message = PlainLabel(name=f"{NAME}.message", wraps=True)
        self._panel = UndoPanel()
        self._again = PushButton(self.tr("&Look again"), name=f"{NAME}.again")
        self._cancel = PushButton(self.tr("Cancel"), name=f"{NAME}.cancel")
        self._confirm = PushButton(name=f"{NAME}.confirm", role="danger")
        self._prompt = SignInPrompt(f"{NAME}.dialog", services, home=self._cancel)
        # Where the pointer has just chosen "Take back…", the second click of a double click deletes nothing.
        self._hold = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._build_ui()
        self._connect()
        self._start()

    def _build_ui(self) -> None:
        self.setObjectName(f"{NAME}.dialog")
        words = column(
            self._heading, self._message, self._panel, self._prompt, spacing=8, stretch=self._panel
        )
        body = row(self._mark, words, top=(self._mark,), spacing=16)
        body.setStretch(1, 1)
        self.column.addLayout(body, stretch=1)
        self.set_foot(self._again, 1, self._cancel, self._confirm)
        self._cancel.setDefault(True)
        self._confirm.set_icon("undo")
        self.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self._looking.progressed.connect(self._on_progressed)
        self._looking.looked.connect(self._on_looked)
        self._looking.failed.connect(self._on_failed)
        self._prompt.renewed.connect(self._start)
        self._prompt.cancelled.connect(self.reject)
        self._again.clicked.connect(self._on_again)
        self._cancel.clicked.connect(self.reject)
        self._confirm.clicked.connect(self._on_confirmed)
        self._hold.timeout.connect(self._show_confirm)
        self._session.current_changed.connect(self.reject)
        self.finished.connect(self._on_finished)

    def showEvent(self, event: QShowEvent) -> None:
        """Start with the keyboard on the answer that deletes nothing."""
        super().showEvent(event)
        self._hold.start()
        if not self._prompt.is_asking:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading --------------------------------------------------------------------------------------------------

    @Slot()
    def _start(self) -> None:
        session = self._session
        self._looks = []
        if session.token is None or session.is_token_rejected:
            self._ask_for_token()
            return
        self._show(state.looking(self._row, 0, len(self._attempt_ids)))
        self._looking.start(self._attempt_ids)

    def _ask_for_token(self) -> None:
        self._show(state.without_token(self._row))
        self._prompt.ask("")

    @Slot()
    def _on_again(self) -> None:
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._start()

    @Slot(int)
    def _on_progressed(self, done: int) -> None:
        count = len(self._attempt_ids)
        if done < count:
            self._show(state.looking(self._row, done, count))

    @Slot(object)
    def _on_looked(self, looks: list[UndoLook]) -> None:
        if any(isinstance(look.error, Exception) and is_token_error(look.error) for look in looks):
            self._ask_for_token()
            return
        self._looks = looks
        current = self._session.current
        name = connection_text(current.connection_id, current.name) if current is not None else ""
        self._show(state.looked(looks, name))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show(state.failed(error))
        if not isinstance(error, KoodriveError):
            self._session.runner.unhandled.emit(error)

    # What is shown --------------------------------------------------------------------------------------------

    def _show(self, shown: UndoState) -> None:
        self._state = shown
        self._mark.show_state(shown.mark)
        self._heading.setText(with_break_points(shown.title))
        self._message.setText(with_break_points(shown.message))
        self._message.setVisible(bool(shown.message))
        self.setWindowTitle(shown.title)
        self._panel.show_lines(shown.ids, shown.lines)
        self._again.setVisible(shown.can_look_again)
        self._cancel.setText(self.tr("Close") if shown.can_look_again else self.tr("Cancel"))
        self._show_confirm()
        self.shrink_to_fit()
        if self.isVisible():
            announce(self, joined(shown.title, shown.message, *(line.text for line in shown.lines)))

    @Slot()
    def _show_confirm(self) -> None:
        """Show the button that deletes; it has its room before anything is known, so that nothing jumps."""
        shown, button = self._state, self._confirm
        role = "primary" if shown.is_harmless else "danger"
        if button.property("role") != role:
            button.setProperty("role", role)
            repolish(button)
        button.setText(shown.confirm or self.tr("Take back"))
        button.setVisible(not shown.can_look_again or bool(shown.confirm))
        button.setEnabled(bool(shown.confirm) and not self._hold.isActive())

    @Slot()
    def _on_confirmed(self) -> None:
        looks = [look for look in self._looks if look.verdict is not UndoVerdict.KEPT]
        self.accept()
        self.confirmed.emit(looks)

    @Slot()
    def _on_finished(self) -> None:
        self._looking.close()
        self._prompt.dismiss()
        self.deleteLater()
