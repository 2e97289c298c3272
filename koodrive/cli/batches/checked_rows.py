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
from koodrive.cli.texts.language import in_language
from koodrive.cli.texts.words import counts_of, padded
from koodrive.core.lazy import load
from koodrive.messages import Message, listed, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from koodrive.batch.models import CheckedRow, Finding
    from koodrive.batch.table import Table
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.streams import Output

_ADVICE = Message("advice")
_MARKS = {Severity.PROBLEM: Message("problem"), Severity.DOUBT: Message("doubtful"), Severity.ADVICE: _ADVICE}


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
        words = Message("--set takes one of these columns: {fields}.", fields=listed(*FIELDS))
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
        for line in _summary(table, verdicts):
            output.text(line)
    return exit_code_of(verdicts)


def _summary(table: Table, verdicts: Counter[Verdict]) -> list[str]:
    advice = [visible(finding.message) for finding in table.findings]
    if table.columns.unknown:
        names = listed(*(Message("“{name}”", name=visible(name)) for name in table.columns.unknown))
        advice.append(Message("Columns that are not sent: {names}.", names=names))
    counts = counts_of((verdict, verdicts[verdict]) for verdict in Verdict)
    total = Message("{total} rows: {counts}. Nothing was sent.", total=verdicts.total(), counts=counts)
    return [*(marked(_ADVICE, text) for text in advice), total]


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
    place = Message("line {line} “{name}”") if name else Message("line {line}")
    place = place.filled(line=row.line, name=name)
    return [marked(_word(row, finding), _place_text(place, finding)) for finding in row.findings]


def marked(word: Message, text: str) -> str:
    """Return a line of the verdict and what there is to say, in the language of the command."""
    return f"{padded(word, 8)} {in_language(text)}"


def _place_text(place: Message, finding: Finding) -> Message:
    if finding.field:
        place = Message("{place}, {field}", place=place, field=visible(finding.field))
    return Message("{title}: {message}", title=place, message=_sentence(finding))


def _finding_record(finding: Finding) -> dict[str, Any]:
    record: dict[str, Any] = {
        "field": finding.field,
        "code": finding.code,
        "message": str(finding.message),
        "severity": str(finding.severity),
    }
    return record if finding.clean_value is None else {**record, "clean": finding.clean_value}


def _word(row: CheckedRow, finding: Finding) -> Message:
    return Message("exists") if row.verdict is Verdict.EXISTS else _MARKS[finding.severity]


def _sentence(finding: Finding) -> str:
    sentence = visible(finding.message)
    if finding.clean_value is None:
        return sentence
    return sentences(sentence, Message("Clean: “{value}”", value=visible(finding.clean_value)))
