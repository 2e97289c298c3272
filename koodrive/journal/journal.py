"""The durable record of every attempt and its outcome."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Self, TypeVar

from koodrive.errors import JournalError
from koodrive.journal import open_attempts, search_index, writer
from koodrive.journal.database import open_database, reading_channel
from koodrive.journal.errors import Operation, closed_error
from koodrive.journal.lookup_cache import LookupCacheTable
from koodrive.journal.names import NameTable
from koodrive.journal.reader import HistoryReader
from koodrive.journal.recovery.maintenance import Maintenance, damage_words
from koodrive.journal.service_lists import ServiceListTable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime
    from pathlib import Path

    from koodrive.core.deadline import Cancellation
    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.duplicates import DuplicateCheck
    from koodrive.journal.records import Attempt, AttemptRow, FirstRows, HistoryQuery, Made, Settlement
    from koodrive.journal.recovery.integrity_check import Condition
    from koodrive.messages import Message
    from koodrive.models import Connection, CreateRequest, RequestKind

T = TypeVar("T")


class Journal:
    """The history file, with an entry for every create since the first.

    Any thread may call any method. Writes wait for each other, and reads for each other, but never one for
    the other. A context manager, which closes it.

    Args:
        path: The file. It is begun, with its folder, when it is missing, and put aside when it is damaged.
        busy_seconds: How long to wait for another program that keeps the file locked.

    Raises:
        JournalError: When the file can neither be opened nor begun; the message names it.
    """

    def __init__(self, path: Path, *, busy_seconds: float = 5.0) -> None:
        self.path = path
        opened = open_database(path, busy_seconds)
        self.notice: Message | None = opened.notice
        """What people should know: a newer file that can only be read, a damaged one or its log put aside."""
        self.lists = ServiceListTable(self._writing)
        """What the service's lists have shown."""
        self.answers = LookupCacheTable(self._writing)
        """The last good answers to what people look up."""
        self.names = NameTable(self._writing)
        """What IDs are called."""
        self._writer = opened.writer
        self._indexed = opened.indexed
        self._folded = opened.folded
        self._maintenance: Maintenance | None = None
        self._listeners: list[Callable[[Message], object]] = []
        try:
            self._reader = HistoryReader(lambda: reading_channel(path, busy_seconds), indexed=opened.indexed)
        except BaseException:
            if opened.writer is not None:
                opened.writer.close()
            raise

    @property
    def read_only(self) -> bool:
        """Whether the file was written by a newer KooDesk, so that nothing can be added to it."""
        return self._writer is None

    @property
    def names_are_folded(self) -> bool:
        """Whether a search finds every name whatever its case; in a large history from before it takes a while."""
        return self._folded or (self._maintenance is not None and self._maintenance.names_are_folded)

    def start_maintenance(self) -> None:
        """Check the file and keep its write-ahead log short, on a background thread, until `close`; to be called once.

        Damage is told by `notice` and to those who listen (`listen`). A history that can only be read is left alone.
        """
        if self._writer is not None:
            self._maintenance = Maintenance(self.path, self._writer, self._on_checked, indexed=self._indexed)
            self._maintenance.start()

    def listen(self, on_notice: Callable[[Message], object]) -> None:
        """Have a function called, on the background thread, with a `notice` that comes later."""
        self._listeners.append(on_notice)

    def begin(
        self,
        *,
        request: CreateRequest,
        connection: Connection,
        trace_id: str,
        body: str,
        started_at: datetime,
        served_at: datetime | None = None,
        note: str | None = None,
        check: DuplicateCheck | None = None,
    ) -> int:
        """Write the intent of one create down, unless `check` refuses it; it is on the disk when this returns.

        Duplicate check and intent are one transaction, whatever other programs do with the file.

        Args:
            request: What is to be created.
            connection: Where and as whom; kept with the attempt, as connections change.
            trace_id: The X-Traceid that goes out.
            body: The JSON text that goes out.
            started_at: When, by the local clock; with a time zone.
            served_at: When, by the service's clock; None while its time is not known.
            note: What people should know about how it was begun.
            check: Holds the request back where it may double something; None when people have confirmed it.

        Returns:
            The number of the attempt, which no other attempt ever has.

        Raises:
            JournalError: When it could not be written, so that nothing may be sent; names the file.
            KoodriveError: What `check` raises; nothing was written then.
            ValueError: When `started_at` or `served_at` has no time zone.
        """
        return self._written(
            lambda channel: writer.begin(
                channel,
                request=request,
                connection=connection,
                trace_id=trace_id,
                body=body,
                started_at=started_at,
                served_at=served_at,
                note=note,
                check=check,
            )
        )

    def settle(self, attempt_id: int, settlement: Settlement) -> Attempt | None:
        """Write down what became of an attempt; it is on the disk when this returns.

        An outcome is final, except ``unknown``: that may be settled again when the truth was found out.

        Args:
            attempt_id: What `begin` returned.
            settlement: The outcome.

        Returns:
            The first attempt at the same service that is known to have the same result, where `note_if_known` of
            `settlement` asks for it; else None.

        Raises:
            JournalError: When it could not be written, the attempt has its outcome or is not there.
        """
        return self._written(lambda channel: writer.settle(channel, attempt_id, settlement))

    def close_interrupted(self) -> int:
        """Give the outcome ``unknown`` to every attempt that is still ``sending``, and return how many.

        To be called at start, when no other process works with the file: these attempts belong to one that
        died. In a history that can only be read there is nothing to do.

        Raises:
            JournalError: When it could not be written.
        """
        return 0 if self.read_only else self._written(writer.close_interrupted)

    def annotate(self, attempt_id: int, note: str) -> None:
        """Write down what is known about an attempt whose outcome stays ``unknown``; others keep their note.

        Args:
            attempt_id: What `begin` returned.
            note: For people, in place of the note before.

        Raises:
            JournalError: When it could not be written.
        """
        self._written(lambda channel: open_attempts.annotate(channel, attempt_id, note))

    def add_remark(self, attempt_id: int, remark: str) -> None:
        """Write down what was noticed about a create after its outcome ``created``; others keep their note.

        Args:
            attempt_id: What `begin` returned.
            remark: For people; it comes after the note that is there.

        Raises:
            JournalError: When it could not be written.
        """
        open_attempts.add_remark(self._writing(), attempt_id, remark)

    def open_attempts(self, connection: Connection) -> list[Attempt]:
        """Return what is ``unknown`` or ``sending`` at the service and user of `connection`, oldest first.

        Raises:
            JournalError: When the history cannot be used.
        """
        return open_attempts.open_attempts(self._writing(), connection)

    def ruled_out(self, connection: Connection, name: str | None, since: datetime) -> list[Attempt]:
        """Return the attempts that were ``unknown`` and then found to have made nothing, oldest first.

        Args:
            connection: Where and as whom.
            name: The name in their requests.
            since: Only those that began then or later; with a time zone.

        Raises:
            JournalError: When the history cannot be used.
        """
        return open_attempts.ruled_out_attempts(self._writing(), connection, name, since)

    def reopen(self, attempt: Attempt, title: Message, message: Message, note: str) -> None:
        """Give an attempt the outcome ``unknown`` back, as it may have made something after all.

        Args:
            attempt: One of `ruled_out`; one that has another outcome by now stays as it is.
            title: What happened, for people.
            message: What it means and what to do, for people.
            note: In place of the note before.

        Raises:
            JournalError: When it could not be written.
            ValueError: When `attempt` was not ruled out.
        """
        self._written(lambda channel: open_attempts.reopen(channel, attempt, title, message, note))

    def known_ids(self, connection: Connection, object_ids: Collection[str]) -> set[str]:
        """Return those of `object_ids` that an attempt at the service of `connection` is known to have created.

        Raises:
            JournalError: When the history cannot be used.
        """
        return open_attempts.known_ids(self._writing(), connection, object_ids)

    def count(self, query: HistoryQuery) -> int:
        """Return how many attempts `query` selects.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        return self._reader.count(query)

    def window(self, query: HistoryQuery, first: int, size: int) -> list[AttemptRow]:
        """Return up to `size` rows of what `query` selects, from place `first` (from 0) in its order.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        return self._reader.window(query, first, size)

    def first_rows(self, query: HistoryQuery, size: int) -> FirstRows:
        """Return the first rows of what `query` selects soon, though to count all of them may take long.

        When the count is not known, there may be fewer than `size` rows or none, as no more were found soon
        enough, and `count` and `window` have everything to do; when it is, they have nothing left to do.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        return self._reader.first_rows(query, size)

    def attempt(self, attempt_id: int) -> Attempt:
        """Return everything about one attempt.

        Raises:
            JournalError: When there is no such attempt, or the history cannot be read.
        """
        return self._reader.attempt(attempt_id)

    def attempts(self, query: HistoryQuery) -> Iterator[Attempt]:
        """Yield everything about all that `query` selects, in its order and in bounded memory.

        All of it belongs to one moment: what is written meanwhile is not in it. On a network share only the selection
        does, and each row is as it is when it is read, so that nobody who writes has to wait. It has a channel of its
        own, so windows are not delayed and `interrupt` does not stop it. Close an iterator that is not read to its end.

        Raises:
            JournalError: When the history cannot be read, or is closed meanwhile.
            ValueError: When a time of `query` has no time zone.
        """
        return self._reader.attempts(query)

    def back_up(
        self,
        target: Path,
        cancellation: Cancellation | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> int:
        """Copy the history into one file; see `koodrive.journal.recovery.backup`, also for the arguments.

        Returns:
            How many attempts are in it.
        """
        from koodrive.journal.recovery.backup import back_up  # noqa: PLC0415 - on a background thread, and seldom

        return back_up(self.path, target, cancellation, progress)

    def latest_id(self) -> int:
        """Return the number of the newest attempt, or 0 when there is none.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._reader.latest_id()

    def connections(self) -> list[tuple[str, str]]:
        """Return ID and name of every connection in the history, by name; of its names the one last used.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._reader.connections()

    def unknown_count(self) -> int:
        """Return how many attempts have the outcome ``unknown``.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._reader.unknown_count()

    def made(
        self, connection: Connection, kind: RequestKind, listed_ids: Collection[str], most: int
    ) -> tuple[dict[str, Made], dict[str, Made]]:
        """Return what attempts are known to have created, apart by whether the service lists it.

        It has a channel of its own, as `attempts` has.

        Args:
            connection: At which service and as whom.
            kind: What was created.
            listed_ids: The IDs that the service lists.
            most: How many there may be that it does not list; the newest count.

        Returns:
            Those of `listed_ids`, and all others; by ID, newest first.

        Raises:
            JournalError: When the history cannot be read, or is closed meanwhile.
        """
        return self._reader.made(connection, kind, listed_ids, most)

    def interrupt(self) -> None:
        """Stop the read for a window that is under way, which then raises `ReadInterruptedError`."""
        self._reader.interrupt()

    def close(self) -> None:
        """Stop the reads, wait for the write that is under way and close the file; may be called twice."""
        if self._maintenance is not None:
            self._maintenance.close()
        # The writer goes last: the last one to leave puts everything into the one file, and readers cannot.
        self._reader.close()
        if self._writer is not None:
            self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _on_checked(self, condition: Condition) -> None:
        self._reader.set_damaged(damaged=bool(condition.damaged or condition.indexes_damaged))
        notice = damage_words(self.path, condition)
        if notice is not None:
            self.notice = notice
            for on_notice in self._listeners:
                # A window that listens may be gone by now.
                with contextlib.suppress(RuntimeError):
                    on_notice(notice)

    def _written(self, write: Callable[[DatabaseConnection], T]) -> T:
        return search_index.written_without(self._writing(), write, self._reader.forgo_search_index)

    def _writing(self) -> DatabaseConnection:
        if self._writer is None:
            raise JournalError(
                Operation.WRITING.value, self.notice or closed_error(Operation.WRITING).message
            )
        return self._writer
