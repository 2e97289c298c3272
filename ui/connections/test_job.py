"""Test connection: from the pressed button, step by step, to the verdict in the banner of the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from koodrive.connections.auth_method import auth_method_of
from koodrive.connections.check import Cause, CheckResult, Step, run_check
from koodrive.core.deadline import Cancellation
from ui.connections.job import DialogJob, JobTexts
from ui.core.tasks import Lane
from ui.texts.translate import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from koodrive.models import Connection
    from ui.connections.secrets import Secrets
    from ui.connections.test_steps import CheckSteps
    from ui.session.session import Session
    from ui.widgets.banner import Banner

STOP = "stopTest"


class _Relay(QObject):
    """Brings steps from the thread of the test to that of the window.

    Signals:
        stepped: The `Cancellation` of the test, which tells it from others, and the `Step`.
    """

    stepped = Signal(object, object)


class TestJob(DialogJob):
    """Tests one connection at a time.

    Args:
        session: Where the keyring and the task runner come from.
        banner: Tells what is going on and what was found.
        button: Counts the seconds, and cannot be pressed meanwhile.
        lines: Shows the steps.
        parent: The dialog.

    Signals:
        walked: All steps are shown.
    """

    completed = Signal()

    def __init__(
        self, session: Session, banner: Banner, button: QPushButton, lines: CheckSteps, parent: QObject
    ) -> None:
        super().__init__(session, banner, button, self._said(), parent)
        self._lines = lines
        self._run: Cancellation | None = None
        # It lives as long as the steps, which outlive the dialog until the test has ended.
        self._relay = _Relay(self._steps)
        self._relay.stepped.connect(self._on_step, Qt.ConnectionType.QueuedConnection)

    def start(self, connection: Connection, secrets: Secrets) -> None:
        """Test `connection`; for what is missing of `secrets`, with what is stored for it."""
        self._begin()
        self._lines.begin(auth_method_of(connection))
        self._with_secret(connection, secrets, lambda token: self._call(connection, token, secrets))

    def stop(self) -> None:
        """Stop at the wish of the user; what the steps have shown until then stays."""
        self._run = None
        super().stop()

    def dismiss(self) -> None:
        """Stop, and take away what was found; see `DialogJob.dismiss`."""
        self._run = None
        self._lines.forget()
        super().dismiss()

    def _said(self) -> JobTexts:
        return JobTexts(
            counting=self.tr("Testing… {seconds} s"),
            title=self.tr("Testing…"),
            message=self.tr(
                "KooDesk asks the service for one shared folder and the space. That changes nothing."
            ),
            stop_key=STOP,
            stop_label=self.tr("Sto&p the test"),
            stopped_title=self.tr("The test was stopped"),
            stopped_message=self.tr("Nothing was changed."),
        )

    def _call(self, connection: Connection, token: str, secrets: Secrets) -> None:
        backend, cancellation, relay = self._session.backend, Cancellation(), self._relay
        password = secrets.proxy_password
        self._run = cancellation
        way = auth_method_of(connection)

        def test() -> CheckResult:
            client = backend.clients.client(connection, token, proxy_password=password, is_trial=True)
            return run_check(
                client, cancellation, lambda step: relay.stepped.emit(cancellation, step), auth_method=way
            )

        self._steps.start(
            Lane.READ, test, self._on_walked, self._on_failed, cancellation=cancellation, key="connection"
        )

    @Slot(object, object)
    def _on_step(self, run: Cancellation, step: Step) -> None:
        if run is self._run:
            self._lines.show_step(step)

    def _on_walked(self, found: CheckResult) -> None:
        self._lines.show_steps(found.steps)
        verdict = found.diagnosis
        sentences = [verdict.message, verdict.remark] if verdict.remark else [verdict.message]
        state = "fine" if verdict.cause is Cause.FINE else "problem"
        self._tell(state, translate(verdict.title), " ".join(translate(sentence) for sentence in sentences))
        self.completed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._lines.forget()
        super()._on_failed(error)
