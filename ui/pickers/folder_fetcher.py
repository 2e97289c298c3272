"""Fetches pages of folders in the background until they are no longer needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.deadline import Cancellation, CancelledByUserError
from koodrive.models import FolderPage
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.listing.lookups import Lookups
    from koodrive.models import Connection
    from ui.core.tasks import Task
    from ui.pickers.folder_model import FolderRequest
    from ui.session.session import Session

EMPTY_PAGES = 20
"""Most consecutive pages without a folder that are skipped automatically; then the user decides."""


class FolderFetcher(QObject):
    """Answers the requests of a `FolderTreeModel`, one after the other.

    It outlives its dialog until the task under way has ended, so that no error of a cancelled task is reported.

    Args:
        session: The connection in use is asked, with the token that it has when a page is asked for.

    Signals:
        fetched: The number of a request (an int, as object) and its `FolderPage`.
        failed: The number of a request, and the exception.
    """

    fetched = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._container_id = ""
        self._tasks: dict[Task, int] = {}
        self._waiting: list[FolderRequest] = []
        self._is_closed = False
        session.token_changed.connect(self._on_token_changed)

    def set_space(self, container_id: str) -> None:
        """Fetch from another space from now on; requests for the earlier one are cancelled."""
        self._container_id = container_id
        self._cancel_all()

    @Slot(object)
    def fetch(self, request: FolderRequest) -> None:
        """Fetch a page as soon as there is a token; `fetched` or `failed` follows, unless it is cancelled before."""
        connection, token = self._session.current, self._session.token
        if self._is_closed or self._session.runner.is_closed:
            return
        if connection is None or token is None:
            self._waiting.append(request)
            return
        work = _Work(self._session, connection, token, self._container_id, request)
        task = self._session.runner.start(Lane.READ, work, cancellation=work.cancellation, key="picker")
        self._tasks[task] = request.number
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)

    @Slot(object)
    def cancel(self, number: int) -> None:
        """Cancel the fetch of a page."""
        self._cancel([number])

    def close(self) -> None:
        """Fetch nothing any more for good."""
        self._is_closed = True
        self._cancel_all()
        self._leave()

    def _cancel_all(self) -> None:
        self._cancel([*self._tasks.values(), *(request.number for request in self._waiting)])

    def _cancel(self, numbers: list[int]) -> None:
        self._waiting = [request for request in self._waiting if request.number not in numbers]
        for task, number in self._tasks.items():
            if number in numbers:
                self._tasks[task] = 0
                task.cancel()

    @Slot()
    def _on_token_changed(self) -> None:
        if self._session.token is not None:
            waiting, self._waiting = self._waiting, []
            for request in waiting:
                self.fetch(request)

    def _number(self) -> int:
        """Return the request that the signal is about; 0 for one that was cancelled."""
        return next((number for task, number in self._tasks.items() if task is self.sender()), 0)

    @Slot(object)
    def _on_succeeded(self, page: FolderPage) -> None:
        number = self._number()
        if number:
            self.fetched.emit(number, page)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        number = self._number()
        if number:
            self.failed.emit(number, error)

    @Slot()
    def _on_finished(self) -> None:
        self._tasks = {task: number for task, number in self._tasks.items() if task is not self.sender()}
        self._leave()

    def _leave(self) -> None:
        if self._is_closed and not self._tasks:
            self.deleteLater()


class _Work:
    """Background work for one request."""

    def __init__(
        self, session: Session, connection: Connection, token: str, container_id: str, request: FolderRequest
    ) -> None:
        self.cancellation = Cancellation()
        self._backend = session.backend
        self._connection = connection
        self._token = token
        self._container_id = container_id
        self._request = request

    def __call__(self) -> FolderPage:
        if self.cancellation.is_cancelled:
            # It was waiting behind others.
            raise CancelledByUserError
        lookups: Lookups = self._backend.lookups(self._connection, self._token)
        cursor = self._request.page_cursor
        for _page in range(EMPTY_PAGES):
            page = lookups.folders(
                container_id=self._container_id,
                parent_folder_id=self._request.parent_folder_id,
                page_cursor=cursor,
                cancellation=self.cancellation,
            )
            if page.folders or page.next_cursor is None:
                return page
            cursor = page.next_cursor
        return FolderPage((), cursor)
