"""The command ``koodrive batch check``: every row of a table judged, nothing sent."""

from __future__ import annotations

from pathlib import Path

import click

from koodrive.cli.batches.reading import reading_options
from koodrive.cli.commands import command
from koodrive.cli.options import ALWAYS, CONNECT


@command(
    name="check",
    runs="koodrive.cli.batches.checked_rows:check_file",
    common=(*CONNECT, *ALWAYS),
    examples="""
koodrive batch check albums.xlsx
koodrive batch check albums.csv --encoding gb18030 --json
koodrive batch check customers.xlsx --sheet March
koodrive batch check customers.xlsx --connection Work
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@reading_options
def check() -> None:
    """Check every row of FILE (CSV or XLSX); nothing is sent.

    The first row names the columns: name, type, albumKind and so on, in any order, or their English or Chinese
    labels. With a connection, history and service are asked, too. The exit code is 2 when a row has a problem, else 6
    when one is doubtful, else 0.
    """
