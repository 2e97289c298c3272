"""What programs and people read of the rows of a table before they are sent."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from koodrive.batch.columns import FIELDS, known_count
from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import TableError
from koodrive.batch.models import Severity, Verdict
from koodrive.batch.table import TableOptions, open_table
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.options import CONNECT
from koodrive.cli.records import SCHEMA, kind_word
from koodrive.cli.streams import visible
from koodrive.core.lazy import load
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from koodrive.batch.models import CheckedRow, Finding
    from koodrive.batch.table import Table
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.streams import Output


def check_file(options: CommonOptions, file: Path, **reading: Any) -> ExitCode:
    """Check every row of a table, and print it; nothing is sent.

    Args:
        options: May name a connection, whose history and service are asked then.
        file: The table, CSV or XLSX.
        reading: How it is to be read, see `table_options`.

    Raises:
        TableError: When the file cannot be used as a table.
        KoodriveError: When history or service cannot be asked.
    """
    table = open_table(file, table_options(reading))
    if options.given.keys().isdisjoint(CONNECT):
        return print_rows(options.output, table, check_table(table))
    code: ExitCode = load("koodrive.cli.batches.running:check_at_service")(options, table)
    return code


def table_options(values: Mapping[str, Any]) -> TableOptions:
    """Return how a file is to be read.

    Args:
        values: The options of a command with `koodrive.cli.batches.reading.reading_options`.

    Raises:
        TableError: When a column is named that means nothing.
    """
    common: tuple[tuple[str, str], ...] = values["common"]
    if not all(known_count([field]) for field, _ in common):
        words = Message("--set takes one of these columns: {fields}.", fields=", ".join(FIELDS))
        raise TableError("unknown_column", words)
    return TableOptions(
        encoding=values["encoding"],
        sheet=values["sheet"],
        has_heading=values["has_heading"],
        common=common,
    )


def print_rows(output: Output, table: Table, rows: Iterable[CheckedRow]) -> ExitCode:
    """Print rows with their verdicts, and the totals.

    Args:
        output: The streams.
        table: The table that they are from.
        rows: The rows in order, asked for one by one.

    Returns:
        The exit code of a check.
    """
    verdicts: Counter[Verdict] = Counter()
    for row in rows:
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


def row_record(row: CheckedRow) -> dict[str, Any]:
    """Return one row of a table as an object of JSON."""
    return {
        "schema": SCHEMA,
        "row": row.row,
        "line": row.line,
        "ref": row.ref,
        "kind": kind_word(row.kind),
        "verdict": str(row.verdict),
        "fields": row.fields,
        **({"id": row.existing} if row.verdict is Verdict.EXISTS else {}),
        "problems": [_finding_record(finding) for finding in row.findings],
    }


def table_totals(table: Table, verdicts: Counter[Verdict]) -> dict[str, Any]:
    """Return the last line: how many rows have which verdict, and the columns that are not ours.

    Args:
        table: The table.
        verdicts: How many rows have each verdict.
    """
    return {
        "rows": verdicts.total(),
        **{str(verdict): verdicts[verdict] for verdict in Verdict},
        "empty": table.empty_count,
        "unknown": list(table.columns.unknown),
        "advice": [_finding_record(finding) for finding in table.findings],
    }


def exit_code_of(verdicts: Counter[Verdict]) -> ExitCode:
    """Return the exit code of a check: 2 when a row is a problem, else 6 when one is doubtful, else 0."""
    if verdicts[Verdict.PROBLEM]:
        return ExitCode.USAGE
    return ExitCode.HELD_BACK if verdicts[Verdict.DOUBTFUL] else ExitCode.CREATED


def row_lines(row: CheckedRow) -> list[str]:
    """Return what people have to know of a row: a line for each finding; none for a ready row without advice."""
    name = visible(row.fields.get("name", ""))
    place = f"line {row.line}" + (f" “{name}”" if name else "")
    return [
        f"{_word(row, finding)} {place}{_of_field(finding)}: {_sentence(finding)}" for finding in row.findings
    ]


def _finding_record(finding: Finding) -> dict[str, Any]:
    record: dict[str, Any] = {
        "field": finding.field,
        "code": finding.code,
        "message": str(finding.message),
        "severity": str(finding.severity),
    }
    return record if finding.clean_value is None else {**record, "clean": finding.clean_value}


def _word(row: CheckedRow, finding: Finding) -> str:
    if row.verdict is Verdict.EXISTS:
        return f"{'exists':<8}"
    words = {Severity.PROBLEM: "problem", Severity.DOUBT: "doubtful", Severity.ADVICE: "advice"}
    return f"{words[finding.severity]:<8}"


def _of_field(finding: Finding) -> str:
    return f", {visible(finding.field)}" if finding.field else ""


def _sentence(finding: Finding) -> str:
    sentence = visible(finding.message)
    if finding.clean_value is None:
        return sentence
    return f"{sentence} Clean: “{visible(finding.clean_value)}”"
