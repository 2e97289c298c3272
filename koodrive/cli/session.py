"""One data directory, opened for one command, and the connection that the command works with."""

from __future__ import annotations

import threading
import time
import uuid
from contextlib import contextmanager
from functools import reduce
from typing import TYPE_CHECKING

import click

from koodrive.api.auth import AuthorizationFormat, check_user_id
from koodrive.backend.backend import Backend
from koodrive.cli.failures import CommandError
from koodrive.cli.streams import visible
from koodrive.cli.token import read_token, refuse_environment, stored_credentials
from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.connections.sessions import StoredCredentials
from koodrive.errors import KoodriveError
from koodrive.logs.crash_file import LOG_DIRECTORY
from koodrive.logs.setup import COMMAND_LOG_FILE, LogWriter
from koodrive.messages import Message, listed
from koodrive.models import Connection
from koodrive.network.proxy import ProxyMode
from koodrive.rules.address import check_address, normal_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.api.tokens import SessionTokens
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.streams import Output
    from koodrive.journal import Attempt, Batch

_RENEWAL_PAUSE = 30.0
"""Seconds from one try to renew a session to the next, while its token has a life left."""
_AND = Message("{option} and {other}")
_NAMESPACE = uuid.UUID("4f2a7c1e-6c1b-5d0e-9d5a-6b6f6f647269")
"""Of the IDs of connections that are named by address and user; the same ones get the same ID."""


class Session:
    """An open data directory, and the connection in use.

    Args:
        backend: The data directory.
        connection: Service address and user to send as.
        credentials: The token, and where it is one of a session that can be renewed, that session.
    """

    def __init__(self, backend: Backend, connection: Connection, credentials: StoredCredentials) -> None:
        self.backend = backend
        self.connection = connection
        self._credentials = credentials
        self._renewing = threading.Lock()
        self._renew_at = 0.0

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.connection.name}>"

    @property
    def token(self) -> str:
        """The token of now; a session past half of its life is renewed first. May block.

        Raises:
            KoodriveError: When the session has ended and could not be renewed.
        """
        with self._renewing:
            if self._credentials.tokens is not None:
                self._renew(self._credentials.tokens)
            return self._credentials.token

    def client(self) -> KooDriveClient:
        """Return the client of now; its token is that of `token`."""
        return self.backend.clients.client(self.connection, self.token)

    def _renew(self, tokens: SessionTokens) -> None:
        life = self.backend.token_expiries.register(self.connection, tokens)
        if life.left is None or life.left >= life.whole / 2 or time.monotonic() < self._renew_at:
            return
        self._renew_at = time.monotonic() + _RENEWAL_PAUSE
        try:
            renewed = self.backend.sessions.renew(self.connection, tokens.access_token)
        except KoodriveError:
            # Half of its life may be left.
            if life.is_expired:
                raise
        else:
            self._credentials = StoredCredentials(renewed.access_token, renewed)


def require_choice(options: CommonOptions) -> None:
    """Refuse options that name several connections, or half of one; nothing is opened for that.

    Raises:
        click.UsageError: When they do.
    """
    by_place = options.service_address is not None or options.user_id is not None
    ways = [
        way
        for way, is_given in (
            ("--connection", options.connection is not None),
            ("--service-address and --user-id", by_place),
            ("--sandbox", options.sandbox),
        )
        if is_given
    ]
    if len(ways) > 1:
        named = reduce(lambda first, other: _AND.filled(option=first, other=other), ways)
        raise click.UsageError(Message("{options} exclude each other. Name one connection.", options=named))
    if by_place and (options.service_address is None or options.user_id is None):
        raise click.UsageError(Message("--service-address and --user-id belong together. Give both."))
    if by_place and not options.token_stdin:
        raise click.UsageError(
            Message(
                "With --service-address and --user-id the token comes from standard input: add --token-stdin."
            )
        )
    if options.sandbox and options.token_stdin:
        raise click.UsageError(Message("The sandbox has a token of its own. Leave out --token-stdin."))


@contextmanager
def open_backend(options: CommonOptions, output: Output, *, must_exist: bool = False) -> Iterator[Backend]:
    """Open the data directory for the block.

    Args:
        options: Name it.
        output: Is told of a file that was put aside, and of a history that can only be read.
        must_exist: Whether one that is named has to be there, as nothing can be read from a new one.

    Raises:
        CommandError: When it has to be there and is not.
        JournalError: When the history cannot be opened.
    """
    if must_exist and options.data_dir is not None and not options.data_dir.exists():
        raise CommandError(
            "data_directory_missing",
            Message("There is no data directory {path}", path=str(options.data_dir)),
            Message("Nothing was read. Check --data-dir."),
        )
    backend = Backend(options.folder)
    log = LogWriter(options.folder / LOG_DIRECTORY, file_name=COMMAND_LOG_FILE)
    log.start()
    try:
        for notice in backend.open().notices:
            output.say(visible(notice))
        yield backend
    finally:
        backend.close()
        log.stop()


