"""Test of the connection dialog: from the button, step by step, to the diagnosis in the banner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from koodrive.connections.auth_method import AuthMethod, auth_method_of
from koodrive.connections.check import CheckResult, Step, run_check
from koodrive.connections.diagnosis import Cause
from koodrive.connections.format_detection import FormatDetection, detect_format
from koodrive.core.deadline import Cancellation
from ui.connections.job import DialogJob, JobTexts
from ui.connections.token_field import format_name
from ui.core.tasks import Lane
from ui.texts.translate import joined, translated
from ui.widgets.banner import focus_action

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from koodrive.api.auth import AuthorizationFormat
    from koodrive.api.client import KooDriveClient
    from koodrive.connections.diagnosis import Diagnosis
    from koodrive.models import Connection
    from ui.connections.credentials import CredentialFields
    from ui.connections.secrets import Secrets
    from ui.connections.test_steps import CheckSteps
    from ui.session.session import Session
    from ui.widgets.banner import Banner

STOP = "stopTest"
USE_FORMAT = "useFormat"


class _Relay(QObject):
    """Passes steps from the thread of the test to the window thread.

    Signals:
        stepped: The `Cancellation` of the test, which identifies it, and the `Step`.
    """

    stepped = Signal(object, object)


class TestJob(DialogJob):
    """Tests one connection at a time.

    Args:
        session: Where the keyring and the task runner come from.
        banner: Shows progress and diagnosis.
        button: Shows the seconds, and is disabled meanwhile.
        lines: Shows the steps.
        fields: The token and its authorization format.
        parent: The dialog.

    Signals:
        completed: All steps are shown.
    """

    completed = Signal()

    def __init__(
        self,
        session: Session,
        banner: Banner,
        button: QPushButton,
        lines: CheckSteps,
        *,
        fields: CredentialFields,
        parent: QObject,
    ) -> None:
        super().__init__(session, banner, button, self._texts(), parent)
        self._lines = lines
        self._fields = fields
        self._token = ""
        self._detection: FormatDetection | None = None
        self._run: Cancellation | None = None
        # It lives as long as the steps, which outlive the dialog until the test has ended.
        self._relay = _Relay(self._steps)
        self._relay.stepped.connect(self._on_step, Qt.ConnectionType.QueuedConnection)

    def start(self, connection: Connection, secrets: Secrets) -> None:
        """Test `connection` with `secrets`; stored secrets replace missing ones."""
        self._show_running()
        self._lines.start(auth_method_of(connection))
        self._with_secret(connection, secrets, lambda token: self._call(connection, token, secrets))

    def stop(self) -> None:
        """Stop because the user asked for it; the steps shown so far stay."""
        self._run = None
        super().stop()

    def dismiss(self) -> None:
        """Stop, and clear banner and steps."""
        self._run = self._detection = None
        self._lines.clear_steps()
        super().dismiss()

    def use_format(self) -> None:
        """Choose the authorization format that works."""
        detection, token = self._detection, self._token
        if detection is None or detection.working_format is None:
            return
        self._fields.use(detection, token)
        self._fields.format.editor.setFocus()
        self._show_result(
            "fine",
            self.tr("“{form}” is chosen").format(form=format_name(detection.working_format)),
            self.tr("Save to keep it. To go back, choose another form."),
        )

    def _texts(self) -> JobTexts:
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
        self._token = token
        method = auth_method_of(connection)

        def client_for(form: AuthorizationFormat, candidate: str) -> KooDriveClient:
            asked = replace(connection, authorization_format=form.value)
            return backend.clients.client(asked, candidate, proxy_password=password, is_trial=True)

        def test() -> CheckResult:
            return run_check(
                backend.clients.client(connection, token, proxy_password=password, is_trial=True),
                cancellation,
                lambda step: relay.stepped.emit(cancellation, step),
                auth_method=method,
                detect=(lambda: detect_format(client_for, token, cancellation))
                if method is AuthMethod.TOKEN
                else None,
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
        if found.detection is not None and found.detection.working_format is not None:
            self._offer(found.detection, format_name(found.detection.working_format))
        else:
            self._show_diagnosis(found.diagnosis)
        self.completed.emit()

    def _offer(self, detection: FormatDetection, name: str) -> None:
        self._detection = detection
        message = self.tr("The service accepts the token in this form. It is not the one that is chosen.")
        if detection.token != self._token:
            message = self.tr(
                "The service accepts the token in this form, in another spelling than was given."
            )
        title = self.tr("“{form}” works").format(form=name)
        self._show_result("fine", title, message, actions=[(USE_FORMAT, self.tr("Use it"))])
        focus_action(self._banner, USE_FORMAT)

    def _show_diagnosis(self, diagnosis: Diagnosis) -> None:
        state = "fine" if diagnosis.cause is Cause.FINE else "problem"
        self._show_result(
            state, translated(diagnosis.title), joined(diagnosis.message, diagnosis.remark or "")
        )

    def _on_failed(self, error: Exception) -> None:
        self._lines.clear_steps()
        super()._on_failed(error)
