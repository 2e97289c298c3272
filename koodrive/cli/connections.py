"""The group ``koodrive connections``, and the command ``koodrive whoami``."""

from __future__ import annotations

from pathlib import Path

import click

from koodrive.cli.commands import Group, command
from koodrive.cli.options import ALWAYS, CONNECT
from koodrive.messages import Message


@command(
    name="list", runs="koodrive.cli.connection_store:print_all", examples="koodrive connections list --json"
)
def list_all() -> None:
    """Print the stored connections; tokens are in the keyring, and are not printed."""


@command(
    name="test",
    runs="koodrive.cli.checking:test_connection",
    common=(*CONNECT, *ALWAYS),
    examples="koodrive connections test Work",
)
@click.argument("name", required=False)
def test() -> None:
    """Test the connection NAME step by step: address, encryption, clock, token, user, space.

    Asks the service for one shared folder and the space; nothing is changed.
    """


@command(
    name="add",
    runs="koodrive.cli.connection_store:add_one",
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
    help=Message(
        "Form of the token in the Authorization header; for app_signature the input is AppId:AppSecret."
    ),
)
@click.option(
    "--proxy",
    default="none",
    show_default=True,
    metavar="none|system|URL",
    help=Message("No proxy, that of the environment, or an HTTP proxy by its address."),
)
@click.option("--proxy-user", default="", metavar="USER", help=Message("User at that proxy."))
@click.option(
    "--proxy-password-stdin",
    is_flag=True,
    help=Message("Read its password from standard input, behind the token's line."),
)
@click.option(
    "--ca-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=Message("PEM file of authorities that are trusted besides those of the system."),
)
@click.option(
    "--service-language",
    type=click.Choice(["en-US", "zh-CN"]),
    default="en-US",
    show_default=True,
    help=Message("Language of the service's answers."),
)
@click.option(
    "--delete-id-form",
    type=click.Choice(["list", "text"]),
    default="list",
    show_default=True,
    help=Message("How the ID of a shared folder is sent that is taken back: in a list, or as a text alone."),
)
def add() -> None:
    """Store a connection as NAME, and its token from standard input in the keyring of the system.

    Without --token-stdin the connection is stored without a token; each command then needs --token-stdin. Accounts
    sign in with the window of KooDesk, which keeps their sessions in the same keyring.
    """


@command(
    name="remove",
    runs="koodrive.cli.connection_store:remove_one",
    examples="koodrive connections remove Work --yes",
)
@click.argument("name")
@click.option(
    "--yes",
    "is_confirmed",
    is_flag=True,
    help=Message("Do not ask; without a terminal nothing is asked and nothing removed."),
)
def remove() -> None:
    """Remove the connection NAME and its secrets from the keyring. History and service stay as they are."""


@command(
    name="whoami",
    runs="koodrive.cli.checking:print_account",
    common=(*CONNECT, *ALWAYS),
    examples="""
koodrive whoami --connection Work
koodrive whoami --sandbox --json
""",
)
def whoami() -> None:
    """Print the user, the service, whether the token is accepted, and the user's spaces.

    Asks the service for one shared folder and the space; nothing is changed.
    """


CONNECTIONS = Group(
    "connections",
    help=Message("List, test, add and remove the stored connections, which the window of KooDesk uses, too."),
    common=(*CONNECT, *ALWAYS),
    lazy={
        "list": ("koodrive.cli.connections:list_all", Message("Print the stored connections.")),
        "test": ("koodrive.cli.connections:test", Message("Test a connection step by step.")),
        "add": ("koodrive.cli.connections:add", Message("Store a connection, and its token in the keyring.")),
        "remove": ("koodrive.cli.connections:remove", Message("Remove a connection and its secrets.")),
    },
)
