"""Checks one row of a table by itself: its kind, its fields by the rules, and what reading has found in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.batch.cells import choice_of, ids_of, kind_of, unknown_choice
from koodrive.batch.columns import IN, KIND, OUTCOME, REF
from koodrive.batch.models import CheckedRow, Finding, FolderIds, Severity, TableRow, Verdict
from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType, OutcomeKind, RequestKind
from koodrive.rules import advise_album, advise_shared_folder, check_album, check_shared_folder
from koodrive.rules.clean_id import clean_id
from koodrive.rules.ids import is_id
from koodrive.rules.names import clean_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from koodrive.batch.columns import Columns
    from koodrive.rules.problems import Problems

    FieldTexts = dict[str, str | list[str]]

_CHOICES = ("type", "albumKind", "scopeKind", "shareType")
_IDS = ("groupId", "shareFolderId", "scopeParentFolderId", "containerId")
_ALBUM_FIELDS = (
    "type",
    "albumKind",
    "groupId",
    "shareFolderId",
    "scopeDir",
    "scopeParentFolderId",
    "scopeKind",
)
_COLLECTION = ("scopeDir", "scopeParentFolderId", "scopeKind", "containerId")
_SHARED = ("groupId", "shareFolderId")
_MANUAL, _PERSONAL = str(AlbumType.MANUAL.value), str(AlbumKind.PERSONAL.value)
_DONE = frozenset({OutcomeKind.CREATED.value, Verdict.EXISTS.value})
_FOLDER = ("shareType", "containerId", "name")


def check_row(row: TableRow, columns: Columns) -> CheckedRow:
    """Return a row with what is found in it alone; `koodrive.batch.cross_check` compares it with the others.

    Args:
        row: As it was read, or with the cells that somebody has edited.
        columns: What its cells mean.
    """
    texts = _texts(row, columns)
    ref = texts.pop(REF, "").strip() or None
    folder_key = texts.pop(IN, "").strip() or None
    kind, findings = _kind(texts, folder_key, columns)
    fields, more = _fields(texts, kind, folder_key)
    if _has_created(row, columns):
        existing, folder = _earlier_result(row, columns, kind, fields)
        message = Message("Created earlier as {object_id}; it is left out.", object_id=existing or "?")
        return CheckedRow(
            row.row,
            row.line,
            ref,
            kind,
            fields,
            row.cells,
            Verdict.EXISTS,
            (Finding("exists", message, severity=Severity.ADVICE),),
            existing=existing,
            existing_folder=folder,
            folder_key=folder_key,
        )
    findings = [*row.findings, *findings, *more, *judge_fields(fields, kind, folder_key)]
    outcome = _unknown_outcome(row, columns)
    found = tuple(_without_repeats([*findings, *outcome]))
    return CheckedRow(
        row.row, row.line, ref, kind, fields, row.cells, verdict_of(found), found, folder_key=folder_key
    )


def kind_of_row(row: TableRow, columns: Columns) -> RequestKind | None:
    """Return the kind of a row, by its column or by the columns that are filled; None where it cannot be told."""
    place = columns.places.get(KIND)
    if place is not None and (kind := kind_of(row.cells[place])) is not None:
        return kind
    texts = _texts(row, columns)
    return _kind(texts, texts.pop(IN, "").strip() or None, columns)[0]


def ref_of_row(row: TableRow, columns: Columns) -> str | None:
    """Return the user's key of a row."""
    place = columns.places.get(REF)
    return None if place is None else row.cells[place].strip() or None


def _texts(row: TableRow, columns: Columns) -> dict[str, str]:
    """Return the texts of the cells that are not empty, by what their columns mean."""
    cells = row.cells
    return {field: cells[place] for field, place in columns.places.items() if cells[place]}


def verdict_of(findings: Collection[Finding]) -> Verdict:
    """Return what the findings of a row come to: `PROBLEM`, `DOUBTFUL` or `READY`."""
    if not findings:
        return Verdict.READY
    severities = [finding.severity for finding in findings]
    if Severity.PROBLEM in severities:
        return Verdict.PROBLEM
    return Verdict.DOUBTFUL if Severity.DOUBT in severities else Verdict.READY


def _kind(
    texts: dict[str, str], folder_key: str | None, columns: Columns
) -> tuple[RequestKind | None, list[Finding]]:
    word = texts.pop(KIND, "").strip()
    if word:
        kind = kind_of(word)
        if kind is not None:
            return kind, []
        message = Message("“{word}” is no kind. Write album or shared_folder.", word=word)
        return None, [Finding("kind_unknown", message, KIND)]
    filled = {field for field, text in texts.items() if text.strip()}
    for present in (filled, columns.places.keys()):
        is_album = folder_key is not None or not present.isdisjoint(_ALBUM_FIELDS)
        is_folder = "containerId" in present or "shareType" in present
        if is_album or is_folder:
            if is_album and "shareType" in present:
                break
            if present is filled or is_album != is_folder:
                return RequestKind.ALBUM if is_album else RequestKind.SHARED_FOLDER, []
    message = Message(
        "It cannot be told whether this is an album or a shared folder. Fill in the column kind."
    )
    return None, [Finding("kind_missing", message, KIND)]


