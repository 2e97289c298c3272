"""Prints and changes the stored connections."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from koodrive.api.auth import AuthorizationFormat
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.failures import CommandError
from koodrive.cli.session import find_connection, open_backend
from koodrive.cli.streams import is_interactive, read_line_of_input, visible
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.tables import print_table
from koodrive.cli.texts.words import word_of
from koodrive.cli.token import read_token, refuse_environment
from koodrive.connections.auth_method import auth_method_of
from koodrive.connections.rules import check_connection
from koodrive.connections.store import new_connection_id
from koodrive.errors import CredentialError, InvalidRequestError, KeyringMissingError, KoodriveError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message, sentences
from koodrive.models import Connection
from koodrive.network.proxy import ProxyMode, normal_proxy_address
from koodrive.rules.address import normal_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.backend.backend import Backend
    from koodrive.cli.options import CommonOptions

_OPTIONS = {
    "name": "NAME",
    "serviceAddress": "--service-address",
    "userId": "--user-id",
    "proxyAddress": "--proxy",
    "proxyUser": "--proxy-user",
}


def print_all(options: CommonOptions) -> ExitCode:
    """Print the stored connections.

    Raises:
        KoodriveError: When they cannot be read.
    """
    output = options.output
    with open_backend(options, output, must_exist=True) as backend:
        stored = backend.profiles.load()
    if output.is_json:
        for connection in stored:
            output.record(_record(connection))
    elif stored:
        columns = (
            Message("Name"),
            Message("Service address"),
            Message("User ID"),
            Message("Sign-in"),
            Message("Proxy"),
        )
        rows = [
            (
                item.name,
                item.service_address,
                item.user_id,
                word_of(auth_method_of(item)),
                item.proxy_address or word_of(item.proxy),
            )
            for item in stored
        ]
        print_table(output, columns, rows)
    else:
        output.say(Message("No connection is stored. Add one with 'koodrive connections add'."))
    return ExitCode.CREATED


def add_one(options: CommonOptions, **values: Any) -> ExitCode:
    """Store a connection: first its secrets in the keyring, then the connection itself.

    Args:
        options: Name address and user, and whether the token is on standard input.
        values: The options of the command.

    Raises:
        click.UsageError: When address or user is missing.
        InvalidRequestError: When a field breaks a rule.
        CredentialError: When the keyring does not take a secret; nothing is stored then.
        KoodriveError: When the connection could not be stored.
    """
    if options.service_address is None or options.user_id is None:
        raise click.UsageError(Message("A connection needs --service-address and --user-id."))
    refuse_environment()
    connection = _connection(options, values)
    with open_backend(options, options.output) as backend:
        _require_valid(connection, backend.profiles.load())
        token = read_token(connection) if options.token_stdin else None
        password = _proxy_password() if values["proxy_password_stdin"] else None
        try:
            if token is not None:
                backend.sessions.save(connection.connection_id, token)
            if password is not None:
                backend.proxy_passwords.save(connection.connection_id, password)
            backend.profiles.add(connection)
        except KoodriveError:
            if token is not None or password is not None:
                with suppress(CredentialError):
                    backend.delete_secrets(connection.connection_id)
            raise
    if options.output.is_json:
        options.output.record(_record(connection))
    else:
        options.output.text(Message("Stored the connection “{name}”.", name=visible(connection.name)))
    return ExitCode.CREATED


def remove_one(options: CommonOptions, name: str, *, is_confirmed: bool) -> ExitCode:
    """Remove a connection and its secrets.

    Args:
        options: Name the data directory.
        name: Name or ID of the connection.
        is_confirmed: Whether nobody has to be asked.

    Raises:
        CommandError: When there is none, or nobody has confirmed it.
        CredentialError: When the keyring may still hold a secret; the connection stays.
        KoodriveError: When the connection could not be removed.
    """
    with open_backend(options, options.output) as backend:
        connection = find_connection(name, backend.profiles.load())
        if not (is_confirmed or _is_confirmed(connection)):
            raise CommandError(
                "not_confirmed",
                Message("The connection “{name}” was not removed", name=connection.name),
                Message("Nobody has confirmed it. Add --yes."),
            )
        _delete_secrets(backend, connection)
        backend.profiles.remove(connection.connection_id)
    options.output.say(Message("Removed the connection “{name}”.", name=visible(connection.name)))
    return ExitCode.CREATED


def _delete_secrets(backend: Backend, connection: Connection) -> None:
    try:
        backend.delete_secrets(connection.connection_id)
    except KeyringMissingError:
        # Without a keyring there is nothing in it.
        return


def _connection(options: CommonOptions, values: dict[str, Any]) -> Connection:
    proxy = str(values["proxy"]).strip()
    is_manual = proxy.casefold() not in {ProxyMode.NONE, ProxyMode.SYSTEM}
    return Connection(
        connection_id=new_connection_id(),
        name=str(values["name"]),
        service_address=normal_address(options.service_address or ""),
        user_id=options.user_id or "",
        authorization_format=AuthorizationFormat(values["form"]),
        language=str(values["service_language"]),
        proxy=ProxyMode.MANUAL if is_manual else proxy.casefold(),
        proxy_address=normal_proxy_address(proxy) if is_manual else "",
        proxy_user=str(values["proxy_user"]),
        delete_id_form=str(values["delete_id_form"]),
        ca_file="" if values["ca_file"] is None else str(values["ca_file"].resolve()),
    )


def _require_valid(connection: Connection, others: Sequence[Connection]) -> None:
    fields = {
        "name": connection.name,
        "serviceAddress": connection.service_address,
        "userId": connection.user_id,
        "proxy": connection.proxy,
        "proxyAddress": connection.proxy_address,
        "proxyUser": connection.proxy_user,
    }
    problems = check_connection(fields, other_names=[other.name for other in others])
    if problems:
        listed = sentences(
            "",
            *(
                Message("{title}: {message}", title=_OPTIONS.get(field, field), message=problem.message)
                for field, problem in problems.items()
            ),
        )
        raise InvalidRequestError(
            Message("The connection cannot be stored like this"),
            Message("Nothing was stored. {problems}", problems=listed),
            problems,
        )


def _proxy_password() -> str:
    """Return the proxy's password from the next line of standard input.

    Raises:
        CommandError: When there is none.
    """
    try:
        password = (read_line_of_input() or b"").decode("utf-8")
    except ValueError:
        password = ""
    if not password:
        raise CommandError(
            "password_missing",
            Message("There is no password for the proxy on standard input"),
            Message("Nothing was stored. Put it on a line of its own, behind that of the token."),
        )
    SECRETS.register(password)
    return password


def _is_confirmed(connection: Connection) -> bool:
    question = Message("Remove the connection “{name}” and its secrets?", name=visible(connection.name))
    return is_interactive() and click.confirm(in_language(question), err=True)


def _record(connection: Connection) -> dict[str, Any]:
    return {
        "name": connection.name,
        "id": connection.connection_id,
        "serviceAddress": connection.service_address,
        "userId": connection.user_id,
        "signIn": str(auth_method_of(connection)),
        "form": str(connection.authorization_format),
        "proxy": connection.proxy_address or str(connection.proxy),
        "caFile": connection.ca_file or None,
        "deleteIdForm": connection.delete_id_form,
    }
