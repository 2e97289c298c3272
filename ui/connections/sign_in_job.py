"""Sign-in of the connection dialog: from the button to the tokens to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from koodrive.core.deadline import Cancellation
from koodrive.errors import AuthenticationError, ClockError
from ui.connections.job import DialogJob, JobTexts
from ui.core.tasks import Lane
from ui.texts.visible import in_short
from ui.widgets.labels import with_break_points

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from koodrive.api.tokens import SignedIn
    from koodrive.models import Connection
    from ui.connections.credentials import CredentialFields
    from ui.session.session import Session
    from ui.widgets.banner import Banner

STOP = "stopSigningIn"
_LONGEST_USER = 60
"""Characters of a user's ID in a title; more would bury it."""


class SignInJob(DialogJob):
    """Signs in without any automatic repetition, as another login may lock an account.

    Args:
        session: Where the task runner comes from.
        banner: Shows progress and result.
        fields: Fields for account and password; they show the signed-in user.
        parent: The dialog.

    Signals:
        busy_changed: Whether a sign-in is under way.
        signed_in: The fields have the signed-in user.
        password_requested: The service refused the password; the focus is in its field.
    """

    busy_changed = Signal(bool)
    signed_in = Signal()
    password_requested = Signal()

    def __init__(self, session: Session, banner: Banner, fields: CredentialFields, parent: QObject) -> None:
        super().__init__(session, banner, fields.sign_in.button, self._texts(), parent)
        self._fields = fields
        self._is_busy = False

    def start(self, connection: Connection, proxy_password: str) -> None:
        """Sign in at the service of `connection` with the typed account.

        Args:
            connection: Service address, account and carrier.
            proxy_password: Typed password of its proxy; empty for the stored one.
        """
        self._set_busy(busy=True)
        self._show_running()
        backend, password, cancellation = self._session.backend, self._fields.sign_in.password, Cancellation()
        self._steps.start(
            Lane.SIGN_IN,
            lambda: backend.sessions.log_in(
                connection, password, cancellation, proxy_password=proxy_password or None
            ),
            self._on_signed_in,
            self._on_failed,
            cancellation=cancellation,
        )

    def show_success(self) -> None:
        """Show the signed-in user, when no other job follows."""
        user_id = in_short(self._fields.user_id.text, _LONGEST_USER)
        self._show_result(
            "fine",
            with_break_points(self.tr("Signed in as {user}").format(user=user_id)),
            self.tr("The tokens are stored only when you save. The password is forgotten."),
        )

    def _texts(self) -> JobTexts:
        return JobTexts(
            counting=self.tr("Signing in… {seconds} s"),
            title=self.tr("Signing in…"),
            message=self.tr("KooDesk sends account and password to the service. Cancel stops the waiting."),
            stop_key=STOP,
            stop_label=self.tr("Sto&p signing in"),
            stopped_title=self.tr("The sign-in was stopped"),
            stopped_message=self.tr("Nothing was stored."),
        )

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        self._end()
        self._banner.clear()
        self._fields.accept(signed_in)
        self.signed_in.emit()

    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        if isinstance(error, AuthenticationError) and not isinstance(error, ClockError):
            self._fields.sign_in.focus_password()
            self.password_requested.emit()

    def _end(self) -> None:
        super()._end()
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        if busy is not self._is_busy:
            self._is_busy = busy
            self.busy_changed.emit(busy)
