"""Reads the service's list of a form before a create, so that the resolver can tell new objects from old ones."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from koodrive.api.serialization import list_name
from koodrive.core.deadline import Cancellation
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.session.session import TokenState

if TYPE_CHECKING:
    from koodrive.models import Connection, CreateRequest
    from ui.session.session import Session

    Place = tuple[Connection, str]

_log = logging.getLogger(__name__)

REST_MS = 400
"""Milliseconds without a change before a form's list is read."""
STALE_SECONDS = 300.0
"""After this time a list is read anew when its form is used."""
RETRY_SECONDS = 20.0
"""After this time a list that could not be read is tried again when its form is used."""


class ListSnapshotter(QObject):
    """Reads lists in the background, one at a time and each at most once in a while.

    A failure only costs the knowledge: a create may go on without, and a lost answer is then harder to resolve.

    Args:
        session: Connection and token in use. A request without a token is served as soon as there is one.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._request: CreateRequest | None = None
        self._not_before: dict[Place, float] = {}
        """When a list may be read again, by `time.monotonic`."""
        self._reading = LatestTask(session.runner, self)
        self._place: Place | None = None
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._read)
        session.token_changed.connect(self._on_token_changed)
        session.token_renewed.connect(self._on_token_changed)

    @Slot(object)
    def request_snapshot(self, request: CreateRequest) -> None:
        """Read the list that will show the object of `request`, unless it was read recently.

        Args:
            request: Content of the form; fields that do not determine the list may be missing or wrong.
        """
        self._request = request
        self._timer.start()

    def close(self) -> None:
        """Read nothing any more for good, as the application ends."""
        self._is_closed = True
        self._timer.stop()
        self._cancel()

    @Slot()
    def _on_token_changed(self) -> None:
        # With the old token, or for another connection.
        self._cancel()
        if self._session.token_state is TokenState.READY:
            self._not_before.clear()
            self._read()

    @Slot()
    def _read(self) -> None:
        session, request = self._session, self._request
        connection, token = session.current, session.token
        if self._is_closed or request is None or connection is None or token is None:
            return
        if session.is_token_rejected:
            # It would be refused; `token_renewed` brings it here again.
            session.renewal_wanted.emit()
            return
        place = connection, list_name(request)
        if place == self._place or time.monotonic() < self._not_before.get(place, 0.0):
            return
        # The new list is wanted first.
        self._cancel()
        backend, cancellation = session.backend, Cancellation()
        self._place = place
        self._reading.start(
            Lane.READ,
            lambda: backend.snapshot_list(
                request, connection, token, cancellation, unless_read_within=STALE_SECONDS
            ),
            lambda _: self._end(STALE_SECONDS),
            self._on_failed,
            key="snapshot",
            cancellation=cancellation,
        )

    def _cancel(self) -> None:
        self._reading.cancel()
        self._place = None

    def _on_failed(self, error: Exception) -> None:
        _log.info("a list could not be read: %s", type(error).__name__)
        self._end(RETRY_SECONDS)
        if self._session.is_token_rejected:
            self._session.renewal_wanted.emit()

    def _end(self, rest: float) -> None:
        if self._place is not None:
            self._not_before[self._place] = time.monotonic() + rest
        self._place = None
