"""The group ``koodrive batch``: many creates from a table."""

from __future__ import annotations

from koodrive.cli.commands import Group
from koodrive.cli.options import ALWAYS, CONNECT, PACE, SEND

BATCH = Group(
    "batch",
    help="Create many albums and shared folders from a table, one row each.",
    common=(*CONNECT, *ALWAYS, *SEND, *PACE),
    lazy={
        "check": ("koodrive.cli.batches.check:check", "Check every row of a table; send nothing."),
    },
)
"""``lazy`` has one line for each subcommand: its name, ``koodrive.cli.<module>:<COMMAND>``, its line in the help."""
