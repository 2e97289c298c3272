"""The buttons of the resolve dialog, and the question before something is decided for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.resolve.state import Action
from ui.texts.attempts import isolated
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.creation.findings import LookResult
    from koodrive.creation.matching import Candidate
    from ui.resolve.searches import ResolutionSearches

_LONGEST_NAME = 60


class DecisionController(QObject):
    """Asks with `actions`, and has `searches` write down what was confirmed; one at a time.

    Args:
        searches: Writes it down.
        actions: The buttons, which rest while it is being written.

    Signals:
        failed: The exception that kept it from being written down.
    """

    failed = Signal(object)

    def __init__(self, searches: ResolutionSearches, actions: ResolveActions, parent: QObject) -> None:
        super().__init__(parent)
        self._searches = searches
        self._actions = actions
        self._asked: tuple[int, Candidate | None] | None = None
        self._writing: int | None = None
        actions.confirmed.connect(self._on_confirmed)
        searches.decision_failed.connect(self._on_failed)

    def ask(self, action: Action, attempt_id: int, chosen: Candidate | None) -> None:
        """Ask whether something shall be decided for good.

        Args:
            action: `Action.ADOPT` or `Action.NOT_MADE`.
            attempt_id: About which attempt.
            chosen: What it is said to have made.
        """
        if action is Action.NOT_MADE and self._actions.is_undo:
            self._asked = attempt_id, None
            self._actions.ask(
                action,
                self.tr(
                    "The history will say that it was not taken back. It can be taken back again, and is looked at"
                    " before."
                ),
                self.tr("&Yes, it is still there"),
            )
        elif action is Action.NOT_MADE:
            self._asked = attempt_id, None
            self._actions.ask(
                action,
                self.tr(
                    "The history will say that this request created nothing, and it can be sent again. If"
                    " it did create something, that would then exist twice. This cannot be undone."
                ),
                self.tr("&Yes, it was not created"),
            )
        elif chosen is not None:
            self._asked = attempt_id, chosen
            self._actions.ask(
                action,
                self._adoption_text(chosen),
                self.tr("&Yes, this is the one"),
            )

    def finish(self, finding: LookResult) -> bool:
        """Return whether `finding` is the result of the decision being written, which is finished then."""
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
            self._searches.adopt(attempt_id, chosen)
        else:
            self._searches.declare_not_made(attempt_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._writing is not None:
            self._end()
            self.failed.emit(error)

    def _adoption_text(self, chosen: Candidate) -> str:
        name = isolated((chosen.listed.name or "")[:_LONGEST_NAME])
        words = (
            self.tr(
                "“{name}”, {id}, goes into the history as what this request created. This cannot be undone."
            )
            if chosen.listed.name
            else self.tr("{id} goes into the history as what this request created. This cannot be undone.")
        )
        return words.format(name=name, id=chosen.listed.id)

    def _end(self) -> None:
        self._writing = None
        self._actions.setEnabled(True)


_LIKELY = (Action.ADOPT, Action.USE_CONNECTION, Action.START_SANDBOX, Action.GIVE_TOKEN, Action.SEND_AGAIN)
"""The most likely actions, in their order."""
_SAFE = (Action.LOOK_NOW, Action.STOP, Action.USE_CONNECTION, Action.START_SANDBOX, Action.GIVE_TOKEN)
"""Actions that may get the focus automatically: a held Enter does no harm there."""


class ResolveActions(QWidget):
    """A row of buttons named ``resolve.<action>``, and Close.

    While something irreversible is asked about, two other buttons take their place.

    Signals:
        chosen: The `Action` that was pressed.
        confirmed: The `Action` that was asked about, and that the user wants.
        withdrawn: The question was answered with Back.
        close_requested: Close was pressed.
    """

    chosen = Signal(object)
    confirmed = Signal(object)
    withdrawn = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Action, ...] = ()
        self._asked: Action | None = None
        self._is_undo = False
        self._question = PlainLabel(name="resolve.question", wraps=True)
        self._frame = QFrame()
        self._buttons = {
            action: self._button(action.value, label, action) for action, label in self._labels().items()
        }
        self._confirm = self._button("confirm", "")
        self._back = self._button("back", self.tr("&Back"))
        self._close = self._button("close", self.tr("Close"))
        self._holds = {
            button: self._hold_for(button) for button in (self._confirm, self._buttons[Action.SEND_AGAIN])
        }
        self._build_ui()
        self._confirm.clicked.connect(self._on_confirmed)
        self._back.clicked.connect(self._on_back)
        # Only while it is shown; otherwise Escape closes the dialog.
        QShortcut(Qt.Key.Key_Escape, self._back, self._on_back)
        self._close.clicked.connect(self.close_requested)

    def _labels(self) -> dict[Action, str]:
        return {
            Action.ADOPT: self.tr("&This is the one"),
            Action.USE_CONNECTION: self.tr("&Use that connection"),
            Action.START_SANDBOX: self.tr("&Start the sandbox and look"),
            Action.GIVE_TOKEN: self.tr("&Give the token…"),
            Action.SEND_AGAIN: self.tr("&Send again"),
            Action.HISTORY: self.tr("Show in &history"),
            Action.LOOK_NOW: self.tr("&Look now"),
            Action.STOP: self.tr("&Stop"),
            Action.NOT_MADE: self.tr("It was not cr&eated"),
            Action.LATER: self.tr("&Decide later"),
        }

    def _button(self, name: str, label: str, action: Action | None = None) -> PushButton:
        button = PushButton(label, self, name=f"resolve.{name}", role="primary" if action in _LIKELY else "")
        # Enter presses the button that has the keyboard, and Close from anywhere else.
        button.setAutoDefault(True)
        if action is not None:
            button.clicked.connect(lambda: self.chosen.emit(action))
        return button

    @staticmethod
    def _hold_for(button: PushButton) -> QTimer:
        hold = QTimer(button, singleShot=True)
        hold.timeout.connect(lambda: button.setEnabled(True))
        return hold

    def _hold_back(self, button: PushButton) -> None:
        """Keep `button`, as it appears where something else was, from the second half of a double click."""
        button.setEnabled(False)
        self._holds[button].start(QApplication.doubleClickInterval())

    def _build_ui(self) -> None:
        self._frame.setProperty("role", "banner")
        self._frame.setProperty("state", "unknown")
        column(self._question, margins=(16, 8, 16, 8), parent=self._frame)
        # On a second line where a language needs more room than the dialog has.
        buttons = FlowLayout()
        buttons.setSpacing(8)
        for button in (*self._buttons.values(), self._confirm, self._back):
            button.hide()
            buttons.addWidget(button)
        self._frame.hide()
        close = column(1, self._close)
        column(self._frame, row(buttons, close, stretch=buttons), spacing=8, parent=self)

    @property
    def is_undo(self) -> bool:
        """Whether the actions are about something that was to be taken back."""
        return self._is_undo

    @property
    def asked(self) -> Action | None:
        """The pending question, or None."""
        return self._asked

    def show_actions(
        self, actions: Collection[Action], *, can_adopt: bool, is_again: bool, is_undo: bool = False
    ) -> None:
        """Show the buttons of `actions`, unless something is being asked about.

        Args:
            actions: What can be done.
            can_adopt: Whether a candidate is selected.
            is_again: Whether looking would begin anew.
            is_undo: Whether they are about something that was to be taken back.
        """
        self._is_undo = is_undo
        self._shown = tuple(actions)
        has_candidates = Action.ADOPT in self._shown
        self._buttons[Action.ADOPT].setEnabled(can_adopt)
        self._buttons[Action.LOOK_NOW].setText(self.tr("&Look again") if is_again else self.tr("&Look now"))
        self._buttons[Action.NOT_MADE].setText(
            self.tr("It is still th&ere")
            if is_undo
            else self.tr("None of these: it was not cr&eated")
            if has_candidates
            else self.tr("It was not cr&eated")
        )
        self._arrange()

    def _arrange(self) -> None:
        is_asked = self._asked is not None
        self._frame.setVisible(is_asked)
        for button in (self._confirm, self._back):
            button.setVisible(is_asked)
        for action, button in self._buttons.items():
            is_shown = not is_asked and action in self._shown
            if is_shown and button.isHidden() and button in self._holds:
                self._hold_back(button)
            button.setVisible(is_shown)

    def ask(self, action: Action, question: str, confirm: str) -> None:
        """Ask once more before something is decided for good.

        Args:
            action: What `confirmed` shall carry.
            question: What it means.
            confirm: What the button says that does it.
        """
        self._asked = action
        self._question.setText(question)
        self._confirm.setText(confirm)
        self._hold_back(self._confirm)
        self._arrange()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Ask no more."""
        if self._asked is not None:
            self._asked = None
            self._arrange()

    def set_default(self) -> None:
        """Have Enter close the dialog; to be called as soon as this is a part of it, as before it has no effect."""
        self._close.setDefault(True)

    def focus_safe(self) -> None:
        """Put the keyboard onto a button that decides nothing."""
        safe = [self._buttons[action] for action in _SAFE if not self._buttons[action].isHidden()]
        (safe[0] if safe else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_decision(self) -> None:
        """Put the keyboard onto the button that takes the selected candidate."""
        self._buttons[Action.ADOPT].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_confirmed(self) -> None:
        action = self._asked
        self.withdraw()
        self.confirmed.emit(action)

    @Slot()
    def _on_back(self) -> None:
        action = self._asked
        self.withdraw()
        if action is not None:
            self._buttons[action].setFocus(Qt.FocusReason.OtherFocusReason)
        self.withdrawn.emit()
