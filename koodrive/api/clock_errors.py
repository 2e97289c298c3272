"""A refusal whose reason may be the clock of this computer, in words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.error_codes import KNOWN_CODES
from koodrive.clock.server_clock import NEGLIGIBLE, format_offset
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    ForeignAnswerError,
    RateLimitedError,
    RedirectedError,
)
from koodrive.messages import Message
from koodrive.models import Action

if TYPE_CHECKING:
    from datetime import timedelta

    from koodrive.errors import RefusedError

_TIME_REFUSED = Message("The service did not accept the time of the request")


def clock_error(error: RefusedError, ahead: timedelta, action: Action | None) -> RefusedError:
    """Return a refusal that names the clock, where it may be the reason; to be called where the clock explains it.

    Args:
        error: A refusal. One whose known reason is another comes back as it is.
        ahead: How far the local clock is ahead of the service's.
        action: What the request was to do; None for one that reads or signs in.
    """
    kinds = RateLimitedError | RedirectedError | ForeignAnswerError
    known_otherwise = error.code in KNOWN_CODES or isinstance(error, kinds)
    if known_otherwise and not isinstance(error, AuthenticationError):
        return error
    comfort = "Nothing was taken back." if action is Action.DELETE else "Nothing was created."
    if abs(ahead) < NEGLIGIBLE:
        return ClockError(
            _TIME_REFUSED,
            Message(
                f"{comfort} The time that KooDesk had for this service was wrong. It has learned"
                " the right one, so that the next try can work. If that is refused, too, the token or the"
                " user is the reason."
            ),
            **error.details,
        )
    minutes, seconds, direction = format_offset(ahead)
    return ClockError(
        _TIME_REFUSED,
        Message(
            f"{comfort} The clock of this computer is {{minutes}} min {{seconds}} s {direction}. KooDesk has"
            " taken over the service's time, so that the next try can work; set the clock right when you can. If that"
            " is refused, too, the token or the user is the reason.",
            minutes=minutes,
            seconds=seconds,
        ),
        **error.details,
    )


def with_clock_hint(error: AuthenticationError) -> AuthenticationError:
    """Return a refusal that names the clock as well; for a service whose time is not known.

    Args:
        error: A refusal whose answer did not tell the service's time.
    """
    message = Message(
        f"{error.message.template} The answer does not tell the service's time, so the clock of this computer may be"
        " the reason as well: check that it is right.",
        **error.message.values,
    )
    return AuthenticationError(error.title, message, **error.details)
