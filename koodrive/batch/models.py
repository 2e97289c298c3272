"""What a table of creates is made of: its source, its rows, what was found in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.messages import Message
    from koodrive.models import RequestKind


class Severity(StrEnum):
    """How much a finding matters."""

    PROBLEM = "problem"
    """The row cannot be sent."""
    DOUBT = "doubt"
    """The row is sent when somebody has confirmed it."""
    ADVICE = "advice"
    """Worth a second look; the row can be sent."""


class Verdict(StrEnum):
    """What the plan says about a row before it is sent."""

    READY = "ready"
    DOUBTFUL = "doubtful"
    """It may make something a second time, and needs a confirmation."""
    EXISTS = "exists"
    """This history has created it already."""
    PROBLEM = "problem"
    EXCLUDED = "excluded"
    """Left out by hand."""


class BatchState(StrEnum):
    """What a batch does."""

    CHECKED = "checked"
    """Nothing was sent yet."""
    RUNNING = "running"
    PAUSED = "paused"
    """It waits for somebody, by a `PauseReason`."""
    FINISHED = "finished"
    """Every row that may be sent has been sent."""
    STOPPED = "stopped"
    """Somebody has ended it; the remaining rows were not sent."""


class PauseReason(StrEnum):
    """Why a batch waits."""

    USER = "user"
    TOKEN = "token"  # noqa: S105 - a word, not a secret
    THROTTLED = "throttled"
    OFFLINE = "offline"
    CLOCK = "clock"
    DISK = "disk"
    REFUSALS = "refusals"
    UNKNOWN_ROWS = "unknown_rows"
    CLOSED = "closed"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found in a row."""

    code: str
    """Stable ASCII for programs and tests."""
    message: Message
    field: str | None = None
    """API field name, a column of ours (`kind`, `ref`, `in`) or the heading of the column; None for the whole row."""
    severity: Severity = Severity.PROBLEM
    clean_value: str | None = None
    """The text that the cell was probably meant to hold, where there is one."""


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where a table came from and how it was read."""

    name: str
    """File name without its folder; empty for a pasted table or a series."""
    sha256: str
    """Of the bytes of the file, or of the text in UTF-8."""
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    """Names of the visible sheets of a workbook."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it was read."""

    row: int
    """From 1, without the heading and empty rows."""
    line: int
    """From 1, as the spreadsheet or the text editor counts."""
    cells: tuple[str, ...]
    """Texts of all columns, unknown ones included, as they will come back in the result."""
    findings: tuple[Finding, ...] = ()
    """What reading alone found: rounded IDs, formulas, merged cells, dates."""


@dataclass(frozen=True, slots=True)
class FolderIds:
    """IDs of a shared folder that an album in it is sent with."""

    share_folder_id: str
    """Primary key of the shared folder."""
    group_id: str
    container_id: str
    """ID of the space that the folder is in; sent by collection albums that name no other."""


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One row with its verdict."""

    row: int
    line: int
    ref: str | None
    """A key of the user's, to which the `in` of other rows may refer."""
    kind: RequestKind | None
    fields: dict[str, str | list[str]]
    """API field name (camelCase) to text, `scopeDir` to a list; without empty ones and without what is not sent."""
    cells: tuple[str, ...]
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    folder_row: int | None = None
    """Number of the row of the shared folder that its `in` names; its IDs are put in once the folder is made."""
    existing: str | None = None
    """ID of the result that this history has already, for `exists`."""
    attempt_id: int | None = None
    """The attempt of the history that made it `exists` or `doubtful`."""
    existing_folder: FolderIds | None = None
    """IDs of the shared folder, for an `exists` that an earlier result tells."""
    folder_key: str | None = None
    """What the row's `in` says: the `ref` or the line of a row with a shared folder."""
