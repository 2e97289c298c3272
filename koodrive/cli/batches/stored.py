"""The commands ``koodrive batch list``, ``show``, ``results`` and ``stop``: batches that are in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from koodrive.cli.batches.run import result_options
from koodrive.cli.commands import command
from koodrive.cli.options import NUMBER

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode
    from koodrive.cli.options import CommonOptions

_BATCH = click.argument("batch", type=NUMBER)


@command(name="list", examples="koodrive batch list --json")
@click.pass_obj
def list_all(options: CommonOptions, /) -> ExitCode:
    """Print all batches of the history, the newest first, also those of the window."""
    from koodrive.cli.batches.stored_batches import print_all  # noqa: PLC0415 - half of all modules; not for --help

    return print_all(options)


@command(
    name="show",
    examples="""
koodrive batch show 3
koodrive batch show 3 --follow
""",
)
@_BATCH
@click.option("--follow", is_flag=True, help="Watch it until it has ended, wherever it runs.")
@click.pass_obj
def show(options: CommonOptions, /, batch: int, *, follow: bool) -> ExitCode:
    """Print where BATCH stands, and the rows that were not created; the exit code is that of its rows."""
    from koodrive.cli.batches.stored_batches import print_one  # noqa: PLC0415

    return print_one(options, batch, is_followed=follow)


@command(
    name="results",
    examples="""
koodrive batch results 3 --json
koodrive batch results 3 --result results.xlsx --remaining remaining.xlsx
""",
)
@_BATCH
@result_options
@click.pass_obj
def results(options: CommonOptions, /, batch: int, **values: Any) -> ExitCode:
    """Print what became of each row of BATCH, in the order of the file, or write it into files."""
    from koodrive.cli.batches.stored_batches import print_results  # noqa: PLC0415

    return print_results(options, batch, values)


@command(name="stop", examples="koodrive batch stop 3")
@_BATCH
@click.pass_obj
def stop(options: CommonOptions, /, batch: int) -> ExitCode:
    """End BATCH for good: rows that were not sent are not sent. What is created stays.

    One that runs, in a window or another command, begins no further row within a second or two.
    """
    from koodrive.cli.batches.stored_batches import stop_one  # noqa: PLC0415

    return stop_one(options, batch)
