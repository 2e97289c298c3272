"""The group ``koodrive folder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from koodrive.cli.commands import Group, command
from koodrive.cli.options import ALWAYS, CONNECT, SEND, CommonOptions
from koodrive.core.lazy import load
from koodrive.messages import Message
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode


@command(
    name="create",
    runs="koodrive.cli.folder:send",
    common=(*CONNECT, *ALWAYS, *SEND),
    examples="""
koodrive folder create --name "Project Alpha" --connection Work
koodrive folder create --name "Project Beta" --space 1f0a --connection Work --json
koodrive folder create --name Try --sandbox
""",
)
@click.option(
    "--name",
    default="",
    metavar="TEXT",
    help=Message('1 to 31 characters, no emoji and none of < > | : * ? " /'),
)
@click.option(
    "--space",
    default="",
    metavar="ID",
    help=Message("The owner's personal space. Default: the user's only one."),
)
def create() -> None:
    """Create one shared folder, and print its IDs.

    It is written into the history before it is sent, and sent once; see 'koodrive album create --help'. An album
    goes into it with 'koodrive album create --in NAME'.
    """


def send(options: CommonOptions, name: str, space: str) -> ExitCode:
    """Create the shared folder of the options.

    Raises:
        KoodriveError: When it was not sent.
    """
    fields: dict[str, str | list[str]] = {"name": name, "containerId": space}
    code: ExitCode = load("koodrive.cli.fields:create_announced")(
        options, RequestKind.SHARED_FOLDER, fields, is_whole=bool(space)
    )
    return code


FOLDER = Group(
    "folder",
    help=Message("Create shared folders."),
    common=(*CONNECT, *ALWAYS, *SEND),
    lazy={"create": ("koodrive.cli.folder:create", Message("Create one shared folder, and print its IDs."))},
)
