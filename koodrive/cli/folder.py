"""The group ``koodrive folder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from koodrive.cli.commands import Group, command
from koodrive.cli.options import ALWAYS, CONNECT, SEND, CommonOptions
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode


@command(
    name="create",
    common=(*CONNECT, *ALWAYS, *SEND),
    examples="""
koodrive folder create --name "Project Alpha" --connection Work
koodrive folder create --name "Project Beta" --space 1f0a --connection Work --json
koodrive folder create --name Try --sandbox
""",
)
@click.option(
    "--name", default="", metavar="TEXT", help='1 to 31 characters, no emoji and none of < > | : * ? " /'
)
@click.option(
    "--space", default="", metavar="ID", help="The owner's personal space. Default: the user's only one."
)
@click.pass_obj
def create(options: CommonOptions, name: str, space: str) -> ExitCode:
    """Create one shared folder, and print its IDs.

    It is written into the history before it is sent, and sent once; see 'koodrive album create --help'. An album
    goes into it with 'koodrive album create --in NAME'.
    """
    fields: dict[str, str | list[str]] = {"name": name, "containerId": space}
    from koodrive.cli.fields import announce  # noqa: PLC0415 - not for --help

    announce(options, RequestKind.SHARED_FOLDER, fields, is_whole=bool(space))
    from koodrive.cli.create import run  # noqa: PLC0415 - half of all modules, loaded after the first output

    return run(options, RequestKind.SHARED_FOLDER, fields)


FOLDER = Group(
    "folder",
    help="Create shared folders.",
    common=(*CONNECT, *ALWAYS, *SEND),
    lazy={"create": ("koodrive.cli.folder:create", "Create one shared folder, and print its IDs.")},
)
