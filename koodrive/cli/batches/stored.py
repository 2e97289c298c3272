"""The commands ``koodrive batch list``, ``show``, ``results`` and ``stop``: batches that are in the history."""

from __future__ import annotations

import click

from koodrive.cli.batches.run import result_options
from koodrive.cli.commands import command
from koodrive.cli.options import NUMBER
from koodrive.messages import Message

_BATCH = click.argument("batch_id", metavar="BATCH", type=NUMBER)


@command(
    name="list", runs="koodrive.cli.batches.stored_batches:print_all", examples="koodrive batch list --json"
)
def list_all() -> None:
    """Print all batches of the history, the newest first, also those of the window."""


@command(
    name="show",
    runs="koodrive.cli.batches.stored_batches:print_one",
    examples="""
koodrive batch show 3
koodrive batch show 3 --follow
""",
)
@_BATCH
@click.option(
    "--follow", "is_followed", is_flag=True, help=Message("Watch it until it has ended, wherever it runs.")
)
def show() -> None:
    """Print where BATCH stands, and the rows that were not created; the exit code is that of its rows."""


@command(
    name="results",
    runs="koodrive.cli.batches.stored_batches:print_results",
    examples="""
koodrive batch results 3 --json
koodrive batch results 3 --result results.xlsx --remaining remaining.xlsx
""",
)
@_BATCH
@result_options
def results() -> None:
    """Print what became of each row of BATCH, in the order of the file, or write it into files."""


@command(name="stop", runs="koodrive.cli.batches.stored_batches:stop_one", examples="koodrive batch stop 3")
@_BATCH
def stop() -> None:
    """End BATCH for good: rows that were not sent are not sent. What is created stays.

    One that runs, in a window or another command, begins no further row within a second or two. While it is being
    taken back, that ends instead: what is not taken back yet stays.
    """
