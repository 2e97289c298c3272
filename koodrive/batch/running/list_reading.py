"""Reads a list of the service at the start of a run, again where that may help, and says which could not be read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from koodrive.api.list_responses import ListMissingError
from koodrive.batch.running.pace import throttle_wait
from koodrive.batch.running.reactions import LONGEST_WAIT, pause_text
from koodrive.errors import (
    AddressError,
    CertificateError,
    NotSentError,
    OutcomeUnknownError,
    ProxyError,
    RateLimitedError,
)
from koodrive.messages import Message
from koodrive.models import CreateAlbum

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.core.deadline import Cancellation
    from koodrive.errors import KoodriveError
    from koodrive.models import CreateRequest

LIST_TRIES = 3
"""Times that a list is asked for at the start of a run."""
_LOST_WAIT = 1.0
_LATEST = 60.0
"""Seconds after which a list that does not answer is not asked for again: each try may take its whole deadline."""


def read_patiently(read: Callable[[], object], cancellation: Cancellation) -> None:
    """Read a list, up to `LIST_TRIES` times while it is throttled or its answer is lost; blocks.

    Args:
        read: Reads it once, whole.
        cancellation: Ends a pause, and with it the tries.

    Raises:
        KoodriveError: The error of the last try.
    """
    latest = time.monotonic() + _LATEST
    for tries_left in reversed(range(LIST_TRIES)):
        try:
            read()
        except (RateLimitedError, NotSentError, OutcomeUnknownError) as error:
            wait = _wait_after(error)
            if not tries_left or wait is None or time.monotonic() > latest or cancellation.wait(wait):
                raise
        else:
            return


def _wait_after(error: KoodriveError) -> float | None:
    """Return how long to wait before the next try; None where there is no use in one."""
    if isinstance(error, RateLimitedError):
        wait = throttle_wait(error.retry_after if error.is_wait_stated else None)
        return wait if wait <= LONGEST_WAIT else None
    return (
        None
        if isinstance(error, ListMissingError | AddressError | CertificateError | ProxyError)
        else _LOST_WAIT
    )


def list_text(request: CreateRequest, error: KoodriveError) -> Message:
    """Return what a run says that has to pause as a list could not be read.

    Args:
        request: Its result would stand in the list.
        error: Why.
    """
    if isinstance(error, RateLimitedError):
        why = Message("The service asks to slow down. Go on in a few minutes.")
    else:
        why = pause_text(error)
    if isinstance(request, CreateAlbum):
        return Message("The list of albums could not be read. No further row is sent. {why}", why=why)
    return Message("The list of shared folders could not be read. No further row is sent. {why}", why=why)