@contextmanager
def open_session(
    options: CommonOptions, output: Output, *, attempt_id: int | None = None, batch_id: int | None = None
) -> Iterator[Session]:
    """Open the data directory and choose connection and token for the block.

    Args:
        options: Name them.
        output: Is told what has to be known besides.
        attempt_id: An attempt whose service and user are meant where the options name none.
        batch_id: Likewise, a batch.

    Raises:
        click.UsageError: When they name no single connection.
        CommandError: When there is no such connection, or no token.
        KoodriveError: When history or keyring cannot be used.
    """
    require_choice(options)
    refuse_environment()
    with open_backend(options, output) as backend:
        origin = _origin(backend, attempt_id, batch_id)
        place = None
        if origin is not None and not _is_named(options):
            place = origin.service_address, origin.user_id
        if options.sandbox or (
            place is not None and origin is not None and origin.connection_id == SANDBOX_CONNECTION_ID
        ):
            connection = backend.start_sandbox(may_share=True)
            yield Session(backend, connection, stored_credentials(backend, connection))
            return
        connection = choose_connection(options, backend.profiles.load(), place)
        credentials = (
            StoredCredentials(read_token(connection))
            if options.token_stdin
            else stored_credentials(backend, connection)
        )
        yield Session(backend, connection, credentials)


def _origin(backend: Backend, attempt_id: int | None, batch_id: int | None) -> Attempt | Batch | None:
    """Return what names the connection where the options do not.

    Raises:
        CommandError: When there is none of this number.
    """
    if attempt_id is not None:
        return find_attempt(backend, attempt_id)
    return None if batch_id is None else find_batch(backend, batch_id)


def _is_named(options: CommonOptions) -> bool:
    return options.sandbox or options.connection is not None or options.service_address is not None


def choose_connection(
    options: CommonOptions, stored: Sequence[Connection], place: tuple[str | None, str | None] | None = None
) -> Connection:
    """Return the connection that the options name; without any, the only stored one.

    Args:
        options: Name one by its name or ID, or by address and user.
        stored: The stored connections.
        place: Service address and user that it has to have where the options name none; None for any.

    Raises:
        CommandError: When there is none, or several.
    """
    if options.service_address is not None and options.user_id is not None:
        return _connection_to(options.service_address, options.user_id, stored)
    if options.connection is not None:
        return find_connection(options.connection, stored)
    if place is not None:
        stored = [connection for connection in stored if connection.account_key == place][:1]
    if len(stored) == 1:
        return stored[0]
    names = _names(stored)
    raise CommandError(
        "connection_missing",
        Message("No connection is named"),
        Message("Nothing was sent. Name one of them with --connection: {names}.", names=names)
        if stored
        else Message(
            "Nothing was sent, and none is stored. Add one with 'koodrive connections add', or give"
            " --service-address, --user-id and --token-stdin, or rehearse with --sandbox."
        ),
    )


def _names(stored: Sequence[Connection]) -> Message:
    return listed(*(Message("“{name}”", name=connection.name) for connection in stored))


def find_connection(name: str, stored: Sequence[Connection]) -> Connection:
    """Return the stored connection of a name or an ID.

    Raises:
        CommandError: When there is none.
    """
    wanted = name.strip().casefold()
    for connection in stored:
        if wanted in {connection.name.strip().casefold(), connection.connection_id}:
            return connection
    known = _names(stored)
    raise CommandError(
        "connection_unknown",
        Message("There is no connection “{name}”", name=name),
        Message("Nothing was sent. Known are: {names}.", names=known)
        if known
        else Message("Nothing was sent. None is stored; add one with 'koodrive connections add'."),
    )


def find_attempt(backend: Backend, attempt_id: int) -> Attempt:
    """Return one entry of the history.

    Raises:
        CommandError: When there is none of this number.
        JournalError: When the history cannot be read.
    """
    for attempt in backend.journal.history.attempts_of([attempt_id]):
        return attempt
    raise CommandError(
        "attempt_unknown",
        Message("The history has no attempt {number}", number=attempt_id),
        Message("'koodrive history' lists them; --data-dir names another history."),
    )


def find_batch(backend: Backend, batch_id: int) -> Batch:
    """Return one batch of the history.

    Raises:
        CommandError: When there is none of this number.
        JournalError: When the history cannot be read.
    """
    for batch in backend.journal.batches.batches():
        if batch.batch_id == batch_id:
            return batch
    raise CommandError(
        "batch_unknown",
        Message("The history has no batch {number}", number=batch_id),
        Message("'koodrive batch list' lists them; --data-dir names another history."),
    )


def _connection_to(service_address: str, user_id: str, stored: Sequence[Connection]) -> Connection:
    """Return the stored connection of an address and a user, or a new one that is not stored."""
    for option, problem in (
        ("--service-address", check_address(service_address)),
        ("--user-id", check_user_id(user_id)),
    ):
        if problem is not None:
            raise CommandError(
                problem.code,
                Message("{option} cannot be used", option=option),
                Message("Nothing was sent. {reason}", reason=problem.message),
            )
    place = normal_address(service_address), user_id
    for connection in stored:
        if connection.account_key == place and connection.connection_id != SANDBOX_CONNECTION_ID:
            return connection
    return Connection(
        connection_id=uuid.uuid5(_NAMESPACE, "\n".join(place)).hex,
        name=f"{user_id} ({place[0].partition('://')[2]})"[:60],
        service_address=place[0],
        user_id=user_id,
        authorization_format=AuthorizationFormat.BEARER,
        language="en-US",
        proxy=ProxyMode.NONE if place[0].startswith("http:") else ProxyMode.SYSTEM,
    )
