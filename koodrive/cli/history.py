"""The commands ``koodrive history``, ``show`` and ``resolve``: what is in the history, and what became of it."""

from __future__ import annotations

import click

from koodrive.cli.commands import command
from koodrive.cli.options import ALWAYS, CONNECT, NUMBER
from koodrive.messages import Message
from koodrive.models import Action, OutcomeKind

KINDS = ("album", "folder")
"""Words for the kinds of what is created."""
SHOWN = 50
"""Rows that people see unless they want another number."""


@command(
    name="history",
    runs="koodrive.cli.history_entries:history",
    common=("connection", *ALWAYS),
    examples="""
koodrive history
koodrive history --search "Holiday" --kind album
koodrive history --outcome unknown --outcome refused --json
koodrive history --taken-back
koodrive history --since 2026-03-01 --limit 0 --csv > march.csv
""",
)
@click.option(
    "--search", default="", metavar="TEXT", help=Message("Text in name, ID, trace ID or connection.")
)
@click.option(
    "--outcome",
    "outcomes",
    multiple=True,
    type=click.Choice([str(kind) for kind in OutcomeKind]),
    help=Message("Only those that ended so; several times for several."),
)
@click.option("--kind", type=click.Choice(KINDS), help=Message("Only albums, or only shared folders."))
@click.option(
    "--action",
    type=click.Choice([str(action) for action in Action]),
    help=Message("Only creates, or only deletes: those take a create back."),
)
@click.option("--taken-back", is_flag=True, help=Message("Only creates that were taken back."))
@click.option("--batch", type=NUMBER, metavar="N", help=Message("Only those of this batch."))
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    help=Message("From this day or time on."),
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    help=Message("Before this day or time."),
)
@click.option(
    "--limit",
    type=click.IntRange(0, 10**9),
    metavar="N",
    help=Message("At most N rows, 0 for all. Default: 50; all with --json and --csv."),
)
@click.option("--csv", "is_csv", is_flag=True, help=Message("Print all columns as CSV for a spreadsheet."))
def history() -> None:
    """Print what was asked of the service, the newest first: creates, and deletes that took creates back.

    Needs no connection; with --connection only that one's entries are printed. Times of --since and --until are local.
    """


@command(
    name="show",
    runs="koodrive.cli.history_entries:show",
    examples="""
koodrive show 12
koodrive show 12 --json
""",
)
@click.argument("attempt", type=NUMBER)
def show() -> None:
    """Print everything that the history keeps about ATTEMPT, request and answer included, without secrets."""


@command(
    name="resolve",
    runs="koodrive.cli.resolving:resolve",
    common=(*CONNECT, *ALWAYS, "wait_resolve"),
    examples="""
koodrive resolve --connection Work
koodrive resolve 12 --connection Work --wait-resolve 20
koodrive resolve 12 --connection Work --adopt 1805929618625036417
koodrive resolve 12 --not-made
""",
)
@click.argument("attempt", type=NUMBER, required=False)
@click.option(
    "--adopt", metavar="ID", help=Message("Decide: this object of the service is what ATTEMPT has made.")
)
@click.option(
    "--not-made", is_flag=True, help=Message("Decide: ATTEMPT has done nothing. It may be sent again then.")
)
def resolve() -> None:
    """Find out what became of ATTEMPT, or of all creates and deletes of the connection whose outcome is unknown.

    Reads the service's lists, several times within about a minute, as a list may show late what was made; nothing is
    sent again. What the lists do not decide is for you to decide: look at the objects that may be meant, and say
    --adopt ID or --not-made. A wrong --not-made leads to a second one of the same.
    """
