"""Asks for a new token, or for the password, right where work had to stop for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.session.secret_line import SecretLine, TokenLine
from ui.texts.translate import error_text
from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column, row
from ui.widgets.style_state import repolish, set_style_state

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.session.services import Services

KEYRING_LOOK_MS = 500
"""Milliseconds until the wait for the keyring is shown."""
_LONGEST_ACCOUNT = 40


class SignInPrompt(QFrame):
    """A line for a new token or the password, with its result; hidden until `ask`.

    A session that can be renewed by itself is, before anybody is asked.

    Args:
        form: The first part of all object names: ``<form>.signIn``, ``<form>.signIn.token`` and so on.
        services: Session that needs the token, and its renewal.
        home: Where the keyboard goes afterwards when it cannot go back to where it was.

    Signals:
        renewed: The session has a fresh token; the prompt is hidden again.
        cancelled: The user does not want to give one now; likewise.
    """

    renewed = Signal()
    cancelled = Signal()

    def __init__(
        self, form: str, services: Services, *, home: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self._home = home
        self._renewal = services.renewal
        self._connection_id = ""
        self._has_given = False
        """Whether what is under way was given here, and not in the prompt of another page."""
        self._focus_before: QWidget | None = None
        name = f"{form}.signIn"
        self._reason = PlainLabel(name=f"{name}.reason", wraps=True)
        self._label = PlainLabel(role="fieldLabel", wraps=True)
        self._token = TokenLine(services.session)
        self._password = SecretLine()
        self._message = PlainLabel(name=f"{name}.message", role="message", wraps=True, selectable=True)
        # In the order in which Tab comes to them.
        keep = self.tr("Keep for this session only")
        self._keep = PushButton(keep, name=f"{name}.keepForSession", auto_default=False)
        self._go_on = PushButton(self.tr("Continue"), name=f"{name}.goOn", role="primary", auto_default=False)
        self._cancel = PushButton(self.tr("Cancel"), name=f"{name}.cancel", auto_default=False)
        self._look = QTimer(self, interval=KEYRING_LOOK_MS)
        self._build_ui(name)
        self._connect()
        self.hide()

    def _build_ui(self, name: str) -> None:
        self.setObjectName(name)
        self.setProperty("role", "banner")
        self._token.setObjectName(f"{name}.token")
        self._password.setObjectName(f"{name}.password")
        self._token.setAccessibleName(self.tr("New access token"))
        self._password.setAccessibleName(self.tr("Password"))
        for label in (self._reason, self._label, self._message):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # Only one of the lines is shown.
        lines = row(self._token, self._password)
        buttons = FlowLayout()
        buttons.setSpacing(8)
        for button in (self._keep, self._go_on, self._cancel):
            buttons.addWidget(button)
        parts = (self._reason, self._label, lines, buttons, self._message)
        column(*parts, spacing=8, margins=(16, 12, 16, 12), parent=self)

    def _connect(self) -> None:
        self._go_on.clicked.connect(self.go_on)
        self._cancel.clicked.connect(self.cancel)
        self._keep.clicked.connect(self._on_keep)
        self._token.cleaned.connect(self._on_token_cleaned)
        self._look.timeout.connect(self._show_keyring)
        self._renewal.renewed.connect(self._on_renewed)
        self._renewal.failed.connect(self._on_failed)
        self._renewal.busy_changed.connect(self._on_busy_changed)
        self._session.current_changed.connect(self._on_current_changed)

    @property
    def is_asking(self) -> bool:
        """Whether it is shown, or would be if its page were."""
        return bool(self._connection_id)

    def ask(self, reason: str, *, may_refresh: bool = True, takes_focus: bool = True) -> None:
        """Ask for a fresh token, or get one by itself; `renewed` or `cancelled` follows.

        Args:
            reason: Why, in whole sentences; empty where it is said elsewhere.
            may_refresh: Whether the session may be renewed without asking; not where that has just not helped.
            takes_focus: Whether the line may take the focus; not during typing elsewhere.
        """
        current = self._session.current
        if current is None:
            return
        self._connection_id = current.connection_id
        if not self._has_focus:
            self._focus_before = self.window().focusWidget()
        self._reason.setText(with_break_points(reason))
        self._reason.setVisible(bool(reason))
        self._keep.hide()
        self._show_message("")
        self._show_parts()
        self.show()
        if may_refresh and self._renewal.can_refresh:
            self._renewal.refresh()
        self._show_busy()
        # Typing goes on while nothing is asked.
        if takes_focus and not (self._renewal.is_refreshing and self._is_typing_elsewhere):
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus into the line, never on a button, which the next blank would press.

        Not on a page or in a drawer that cannot be seen: what is typed elsewhere would be lost in it.
        """
        line = self._line
        if self.window().isVisible() and not self.isVisible():
            return
        if self._renewal.is_refreshing or (line is None and not self._is_typing_elsewhere):
            # There is nothing to do but to wait, or to press Escape.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once it has its place.
        QTimer.singleShot(0, self, self._scroll_to)

    @Slot()
    def _scroll_to(self) -> None:
        widget = self.parentWidget()
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        if widget is not None and self.isVisible():
            widget.ensureWidgetVisible(self)

    @Slot()
    def go_on(self) -> None:
        """Use the text of the line."""
        if not self.is_asking or self._renewal.is_busy:
            return
        self._keep.hide()
        if self._session.uses_app_key:
            self._session.token_wanted.emit()
        elif not self._session.asks_password:
            self._token.clean()
            self._renewal.use_token(self._token.text())
        elif self._password.text():
            password = self._password.text()
            self._password.erase()
            self._renewal.sign_in(password)
        else:
            self._show_message(self.tr("Type the password of this account."), state="problem")
            self.take_focus()
        # Not where it could not even begin, as with a token that cannot be one.
        self._has_given = self._renewal.is_busy

    @Slot()
    def cancel(self) -> None:
        """Ask no more."""
        if self.is_asking:
            if self._has_given or not self._renewal.is_busy:
                self._renewal.stop_waiting()
            self.dismiss()
            self.cancelled.emit()

    def dismiss(self) -> None:
        """Hide the prompt without a signal, as no token is needed any longer."""
        self._connection_id = ""
        self._look.stop()
        for line in (self._token, self._password):
            line.erase()
        before, self._focus_before = self._focus_before, None
        had_focus = self._has_focus
        self.hide()
        if had_focus:
            # Qt would move it on to whatever comes next.
            usable = (widget for widget in (before, self._home) if widget is not None and _is_usable(widget))
            target = next(usable, None)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter and cancel with Escape, whatever dialog it stands in."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                focused = self.focusWidget()
                focused.click() if isinstance(focused, PushButton) else self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------------------------

    @property
    def _line(self) -> SecretLine | None:
        if self._session.uses_app_key:
            return None
        return self._password if self._session.asks_password else self._token

    def _show_parts(self) -> None:
        line, current = self._line, self._session.current
        label = self.tr("New access token")
        go_on = self.tr("Continue")
        if line is None:
            label = self.tr("An app signs here. Its AppId and secret are part of the connection.")
            go_on = self.tr("Open the connection…")
        elif line is self._password:
            account = in_short(current.account if current else "", _LONGEST_ACCOUNT)
            label = self.tr("Password of {account}").format(account=account)
            go_on = self.tr("Sign in")
        self._label.setText(label)
        self._label.setProperty("role", "quiet" if line is None else "fieldLabel")
        repolish(self._label)
        self._go_on.setText(go_on)
        if line is not None:
            line.setAccessibleName(label)
        self._show_line()

    def _show_line(self) -> None:
        """Show the line with its labels and buttons, unless the session is being refreshed without the user."""
        asks = not self._renewal.is_refreshing
        if not asks and self._has_focus and not self._cancel.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for line in (self._token, self._password):
            line.setVisible(asks and line is self._line)
        self._label.setVisible(asks)
        self._go_on.setVisible(asks)

    def _show_busy(self) -> None:
        busy = self._renewal.is_busy
        self._show_line()
        # Read only instead of disabled, as the focus would go elsewhere.
        for line in (self._token, self._password):
            line.setReadOnly(busy)
        self._go_on.setEnabled(not busy)
        if not busy:
            self._look.stop()
            self._show_message("")
            self._keep.setVisible(self._renewal.can_keep_for_session and not self._keep.isHidden())
            return
        self._look.start()
        if self._renewal.is_refreshing:
            self._show_message(self.tr("The session is being renewed…"))
        elif self._session.asks_password:
            self._show_message(self.tr("Signing in…"))
        else:
            self._show_message(self.tr("The token is being stored…"))

    def _show_message(self, text: str, state: str = "") -> None:
        self._message.setText(with_break_points(f"⚠ {text}" if state else text))
        self._message.setVisible(bool(text))
        line = self._line
        for widget in (self._message, self._token, self._password):
            set_style_state(widget, state if widget is self._message or widget is line else "")
        if line is not None:
            line.setAccessibleDescription(text)

    @property
    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    @property
    def _is_typing_elsewhere(self) -> bool:
        return isinstance(self.window().focusWidget(), QLineEdit) and not self._has_focus

    @Slot(str)
    def _on_token_cleaned(self, words: str) -> None:
        if self.is_asking and not self._renewal.is_busy:
            self._show_message(words)

    @Slot()
    def _show_keyring(self) -> None:
        if self._renewal.waits_for_keyring:
            self._show_message(self.tr("Waiting for your password manager…"))

    @Slot()
    def _on_renewed(self) -> None:
        if self.is_asking:
            self.dismiss()
            self.renewed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not self.is_asking:
            return
        words = error_text(error)
        if self._renewal.can_keep_for_session:
            self._keep.show()
            words = self.tr(
                "{problem} Kept for this session only, it is forgotten when KooDesk closes."
            ).format(problem=words)
        self._show_message(words, state="problem")
        if not self._is_typing_elsewhere:
            self.take_focus()

    @Slot(bool)
    def _on_busy_changed(self, _busy: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self._has_given = self._has_given and self._renewal.is_busy
        if self.is_asking:
            self._show_busy()

    @Slot()
    def _on_current_changed(self) -> None:
        if not self.is_asking:
            return
        current = self._session.current
        if current is None or current.connection_id != self._connection_id:
            self.dismiss()
        else:
            self._show_parts()

    @Slot()
    def _on_keep(self) -> None:
        self._renewal.save_for_session()


def _is_usable(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and widget.isEnabled()
