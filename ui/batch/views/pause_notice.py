"""Says why a batch waits and offers the one thing to do; for a token, asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.batch.models import PauseReason
from ui.batch.texts import pause_text, pause_title
from ui.core.announcement import announce
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.translate import joined
from ui.widgets.banner import Banner
from ui.widgets.layouts import column
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from ui.session.services import Services

_GO_ON = "goOn"


class PauseNotice(QWidget):
    """A banner named ``<name>.paused``, or the question for a token; hidden while nothing is paused.

    Args:
        services: For the question.
        home: Where the keyboard goes when the question is answered.
        name: First part of all object names.

    Signals:
        go_on_requested: The batch is to go on.
    """

    go_on_requested = Signal()

    def __init__(
        self, services: Services, home: QWidget, parent: QWidget | None = None, *, name: str = "batch"
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self.banner = Banner(f"{name}.paused")
        self.prompt = SignInPrompt(name, services, home=home)
        self._reason: PauseReason | None = None
        self._obstacle = ""
        set_style_state(self.prompt, "unknown")
        column(self.banner, self.prompt, spacing=0, parent=self)
        self.banner.action_chosen.connect(self._on_action)
        self.prompt.renewed.connect(self.go_on_requested)
        self.prompt.cancelled.connect(self._on_cancelled)
        self.hide()

    @property
    def reason(self) -> PauseReason | None:
        """Why the batch waits; None while it does not."""
        return self._reason

    def show_pause(
        self, reason: PauseReason, what_happened: str, remark: str = "", *, obstacle: str = ""
    ) -> None:
        """Show a reason; the question for a token stays as it is while it is being answered.

        Args:
            reason: Why the batch waits.
            what_happened: The same more exactly, from the service or this computer; may be empty.
            remark: What is done so far.
            obstacle: Why it cannot go on now, as a sentence; empty where it can.
        """
        if reason is self._reason and obstacle == self._obstacle and not self.isHidden():
            return
        self._reason, self._obstacle = reason, obstacle
        words = joined(remark, pause_text(reason))
        self.show()
        if reason is PauseReason.TOKEN and not obstacle and self._session.current is not None:
            self.banner.clear()
            self.prompt.ask(f"{pause_title(reason)}\n{words}", takes_focus=self.isVisible())
            announce(self, pause_title(reason))
            return
        self.prompt.dismiss()
        self._show_banner(reason, obstacle or what_happened, words, can_go_on=not obstacle)

    def _show_banner(self, reason: PauseReason, remark: str, words: str, *, can_go_on: bool) -> None:
        self.banner.show_content(
            "unknown",
            pause_title(reason),
            words,
            remark=remark,
            actions=[(_GO_ON, self.tr("&Continue"))],
            disabled=() if can_go_on else (_GO_ON,),
        )
        announce(self, pause_title(reason))

    def focus_go_on(self) -> None:
        """Put the keyboard on the button that lets the batch go on, where it can."""
        self.banner.focus_action()

    def clear(self) -> None:
        """Hide, as the batch goes on or has ended."""
        self._reason = None
        self.banner.clear()
        self.prompt.dismiss()
        self.hide()

    @Slot()
    def _on_cancelled(self) -> None:
        """Keep a button for later, when the question was put away."""
        reason = PauseReason.TOKEN
        self._show_banner(reason, "", pause_text(reason), can_go_on=True)

    @Slot(str)
    def _on_action(self, _key: str) -> None:
        if self._reason is PauseReason.TOKEN and self._session.is_token_expired:
            self.banner.clear()
            self.prompt.ask(pause_title(PauseReason.TOKEN))
        else:
            self.go_on_requested.emit()
