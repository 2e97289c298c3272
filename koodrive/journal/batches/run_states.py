"""What a run does, in the table that has it: its state, why it waits, the process that it belongs to, its pace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from koodrive.journal.attempts.stored_messages import message_to_json
from koodrive.journal.batches.claims import BatchStateError
from koodrive.messages import Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from koodrive.journal.batches.records import Pace
    from koodrive.journal.connection import DatabaseConnection


class RunStates:
    """The states of the runs of one table.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        reader: A connection for reading, which nothing long uses.
        table: ``batch`` for runs that create the rows of a batch, ``batch_undo`` for those that take it back.
    """

    def __init__(
        self,
        writer: DatabaseConnection,
        reader: DatabaseConnection,
        table: Literal["batch", "batch_undo"],
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._set = f"""
            UPDATE {table} SET state = :state, reason = :reason, reason_text = :reason_text,
                owner = coalesce(:owner, owner), wish = NULL
            WHERE batch_id = :batch_id
        """  # noqa: S608 - the name of a table of ours
        self._state_of = f"SELECT state, owner FROM {table} WHERE batch_id = ?"  # noqa: S608 - likewise
        self._running = f"SELECT batch_id, owner FROM {table} WHERE state = 'running'"  # noqa: S608 - likewise
        self._wish = f"UPDATE {table} SET wish = ? WHERE batch_id = ?"  # noqa: S608 - likewise
        self._wish_of = f"SELECT wish FROM {table} WHERE batch_id = ?"  # noqa: S608 - likewise
        self._pace = f"UPDATE {table} SET parallel = ?, rate = ? WHERE batch_id = ?"  # noqa: S608 - likewise

    def close_interrupted(self, is_alive: Callable[[str], bool]) -> int:
        """Pause the runs that are ``running`` and whose process has ended, and return how many they are.

        Args:
            is_alive: Says whether a process of that name is still there.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            running = database.execute(self._running).fetchall()
            dead = [batch_id for batch_id, owner in running if owner is None or not is_alive(owner)]
            for batch_id in dead:
                self.write_state(database, batch_id, "paused", "crash")
        return len(dead)

    def ask_to_end(
        self, batch_id: int, state: str, reason: str | None = None, *, is_alive: Callable[[str], bool]
    ) -> None:
        """End or pause a run, wherever it is: its owner does so as soon as what is in flight has ended.

        Args:
            batch_id: Number of the batch.
            state: ``stopped`` or ``paused``.
            reason: A value of `koodrive.batch.models.PauseReason`; for one that is paused.
            is_alive: Says whether a process of a name is still there.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            found = database.execute(self._state_of, (batch_id,)).fetchone()
            if self.is_running(database, batch_id, is_alive):
                database.execute(self._wish, (state, batch_id))
            elif found is not None and found[0] != "finished":
                self.write_state(database, batch_id, state, reason)

    def wish(self, batch_id: int) -> str | None:
        """Return the state that another process has asked for since the run began; None for none.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            found = database.execute(self._wish_of, (batch_id,)).fetchone()
        return None if found is None else found[0]

    def set_state(
        self, batch_id: int, state: str, reason: str | None = None, reason_text: Message | None = None
    ) -> None:
        """Write down what a run does.

        Args:
            batch_id: Number of the batch.
            state: A value of `koodrive.batch.models.BatchState`.
            reason: A value of `koodrive.batch.models.PauseReason`; for one that is paused.
            reason_text: What happened, for the user.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            self.write_state(database, batch_id, state, reason, reason_text)

    def set_pace(self, batch_id: int, pace: Pace) -> None:
        """Write down how fast rows go out.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            database.execute(self._pace, (pace.parallel, pace.rate, batch_id))

    def is_running(
        self, database: sqlite3.Connection, batch_id: int, is_alive: Callable[[str], bool]
    ) -> bool:
        """Return whether a living process runs a batch, in the caller's transaction."""
        found = database.execute(self._state_of, (batch_id,)).fetchone()
        return found is not None and found[0] == "running" and found[1] is not None and is_alive(found[1])

    def require_not_running(
        self, database: sqlite3.Connection, batch_id: int, is_alive: Callable[[str], bool]
    ) -> None:
        """Refuse to begin what a living process does already, in the caller's transaction.

        Raises:
            BatchStateError: When one does.
        """
        if self.is_running(database, batch_id, is_alive):
            raise BatchStateError(
                Message("The batch runs already"),
                Message(
                    "Nothing was sent. Another window or command runs this batch; wait for it, or pause it there."
                ),
            )

    def write_state(
        self,
        database: sqlite3.Connection,
        batch_id: int,
        state: str,
        reason: str | None = None,
        reason_text: Message | None = None,
        *,
        owner: str | None = None,
    ) -> None:
        """Write down what a run does, in the caller's transaction.

        Args:
            database: In that transaction.
            batch_id: Number of the batch.
            state: A value of `koodrive.batch.models.BatchState`.
            reason: A value of `koodrive.batch.models.PauseReason`; for one that is paused.
            reason_text: What happened, for the user.
            owner: The process that it belongs to from now on; None to keep the one of before.
        """
        values = {
            "batch_id": batch_id,
            "state": state,
            "reason": reason,
            "reason_text": message_to_json(reason_text),
            "owner": owner,
        }
        database.execute(self._set, values)
