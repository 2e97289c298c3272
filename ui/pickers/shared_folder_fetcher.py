"""Reads the shared folders of a search page by page; a new search cancels the previous one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.models import QueryType
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.listing.lookups import SharedFolderPage
    from koodrive.models import SharedFolder
    from ui.session.session import Session


class SharedFolderFetcher(QObject):
    """Asks the service in the background; answers for an earlier question are dropped.

    Args:
        session: Which connection is in use.
        parent: Owns this object.

    Signals:
        started: The first rows of the question (a tuple of `SharedFolder`, as object), and whether they are those
            that were kept from last time; then those that the service tells now follow.
        added: The rows of the next page (likewise).
        failed: What kept the next rows from being read; `go_on` tries again.
        busy_changed: `is_busy` has another value.
    """

    started = Signal(object, bool)
    added = Signal(object)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key_word = ""
        self._query_type = QueryType.ALL
        self._next: int | None = 0
        self._read = LatestTask(session.runner, self)
        self._cached = LatestTask(session.runner, self)

    @property
    def is_busy(self) -> bool:
        """Whether the service is being asked."""
        return self._read.is_running

    @property
    def has_begun(self) -> bool:
        """Whether the service has answered the question, at least with its first rows."""
        return self._next != 0

    @property
    def may_have_more(self) -> bool:
        """Whether there may be rows that were not read yet."""
        return self._next is not None

    def ask(self, key_word: str, query_type: QueryType) -> None:
        """Read the first rows of another question, instead of whatever is under way.

        Args:
            key_word: What to look for, up to `koodrive.listing.lookups.KEY_WORD_LIMIT` characters; empty for all.
            query_type: Owner of the folders.
        """
        self.stop()
        self._key_word, self._query_type, self._next = key_word, query_type, 0
        if not key_word:
            self._read_cached()
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Read the next rows, unless they are on their way or there are none."""
        session, offset = self._session, self._next
        connection, token = session.current, session.token
        if self.is_busy or offset is None or connection is None or token is None:
            return
        if session.runner.is_closed:
            return
        backend, cancellation = session.backend, Cancellation()
        key_word, query_type = self._key_word, self._query_type
        self._read.start(
            Lane.READ,
            lambda: backend.lookups(connection, token).shared_folders(
                key_word=key_word, query_type=query_type, offset=offset, cancellation=cancellation
            ),
            on_success=self._on_read,
            on_error=self._on_failed,
            key="picker",
            cancellation=cancellation,
        )
        self.busy_changed.emit()

    def stop(self) -> None:
        """Stop reading; a request under way is dropped."""
        self._cached.cancel()
        if self.is_busy:
            self._read.cancel()
            self.busy_changed.emit()

    def end(self) -> None:
        """Take the list for read to its end: a service that always gives the same page would never come to it."""
        self.stop()
        self._next = None

    def _read_cached(self) -> None:
        backend, connection, query_type = self._session.backend, self._session.current, self._query_type
        if connection is not None:
            # Not on the lane of the service: a slow answer to an earlier question may be under way there.
            self._cached.start(
                Lane.HISTORY,
                lambda: backend.kept_lookups(connection).shared_folders(query_type),
                on_success=self._on_cached,
            )

    def _on_cached(self, rows: tuple[SharedFolder, ...] | None) -> None:
        if rows and not self.has_begun:
            self.started.emit(rows, True)  # noqa: FBT003 - a signal takes no keywords

    def _on_read(self, page: SharedFolderPage) -> None:
        is_first, self._next = not self.has_begun, page.next_offset
        if is_first:
            self.started.emit(page.rows, False)  # noqa: FBT003 - a signal takes no keywords
        else:
            self.added.emit(page.rows)
        self.busy_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.busy_changed.emit()
        self.failed.emit(error)
