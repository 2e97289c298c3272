"""Names of folder IDs from earlier lists, read from the history in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from koodrive.models import Connection
    from ui.session.session import Session


class FolderNames(QObject):
    """The names of IDs of one service; asks for each ID once, and never the service itself.

    Args:
        session: Which connections there are.

    Signals:
        changed: More names are known, or those of another service.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._service_address = ""
        self._names: dict[str, str] = {}
        self._asked: set[str] = set()
        self._read = LatestTask(session.runner, self)
        self._waiting: set[str] = set()

    def name(self, folder_id: str) -> str:
        """Return the name of an ID; empty if it is not known yet."""
        return self._names.get(folder_id, "")

    @property
    def names(self) -> dict[str, str]:
        """All names that are known, by ID."""
        return dict(self._names)

    def add_names(self, names: Mapping[str, str]) -> None:
        """Add names that were just read from the service in use.

        Args:
            names: ID to name.
        """
        self._turn_to(self._current_address)
        self._add(names)

    def load_names(self, ids: Iterable[str], service_address: str = "") -> None:
        """Load the names of IDs; `changed` follows when some are known.

        Args:
            ids: Of folders, or of shared folders.
            service_address: Of the service that they belong to; by default the one in use. Names of a service that no
                connection leads to any more are not looked for.
        """
        address = service_address or self._current_address
        self._turn_to(address)
        self._waiting |= {one for one in ids if one} - self._asked
        self._ask()

    @property
    def _current_address(self) -> str:
        current = self._session.current
        return current.service_address if current is not None else ""

    def _turn_to(self, service_address: str) -> None:
        """Forget the names of another service, where the same ID is something else."""
        if service_address == self._service_address:
            return
        self._service_address = service_address
        self._read.cancel()
        self._asked, self._waiting = set(), set()
        if self._names:
            self._names = {}
            self.changed.emit()

    def _connection(self) -> Connection | None:
        session = self._session
        known = (session.current, *session.connections)
        return next(
            (one for one in known if one is not None and one.service_address == self._service_address), None
        )

    def _ask(self) -> None:
        connection = self._connection()
        if self._read.is_running or not self._waiting or connection is None:
            return
        backend, ids = self._session.backend, frozenset(self._waiting)
        self._asked |= ids
        self._waiting = set()
        # Not where the service is waited for. IDs without names are as good as before, so failures are ignored.
        self._read.start(
            Lane.HISTORY, lambda: backend.kept_lookups(connection).names(ids), on_success=self._on_read
        )

    def _on_read(self, names: dict[str, str]) -> None:
        self._add(names)
        self._ask()

    def _add(self, names: Mapping[str, str]) -> None:
        new = {one: name for one, name in names.items() if name and self._names.get(one) != name}
        if new:
            self._names.update(new)
            self.changed.emit()
