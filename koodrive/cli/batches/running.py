"""Runs a batch for the command: the table is checked, stored and planned, its rows are sent, the result is printed."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from koodrive.batch.cross_check import check_table
from koodrive.batch.models import PauseReason, Verdict
from koodrive.batch.running.plan import Planner
from koodrive.batch.stored_plan import CONFIRMED, store_table
from koodrive.batch.stored_rows import checked_row
from koodrive.batch.table import TableOptions, open_table
from koodrive.cli.batches import checked_rows
from koodrive.cli.batches.check import print_check
from koodrive.cli.batches.progress import BatchProgress
from koodrive.cli.batches.results import print_result, write_files
from koodrive.cli.batches.states import counts_text, exit_code_of
from koodrive.cli.create import limited
from koodrive.cli.exit_codes import ExitCode
from koodrive.cli.failures import CommandError, sentences
from koodrive.cli.interrupts import GRACE_SECONDS, Interrupts
from koodrive.cli.session import open_session
from koodrive.errors import KoodriveError
from koodrive.journal import RowFilter
from koodrive.journal.batches import Pace
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.batch.models import CheckedRow
    from koodrive.batch.running.runner import BatchRunner
    from koodrive.batch.table import Table
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.session import Session
    from koodrive.journal import BatchRow, Journal

_POLL_SECONDS = 0.2
_AT_ONCE = 500


def run_file(options: CommonOptions, values: dict[str, Any]) -> ExitCode:
    """Check a table, create its rows and print the result.

    Args:
        options: The common ones.
        values: The options of the command.

    Raises:
        TableError: When the file cannot be used as a table.
        KoodriveError: When nothing could be sent.
    """
    output = options.output
    table = open_table(values["file"], TableOptions(encoding=values["encoding"], sheet=values["sheet"]))
    verdicts = Counter(row.verdict for row in check_table(table))
    if verdicts[Verdict.PROBLEM] and not values["ready_only"]:
        output.say("koodrive: Nothing was sent, as rows have problems. Mend them, or give --ready-only.")
        return print_check(output, table)
    with open_session(options, output) as session, Interrupts() as interrupts:
        batch_id = _stored(options, session, table, interrupts)
        if batch_id is None:
            return ExitCode.INTERRUPTED
        verdicts = Counter(row.verdict for row in _rows(session.backend.journal, batch_id))
        if verdicts[Verdict.DOUBTFUL] and not (values["ready_only"] or options.again):
            code = _print_plan(options, session.backend.journal, batch_id, table)
            session.backend.journal.batches.remove(batch_id)
            return code
        return _run(options, session, batch_id, values, interrupts)


def resume_batch(options: CommonOptions, batch_id: int, values: dict[str, Any]) -> ExitCode:
    """Go on with a batch, and print its result.

    Raises:
        CommandError: When there is no such batch.
        KoodriveError: When nothing could be sent.
    """
    output = options.output
    with open_session(options, output, batch_id=batch_id) as session, Interrupts() as interrupts:
        return _run(options, session, batch_id, values, interrupts)
