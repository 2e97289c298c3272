"""What the table of a batch shows of a row: made in the background, so that painting only looks things up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.batch.models import Finding, Severity, Verdict
from koodrive.batch.template import HEADINGS
from koodrive.models import OutcomeKind
from ui.batch.texts import row_outcome_text, verdict_text
from ui.texts.attempts import kind_text
from ui.texts.translate import translated
from ui.texts.visible import in_short, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from koodrive.journal import BatchRow

_LONGEST_CELL = 500
"""Characters; more are not visible, and laying them out takes time."""
_RANK = {Severity.PROBLEM: 0, Severity.DOUBT: 1, Severity.ADVICE: 2}
_VERDICTS = frozenset(Verdict)
_OPEN_STATES = _VERDICTS - {Verdict.EXISTS}
WAITING = "waiting"
"""Mark of a row of a run that was not sent yet."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding as it is shown."""

    severity: Severity
    text: str
    column: int | None
    """Column of the file, from 0; None for the whole row."""
    field: str
    """Heading of that column, or the field where the file has no column for it; empty for the whole row."""
    clean_value: str | None = None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the table."""

    row: int
    line: int
    state: str
    """Outcome, verdict or `WAITING`; the name of the row's mark."""
    word: str
    kind: str
    kind_word: str
    cells: tuple[str, ...]
    """Texts of all columns of the file, as they are edited."""
    reason: str
    """First reason, or the ID."""
    is_id: bool
    remarks: tuple[Remark, ...] = ()
    """The worst first."""
    attempt_id: int | None = None

    def remark_at(self, column: int) -> Remark | None:
        """Return the worst remark about a column of the file that is more than advice."""
        return next(
            (one for one in self.remarks if one.column == column and one.severity is not Severity.ADVICE),
            None,
        )

    @property
    def is_open(self) -> bool:
        """Whether it can be edited, left out and confirmed: nothing of it was sent."""
        return self.state in _OPEN_STATES


class RowTexts:
    """Makes `ShownRow`s of the rows of one batch.

    Args:
        headings: All columns, as the file names them.
        mapping: What each column stands for.
    """

    def __init__(self, headings: Sequence[str], mapping: Sequence[str | None]) -> None:
        self.headings = tuple(headings)
        self.columns = {name: place for place, name in enumerate(mapping) if name is not None}
        """Column of the file for each API field and column of ours."""

    def shown(self, row: BatchRow, findings: Sequence[Finding], *, runs: bool) -> ShownRow:
        """Return a row as the table shows it.

        Args:
            row: As it is stored.
            findings: What was found in it.
            runs: Whether the batch is past its plan, so that a ready row waits.
        """
        remarks = tuple(
            sorted(map(self._remark, findings), key=lambda one: (_RANK[one.severity], one.column is None))
        )
        state = WAITING if runs and row.state in {Verdict.READY, Verdict.DOUBTFUL} else row.state
        identity = row.result_id or row.existing or ""
        has_id = bool(identity) and state in {OutcomeKind.CREATED, OutcomeKind.DELETED, Verdict.EXISTS}
        return ShownRow(
            row=row.row,
            line=row.line,
            state=state,
            word=_word(state),
            kind=row.kind or "",
            kind_word=kind_text(row.kind) if row.kind else "–",
            cells=row.cells,
            reason=identity if has_id else in_short(self._reason(row, state, remarks), _LONGEST_CELL),
            is_id=has_id,
            remarks=remarks if state in _VERDICTS else (),
            attempt_id=row.attempt_id,
        )

    def _remark(self, finding: Finding) -> Remark:
        column = self._column(finding.field)
        heading = finding.field or "" if column is None else self.headings[column]
        # A name of the API is shown as the form calls it; any other heading stays what the file calls the column.
        field = visible(translated(HEADINGS.get(heading, heading)))
        return Remark(finding.severity, translated(finding.message), column, field, finding.clean_value)

    def _column(self, field: str | None) -> int | None:
        if field is None:
            return None
        if field in self.columns:
            return self.columns[field]
        return self.headings.index(field) if field in self.headings else None

    @staticmethod
    def _reason(row: BatchRow, state: str, remarks: Sequence[Remark]) -> str:
        if state in _VERDICTS:
            return remarks[0].text if remarks else ""
        if state == WAITING:
            return ""
        return translated(row.message or row.title or "")


def _word(state: str) -> str:
    if state == WAITING:
        return row_outcome_text(None)
    return verdict_text(state) if state in _VERDICTS else row_outcome_text(OutcomeKind(state))


def count_of(counts: Mapping[str, int], *states: str) -> int:
    """Return how many rows are in one of `states`."""
    return sum(counts.get(state, 0) for state in states)
