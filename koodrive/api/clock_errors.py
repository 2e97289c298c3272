"""A refusal whose reason may be the clock of this computer, in words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.error_codes import KNOWN_CODES, NOTHING_CREATED, NOTHING_TAKEN_BACK
from koodrive.clock.server_clock import NEGLIGIBLE, offset_text
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    ForeignAnswerError,
    RateLimitedError,
    RedirectedError,
)
from koodrive.messages import Message, sentences
from koodrive.models import Action

if TYPE_CHECKING:
    from datetime import timedelta

    from koodrive.errors import RefusedError

_TIME_REFUSED = Message("The service did not accept the time of the request")
_WRONG_ESTIMATE = Message(
    "The time that KooDesk had for this service was wrong. It has learned the right one, so that the next try can work."
)
_TIME_TAKEN_OVER = Message(
    "KooDesk has taken over the service's time, so that the next try can work; set the clock right when you can."
)
_ELSE_THE_TOKEN = Message("If that is refused, too, the token or the user is the reason.")
_CLOCK_MAY_BE_WRONG = Message(
    "The answer does not tell the service's time, so the clock of this computer may be the reason as well: check that"
    " it is right."
)


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
    nothing_done = NOTHING_TAKEN_BACK if action is Action.DELETE else NOTHING_CREATED
    if abs(ahead) < NEGLIGIBLE:
        message = sentences(nothing_done, _WRONG_ESTIMATE, _ELSE_THE_TOKEN)
        return ClockError(_TIME_REFUSED, message, ahead=None, **error.details)
    message = sentences(nothing_done, offset_text(ahead), _TIME_TAKEN_OVER, _ELSE_THE_TOKEN)
    return ClockError(_TIME_REFUSED, message, ahead=ahead, **error.details)


def with_clock_hint(error: AuthenticationError) -> AuthenticationError:
    """Return a refusal that names the clock as well; for a service whose time is not known.

    Args:
        error: A refusal whose answer did not tell the service's time.
    """
    message = sentences(error.message, _CLOCK_MAY_BE_WRONG)
    return AuthenticationError(error.title, message, **error.details)
