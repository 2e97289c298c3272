"""Progress of a batch on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from koodrive.batch.models import Verdict
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.words import counts_of
from koodrive.messages import Message, listed

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

    from koodrive.batch.running.progress import RunProgress
    from koodrive.cli.streams import Output

_LINE_SECONDS = 10.0
"""Seconds from one line to the next, where no terminal is."""
_NOT_SENT = {Verdict.EXISTS, Verdict.PROBLEM, Verdict.EXCLUDED, Verdict.DOUBTFUL}


class BatchProgress:
    """Shows where a batch stands, as a context manager.

    Args:
        output: The streams.
    """

    def __init__(self, output: Output) -> None:
        self._output = output
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._next_line = time.monotonic() + _LINE_SECONDS

    def __enter__(self) -> Self:
        if self._output.is_watched:
            from rich import console, progress  # noqa: PLC0415 - slow, and only for people

            self._bar = progress.Progress(
                progress.BarColumn(),
                progress.MofNCompleteColumn(),
                progress.TextColumn("{task.description}", markup=False),
                console=console.Console(stderr=True, highlight=False, emoji=False),
                transient=True,
            )
            self._task = self._bar.add_task("", total=None)
            self._bar.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, progress: RunProgress) -> None:
        """Show where it stands now; may be called often."""
        whole = progress.total - sum(progress.counts.get(word, 0) for word in _NOT_SENT)
        done = whole - progress.left
        if self._bar is not None and self._task is not None:
            self._bar.update(
                self._task, total=whole, completed=done, description=in_language(_text(progress))
            )
        elif time.monotonic() >= self._next_line:
            self._next_line = time.monotonic() + _LINE_SECONDS
            stand = Message("{done} of {total} rows.", done=done, total=whole)
            self._output.say(stand, _text(progress))


def _text(progress: RunProgress) -> Message:
    if progress.is_preparing:
        return Message("Reading what the service has …")
    if progress.wait_seconds:
        return Message("The service asks to wait: {seconds} s.", seconds=f"{progress.wait_seconds:.0f}")
    failed = counts_of(
        (word, progress.counts.get(word, 0)) for word in ("kept", "refused", "not_sent", "unknown")
    )
    left = progress.seconds_left
    return listed(
        failed,
        Message("{count} rows a minute", count=f"{progress.rows_per_minute:.0f}"),
        "" if left is None else Message("{seconds} s left", seconds=f"{left:.0f}"),
    )
