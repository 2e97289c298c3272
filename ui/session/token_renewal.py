"""Gets a fresh token for the connection in use: by a refresh, with a password, or by a paste."""

from __future__ import annotations

import logging
import time
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.errors import AuthenticationError, CredentialError, InvalidRequestError, KoodriveError
from koodrive.messages import Message
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.session.session import TokenState

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.tokens import SessionTokens
    from koodrive.backend.backend import Backend
    from koodrive.models import Connection
    from ui.session.session import Session

    Fresh = tuple[str, str, SessionTokens | None, CredentialError | None]
    """ID of the connection; the text to store; its session tokens, if any; the keyring's error, if any."""

_log = logging.getLogger(__name__)

LOOK_MS = 15_000
"""Interval of the checks whether a session has to be renewed."""
IN_TIME_SECONDS = 180
"""A session is renewed by itself when its token has less than this left, or less than half of a short life."""
PAUSES = (30.0, 60.0, 120.0, 300.0)
"""Seconds before a session is renewed again by itself: the first after a renewal, all of them after failures and after
renewals that do not help."""


class _Progress:
    """Progress of the background work; the window thread only reads it."""

    def __init__(self) -> None:
        self.cancellation = Cancellation()
        self.waits_for_keyring = False


class TokenRenewal(QObject):
    """Renews the token of the connection in use, one way at a time; emits `renewed`.

    Args:
        session: Which connection is in use; it goes on with the fresh token, and owns this object.

    Signals:
        renewed: The session has a fresh token, wherever it came from.
        failed: The exception that kept it from getting one.
        busy_changed: Whether a token is being got.
    """

    renewed = Signal()
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task = LatestTask(session.runner, self)
        self._is_refresh = False
        self._is_closed = False
        self._progress = _Progress()
        self._unsaved: tuple[str, str, SessionTokens | None] | None = None
        self._last: tuple[str, str] | None = None
        """The connection in use and its token, empty where it has none; None while that is not known."""
        self._failures = 0
        self._in_vain = 0
        """Number of consecutive renewals of a token that the service had refused."""
        self._not_before = 0.0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.renew_in_time)
        self._note_token()
        session.current_changed.connect(self._on_current_changed)
        session.token_changed.connect(self._on_token_changed)
        session.token_renewed.connect(self._watch)
        session.renewal_wanted.connect(self.renew_in_time)

    @property
    def can_refresh(self) -> bool:
        """Whether the session can be renewed without the user."""
        return self._session.tokens is not None

    @property
    def is_busy(self) -> bool:
        """Whether a renewal is under way."""
        return self._task.is_running

    @property
    def is_refreshing(self) -> bool:
        """Whether a renewal without the user is under way."""
        return self.is_busy and self._is_refresh

    @property
    def waits_for_keyring(self) -> bool:
        """Whether the token is there, and the keyring has not taken it yet."""
        return self.is_busy and self._progress.waits_for_keyring

    @property
    def can_keep_for_session(self) -> bool:
        """Whether a valid token is there that the keyring did not store."""
        return self._unsaved is not None

    def refresh(self) -> None:
        """Refresh the session; `renewed` or `failed` follows, also for a refresh under way."""
        session = self._session
        connection, tokens, backend = session.current, session.tokens, session.backend
        if self.is_busy or connection is None or tokens is None:
            return
        self._start(lambda progress: _refreshed(backend, connection, tokens, progress), is_refresh=True)

    def sign_in(self, password: str) -> None:
        """Sign in anew; `renewed` or `failed` follows.

        Args:
            password: That of the connection's account; it is kept only until it was sent.
        """
        connection, backend = self._session.current, self._session.backend
        if self.is_busy or connection is None:
            return
        self._start(lambda progress: _signed_in(backend, connection, password, progress))

    def use_token(self, token: str) -> None:
        """Use and store a pasted token; `renewed` or `failed` follows.

        Args:
            token: As pasted. A problem of it is emitted with `failed` at once.
        """
        connection, backend = self._session.current, self._session.backend
        if self.is_busy or connection is None:
            return
        auth = import_module("koodrive.api.auth")
        authorization_format = auth.AuthorizationFormat(connection.authorization_format)
        cleaned = auth.clean_token(token, authorization_format).token
        problem = auth.check_token(cleaned, authorization_format)
        if problem is not None:
            title = Message("This token cannot be used")
            self.failed.emit(InvalidRequestError(title, problem.message, {"Authorization": problem}))
            return
        self._start(lambda progress: _kept(backend, connection, cleaned, progress))

    def save_for_session(self, token: str = "") -> None:
        """Go on with a token that is forgotten when KooDesk closes; `renewed` follows.

        Args:
            token: A token without problems; by default the one that the keyring did not take.
        """
        connection, unsaved = self._session.current, self._unsaved
        if self.is_busy or connection is None or not (token or unsaved):
            return
        connection_id, text, tokens = (
            (connection.connection_id, token, None) if token or unsaved is None else unsaved
        )
        self._session.backend.credentials.save_for_session(connection_id, text)
        self._go_on(connection_id, text, tokens)

    def stop_waiting(self) -> None:
        """Stop waiting for the service or the keyring; a refresh continues, as the old tokens may be invalid."""
        had_unsaved, self._unsaved = self._unsaved is not None, None
        if had_unsaved:
            # No other prompt may offer it any more.
            self.busy_changed.emit(False)  # noqa: FBT003 - a signal takes no keywords
        elif not self._is_refresh:
            self._detach()

    def close(self) -> None:
        """Start nothing more, as the application ends; a renewal under way continues."""
        self._is_closed = True
        self._timer.stop()

    # ------------------------------------------------------------------------------------------------------------

    def _start(self, work: Callable[[_Progress], Fresh], *, is_refresh: bool = False) -> None:
        runner, progress = self._session.runner, _Progress()
        if runner.is_closed or self._is_closed:
            return
        self._is_refresh = is_refresh
        self._progress = progress
        self._unsaved = None
        current = self._session.current
        self._task.start(
            # A sign-in at another connection does not wait for a renewal in the background.
            Lane.RENEWAL if is_refresh else Lane.SIGN_IN,
            lambda: work(progress),
            on_success=self._on_got,
            on_error=self._on_failed,
            key=current.connection_id if is_refresh and current is not None else "",
            cancellation=progress.cancellation,
        )
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    def _detach(self) -> None:
        """Ignore the answer; a refresh continues, as the old tokens may be invalid."""
        if not self.is_busy:
            return
        if self._is_refresh:
            self._task.ignore()
        else:
            self._task.cancel()
        self.busy_changed.emit(False)  # noqa: FBT003 - a signal takes no keywords

    def _on_got(self, fresh: Fresh) -> None:
        connection_id, text, tokens, problem = fresh
        self.busy_changed.emit(False)  # noqa: FBT003 - a signal takes no keywords
        if problem is not None:
            self._unsaved = connection_id, text, tokens
            self.failed.emit(problem)
        else:
            self._go_on(connection_id, text, tokens)

    def _go_on(self, connection_id: str, text: str, tokens: SessionTokens | None) -> None:
        self._unsaved = None
        self._last = connection_id, tokens.access_token if tokens is not None else text
        self._session.renew(connection_id, text, tokens)
        self._announce_renewal()

    def _announce_renewal(self) -> None:
        # A service that refuses what it has just renewed would have it renewed for ever.
        self._failures, self._not_before = 0, time.monotonic() + _pause(self._in_vain)
        self._session.renewal_count += 1
        self.renewed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._is_refresh:
            # A session that the service does not renew stays so; a refusal for another reason may pass.
            is_over = isinstance(error, AuthenticationError)
            self._not_before = float("inf") if is_over else time.monotonic() + _pause(self._failures)
            self._failures += 1
        _log.info("no fresh token: %s", type(error).__name__)
        self.busy_changed.emit(False)  # noqa: FBT003 - a signal takes no keywords
        self.failed.emit(error)

    @Slot()
    def _watch(self) -> None:
        """Renew the session by itself before its token ends, from now on."""
        if not self.can_refresh:
            return
        QTimer.singleShot(0, self, self.renew_in_time)
        if not self._timer.isActive():
            self._timer.start()
            application = QCoreApplication.instance()
            if application is not None and hasattr(application, "applicationStateChanged"):
                # Whoever wakes the computer comes back to the window.
                application.applicationStateChanged.connect(
                    self._on_state_changed, Qt.ConnectionType.UniqueConnection
                )

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.renew_in_time()

    @Slot()
    def renew_in_time(self) -> None:
        """Renew the session without asking anybody, where its token has ended or is about to; not in a storm."""
        life = self._session.life
        if self.is_busy or not self.can_refresh or life is None or time.monotonic() < self._not_before:
            return
        left, half = life.left, life.whole.total_seconds() / 2
        if left is not None and left.total_seconds() < min(IN_TIME_SECONDS, half):
            self._in_vain = self._in_vain + 1 if life.is_rejected else 0
            self.refresh()

    @Slot()
    def _on_current_changed(self) -> None:
        # Its answer would be for a connection that is in use no more, or has other content.
        self._detach()
        self._unsaved = None
        self._failures, self._in_vain, self._not_before = 0, 0, 0.0
        current = self._session.current
        if current is None or self._last is None or self._last[0] != current.connection_id:
            self._last = None

    @Slot()
    def _on_token_changed(self) -> None:
        if self._session.token_state is TokenState.LOADING:
            return
        self._watch()
        before = self._last
        self._note_token()
        # Somebody may have given it elsewhere: in the dialog of the connection.
        if self._session.token is not None and before not in (None, self._last):
            if self.is_refreshing:
                # That renews what was there before.
                self._detach()
            if not self.is_busy:
                self._announce_renewal()

    def _note_token(self) -> None:
        current, token = self._session.current, self._session.token
        if current is None or self._session.token_state is TokenState.LOADING:
            self._last = None
        else:
            self._last = current.connection_id, token or ""


