"""Brings the entries of the last day back after a start: what was sent, and what waited for its turn."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from koodrive.api import serialization
from koodrive.journal import HistoryQuery
from koodrive.models import Action, CreatedAlbum, CreatedSharedFolder, Outcome, OutcomeKind, RequestKind
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.create.pending_submission import PendingSubmission
from ui.create.spec import SPECS
from ui.create.undo_texts import UndoneOutcome
from ui.undo.pending import pending_undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal import Attempt, Journal, QueuedRequest
    from koodrive.models import Connection, Created
    from ui.activity.activity import Activity
    from ui.session.session import Session

PERIOD = timedelta(days=1)
MOST = 500
"""Attempts that are brought back; the history has all of them."""

_AT_ONCE = 2
_BETWEEN_MS = 5
"""A timer without a delay would be served before what the user does."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Restored:
    attempts: list[Attempt]
    """The newest first."""
    creates: dict[int, Attempt]
    """The creates that deletes among them take back, by number."""
    queued: list[QueuedRequest]


class RestoredEntries(QObject):
    """Reads in the background, once for each connection that is used.

    Args:
        session: Connection in use.
        activity: Gets the entries.
    """

    def __init__(self, session: Session, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._activity = activity
        self._reading = LatestTask(session.runner, self)
        self._read: set[tuple[str, str]] = set()
        self._left: deque[Callable[[], None]] = deque()
        """Entries that are not added yet, the next one first."""
        self._is_open = False
        session.current_changed.connect(self.read)

    def begin(self) -> None:
        """Begin to read, now that the history is open."""
        self._is_open = True
        self.read()

    @Slot()
    def read(self) -> None:
        """Read what belongs to the connection in use, unless that was done."""
        current = self._session.current
        if not self._is_open or current is None or current.account_key in self._read:
            return
        journal = self._session.backend.journal
        self._reading.start(
            Lane.HISTORY,
            lambda: _read(journal, current),
            lambda restored: self._add(restored, current),
            _log_not_read,
            key="activity",
        )

    def _add(self, restored: _Restored, connection: Connection) -> None:
        if connection.account_key in self._read:
            return
        self._read.add(connection.account_key)
        self._left.extend(
            partial(self._add_queued, queued, connection) for queued in reversed(restored.queued)
        )
        for attempt in restored.attempts:
            create = restored.creates.get(attempt.of_attempt or 0)
            self._left.append(partial(self._add_attempt, attempt, create, connection))
        self._add_next()

    @Slot()
    def _add_next(self) -> None:
        """Add a few, as each makes a card; the others follow in later turns of the event loop."""
        if self._session.runner.is_closed:
            return
        for _ in range(min(_AT_ONCE, len(self._left))):
            self._left.popleft()()
        if self._left:
            QTimer.singleShot(_BETWEEN_MS, self, self._add_next)

    def _add_queued(self, queued: QueuedRequest, connection: Connection) -> None:
        pending = _pending(queued.kind, queued.body, connection)
        known = (entry.queued_id for entry in self._activity.entries)
        if pending is not None and queued.queued_id not in known:
            asked_at = queued.queued_at.astimezone()
            self._activity.add_restored(pending, asked_at, queued_id=queued.queued_id)

    def _add_attempt(self, attempt: Attempt, create: Attempt | None, connection: Connection) -> None:
        if attempt.action == Action.CREATE:
            pending = _pending(attempt.kind, attempt.body, connection)
        else:
            pending = pending_undo(create, connection) if create is not None else None
        if pending is not None and not self._activity.knows(attempt.attempt_id):
            self._activity.add_settled(
                pending,
                attempt.started_at.astimezone(),
                _outcome(attempt, pending),
                undone_at=attempt.undone_at,
            )


def _read(journal: Journal, connection: Connection) -> _Restored:
    """Read what belongs to the service and user of `connection`; blocks."""
    key = connection.account_key
    # The history of a newer KooDesk has another queue, perhaps, and nothing is sent from it.
    waiting = [] if journal.read_only else journal.queue.requests()
    queued = [one for one in waiting if (one.service_address, one.user_id) == key]
    query = HistoryQuery(since=datetime.now(UTC) - PERIOD)
    mine = (one for one in journal.history.attempts(query) if (one.service_address, one.user_id) == key)
    settled = (one for one in mine if one.outcome != OutcomeKind.SENDING)
    attempts = list(islice(settled, MOST))
    creates = {
        one.of_attempt: journal.history.attempt(one.of_attempt)
        for one in attempts
        if one.of_attempt is not None
    }
    return _Restored(attempts, creates, queued)


def _pending(kind: str, body: str, connection: Connection) -> PendingSubmission | None:
    """Return the request that was sent as `body`; None for one that this version does not understand."""
    spec, request = SPECS.get(kind), serialization.request_from_body(kind, body)
    if spec is None or request is None:
        return None
    return PendingSubmission(spec, serialization.fields_from_body(body), request, connection)


def _outcome(attempt: Attempt, pending: PendingSubmission) -> Outcome:
    # An undo is known by its class, by which its words are chosen.
    kind_of_outcome = UndoneOutcome if pending.is_undo else Outcome
    return kind_of_outcome(
        OutcomeKind(attempt.outcome),
        pending.request,
        attempt.attempt_id,
        created=_created(attempt),
        title=attempt.title,
        message=attempt.message,
        code=attempt.code,
        remark=attempt.note,
        trace_id=attempt.trace_id,
        settled_at=attempt.settled_at,
    )


def _created(attempt: Attempt) -> Created | None:
    if attempt.result_id is None or attempt.action != Action.CREATE:
        return None
    if attempt.kind == RequestKind.ALBUM:
        return CreatedAlbum(attempt.result_id)
    return CreatedSharedFolder(attempt.result_id, group_id=attempt.group_id, share_folder_id=attempt.file_id)


def _log_not_read(error: Exception) -> None:
    # The history page says what is wrong with the history.
    _log.info("the entries of the last day could not be read: %s", type(error).__name__)
