"""Test connection: from the pressed button to the verdict in the banner of the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from koodrive.connection_test import Finding, try_connection
from koodrive.deadline import Cancellation
from ui.dialogs.banner_keys import focus_action
from ui.dialogs.secrets_typed import Secrets
from ui.dialogs.steps import Steps
from ui.tasks import Lane
from ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from koodrive.connection_test import Verdict
    from koodrive.models import Connection
    from ui.session import Session
    from ui.widgets.banner import Banner

STOP = "stopTest"
_SECOND_MS = 1_000


class ConnectionTrial(QObject):
    """Tests one connection at a time.

    Args:
        session: Where the keyring and the task runner come from.
        banner: Tells what is going on and what was found.
        button: Counts the seconds, and cannot be pressed meanwhile.
        parent: The dialog.

    Signals:
        token_missing: No token was given, and none is stored.
    """

    token_missing = Signal()

    def __init__(self, session: Session, banner: Banner, button: QPushButton, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._button = button
        self._label = button.text()
        self._steps = Steps(session.runner, self)
        self._seconds = 0
        self._has_told = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(_SECOND_MS)
        self._ticks.timeout.connect(self._on_tick)

    def start(self, connection: Connection, secrets: Secrets) -> None:
        """Test `connection`; for what is missing of `secrets`, with what is stored for it."""
        self._seconds = 0
        self._ticks.start()
        self._tell_testing()
        if secrets.token:
            self._call(connection, secrets)
        else:
            self._load_token(connection, secrets.proxy_password)

    def stop(self) -> None:
        """Stop the test at the wish of the user."""
        if self._steps.is_running:
            self._end()
            self._banner.tell("sending", self.tr("The test was stopped"), self.tr("Nothing was changed."))

    def dismiss(self) -> None:
        """Stop the test and take its verdict away, because it would no longer be about what is typed."""
        self._end()
        if self._has_told:
            self._has_told = False
            self._banner.clear()

    def abandon(self) -> None:
        """Leave the test alone, because the dialog closes."""
        self._end()
        self._steps.abandon()

    def _load_token(self, connection: Connection, proxy_password: str) -> None:
        credentials, cancellation = self._session.desk.credentials, Cancellation()

        def proceed(token: str | None) -> None:
            if token:
                self._call(connection, Secrets(token, proxy_password))
            else:
                self.dismiss()
                self.token_missing.emit()

        self._steps.start(
            Lane.KEYRING,
            lambda: credentials.load(connection.connection_id, cancellation=cancellation),
            proceed,
            self._on_failed,
            cancellation=cancellation,
        )

    def _call(self, connection: Connection, secrets: Secrets) -> None:
        desk, cancellation = self._session.desk, Cancellation()
        token, password = secrets.token, secrets.proxy_password
        self._steps.start(
            Lane.NETWORK,
            lambda: try_connection(desk.client(connection, token, proxy_password=password), cancellation),
            self._on_verdict,
            self._on_failed,
            cancellation=cancellation,
        )

    def _on_verdict(self, verdict: Verdict) -> None:
        sentences = [verdict.message, verdict.remark] if verdict.remark else [verdict.message]
        state = "fine" if verdict.finding is Finding.FINE else "problem"
        self._tell(state, in_words(verdict.title), " ".join(in_words(sentence) for sentence in sentences))

    def _on_failed(self, error: Exception) -> None:
        title = getattr(error, "title", self.tr("Something unexpected went wrong"))
        message = getattr(error, "message", type(error).__name__)
        self._tell("problem", in_words(title), in_words(message))

    def _tell(self, state: str, title: str, message: str) -> None:
        self._end()
        self._banner.tell(state, title, message)

    def _tell_testing(self) -> None:
        had_focus = self._button.window().focusWidget() is self._button
        self._banner.tell(
            "sending",
            self.tr("Testing…"),
            self.tr("KooDesk asks the service for one shared folder. That changes nothing."),
            actions=[(STOP, self.tr("Sto&p the test"))],
        )
        self._has_told = True
        if had_focus:
            focus_action(self._banner, STOP)
        self._button.setEnabled(False)
        self._show_seconds()

    def _end(self) -> None:
        self._ticks.stop()
        self._steps.forget()
        had_focus = self._button.window().focusWidget() is self._banner.action(STOP)
        self._button.setEnabled(True)
        self._button.setText(self._label)
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_tick(self) -> None:
        self._seconds += 1
        self._show_seconds()

    def _show_seconds(self) -> None:
        self._button.setText(self.tr("Testing… {seconds} s").format(seconds=self._seconds))
