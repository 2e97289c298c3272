"""What an index of rows keeps of each one: as little as the others need to know."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from koodrive.batch.models import Verdict
from koodrive.core.characters import visible_form
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from koodrive.batch.models import CheckedRow


@dataclass(slots=True)
class RowEntry:
    """What other rows have to know of a row."""

    line: int
    request: bytes | None = None
    """Equal for requests that are the same in each character of the name; None for a row that is not sent."""
    name: str | None = None
    """Equal for names of one kind that look the same; None for a row that is not sent, or has none."""
    ref: str | None = None
    folder_key: str | None = None
    folder_group: str | None = None
    """Equal for albums in one shared folder; None for a row that is not sent, or in none."""
    is_folder: bool = False
    has_lost_ids: bool = False
    """Whether it is a folder that exists, but not all of its IDs are known."""
    verdict: str = Verdict.READY.value
    """A value of `Verdict`, by the row alone."""


_values = attrgetter(*(field.name for field in fields(RowEntry)))


class RowEntries:
    """The entries of all rows, by row number.

    They are kept as plain tuples of plain values, which the garbage collector does not visit: with objects, a table of
    100,000 rows stops all threads for 120 ms at a time.
    """

    def __init__(self) -> None:
        self._tuples: dict[int, tuple[object, ...]] = {}

    def __contains__(self, row: object) -> bool:
        return row in self._tuples

    def __getitem__(self, row: int) -> RowEntry:
        return RowEntry(*self._tuples[row])  # type: ignore[arg-type]

    def __setitem__(self, row: int, entry: RowEntry) -> None:
        self._tuples[row] = _values(entry)


def entry_of(row: CheckedRow) -> RowEntry:
    """Return what other rows have to know of a row that was checked by itself."""
    is_folder = row.kind is RequestKind.SHARED_FOLDER
    if row.kind is None or row.verdict in {Verdict.PROBLEM, Verdict.EXCLUDED}:
        # It is not sent, and so nobody's twin.
        return RowEntry(
            row.line, ref=row.ref, folder_key=row.folder_key, is_folder=is_folder, verdict=row.verdict.value
        )
    exact_name = str(row.fields.get("name", ""))
    name = visible_form(exact_name)
    return RowEntry(
        line=row.line,
        request=_request_key(row, exact_name),
        name=f"{row.kind.value}\x1f{name}" if name else None,
        ref=row.ref,
        folder_key=row.folder_key,
        folder_group=_folder_group(row),
        is_folder=is_folder,
        has_lost_ids=is_folder and row.verdict is Verdict.EXISTS and row.existing_folder is None,
        verdict=row.verdict.value,
    )


def _request_key(row: CheckedRow, name: str) -> bytes:
    """Return what is equal for rows that ask for the same; a name that only looks the same is another one."""
    sent = row.fields
    parts = [str(row.kind), row.folder_key or "", name]
    for field in sorted(sent):
        if field not in {"name", "shareType"}:
            value = sent[field]
            parts += (field, value if isinstance(value, str) else "\0".join(sorted(value)))
    content = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=16).digest()


def _folder_group(row: CheckedRow) -> str | None:
    """Return what is equal for albums in one shared folder; None for anything else."""
    if row.kind is not RequestKind.ALBUM:
        return None
    if row.folder_key is not None:
        return f"in\x1f{row.folder_key}"
    key = str(row.fields.get("shareFolderId", ""))
    return f"id\x1f{key}" if key else None
