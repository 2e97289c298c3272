"""Looks, for as long as the user wants, for what became of requests whose answers were lost."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from koodrive.core.deadline import Cancellation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from koodrive.cli.interrupts import Interrupts
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.messages import Message


@contextmanager
def limited(cancellation: Cancellation, seconds: float | None) -> Iterator[Cancellation]:
    """Return a cancellation for the block that is cancelled by `cancellation`, or after some seconds.

    Args:
        cancellation: Of the whole command.
        seconds: None for no limit.
    """
    limited_one = Cancellation()
    cancellation.listen(limited_one.cancel)
    timer = None if seconds is None else threading.Timer(seconds, limited_one.cancel)
    if timer is not None:
        timer.start()
    try:
        yield limited_one
    finally:
        if timer is not None:
            timer.cancel()
            timer.join()


def look_for(
    options: CommonOptions,
    session: Session,
    interrupts: Interrupts,
    lost: Sequence[int],
    announced: Message,
    **values: str,
) -> bool:
    """Look for what became of lost requests; what is found is in the history then.

    Args:
        options: Say for how long; without, nothing is looked for.
        session: The connection.
        interrupts: The signals; after one, nothing is looked for.
        lost: Numbers of the attempts.
        announced: Is said before; takes ``{seconds}`` and ``{count}``.
        values: Others that it takes.

    Returns:
        Whether it was looked for.

    Raises:
        KoodriveError: When service or history cannot be asked.
    """
    if not lost or not options.wait_resolve or interrupts.was_asked:
        return False
    client = session.client()
    options.output.say(announced.filled(seconds=f"{options.wait_resolve:g}", count=len(lost), **values))
    with limited(interrupts.cancellation, options.wait_resolve) as cancellation:
        interrupts.run(
            lambda: session.backend.resolver.resolve(
                lost, client=client, connection=session.connection, cancellation=cancellation
            )
        )
    return True
