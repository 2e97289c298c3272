"""The command ``koodrive batch check``: every row of a table judged, nothing sent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from koodrive.batch.models import Verdict
from koodrive.cli.commands import command
from koodrive.cli.options import ALWAYS, CommonOptions
from koodrive.cli.streams import visible

if TYPE_CHECKING:
    from koodrive.batch.table import Table
    from koodrive.cli.exit_codes import ExitCode
    from koodrive.cli.streams import Output


@command(
    name="check",
    common=ALWAYS,
    examples="""
koodrive batch check albums.xlsx
koodrive batch check albums.csv --encoding gb18030 --json
koodrive batch check customers.xlsx --sheet March
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--encoding", metavar="NAME", help="Encoding of a CSV file, such as gb18030 or windows-1252.")
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook; without it the first visible one.")
@click.pass_obj
def check(options: CommonOptions, /, file: Path, encoding: str | None, sheet: str | None) -> ExitCode:
    """Check every row of FILE (CSV or XLSX); nothing is sent.

    The first row names the columns: name, type, albumKind and so on, in any order, or their English or Chinese
    labels. The exit code is 2 when a row has a problem, else 6 when one is doubtful, else 0.
    """
    from koodrive.batch.table import TableOptions, open_table  # noqa: PLC0415 - not for --help

    table = open_table(file, TableOptions(encoding=encoding, sheet=sheet))
    return print_check(options.output, table)


def print_check(output: Output, table: Table) -> ExitCode:
    """Print every row of a table with its verdict, and the totals.

    Args:
        output: The streams.
        table: The table.

    Returns:
        The exit code of the command.
    """
    from koodrive.batch.cross_check import check_table  # noqa: PLC0415
    from koodrive.cli.batches.checked_rows import exit_code_of, row_lines, row_record, table_totals  # noqa: PLC0415

    verdicts: Counter[Verdict] = Counter()
    for row in check_table(table):
        verdicts[row.verdict] += 1
        if output.is_json:
            output.record(row_record(row))
        else:
            for line in row_lines(row):
                output.text(line)
    if output.is_json:
        output.record(table_totals(table, verdicts))
    else:
        output.text("\n".join(_summary(table, verdicts)))
    return exit_code_of(verdicts)


def _summary(table: Table, verdicts: Counter[Verdict]) -> list[str]:
    counts = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in Verdict if verdicts[verdict])
    lines = [f"advice   {visible(finding.message)}" for finding in table.findings]
    if table.columns.unknown:
        names = ", ".join(f"“{visible(name)}”" for name in table.columns.unknown)
        lines.append(f"advice   Columns that are not sent: {names}.")
    return [*lines, f"{verdicts.total()} rows: {counts}. Nothing was sent."]
