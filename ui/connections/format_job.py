"""Find out: tries the forms of a token on the service, and proposes the one that works."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from koodrive.connections.diagnosis import diagnose
from koodrive.connections.format_detection import detect_format
from koodrive.core.deadline import Cancellation
from koodrive.errors import InvalidRequestError
from ui.connections.job import DialogJob, JobTexts
from ui.connections.token_field import format_name
from ui.core.tasks import Lane
from ui.texts.translate import translate
from ui.widgets.banner import focus_action

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from koodrive.api.auth import AuthorizationFormat
    from koodrive.api.client import KooDriveClient
    from koodrive.connections.format_detection import FormatDetection
    from koodrive.errors import KoodriveError
    from koodrive.models import Connection
    from ui.connections.credentials import CredentialFields
    from ui.connections.secrets import Secrets
    from ui.session.session import Session
    from ui.widgets.banner import Banner

STOP = "stopFindingOut"
USE_FORMAT = "useFormat"


class DetectFormatJob(DialogJob):
    """Looks for the form of one token at a time.

    Args:
        session: Where the keyring and the task runner come from.
        banner: Tells what is going on, and proposes what was found.
        fields: Where the forms are chosen and what was tried is shown.
        parent: The dialog.

    Signals:
        found: What was tried is shown by now.
    """

    found = Signal()

    def __init__(self, session: Session, banner: Banner, fields: CredentialFields, parent: QObject) -> None:
        super().__init__(session, banner, fields.format.find_out, self._said(), parent)
        self._fields = fields
        self._finding: FormatDetection | None = None
        self._searched = ""

    def start(self, connection: Connection, secrets: Secrets) -> None:
        """Try the forms on the service of `connection`; with the token that is stored, where none was typed."""
        self._fields.format.forget_tried()
        self._begin()
        self._with_secret(connection, secrets, lambda token: self._call(connection, token, secrets))

    def use(self) -> None:
        """Choose what was found, and say how to go back."""
        finding = self._finding
        if finding is None or finding.working_format is None:
            return
        self._fields.use(finding, self._searched)
        self._fields.format.show_tried(finding)
        self._fields.format.editor.setFocus()
        self._tell(
            "fine",
            self.tr("“{form}” is chosen").format(form=format_name(finding.working_format)),
            self.tr("Save to keep it. To go back, choose another form."),
        )

    def dismiss(self) -> None:
        """Stop, and take back what was proposed; see `DialogJob.dismiss`."""
        self._finding, self._searched = None, ""
        super().dismiss()

    def _said(self) -> JobTexts:
        return JobTexts(
            counting=self.tr("Finding out… {seconds} s"),
            title=self.tr("Finding out…"),
            message=self.tr(
                "KooDesk asks the service for one shared folder in each form. That changes nothing."
            ),
            stop_key=STOP,
            stop_label=self.tr("Sto&p finding out"),
            stopped_title=self.tr("KooDesk stopped finding out"),
            stopped_message=self.tr("Nothing was changed."),
        )

    def _call(self, connection: Connection, token: str, secrets: Secrets) -> None:
        backend, cancellation, password = self._session.backend, Cancellation(), secrets.proxy_password
        self._searched = token

        def client_for(form: AuthorizationFormat, candidate: str) -> KooDriveClient:
            asked = replace(connection, authorization_format=form.value)
            return backend.clients.client(asked, candidate, proxy_password=password, is_trial=True)

        def search() -> FormatDetection:
            return detect_format(client_for, token, cancellation)

        self._steps.start(
            Lane.READ, search, self._on_found, self._on_failed, cancellation=cancellation, key="connection"
        )

    def _on_found(self, finding: FormatDetection) -> None:
        self._finding = finding
        self._fields.format.show_tried(finding)
        if finding.working_format is not None:
            self._propose(finding, finding.working_format)
        elif finding.error is not None:
            self._tell_obstacle(finding.error)
        else:
            self._tell(
                "problem",
                self.tr("The service accepts the token in no form"),
                self.tr("It is probably wrong or has expired. Paste a fresh one, then find out again."),
            )
        self.found.emit()

    def _propose(self, finding: FormatDetection, works: AuthorizationFormat) -> None:
        name = format_name(works)
        if works == self._fields.format.value and finding.token == self._searched:
            self._tell(
                "fine", self.tr("“{form}” works").format(form=name), self.tr("It is the form that is chosen.")
            )
            return
        message = self.tr("The service accepts the token in this form. It is not the one that is chosen.")
        if finding.token != self._searched:
            message = self.tr(
                "The service accepts the token in this form, in another spelling than was given."
            )
        self._tell(
            "fine",
            self.tr("“{form}” works").format(form=name),
            message,
            actions=[(USE_FORMAT, self.tr("Use it"))],
        )
        focus_action(self._banner, USE_FORMAT)

    def _tell_obstacle(self, obstacle: KoodriveError) -> None:
        if isinstance(obstacle, InvalidRequestError):
            self._on_failed(obstacle)
            return
        verdict = diagnose(obstacle)
        self._tell("problem", translate(verdict.title), translate(verdict.message))
