"""The commands ``koodrive batch run`` and ``koodrive batch resume``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from koodrive.cli.batches.reading import reading_options
from koodrive.cli.commands import command
from koodrive.cli.options import ALWAYS, CONNECT, NUMBER, PACE, SEND
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

_RESULT = click.option(
    "--result",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help=Message(
        "Write the result there, .csv or .xlsx: the table as it came, plus outcome, IDs and messages."
    ),
)
_REMAINING = click.option(
    "--remaining",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help=Message("Write the rows that may be sent again there, .csv or .xlsx."),
)
_READY_ONLY = click.option(
    "--ready-only",
    is_flag=True,
    help=Message("Create the ready rows, though others are a problem (exit code 4 then) or doubtful (6)."),
)


def result_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for the files of the result to a command."""
    return _RESULT(_REMAINING(function))


@command(
    name="run",
    runs="koodrive.cli.batches.running:run_file",
    common=(*CONNECT, *ALWAYS, *SEND, *PACE),
    examples="""
koodrive batch check table.xlsx
koodrive batch run table.xlsx --dry-run --connection Work
koodrive batch run table.xlsx --connection Work --result results.xlsx
koodrive batch run table.csv --service-address https://koodrive.example.com --user-id 4711 \\
    --token-stdin --json --result results.csv < token.txt
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@reading_options
@_READY_ONLY
@result_options
def run() -> None:
    """Create all rows of FILE (CSV or XLSX), one album or shared folder each.

    All rows are checked first: by the rules, among each other, against the history and the service's lists. Nothing
    is sent while a row is a problem (exit code 2) or doubtful (6), unless --ready-only; --again confirms the doubtful
    ones. Rows that this history has created already count as created and are not sent again, but with --again: that
    creates one more of each album. A shared folder stays the one that is there, as the service refuses a second one
    of its name. Rows that are created by the columns of an earlier result are never sent again.

    The batch is written down before the first row. When it pauses, by Ctrl+C or as the token has ended,
    'koodrive batch resume' goes on with the rows that are left.
    """


@command(
    name="resume",
    runs="koodrive.cli.batches.running:resume_batch",
    common=(*CONNECT, *ALWAYS, "again", "wait_resolve", *PACE),
    examples="""
koodrive batch resume 3
koodrive batch resume 3 --token-stdin --result results.csv < new-token.txt
""",
)
@click.argument("batch_id", metavar="BATCH", type=NUMBER)
@_READY_ONLY
@result_options
def resume() -> None:
    """Go on with BATCH, a number of 'koodrive batch list', where it has paused.

    Rows that were in flight are looked for first, and are not sent again before it is known that nothing was made.
    Without --connection the batch's own connection is used; another service or user is refused.
    """
