"""The group ``koodrive connections``, and the command ``koodrive whoami``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from koodrive.cli.commands import Group, command
from koodrive.cli.options import ALWAYS, CONNECT, CommonOptions

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode


@command(name="list", examples="koodrive connections list --json")
@click.pass_obj
def list_all(options: CommonOptions, /) -> ExitCode:
    """Print the stored connections; tokens are in the keyring, and are not printed."""
    from koodrive.cli.connection_store import print_all  # noqa: PLC0415 - half of all modules; not for --help

    return print_all(options)


@command(name="test", common=(*CONNECT, *ALWAYS), examples="koodrive connections test Work")
@click.argument("name", required=False)
@click.pass_obj
def test(options: CommonOptions, /, name: str | None) -> ExitCode:
    """Test the connection NAME step by step: address, encryption, clock, token, user, space.

    Asks the service for one shared folder and the space; nothing is changed.
    """
    if name is not None and options.connection not in {None, name}:
        raise click.UsageError("NAME and --connection name different connections.")
    options.connection = name if name is not None else options.connection
    from koodrive.cli.checking import test_connection  # noqa: PLC0415

    return test_connection(options)


@command(
    name="add",
    common=("service_address", "user_id", "token_stdin", *ALWAYS),
    examples="""
koodrive connections add Work --service-address https://koodrive.example.com --user-id 4711 \\
    --token-stdin < token.txt
koodrive connections add Lab --service-address https://lab.example.com --user-id 7 --form app_signature \\
    --ca-file lab-ca.pem --proxy http://proxy.example.com:8080 --token-stdin < app-id-and-secret.txt
""",
)
@click.argument("name")
@click.option(
    "--form",
    type=click.Choice(["bearer", "bearer_plus", "as_is", "app_signature"]),
    default="bearer",
    show_default=True,
    help="Form of the token in the Authorization header; for app_signature the input is AppId:AppSecret.",
)
@click.option(
    "--proxy",
    default="none",
    show_default=True,
    metavar="none|system|URL",
    help="No proxy, that of the environment, or an HTTP proxy by its address.",
)
@click.option("--proxy-user", default="", metavar="USER", help="User at that proxy.")
@click.option(
    "--proxy-password-stdin",
    is_flag=True,
    help="Read its password from standard input, behind the token's line.",
)
@click.option(
    "--ca-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="PEM file of authorities that are trusted besides those of the system.",
)
@click.option(
    "--service-language",
    type=click.Choice(["en-US", "zh-CN"]),
    default="en-US",
    show_default=True,
    help="Language of the service's answers.",
)
@click.option(
    "--delete-id-form",
    type=click.Choice(["list", "text"]),
    default="list",
    show_default=True,
    help="How the ID of a shared folder is sent that is taken back: in a list, or as a text alone.",
)
@click.pass_obj
def add(options: CommonOptions, /, **values: Any) -> ExitCode:
    """Store a connection as NAME, and its token from standard input in the keyring of the system.

    Without --token-stdin the connection is stored without a token; each command then needs --token-stdin. Accounts
    sign in with the window of KooDesk, which keeps their sessions in the same keyring.
    """
    if options.service_address is None or options.user_id is None:
        raise click.UsageError("A connection needs --service-address and --user-id.")
    from koodrive.cli.connection_store import add_one  # noqa: PLC0415

    return add_one(options, values)


@command(name="remove", examples="koodrive connections remove Work --yes")
@click.argument("name")
@click.option(
    "--yes", is_flag=True, help="Do not ask; without a terminal nothing is asked and nothing removed."
)
@click.pass_obj
def remove(options: CommonOptions, /, name: str, *, yes: bool) -> ExitCode:
    """Remove the connection NAME and its secrets from the keyring. History and service stay as they are."""
    from koodrive.cli.connection_store import remove_one  # noqa: PLC0415

    return remove_one(options, name, is_confirmed=yes)


@command(
    name="whoami",
    common=(*CONNECT, *ALWAYS),
    examples="""
koodrive whoami --connection Work
koodrive whoami --sandbox --json
""",
)
@click.pass_obj
def whoami(options: CommonOptions, /) -> ExitCode:
    """Print the user, the service, whether the token is accepted, and the user's spaces.

    Asks the service for one shared folder and the space; nothing is changed.
    """
    from koodrive.cli.checking import print_account  # noqa: PLC0415 - half of all modules; not for --help

    return print_account(options)


CONNECTIONS = Group(
    "connections",
    help="List, test, add and remove the stored connections, which the window of KooDesk uses, too.",
    common=(*CONNECT, *ALWAYS),
    lazy={
        "list": ("koodrive.cli.connections:list_all", "Print the stored connections."),
        "test": ("koodrive.cli.connections:test", "Test a connection step by step."),
        "add": ("koodrive.cli.connections:add", "Store a connection, and its token in the keyring."),
        "remove": ("koodrive.cli.connections:remove", "Remove a connection and its secrets."),
    },
)
