"""Line with the remaining life of the token in use; a warning near its end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.session.session import TokenState
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from koodrive.api.token_expiry import TokenExpiry
    from ui.session.services import Services

TICK_MS = 1_000
SOON_SECONDS = 180
"""With less than this left, a warning is shown."""
SOON_IF_RENEWED_SECONDS = 120
"""Likewise for a session that should have been renewed by itself before."""
_STEPS = 100


class TokenMeter(QWidget):
    """Says how long the token lives; shows nothing where that is not known, or does not matter.

    Args:
        services: Services with the token's session.

    Signals:
        renewal_requested: The user wants to give a new token, or to sign in anew.
    """

    renewal_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = self._session = services.session
        self._renewal = services.renewal
        self._label = PlainLabel(name="connection.tokenMeter.words", role="message", wraps=True)
        self._is_compact = False
        self._bar = QProgressBar()
        self._button = PushButton(name="connection.newToken", role="small", auto_default=False)
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._build_ui()
        self._timer.timeout.connect(self._on_tick)
        self._button.clicked.connect(self.renewal_requested)
        for signal in (session.current_changed, session.token_changed, session.token_renewed):
            signal.connect(self.refresh)
        self.refresh()

    def _build_ui(self) -> None:
        self.setObjectName("connection.tokenMeter")
        self._bar.setProperty("role", "meter")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("How long the token lives"))
        column(self._bar, self._label, row(self._button, 1), spacing=4, margins=(0, 4, 0, 0), parent=self)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Show the bar alone, or with its words."""
        self._is_compact = is_compact
        self._label.setVisible(not is_compact)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the current state."""
        life = self._life
        self._timer.start() if life is not None else self._timer.stop()
        left = None if life is None else life.left
        if life is None or left is None:
            self.hide()
            return
        seconds = left.total_seconds()
        is_soon = seconds < (SOON_IF_RENEWED_SECONDS if self._session.tokens is not None else SOON_SECONDS)
        needs_people = is_soon and not self._is_refreshing
        self._show_text(self._text(life, seconds, is_soon=is_soon), is_warning=needs_people)
        self._bar.setValue(math.ceil(_STEPS * min(1.0, seconds / life.whole.total_seconds())))
        self._bar.setVisible(seconds > 0 or self._is_compact)
        self._button.setVisible(needs_people and not self._is_compact)
        self._set_tool_tip(life)
        self.show()

    @property
    def _life(self) -> TokenExpiry | None:
        session = self._session
        # What opens nothing but a rehearsal does not end by itself.
        is_ready = session.token_state is TokenState.READY and not session.is_sandbox
        return session.life if is_ready else None

    @property
    def _is_refreshing(self) -> bool:
        return self._session.tokens is not None and self._renewal.is_refreshing

    def _text(self, life: TokenExpiry, seconds: float, *, is_soon: bool) -> str:
        if is_soon and self._is_refreshing:
            return self.tr("The session is being renewed…")
        if life.is_exact or life.is_rejected:
            text = self.tr("Your token has expired")
        else:
            text = self.tr("Your token has probably expired")
        if not seconds:
            return self.tr("⚠ {words}").format(words=text)
        if not is_soon:
            return self.tr("Token: about {minutes} min left").format(minutes=max(1, round(seconds / 60)))
        if seconds < 60:
            return self.tr("⚠ Token ends in less than a minute")
        return self.tr("⚠ Token ends in {minutes} min").format(minutes=math.floor(seconds / 60))

    def _show_text(self, words: str, *, is_warning: bool) -> None:
        # Nothing is painted, and nothing is told to a screen reader, for what is the same.
        if words != self._label.text():
            self._label.setText(words)
            self.setAccessibleName(words)
        account = self._session.current is not None and self._session.current.account
        label = self.tr("Sign in…") if account else self.tr("New token…")
        if label != self._button.text():
            self._button.setText(label)
        state = "advice" if is_warning else ""
        for widget in (self._label, self._bar):
            set_style_state(widget, state)

    def _set_tool_tip(self, life: TokenExpiry) -> None:
        if life.is_rejected:
            words = self.tr("The service did not accept it the last time it was asked.")
        elif life.is_exact:
            words = self.tr("The service said at sign-in how long it lives.")
        else:
            words = self.tr(
                "{minutes} minutes after the last call that the service accepted. That is assumed; you can change it"
                " in the connection."
            ).format(minutes=round(life.whole.total_seconds() / 60))
        if words != self.accessibleDescription():
            self.setToolTip(as_tool_tip(words))
            self.setAccessibleDescription(words)

    @Slot()
    def _on_tick(self) -> None:
        parent = self.parentWidget()
        if parent is None or (parent.isVisible() and not self.window().isMinimized()):
            self.refresh()
