"""The group ``koodrive batch``: many creates from a table."""

from __future__ import annotations

from koodrive.cli.commands import Group
from koodrive.cli.options import ALWAYS, CONNECT, PACE, SEND
from koodrive.messages import Message

BATCH = Group(
    "batch",
    help=Message("Create many albums and shared folders from a table, one row each."),
    common=(*CONNECT, *ALWAYS, *SEND, *PACE),
    lazy={
        "check": ("koodrive.cli.batches.check:check", Message("Check every row of a table; send nothing.")),
        "run": ("koodrive.cli.batches.run:run", Message("Create all rows of a table.")),
        "list": ("koodrive.cli.batches.stored:list_all", Message("Print all batches.")),
        "show": ("koodrive.cli.batches.stored:show", Message("Print where a batch stands, or watch it.")),
        "resume": ("koodrive.cli.batches.run:resume", Message("Go on with a batch that has paused.")),
        "results": ("koodrive.cli.batches.stored:results", Message("Print what became of each row.")),
        "stop": ("koodrive.cli.batches.stored:stop", Message("End a batch for good.")),
    },
)
"""``lazy`` has one line for each subcommand: its name, ``koodrive.cli.<module>:<COMMAND>``, its line in the help."""
