"""Errors of login and refresh, in texts about accounts and sessions instead of tokens and IDs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.api.error_bodies import with_server_text
from koodrive.api.responses import CANNOT_BE_READ
from koodrive.errors import AuthenticationError, KoodriveError, OutcomeUnknownError, RefusedError
from koodrive.messages import sentences, without

if TYPE_CHECKING:
    from koodrive.messages import Message


@dataclass(frozen=True, slots=True)
class LoginTexts:
    """Texts of the errors of one login call."""

    refused: Message
    """Title of a refusal."""
    advice: Message
    """Advice after a refusal."""
    lost: Message
    """Advice when no trustworthy response came."""


def translate_login_error(error: KoodriveError, words: LoginTexts) -> KoodriveError:
    """Return `error` in the texts of the login call, without the text of the response.

    Args:
        error: From `koodrive.api.transport.Transport.send`.
        words: The texts of the call that failed.
    """
    error.answer = None
    if isinstance(error, OutcomeUnknownError):
        message = sentences(without(error.message, CANNOT_BE_READ), words.lost)
        return OutcomeUnknownError(error.title, message, **error.details)
    if _is_about_the_account(error):
        message = with_server_text(words.advice, error.server_text, error.code, error.status)
        return AuthenticationError(words.refused, message, **error.details)
    return error


def _is_about_the_account(error: KoodriveError) -> bool:
    """Return whether the service itself said no, rather than a gateway or something that is not KooDrive.

    Which code it has for a wrong password or an old session is not documented, so it may be any.
    """
    if type(error) not in (RefusedError, AuthenticationError) or (error.code or "").startswith("APIG"):
        return False
    return bool(error.code or error.server_text) or isinstance(error, AuthenticationError)
