"""Which spaces the user of the connection in use has: what was told last at once, then what the service tells now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError
from ui.core.tasks import Lane
from ui.session.session import TokenState
from ui.texts.translate import translate
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from koodrive.models import Connection, Space
    from ui.core.tasks import Task
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
        self._task: Task | None = None
        self._place: tuple[str, str] | None = None
        self._is_fresh = False
        self.spaces: tuple[Space, ...] = ()
        """The individual spaces, as far as they are known."""
        self.error: KoodriveError | None = None
        """What kept the service from telling, the last time that it was asked."""
        session.current_changed.connect(self._on_current_changed)
        session.token_changed.connect(self._on_token_changed)
        session.token_renewed.connect(self._on_token_changed)
        self._on_current_changed()
        self._on_token_changed()

    @property
    def _session(self) -> Session:
        # Not kept: the session keeps this, and a circle of both would be collected on whatever thread comes by.
        return cast("Session", self.parent())

    @property
    def reason(self) -> str:
        """What kept the service from telling, in words without a full stop; empty where nothing did."""
        if self.error is None:
            return ""
        if self.error.code == _NO_SPACE:
            # Nobody has named one, so that it is the user who has none.
            return self.tr("The service knows no space of this user")
        return in_short(translate(self.error.title), _LONGEST_REASON)

    @property
    def is_loading(self) -> bool:
        """Whether an answer is on its way."""
        return self._task is not None

    @Slot()
    def refresh(self) -> None:
        """Ask the service anew, when there is a token to ask with."""
        session = self._session
        connection, token = session.current, session.token
        if connection is None or token is None or session.runner.is_closed:
            return
        self._abandon()
        backend, cancellation = session.backend, Cancellation()
        self._task = session.runner.start(
            Lane.READ,
            lambda: backend.lookups(connection, token).spaces(cancellation),
            cancellation=cancellation,
            key="spaces",
        )
        self._task.succeeded.connect(self._on_told)
        self._task.failed.connect(self._on_failed)
        self.changed.emit()

    def _read_kept(self, connection: Connection) -> None:
        backend, place = self._session.backend, self._place
        # Not on the lane of the service, which may be waited for there; nor does this wait for the token.
        task = self._session.runner.start(
            Lane.HISTORY, lambda: (place, backend.kept_lookups(connection).spaces())
        )
        task.succeeded.connect(self._on_kept)
        task.failed.connect(self._on_not_kept)

    def _abandon(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot()
    def _on_current_changed(self) -> None:
        session = self._session
        self._abandon()
        self._is_fresh = False
        if session.account_key != self._place:
            self._place = session.account_key
            self.spaces, self.error = (), None
            if session.current is not None and not session.runner.is_closed:
                self._read_kept(session.current)
        self.changed.emit()

    @Slot()
    def _on_token_changed(self) -> None:
        if self._session.token_state is TokenState.READY and not self._is_fresh:
            self.refresh()

    @Slot(object)
    def _on_kept(self, answer: tuple[tuple[str, str] | None, tuple[Space, ...] | None]) -> None:
        place, spaces = answer
        if place == self._place and spaces and not self.spaces and not self._is_fresh:
            self.spaces = spaces
            self.changed.emit()

    @Slot(object)
    def _on_not_kept(self, _error: Exception) -> None:
        """Go on without: the service is being asked."""

    @Slot(object)
    def _on_told(self, spaces: tuple[Space, ...]) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        self._is_fresh = True
        self.spaces, self.error = spaces, None
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        if isinstance(error, KoodriveError):
            self.error = error
        self.changed.emit()
