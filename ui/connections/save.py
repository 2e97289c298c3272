"""One save: the token to the keyring, then the connection to its file, then to the window."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.connections.store import new_connection_id
from koodrive.core.deadline import Cancellation
from koodrive.credentials.errors import cancelled
from koodrive.errors import CredentialError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.translate import error_texts, joined
from ui.widgets.banner import focus_action

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.backend.backend import Backend
    from koodrive.models import Connection
    from ui.connections.keyring_status import KeyringStatus
    from ui.connections.secrets import Secrets
    from ui.session.session import Session
    from ui.widgets.banner import Banner

KEEP_FOR_SESSION = "keepForSession"
TRY_AGAIN = "tryAgain"
PATIENCE_MS = 1_000
"""Milliseconds until the wait for the keyring is shown."""

_log = logging.getLogger(__name__)


class SaveJob(QObject):
    """Saves the content of the dialog step by step in the background.

    Args:
        session: Where keyring, connections and task runner come from.
        banner: Shows waits and errors.
        keyring: Knows the display name of the keyring.
        before: The connection that is replaced; None when it is added.
        parent: The dialog.

    Signals:
        busy_changed: Whether a save is under way.
        saved: The `Connection`, after everything is stored.
    """

    busy_changed = Signal(bool)
    saved = Signal(object)

    def __init__(
        self,
        session: Session,
        banner: Banner,
        keyring: KeyringStatus,
        *,
        before: Connection | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._keyring = keyring
        self._before = before
        self._other_id = new_connection_id()
        self._steps = LatestTask(session.runner, self, reports_unexpected=True)
        self._waits_for_keyring = False
        self._stray_id = ""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)

    @property
    def is_busy(self) -> bool:
        """Whether a save is under way."""
        return self._steps.is_running

    def start(self, connection: Connection, secrets: Secrets) -> None:
        """Save `secrets`, then `connection`; an empty secret leaves the stored one unchanged."""
        if not secrets:
            self._store_connection(connection, has_new_token=False)
            return
        backend, cancellation = self._session.backend, Cancellation()
        connection = self._kept_apart(connection, secrets)
        proxy_id = self._proxy_id(connection, secrets)
        self._may_leave_token(connection.connection_id)
        self._waits_for_keyring = True
        self._patience.start()
        self._steps.start(
            Lane.KEYRING,
            lambda: _save(
                backend, connection, _with_proxy_password(backend, secrets, proxy_id), cancellation
            ),
            lambda _nothing: self._store_connection(connection, has_new_token=bool(secrets.token)),
            self._on_failed,
            cancellation=cancellation,
        )
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    def save_for_session(self, connection: Connection, secrets: Secrets) -> None:
        """Save `connection`, and keep `secrets` in memory only."""
        backend = self._session.backend
        connection = self._kept_apart(connection, secrets)
        proxy_id = self._proxy_id(connection, secrets)
        if proxy_id:
            self._waits_for_keyring = True
            self._steps.start(
                Lane.KEYRING,
                lambda: _with_proxy_password(backend, secrets, proxy_id),
                lambda found: self._save_for_session(connection, found),
                lambda _error: self._save_for_session(connection, secrets),
            )
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords
        else:
            self._save_for_session(connection, secrets)

    def _save_for_session(self, connection: Connection, secrets: Secrets) -> None:
        backend, connection_id = self._session.backend, connection.connection_id
        if secrets:
            self._may_leave_token(connection_id)
        if secrets.token:
            backend.credentials.save_for_session(connection_id, secrets.token)
        if secrets.proxy_password:
            backend.proxy_passwords.save_for_session(connection_id, secrets.proxy_password)
        self._store_connection(connection, has_new_token=bool(secrets.token))

    def stop_waiting(self) -> None:
        """Stop waiting for the keyring, but not for a connection that is being written."""
        if self._waits_for_keyring:
            self._steps.cancel()
            self._on_failed(cancelled())

    def detach(self) -> None:
        """Ignore all later results, because the dialog closes; delete a token whose connection was not stored."""
        self._patience.stop()
        self._steps.detach()
        if self._stray_id:
            backend, connection_id = self._session.backend, self._stray_id
            self._session.runner.start(
                Lane.KEYRING, lambda: _delete_quietly(backend.delete_secrets, connection_id)
            )

    def _kept_apart(self, connection: Connection, secrets: Secrets) -> Connection:
        """Return `connection`, with an ID of its own where a token for another service or user comes with it.

        So neither a disk that takes nothing nor a keyring that cannot be written can bring a token to a service that it
        is not for.
        """
        before = self._before
        if before is None or not secrets.token or _whose(connection) == _whose(before):
            return connection
        return replace(connection, connection_id=self._other_id)

    def _proxy_id(self, connection: Connection, secrets: Secrets) -> str:
        """Return the ID whose stored proxy password `connection` shall use, too; empty for none."""
        before = self._before
        if before is None or before.connection_id == connection.connection_id or secrets.proxy_password:
            return ""
        proxies = [(item.proxy, item.proxy_address, item.proxy_user) for item in (before, connection)]
        return before.connection_id if connection.proxy_user and proxies[0] == proxies[1] else ""

    def _may_leave_token(self, connection_id: str) -> None:
        """Note that a token may be stored under an ID that no connection has yet."""
        if self._before is None or self._before.connection_id != connection_id:
            self._stray_id = connection_id

    def _store_connection(self, connection: Connection, *, has_new_token: bool) -> None:
        self._patience.stop()
        self._waits_for_keyring = False
        profiles, before = self._session.backend.profiles, self._before

        def store() -> tuple[Connection, ...]:
            if before is None:
                return profiles.add(connection)
            return profiles.replace(connection, before.connection_id)

        def publish(connections: tuple[Connection, ...]) -> None:
            self._publish(connections, connection, has_new_token=has_new_token)

        def fail(error: Exception) -> None:
            if has_new_token:
                self._reload_token_of(connection)
            self._on_failed(error)

        self._steps.start(Lane.SETUP, store, publish, fail)
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    def _publish(
        self, connections: tuple[Connection, ...], connection: Connection, *, has_new_token: bool
    ) -> None:
        if self._stray_id == connection.connection_id:
            self._stray_id = ""
        session, before = self._session, self._before
        if before is not None and before.connection_id != connection.connection_id:
            forget, old_id = session.backend.delete_secrets, before.connection_id
            session.runner.start(Lane.KEYRING, lambda: _delete_quietly(forget, old_id))
            if session.current is not None and session.current.connection_id == old_id:
                # The list has the old one no more, and without this there would be none in use for a moment.
                session.use(connection)
        elif before is not None and before.proxy_user and not connection.proxy_user:
            passwords, connection_id = session.backend.proxy_passwords, connection.connection_id
            session.runner.start(Lane.KEYRING, lambda: _delete_quietly(passwords.delete, connection_id))
        # A connection in use that changed has its token loaded with it.
        if has_new_token and session.current == connection:
            self._reload_token_of(connection)
        session.set_connections(connections)
        self._end()
        self.saved.emit(connection)

    def _reload_token_of(self, connection: Connection) -> None:
        current = self._session.current
        if current is not None and current.connection_id == connection.connection_id:
            self._session.reload_token()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        title, message = error_texts(error)
        if isinstance(error, CredentialError):
            self._offer_choice(title, message)
        else:
            self._banner.show_content("problem", title, message)

    def _offer_choice(self, title: str, message: str) -> None:
        parts = [message]
        if self._keyring.name:
            parts.append(self.tr("The keyring in use is {keyring}.").format(keyring=self._keyring.name))
        parts.append(self.tr("Kept for this session only, the token is forgotten when KooDesk closes."))
        self._banner.show_content(
            "problem",
            title,
            joined(*parts),
            actions=[
                (KEEP_FOR_SESSION, self.tr("&Keep the token for this session only")),
                (TRY_AGAIN, self.tr("T&ry again")),
            ],
        )
        focus_action(self._banner, TRY_AGAIN)

    def _end(self) -> None:
        self._patience.stop()
        self._waits_for_keyring = False
        self.busy_changed.emit(False)  # noqa: FBT003 - a signal takes no keywords

    @Slot()
    def _on_patience_over(self) -> None:
        self._banner.show_content(
            "sending",
            self.tr("Waiting for your password manager…"),
            self.tr("It may be asking for its password in a window of its own. Cancel stops the waiting."),
        )


def _save(backend: Backend, connection: Connection, secrets: Secrets, cancellation: Cancellation) -> None:
    connection_id = connection.connection_id
    if secrets.token:
        backend.sessions.save(connection_id, secrets.token, cancellation)
    if secrets.proxy_password:
        backend.proxy_passwords.save(connection_id, secrets.proxy_password, cancellation=cancellation)


def _whose(connection: Connection) -> tuple[str, str]:
    """Return service address and user, which a token belongs to."""
    return connection.service_address, connection.user_id


def _with_proxy_password(backend: Backend, secrets: Secrets, connection_id: str) -> Secrets:
    """Return `secrets` with the stored password of the connection's proxy; blocks."""
    if not connection_id:
        return secrets
    return replace(secrets, proxy_password=backend.proxy_passwords.load(connection_id) or "")


def _delete_quietly(delete: Callable[[str], None], connection_id: str) -> None:
    try:
        delete(connection_id)
    except CredentialError as error:
        _log.warning("an unused secret could not be deleted: %s", type(error).__name__)
