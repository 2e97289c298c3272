"""How long the token of the connection in use still lives: a quiet line, until it is time to do something about it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.session.session import TokenState
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from koodrive.api.token_expiry import TokenExpiry
    from ui.session.session import Session

TICK_MS = 1_000
SOON_SECONDS = 180
"""With less than this left, people are warned."""
SOON_IF_RENEWED_SECONDS = 120
"""Likewise for a session that should have been renewed by itself before."""
_STEPS = 100


class TokenMeter(QWidget):
    """Says how long the token lives; shows nothing where that is not known, or does not matter.

    Args:
        session: Whose token it is.

    Signals:
        renewal_requested: The user wants to give a new token, or to sign in anew.
    """

    renewal_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = PlainLabel()
        self._words.setObjectName("connection.tokenMeter.words")
        self._bar = QProgressBar()
        self._button = PushButton()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._build_ui()
        self._timer.timeout.connect(self._on_tick)
        self._button.clicked.connect(self.renewal_requested)
        for signal in (session.current_changed, session.token_changed, session.token_renewed):
            signal.connect(self.refresh)
        self.refresh()

    def _build_ui(self) -> None:
        self.setObjectName("connection.tokenMeter")
        self._words.setWordWrap(True)
        self._words.setProperty("role", "message")
        self._bar.setProperty("role", "meter")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("How long the token lives"))
        self._button.setObjectName("connection.newToken")
        self._button.setProperty("role", "small")
        self._button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def refresh(self) -> None:
        """Say how it is now."""
        life = self._life
        self._timer.start() if life is not None else self._timer.stop()
        left = None if life is None else life.left
        if life is None or left is None:
            self.hide()
            return
        seconds = left.total_seconds()
        is_soon = seconds < (SOON_IF_RENEWED_SECONDS if self._session.tokens is not None else SOON_SECONDS)
        needs_people = is_soon and not self._is_refreshing
        self._say(self._told(life, seconds, is_soon=is_soon), is_warning=needs_people)
        self._bar.setValue(math.ceil(_STEPS * min(1.0, seconds / life.whole.total_seconds())))
        self._bar.setVisible(seconds > 0)
        self._button.setVisible(needs_people)
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
        return self._session.tokens is not None and self._session.renewal.is_refreshing

    def _told(self, life: TokenExpiry, seconds: float, *, is_soon: bool) -> str:
        if is_soon and self._is_refreshing:
            return self.tr("The session is being renewed…")
        if life.is_exact or life.is_rejected:
            over = self.tr("Your token has expired")
        else:
            over = self.tr("Your token has probably expired")
        if not seconds:
            return self.tr("⚠ {words}").format(words=over)
        if not is_soon:
            return self.tr("Token: about {minutes} min left").format(minutes=max(1, round(seconds / 60)))
        if seconds < 60:
            return self.tr("⚠ Token ends in less than a minute")
        return self.tr("⚠ Token ends in {minutes} min").format(minutes=math.floor(seconds / 60))

    def _say(self, words: str, *, is_warning: bool) -> None:
        # Nothing is painted, and nothing is told to a screen reader, for what is the same.
        if words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)
        account = self._session.current is not None and self._session.current.account
        label = self.tr("Sign in…") if account else self.tr("New token…")
        if label != self._button.text():
            self._button.setText(label)
        state = "advice" if is_warning else ""
        for widget in (self._words, self._bar):
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