def _pause(times: int) -> float:
    return PAUSES[min(times, len(PAUSES) - 1)]


def _refreshed(backend: Backend, connection: Connection, tokens: SessionTokens, progress: _Progress) -> Fresh:
    fresh = backend.sessions.renew(connection, tokens.access_token, progress.cancellation)
    return connection.connection_id, fresh.text, fresh, None


def _signed_in(backend: Backend, connection: Connection, password: str, progress: _Progress) -> Fresh:
    signed_in = backend.sessions.log_in(connection, password, progress.cancellation)
    if signed_in.user_id != connection.user_id:
        raise KoodriveError(
            Message("This account belongs to another user"),
            Message(
                "The service knows {account} as the user {other}, but this connection is for {user}. Nothing was"
                " changed. Correct the account or the user ID of the connection.",
                account=connection.account,
                other=signed_in.user_id,
                user=connection.user_id,
            ),
        )
    return _kept(backend, connection, signed_in.tokens.text, progress, signed_in.tokens)


def _kept(
    backend: Backend,
    connection: Connection,
    text: str,
    progress: _Progress,
    tokens: SessionTokens | None = None,
) -> Fresh:
    """Store a token or the text of a session; one that the keyring does not take is good nevertheless."""
    connection_id = connection.connection_id
    problem = None
    if backend.sessions.is_session_only(connection_id):
        backend.credentials.save_for_session(connection_id, text)
    else:
        progress.waits_for_keyring = True
        try:
            backend.sessions.save(connection_id, text, progress.cancellation)
        except CredentialError as error:
            problem = error
    return connection_id, text, tokens, problem
