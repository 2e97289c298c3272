"""Fields for signing in at a carrier: its name, an account, and a password that is never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from koodrive.api.auth import check_user_id
from koodrive.connections.auth_method import AuthMethod, auth_method_of
from koodrive.connections.rules import check_connection
from koodrive.messages import Message
from koodrive.rules.problems import Problem
from ui.inputs.field import TextField
from ui.session.secret_line import hide_what_is_typed
from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from koodrive.api.tokens import SignedIn
    from koodrive.models import Connection
    from koodrive.rules.problems import Problems

_LONGEST_USER = 60
"""Characters of a user's ID in a sentence; more would bury it."""
_MISSING = {
    "agentName": Message("Enter the name of the account's carrier."),
    "account": Message("Enter the account, or its mobile number."),
    "password": Message("Enter the password of the account."),
}


class AccountFields(QWidget):
    """Fields of the sign-in with an account; knows whether a sign-in is necessary.

    Args:
        form: The first part of all object names.
        connection: Initial values; None for a new connection.

    Signals:
        changed: Something was typed.
        sign_in_wanted: The button was pressed.
    """

    changed = Signal()
    sign_in_requested = Signal()

    def __init__(self, form: str, connection: Connection | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agent_name = TextField(
            form,
            "agentName",
            self.tr("Carrier (agen&t name)"),
            help_text=self.tr("As your carrier spells its name for KooDrive; it is sent as x-hw-agentName."),
            parent=self,
        )
        self._account = TextField(
            form,
            "account",
            self.tr("Account or mo&bile number"),
            help_text=self.tr("With which you sign in at the carrier."),
            parent=self,
        )
        self._password = TextField(
            form,
            "password",
            self.tr("Password o&f the account"),
            help_text=self.tr("It is sent to the service when you sign in, and never stored."),
            parent=self,
        )
        self.button = PushButton(self.tr("Si&gn in"), name=f"{form}.signIn", auto_default=False)
        self._line = PlainLabel(name=f"{form}.signIn.message", role="quiet", wraps=True, selectable=True)
        self._address = ""
        self._signed_in: SignedIn | None = None
        self._signed_in_at: tuple[str, str, str] | None = None
        self._kept_at: tuple[str, str, str] | None = None
        self._kept_user_id = connection.user_id if connection is not None else ""
        if connection is not None and auth_method_of(connection) is AuthMethod.ACCOUNT:
            self._agent_name.set_text(connection.agent_name)
            self._account.set_text(connection.account)
            self._kept_at = connection.service_address, connection.agent_name, connection.account
            self._address = connection.service_address
        self._build_ui()
        self._connect()
        self._show_line()

    def _build_ui(self) -> None:
        hide_what_is_typed(self._password.line)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column(*self.fields(), column(row(self.button, 1), self._line, spacing=4), parent=self)

    def _connect(self) -> None:
        for field in self.fields():
            field.line.textChanged.connect(self._on_text_changed)
        for field in (self._agent_name, self._account):
            field.left.connect(self.trim)
        self.button.clicked.connect(self.sign_in_requested)

    def fields(self) -> tuple[TextField, ...]:
        """Return all fields in their order."""
        return self._agent_name, self._account, self._password

    @property
    def agent_name(self) -> str:
        """The carrier's name."""
        return self._agent_name.text.strip()

    @property
    def account(self) -> str:
        """The account's name or its mobile number."""
        return self._account.text.strip()

    @property
    def password(self) -> str:
        """The password; empty after the sign-in."""
        return self._password.text

    @property
    def tokens_text(self) -> str:
        """The session to store after a sign-in with these fields; empty without one."""
        return self._signed_in.tokens.text if self._signed_in and self._signed_in_at == self._place else ""

    @property
    def requires_sign_in(self) -> bool:
        """Whether there are neither new nor stored tokens for these fields."""
        return self._place not in (self._signed_in_at, self._kept_at)

    @property
    def will_sign_in(self) -> bool:
        """Whether a sign-in is necessary, or a password is typed."""
        return self.requires_sign_in or bool(self.password)

    def check_user(self, user_id: str) -> Problem | None:
        """Return the problem of the user ID, or None; a sign-in brings the ID with it.

        Args:
            user_id: As typed. Tokens of one user are not valid for another.
        """
        if self.will_sign_in:
            return None
        own_id = self._signed_in.user_id if self.tokens_text and self._signed_in else self._kept_user_id
        if user_id != own_id:
            return Problem(
                "user_of_account",
                Message(
                    "The account belongs to the user {user}. Put that back, or type the password to sign in"
                    " again.",
                    user=in_short(own_id, _LONGEST_USER),
                ),
            )
        return check_user_id(user_id)

    def set_address(self, address: str) -> None:
        """Set the service of the connection; tokens of another one are not valid there."""
        self._address = address
        self._show_line()

    def accept(self, signed_in: SignedIn) -> None:
        """Store the signed-in user with the account of the fields, and clear the password."""
        self._password.line.setText("")
        self._password.conceal()
        self._signed_in, self._signed_in_at = signed_in, self._place
        self.judge()
        self._show_line()

    def focus_password(self) -> None:
        """Move the focus to the password and select it, as the service refused it."""
        self._password.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._password.line.selectAll()

    def require(self) -> None:
        """Request a sign-in, as nothing is stored, and move the focus to the missing field."""
        self._kept_at = None
        self.judge()
        self._show_line()
        for field in self.fields():
            if field.shown_problem is None:
                field.reveal()
            if field.shown_problem is not None:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def judge(self, *, needs_password: bool | None = None) -> None:
        """Show the current problems.

        Args:
            needs_password: Whether an empty password is a problem; by default, when a sign-in is necessary.
        """
        problems = self._problems()
        if not (self.requires_sign_in if needs_password is None else needs_password):
            problems.pop("password", None)
        for field in self.fields():
            field.set_verdict(problems.get(field.api_field))

    @Slot()
    def trim(self) -> None:
        """Remove blanks around pasted text."""
        for field in (self._agent_name, self._account):
            field.set_text(field.text.strip())

    def _problems(self) -> Problems:
        texts = {"agentName": self.agent_name, "account": self.account, "password": self.password}
        missing = {name: Problem("required", _MISSING[name]) for name, text in texts.items() if not text}
        return check_connection(texts) | missing

    @property
    def _place(self) -> tuple[str, str, str]:
        return self._address, self.agent_name, self.account

    @Slot()
    def _on_text_changed(self) -> None:
        self.judge()
        self._show_line()
        self.changed.emit()

    def _show_line(self) -> None:
        if self.tokens_text and self._signed_in is not None:
            words = self.tr("✓ Signed in as {user}. Save to stay signed in.").format(
                user=in_short(self._signed_in.user_id, _LONGEST_USER)
            )
        elif not self.requires_sign_in:
            words = self.tr("You have signed in before. The password is needed only to sign in again.")
        else:
            words = self.tr("Not signed in yet. Saving signs in, too.")
        self._line.setText(with_break_points(words))
