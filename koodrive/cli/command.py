"""The command ``koodrive``: its subcommands and its start."""

from __future__ import annotations

from typing import Any

import click

from koodrive.cli.commands import Group
from koodrive.cli.options import ALWAYS, CONNECT, PACE, SEND, CommonOptions
from koodrive.version import VERSION


class _Root(Group):
    """The whole command."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Return the context; the common options of all levels meet in its object."""
        return super().make_context(info_name, args, parent, **{"obj": CommonOptions(), **extra})


ROOT = _Root(
    "koodrive",
    help="Create albums and shared folders on Huawei Cloud KooDrive from a script or a shell.",
    common=(*CONNECT, *ALWAYS, *SEND, *PACE),
    lazy={
        "batch": ("koodrive.cli.batch:BATCH", "Create many from a table: check, run, resume."),
    },
)
click.version_option(VERSION, prog_name="koodrive", message="%(prog)s %(version)s")(ROOT)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line without the program's name; None for that of this process.

    Returns:
        The exit code (`koodrive.cli.exit_codes`).
    """
    return int(ROOT.main(arguments, prog_name="koodrive", standalone_mode=True) or 0)
