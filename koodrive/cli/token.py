"""The token of a command: from the keyring or from standard input, never from an argument or the environment."""

from __future__ import annotations

import getpass
import os
import re
import warnings
from typing import TYPE_CHECKING

from koodrive.api.auth import AuthorizationFormat, check_token, clean_token
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.failures import CommandError
from koodrive.cli.streams import is_interactive, is_typed, read_line_of_input, visible
from koodrive.cli.texts.language import in_language
from koodrive.connections.auth_method import AuthMethod, auth_method_of
from koodrive.connections.sessions import StoredCredentials
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.backend.backend import Backend
    from koodrive.models import Connection

_OUR_SECRETS = re.compile(r"KOO(?:DRIVE|DESK)_\w*(?:TOKEN|SECRET|PASSWORD)\w*", re.IGNORECASE)


def refuse_environment() -> None:
    """Refuse a token in the environment, where every child process finds it.

    Raises:
        CommandError: When a variable of ours holds one.
    """
    for name, value in os.environ.items():
        if value and _OUR_SECRETS.fullmatch(name):
            raise CommandError(
                "token_in_environment",
                Message("A token is never taken from the environment"),
                Message(
                    "{variable} is set, and every program that is started from here can read it. Nothing was sent."
                    " Unset it, and give the token on standard input (--token-stdin) or keep it in the keyring"
                    " (koodrive connections add).",
                    variable=name,
                ),
            )


def read_token(connection: Connection) -> str:
    """Return the token on standard input, cleaned; a terminal is asked without an echo.

    Args:
        connection: Its authorization format decides what a token is.

    Raises:
        CommandError: When there is none, or it is no token.
    """
    form = AuthorizationFormat(connection.authorization_format)
    try:
        given = _asked(connection) if is_typed() else (read_line_of_input() or b"").decode("utf-8")
    except ValueError:
        given = "\N{REPLACEMENT CHARACTER}"
    token = clean_token(given, form).token
    SECRETS.register(token)
    problem = check_token(token, form)
    if not given.strip():
        raise CommandError(
            "token_missing",
            Message("There is no token on standard input"),
            Message("Nothing was sent. Put it on its first line: koodrive … --token-stdin < FILE"),
        )
    if problem is not None:
        raise CommandError(
            "token_invalid",
            Message("What is on standard input is no token"),
            Message("Nothing was sent. {reason}", reason=problem.message),
        )
    return token


def stored_credentials(backend: Backend, connection: Connection) -> StoredCredentials:
    """Return the token of a stored connection; a terminal is asked for one that the keyring does not have.

    Args:
        backend: Has the keyring.
        connection: The connection.

    Raises:
        CredentialError: When the keyring does not answer.
        CommandError: When it has none and nobody can be asked.
    """
    stored = backend.sessions.load(connection)
    if stored is not None:
        return stored
    if is_interactive():
        return StoredCredentials(read_token(connection))
    raise CommandError(
        "token_missing",
        Message("The keyring has no token for “{name}”", name=connection.name),
        Message(
            "Nothing was sent. {remedy}, or give a token on standard input with --token-stdin.",
            remedy=_REMEDIES[auth_method_of(connection)],
        ),
        ExitCode.SIGN_IN,
    )


_REMEDIES = {
    AuthMethod.TOKEN: Message("Store one with 'koodrive connections add' or in KooDesk"),
    AuthMethod.ACCOUNT: Message("Sign in with KooDesk"),
    AuthMethod.APP_KEY: Message("Store the app's key with 'koodrive connections add' or in KooDesk"),
}


def _asked(connection: Connection) -> str:
    """Return what was typed, without an echo.

    Raises:
        CommandError: When the terminal cannot do that.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            asked = Message("Token of {name} (it is not shown):", name=visible(connection.name))
            return getpass.getpass(f"{in_language(asked)} ")
        except EOFError:
            return ""
        except getpass.GetPassWarning as error:
            raise CommandError(
                "token_echoed",
                Message("This terminal would show the token"),
                Message("Nothing was sent. Give it from a file: koodrive … --token-stdin < FILE"),
            ) from error