def _fields(
    texts: dict[str, str], kind: RequestKind | None, folder_key: str | None
) -> tuple[FieldTexts, list[Finding]]:
    """Return the fields that are sent, and advice about what is not sent as it stands in the cells."""
    fields: FieldTexts = {}
    findings = []
    for field, text in texts.items():
        if field == "name":
            fields[field] = text
        elif field == "scopeDir":
            if ids := ids_of(text):
                fields[field] = ids
        else:
            value = choice_of(field, text) if field in _CHOICES else text.strip()
            if value.strip():
                fields[field] = value
            if field in _IDS and value and value != text:
                advice = Message("Blanks around this ID are not sent.")
                findings.append(Finding("outer_blank", advice, field, Severity.ADVICE, value))
    if kind is RequestKind.ALBUM and folder_key is not None:
        fields.setdefault("albumKind", str(AlbumKind.SHARED.value))
    sent = _sent(fields, kind)
    unsent = [field for field in fields if field not in sent]
    findings = [finding for finding in findings if finding.field in sent]
    return {field: fields[field] for field in sent if field in fields}, [
        *findings,
        *(_not_sent(field) for field in unsent),
    ]


def _sent(fields: FieldTexts, kind: RequestKind | None) -> tuple[str, ...]:
    """Return the fields that the kind and the choices of a row use; all while they are not known."""
    if kind is None:
        return tuple(fields)
    if kind is RequestKind.SHARED_FOLDER:
        return _FOLDER
    sent: tuple[str, ...] = ("name", "type", "albumKind")
    if fields.get("type") != _MANUAL:
        sent += _COLLECTION
    if fields.get("albumKind") != _PERSONAL:
        sent += _SHARED
    return sent


def _not_sent(field: str) -> Finding:
    message = Message("This cell is not sent: the kind and the type of this row do not use it.")
    return Finding("not_sent", message, field, Severity.ADVICE)


def judge_fields(fields: FieldTexts, kind: RequestKind | None, folder_key: str | None) -> list[Finding]:
    """Return what the rules say about the fields of a row.

    Args:
        fields: What is sent.
        kind: Album or shared folder; None where it is not known, and nothing can be said.
        folder_key: What the row says of the shared folder that it is in.
    """
    if kind is None:
        return []
    is_album = kind is RequestKind.ALBUM
    problems: Problems = (check_album if is_album else check_shared_folder)(fields)
    advice: Problems = (advise_album if is_album else advise_shared_folder)(fields)
    if folder_key is not None and is_album:
        for field in _SHARED:
            problems.pop(field, None)
    if not problems and not advice:
        return [*_lost_characters(fields)]
    unknown = {
        field: finding
        for field in _CHOICES
        if field in problems and (finding := unknown_choice(field, str(fields.get(field, ""))))
    }
    found = [*_lost_characters(fields)]
    found += [
        replace(
            unknown.get(field) or Finding(problem.code, problem.message, field),
            clean_value=_clean_value(field, fields, kind),
        )
        for field, problem in problems.items()
    ]
    return found + [
        Finding(one.code, one.message, field, Severity.ADVICE, _clean_value(field, fields, kind))
        for field, one in advice.items()
        if field not in problems
    ]


def _lost_characters(fields: FieldTexts) -> Iterator[Finding]:
    """Yield the problem of a name in which a program has put U+FFFD for characters that it could not read."""
    if "\ufffd" in fields.get("name", ""):
        message = Message("A program has lost a character of this name (\ufffd). Type it again.")
        yield Finding("replacement_character", message, "name")


def _clean_value(field: str, fields: FieldTexts, kind: RequestKind) -> str | None:
    """Return what a cell was probably meant to hold; None where nothing can be offered."""
    value = fields.get(field, "")
    if field == "name" and isinstance(value, str) and value:
        return clean_name(value, kind)
    if field in _IDS and isinstance(value, str):
        clean = clean_id(value).text
        return clean if clean != value else None
    if field == "scopeKind" and value in {"1.2", "2.1"}:
        # What spreadsheets make of 1,2 where the comma is that of decimals.
        return "1,2"
    if field == "scopeDir" and isinstance(value, list):
        clean_ids = [
            clean_id(part).text for one in value for part in one.replace("，", ",").split(",") if part
        ]
        unique = list(dict.fromkeys(clean_ids))
        return "\n".join(unique) if unique != value and all(map(is_id, unique)) else None
    return None


def _without_repeats(findings: list[Finding]) -> list[Finding]:
    """Return one finding for each code of a cell, in an order that stays when the row is checked again.

    What reading has found comes first and counts; its place is that of the check which finds the same.
    """
    if not findings:
        return findings
    first: dict[tuple[str, str | None], Finding] = {}
    last: dict[tuple[str, str | None], None] = {}
    for finding in findings:
        key = (finding.code, finding.field)
        first.setdefault(key, finding)
        last.pop(key, None)
        last[key] = None
    return [first[key] for key in last]


def _cell(row: TableRow, columns: Columns, result: str) -> str:
    place = columns.results.get(result)
    return "" if place is None else row.cells[place].strip().removeprefix("'")


def _has_created(row: TableRow, columns: Columns) -> bool:
    """Return whether an earlier result says that a row has been created."""
    return bool(columns.results) and _cell(row, columns, OUTCOME).casefold() in _DONE


def _earlier_result(
    row: TableRow, columns: Columns, kind: RequestKind | None, fields: FieldTexts
) -> tuple[str | None, FolderIds | None]:
    """Return the ID that a row has made by an earlier result, and for a shared folder all that albums in it need."""
    is_folder = kind is RequestKind.SHARED_FOLDER
    object_id = _cell(row, columns, "shareFolderId" if is_folder else "albumId")
    group_id = _cell(row, columns, "groupId")
    if not is_folder or not is_id(object_id) or not is_id(group_id):
        return object_id or None, None
    return object_id, FolderIds(object_id, group_id, str(fields.get("containerId", "")))


def _unknown_outcome(row: TableRow, columns: Columns) -> list[Finding]:
    if not columns.results or _cell(row, columns, OUTCOME).casefold() != OutcomeKind.UNKNOWN.value:
        return []
    message = Message(
        "An earlier run does not know whether this was created. Find out before it is sent again."
    )
    return [Finding("earlier_unknown", message, severity=Severity.DOUBT)]
