"""The options that several commands share; each may stand before the subcommand, too."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from koodrive.backend.data_dir import default_data_dir
from koodrive.cli.streams import Output
from koodrive.cli.texts.language import LANGUAGES
from koodrive.connections import CONNECTIONS_FILE
from koodrive.core.lazy import load
from koodrive.errors import ConnectionStoreError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

ALWAYS = ("data_dir", "json", "language")
"""Options of every command."""
CONNECT = ("connection", "service_address", "user_id", "token_stdin", "sandbox")
"""Options of the commands that work with a connection."""
SEND = ("dry_run", "again", "wait_resolve")
"""Options of the commands that create."""
PACE = ("parallel", "rate")
"""Options of the commands that create many."""

_NO_RATE = 0.0
NUMBER = click.IntRange(1, 2**63 - 1)
"""Type of the number of an attempt or a batch, as SQLite can keep it."""


@dataclass(slots=True)
class CommonOptions:
    """Values of the common options, wherever they stand; the last one counts."""

    connection: str | None = None
    """Name or ID of a stored connection."""
    service_address: str | None = None
    user_id: str | None = None
    token_stdin: bool = False
    """Whether the token is on standard input."""
    data_dir: Path | None = None
    """Folder of all files; None for that of the window."""
    sandbox: bool = False
    json: bool = False
    """Whether the result is printed as JSON, one object a line."""
    dry_run: bool = False
    again: bool = False
    """Whether something may be made a second time."""
    wait_resolve: float = 0.0
    """Seconds to look for what was made when an answer is lost."""
    parallel: int | None = None
    """Requests in flight at most, 1 to 16; None for the pace's own choice."""
    rate: float | None = None
    """Requests a second at most; 0 for no limit, None for the usual one."""
    language: str | None = None
    """Language of what people read; `koodrive.cli.texts.language` has chosen it before."""
    given: dict[str, str] = field(default_factory=dict)
    """Name of each option that was given to its spelling."""
    _output: Output | None = None

    @property
    def folder(self) -> Path:
        """The data directory."""
        return self.data_dir or default_data_dir()

    @property
    def output(self) -> Output:
        """The streams of the command; the same ones each time."""
        if self._output is None:
            self._output = Output(is_json=self.json)
        return self._output


def _refuse_token(_context: click.Context, _option: click.Parameter, value: object) -> None:
    """Refuse a token on the command line.

    Raises:
        click.UsageError: When there is one.
    """
    if value is not None:
        raise click.UsageError(
            Message(
                "A token is never an argument: every program on this computer can read the arguments of another one,"
                " and the shell keeps them. Nothing was sent. Give the token on standard input (--token-stdin), or"
                " keep it in the keyring (koodrive connections add). Replace this token if others use the computer."
            )
        )


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    name = option.name
    if name is None or context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
        return
    options = context.find_object(CommonOptions)
    if options is not None:
        setattr(options, name, value)
        options.given[name] = option.opts[-1]


def _data_dir(context: click.Context, option: click.Parameter, value: Any) -> None:
    # What an unset variable of a shell leaves behind would be the current directory.
    if value is not None and not str(value).strip():
        raise click.BadParameter(Message("It is empty. Name a folder."), context, option)
    _remember(context, option, None if value is None else Path(value))


def _rate(context: click.Context, option: click.Parameter, value: str | None) -> None:
    """Remember a number of requests a second, or ``none``."""
    number = None
    if value is not None:
        is_none = value.strip().casefold() == "none"
        try:
            number = _NO_RATE if is_none else float(value)
        except ValueError:
            number = None
        if number is None or not (is_none or 0 < number <= 1000):
            raise click.BadParameter(
                Message("Give a number of requests a second above 0, up to 1000, or 'none'."), context, option
            )
    _remember(context, option, number)


def _seconds(context: click.Context, option: click.Parameter, value: float | None) -> None:
    if value is not None and math.isnan(value):
        raise click.BadParameter(Message("Give a number of seconds."), context, option)
    _remember(context, option, value)


def _complete_connection(context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    """Return the names of stored connections that begin like a word; none where they cannot be read."""
    options = context.ensure_object(CommonOptions)
    try:
        stored = load("koodrive.connections.store:ConnectionStore")(options.folder / CONNECTIONS_FILE).load()
    except ConnectionStoreError:
        return []
    names = [connection.name for connection in stored]
    return [name for name in names if name.casefold().startswith(incomplete.casefold())]


def _option(*declarations: str, **settings: Any) -> click.Option:
    return click.Option(declarations, **{"expose_value": False, "callback": _remember, **settings})


def _fresh() -> dict[str, click.Option]:
    """Return the options by their names; each command needs its own."""
    made = (
        _option(
            "--connection",
            metavar="NAME",
            shell_complete=_complete_connection,
            help=Message("Name of a stored connection; its token is in the keyring."),
        ),
        _option(
            "--service-address",
            metavar="URL",
            help=Message("Address of the service, with --user-id and --token-stdin."),
        ),
        _option("--user-id", metavar="ID", help=Message("User to send as (X-User-Id).")),
        _option(
            "--token-stdin",
            is_flag=True,
            help=Message("Read the token from the first line of standard input."),
        ),
        _option(
            "--sandbox",
            is_flag=True,
            help=Message("Rehearse on a KooDrive on this computer; nothing real is made."),
        ),
        _option(
            "--data-dir", metavar="DIR", callback=_data_dir, help=Message("Folder of all files of KooDesk.")
        ),
        _option(
            "--language",
            metavar=f"[{'|'.join(LANGUAGES)}]",
            type=click.Choice(LANGUAGES, case_sensitive=False),
            help=Message(
                "Language of what people read; that of the locale (LANG) without it. JSON stays English."
            ),
        ),
        _option("--json", is_flag=True, help=Message("Print the result as JSON, one object a line.")),
        _option(
            "--dry-run",
            is_flag=True,
            help=Message("Check everything and show what would be sent; send nothing."),
        ),
        _option(
            "--again", is_flag=True, help=Message("Create one more, even if there is one like it already.")
        ),
        _option(
            "--wait-resolve",
            metavar="SECONDS",
            type=click.FloatRange(0, 3600),
            callback=_seconds,
            help=Message("When an answer is lost, look for up to so many seconds for what was made."),
        ),
        _option(
            "--parallel",
            metavar="N",
            type=click.IntRange(1, 16),
            help=Message("At most N requests at once, 1 to 16 (4)."),
        ),
        _option(
            "--rate",
            metavar="N|none",
            callback=_rate,
            help=Message("At most N requests a second, or 'none' for no limit (20)."),
        ),
        click.Option(
            ("--token",),
            hidden=True,
            is_flag=False,
            flag_value="",
            expose_value=False,
            callback=_refuse_token,
        ),
    )
    return {option.name or "": option for option in made}


def common_options(names: Iterable[str]) -> list[click.Parameter]:
    """Return new options.

    Args:
        names: Those of `ALWAYS`, `CONNECT`, `SEND` and `PACE` that a command uses.
    """
    fresh = _fresh()
    return [fresh[name] for name in (*names, "token")]


def require_used(options: CommonOptions, used: Iterable[str], command: str) -> None:
    """Refuse an option before the subcommand that the subcommand does not know: it would be ignored.

    Args:
        options: All that were given.
        used: Names that the command knows.
        command: Its name, for the sentence.

    Raises:
        click.UsageError: When there is another one.
    """
    for name in options.given.keys() - set(used):
        raise click.UsageError(
            Message(
                "'{command}' has no option {option}. Leave it out; 'koodrive {command} --help' lists them.",
                command=command,
                option=options.given[name],
            )
        )
