"""Checks the rows of a table among each other: same requests, same names, and albums in shared folders of the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.batch.columns import IN, REF
from koodrive.batch.models import CheckedRow, Finding, Severity, Verdict
from koodrive.batch.row_check import check_row, kind_of_row, ref_of_row, verdict_of
from koodrive.batch.row_entries import RowEntries, RowEntry, entry_of
from koodrive.batch.row_groups import RowGroups
from koodrive.messages import Message, listed
from koodrive.models import AlbumKind, RequestKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.batch.columns import Columns
    from koodrive.batch.models import TableRow
    from koodrive.batch.reading.table_rows import RowLabels
    from koodrive.batch.table import Table

FOLDER_SIZE = 100
"""Albums in one shared folder from which on it is worth a second look."""

SAME_REQUEST, SAME_NAME, REF_REPEATED, FULL_FOLDER = (
    "same_request",
    "same_name",
    "ref_repeated",
    "full_folder",
)
IN_MISSING, IN_AMBIGUOUS, IN_NO_FOLDER = "in_missing", "in_ambiguous", "in_no_folder"
IN_NOT_POSSIBLE, IN_CYCLE, IN_AND_IDS = "in_not_possible", "in_cycle", "in_and_ids"
FOLDER_PROBLEM = "in_folder_problem"
CROSS_CODES = frozenset(
    {
        SAME_REQUEST,
        SAME_NAME,
        REF_REPEATED,
        IN_MISSING,
        IN_AMBIGUOUS,
        IN_NO_FOLDER,
        IN_NOT_POSSIBLE,
        IN_CYCLE,
        IN_AND_IDS,
        FOLDER_PROBLEM,
        FULL_FOLDER,
    }
)
"""Codes of the findings that depend on other rows."""


def check_table(table: Table, index: RowIndex | None = None) -> Iterator[CheckedRow]:
    """Yield all rows of a table with their verdicts, in order.

    Args:
        table: As `open_table` returns it.
        index: An empty one that is wanted afterwards, to edit rows; None for one of its own.
    """
    index = index or RowIndex()
    index.expect(table.labels)
    is_announced = False
    for row in table.rows():
        checked = check_row(row, table.columns)
        index.add(checked)
        if not is_announced and index.points_below(checked):
            # A folder stands below its albums: the table is read once more, to know all rows before the verdict.
            is_announced = True
            for other in table.rows():
                if other.row > row.row:
                    index.announce(other, table.columns)
        yield index.judge(checked)


def own_part(row: CheckedRow) -> CheckedRow:
    """Return a row without what follows from other rows."""
    if not row.findings and row.folder_row is None:
        return row
    own = tuple(finding for finding in row.findings if finding.code not in CROSS_CODES)
    if len(own) == len(row.findings) and row.folder_row is None:
        return row
    is_told = row.verdict is Verdict.EXISTS and row.attempt_id is None
    verdict = row.verdict if is_told else verdict_of(own)
    return replace(row, findings=own, verdict=verdict, folder_row=None)


class RowIndex:
    """Finds what the rows of one table have to do with each other, also while they are edited.

    Rows are added as `check_row` returns them. `judge` adds to a row what follows from the others.
    """

    def __init__(self) -> None:
        self._entries = RowEntries()
        self._requests = RowGroups()
        self._names = RowGroups()
        self._refs = RowGroups()
        self._lines: dict[str, int] = {}
        self._last_with_ref: dict[str, int] = {}
        """The last row with each `ref`, of those that are expected."""
        self._in_folder = RowGroups()
        self._dependents = RowGroups()

    def add(self, row: CheckedRow) -> None:
        """Take in a row that is new to the index.

        Args:
            row: As `check_row` returns it; one that is `EXCLUDED` is nobody's twin.
        """
        self._set(row.row, entry_of(row))

    def expect(self, labels: RowLabels) -> None:
        """Take in what `in` may say for the rows of a table that are added later, one after the other.

        Args:
            labels: Those of the table.
        """
        self._lines = {str(line): row for row, line in enumerate(labels.lines, start=1)}
        self._last_with_ref = {ref: row for row, ref in labels.refs.items()}

    def points_below(self, row: CheckedRow) -> bool:
        """Return whether the `in` of a row may mean one that is expected and was not added yet."""
        key = row.folder_key
        if key is None:
            return False
        named = self._last_with_ref.get(key), self._lines.get(key)
        return any(number is not None and number not in self._entries for number in named)

    def announce(self, row: TableRow, columns: Columns) -> None:
        """Take in what rows above need to know of a row: its `ref`, and all about a shared folder.

        Args:
            row: A row that is added in its turn.
            columns: Those of the table.
        """
        if kind_of_row(row, columns) is RequestKind.SHARED_FOLDER:
            self.add(check_row(row, columns))
        else:
            self._set(row.row, RowEntry(row.line, ref=ref_of_row(row, columns)))

    def _set(self, row: int, entry: RowEntry) -> None:
        if row in self._entries:
            for groups, key in self._memberships(self._entries[row]):
                groups.remove(key, row)
        self._entries[row] = entry
        self._lines[str(entry.line)] = row
        for groups, key in self._memberships(entry):
            if key is not None:
                groups.add(key, row)

    def update(self, row: CheckedRow) -> set[int]:
        """Take in a row that was edited, left out or taken in again.

        Args:
            row: As `check_row` returns it now.

        Returns:
            Numbers of the other rows of which `judge` may say something else now.
        """
        before = self._entries[row.row]
        touched = self._touched(row.row, before)
        self.add(row)
        after = self._entries[row.row]
        touched |= self._touched(row.row, after)
        folders = {number for number in touched if self._entries[number].is_folder}
        if before != after and (before.is_folder or after.is_folder or before.ref != after.ref):
            folders.add(row.row)
        for number in folders:
            touched |= self._dependents_of(self._entries[number])
        if before.ref != after.ref:
            touched |= {*self._dependents.rows(before.ref), *self._dependents.rows(after.ref)}
        return touched - {row.row}

    def _memberships(self, entry: RowEntry) -> tuple[tuple[RowGroups, object], ...]:
        return (
            (self._requests, entry.request),
            (self._names, entry.name),
            (self._refs, entry.ref),
            (self._dependents, entry.folder_key),
            (self._in_folder, entry.folder_group),
        )

    def _touched(self, number: int, entry: RowEntry) -> set[int]:
        """Return the rows whose findings name a row, or depend on how many there are beside it."""
        found = {
            groups.after(key, number)
            for groups, key in (
                (self._requests, entry.request),
                (self._names, entry.name),
                (self._refs, entry.ref),
            )
        }
        found |= set(self._in_folder.rows(entry.folder_group)[FOLDER_SIZE : FOLDER_SIZE + 1])
        return {row for row in found if row is not None}

    def _dependents_of(self, entry: RowEntry) -> set[int]:
        return {row for key in (entry.ref, str(entry.line)) for row in self._dependents.rows(key)}

    def judge(self, row: CheckedRow) -> CheckedRow:
        """Return a row of the index with what follows from the others.

        Args:
            row: As it was added, or as `judge` has returned it before.
        """
        if row.verdict is Verdict.EXCLUDED:
            return row
        if row.verdict is Verdict.EXISTS:
            # Should it have been taken back, it is created again in its folder.
            folder = None if row.folder_key is None else self._folder_of(row, row.folder_key)
            return replace(row, folder_row=folder[0] if folder and folder[1] is None else None)
        row = own_part(row)
        entry = self._entries[row.row]
        findings: list[Finding] = []
        folder_row = None
        if entry.ref is not None:
            findings += self._ref_findings(row.row, entry.ref)
        if entry.folder_key is not None:
            folder_row, problem = self._folder_of(row, entry.folder_key)
            findings += [problem] if problem else []
        findings += self._twin_findings(row.row, entry)
        findings += self._full_folder(row.row, entry.folder_group)
        if not findings and folder_row is None:
            return row
        found = (*row.findings, *findings)
        return replace(row, findings=found, verdict=verdict_of(found), folder_row=folder_row)

    def _ref_findings(self, row: int, ref: str) -> list[Finding]:
        first = self._refs.before(ref, row)
        if first is None:
            return []
        line = self._entries[first].line
        message = Message("Line {line} has the same ref “{ref}”. Give each row its own.", line=line, ref=ref)
        return [Finding(REF_REPEATED, message, REF)]

    def _twin_findings(self, row: int, entry: RowEntry) -> list[Finding]:
        twin = self._requests.before(entry.request, row)
        if twin is not None:
            line = self._entries[twin].line
            return [
                Finding(
                    SAME_REQUEST, Message("Line {line} is the same: this would make it twice.", line=line)
                )
            ]
        namesake = self._names.before(entry.name, row)
        if namesake is None:
            return []
        message = Message(
            "Line {line} has the same name, or one that looks the same.", line=self._entries[namesake].line
        )
        return [Finding(SAME_NAME, message, "name", Severity.DOUBT)]

    def _full_folder(self, row: int, group: str | None) -> list[Finding]:
        if group is None:
            return []
        rows = self._in_folder.rows(group)
        if len(rows) <= FOLDER_SIZE or rows[FOLDER_SIZE] != row:
            return []
        message = Message(
            "From here on, more than {limit} albums of this table are in one shared folder.",
            limit=FOLDER_SIZE,
        )
        return [Finding(FULL_FOLDER, message, severity=Severity.ADVICE)]

    def _folder_of(self, row: CheckedRow, key: str) -> tuple[int | None, Finding | None]:
        """Return the row of the folder that `in` names, or what is wrong with it."""
        found = set(self._refs.rows(key))
        if key in self._lines:
            found.add(self._lines[key])
        if not found:
            return None, _in(IN_MISSING, Message("No row has the ref or the line “{key}”.", key=key))
        if len(found) > 1:
            lines = listed(*(str(self._entries[one].line) for one in sorted(found)))
            message = Message("“{key}” may mean several rows: line {lines}.", key=key, lines=lines)
            return None, _in(IN_AMBIGUOUS, message)
        number = found.pop()
        return self._usable_folder(row, number)

    def _usable_folder(self, row: CheckedRow, number: int) -> tuple[int | None, Finding | None]:
        folder = self._entries[number]
        if number == row.row:
            return None, _in(IN_CYCLE, Message("This is the row itself."))
        if row.kind is RequestKind.SHARED_FOLDER:
            return None, _in(
                IN_NOT_POSSIBLE, Message("A shared folder cannot be in another one. Empty this cell.")
            )
        if not folder.is_folder:
            return None, _in(IN_NO_FOLDER, Message("Line {line} is no shared folder.", line=folder.line))
        return number, self._unmade_folder(number, folder) or _unfit_album(row, folder.line)

    def _unmade_folder(self, number: int, folder: RowEntry) -> Finding | None:
        """Return the problem that a folder will not be made, where it is so."""
        if folder.verdict == Verdict.EXCLUDED:
            return _in(
                FOLDER_PROBLEM, Message("The shared folder in line {line} is left out.", line=folder.line)
            )
        if folder.has_lost_ids:
            message = Message(
                "The IDs of the shared folder in line {line} are not known: fill in groupId and shareFolderId.",
                line=folder.line,
            )
            return _in(FOLDER_PROBLEM, message)
        has_twin = self._requests.before(folder.request, number) is not None
        has_namesake = self._refs.before(folder.ref, number) is not None
        # A folder with an `in` of its own is a problem by that alone.
        if folder.verdict == Verdict.PROBLEM or folder.folder_key or has_twin or has_namesake:
            return _in(
                FOLDER_PROBLEM, Message("The shared folder in line {line} has a problem.", line=folder.line)
            )
        return None


def _unfit_album(row: CheckedRow, line: int) -> Finding | None:
    """Return the problem that an album cannot be in the folder that its `in` names, where it is so."""
    if row.kind is RequestKind.ALBUM and row.fields.get("albumKind") != str(AlbumKind.SHARED.value):
        return _in(IN_NOT_POSSIBLE, Message("Only a shared album can be in a shared folder."))
    if "groupId" in row.fields or "shareFolderId" in row.fields:
        message = Message(
            "The IDs come from the folder in line {line}: empty this cell, or groupId and shareFolderId.",
            line=line,
        )
        return _in(IN_AND_IDS, message)
    return None


def _in(code: str, message: Message) -> Finding:
    return Finding(code, message, IN)
