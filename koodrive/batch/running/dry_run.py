"""The dry run: the same engine on a copy of what counts, with a transport that is cut before the socket."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from koodrive.batch.running.result_files import write_results
from koodrive.batch.running.runs import BatchRuns
from koodrive.creation.creator import Creator
from koodrive.creation.undo.undoer import Undoer
from koodrive.journal.batches.scratch import ScratchJournal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import timedelta

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.models import BatchState, PauseReason
    from koodrive.batch.running.progress import RunProgress
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Journal, Pace
    from koodrive.messages import Message
    from koodrive.models import Connection

ANSWER_SECONDS = 0.5
"""Time of one answer that is reckoned with while none was measured."""


@dataclass(frozen=True, slots=True)
class DryRunReport:
    """What a run of the batch would come to, as far as this computer can tell."""

    state: BatchState
    """``finished``, or how the run would end."""
    reason: PauseReason | None
    text: Message | None
    counts: Mapping[str, int]
    """Number of rows of each state: ``created`` are those that would be sent and not held back."""


class DryRun:
    """A dry run of one batch; a context manager, which removes the copy that it works on.

    Nothing is written to the history and no create is sent; the service's lists are read as before a run.

    Args:
        journal: The history with the batch.
        batch_id: The batch; its decisions count.
        connection: Service address and user to send as.
        client: Its client.
        on_progress: Called when anything has changed, on a thread of the run.

    Raises:
        JournalError: When the copy cannot be made.
    """

    def __init__(
        self,
        journal: Journal,
        batch_id: int,
        *,
        connection: Connection,
        client: KooDriveClient,
        on_progress: Callable[[RunProgress], object] = lambda _progress: None,
    ) -> None:
        self._batch_id = batch_id
        self._connection = connection
        self._client = client.rehearsal()
        self._on_progress = on_progress
        self._folder = Path(tempfile.mkdtemp(prefix=".dry-run-", dir=journal.path.parent))
        try:
            self.journal = ScratchJournal(
                self._folder / journal.path.name, journal.path, batch_id, connection
            )
            """The copy: rows, attempts and bodies as a run would have left them."""
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def run(self, cancellation: Cancellation) -> DryRunReport:
        """Run the copy of the batch to its end, and return what it came to; blocks.

        Args:
            cancellation: Ends it after the row that is under way.

        Raises:
            JournalError: When the copy cannot be written.
        """
        runs = BatchRuns(Creator(self.journal), Undoer(self.journal))
        runner = runs.runner(
            self._batch_id,
            connection=self._connection,
            client=lambda: self._client,
            search_pauses=(),
            on_progress=self._on_progress,
        )
        runner.start()
        cancellation.listen(runner.pause)
        runner.wait()
        progress = runner.progress
        return DryRunReport(progress.state, progress.reason, progress.text, progress.counts)

    def body(self, row: int) -> str | None:
        """Return the exact JSON text that the create of a row would send; None for a row that would not be sent.

        IDs of folders that are yet to be made stand in it as made-up ones.

        Raises:
            JournalError: When the copy cannot be read.
        """
        for found in self.journal.batch_rows.rows(self._batch_id, [row]):
            if found.attempt_id is not None:
                return self.journal.history.attempt(found.attempt_id).body
        return None

    def write_results(self, path: Path, translate: Callable[[str], str] = str) -> int:
        """Write the result of the dry run, which says so in each row, and return the number of rows.

        Args:
            path: Where to, ``.xlsx`` or else CSV.
            translate: Translates a message.

        Raises:
            JournalError: When it cannot be written.
        """
        return write_results(path, self.journal, self._batch_id, is_dry_run=True, translate=translate)

    def close(self) -> None:
        """Remove the copy; may be called twice."""
        self.journal.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def estimated_seconds(rows: int, pace: Pace, answer_seconds: float = ANSWER_SECONDS) -> float:
    """Return about how long a run takes.

    Args:
        rows: Number of rows to send.
        pace: How fast they may go out.
        answer_seconds: Time of one answer.
    """
    by_answers = rows * answer_seconds / pace.parallel
    return by_answers if pace.rate is None else max(by_answers, rows / pace.rate)


def may_outlive_token(seconds: float, left: timedelta | None) -> bool:
    """Return whether a run is likely to last longer than its token.

    Args:
        seconds: From `estimated_seconds`.
        left: What is left of the life of the token; None where it is not known.
    """
    return left is not None and seconds > left.total_seconds()
