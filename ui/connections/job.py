"""Background job of a button of the connection dialog: can be stopped, reports in the banner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from ui.connections.secrets import sent_token
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.translate import error_texts
from ui.widgets.banner import focus_action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from koodrive.connections.sessions import StoredCredentials
    from koodrive.models import Connection
    from ui.connections.secrets import Secrets
    from ui.session.session import Session
    from ui.widgets.banner import Banner

_SECOND_MS = 1_000


@dataclass(frozen=True, slots=True)
class JobTexts:
    """Texts of a job, while it runs and after it was stopped."""

    counting: str
    """Text of the button, with ``{seconds}``."""
    title: str
    message: str
    stop_key: str
    """Key of the banner's action that stops the job."""
    stop_label: str
    stopped_title: str
    stopped_message: str


class DialogJob(QObject):
    """Base class of the background jobs of the dialog; at most one runs at a time.

    Args:
        session: Where the keyring and the task runner come from.
        banner: Shows progress and result.
        button: Shows the seconds, and is disabled meanwhile.
        words: Texts of the job.
        parent: The dialog.

    Signals:
        secret_missing: No secret was typed, and none is stored.
    """

    secret_missing = Signal()

    def __init__(
        self, session: Session, banner: Banner, button: QPushButton, words: JobTexts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._button = button
        self._label = button.text()
        self._words = words
        self._steps = LatestTask(session.runner, self, reports_unexpected=True)
        self._seconds = 0
        self._has_content = False
        self._ticks = QTimer(self, interval=_SECOND_MS)
        self._ticks.timeout.connect(self._on_tick)

    @property
    def stop_key(self) -> str:
        """Key of the banner's action that stops the job."""
        return self._words.stop_key

    @property
    def is_running(self) -> bool:
        """Whether the job is under way."""
        return self._steps.is_running

    def stop(self) -> None:
        """Stop because the user asked for it."""
        if self._steps.is_running:
            self._end()
            self._banner.show_content("sending", self._words.stopped_title, self._words.stopped_message)
            self._has_content = True

    def dismiss(self) -> None:
        """Stop and clear the banner, because its content does not apply to the changed fields."""
        self._end()
        if self._has_content:
            self._has_content = False
            self._banner.clear()

    def detach(self) -> None:
        """Ignore all later results, because the dialog closes."""
        self._end()
        self._steps.detach()

    def _show_running(self) -> None:
        self._seconds = 0
        self._ticks.start()
        had_focus = self._button.window().focusWidget() is self._button
        words = self._words
        self._banner.show_content(
            "sending", words.title, words.message, actions=[(words.stop_key, words.stop_label)]
        )
        self._has_content = True
        if had_focus:
            focus_action(self._banner, words.stop_key)
        self._button.setEnabled(False)
        self._show_seconds()

    def _with_secret(self, connection: Connection, secrets: Secrets, proceed: Callable[[str], None]) -> None:
        """Call `proceed` with the typed token, else with the stored one."""
        if secrets.token:
            proceed(sent_token(secrets.token))
            return
        backend, cancellation = self._session.backend, Cancellation()

        def loaded(stored: StoredCredentials | None) -> None:
            if stored is not None and stored.token:
                proceed(stored.token)
            else:
                self.dismiss()
                self.secret_missing.emit()

        self._steps.start(
            Lane.KEYRING,
            lambda: backend.sessions.load(connection, cancellation),
            loaded,
            self._on_failed,
            cancellation=cancellation,
        )

    def _on_failed(self, error: Exception) -> None:
        self._show_result("problem", *error_texts(error))

    def _show_result(
        self, state: str, title: str, message: str, actions: Sequence[tuple[str, str]] = ()
    ) -> None:
        self._end()
        self._banner.show_content(state, title, message, actions=actions)
        self._has_content = True

    def _end(self) -> None:
        self._ticks.stop()
        self._steps.cancel()
        stop = self._banner.action(self._words.stop_key)
        had_focus = stop is not None and self._button.window().focusWidget() is stop
        self._button.setEnabled(True)
        self._button.setText(self._label)
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_tick(self) -> None:
        self._seconds += 1
        self._show_seconds()

    def _show_seconds(self) -> None:
        self._button.setText(self._words.counting.format(seconds=self._seconds))
