"""Tells what a refusal is about: the token, or the user who is named beside it."""

from __future__ import annotations

from typing import TypeGuard

from koodrive.errors import AuthenticationError, ClockError, KoodriveError

_USER_HEADER = "x-user-id"


def is_of_user(error: KoodriveError) -> bool:
    """Return whether the service blames the user, by naming the header, whatever number it gives to that."""
    return _USER_HEADER in (error.server_words or "").casefold()


def is_of_token(error: Exception) -> TypeGuard[AuthenticationError]:
    """Return whether the service does not accept the token any more, so that another one is what helps.

    The clock is no matter of the token, and a user who may not do something (403) has one that is accepted.

    Args:
        error: Whatever a call has raised.
    """
    if not isinstance(error, AuthenticationError) or isinstance(error, ClockError):
        return False
    return "401" in (error.code, str(error.status)) and not is_of_user(error)
