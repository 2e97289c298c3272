"""The durable record of every attempt and its outcome."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Self

from koodrive.core.file_lock import FileLock
from koodrive.journal.attempts.outcomes import OutcomeRecorder
from koodrive.journal.attempts.table import AttemptTable
from koodrive.journal.batches import BatchRowTable, BatchRunTable, BatchTable, BatchUndoTable
from koodrive.journal.batches.plan_table import PlanTable
from koodrive.journal.connection import DatabaseConnection
from koodrive.journal.database import open_database, open_reader
from koodrive.journal.errors import Operation
from koodrive.journal.lookup_cache import LookupCacheTable
from koodrive.journal.names import NameTable
from koodrive.journal.queue import QueueTable
from koodrive.journal.reader import HistoryReader
from koodrive.journal.recovery.backup import back_up
from koodrive.journal.recovery.maintenance import Maintenance, damage_text
from koodrive.journal.service_lists import ServiceListTable
from koodrive.journal.sharing.processes import ProcessRegistry, lock_folder
from koodrive.journal.sharing.watch import ProcessWatch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from koodrive.core.deadline import Cancellation
    from koodrive.journal.recovery.integrity_check import Condition
    from koodrive.messages import Message


class Journal:
    """The history file, with an entry for every create since the first.

    Several processes may have it open at once. Any thread may call any method, also of the tables. Writes wait for
    each other, and reads for each other, but never one for the other. A context manager, which closes it.

    Attributes:
        attempts: Table of the attempts: intents, outcomes, open attempts.
        outcomes: Writes outcomes into it, later where the disk does not take them.
        history: Reads attempts for the window and for exports.
        service_lists: Table of what the service's lists have shown.
        lookup_cache: Table of the last good answers to lookups.
        names: Table of the names of IDs.
        queue: Table of the requests that wait for their turn.
        processes: The processes that use the file; what is `processes.own` belongs to this one.
        batches: Table of the batches.
        batch_rows: Table of their rows.
        batch_runs: What a run asks of the rows.
        batch_undos: Table of the batches that are taken back.
        plans: What is known about rows before they are sent.
        notice: Message for the user about the file: it is newer and read-only, or a damaged one was put aside.

    Args:
        path: The file. It is begun, with its folder, when it is missing, and put aside when it is damaged.
        busy_seconds: How long to wait for another program that keeps the file locked.

    Raises:
        JournalError: When the file can neither be opened nor begun; the message names it.
    """

    def __init__(self, path: Path, *, busy_seconds: float = 5.0) -> None:
        self.path = path
        self.processes = ProcessRegistry(path)
        opened = open_database(path, busy_seconds, self.processes)
        self.notice: Message | None = opened.notice
        self._writer = opened.writer
        self._indexed = opened.indexed
        self._folded = opened.folded
        self._maintenance: Maintenance | None = None
        self._watch: ProcessWatch | None = None
        self._listeners: list[Callable[[Message], object]] = []
        try:
            self.history = HistoryReader(lambda: open_reader(path, busy_seconds), indexed=opened.indexed)
            self._batch_reader = open_reader(path, busy_seconds)
            # A window that looks for a text in all rows does not keep the next row waiting.
            self._run_reader = open_reader(path, busy_seconds)
        except BaseException:
            if opened.writer is not None:
                opened.writer.close()
            self.processes.leave()
            raise
        writer = opened.writer or DatabaseConnection(None, path, Operation.WRITING, refusal=opened.notice)
        self.attempts = AttemptTable(writer, self.history.forgo_search_index, self.processes)
        self.outcomes = OutcomeRecorder(self.attempts)
        self.service_lists = ServiceListTable(writer)
        self.lookup_cache = LookupCacheTable(writer)
        self.names = NameTable(writer)
        self.queue = QueueTable(writer)
        self.batches = BatchTable(writer, self._batch_reader)
        self.batch_rows = BatchRowTable(writer, self._batch_reader)
        self.batch_runs = BatchRunTable(writer, self._run_reader)
        self.batch_undos = BatchUndoTable(writer, self._run_reader)
        self.plans = PlanTable(self._batch_reader)

    @property
    def read_only(self) -> bool:
        """Whether the file was written by a newer KooDesk, so that nothing can be added to it."""
        return self._writer is None

    @property
    def names_are_folded(self) -> bool:
        """Whether a search finds every name whatever its case; in a large history from before it takes a while."""
        return self._folded or (self._maintenance is not None and self._maintenance.names_are_folded)

    def start_maintenance(self) -> None:
        """Start the background thread that checks the file and keeps its write-ahead log short; to be called once.

        Damage is reported by `notice` and to the listeners (`listen`). A read-only history is left alone.
        """
        if self._writer is not None:
            self._maintenance = Maintenance(
                self.path,
                self._writer,
                self._on_checked,
                FileLock(lock_folder(self.path) / "repair"),
                indexed=self._indexed,
            )
            self._maintenance.start()

    def watch(self, on_changed: Callable[[int], object]) -> None:
        """Start the background thread that notices what other processes write; to be called once.

        A read-only history is left alone.

        Args:
            on_changed: Called on that thread within a second, with the number of attempts that a process has left
                behind which ended meanwhile; they are ``unknown`` now.
        """
        if self._writer is not None:
            self._watch = ProcessWatch(self._writer, self.attempts, on_changed)
            self._watch.start()

    def listen(self, on_notice: Callable[[Message], object]) -> None:
        """Register a function that gets each later `notice`, on the background thread."""
        self._listeners.append(on_notice)

    def back_up(
        self,
        target: Path,
        cancellation: Cancellation | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> int:
        """Copy the history into one file, as `koodrive.journal.recovery.backup.back_up` does.

        Returns:
            Number of attempts.
        """
        return back_up(self.path, target, cancellation, progress)

    def close(self) -> None:
        """Stop the reads, wait for the write that is under way and close the file; may be called twice."""
        for work in (self._watch, self._maintenance):
            if work is not None:
                work.close()
        # The writer goes last: the last one to leave puts everything into the one file, and readers cannot.
        self.history.close()
        self._batch_reader.close()
        self._run_reader.close()
        if self._writer is not None:
            self._writer.close()
        self.processes.leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _on_checked(self, condition: Condition) -> None:
        self.history.set_damaged(damaged=bool(condition.damaged or condition.indexes_damaged))
        notice = damage_text(self.path, condition)
        if notice is not None:
            self.notice = notice
            for on_notice in self._listeners:
                # A window that listens may be gone by now.
                with contextlib.suppress(RuntimeError):
                    on_notice(notice)
