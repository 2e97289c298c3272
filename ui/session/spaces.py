"""Spaces of the user of the connection in use: the cached ones at once, then those from the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.session.session import TokenState
from ui.texts.translate import translated
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from koodrive.models import Connection, Space
    from ui.session.session import Session

_NO_SPACE = "13000301"
_LONGEST_REASON = 200
"""Characters."""


class SpaceLookup(QObject):
    """Looks the spaces up as soon as the token of the connection in use is at hand, and once for each connection.

    Args:
        session: Which connection is in use; it owns this object.

    Signals:
        changed: `spaces`, `error` or `is_loading` has another value, or it is another user's.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._lookup = LatestTask(session.runner, self)
        self._cached = LatestTask(session.runner, self)
        self._place: tuple[str, str] | None = None
        self._is_fresh = False
        self.spaces: tuple[Space, ...] = ()
        """The individual spaces, as far as they are known."""
        self.error: KoodriveError | None = None
        """Error of the last request."""
        session.current_changed.connect(self._on_current_changed)
        session.token_changed.connect(self._on_token_changed)
        session.token_renewed.connect(self._on_token_changed)
        self._on_current_changed()
        self._on_token_changed()

    @property
    def reason(self) -> str:
        """Reason for missing spaces, without a full stop; empty without one."""
        if self.error is None:
            return ""
        if self.error.code == _NO_SPACE:
            # Nobody has named one, so that it is the user who has none.
            return self.tr("The service knows no space of this user")
        return in_short(translated(self.error.title), _LONGEST_REASON)

    @property
    def is_loading(self) -> bool:
        """Whether an answer is on its way."""
        return self._lookup.is_running

    @Slot()
    def refresh(self) -> None:
        """Ask the service anew, when there is a token to ask with."""
        session = self._session
        connection, token = session.current, session.token
        if connection is None or token is None or session.runner.is_closed:
            return
        backend, cancellation = session.backend, Cancellation()
        self._lookup.start(
            Lane.READ,
            lambda: backend.lookups(connection, token).spaces(cancellation),
            on_success=self._on_read,
            on_error=self._on_failed,
            key="spaces",
            cancellation=cancellation,
        )
        self.changed.emit()

    def _read_cached(self, connection: Connection) -> None:
        backend = self._session.backend
        # Not on the lane of the service, which may be waited for there; nor does this wait for the token.
        self._cached.start(
            Lane.HISTORY, lambda: backend.kept_lookups(connection).spaces(), on_success=self._on_cached
        )

    @Slot()
    def _on_current_changed(self) -> None:
        session = self._session
        self._lookup.cancel()
        self._is_fresh = False
        if session.account_key != self._place:
            self._place = session.account_key
            self.spaces, self.error = (), None
            self._cached.cancel()
            if session.current is not None and not session.runner.is_closed:
                self._read_cached(session.current)
        self.changed.emit()

    @Slot()
    def _on_token_changed(self) -> None:
        if self._session.token_state is TokenState.READY and not self._is_fresh:
            self.refresh()

    def _on_cached(self, spaces: tuple[Space, ...] | None) -> None:
        if spaces and not self.spaces and not self._is_fresh:
            self.spaces = spaces
            self.changed.emit()

    def _on_read(self, spaces: tuple[Space, ...]) -> None:
        self._is_fresh = True
        self.spaces, self.error = spaces, None
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, KoodriveError):
            self.error = error
        self.changed.emit()
