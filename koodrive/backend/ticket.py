"""One request as a plain text for a ticket; the support bundle has the same text of each of its requests."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from koodrive.api.serialization import (
    ALBUM,
    ALBUM_CREATE,
    SHARED_FOLDER_CREATE,
    SHARED_FOLDER_DELETE,
    fields_from_body,
)
from koodrive.errors import JournalError
from koodrive.logs import redaction
from koodrive.logs.formatter import one_line
from koodrive.models import Action, RequestKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from koodrive.journal import Attempt, Journal

_INDENT = "    "
_SENT: dict[tuple[str, str], str] = {
    (Action.CREATE, RequestKind.ALBUM): f"POST {ALBUM_CREATE}",
    (Action.CREATE, RequestKind.SHARED_FOLDER): f"POST {SHARED_FOLDER_CREATE}",
    (Action.DELETE, RequestKind.ALBUM): f"DELETE {ALBUM}/{{albumId}}",
    (Action.DELETE, RequestKind.SHARED_FOLDER): f"POST {SHARED_FOLDER_DELETE}",
}
_PLACES = {
    "in shared folder": "shareFolderId",
    "in group": "groupId",
    "collects from folders in": "scopeParentFolderId",
}
"""Fields of an album's request that name a folder, by their facts."""


def ticket_of(attempt: Attempt, journal: Journal) -> str:
    """Return `ticket_text` with the names of the folders, as far as `journal` knows them; blocks."""
    ids = [folder_id for folder_id in _folder_ids(attempt).values() if folder_id]
    try:
        names = journal.names.known(attempt.service_address, ids)
    except JournalError:
        names = {}
    return ticket_text(attempt, names)


def ticket_text(attempt: Attempt, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return everything that the history keeps about `attempt`, one fact a line; request and answer stand below.

    Secrets are taken out. What comes from outside is shown literally, and indented where it may have several lines, so
    that it cannot pass for a part of this text.

    Args:
        attempt: From the journal.
        names: Folder ID to name, as far as it is known.
    """
    facts = {**_what_happened(attempt), **_where(attempt, names), **_what_was_made(attempt)}
    lines = [f"{name}: {one_line(str(value))}" for name, value in facts.items() if value is not None]
    lines += ["", "request:", *_indented(attempt.body), "", "answer:"]
    lines += _indented(attempt.answer) if attempt.answer else [f"{_INDENT}(none)"]
    return without_secrets("\n".join(lines) + "\n")


def without_secrets(text: str) -> str:
    """Return `text` without secrets, and with invisible characters escaped.

    Args:
        text: Any text; its line ends stay.
    """
    redact = redaction.SECRETS.redact
    return redact("\n".join(one_line(line) for line in redact(text).split("\n")))


def _what_happened(attempt: Attempt) -> dict[str, object | None]:
    settled = attempt.settled_at
    took = None if settled is None else (settled - attempt.started_at).total_seconds()
    return {
        "attempt": attempt.attempt_id,
        "kind": attempt.kind,
        "outcome": attempt.outcome,
        "takes back": attempt.of_attempt,
        "sent": _SENT.get((attempt.action, attempt.kind)),
        "trace ID": attempt.trace_id or "(none was sent)",
        "started": _utc(attempt.started_at),
        "settled": None if settled is None else f"{_utc(settled)} (after {took:.3f} s)",
        "taken back": _taken_back(attempt),
        "HTTP status": attempt.status,
        "code": attempt.code,
        "title": attempt.title,
        "message": attempt.message,
        "note": attempt.note,
    }


def _taken_back(attempt: Attempt) -> str | None:
    if attempt.undone_by is None:
        return None
    when = "" if attempt.undone_at is None else f"{_utc(attempt.undone_at)} "
    return f"{when}by attempt {attempt.undone_by}"


def _folder_ids(attempt: Attempt) -> dict[str, str]:
    """Return the folders of an album's request, by the name of the fact."""
    if attempt.kind != RequestKind.ALBUM:
        return {}
    fields = fields_from_body(attempt.body)
    values = {fact: fields.get(field) for fact, field in _PLACES.items()}
    return {fact: value for fact, value in values.items() if isinstance(value, str)}


def _where(attempt: Attempt, names: Mapping[str, str]) -> dict[str, object | None]:
    return {
        fact: f"{folder_id} (“{names[folder_id]}”)"
        for fact, folder_id in _folder_ids(attempt).items()
        if names.get(folder_id)
    }


def _what_was_made(attempt: Attempt) -> dict[str, object | None]:
    return {
        "name": attempt.name,
        "ID": attempt.result_id,
        "file ID": attempt.file_id,
        "group ID": attempt.group_id,
        "tenant ID": attempt.tenant_id,
        "creator": attempt.creator,
        "create time": attempt.create_time,
        "connection": attempt.connection_name,
        "service address": attempt.service_address,
        "user ID": attempt.user_id,
    }


def _indented(text: str) -> list[str]:
    return [_INDENT + one_line(line) for line in text.replace("\r\n", "\n").split("\n")]


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03d} UTC"
