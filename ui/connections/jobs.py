"""Background jobs of the connection dialog: sign in, test; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ui.connections.form import NEEDED_FOR_SIGN_IN, NEEDED_FOR_TEST, ConnectionForm
from ui.connections.sign_in_job import SignInJob
from ui.connections.test_job import USE_FORMAT, TestJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.models import Connection
    from ui.session.session import Session
    from ui.widgets.banner import Banner


class ConnectionJobs(QObject):
    """Starts the jobs with the values of the form, if they have no problems.

    Args:
        session: Where keyring and task runner come from.
        form: The fields.
        connection_id: ID of the connection, stored or not yet.
        banner: Shows progress and result.
        test: The button that tests.
        parent: The dialog.

    Signals:
        busy_changed: Whether a sign-in is under way, during which all else is disabled.
        problem_shown: The focus is in a field with a problem.
        scroll_requested: A `QWidget` that shows something new.
    """

    busy_changed = Signal(bool)
    problem_shown = Signal()
    scroll_requested = Signal(QWidget)

    def __init__(
        self,
        session: Session,
        form: ConnectionForm,
        connection_id: str,
        banner: Banner,
        *,
        test: QPushButton,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._connection_id = connection_id
        self._test_job = TestJob(
            session, banner, test, form.check_steps, fields=form.credentials, parent=self
        )
        self._sign_in = SignInJob(session, banner, form.credentials, self)
        self._all = (self._test_job, self._sign_in)
        self._then: Callable[[], None] | None = None
        self._connect(test)

    def _connect(self, test: QPushButton) -> None:
        self._form.changed.connect(self.dismiss)
        self._form.credentials.sign_in.sign_in_requested.connect(self._on_sign_in)
        test.clicked.connect(self._on_test)
        for job in self._all:
            job.secret_missing.connect(self._on_secret_missing)
        self._test_job.completed.connect(self._scroll_to_steps)
        self._sign_in.signed_in.connect(self._on_signed_in)
        self._sign_in.password_requested.connect(self._scroll_to_focus)
        self._sign_in.busy_changed.connect(self.busy_changed)

    @property
    def is_signing_in(self) -> bool:
        """Whether a sign-in is under way."""
        return self._sign_in.is_running

    def once_signed_in(self, then: Callable[[], None]) -> None:
        """Sign in if that is necessary or requested, then call `then`; not after a failed sign-in."""
        if self._form.credentials.will_sign_in:
            self._sign_in_and(then)
        else:
            then()

    def stop_signing_in(self) -> None:
        """Stop because the user asked for it."""
        self._sign_in.stop()

    def act(self, action: str) -> None:
        """Run an action of the banner, if it belongs to one of these jobs."""
        for job in self._all:
            if action == job.stop_key:
                job.stop()
        if action == USE_FORMAT:
            self._test_job.use_format()

    @Slot()
    def dismiss(self) -> None:
        """Stop all jobs and clear the banner, because its content does not apply to the changed fields."""
        for job in self._all:
            job.dismiss()

    def detach(self) -> None:
        """Ignore all later results, because the dialog closes."""
        for job in self._all:
            job.detach()

    @property
    def _connection(self) -> Connection:
        return self._form.connection(self._connection_id)

    def _has_problems(self, names: tuple[str, ...], *, needs_password: bool = False) -> bool:
        has_some = self._form.reveal_problems(names, needs_password=needs_password)
        if has_some:
            self.problem_shown.emit()
        return has_some

    @Slot()
    def _on_sign_in(self) -> None:
        self.dismiss()
        self._form.when_ready(self._start_sign_in)

    def _start_sign_in(self) -> None:
        if not self._has_problems(NEEDED_FOR_SIGN_IN, needs_password=True):
            self._sign_in_and(None)

    def _sign_in_and(self, then: Callable[[], None] | None) -> None:
        self._then = then
        self._sign_in.start(self._connection, self._form.secrets().proxy_password)

    @Slot()
    def _on_signed_in(self) -> None:
        then, self._then = self._then, None
        if then is None:
            self._sign_in.show_success()
        else:
            then()

    @Slot()
    def _on_test(self) -> None:
        self.dismiss()
        self._form.when_ready(self._start_test)

    def _start_test(self) -> None:
        if not self._has_problems(NEEDED_FOR_TEST):
            self.once_signed_in(self._run_test)

    def _run_test(self) -> None:
        self._test_job.start(self._connection, self._form.secrets())
        self._scroll_to_steps()

    @Slot()
    def _scroll_to_steps(self) -> None:
        self.scroll_requested.emit(self._form.check_steps)

    @Slot()
    def _on_secret_missing(self) -> None:
        self._form.credentials.require()
        self._scroll_to_focus()

    @Slot()
    def _scroll_to_focus(self) -> None:
        focused = self._form.window().focusWidget()
        if focused is not None:
            self.scroll_requested.emit(focused)
